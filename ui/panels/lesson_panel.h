// Lesson panel: what the project says about itself, as text beside the drawing. Who makes a lesson writes it here too.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace perceptarium::ui {

class LessonPanel : public QWidget {
    Q_OBJECT
public:
    explicit LessonPanel(Workbench& workbench, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void write(bool on);
    void keep();

    Workbench& workbench_;
    QLabel* title_;
    QTextBrowser* page_;
    QPlainTextEdit* editor_;
    QStackedWidget* pages_;
    QToolButton* write_;
};

}  // namespace perceptarium::ui
