#include "train/training_loop.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "train/non_finite.h"
#include "train/schedule.h"

namespace perceptarium::train {
namespace {

// Seconds. Between these a tiny net makes thousands of steps.
constexpr double kKeepEvery = 0.01;
constexpr double kPublishEvery = 0.03;
constexpr double kHandEvery = 0.25;
constexpr double kEpochCheckpointEvery = 0.25;
constexpr std::size_t kHandAtLeast = 32768;
constexpr double kCheckpointShare = 0.05;  ///< of the time, at most, for writing checkpoints
constexpr double kSlowEvaluation = 0.05;

/// "conv1, conv2 and 3 more".
std::string listOf(const std::vector<std::string>& names) {
    constexpr std::size_t kMostNames = 3;
    std::string text = names.front();
    for (std::size_t i = 1; i < std::min(names.size(), kMostNames); ++i) text += ", " + names[i];
    if (names.size() > kMostNames) text += " and " + std::to_string(names.size() - kMostNames) + " more";
    return text;
}

std::string changeText(const std::string& name, double before, double after) {
    char text[96];
    std::snprintf(text, sizeof text, "%s %.6g → %.6g", name.c_str(), before, after);
    return text;
}

}  // namespace

TrainingLoop::TrainingLoop(std::unique_ptr<Trainer> trainer, TrainerThread::Options options, History& history,
                           std::function<void(const Standing&)> publish, std::function<std::stop_token()> evaluationStop)
    : trainer_(std::move(trainer)),
      options_(std::move(options)),
      history_(history),
      publish_(std::move(publish)),
      evaluationStop_(std::move(evaluationStop)),
      marked_(trainer_->knobs()) {}

TrainingLoop::~TrainingLoop() {
    try {
        if (!runOpen_) return;
        checkpoint();
        endRun(RunState::Stopped, StopReason::User, {});
    } catch (const std::exception&) {
        // The checkpoint before is still there, and the run will be offered as interrupted.
    }
}

void TrainingLoop::prepare() {
    if (!options_.recordPath.empty()) {
        auto record = RunRecord::open(options_.recordPath);
        if (record)
            writer_ = std::make_unique<RecordWriter>(std::move(*record));
        else
            recordTrouble_ = "this run is not recorded: " + record.error().message();
    }
    if (const Status start = goToStart(); !start) {
        broken_ = true;
        settle(Phase::Failed, StopReason::Failed, start.error().message());
        return;
    }
    marked_ = trainer_->knobs();
    if (!changed_) markedFrozen_ = trainer_->frozen();
    keptAt_ = publishedAt_ = handedAt_ = checkpointAt_ = seconds_;
    const std::vector<BatchRecord> past = history_.batches(0);
    for (std::size_t i = past.size() - std::min<std::size_t>(past.size(), 50); i < past.size(); ++i) pace_.add(past[i]);
    if (trainer_->done())
        finish();
    else
        settle(trainer_->stepsDone() == 0 ? Phase::Ready : Phase::Paused);
}

Status TrainingLoop::goToStart() {
    if (options_.resumeRun != 0) return goToRecordedRun();
    if (!options_.start) return {};
    const std::set<std::string> drawn = trainer_->frozen();
    PC_TRY(trainer_->setState(*options_.start));
    markedFrozen_ = trainer_->frozen();
    if (drawn != markedFrozen_) setFrozen(drawn);
    for (const BatchRecord& record : options_.pastBatches) history_.append(record);
    for (const EpochRecord& record : options_.pastEpochs) history_.append(record);
    for (const Mark& mark : options_.pastMarks) history_.append(mark);
    seconds_ = options_.start->seconds;
    return {};
}

void TrainingLoop::want(Want what) {
    if (broken_ || phase_ == Phase::Preparing) return;
    if (trainer_->done()) return finish();
    want_ = what;
    phase_ = Phase::Running;
    reason_ = StopReason::None;
    message_.clear();
    startRun();
    publish();
}

void TrainingLoop::play() { want(Want::All); }
void TrainingLoop::stepBatch() {
    batchesAsked_ = want_ == Want::Batch ? batchesAsked_ + 1 : 1;
    want(Want::Batch);
}
void TrainingLoop::stepEpoch() { want(Want::Epoch); }

void TrainingLoop::pause() {
    if (!wantsToTrain()) return;
    checkpoint();
    settle(Phase::Paused);
}

void TrainingLoop::stop() {
    const bool underWay = wantsToTrain() || phase_ == Phase::Paused;
    if (!underWay) return;
    checkpoint();
    endRun(RunState::Stopped, StopReason::User, {});
    settle(Phase::Stopped, StopReason::User);
}

void TrainingLoop::reset(std::uint64_t seed) {
    endRun(RunState::Stopped, StopReason::User, "reset");
    trainer_->reset(seed);
    history_.clear();
    pace_.clear();
    bundle_ = {};
    run_ = 0;
    lastGood_.reset();
    best_.reset();
    seconds_ = evaluationSeconds_ = keptAt_ = publishedAt_ = handedAt_ = checkpointAt_ = 0;
    broken_ = false;
    marked_ = trainer_->knobs();
    markedFrozen_ = trainer_->frozen();
    changed_ = false;
    settle(Phase::Ready);
}

void TrainingLoop::setKnob(double StepKnobs::*knob, double value) {
    StepKnobs knobs = trainer_->knobs();
    knobs.*knob = value;
    trainer_->setKnobs(knobs);
    changed_ = true;
    publish();
}

void TrainingLoop::setFrozen(const std::set<std::string>& nodes) {
    trainer_->setFrozen(nodes);
    changed_ = true;
    publish();
}

void TrainingLoop::setEpochs(std::int64_t epochs) {
    if (epochs < 1 || epochs == trainer_->settings().epochs) return;
    trainer_->setEpochs(epochs);
    if (run_ != 0 && writer_)
        writer_->call([&](RunRecord& record) {
            if (const Status set = record.setEpochsWanted(run_, epochs); !set) recordTrouble_ = set.error().message();
        });
    limitsChanged();
}

void TrainingLoop::setPatience(std::int64_t patience) {
    if (patience < 0 || patience == trainer_->settings().patience) return;
    trainer_->setPatience(patience);
    limitsChanged();
}

/// Where training ends was moved: it may be at its end now, or not any more.
void TrainingLoop::limitsChanged() {
    if (wantsToTrain() && trainer_->done()) return finish();  // fewer than are done already
    if (phase_ == Phase::Finished && !trainer_->done()) settle(Phase::Paused);
    publish();
}

void TrainingLoop::mark(std::int64_t step, const std::string& what) {
    const Mark mark{step, what};
    history_.append(mark);
    bundle_.marks.push_back(mark);
}

/// Marks are made when a change takes effect, so that dragging a slider while paused leaves one mark.
void TrainingLoop::markChanges() {
    changed_ = false;
    markKnobs();
    markFrozen();
}

void TrainingLoop::markFrozen() {
    const std::set<std::string> now = trainer_->frozen();
    const std::set<std::string> before = std::exchange(markedFrozen_, now);
    if (trainer_->stepsDone() == 0) return;
    const auto tell = [&](const std::set<std::string>& there, const std::set<std::string>& notThere, const char* what) {
        std::vector<std::string> names;
        std::set_difference(there.begin(), there.end(), notThere.begin(), notThere.end(), std::back_inserter(names));
        if (!names.empty()) mark(trainer_->stepsDone(), listOf(names) + what);
    };
    tell(now, before, " frozen");
    tell(before, now, " unfrozen");
}

void TrainingLoop::markKnobs() {
    const StepKnobs now = trainer_->knobs();
    const std::int64_t step = trainer_->stepsDone();
    const StepKnobs before = std::exchange(marked_, now);
    if (step == 0) return;  // nothing was drawn with the old ones
    for (const Knob& knob : allKnobs())
        if (now.*knob.value != before.*knob.value)
            mark(step, changeText(knob.words, before.*knob.value, now.*knob.value));
}

bool TrainingLoop::advance() {
    if (trainer_->epochEnded()) {
        finishEpoch();
        return true;
    }
    if (changed_) markChanges();
    const Result<BatchRecord> record = trainer_->step();
    if (!record) {
        failed(record.error());
        return true;
    }
    history_.append(*record);
    pace_.add(*record);
    if (writer_) bundle_.batches.push_back(*record);
    seconds_ = record->seconds;
    if (want_ == Want::Batch && !trainer_->epochEnded() && oneBatchDone()) return true;
    if (seconds_ - keptAt_ < kKeepEvery) return false;
    housekeep(false);
    return true;
}

/// One of the single batches that were asked for is done, with the epoch's end where it was the last one.
bool TrainingLoop::oneBatchDone() {
    if (--batchesAsked_ > 0) return false;
    checkpoint();
    settle(Phase::Paused);
    return true;
}

void TrainingLoop::finishEpoch() {
    if (slowEvaluation_) {
        phase_ = Phase::Evaluating;
        publish();
    }
    const double before = seconds_;
    const double rate = trainer_->learningRate();
    const auto record = trainer_->finishEpoch(evaluationStop_());
    phase_ = Phase::Running;
    if (!record) {
        if (!Progress::isCancelled(record.error())) failed(record.error());
        return;  // a cancelled one is done again when training goes on; the command that cancelled it comes next
    }
    history_.append(*record);
    if (writer_) bundle_.epochs.push_back(*record);
    seconds_ = record->seconds;
    const data::Split& split = trainer_->data().split;
    const double examples = static_cast<double>((record->dev ? split.dev.size() : 0) + (record->test ? split.test.size() : 0));
    pace_.addEvaluation(examples, seconds_ - before);
    evaluationSeconds_ += seconds_ - before;
    slowEvaluation_ = seconds_ - before > kSlowEvaluation;
    if (trainer_->best().epoch() == record->epoch) keepBest();
    const ScheduleSpec* schedule = findSchedule(trainer_->settings().schedule);
    if (schedule->looksAtResults && trainer_->learningRate() < rate)
        mark(record->step, changeText("plateau: learning rate", rate, trainer_->learningRate()));

    if (trainer_->done()) {
        const BestEpoch& best = trainer_->best();
        if (trainer_->settings().patience > 0 && best.epoch() > 0)
            mark(best.step(), "best epoch " + std::to_string(best.epoch()));
        if (trainer_->stoppedEarly()) mark(record->step, "stopped early");
        finish();
    } else if (want_ == Want::Epoch) {
        checkpoint();
        settle(Phase::Paused);
    } else if (want_ == Want::Batch) {
        oneBatchDone();
    } else {
        if (seconds_ - checkpointAt_ >= kEpochCheckpointEvery) checkpoint();
        if (seconds_ - keptAt_ >= kKeepEvery) housekeep(false);
    }
}

void TrainingLoop::finish() {
    checkpoint();
    const bool early = trainer_->stoppedEarly();
    const BestEpoch& best = trainer_->best();
    std::string words;
    if (early)
        words = "nothing better than the " + best.text() + " for " + std::to_string(best.waited()) + " epochs";
    if (trainer_->restoredBest()) words += (early ? "; its weights are back" : "the weights are back of the best, " + best.text());
    const StopReason reason = early ? StopReason::Patience : StopReason::EpochsDone;
    endRun(RunState::Finished, reason, words);
    settle(Phase::Finished, reason, words);
}

/// Every few milliseconds: speed, status, and what is to be recorded.
void TrainingLoop::housekeep(bool now) {
    keptAt_ = seconds_;
    pace_.sample(examplesDone(), seconds_ - evaluationSeconds_);
    if (now || seconds_ - publishedAt_ >= kPublishEvery) publish();
    const double rarely = writer_ ? writer_->checkpointSeconds() / kCheckpointShare : 0;
    if (seconds_ - checkpointAt_ >= std::max(options_.checkpointSeconds, rarely)) {
        checkpoint();
    } else if (writer_ && (seconds_ - handedAt_ >= kHandEvery || bundle_.batches.size() >= kHandAtLeast)) {
        writer_->hand(bundle_);
        handedAt_ = seconds_;
    }
}

void TrainingLoop::failed(const Error& error) {
    const StopReason reason = trainer_->nonFinite() ? StopReason::NonFinite : StopReason::Failed;
    std::string message = error.message();
    if (reason == StopReason::NonFinite) message += goBackIfDamaged();
    checkpoint();
    endRun(RunState::Stopped, reason, message);
    settle(Phase::Failed, reason, message);
}

void TrainingLoop::breakDown(const std::string& what) {
    broken_ = true;
    const std::string message = "a fault of the program, please report it: " + what;
    try {
        if (lastGood_) bundle_ = {};  // the last checkpoint is whole; what came after it may not be
        endRun(RunState::Stopped, StopReason::Failed, message);
    } catch (const std::exception&) {
        runOpen_ = false;
    }
    settle(Phase::Failed, StopReason::Failed, message);
}

State TrainingLoop::state() const { return broken_ && lastGood_ ? *lastGood_ : trainer_->state(); }

void TrainingLoop::settle(Phase phase, StopReason reason, const std::string& message) {
    want_ = Want::Nothing;
    phase_ = phase;
    reason_ = reason;
    message_ = message;
    trainer_->pauseClock();
    housekeep(true);
}

double TrainingLoop::examplesDone() const {
    const auto perEpoch = static_cast<double>(trainer_->examplesPerEpoch());
    const auto inEpoch = static_cast<double>(trainer_->batchesDone() * trainer_->settings().batchSize);
    return static_cast<double>(trainer_->epochsDone()) * perEpoch + std::min(inEpoch, perEpoch);
}

void TrainingLoop::publish() {
    publishedAt_ = seconds_;
    Standing standing;
    standing.phase = phase_;
    standing.reason = reason_;
    standing.message = message_;
    const std::string trouble = writer_ ? writer_->failure() : std::string();
    for (const std::string& other : {recordTrouble_, trouble})
        if (!other.empty()) standing.message += (standing.message.empty() ? "" : "; ") + other;
    standing.step = trainer_->stepsDone();
    standing.epoch = trainer_->epochsDone();
    standing.epochs = trainer_->settings().epochs;
    standing.batch = trainer_->batchesDone();
    standing.batchesPerEpoch = trainer_->batchesPerEpoch();
    standing.samplesPerSecond = pace_.samplesPerSecond();
    const data::Split& split = trainer_->data().split;
    const double left = static_cast<double>(standing.epochs * trainer_->examplesPerEpoch()) - examplesDone();
    const double evaluations = static_cast<double>(std::max<std::int64_t>(standing.epochs - standing.epoch, 0));
    const double tests = trainer_->testEachEpoch() ? evaluations : 1;
    standing.secondsLeft = pace_.secondsFor(std::max(left, 0.0), evaluations * static_cast<double>(split.dev.size()) +
                                                                     tests * static_cast<double>(split.test.size()));
    if (trainer_->done()) standing.secondsLeft = 0;
    standing.loss = pace_.loss();
    standing.accuracy = pace_.accuracy();
    standing.knobs = trainer_->knobs();
    standing.learningRate = trainer_->learningRate();
    standing.patience = trainer_->settings().patience;
    standing.frozen = trainer_->frozen();
    standing.bestEpoch = trainer_->best().epoch();
    standing.run = run_;
    publish_(standing);
}

}  // namespace perceptarium::train
