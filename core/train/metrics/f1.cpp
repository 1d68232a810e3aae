// F1: the harmonic mean of precision and recall of a class. Macro mean over classes; the second class of two.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double f1(const ClassCounts& counts) {
    return overClasses(counts, [](double right, double answered, double actual) {
        return answered + actual > 0 ? 2 * right / (answered + actual) : 0.0;
    });
}

const Registered<MetricSpec> declared{{
    .id = "f1",
    .order = 4,
    .title = "F1",
    .meaning = "Precision and recall in one number, low when either is low; mean over the classes, or of the second of two.",
    .formula = "2 · precision · recall / (precision + recall)",
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target) { return makeClassMetric(target, f1); },
    .fromCounts = f1,
}};

}  // namespace
}  // namespace perceptarium::train
