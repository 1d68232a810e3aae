// Mean absolute error: how far off the numbers are, in their own unit.
#include <cmath>

#include "train/metrics/number_metric.h"

namespace perceptarium::train {
namespace {

double size(double miss) { return std::abs(miss); }
double asItIs(double mean) { return mean; }

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
        return std::make_unique<MeanMiss>(size, asItIs);
    },
}};

}  // namespace
}  // namespace perceptarium::train
