#include "app/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "app/aside.h"
#include "kernels/thread_pool.h"
#include "ui/panels/wording.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

constexpr int kTicksBetweenNumbers = 8;  // four times a second; at the same tick as the run bar, for one picture of both

}  // namespace

StatusLine::StatusLine(ui::Workbench& workbench, QWidget* parent)
    : QStatusBar(parent),
      workbench_(workbench),
      said_(new QLabel),
      speed_(new QLabel),
      left_(new QLabel),
      loss_(new QLabel),
      accuracy_(new QLabel),
      threads_(new QLabel),
      saved_(new QLabel),
      loadingText_(new QLabel),
      loading_(new QWidget),
      progress_(new QProgressBar),
      problems_(new QToolButton) {
    setSizeGripEnabled(false);
    said_->setTextFormat(Qt::PlainText);
    said_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    said_->setContentsMargins(ui::kSpacing, 0, 0, 0);
    addWidget(said_, 1);

    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedSize(90, 6);
    progress_->setAccessibleName(tr("How far it is"));
    progress_->setToolTip(tr("How far it is"));
    auto* cancel = new QToolButton;
    cancel->setIcon(ui::icon("close"));
    cancel->setIconSize({12, 12});
    cancel->setToolTip(tr("Cancel what is being done; everything stays as it was"));
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setProperty(kWorksAside, true);
    auto* row = new QHBoxLayout(loading_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(loadingText_);
    row->addWidget(progress_);
    row->addWidget(cancel);
    addPermanentWidget(loading_);
    loading_->hide();

    const std::pair<QLabel*, QString> labels[] = {
        {speed_, tr("Examples trained on a second, over the last second")},
        {left_, tr("Time left until all epochs are done")},
        {loss_, tr("Loss over the last mini-batches: what training makes small")},
        {accuracy_, tr("Share of training examples answered right, over the last mini-batches")},
        {threads_, tr("Processor cores that the training uses")},
        {saved_, tr("Are network, settings and weights in a file?")},
    };
    for (const auto& [label, help] : labels) {
        label->setToolTip(help);
        label->setAccessibleDescription(help);
        label->setProperty("role", "secondary");
        label->setContentsMargins(6, 0, 6, 0);
        label->hide();
        addPermanentWidget(label);
    }
    saved_->show();
    problems_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    problems_->setIconSize({14, 14});
    problems_->setToolTip(tr("Problems of network and data: show the list"));
    addPermanentWidget(problems_);
    setProblems(0);

    connect(cancel, &QToolButton::clicked, this, [this] {
        const ui::Tasks::Handle task = workbench_.tasks().shown();
        if (task && task->cancel) task->cancel();
    });
    connect(problems_, &QToolButton::clicked, this, &StatusLine::problemsRequested);
    connect(&workbench_, &ui::Workbench::said, this, &StatusLine::say);
    connect(&workbench_, &ui::Workbench::fileChanged, this, &StatusLine::refreshSaved);
    connect(&workbench_, &ui::Workbench::trainerChanged, this, &StatusLine::refreshNumbers);
    connect(&workbench_, &ui::Workbench::tick, this, [this] {
        if (++ticks_ % kTicksBetweenNumbers == 0) {
            refreshNumbers();
            refreshSaved();
            refreshTask();
        }
    });
    refreshSaved();
}

void StatusLine::say(const QString& text, bool isProblem) {
    message_ = text;
    message_.replace(QLatin1Char('\n'), QLatin1Char(' '));
    QPalette colours = palette();
    if (isProblem) colours.setColor(QPalette::WindowText, ui::colour(ui::Role::Error));
    said_->setPalette(colours);
    said_->setAccessibleName(text);
    showMessageElided();
}

void StatusLine::showMessageElided() {
    const QString shown = said_->fontMetrics().elidedText(message_, Qt::ElideRight, std::max(20, said_->width() - ui::kSpacing));
    said_->setText(shown);
    said_->setToolTip(shown == message_ ? QString() : message_);
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    showMessageElided();
}

void StatusLine::refreshNumbers() {
    const train::Standing now = workbench_.standing();
    const bool running = now.phase == train::Phase::Running || now.phase == train::Phase::Evaluating;
    ui::setSteadyText(*speed_, running && now.samplesPerSecond > 0 ? tr("%1 samples/s").arg(ui::rateText(now.samplesPerSecond)) : QString());
    ui::setSteadyText(*left_, running && std::isfinite(now.secondsLeft) ? tr("%1 left").arg(ui::durationText(now.secondsLeft)) : QString());
    ui::setSteadyText(*loss_, now.step > 0 ? tr("loss %1").arg(ui::numberText(now.loss)) : QString());
    ui::setSteadyText(*accuracy_, now.step > 0 && std::isfinite(now.accuracy) ? tr("accuracy %1").arg(ui::percentText(now.accuracy)) : QString());
    const int wanted = workbench_.document().training.threads;
    const int threads = wanted > 0 ? wanted : kernels::cores();
    ui::setSteadyText(*threads_, !workbench_.trainer() ? QString() : tr("%n thread(s)", nullptr, threads));
}

void StatusLine::refreshTask() {
    const ui::Tasks::Handle task = workbench_.tasks().shown();
    loading_->setVisible(task != nullptr);
    if (!task) return;
    const double done = task->done, left = task->secondsLeft();
    progress_->setRange(0, done < 0 ? 0 : 1000);  // both 0: it moves to and fro
    if (done >= 0) progress_->setValue(static_cast<int>(std::min(done, 1.0) * 1000));
    const QString text = std::isfinite(left) ? tr("%1 · %2 left").arg(task->what, ui::durationText(left)) : task->what;
    ui::setSteadyText(*loadingText_, text);
    progress_->setAccessibleDescription(text);
}

void StatusLine::refreshSaved() {
    ui::setSteadyText(*saved_, workbench_.isModified() ? tr("not saved") : workbench_.filePath().isEmpty() ? tr("unchanged") : tr("saved"));
}

void StatusLine::setProblems(int errors) {
    problems_->setIcon(ui::icon(errors > 0 ? "error" : "good"));
    problems_->setText(errors == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, errors));
    problems_->setAccessibleName(problems_->text());
}

}  // namespace perceptarium::app
