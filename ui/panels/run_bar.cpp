#include "ui/panels/run_bar.h"

#include <QAction>
#include <QGuiApplication>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/panels/play_button.h"
#include "ui/panels/wording.h"
#include "ui/shared/action_tip.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kTicksBetweenTexts = 8;  // four times a second is as fast as anyone reads
constexpr int kProgressSteps = 10000;

bool runs(train::Phase phase) { return phase == train::Phase::Running || phase == train::Phase::Evaluating; }

QString phaseText(train::Phase phase) {
    switch (phase) {
        case train::Phase::Preparing: return RunBar::tr("Preparing");
        case train::Phase::Ready: return RunBar::tr("Ready");
        case train::Phase::Running: return RunBar::tr("Training");
        case train::Phase::Paused: return RunBar::tr("Paused");
        case train::Phase::Evaluating: return RunBar::tr("Evaluating");
        case train::Phase::Finished: return RunBar::tr("Finished");
        case train::Phase::Stopped: return RunBar::tr("Stopped");
        case train::Phase::Failed: return RunBar::tr("Failed");
    }
    return {};
}

QLabel* elidingLabel() {
    auto* label = new QLabel;
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// Two labels side by side, three parts to two; the left one has all the room while the right one is hidden. Without a
/// layout, so that new words do not lay out the whole window anew.
class TwoLabels : public QWidget {
public:
    TwoLabels(QLabel* left, QLabel* right) : left_(left), right_(right) {
        left->setParent(this);
        right->setParent(this);
        right->installEventFilter(this);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {0, std::max(left_->sizeHint().height(), right_->sizeHint().height())}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent*) override { place(); }
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) place();
        return false;
    }

private:
    void place() {
        const int first = right_->isHidden() ? width() : 3 * (width() - kSpacing) / 5;
        left_->setGeometry(0, 0, first, height());
        right_->setGeometry(first + kSpacing, 0, width() - first - kSpacing, height());
    }

    QLabel *left_, *right_;
};

void showElided(QLabel* label, const QString& text) {
    const QString shown = label->fontMetrics().elidedText(text, Qt::ElideRight, std::max(20, label->width()));
    if (label->text() != shown) label->setText(shown);
    if (label->accessibleName() != text) label->setAccessibleName(text);
    if (const QString whole = shown == text ? QString() : text; label->toolTip() != whole) label->setToolTip(whole);
}

/// Why it is in the phase it is in, where that is not plain from the phase.
QString reasonText(const train::Standing& now) {
    if (!now.message.empty()) return qt(now.message);
    if (now.phase != train::Phase::Stopped && now.phase != train::Phase::Finished) return {};
    return now.reason == train::StopReason::None ? QString() : qt(std::string(train::textOf(now.reason)));
}

}  // namespace

RunBar::RunBar(Workbench& workbench, QWidget* parent) : QToolBar(tr("Run bar"), parent), workbench_(workbench) {
    setObjectName("run-bar");
    setMovable(false);
    setFloatable(false);
    setIconSize({18, 18});
    setContextMenuPolicy(Qt::PreventContextMenu);
    makeActions();

    addWidget(new PlayButton(play_));
    addActions({batch_, epoch_, stop_, reset_, newSeed_});
    for (QAction* action : {batch_, epoch_, stop_, reset_, newSeed_}) {
        QWidget* button = widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        button->setAccessibleDescription(action->statusTip());
    }
    addSeparator();
    addWidget(makeProgress());

    connect(&workbench_, &Workbench::inferenceChanged, this, &RunBar::refreshActions);
    connect(&workbench_, &Workbench::dataChanged, this, &RunBar::refreshActions);
    connect(&workbench_, &Workbench::trainerChanged, this, &RunBar::refreshActions);
    connect(&workbench_, &Workbench::tick, this, [this] {
        if (workbench_.standing().phase != phase_)
            refreshActions();
        else if (++ticks_ % kTicksBetweenTexts == 0)
            refreshProgress();
    });
    refreshActions();
    if (auto* more = findChild<QToolButton*>("qt_toolbar_ext_button")) {  // Qt's own, for a narrow window
        more->setAccessibleName(tr("More"));
        more->setToolTip(tr("What has no room in the run bar"));
    }
}

QList<QAction*> RunBar::runActions() const { return {play_, pause_, batch_, epoch_, stop_, reset_, newSeed_}; }

void RunBar::makeActions() {
    const auto make = [this](const QString& text, const QString& shortName, const char* iconName,
                             const QList<QKeySequence>& keys, const QString& help) {
        auto* action = new QAction(icon(iconName), text, this);
        action->setObjectName(QLatin1String("run-") + QLatin1String(iconName));
        action->setIconText(shortName);
        action->setShortcuts(keys);
        describeAction(*action, help);
        return action;
    };
    play_ = make(tr("&Play"), tr("Play"), "play", {QKeySequence("F5"), QKeySequence("Ctrl+Return")},
                 tr("Trains until all epochs are done. Press again to pause."));
    pause_ = make(tr("P&ause"), tr("Pause"), "pause", {QKeySequence("F6"), QKeySequence("Ctrl+Space")},
                  tr("Waits between two mini-batches. Nothing is lost: play goes on from here."));
    batch_ = make(tr("One &batch"), tr("One batch"), "step", {QKeySequence("F10")},
                  tr("Looks at one mini-batch, changes the weights once, and pauses."));
    epoch_ = make(tr("One &epoch"), tr("One epoch"), "step-epoch", {QKeySequence("Ctrl+F10")},
                  tr("Goes once through the training set, evaluates on the dev set, and pauses."));
    stop_ = make(tr("&Stop"), tr("Stop"), "stop", {QKeySequence("Shift+F5")},
                 tr("Ends the run. Its weights stay, and the run is kept in the record."));
    reset_ = make(tr("&Reset"), tr("Reset"), "reset", {QKeySequence("Ctrl+Shift+F5")},
                  tr("Draws the starting weights again from the same seed: the same run from the start. "
                     "With Shift: from a new seed."));
    newSeed_ = make(tr("Reset with a &new seed"), tr("New seed"), "random", {QKeySequence("Ctrl+Alt+F5")},
                    tr("Other starting weights and another order of the examples."));

    connect(play_, &QAction::triggered, this, [this] {
        if (runs(workbench_.standing().phase))
            workbench_.pause();
        else
            workbench_.play();
    });
    connect(pause_, &QAction::triggered, &workbench_, &Workbench::pause);
    connect(batch_, &QAction::triggered, &workbench_, &Workbench::stepBatch);
    connect(epoch_, &QAction::triggered, &workbench_, &Workbench::stepEpoch);
    connect(stop_, &QAction::triggered, &workbench_, &Workbench::stop);
    // Shift alone: a click with Shift held (the shortcut holds Ctrl as well).
    connect(reset_, &QAction::triggered, this,
            [this] { workbench_.reset(QGuiApplication::keyboardModifiers() == Qt::ShiftModifier); });
    connect(newSeed_, &QAction::triggered, this, [this] { workbench_.reset(true); });
}

QWidget* RunBar::makeProgress() {
    auto* area = new QWidget;
    area->setMinimumWidth(240);
    area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    where_ = elidingLabel();
    where_->setForegroundRole(QPalette::WindowText);  // a tool bar's own would be that of buttons
    pace_ = elidingLabel();
    pace_->setAlignment(Qt::AlignRight);
    pace_->setProperty("role", "secondary");
    progress_ = new QProgressBar;
    progress_->setRange(0, kProgressSteps);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(6);
    progress_->setAccessibleName(tr("Progress of the training"));

    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(kSpacing, 2, kSpacing, 4);
    layout->setSpacing(3);
    layout->addWidget(new TwoLabels(where_, pace_));
    layout->addWidget(progress_);
    return area;
}

void RunBar::refreshActions() {
    const train::Standing now = workbench_.standing();
    phase_ = now.phase;
    const bool running = runs(now.phase);
    const QString obstacle = running ? QString() : workbench_.whyNotReady();
    const bool ready = obstacle.isEmpty() || workbench_.isLoading();  // play waits for the data
    const bool goesOn = now.step > 0 && now.phase == train::Phase::Paused;

    play_->setData(running);
    play_->setIcon(icon(running ? "pause" : "play"));
    play_->setText(running ? tr("&Pause") : goesOn ? tr("&Go on") : tr("&Play"));
    play_->setIconText(running ? tr("Pause") : tr("Play"));
    play_->setToolTip(ready || running ? QStringLiteral("<b>%1</b> F5<br>%2").arg(play_->iconText(), play_->statusTip())
                                       : obstacle.toHtmlEscaped());
    play_->setEnabled(running || ready);
    pause_->setEnabled(running);
    batch_->setEnabled(!running && ready);
    epoch_->setEnabled(!running && ready);
    stop_->setEnabled(running || now.phase == train::Phase::Paused);
    reset_->setEnabled(workbench_.trainer() && now.step > 0);
    newSeed_->setEnabled(workbench_.trainer() != nullptr);
    refreshProgress();
}

void RunBar::say(const QString& where, const QString& pace, bool isProblem) {
    pace_->setVisible(!pace.isEmpty());  // all the room for a long reason
    QPalette ink = palette();
    if (isProblem) ink.setColor(QPalette::WindowText, colour(Role::Error));
    if (where_->palette() != ink) where_->setPalette(ink);
    showElided(where_, where);
    showElided(pace_, pace);
}

void RunBar::refreshProgress() {
    const train::Standing now = workbench_.standing();
    const QString obstacle = runs(now.phase) ? QString() : workbench_.whyNotReady();
    if (!obstacle.isEmpty()) {
        say(obstacle, {}, !workbench_.isLoading());
        progress_->setValue(0);
        return;
    }
    QStringList where{phaseText(now.phase)}, pace;
    if (const QString reason = reasonText(now); !reason.isEmpty()) where << reason;
    if (now.epochs > 0) {
        // People count the epoch that is under way; once training has ended, those that are done.
        const std::int64_t epoch = now.phase == train::Phase::Finished ? now.epoch : std::min(now.epoch + 1, now.epochs);
        where << tr("epoch %1 of %2").arg(countText(epoch), countText(now.epochs));
        if (now.batchesPerEpoch > 0 && now.batch > 0)
            where << tr("batch %1 of %2").arg(countText(now.batch), countText(now.batchesPerEpoch));
    }
    if (runs(now.phase)) {
        if (std::isfinite(now.secondsLeft)) pace << tr("%1 left").arg(durationText(now.secondsLeft));
        if (now.samplesPerSecond > 0) pace << tr("%1 samples/s").arg(rateText(now.samplesPerSecond));
    }
    say(where.join(QStringLiteral(" · ")), pace.join(QStringLiteral(" · ")), now.phase == train::Phase::Failed);

    double done = 0;
    if (now.epochs > 0) {
        const auto share = [](std::int64_t part, std::int64_t whole) {
            return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0.0;
        };
        done = share(now.epoch, now.epochs) + share(now.batch, now.batchesPerEpoch) / static_cast<double>(now.epochs);
    }
    progress_->setValue(static_cast<int>(std::lround(std::clamp(done, 0.0, 1.0) * kProgressSteps)));
}

}  // namespace perceptarium::ui
