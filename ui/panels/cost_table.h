// CostTable: every layer with its output shape, parameters, multiply-adds and memory, in the order of the flow or of any
// column, with totals; what is selected here is selected in the drawing, and the other way round.
#pragma once

#include <QWidget>

#include "network/summary.h"
#include "ui/workbench.h"

class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace perceptarium::ui {

class CostModel;

class CostTable : public QWidget {
    Q_OBJECT
public:
    explicit CostTable(Workbench& workbench, QWidget* parent = nullptr);
    ~CostTable() override;
    /// All rows with a header and the totals.
    QString csv() const;

signals:
    /// A row was chosen: show its node.
    void nodeRequested(perceptarium::network::NodeId node);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void showSelection();
    void takeSelection();
    void copy();

    Workbench& workbench_;
    CostModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLabel* totals_;
    bool following_ = false;  ///< one of the two selections follows the other just now
};

}  // namespace perceptarium::ui
