// Precision: of what was called a class, how much is of it. Averaged over the classes.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double precision(const ClassCounts& counts, const MetricOptions& options) {
    return overClasses(counts, options.averaging,
                       [](double right, double answered, double) { return answered > 0 ? right / answered : 0.0; });
}

const Registered<MetricSpec> declared{{
    .id = "precision",
    .order = 3,
    .title = "Precision",
    .meaning = "Of the examples that were called a class, the share that are of it; averaged over the classes, or of "
               "the second of two.",
    .formula = "true positives / all called positive",
    .settings = {averagingSetting()},
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target,
               const MetricOptions& options) { return makeClassMetric(target, options, precision); },
    .fromCounts = precision,
}};

}  // namespace
}  // namespace perceptarium::train
