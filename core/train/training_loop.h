// TrainingLoop: what the trainer's thread does, without the thread: which phase training is in, one batch after another,
// the history, the record, and what happens when something goes wrong. One thread calls it.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "train/pace.h"
#include "train/record_writer.h"
#include "train/trainer_thread.h"

namespace perceptarium::train {

class TrainingLoop {
public:
    /// `publish` gets each new Standing; `evaluationStop` is asked before each evaluation.
    TrainingLoop(std::unique_ptr<Trainer> trainer, TrainerThread::Options options, History& history,
                 std::function<void(const Standing&)> publish, std::function<std::stop_token()> evaluationStop);
    ~TrainingLoop();  ///< ends a run that is under way as stopped, with a checkpoint

    /// Opens the record and goes to where training is to start. Leaves Preparing.
    void prepare();

    void play();
    void pause();
    void stepBatch();
    void stepEpoch();
    void stop();
    void reset(std::uint64_t seed);
    void setKnob(double StepKnobs::*knob, double value);
    void setFrozen(const std::set<std::string>& nodes);
    void setEpochs(std::int64_t epochs);
    void setPatience(std::int64_t patience);

    bool wantsToTrain() const { return want_ != Want::Nothing; }
    /// One batch, or the end of an epoch. True every few milliseconds and whenever training comes to rest: a good moment
    /// to look at it.
    bool advance();
    /// An exception came up: our own bug. Only reset() helps then.
    void breakDown(const std::string& what);

    State state() const;
    Trainer& trainer() { return *trainer_; }
    Phase phase() const { return phase_; }

private:
    enum class Want { Nothing, All, Epoch, Batch };

    void want(Want what);
    Status goToStart();
    Status goToRecordedRun();
    void startRun();
    void finishEpoch();
    void finish();
    void keepBest();
    void limitsChanged();
    void mark(std::int64_t step, const std::string& what);
    bool oneBatchDone();
    void failed(const Error& error);
    std::string goBackIfDamaged();
    void settle(Phase phase, StopReason reason = StopReason::None, const std::string& message = {});
    void housekeep(bool now);
    bool checkpoint();
    void markChanges();
    void markKnobs();
    void markFrozen();
    void endRun(RunState state, StopReason reason, const std::string& message);
    void publish();
    double examplesDone() const;

    std::unique_ptr<Trainer> trainer_;
    TrainerThread::Options options_;
    History& history_;
    std::function<void(const Standing&)> publish_;
    std::function<std::stop_token()> evaluationStop_;

    Phase phase_ = Phase::Preparing;
    StopReason reason_ = StopReason::None;
    std::string message_;
    Want want_ = Want::Nothing;
    int batchesAsked_ = 0;  ///< with Want::Batch; several when the key is pressed faster than batches go
    bool broken_ = false;

    Pace pace_;
    double seconds_ = 0;            ///< of the run, as of the last record
    double evaluationSeconds_ = 0;  ///< of these
    double keptAt_ = 0, publishedAt_ = 0, handedAt_ = 0, checkpointAt_ = 0;
    bool slowEvaluation_ = true;

    StepKnobs marked_;        ///< the knobs that the curves know of
    std::set<std::string> markedFrozen_;  ///< likewise the frozen nodes
    bool changed_ = false;    ///< knobs or frozen nodes, since the curves were told

    std::unique_ptr<RecordWriter> writer_;  ///< null: not recorded
    RecordWriter::Bundle bundle_;
    std::string recordTrouble_;
    std::int64_t run_ = 0;
    bool runOpen_ = false;
    std::shared_ptr<const State> lastGood_;  ///< the last checkpoint
    std::shared_ptr<const State> best_;      ///< of the best epoch so far, when it is not on its way to the record yet
    double bestScore_ = 0;
};

}  // namespace perceptarium::train
