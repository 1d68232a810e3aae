// TrainerThread: the trainer on a thread of its own, at lower priority. Commands go in by a queue that is drained between
// batches; immutable records and probe results come out. Neither side ever waits for the other.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "train/probe.h"
#include "train/run_record.h"
#include "train/trainer.h"

namespace perceptarium::train {

enum class Phase { Preparing, Ready, Running, Paused, Evaluating, Finished, Stopped, Failed };
std::string_view textOf(Phase phase);

/// What the window shows in its status bar; one small value, always the latest.
struct Standing {
    Phase phase = Phase::Preparing;
    StopReason reason = StopReason::None;
    std::string message;  ///< of a failure
    std::int64_t step = 0, epoch = 0, epochs = 0, batch = 0, batchesPerEpoch = 0;
    double samplesPerSecond = 0;  ///< over the last second of training
    double secondsLeft = 0;       ///< of the whole run; NaN when not known
    double loss = 0;              ///< smoothed over the last batches
    double accuracy = 0;          ///< likewise; NaN where it does not apply
    StepKnobs knobs;
    double learningRate = 0;      ///< of the next step: the knob times what the schedule says
    std::int64_t patience = 0;
    std::set<std::string> frozen; ///< nodes that are not trained, by name
    std::int64_t bestEpoch = 0;   ///< 1-based; 0: none yet
    std::int64_t run = 0;         ///< id in the run record, 0 when not recorded
};

/// Append-only history in chunks that stay where they are: reading copies what is new and never makes the trainer wait for
/// it; appending a batch takes no lock but for one in some thousands.
class History {
public:
    History();

    /// Records from number `from` on (0-based). Any thread.
    std::vector<BatchRecord> batches(std::size_t from) const;
    std::vector<EpochRecord> epochs(std::size_t from) const;
    std::vector<Mark> marks(std::size_t from) const;
    /// Counts up whenever records were taken away (reset, another run, going back): read everything again then.
    std::uint64_t generation() const;

    // The trainer's side: one thread.
    void append(const BatchRecord& record);
    void append(const EpochRecord& record);
    void append(const Mark& mark);
    void clear();
    void truncate(std::int64_t step);  ///< forget what came after `step` batches

private:
    static constexpr std::size_t kChunk = 4096;
    using Chunk = std::vector<BatchRecord>;  ///< kChunk records; those before count_ never change
    mutable std::mutex mutex_;               ///< guards all but count_ and the records from count_ on
    std::vector<std::shared_ptr<Chunk>> chunks_;
    std::atomic<std::size_t> count_{0};      ///< batches; written by the trainer only
    std::vector<EpochRecord> epochs_;
    std::vector<Mark> marks_;
    std::uint64_t generation_ = 0;
};

class TrainerThread {
public:
    struct Options {
        std::string projectName;
        std::string projectJson;     ///< kept in the run record, so that the run can be resumed alone
        std::string recordPath;      ///< the SQLite file; empty: not recorded
        std::int64_t resumeRun = 0;  ///< go on with this run of the record
        /// Otherwise start from here (a project saved halfway), with the nodes frozen that the drawing freezes.
        std::optional<State> start;
        std::vector<BatchRecord> pastBatches;  ///< with `start`: what the curves show before
        std::vector<EpochRecord> pastEpochs;
        std::vector<Mark> pastMarks;
        /// The full state is recorded this often while training, at each epoch's end (when that is a quarter second after
        /// the last one or more), and at each pause and end. Rarer when writing takes more than a twentieth of the time.
        double checkpointSeconds = 2;
    };
    TrainerThread(std::unique_ptr<Trainer> trainer, Options options);
    ~TrainerThread();  ///< stops between two batches, with a checkpoint

    // Commands; return at once. Any thread. Knobs are marked on the curves at the first step that uses them.
    // After stop, or when a value was not finite, play goes on with the same run.
    void play();
    void pause();
    void stepBatch();
    void stepEpoch();
    void stop();
    void reset(std::uint64_t seed);
    void setKnob(double StepKnobs::*knob, double value);
    void setLearningRate(double learningRate) { setKnob(&StepKnobs::learningRate, learningRate); }
    void setFrozen(std::set<std::string> nodes);  ///< by name; all others are unfrozen
    void setEpochs(std::int64_t epochs);
    void setPatience(std::int64_t patience);

    /// The probe is served while the returned handle lives.
    std::shared_ptr<void> subscribe(ProbePtr probe);

    Standing status() const;
    const History& history() const;
    /// Blocks until the phase is none of Preparing, Running, Evaluating. For the command line and tests.
    Standing wait(std::function<void(const Standing&)> every = {}, std::chrono::milliseconds period = std::chrono::milliseconds(200));
    /// A copy of the full state, made between batches. Blocks for at most one batch. For saving.
    State state() const;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace perceptarium::train
