// Which epoch was the best so far, and for how long there has been nothing better: early stopping, the best weights and
// the schedule for plateaus follow the same number.
#pragma once

#include <limits>
#include <map>
#include <string>

#include "train/records.h"

namespace perceptarium::train {

class BestEpoch {
public:
    BestEpoch() = default;
    /// `monitor`: "loss" or a metric's id (CHECK).
    BestEpoch(std::string monitor, double minDelta);

    /// The number that is followed: of the dev set where the record has it, else of the training set. NaN: not there.
    double valueOf(const EpochRecord& record) const;
    bool higherIsBetter() const { return higherIsBetter_; }
    /// True when it is the best so far, by more than minDelta. A value that is not a number is never better.
    bool add(const EpochRecord& record);

    std::int64_t epoch() const { return epoch_; }  ///< 1-based as in EpochRecord; 0: none yet
    std::int64_t step() const { return step_; }    ///< batches done when it ended
    double value() const { return value_; }
    /// For a record that keeps the least: what is better is lower.
    double score() const { return higherIsBetter_ ? -value_ : value_; }
    /// Epochs since then that brought nothing better.
    std::int64_t waited() const { return waited_; }
    /// "dev loss 0.0123 of epoch 7"
    std::string text() const;

    std::map<std::string, double> counters() const;
    void setCounters(const std::map<std::string, double>& counters);

private:
    std::string monitor_ = "loss";
    double minDelta_ = 0;
    bool higherIsBetter_ = false;
    bool onDev_ = false;
    std::int64_t epoch_ = 0, step_ = 0, waited_ = 0;
    double value_ = std::numeric_limits<double>::quiet_NaN();
};

}  // namespace perceptarium::train
