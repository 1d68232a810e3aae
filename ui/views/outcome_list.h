// The examples behind a cell of the confusion matrix, or all mistakes: as pictures where there are any, the surest
// first.
#pragma once

#include <QWidget>

#include "ui/views/confusion_matrix.h"
#include "ui/workbench.h"

class QLabel;
class QListWidget;

namespace perceptarium::ui {

class ExamplePictures;

class OutcomeList : public QWidget {
    Q_OBJECT
public:
    OutcomeList(Workbench& workbench, QWidget* parent);

    /// Those of one cell; without one all that were answered wrongly. No outcomes, or none with classes: says what will
    /// be here.
    void showExamples(const study::Outcomes* outcomes, ConfusionCell cell);

private:
    void showPictures();
    Workbench& workbench_;
    QLabel* title_;
    QListWidget* list_;
    ExamplePictures* pictures_;
};

}  // namespace perceptarium::ui
