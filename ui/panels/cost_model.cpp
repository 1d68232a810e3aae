#include "ui/panels/cost_model.h"

#include <QBrush>
#include <algorithm>
#include <cmath>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

void CostModel::show(network::Summary summary, std::set<network::NodeId> faulty) {
    const bool sameRows = std::equal(summary.rows.begin(), summary.rows.end(), summary_.rows.begin(), summary_.rows.end(),
                                     [](const auto& a, const auto& b) { return a.node == b.node; });
    if (!sameRows) beginResetModel();
    summary_ = std::move(summary);
    faulty_ = std::move(faulty);
    if (!sameRows) endResetModel();
    else if (!summary_.rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));  // the selection stays
}

QString CostModel::text(const network::SummaryRow& row, int column) const {
    if (column == Layer) return qt(row.name);
    if (column == Type) return qt(row.title);
    if (!row.output) return column == Output ? tr("?") : QString();
    switch (column) {
        case Output: return qt(row.output->shape.text());
        case Parameters: return countText(row.costs.parameters);
        case MultiplyAdds: return qt(network::amountText(row.costs.multiplyAdds));
        default: return qt(network::bytesText(static_cast<double>(row.costs.bytes())));
    }
}

QVariant CostModel::sortKey(const network::SummaryRow& row, int column) const {
    switch (column) {
        case Output: return row.output ? static_cast<qlonglong>(row.output->shape.elements()) : -1;
        case Parameters: return static_cast<qlonglong>(row.costs.parameters);
        case MultiplyAdds: return row.costs.multiplyAdds;
        case Memory: return static_cast<qlonglong>(row.costs.bytes());
        default: return text(row, column);
    }
}

QString CostModel::explained(const network::SummaryRow& row, int column) const {
    if (!row.output) return tr("Not known: a layer before it, or the layer itself, has a problem.");
    if (column == MultiplyAdds) return tr("%1 multiplications with a sum after them, for one example.").arg(countText(std::llround(row.costs.multiplyAdds)));
    if (column != Memory) return tr("%1 (%2) gives %3.").arg(text(row, Layer), text(row, Type), text(row, Output));
    return tr("%1 for its numbers, %2 for what it gives for one example.")
        .arg(qt(network::bytesText(static_cast<double>(row.costs.parameterBytes))), qt(network::bytesText(static_cast<double>(row.costs.valueBytes))));
}

QVariant CostModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const network::SummaryRow& row = summary_.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return text(row, index.column());
        case Qt::ToolTipRole: return explained(row, index.column());
        case kSortRole: return sortKey(row, index.column());
        case kNodeRole: return QVariant::fromValue<qlonglong>(row.node);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment((index.column() >= Parameters ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case Qt::ForegroundRole: return faulty_.contains(row.node) ? QVariant(QBrush(colour(Role::Error))) : QVariant();
        default: return {};
    }
}

QVariant CostModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const struct {
        QString title, meaning;
    } columns[] = {{tr("Layer"), tr("The layer's name.")},
                   {tr("Type"), tr("What kind of layer it is.")},
                   {tr("Output shape"), tr("What it gives for one example.")},
                   {tr("Param #"), tr("How many numbers it learns.")},
                   {tr("Multiply-adds"), tr("How much it computes forwards, for one example; training takes about three times as much.")},
                   {tr("Memory"), tr("Its numbers, and what it gives for one example.")}};
    if (role == Qt::DisplayRole) return columns[section].title;
    if (role == Qt::ToolTipRole) return columns[section].meaning + u' ' + tr("Click to sort.");
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section >= Parameters ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

}  // namespace perceptarium::ui
