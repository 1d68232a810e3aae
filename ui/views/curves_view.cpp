// Loss and metrics over the run: the first thing to look at while a network learns.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QSlider>
#include <QSplitter>
#include <QTextStream>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "train/metric.h"
#include "train/run_record.h"
#include "train/step_rule.h"
#include "ui/theme/theme.h"
#include "ui/views/curve_chart.h"
#include "ui/views/run_shelf.h"
#include "ui/views/view.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr qint64 kRedraw = 500;  ///< ms between two pictures of the same chart: more often looks no more alive

/// Do penalties make the cost more than the loss?
bool penalized(const train::StepKnobs& knobs) {
    return std::ranges::any_of(train::allStepRules(), [&](const train::StepRuleSpec* rule) {
        return rule->penalty && knobs.*rule->strength > 0;
    });
}

/// 0 … 100 on the slider to 0 … 0.999, finer where it matters.
double weightOf(int slider) { return slider == 0 ? 0 : 1 - std::pow(10, -3.0 * slider / 100); }

class CurvesView : public View {
    Q_DECLARE_TR_FUNCTIONS(CurvesView)
public:
    CurvesView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    QWidget* picture() override { return charts_; }
    bool refresh() override;
    std::chrono::milliseconds atLeastEvery() const override { return std::chrono::milliseconds(400); }  // one of two charts
    void trainerReplaced() override;
    void themeChanged() override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void readHistory();
    void redraw();
    void showLoss();
    void showMetric();
    void fillMetrics();
    std::vector<CurveChart::Run> runs();

    QWidget* charts_;
    QBoxLayout* stack_;
    CurveChart *loss_, *metric_;
    QComboBox *metricBox_, *axisBox_;
    QSlider* smoothing_;
    QToolButton *log_, *shelfButton_;
    RunShelf* shelf_;
    QLabel* empty_;

    std::shared_ptr<train::TrainerThread> trainer_;
    RunCurves present_;
    std::vector<RunShelf::Entry> earlier_;
    std::uint64_t generation_ = std::numeric_limits<std::uint64_t>::max();
    std::optional<CurveRange> x_;
    bool changed_ = true;
    bool growing_ = false;  ///< training goes on
    std::optional<CurveChart::Look> metricLater_;  ///< how the metric's chart shall look at the next tick
    QElapsedTimer sinceRedraw_;
};

CurvesView::CurvesView(Workbench& workbench, QWidget* parent) : View(workbench, parent) {
    setWindowTitle(tr("Curves"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* controls = new ControlRow(this);
    metricBox_ = controls->addChoice(
        tr("Metric below the loss"),
        tr("What the lower chart shows. The loss is what training lowers; a metric is what people read. With penalties "
           "(L1, L2), the cost is the loss and what they add to it."), {});
    axisBox_ =
        controls->addChoice(tr("Horizontal axis"),
                            tr("Steps count mini-batches, epochs count passes over the training set; time lets runs of "
                               "different batch sizes be compared."),
                            {tr("by step"), tr("by epoch"), tr("by time")});
    auto* smoothingLabel = new QLabel(tr("Smoothing"), controls);
    smoothing_ = new QSlider(Qt::Horizontal, controls);
    smoothing_->setRange(0, 100);
    smoothing_->setValue(25);
    smoothing_->setFixedWidth(110);
    smoothing_->setAccessibleName(tr("Smoothing"));
    smoothing_->setToolTip(
        tr("Batches differ, so the raw curve is noisy. This draws a running mean over it; the raw values stay "
           "visible behind."));
    smoothingLabel->setBuddy(smoothing_);
    auto* smoothing = new QWidget(controls);  // label and slider stay together when the row wraps
    auto* together = new QHBoxLayout(smoothing);
    together->setContentsMargins(0, 0, 0, 0);
    together->setSpacing(kSpacing);
    together->addWidget(smoothingLabel);
    together->addWidget(smoothing_);
    controls->add(smoothing);
    log_ = controls->addButton(QStringLiteral("log-axis"), tr("Logarithmic axis"),
                               tr("Logarithmic loss axis: shows small improvements late in a run."), true);
    QToolButton* all = controls->addButton(QStringLiteral("fit"), tr("Show everything"),
                                           tr("Back to the whole run (double-click on a chart does the same)."));
    shelfButton_ = controls->addButton(QStringLiteral("history"), tr("Earlier runs"),
                                       tr("Lay recorded runs over this one."), true);
    column->addWidget(controls);

    auto* middle = new QSplitter(Qt::Horizontal, this);
    charts_ = new QWidget(middle);
    auto* stack = new QBoxLayout(QBoxLayout::TopToBottom, charts_);
    stack_ = stack;
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    loss_ = new CurveChart(tr("Loss curves"), charts_);
    metric_ = new CurveChart(tr("Metric curves"), charts_);
    stack->addWidget(loss_, 1);
    stack->addWidget(metric_, 1);
    shelf_ = new RunShelf(train::standardRecordPath(), middle);
    shelf_->hide();
    middle->addWidget(charts_);
    middle->addWidget(shelf_);
    middle->setStretchFactor(0, 3);
    middle->setStretchFactor(1, 1);
    middle->setCollapsible(0, false);
    column->addWidget(middle, 1);
    empty_ = new QLabel(charts_);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setProperty("role", "secondary");
    empty_->setText(tr("Press play (F5): loss and metrics of every mini-batch appear here."));
    stack->insertWidget(0, empty_);

    for (CurveChart* chart : {loss_, metric_}) {
        connect(chart, &CurveChart::hovered, this, [this](double x) {
            loss_->setHover(x);
            metric_->setHover(x);
        });
        connect(chart, &CurveChart::zoomed, this, [this](double low, double high) {
            x_ = CurveRange{low, high};
            redraw();
        });
        connect(chart, &CurveChart::zoomReset, all, &QToolButton::click);
    }
    connect(all, &QToolButton::clicked, this, [this] {
        x_.reset();
        loss_->resetZoom();
        metric_->resetZoom();
        redraw();
    });
    connect(axisBox_, &QComboBox::currentIndexChanged, this, [this] {
        x_.reset();
        redraw();
    });
    connect(metricBox_, &QComboBox::currentIndexChanged, this, &CurvesView::redraw);
    connect(smoothing_, &QSlider::valueChanged, this, &CurvesView::redraw);
    connect(log_, &QToolButton::toggled, this, &CurvesView::redraw);
    connect(shelfButton_, &QToolButton::toggled, this, [this](bool on) {
        shelf_->setVisible(on);
        if (on) shelf_->reload(this->workbench().standing().run);
    });
    connect(shelf_, &RunShelf::chosenChanged, this, [this] {
        earlier_ = shelf_->chosen();
        redraw();
    });
    connect(&workbench, &Workbench::dataChanged, this, &CurvesView::fillMetrics);
    connect(&workbench, &Workbench::documentChanged, this, &CurvesView::fillMetrics);
    fillMetrics();
    sinceRedraw_.start();
}

void CurvesView::fillMetrics() {
    QStringList names;
    const auto& target = workbench().dataTypes().target;
    const train::TrainSettings& training = workbench().document().training;
    if (target)
        if (const auto measured = train::chooseMetrics(training.metrics, training, *target))
            for (const train::ChosenMetric& metric : *measured) names << QString::fromStdString(metric.spec->id);
    if (penalized(training)) names << QStringLiteral("cost");
    QStringList now;
    for (int i = 0; i + 1 < metricBox_->count(); ++i) now << metricBox_->itemData(i).toString();
    if (now == names && metricBox_->count() > 0) return;
    const QSignalBlocker blocked(metricBox_);
    const QString before = metricBox_->currentData().toString();
    metricBox_->clear();
    for (const QString& name : names)
        metricBox_->addItem(name == QLatin1String("cost") ? tr("cost") : metricTitle(name), name);
    metricBox_->addItem(tr("loss only"), QString());
    metricBox_->setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, names.indexOf(before))));
    changed_ = true;
}

void CurvesView::trainerReplaced() {
    trainer_ = workbench().trainer();
    generation_ = std::numeric_limits<std::uint64_t>::max();
    present_.clear();
    x_.reset();
    loss_->resetZoom();
    metric_->resetZoom();
    fillMetrics();
    changed_ = true;
    if (shelfButton_->isChecked() && isVisible()) shelf_->reload(workbench().standing().run);
}

void CurvesView::readHistory() {
    if (trainer_ != workbench().trainer()) trainerReplaced();
    if (!trainer_) return;
    const train::History& history = trainer_->history();
    if (const std::uint64_t generation = history.generation(); generation != generation_) {
        generation_ = generation;
        present_.clear();
        changed_ = true;
    }
    const auto batches = history.batches(present_.size());
    const auto epochs = history.epochs(present_.epochs().size());
    const auto marks = history.marks(present_.marks().size());
    if (batches.empty() && epochs.empty() && marks.empty()) return;
    if (present_.empty()) present_.setBatchesPerEpoch(trainer_->status().batchesPerEpoch);
    present_.append(batches);
    present_.append(epochs);
    present_.append(marks);
    changed_ = true;
}

bool CurvesView::refresh() {
    if (metricLater_) {  // one chart a turn: two would make that frame a long one
        showMetric();
        return true;
    }
    if (sinceRedraw_.elapsed() < kRedraw) return false;
    readHistory();
    const train::Phase phase = workbench().standing().phase;
    if (const bool growing = phase == train::Phase::Running || phase == train::Phase::Evaluating; growing != growing_) {
        growing_ = growing;
        changed_ = true;
    }
    if (!changed_) return false;
    showLoss();
    return true;
}

std::vector<CurveChart::Run> CurvesView::runs() {
    std::vector<CurveChart::Run> runs{{&present_, seriesColour(0), tr("this run")}};
    for (const RunShelf::Entry& entry : earlier_)
        runs.push_back({entry.curves.get(), entry.colour, tr("run %1").arg(entry.summary.id)});
    return runs;
}

void CurvesView::redraw() {
    showLoss();
    if (metricLater_) showMetric();
}

void CurvesView::showLoss() {
    changed_ = false;
    metricLater_.reset();
    sinceRedraw_.restart();
    const bool nothing = present_.empty() && earlier_.empty();
    const QString below = metricBox_->currentData().toString();
    empty_->setVisible(nothing);
    loss_->setVisible(!nothing);
    metric_->setVisible(!nothing && !below.isEmpty());
    if (nothing) {
        const QString why = workbench().whyNotReady();
        empty_->setText(why.isEmpty() ? tr("Press play (F5): loss and metrics of every mini-batch appear here.") : why);
        return;
    }
    CurveChart::Look look;
    look.axis = static_cast<CurveAxis>(axisBox_->currentIndex());
    look.weight = weightOf(smoothing_->value());
    look.x = x_;
    look.growing = growing_;
    const data::PreparedPtr prepared = workbench().data();
    look.title = prepared && !prepared->targetScaling.identity() ? tr("loss (standardized)") : metricTitle(look.metric);
    look.log = log_->isChecked();
    look.xTitle = below.isEmpty() || stack_->direction() == QBoxLayout::LeftToRight;
    loss_->show(runs(), look);
    if (below.isEmpty()) return;
    look.metric = below;
    look.title = metricTitle(below);
    look.log = false;
    look.xTitle = true;
    metricLater_ = look;
}

void CurvesView::showMetric() {
    metricLater_->x = loss_->xRange();  // charts above each other show the same steps
    metric_->show(runs(), *metricLater_);
    metricLater_.reset();
}

void CurvesView::themeChanged() {
    loss_->applyTheme();
    metric_->applyTheme();
    redraw();
}

void CurvesView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    readHistory();
    redraw();
}

void CurvesView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    // Side by side where the dock is low and wide.
    const auto direction = width() > 2 * height() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (direction == stack_->direction()) return;
    stack_->setDirection(direction);
    redraw();
}

QString CurvesView::csv() const {
    // One row a record, all runs in one file; a column a number, empty where it does not apply.
    QString text;
    QTextStream out(&text);
    QStringList metrics;
    for (const train::MetricSpec* spec : train::allMetrics()) metrics << QString::fromStdString(spec->id);
    metrics.prepend(QStringLiteral("loss"));
    out << "run,record,step,epoch,seconds,note";
    for (const QString& metric : metrics) out << ",train_" << metric;
    for (const QString& metric : metrics) out << ",dev_" << metric;
    for (const QString& metric : metrics) out << ",test_" << metric;
    out << ",gradient_norm,samples_per_second\n";
    const auto number = [](double value) { return std::isfinite(value) ? QString::number(value, 'g', 9) : QString(); };
    const auto write = [&](const QString& name, const RunCurves& run) {
        const QString nothing(static_cast<int>(2 * metrics.size()), QLatin1Char(','));
        for (const train::BatchRecord& record : run.batches()) {
            out << name << ",batch," << record.step + 1 << ',' << record.epoch + 1 << ',' << number(record.seconds) << ",,"
                << number(record.loss);
            for (int i = 1; i < metrics.size(); ++i)
                out << ',' << (metrics[i] == QLatin1String("accuracy") ? number(record.accuracy) : QString());
            out << nothing << ',' << number(record.gradientNorm) << ",\n";
        }
        const auto columns = [&](const train::Metrics* values) {
            for (const QString& metric : metrics) {
                out << ',';
                if (!values) continue;
                if (const auto value = values->find(metric.toStdString()); value != values->end())
                    out << number(value->second);
            }
        };
        for (const train::EpochRecord& record : run.epochs()) {
            out << name << ",epoch," << record.step << ',' << record.epoch << ',' << number(record.seconds) << ',';
            columns(&record.train);
            columns(record.dev ? &*record.dev : nullptr);
            columns(record.test ? &*record.test : nullptr);
            out << ",," << number(record.samplesPerSecond) << '\n';
        }
        for (const train::Mark& mark : run.marks()) {
            QString what = QString::fromStdString(mark.what);
            what.replace(QLatin1Char('"'), QLatin1String("\"\""));
            out << name << ",mark," << mark.step << ",,,\"" << what << '"'
                << QString(static_cast<int>(3 * metrics.size()), QLatin1Char(',')) << ",,\n";
        }
    };
    const std::int64_t run = workbench().standing().run;
    write(run ? QString::number(run) : QStringLiteral("present"), present_);
    for (const RunShelf::Entry& entry : earlier_) write(QString::number(entry.summary.id), *entry.curves);
    out.flush();
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "curves",
    .order = 10,
    .title = QT_TRANSLATE_NOOP("View", "Curves"),
    .meaning = QT_TRANSLATE_NOOP("View", "Loss and metrics for train and dev, batch by batch"),
    .shownAtStart = true,
    .make = [](Workbench& workbench, QWidget* parent) -> View* { return new CurvesView(workbench, parent); },
}};

}  // namespace
}  // namespace perceptarium::ui
