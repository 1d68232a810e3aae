// Mean absolute error: how far off the numbers are, in their own unit.
#include <cmath>
#include <limits>

#include "train/metrics/number_metric.h"

namespace perceptarium::train {
namespace {

class AbsoluteError : public MetricSum {
public:
    void add(const Tensor& prediction, const Tensor& target) override {
        CHECK(prediction.elements() == target.elements(), "predictions and targets do not fit each other");
        const auto given = prediction.values<float>();
        const auto wanted = target.values<float>();
        for (std::size_t i = 0; i < given.size(); ++i)
            sum_ += std::abs(static_cast<double>(given[i]) - static_cast<double>(wanted[i]));
        count_ += static_cast<double>(given.size());
    }
    double value() const override { return count_ > 0 ? sum_ / count_ : std::numeric_limits<double>::quiet_NaN(); }
    std::vector<double> sums() const override { return {sum_, count_}; }
    bool setSums(std::span<const double> sums) override {
        if (sums.size() != 2) return false;
        sum_ = sums[0];
        count_ = sums[1];
        return true;
    }

private:
    double sum_ = 0, count_ = 0;
};

const Registered<MetricSpec> declared{{
    .id = "mae",
    .order = 20,
    .title = "Mean absolute error",
    .meaning = "How far off the numbers are on average, in their own unit.",
    .formula = "(1/K) Σₖ |aₖ − yₖ|",
    .higherIsBetter = false,
    .fraction = false,
    .cheap = true,
    .applies = isNumberTarget,
    .make = [](const network::TargetInfo&, const MetricOptions&) -> std::unique_ptr<MetricSum> {
        return std::make_unique<AbsoluteError>();
    },
}};

}  // namespace
}  // namespace perceptarium::train
