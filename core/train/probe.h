// A probe is what an open view asks of the trainer: computed on the trainer's thread between batches, when due and only
// while someone holds the subscription; its result goes into the probe's own Slot. Concrete probes live in study/.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "train/slot.h"
#include "train/trainer.h"

namespace perceptarium::train {

/// What a probe may look at; valid during look() only.
struct ProbeContext {
    Trainer& trainer;
    /// Gradients of the last batch are in model().parameters()[i].variable.grad() (undefined before the first batch).
    network::Model& model() const { return trainer.model(); }
    const data::Prepared& data() const { return trainer.data(); }
    std::int64_t step() const { return trainer.stepsDone(); }
};

class Probe {
public:
    virtual ~Probe() = default;
    /// On the trainer's thread. Publishes into its own slot; an Error is shown in the view by way of `failure`.
    virtual Status look(const ProbeContext& context) = 0;
    /// At most this often while training (a probe is also served once when it is subscribed, and after each pause,
    /// stop, reset or step). A probe that takes long is delayed further, so that all of them use a hundredth of the time.
    virtual std::chrono::milliseconds interval() const { return std::chrono::milliseconds(100); }
    /// Has the view taken what was found last? While it has not, training is not held up for the next: a picture that comes
    /// twice a second needs no more than two answers.
    virtual bool taken() const { return true; }
    /// Ask again soon: what is looked at was changed by the view (another example, another node). Any thread.
    void touch() { touched_ = true; }
    bool takeTouch() { return touched_.exchange(false); }

    Slot<std::string> failure;

private:
    std::atomic<bool> touched_{false};
};
using ProbePtr = std::shared_ptr<Probe>;

}  // namespace perceptarium::train
