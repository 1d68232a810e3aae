// The window: canvas in the middle, palette left, settings right, live pictures below, the run bar on top. It only puts the
// parts together; what they share is the workbench.
#pragma once

#include <QMainWindow>
#include <QStringList>
#include <memory>
#include <vector>

#include "ui/workbench.h"

class QAction;
class QActionGroup;
class QStackedWidget;

namespace perceptarium::ui {
class DesktopNote;
class NetworkCanvas;
class ProblemsPanel;
class RunBar;
class StartPage;
class View;
}  // namespace perceptarium::ui

namespace perceptarium::app {

class Dock;
class Files;
class Keys;
class OfferBar;
class StatusLine;

/// Ready arrangements of the docks, each for one kind of work.
enum class Perspective { Build, Data, Train, Inspect, Learn };

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    ui::Workbench& workbench() { return workbench_; }
    ui::NetworkCanvas& canvas() { return *canvas_; }
    Files& files() { return *files_; }
    const std::vector<Dock*>& docks() const { return docks_; }
    /// nullptr if there is no such dock.
    Dock* dock(const QString& id) const;

    /// Size, place and docks as they were when the window was last closed, or the arrangement for a new user.
    void restoreLayout();
    void arrange(Perspective perspective);
    void resetLayout();
    /// Layouts of the user's own, by name: kept, and brought back.
    QStringList layouts() const;
    void keepLayout(const QString& name);
    void forgetLayout(const QString& name);
    /// False: there is none of that name that makes sense.
    bool useLayout(const QString& name);
    /// Another window, in a process of its own: neither can disturb the other.
    void openNewWindow();
    /// What a crash left behind is offered; from now on edits are journaled.
    void watchForCrashes();
    void showStartPage(bool shown);
    void showCommandPalette();
    /// The page of the course with that number, in the Lesson panel.
    void showSection(const QString& number);
    /// That of the selected layer; of what is no layer, the inspector.
    void showHelp();
    void showPreferences();
    Keys& keys() { return *keys_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    QMenu* createPopupMenu() override { return nullptr; }

private:
    QWidget* makeLesson();
    Dock* addDock(const QString& id, const QString& title, const QString& meaning, std::function<QWidget*()> make);
    void makeDocks();
    void makeViews();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeRunMenu();
    void makeHelpMenu();
    void makePerspectives();
    void fillLayouts(QMenu& menu);
    void fillViewExports(QMenu& menu);
    /// Only what is in the middle, or everything as it was before. Start page and focus mode use it.
    void hideDocks(bool hidden);
    void showWhatSuits();
    void refreshTitle();
    void announceEnd();
    void followPreferences();

    ui::Workbench workbench_;
    ui::NetworkCanvas* canvas_;
    ui::StartPage* start_;
    QStackedWidget* centre_;
    ui::RunBar* runBar_;
    StatusLine* status_;
    OfferBar* offers_;
    Files* files_;
    ui::DesktopNote* note_;
    Keys* keys_ = nullptr;
    std::vector<Dock*> docks_;
    std::vector<Dock*> views_;  // those of docks_ that show a View
    QActionGroup* perspectives_ = nullptr;
    QAction* focusMode_ = nullptr;
    QByteArray beforeHiding_;  // empty: the docks are shown
    bool hadPoints_ = false;
    train::Phase phase_ = train::Phase::Preparing;
    std::int64_t step_ = 0;  // when that was seen
    std::string message_;
};

}  // namespace perceptarium::app
