// Precision: of what was called a class, how much is of it. Macro mean over classes; the second class of two.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double precision(const ClassCounts& counts) {
    return overClasses(counts, [](double right, double answered, double) {
        return answered > 0 ? right / answered : 0.0;
    });
}

const Registered<MetricSpec> declared{{
    .id = "precision",
    .order = 2,
    .title = "Precision",
    .meaning = "Of the examples that were called a class, the share that are of it; mean over the classes, or of the second of two.",
    .formula = "true positives / all called positive",
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target) { return makeClassMetric(target, precision); },
    .fromCounts = precision,
}};

}  // namespace
}  // namespace perceptarium::train
