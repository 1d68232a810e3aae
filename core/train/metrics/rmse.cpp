// Root mean squared error: the typical miss, in the numbers' own unit; large misses weigh more than in the mean
// absolute one.
#include <cmath>
#include <limits>

#include "train/metrics/number_metric.h"

namespace perceptarium::train {
namespace {

class RootSquaredError : public MetricSum {
public:
    void add(const Tensor& prediction, const Tensor& target) override {
        CHECK(prediction.elements() == target.elements(), "predictions and targets do not fit each other");
        const auto given = prediction.values<float>();
        const auto wanted = target.values<float>();
        for (std::size_t i = 0; i < given.size(); ++i) {
            const double off = static_cast<double>(given[i]) - static_cast<double>(wanted[i]);
            sum_ += off * off;
        }
        count_ += static_cast<double>(given.size());
    }
    double value() const override {
        return count_ > 0 ? std::sqrt(sum_ / count_) : std::numeric_limits<double>::quiet_NaN();
    }
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
    .id = "rmse",
    .order = 21,
    .title = "Root mean squared error",
    .meaning = "How far off the numbers typically are, in their own unit; far misses weigh more than near ones.",
    .formula = "√((1/N) Σ (a − y)²)",
    .higherIsBetter = false,
    .fraction = false,
    .cheap = true,
    .applies = isNumberTarget,
    .make = [](const network::TargetInfo&, const MetricOptions&) -> std::unique_ptr<MetricSum> {
        return std::make_unique<RootSquaredError>();
    },
}};

}  // namespace
}  // namespace perceptarium::train
