// History panel: every step since the project was made, by name; a click or the arrow keys go back and forth in it.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QLabel;
class QListView;
class QToolButton;

namespace perceptarium::ui {

class StepsModel;

class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Workbench& workbench, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Workbench& workbench_;
    StepsModel* model_;
    QListView* list_;
    QLabel* count_;
    QToolButton *back_, *forward_;
    bool refreshing_ = false;
};

}  // namespace perceptarium::ui
