#include "ui/panels/range_test_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/panels/range_test_chart.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_messages.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

RangeTestPanel::RangeTestPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      form_(new SettingsForm),
      chart_(new RangeTestChart),
      start_(new QPushButton),
      take_(new QPushButton),
      note_(new QLabel) {
    form_->setSpecs(train::rangeTestSettings());
    form_->setValues({});
    note_->setWordWrap(true);
    note_->setProperty("role", "secondary");
    note_->setTextFormat(Qt::PlainText);
    start_->setToolTip(
        tr("Trains a copy of the network, as it is now, with a learning rate that grows from batch to batch. "
           "Your run is not touched."));
    take_->setToolTip(tr("Sets this learning rate for the run. Undo takes it back."));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(start_);
    buttons->addWidget(take_);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kSpacing, kMargin, kSpacing);
    column->setSpacing(kSpacing);
    column->addWidget(chart_, 1);
    column->addWidget(note_);
    column->addLayout(buttons);
    column->addWidget(form_);

    connect(form_, &SettingsForm::changed, this, [this](const QString& name, const SettingValue& value) {
        settings_[name.toStdString()] = value;
        const auto range = train::rangeTestSettings(settings_);
        form_->setProblems(range ? std::map<std::string, QString>{}
                                 : std::map<std::string, QString>{{range.error().where, errorText(range.error())}});
        refreshButtons();
    });
    connect(start_, &QPushButton::clicked, this, &RangeTestPanel::toggle);
    connect(take_, &QPushButton::clicked, this, [this] {
        if (const auto rate = chart_->rate()) take(*rate);
    });
    connect(chart_, &RangeTestChart::taken, this, &RangeTestPanel::take);
    connect(chart_, &RangeTestChart::rateChanged, this, &RangeTestPanel::refreshButtons);
    connect(&workbench_, &Workbench::tick, this, &RangeTestPanel::look);
    connect(&workbench_, &Workbench::trainerChanged, this, &RangeTestPanel::refreshButtons);
    refreshButtons();
}

RangeTestPanel::~RangeTestPanel() = default;

void RangeTestPanel::refreshButtons() {
    start_->setText(running_ ? tr("Stop") : tr("Start the test"));
    const QString obstacle = workbench_.trainer() ? QString() : workbench_.whyNotReady();
    const bool fine = train::rangeTestSettings(settings_).has_value();
    start_->setEnabled(running_ || (fine && workbench_.trainer()));
    const auto rate = chart_->rate();
    take_->setEnabled(rate.has_value());
    take_->setText(rate ? tr("Take α = %1").arg(QString::number(*rate, 'g', 2)) : tr("Take"));
    if (!running_ && shown_ == 0) note_->setText(obstacle);
    note_->setVisible(!note_->text().isEmpty());
}

void RangeTestPanel::toggle() {
    if (running_)
        worker_.cancel();
    else
        start();
    look();
}

void RangeTestPanel::start() {
    const auto range = train::rangeTestSettings(settings_);
    const auto trainer = workbench_.trainer();
    if (!range || !trainer) return;
    const project::Document& document = workbench_.document();
    worker_.start({document.graph, workbench_.data(), document.training, *range,
                   [trainer] { return std::optional(trainer->state()); }});
    running_ = true;
    task_ = workbench_.tasks().begin(tr("Testing learning rates"), [this] { toggle(); });
    steps_ = range->steps;
    shown_ = 0;
    chart_->show({}, std::nullopt);
    note_->setText(tr("Testing…"));
    refreshButtons();
}

/// On each tick: what is new.
void RangeTestPanel::look() {
    if (!running_) return;
    const RangeTestWorker::Progress now = worker_.progress();
    if (now.points.size() != shown_) {
        shown_ = now.points.size();
        chart_->show(now.points, std::nullopt);
        if (task_) task_->done = static_cast<double>(shown_) / static_cast<double>(std::max<std::int64_t>(steps_, 1));
    }
    if (now.running) return;
    running_ = false;
    task_.reset();
    if (!now.failure.empty()) {
        note_->setText(qt(now.failure));
    } else if (!now.result) {
        note_->setText(tr("The test was stopped."));
    } else {
        const train::RangeTest& test = *now.result;
        chart_->show(test.points, test.suggested);
        QString words =
            test.suggested
                ? tr("The loss falls fastest at α = %1; it is lowest at %2, which is already close to too much.")
                      .arg(QString::number(*test.suggested, 'g', 2), QString::number(test.lowest, 'g', 2))
                : tr("The loss did not fall clearly, so no learning rate suggests itself. A network that is trained already "
                                 "looks like this: reset it, then test.");
        if (test.diverged && !test.points.empty())
            words += u' ' + tr("Above %1 it flew off.").arg(QString::number(test.points.back().learningRate, 'g', 2));
        note_->setText(words);
    }
    refreshButtons();
}

void RangeTestPanel::take(double rate) {
    rate = QString::number(rate, 'g', 2).toDouble();
    workbench_.setLearningRate(rate);
    workbench_.sealEdit();
    workbench_.say(tr("Learning rate %1, from the range test.").arg(QString::number(rate, 'g', 2)));
}

}  // namespace perceptarium::ui
