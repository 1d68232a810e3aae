// Files: new, open, save, export, import, with the questions that keep anyone from losing work.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>

#include "ui/workbench.h"

class QWidget;

namespace perceptarium::app {

class Files : public QObject {
    Q_OBJECT
public:
    Files(ui::Workbench& workbench, QWidget* window);

    // --- with the questions ---------------------------------------------------------------------------------------
    void newProject();
    void open();
    /// A file or the name of a ready project. False: refused or failed (then it was said why).
    bool open(const QString& pathOrName);
    bool resumeRun(qint64 run);
    bool openRun(qint64 run);
    bool openBestOfRun(qint64 run);
    bool save();
    bool saveAs();
    /// May the present project go? Asks when something would be lost; saves when that is the answer.
    bool mayLeave();

    void exportModel(const QString& format);
    void importWeights();
    void importWeights(const QString& path);
    /// Asks for a name and writes a picture (PNG or SVG) with `write`.
    void exportPicture(const QString& name, const std::function<Status(const QString&)>& write);
    void exportText(const QString& name, const QString& text);

    QStringList recent() const;
    void forgetRecent();
    /// Writes at once, without asking.
    bool saveTo(const QString& path);

    enum class Answer { Save, Leave, Stay };
    /// What to do about unsaved work. Set by tests; by default a dialog asks.
    std::function<Answer(bool training)> askAboutWork;

signals:
    void recentChanged();
    void opened();

private:
    Answer ask(bool training);
    bool report(const Status& status);
    void remember(const QString& path);
    QString suggestedPath(const QString& ending) const;

    ui::Workbench& workbench_;
    QWidget* window_;
};

}  // namespace perceptarium::app
