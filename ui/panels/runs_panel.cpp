#include "ui/panels/runs_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <cmath>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

enum Column { Number, Project, When, State, Epochs, Loss, Dev, Time, ColumnCount };
constexpr int kTicksBetweenReads = 60;  // two seconds

QString stateText(train::RunState state) {
    switch (state) {
        case train::RunState::Running: return RunsPanel::tr("running");
        case train::RunState::Finished: return RunsPanel::tr("finished");
        case train::RunState::Stopped: return RunsPanel::tr("stopped");
        case train::RunState::Interrupted: return RunsPanel::tr("interrupted");
    }
    return {};
}

/// The number by which people compare: dev accuracy where there is one, the error for numbers, else dev loss.
QString devText(const train::Metrics& metrics) {
    if (const train::MetricSpec* metric = train::headline(metrics)) {
        const double value = metrics.at(metric->id);
        return metric->fraction ? percentText(value) : QStringLiteral("%1 %2").arg(qt(metric->id), numberText(value));
    }
    if (const auto found = metrics.find("loss"); found != metrics.end()) return numberText(found->second);
    return QStringLiteral("–");
}

}  // namespace

RunsPanel::RunsPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), list_(new QTreeWidget), nothing_(new QLabel), pages_(new QStackedWidget) {
    list_->setColumnCount(ColumnCount);
    list_->setHeaderLabels({tr("Run"), tr("Project"), tr("Started"), tr("State"), tr("Epochs"), tr("Train loss"), tr("Dev"),
                            tr("Time")});
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAlternatingRowColors(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Recorded runs"));
    list_->header()->resizeSection(Number, 54);
    list_->header()->resizeSection(Project, 150);
    list_->header()->resizeSection(When, 110);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setProperty("role", "secondary");

    resume_ = new QPushButton(icon("play"), tr("Go on"));
    resume_->setToolTip(tr("Goes on exactly where this run was, with its network, data and settings."));
    open_ = new QPushButton(icon("open"), tr("Open"));
    open_->setToolTip(tr("Opens network, settings and weights of this run as a project, without training."));
    openBest_ = new QPushButton(icon("open"), tr("Open the best"));
    openBest_->setToolTip(tr("Opens this run as it was after its best epoch: the lowest dev loss, or whatever its setting “Best "
                             "by” says."));
    forget_ = new QPushButton(icon("delete"), tr("Forget"));
    forget_->setToolTip(tr("Removes this run from the record, with its weights."));
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    for (QPushButton* button : {resume_, open_, openBest_, forget_}) buttons->addWidget(button);
    buttons->addStretch(1);
    pages_->addWidget(nothing_);
    pages_->addWidget(list_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, kSpacing, kSpacing);
    layout->setSpacing(kSpacing);
    layout->addWidget(pages_, 1);
    layout->addLayout(buttons);

    connect(list_, &QTreeWidget::currentItemChanged, this, &RunsPanel::refreshButtons);
    connect(list_, &QTreeWidget::itemActivated, this, [this] {
        if (const auto* run = chosen()) emit openRequested(run->id);
    });
    connect(resume_, &QPushButton::clicked, this, [this] {
        if (const auto* run = chosen()) emit resumeRequested(run->id);
    });
    connect(open_, &QPushButton::clicked, this, [this] {
        if (const auto* run = chosen()) emit openRequested(run->id);
    });
    connect(openBest_, &QPushButton::clicked, this, [this] {
        if (const auto* run = chosen()) emit openBestRequested(run->id);
    });
    connect(forget_, &QPushButton::clicked, this, &RunsPanel::forget);
    connect(&workbench_, &Workbench::trainerChanged, this, [this] {
        if (isVisible()) refresh();
    });
    connect(&workbench_, &Workbench::tick, this, [this] {
        if (isVisible() && ++ticks_ % kTicksBetweenReads == 0) refresh();
    });
    refreshButtons();
}

void RunsPanel::showEvent(QShowEvent* event) {
    refresh();
    QWidget::showEvent(event);
}

void RunsPanel::refresh() {
    const std::int64_t before = chosen() ? chosen()->id : 0;
    auto record = train::RunRecord::open(train::standardRecordPath());
    auto runs = record ? (*record)->runs() : Result<std::vector<train::RunSummary>>(record.error());
    runs_ = runs ? std::move(*runs) : std::vector<train::RunSummary>{};
    nothing_->setText(runs ? tr("Every training run is recorded while it goes, and will appear here: when, how far, how well.")
                           : qt(runs.error().message()));
    const QSignalBlocker quiet(list_);
    list_->clear();
    for (const train::RunSummary& run : runs_) {
        auto* item = new QTreeWidgetItem(list_);
        item->setText(Number, QString::number(run.id));
        item->setText(Project, qt(run.project));
        item->setText(When, whenText(run.started));
        item->setText(State, stateText(run.state));
        item->setText(Epochs, tr("%1 of %2").arg(countText(run.epochs), countText(run.epochsWanted)));
        const auto loss = run.train.find("loss");
        item->setText(Loss, loss == run.train.end() ? QStringLiteral("–") : numberText(loss->second));
        item->setText(Dev, devText(run.dev));
        item->setText(Time, durationText(run.seconds));
        item->setData(Number, Qt::UserRole, QVariant::fromValue<qlonglong>(run.id));
        for (int column : {Epochs, Loss, Dev, Time}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (run.state == train::RunState::Interrupted) item->setForeground(State, colour(Role::Warning));
        if (!run.reason.empty()) item->setToolTip(State, qt(run.reason));
        if (run.id == before) list_->setCurrentItem(item);
    }
    pages_->setCurrentWidget(runs_.empty() ? static_cast<QWidget*>(nothing_) : list_);
    refreshButtons();
}

const train::RunSummary* RunsPanel::chosen() const {
    const QTreeWidgetItem* item = list_->currentItem();
    if (!item) return nullptr;
    for (const train::RunSummary& run : runs_)
        if (run.id == item->data(Number, Qt::UserRole).toLongLong()) return &run;
    return nullptr;
}

void RunsPanel::refreshButtons() {
    const train::RunSummary* run = chosen();
    const bool here = run && run->id == workbench_.standing().run;
    resume_->setEnabled(run && !here &&
                        (run->state == train::RunState::Interrupted || run->state == train::RunState::Stopped));
    open_->setEnabled(run && !here);
    openBest_->setEnabled(run && run->epochs > 0 && run->state != train::RunState::Running);
    forget_->setEnabled(run && run->state != train::RunState::Running && !here);
}

void RunsPanel::forget() {
    const train::RunSummary* run = chosen();
    if (!run) return;
    QMessageBox ask(QMessageBox::NoIcon, tr("Forget a run"),
                    tr("Forget run %1 of “%2”, with its weights and curves? This cannot be undone.").arg(run->id).arg(qt(run->project)),
                    QMessageBox::Cancel, this);
    ask.setIconPixmap(icon("delete").pixmap(36, 36));
    QPushButton* yes = ask.addButton(tr("Forget"), QMessageBox::DestructiveRole);
    ask.exec();
    if (ask.clickedButton() != yes) return;
    auto record = train::RunRecord::open(train::standardRecordPath());
    const Status status = record ? (*record)->forget(run->id) : Status(record.error());
    if (!status) workbench_.problem(qt(status.error().message()));
    refresh();
}

}  // namespace perceptarium::ui
