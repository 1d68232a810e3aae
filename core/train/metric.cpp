// The list of metrics, and the choice of those that a run measures.
#include "train/metric.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace perceptarium::train {
namespace {

/// "accuracy, f1" → its parts, each once.
std::vector<std::string> idsIn(const std::string& text) {
    std::vector<std::string> ids;
    std::string id;
    for (const char c : text + ",") {
        if (c != ',') {
            if (c != ' ') id += c;
            continue;
        }
        if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        id.clear();
    }
    return ids;
}

}  // namespace

const MetricSpec* findMetric(std::string_view id) { return Registry<MetricSpec>::instance().find(id); }
const std::vector<const MetricSpec*>& allMetrics() { return Registry<MetricSpec>::instance().all(); }

std::vector<SettingOf<MetricOptions>> metricSettings() {
    std::vector<SettingOf<MetricOptions>> all;
    for (const MetricSpec* metric : allMetrics())
        for (const auto& one : metric->settings)
            if (std::none_of(all.begin(), all.end(),
                             [&](const auto& other) { return other.spec.name == one.spec.name; }))
                all.push_back(one);
    return all;
}

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

Result<std::vector<ChosenMetric>> chooseMetrics(const std::string& chosen, const MetricOptions& options,
                                                const network::TargetInfo& target) {
    std::vector<ChosenMetric> metrics;
    if (chosen == "auto") {
        for (const MetricSpec* metric : allMetrics())
            if (metric->applies(target) && (!metric->worthwhile || metric->worthwhile(target, options)))
                metrics.push_back({metric, options, metric->cheap || metric->fromCounts});
        return metrics;
    }
    for (const std::string& id : idsIn(chosen)) {
        const MetricSpec* metric = findMetric(id);
        if (!metric) {
            std::string known = "auto";
            for (const MetricSpec* other : allMetrics()) known += ", " + other->id;
            return Error{"there is no such metric", "metrics", known, id};
        }
        if (metric->applies(target)) metrics.push_back({metric, options, true});
    }
    return metrics;
}

}  // namespace perceptarium::train
