// Every run on disk while it goes (SQLite, WAL): settings, seed, every batch, every epoch, marks, checkpoints.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "train/trainer.h"

namespace perceptarium::train {

/// $XDG_DATA_HOME/perceptarium/runs.sqlite (or ~/.local/share/…).
std::string standardRecordPath();

enum class RunState { Running, Finished, Stopped, Interrupted };  ///< Interrupted: its process is gone
std::string_view nameOf(RunState state);

struct RunSummary {
    std::int64_t id = 0;
    std::string project;
    std::string started;  ///< ISO 8601, UTC
    RunState state = RunState::Running;
    std::string reason;   ///< why it ended, in words
    std::uint64_t seed = 0;
    std::uint64_t dataHash = 0;
    std::int64_t steps = 0, epochs = 0, epochsWanted = 0;
    double seconds = 0;
    Metrics train, dev, test;  ///< of the last epoch
};

/// One connection; used by one thread. Errors name the file. A damaged file is an Error, never a crash.
class RunRecord {
public:
    static Result<std::unique_ptr<RunRecord>> open(const std::string& path);
    ~RunRecord();

    // Reading.
    Result<std::vector<RunSummary>> runs();
    Result<RunSummary> run(std::int64_t id);
    Result<std::string> projectJson(std::int64_t id);
    Result<std::vector<BatchRecord>> batches(std::int64_t id);
    Result<std::vector<EpochRecord>> epochs(std::int64_t id);
    Result<std::vector<Mark>> marks(std::int64_t id);
    /// The newest checkpoint that is whole (its hash fits); nullopt if there is none.
    Result<std::optional<State>> checkpoint(std::int64_t id);
    /// The same for the best epoch, by the number that the run's settings say.
    Result<std::optional<State>> bestCheckpoint(std::int64_t id);
    Status forget(std::int64_t id);

    // Writing.
    Result<std::int64_t> begin(const std::string& project, const std::string& projectJson, std::uint64_t seed,
                               std::int64_t epochs, std::uint64_t dataHash);
    /// Marks it as running under this process again and forgets what came after the checkpoint.
    Status resume(std::int64_t id, const State& checkpoint);
    /// Batches, epochs and marks gathered since the last call, and the state, in one transaction. `best`: the state of an
    /// epoch that was better than all before, with a score that is lower than theirs; may be the checkpoint itself.
    Status write(std::int64_t id, const std::vector<BatchRecord>& batches, const std::vector<EpochRecord>& epochs,
                 const std::vector<Mark>& marks, const State* checkpoint, const State* best = nullptr,
                 double bestScore = 0);
    Status setEpochsWanted(std::int64_t id, std::int64_t epochs);
    Status end(std::int64_t id, RunState state, StopReason reason, const std::string& message);

private:
    RunRecord();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace perceptarium::train
