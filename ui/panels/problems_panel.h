// Problems: everything that is wrong with (or worth knowing about) drawing and data, in words, with the way to the place.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QLabel;
class QStackedWidget;
class QTreeWidget;

namespace perceptarium::ui {

class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(Workbench& workbench, QWidget* parent = nullptr);

    /// Errors only; hints do not stop anything.
    int errorCount() const { return errors_; }

signals:
    /// A problem was chosen: show its node.
    void nodeRequested(perceptarium::network::NodeId node);
    void countChanged(int errors);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    Workbench& workbench_;
    QTreeWidget* list_;
    QLabel* nothing_;
    QStackedWidget* pages_;
    int errors_ = 0;
};

}  // namespace perceptarium::ui
