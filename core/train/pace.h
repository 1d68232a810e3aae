// How fast training goes, how long it will take, and the loss as a calm number: what the status bar shows.
#pragma once

#include <cstdint>
#include <deque>

#include "train/records.h"

namespace perceptarium::train {

class Pace {
public:
    /// One batch more.
    void add(const BatchRecord& record);
    /// Examples trained on so far, and seconds spent training on them (without evaluations and pauses). Every few ms.
    void sample(double examples, double trainingSeconds);
    /// An evaluation of so many examples took so long.
    void addEvaluation(double examples, double seconds);
    void clear();

    double loss() const { return loss_; }
    double accuracy() const { return accuracy_; }
    double samplesPerSecond() const;  ///< over the last second of training; 0 when not known
    /// For so many examples to train on and to evaluate. NaN when not known.
    double secondsFor(double training, double evaluating) const;

private:
    struct Sample {
        double examples, seconds;
    };
    std::deque<Sample> samples_;
    double evaluatedExamples_ = 0, evaluationSeconds_ = 0;
    double loss_ = 0, accuracy_ = 0;
    std::int64_t batches_ = 0;
};

}  // namespace perceptarium::train
