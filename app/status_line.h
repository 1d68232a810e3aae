// Status line: the last thing said, and at a glance how the training stands, what runs in the background, what is saved.
#pragma once

#include <QStatusBar>

#include "ui/workbench.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace perceptarium::app {

class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(ui::Workbench& workbench, QWidget* parent = nullptr);
    void setProblems(int errors);

signals:
    void problemsRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void say(const QString& text, bool isProblem);
    void showMessageElided();
    void refreshNumbers();
    void refreshTask();
    void refreshSaved();

    ui::Workbench& workbench_;
    QString message_;
    QLabel *said_, *speed_, *left_, *loss_, *accuracy_, *threads_, *saved_, *loadingText_;
    QWidget* loading_;
    QProgressBar* progress_;
    QToolButton* problems_;
    int ticks_ = 0;
};

}  // namespace perceptarium::app
