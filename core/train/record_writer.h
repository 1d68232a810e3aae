// Writes a run's record on a thread of its own, so that training never waits for the disk. What is handed over before it
// was written grows together; a newer checkpoint replaces one that was not written yet.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "train/run_record.h"

namespace perceptarium::train {

class RecordWriter {
public:
    /// What belongs together: a checkpoint and everything that happened before it.
    struct Bundle {
        std::vector<BatchRecord> batches;
        std::vector<EpochRecord> epochs;
        std::vector<Mark> marks;
        std::shared_ptr<const State> checkpoint;
        std::shared_ptr<const State> best;  ///< of the best epoch so far; may be the checkpoint
        double bestScore = 0;               ///< lower is better
        bool empty() const { return batches.empty() && epochs.empty() && marks.empty() && !checkpoint && !best; }
    };

    explicit RecordWriter(std::unique_ptr<RunRecord> record);
    ~RecordWriter();  ///< writes what is left

    /// Of this run until the next call; writes what is left of the one before first.
    void setRun(std::int64_t run);
    /// Takes over the bundle's content and leaves it empty. Written within a second, at once when it has a checkpoint.
    /// Waits only when several hundred megabytes are waiting.
    void hand(Bundle& bundle);
    /// Returns when everything handed over is written, or has failed.
    void flush();
    /// Does something with the record on the writer's thread, after all that was handed over, and waits for it.
    void call(const std::function<void(RunRecord&)>& work);

    /// What went wrong the last time; empty when all is well. What could not be written is tried again.
    std::string failure() const;
    /// Seconds that writing the last checkpoint took, serialization included.
    double checkpointSeconds() const;
    /// Seconds spent writing so far, for measurements.
    double secondsBusy() const;

private:
    void main(const std::stop_token& stop);
    void write(std::unique_lock<std::mutex>& lock);

    std::unique_ptr<RunRecord> record_;  ///< used by the writer's thread only
    mutable std::mutex mutex_;           ///< guards what follows
    std::condition_variable_any changed_;
    std::int64_t run_ = 0;
    Bundle waiting_;
    bool hurry_ = false;
    std::vector<const std::function<void(RunRecord&)>*> calls_;
    std::string failure_;
    double checkpointSeconds_ = 0, busy_ = 0;
    std::jthread thread_;  ///< last, so that it ends first
};

}  // namespace perceptarium::train
