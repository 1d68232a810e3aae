// RunningMean: what a metric gathers that is a mean of something: the sum, and how much was added.
#pragma once

#include <limits>

#include "train/metric.h"

namespace perceptarium::train {

class RunningMean : public MetricSum {
public:
    std::vector<double> sums() const override { return {sum_, count_}; }
    bool setSums(std::span<const double> sums) override {
        if (sums.size() != 2) return false;
        sum_ = sums[0];
        count_ = sums[1];
        return true;
    }

protected:
    /// NaN when nothing was added.
    double mean() const { return count_ > 0 ? sum_ / count_ : std::numeric_limits<double>::quiet_NaN(); }

    double sum_ = 0, count_ = 0;
};

}  // namespace perceptarium::train
