#include "train/best_epoch.h"

#include <cmath>
#include <cstdio>

#include "train/metric.h"

namespace perceptarium::train {

BestEpoch::BestEpoch(std::string monitor, double minDelta) : monitor_(std::move(monitor)), minDelta_(minDelta) {
    if (monitor_ == "loss") return;
    const MetricSpec* metric = findMetric(monitor_);
    CHECK(metric != nullptr, "the best epoch is told by a metric that is not declared");
    higherIsBetter_ = metric->higherIsBetter;
}

double BestEpoch::valueOf(const EpochRecord& record) const {
    const Metrics& metrics = record.dev ? *record.dev : record.train;
    const auto found = metrics.find(monitor_);
    return found == metrics.end() ? std::numeric_limits<double>::quiet_NaN() : found->second;
}

bool BestEpoch::add(const EpochRecord& record) {
    const double value = valueOf(record);
    const bool better = epoch_ == 0       ? std::isfinite(value)
                        : higherIsBetter_ ? value > value_ + minDelta_
                                          : value < value_ - minDelta_;
    if (!better) {
        ++waited_;
        return false;
    }
    onDev_ = record.dev.has_value();
    epoch_ = record.epoch;
    step_ = record.step;
    value_ = value;
    waited_ = 0;
    return true;
}

std::string BestEpoch::text() const {
    if (epoch_ == 0) return "no epoch gave a " + monitor_ + " that is a number";
    char number[32];
    std::snprintf(number, sizeof number, "%.4g", value_);
    return (onDev_ ? "dev " : "train ") + monitor_ + " " + number + " of epoch " + std::to_string(epoch_);
}

std::map<std::string, double> BestEpoch::counters() const {
    std::map<std::string, double> all{{"waited", static_cast<double>(waited_)}};
    if (epoch_ == 0) return all;
    all["epoch"] = static_cast<double>(epoch_);
    all["step"] = static_cast<double>(step_);
    all["value"] = value_;
    all["onDev"] = onDev_;
    return all;
}

void BestEpoch::setCounters(const std::map<std::string, double>& counters) {
    const auto take = [&](const char* name) {
        const auto found = counters.find(name);
        return found == counters.end() || !(std::abs(found->second) < 9e15) ? 0.0 : found->second;
    };
    epoch_ = static_cast<std::int64_t>(take("epoch"));
    step_ = static_cast<std::int64_t>(take("step"));
    waited_ = static_cast<std::int64_t>(take("waited"));
    onDev_ = take("onDev") != 0;
    const auto value = counters.find("value");
    value_ = epoch_ == 0 || value == counters.end() ? std::numeric_limits<double>::quiet_NaN() : value->second;
}

}  // namespace perceptarium::train
