#include "ui/panels/problems_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

enum Column { Where, What, Try };

QString whatText(const network::Finding& finding) {
    QString text = qt(finding.what);
    QStringList more;
    if (!finding.expected.empty()) more << ProblemsPanel::tr("expected %1").arg(qt(finding.expected));
    if (!finding.found.empty()) more << ProblemsPanel::tr("found %1").arg(qt(finding.found));
    return more.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, more.join(QStringLiteral(", ")));
}

}  // namespace

ProblemsPanel::ProblemsPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), list_(new QTreeWidget), nothing_(new QLabel), pages_(new QStackedWidget) {
    list_->setHeaderLabels({tr("Where"), tr("What is wrong"), tr("Try this")});
    list_->setRootIsDecorated(false);
    list_->setWordWrap(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->header()->setStretchLastSection(false);
    list_->header()->resizeSection(Where, 130);
    for (int column : {What, Try}) list_->header()->setSectionResizeMode(column, QHeaderView::Stretch);
    // Words that wrap need other heights when the columns have other widths.
    connect(list_->header(), &QHeaderView::sectionResized, list_, &QTreeWidget::doItemsLayout, Qt::QueuedConnection);
    list_->setAccessibleName(tr("Problems"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setProperty("role", "secondary");
    nothing_->setWordWrap(true);
    nothing_->setText(tr("No problems: the network can be trained. What is wrong with the drawing or the data will appear "
                         "here, with what to try."));
    pages_->addWidget(nothing_);
    pages_->addWidget(list_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pages_);

    connect(list_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const auto node = item->data(Where, Qt::UserRole).value<qlonglong>();
        if (node != network::kNoNode) emit nodeRequested(node);
    });
    connect(list_, &QTreeWidget::itemClicked, list_, &QTreeWidget::itemActivated);
    connect(&workbench_, &Workbench::inferenceChanged, this, &ProblemsPanel::refresh);
    connect(&workbench_, &Workbench::dataChanged, this, &ProblemsPanel::refresh);
    connect(&workbench_, &Workbench::trainerChanged, this, &ProblemsPanel::refresh);
    refresh();
}

void ProblemsPanel::refresh() {
    list_->clear();
    errors_ = 0;
    const auto add = [this](network::Severity severity, network::NodeId node, const QString& where, const QString& what,
                            const QString& tryThis) {
        const bool error = severity == network::Severity::Error;
        errors_ += error;
        auto* item = new QTreeWidgetItem(list_, {where, what, tryThis});
        item->setIcon(Where, icon(error ? "error" : "hint"));
        item->setData(Where, Qt::UserRole, QVariant::fromValue<qlonglong>(node));
        item->setData(Where, Qt::AccessibleDescriptionRole, error ? tr("Error") : tr("Hint"));
        for (int column : {Where, What, Try}) {
            item->setTextAlignment(column, Qt::AlignTop | Qt::AlignLeft);
            item->setToolTip(column, item->text(column));
        }
        if (error) item->setForeground(What, colour(Role::Error));
    };

    if (const QString failure = workbench_.dataFailure(); !failure.isEmpty())
        add(network::Severity::Error, network::kNoNode, tr("Data"), failure,
            tr("Choose another file or source in the data panel."));
    for (const network::Finding& finding : workbench_.inference().findings) {
        const network::Node* node = workbench_.graph().find(finding.node);
        add(finding.severity, finding.node, node ? qt(node->name) : tr("Network"), whatText(finding), qt(finding.tryThis));
    }
    // What only the trainer finds: a loss that does not suit, an empty training part.
    if (errors_ == 0 && !workbench_.trainer() && !workbench_.isLoading() && workbench_.data())
        if (const QString why = workbench_.whyNotReady(); !why.isEmpty())
            add(network::Severity::Error, network::kNoNode, tr("Training"), why, {});

    pages_->setCurrentWidget(list_->topLevelItemCount() > 0 ? static_cast<QWidget*>(list_) : nothing_);
    emit countChanged(errors_);
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::ui
