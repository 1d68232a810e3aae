// The training loop's half that keeps the run in the record: begins and ends it there, writes checkpoints, goes back to
// them.
#include "train/non_finite.h"
#include "train/training_loop.h"

namespace perceptarium::train {

Status TrainingLoop::goToRecordedRun() {
    if (!writer_) return Error{"the run cannot be gone on with: " + recordTrouble_, {}, {}, {}};
    const std::int64_t id = options_.resumeRun;
    Status done;
    writer_->call([&](RunRecord& record) {
        done = [&]() -> Status {
            const RunSummary summary = PC_TRY(record.run(id));
            if (summary.state == RunState::Running)
                return Error{"this run is going on in another window or program", "run " + std::to_string(id), {}, {}};
            std::optional<State> state = PC_TRY(record.checkpoint(id));
            if (!state) {  // killed before anything was kept: begin it again
                trainer_->reset(summary.seed);
                state = trainer_->state();
            }
            PC_TRY(trainer_->setState(*state));
            PC_TRY(record.resume(id, *state));
            PC_TRY(record.setEpochsWanted(id, trainer_->settings().epochs));
            for (const BatchRecord& batch : PC_TRY(record.batches(id))) history_.append(batch);
            for (const EpochRecord& epoch : PC_TRY(record.epochs(id))) history_.append(epoch);
            for (const Mark& mark : PC_TRY(record.marks(id))) history_.append(mark);
            seconds_ = state->seconds;
            lastGood_ = std::make_shared<const State>(std::move(*state));
            if (summary.dataHash != trainer_->data().dataset->contentHash())
                mark(trainer_->stepsDone(), "the data are not those that the run began with");
            return {};
        }();
    });
    if (!done) return done.error();
    run_ = id;
    runOpen_ = true;
    writer_->setRun(run_);
    return {};
}

/// The run is begun, or goes on, in the record. What cannot be recorded is trained all the same, and said.
void TrainingLoop::startRun() {
    if (runOpen_ || !writer_) return;
    Status status;
    const std::int64_t before = run_;
    writer_->call([&](RunRecord& record) {
        if (before != 0) {
            status = record.resume(before, trainer_->state());
            return;
        }
        auto id = record.begin(options_.projectName, options_.projectJson, trainer_->settings().seed,
                               trainer_->settings().epochs, trainer_->data().dataset->contentHash());
        if (id)
            run_ = *id;
        else
            status = id.error();
    });
    if (!status || run_ == 0) {
        recordTrouble_ = "this run is not recorded: " + (status ? writer_->failure() : status.error().message());
        writer_.reset();
        bundle_ = {};
        return;
    }
    runOpen_ = true;
    writer_->setRun(run_);
    if (before == 0) {
        bundle_.batches = history_.batches(0);  // of a project that was saved halfway
        bundle_.epochs = history_.epochs(0);
        bundle_.marks = history_.marks(0);
    }
    checkpoint();
}

/// False when the weights are not worth keeping: they are not finite.
bool TrainingLoop::checkpoint() {
    checkpointAt_ = seconds_;
    if (changed_) markChanges();
    if (!nonFiniteParameter(trainer_->model()).empty()) return false;
    lastGood_ = std::make_shared<const State>(trainer_->state());
    if (writer_ && runOpen_) {
        bundle_.checkpoint = lastGood_;
        if (best_) {
            bundle_.best = best_->step == lastGood_->step ? lastGood_ : best_;
            bundle_.bestScore = bestScore_;
            best_.reset();
        }
        writer_->hand(bundle_);
        handedAt_ = seconds_;
    }
    return true;
}

/// The best epoch so far has just ended. It goes on disk with the next checkpoint: so the record never holds a best epoch
/// that the run has not come to, and a tiny net may have thousands of better epochs a second.
void TrainingLoop::keepBest() {
    if (!writer_ || !runOpen_) return;
    best_ = std::make_shared<const State>(trainer_->state());
    bestScore_ = trainer_->best().score();
}

void TrainingLoop::endRun(RunState state, StopReason reason, const std::string& message) {
    if (!runOpen_) return;
    runOpen_ = false;
    writer_->hand(bundle_);
    writer_->flush();
    writer_->call([&](RunRecord& record) {
        if (const Status ended = record.end(run_, state, reason, message); !ended)
            recordTrouble_ = ended.error().message();
    });
}

/// An update can carry weights beyond what numbers hold although loss and gradient were finite. Then the last good ones
/// are those of the last checkpoint.
std::string TrainingLoop::goBackIfDamaged() {
    if (nonFiniteParameter(trainer_->model()).empty() || !lastGood_) return {};
    const StepKnobs knobs = trainer_->knobs();
    const std::set<std::string> frozen = trainer_->frozen();
    if (const Status back = trainer_->setState(*lastGood_); !back) return {};
    trainer_->setKnobs(knobs);
    trainer_->setFrozen(frozen);
    history_.truncate(lastGood_->step);
    std::erase_if(bundle_.batches, [&](const BatchRecord& record) { return record.step >= lastGood_->step; });
    std::erase_if(bundle_.epochs, [&](const EpochRecord& record) { return record.step > lastGood_->step; });
    std::erase_if(bundle_.marks, [&](const Mark& mark) { return mark.step > lastGood_->step; });
    best_.reset();
    seconds_ = lastGood_->seconds;
    pace_.clear();
    if (writer_ && runOpen_) {
        writer_->hand(bundle_);
        writer_->call([&](RunRecord& record) {
            if (const Status cut = record.resume(run_, *lastGood_); !cut) recordTrouble_ = cut.error().message();
        });
    }
    return "; training went back to step " + std::to_string(lastGood_->step) + ", the last that was good";
}

}  // namespace perceptarium::train
