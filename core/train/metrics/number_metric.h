// What metrics of numbers share.
#pragma once

#include "train/metrics/running_mean.h"

namespace perceptarium::train {

inline bool isNumberTarget(const network::TargetInfo& target) {
    return target.kind == network::TargetInfo::Kind::Number;
}

/// The mean over all numbers of what a miss (a − y) counts, and what people read of that mean.
class MeanMiss : public RunningMean {
public:
    using Function = double (*)(double);
    MeanMiss(Function counts, Function read) : counts_(counts), read_(read) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        CHECK(prediction.elements() == target.elements(), "predictions and targets do not fit each other");
        const auto given = prediction.values<float>();
        const auto wanted = target.values<float>();
        for (std::size_t i = 0; i < given.size(); ++i)
            sum_ += counts_(static_cast<double>(given[i]) - static_cast<double>(wanted[i]));
        count_ += static_cast<double>(given.size());
    }
    double value() const override { return read_(mean()); }

private:
    Function counts_, read_;
};

}  // namespace perceptarium::train
