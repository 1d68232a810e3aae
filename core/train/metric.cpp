// The list of metrics.
#include "train/metric.h"

#include <cmath>
#include <cstdio>

namespace perceptarium::train {

const MetricSpec* findMetric(std::string_view id) { return Registry<MetricSpec>::instance().find(id); }
const std::vector<const MetricSpec*>& allMetrics() { return Registry<MetricSpec>::instance().all(); }


const MetricSpec* headline(const Metrics& metrics) {
    for (const MetricSpec* metric : allMetrics())
        if (const auto found = metrics.find(metric->id); found != metrics.end() && std::isfinite(found->second))
            return metric;
    return nullptr;
}

std::string textOf(const MetricSpec& metric, double value) {
    if (!std::isfinite(value)) return "–";
    char text[48];
    std::snprintf(text, sizeof text, metric.fraction ? "%.2f %%" : "%.4g", metric.fraction ? value * 100 : value);
    return text;
}

}  // namespace perceptarium::train
