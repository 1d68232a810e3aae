#include "ui/panels/cost_table.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/panels/cost_model.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

CostTable::CostTable(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), model_(new CostModel(this)), sorted_(new QSortFilterProxyModel(this)), table_(new QTableView), totals_(note()) {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(CostModel::kSortRole);
    table_->setModel(sorted_);
    table_->setObjectName(QStringLiteral("cost-table"));
    table_->setAccessibleName(tr("Layers with output shape, parameters, multiply-adds and memory"));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setStyleSheet(QStringLiteral("QTableView::item{padding:0 5px}"));  // in line with the header
    table_->setAlternatingRowColors(true);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setSortingEnabled(true);
    table_->sortByColumn(-1, Qt::AscendingOrder);  // the order of the flow, until a header is clicked
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSortIndicatorClearable(true);
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {CostModel::Layer, CostModel::Type}) table_->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    table_->setToolTip(tr("Select rows to select the layers in the drawing. Ctrl+C copies them as CSV."));

    auto* copyAction = new QAction(icon(QStringLiteral("copy")), tr("Copy as CSV"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    copyAction->setToolTip(tr("Copies the table with its totals, for a spreadsheet (Ctrl+C)."));
    addAction(copyAction);
    connect(copyAction, &QAction::triggered, this, &CostTable::copy);
    auto* copyButton = new QToolButton;
    copyButton->setDefaultAction(copyAction);
    copyButton->setAccessibleName(copyAction->text());
    totals_->setObjectName(QStringLiteral("cost-totals"));
    totals_->setAccessibleName(tr("Totals"));

    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(kSpacing, 2, kSpacing, 2);
    foot->addWidget(totals_, 1);
    foot->addWidget(copyButton, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(table_, 1);
    layout->addLayout(foot);

    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CostTable::takeSelection);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) { emit nodeRequested(index.data(CostModel::kNodeRole).toLongLong()); });
    connect(&workbench_, &Workbench::inferenceChanged, this, &CostTable::refresh);
    connect(&workbench_, &Workbench::documentChanged, this, &CostTable::refresh);  // the batch size
    connect(&workbench_, &Workbench::selectionChanged, this, &CostTable::showSelection);
    refresh();
}

CostTable::~CostTable() = default;

void CostTable::refresh() {
    std::set<network::NodeId> faulty;
    for (const auto& finding : workbench_.inference().findings)
        if (finding.severity == network::Severity::Error) faulty.insert(finding.node);
    following_ = true;
    model_->show(workbench_.summary(), std::move(faulty));
    following_ = false;
    const network::Summary& summary = model_->summary();
    const std::int64_t batch = workbench_.document().training.batchSize;
    totals_->setText(tr("%1 · %2 parameters · %3 multiply-adds · %4 an example · about %6 to train in batches of %5")
                         .arg(tr("%n layers", nullptr, static_cast<int>(summary.rows.size())), countText(summary.total.parameters),
                              qt(network::amountText(summary.total.multiplyAdds)), qt(network::bytesText(static_cast<double>(summary.total.bytes()))),
                              QString::number(batch), qt(network::bytesText(summary.trainingBytes(batch)))));
    showSelection();
}

void CostTable::showSelection() {
    if (following_) return;
    following_ = true;
    QItemSelection wanted;
    int first = -1;
    for (int row = 0; row < sorted_->rowCount(); ++row) {
        if (!workbench_.selection().contains(sorted_->index(row, 0).data(CostModel::kNodeRole).toLongLong())) continue;
        wanted.select(sorted_->index(row, 0), sorted_->index(row, CostModel::Columns - 1));
        if (first < 0) first = row;
    }
    table_->selectionModel()->select(wanted, QItemSelectionModel::ClearAndSelect);
    if (first >= 0) {
        if (!table_->hasFocus()) table_->selectionModel()->setCurrentIndex(sorted_->index(first, 0), QItemSelectionModel::NoUpdate);
        table_->scrollTo(sorted_->index(first, 0));
    }
    following_ = false;
}

void CostTable::takeSelection() {
    if (following_) return;
    following_ = true;
    std::set<network::NodeId> chosen;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) chosen.insert(index.data(CostModel::kNodeRole).toLongLong());
    const network::NodeId last = table_->currentIndex().isValid() ? table_->currentIndex().data(CostModel::kNodeRole).toLongLong() : network::kNoNode;
    workbench_.select(chosen);
    following_ = false;
    if (chosen.contains(last)) emit nodeRequested(last);
}

QString CostTable::csv() const { return qt(network::toCsv(model_->summary())); }

void CostTable::copy() {
    QApplication::clipboard()->setText(csv());
    workbench_.say(tr("The table of layers was copied as CSV."));
}

void CostTable::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) table_->viewport()->update();
}

void CostTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showSelection();
}

}  // namespace perceptarium::ui
