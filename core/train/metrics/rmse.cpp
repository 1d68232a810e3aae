// Root mean squared error: the typical miss, in the numbers' own unit; large misses weigh more than in the mean
// absolute one.
#include <cmath>

#include "train/metrics/number_metric.h"

namespace perceptarium::train {
namespace {

double square(double miss) { return miss * miss; }
double root(double mean) { return std::sqrt(mean); }

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
        return std::make_unique<MeanMiss>(square, root);
    },
}};

}  // namespace
}  // namespace perceptarium::train
