// F1: the harmonic mean of precision and recall of a class. Averaged over the classes.
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

double f1(const ClassCounts& counts, const MetricOptions& options) {
    return overClasses(counts, options.averaging, [](double right, double answered, double actual) {
        return answered + actual > 0 ? 2 * right / (answered + actual) : 0.0;
    });
}

const Registered<MetricSpec> declared{{
    .id = "f1",
    .order = 5,
    .title = "F1",
    .meaning = "Precision and recall in one number, low when either is low; averaged over the classes, or of the "
               "second of two.",
    .formula = "2 · precision · recall / (precision + recall)",
    .settings = {averagingSetting()},
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target,
               const MetricOptions& options) { return makeClassMetric(target, options, f1); },
    .fromCounts = f1,
}};

}  // namespace
}  // namespace perceptarium::train
