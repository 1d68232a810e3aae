// Serves the probes of open views between batches: at once when something was asked for, else when due, and never for
// more than a small share of the time.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

#include "train/probe.h"

namespace perceptarium::train {

/// Divides `total` among those that want: no one gets more than it wants, and those that want more than the rest allows
/// get the same. wants: ≥ 0.
std::vector<double> fairShares(const std::vector<double>& wants, double total);

class ProbeService {
public:
    using Clock = std::chrono::steady_clock;

    /// Any thread. The probe is served while the handle lives.
    std::shared_ptr<void> subscribe(ProbePtr probe);

    // The trainer's thread.
    /// Serves at most one probe: the one that has waited longest beyond its interval. `training`: routine visits are
    /// due too, within the share; otherwise only what is new or was touched. False when there was nothing to do.
    bool serve(const ProbeContext& context, bool training);
    /// All of them once more (paused, stepped, reset).
    void refreshAll();
    bool anyone();

private:
    struct Entry {
        ProbePtr probe;
        std::vector<std::weak_ptr<void>> handles;
        bool wanted = true;
        bool failed = false;
        double cost = 0;            ///< s, smoothed; 0: not known yet
        Clock::time_point again{};  ///< not before, as a matter of routine
    };
    void update();
    Clock::duration pause(const Entry& entry) const;

    std::mutex mutex_;
    std::vector<std::pair<ProbePtr, std::weak_ptr<void>>> newcomers_;
    std::atomic<bool> news_{false};
    std::vector<Entry> entries_;    ///< the trainer's
    Clock::time_point askedAgain_;  ///< not before, so that a slider that is dragged leaves time for training
};

}  // namespace perceptarium::train
