// Recall: of what is of a class, how much was found. Macro mean over classes; the second class of two.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double recall(const ClassCounts& counts) {
    return overClasses(counts, [](double right, double, double actual) {
        return actual > 0 ? right / actual : 0.0;
    });
}

const Registered<MetricSpec> declared{{
    .id = "recall",
    .order = 3,
    .title = "Recall",
    .meaning = "Of the examples of a class, the share that were found; mean over the classes, or of the second of two.",
    .formula = "true positives / all that are positive",
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target) { return makeClassMetric(target, recall); },
    .fromCounts = recall,
}};

}  // namespace
}  // namespace perceptarium::train
