// RangeTestWorker: a learning-rate range test on a thread of its own. The GUI thread asks for what is new.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "train/range_test.h"

namespace perceptarium::ui {

class RangeTestWorker {
public:
    struct Job {
        network::Graph graph;
        data::PreparedPtr data;
        train::TrainSettings settings;
        train::RangeTestSettings range;
        /// Where the net is to start; called on the thread. nullopt: from new weights.
        std::function<std::optional<train::State>()> state;
    };
    struct Progress {
        std::vector<train::RangePoint> points;
        bool running = false;
        std::optional<train::RangeTest> result;
        std::string failure;
    };

    /// A test that is under way is given up.
    void start(Job job);
    void cancel();
    /// Any thread.
    Progress progress() const;

private:
    void run(const std::stop_token& stop, const Job& job);
    mutable std::mutex mutex_;  ///< guards progress_
    Progress progress_;
    std::jthread thread_;  ///< last, so that it ends first
};

}  // namespace perceptarium::ui
