// CostModel: network::Summary as rows and columns for a table. Private to CostTable.
#pragma once

#include <QAbstractTableModel>
#include <set>

#include "network/summary.h"

namespace perceptarium::ui {

class CostModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Layer, Type, Output, Parameters, MultiplyAdds, Memory, Columns };
    static constexpr int kSortRole = Qt::UserRole, kNodeRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void show(network::Summary summary, std::set<network::NodeId> faulty);
    const network::Summary& summary() const { return summary_; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(summary_.rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const network::SummaryRow& row, int column) const;
    QVariant sortKey(const network::SummaryRow& row, int column) const;
    QString explained(const network::SummaryRow& row, int column) const;
    network::Summary summary_;
    std::set<network::NodeId> faulty_;
};

}  // namespace perceptarium::ui
