// Accuracy: the share of examples whose most probable class is the right one.
#include <limits>
#include <numeric>

#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double accuracy(const ClassCounts& counts, const MetricOptions&) {
    const auto all = std::accumulate(counts.actual.begin(), counts.actual.end(), std::int64_t{0});
    const auto right = std::accumulate(counts.right.begin(), counts.right.end(), std::int64_t{0});
    if (all == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(right) / static_cast<double>(all);
}

const Registered<MetricSpec> declared{{
    .id = "accuracy",
    .order = 1,
    .title = "Accuracy",
    .meaning = "The share of examples whose most probable class is the right one.",
    .formula = "right / all",
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target,
               const MetricOptions& options) { return makeClassMetric(target, options, accuracy); },
    .fromCounts = accuracy,
}};

}  // namespace
}  // namespace perceptarium::train
