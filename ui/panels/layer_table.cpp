#include "ui/panels/layer_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>

#include "network/summary.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr int kNodeRole = Qt::UserRole;
enum Column { kLayer, kShape, kCount, kColumns };

/// "relu3" need not be told to be a ReLU where room is short; "mean" must be told to be a Global average pool.
bool saysItsType(QString name, const QString& type) {
    while (!name.isEmpty() && (name.back().isDigit() || name.back() == u'_')) name.chop(1);
    return !name.isEmpty() && QString(type).remove(u' ').startsWith(name, Qt::CaseInsensitive);
}
}  // namespace

LayerTable::LayerTable(Workbench& workbench, QWidget* parent) : QTableWidget(0, kColumns, parent), workbench_(workbench) {
    setObjectName(QStringLiteral("layer-table"));
    setAccessibleName(tr("Layers with output shape and parameter count"));
    setToolTip(tr("Click a row to select the layer."));
    setHorizontalHeaderLabels({tr("Layer (type)"), tr("Output shape"), tr("Param #")});
    horizontalHeaderItem(kLayer)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(kShape)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(kCount)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setSectionResizeMode(kLayer, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(kShape, QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(kCount, QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setStyleSheet(QStringLiteral("QTableWidget::item{padding:0 5px}"));  // in line with the header
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the page scrolls
    connect(this, &QTableWidget::cellClicked, this, [this](int row) { choose(row); });
}

void LayerTable::showNodes(const std::set<network::NodeId>& nodes) {
    const auto& inference = workbench_.inference();
    const network::Graph& graph = workbench_.graph();
    const network::Summary summary = workbench_.summary();
    std::vector<const network::SummaryRow*> shown;
    for (const auto& row : summary.rows)
        if (nodes.empty() || nodes.contains(row.node)) shown.push_back(&row);
    const int rows = static_cast<int>(shown.size());
    setRowCount(rows + (rows > 0 ? 1 : 0));
    const auto put = [this](int row, int column, const QString& text, network::NodeId id) {
        auto* cell = item(row, column);
        if (!cell) setItem(row, column, cell = new QTableWidgetItem);
        cell->setText(text);
        cell->setData(kNodeRole, static_cast<qlonglong>(id));
        if (column == kCount) cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        return cell;
    };
    std::int64_t total = 0;
    for (int row = 0; row < rows; ++row) {
        const network::SummaryRow& each = *shown[static_cast<std::size_t>(row)];
        const auto& node = *graph.find(each.node);
        const QString type = engineText(each.title), unknown = QStringLiteral("?");
        const auto* error = inference.errorAt(each.node);
        const QString name = QString::fromStdString(each.name);
        const bool out = inference.leftOut.contains(each.node);
        QString full = QStringLiteral("%1 (%2)").arg(name, type), label = saysItsType(name, type) ? name : full;
        if (out || node.frozen) {
            const QString mark = QStringLiteral(", ") + (node.bypassed ? tr("bypassed") : out ? tr("left out") : tr("frozen"));
            label += mark;
            full += mark;
        }
        put(row, kLayer, label, each.node);
        put(row, kShape, each.output ? QString::fromStdString(each.output->shape.text()) : unknown, each.node);
        put(row, kCount, each.output ? QLocale().toString(static_cast<qlonglong>(each.costs.parameters)) : unknown, each.node);
        total += each.costs.parameters;
        const QBrush brush = out ? QBrush(colour(Role::Secondary)) : error ? QBrush(colour(Role::Error)) : QBrush(palette().color(QPalette::Text));
        for (int column = 0; column < kColumns; ++column) {
            item(row, column)->setForeground(brush);
            item(row, column)->setToolTip(error ? QString::fromStdString(error->text()) : full);
            item(row, column)->setFont(font());
        }
    }
    if (rows > 0) {
        put(rows, kLayer, tr("Total"), network::kNoNode);
        put(rows, kShape, {}, network::kNoNode);
        put(rows, kCount, QLocale().toString(static_cast<qlonglong>(total)), network::kNoNode);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        for (int column = 0; column < kColumns; ++column) {
            item(rows, column)->setFont(strong);
            item(rows, column)->setForeground(palette().color(QPalette::Text));
            item(rows, column)->setToolTip({});
        }
    }
    fitHeight();
}

void LayerTable::fitHeight() {
    setFixedHeight(horizontalHeader()->sizeHint().height() + rowCount() * verticalHeader()->defaultSectionSize() + 4);
}

void LayerTable::choose(int row) {
    const auto* cell = item(row, kLayer);
    const network::NodeId id = cell ? cell->data(kNodeRole).toLongLong() : network::kNoNode;
    if (id == network::kNoNode) return;
    workbench_.select({id});
    emit nodeChosen(id);
}

void LayerTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) choose(currentRow());
    else QTableWidget::keyPressEvent(event);
}

void LayerTable::resizeEvent(QResizeEvent* event) {
    QTableWidget::resizeEvent(event);
    fitHeight();
}

}  // namespace perceptarium::ui
