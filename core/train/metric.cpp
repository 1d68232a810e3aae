// The list of metrics.
#include "train/metric.h"

namespace perceptarium::train {

const MetricSpec* findMetric(std::string_view id) { return Registry<MetricSpec>::instance().find(id); }
const std::vector<const MetricSpec*>& allMetrics() { return Registry<MetricSpec>::instance().all(); }

}  // namespace perceptarium::train
