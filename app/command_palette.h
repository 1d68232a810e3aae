// Command palette (Ctrl+Shift+P): every action of the menus by typing some letters of its name.
#pragma once

#include <QDialog>
#include <QPointer>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace perceptarium::app {

struct Command {
    QPointer<QAction> action;
    QString path;  ///< "Run ▸ One epoch"
};
/// All actions of the menus and their submenus that do something.
std::vector<Command> commandsOf(QMenuBar& menus);

/// How well `typed` fits: every typed letter appears in order; starts of words and runs count more. −1: it does not.
int fitOf(const QString& typed, const QString& text);

class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(std::vector<Command> commands, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void run();

    std::vector<Command> commands_;
    QLineEdit* typed_;
    QListWidget* list_;
};

}  // namespace perceptarium::app
