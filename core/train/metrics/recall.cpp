// Recall: of what is of a class, how much was found. Averaged over the classes.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double recall(const ClassCounts& counts, const MetricOptions& options) {
    return overClasses(counts, options.averaging,
                       [](double right, double, double actual) { return actual > 0 ? right / actual : 0.0; });
}

const Registered<MetricSpec> declared{{
    .id = "recall",
    .order = 4,
    .title = "Recall",
    .meaning =
        "Of the examples of a class, the share that were found; averaged over the classes, or of the second of two.",
    .formula = "true positives / all that are positive",
    .settings = {averagingSetting()},
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target,
               const MetricOptions& options) { return makeClassMetric(target, options, recall); },
    .fromCounts = recall,
}};

}  // namespace
}  // namespace perceptarium::train
