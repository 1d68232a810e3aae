// TrainingDesk: keeps a trainer that fits the document. An edit that changes the network or the data makes another run; the
// one before is parked, so that undoing the edit brings its training back.
#pragma once

#include <QString>
#include <atomic>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <thread>

#include "project/project.h"
#include "train/trainer_thread.h"

namespace perceptarium::ui {

class TrainingDesk {
public:
    explicit TrainingDesk(std::string recordPath);
    ~TrainingDesk();

    const std::shared_ptr<train::TrainerThread>& trainer() const { return trainer_; }

    /// Is the trainer that is there the one for this document and data? Positions of nodes, frames, which nodes are frozen,
    /// and settings that may change while it runs do not count.
    bool fits(const project::Document& document, const data::PreparedPtr& data) const;
    /// Makes the trainer for a valid document (parking the one before).
    Status build(const project::Document& document, data::PreparedPtr data);
    /// Parks it: the document or the data do not allow training now.
    void release();
    /// Forgets everything (another project).
    void clear();
    /// Returns when the trainers that were let go have ended, and their last checkpoints are on disk.
    void finishRetiring() { retiring_.clear(); }

    /// The next build starts from here instead of from new weights.
    void startFrom(project::Trained trained);
    /// The next build goes on with this recorded run.
    void resume(std::int64_t run) { resumeRun_ = run; }

    /// What training has added to the project; nullopt before the first step (unless it started from given weights).
    std::optional<project::Trained> trained() const { return snapshot()(); }
    /// The same as a function for any thread: it waits for the trainer's next batch, and copies. What it gives is the
    /// trainer that there is now, whatever becomes of the desk.
    std::function<std::optional<project::Trained>()> snapshot() const;
    /// Batches done, 0 without a trainer.
    std::int64_t steps() const;

    /// Serves the probe by whatever trainer there is, now and later, while the handle lives.
    std::shared_ptr<void> subscribe(train::ProbePtr probe);

private:
    struct Key;
    struct Parked;
    struct Subscription;
    void park();
    void retire(std::shared_ptr<train::TrainerThread> trainer);
    void resubscribe();

    std::string recordPath_;
    std::shared_ptr<train::TrainerThread> trainer_;
    std::unique_ptr<Key> key_;
    std::deque<Parked> parked_;
    std::optional<project::Trained> start_;
    bool startedFrom_ = false;
    std::int64_t resumeRun_ = 0;
    std::vector<std::weak_ptr<Subscription>> subscriptions_;
    struct Retiring {
        std::jthread thread;  // ending a run writes a checkpoint: not on the GUI thread
        std::shared_ptr<std::atomic<bool>> ended;
    };
    std::list<Retiring> retiring_;
};

}  // namespace perceptarium::ui
