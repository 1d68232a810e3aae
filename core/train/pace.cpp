#include "train/pace.h"

#include <algorithm>
#include <limits>

namespace perceptarium::train {

void Pace::add(const BatchRecord& record) {
    // A plain mean over the first batches, then one that forgets with a memory of about fifty.
    const double share = 1.0 / static_cast<double>(std::min<std::int64_t>(++batches_, 50));
    loss_ += share * (record.loss - loss_);
    accuracy_ += share * (record.accuracy - accuracy_);  // stays NaN where accuracy does not apply
}

void Pace::sample(double examples, double trainingSeconds) {
    samples_.push_back({examples, trainingSeconds});
    // At least two stay, so that a step of more than a second has a speed too.
    while (samples_.size() > 2 && samples_[1].seconds <= trainingSeconds - 1) samples_.pop_front();
}

void Pace::addEvaluation(double examples, double seconds) {
    evaluatedExamples_ = examples;
    evaluationSeconds_ = seconds;
}

void Pace::clear() { *this = Pace(); }

double Pace::samplesPerSecond() const {
    if (samples_.size() < 2) return 0;
    const double seconds = samples_.back().seconds - samples_.front().seconds;
    return seconds > 0 ? (samples_.back().examples - samples_.front().examples) / seconds : 0;
}

double Pace::secondsFor(double training, double evaluating) const {
    const double speed = samplesPerSecond();
    if (!(speed > 0)) return std::numeric_limits<double>::quiet_NaN();
    // Until one was measured: an evaluation has no backward pass, which takes about two thirds of a training step.
    const double each = evaluatedExamples_ > 0 ? evaluationSeconds_ / evaluatedExamples_ : 1 / (3 * speed);
    return training / speed + evaluating * each;
}

}  // namespace perceptarium::train
