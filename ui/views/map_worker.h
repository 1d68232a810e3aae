// Turns a layer's outputs into places in the plane, by PCA or t-SNE, on a thread of its own that yields to everything
// else.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "study/outputs_probe.h"
#include "study/tsne.h"
#include "train/slot.h"

namespace perceptarium::ui {

class MapWorker {
public:
    struct Job {
        std::shared_ptr<const study::Outputs> outputs;
        bool tsne = false;
        double perplexity = 30;
        bool operator==(const Job&) const = default;
    };
    struct Map {
        std::shared_ptr<const study::Outputs> outputs;
        Tensor places;  ///< [N, 2]
        bool tsne = false;
        std::int64_t iteration = 0;
        double divergence = 0;      ///< of t-SNE
        double shares[2] = {0, 0};  ///< of the variance along the two axes of PCA
        bool done = false;
    };

    MapWorker();
    ~MapWorker();
    /// What to work on from now on; the map of before is refined when it is of the same points.
    void work(const Job& job);
    /// Nothing, until work() is called again.
    void rest();
    /// The map is good enough as it is, until there are other points or another way to lay them out.
    void enough() { enough_ = true; }

    static constexpr std::int64_t kIterations = 1000;  ///< of a new map

    train::Slot<Map> map;

private:
    void loop(std::stop_token stop);
    void begin(const Job& job);
    void refine();
    void publish() { map.publish(std::make_shared<const Map>(state_)); }
    std::mutex mutex_;
    std::condition_variable_any wake_;
    Job job_;
    bool resting_ = true;
    std::atomic<bool> enough_ = false;
    // The thread's own:
    Job doing_;
    Map state_;
    std::optional<study::Tsne> tsne_;
    std::int64_t until_ = 0;  ///< iterations
    std::jthread thread_;
};

}  // namespace perceptarium::ui
