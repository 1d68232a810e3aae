#include "train/running_metrics.h"

#include <algorithm>
#include <limits>

#include "autograd/ops.h"

namespace perceptarium::train {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct NamedCounts {
    const char* name;
    std::vector<std::int64_t> ClassCounts::*counts;
};
constexpr NamedCounts kCounts[] = {
    {"actual/", &ClassCounts::actual}, {"answered/", &ClassCounts::answered}, {"right/", &ClassCounts::right}};

}  // namespace

RunningMetrics::RunningMetrics(const LossSpec& loss, network::TargetInfo target, std::vector<ChosenMetric> metrics,
                               data::TargetScaling scaling)
    : loss_(&loss),
      target_(std::move(target)),
      scaling_(std::move(scaling)),
      metrics_(std::make_shared<const std::vector<ChosenMetric>>(std::move(metrics))) {
    clear();
}

void RunningMetrics::clear() {
    lossSum_ = lossWeight_ = examples_ = seconds_ = 0;
    if (target_.kind == network::TargetInfo::Kind::Class) {
        counts_.actual.assign(target_.classes.size(), 0);  // assign keeps the memory
        counts_.answered.assign(target_.classes.size(), 0);
        counts_.right.assign(target_.classes.size(), 0);
    }
    others_.clear();
    if (!metrics_) return;
    for (const ChosenMetric& metric : *metrics_)
        if (metric.whileTraining && !metric.spec->fromCounts)
            others_.push_back({&metric, metric.spec->make(target_, metric.options)});
}

double RunningMetrics::countAnswers(const Tensor& output, const Tensor& target) {
    const auto labels = target.values<std::int32_t>();
    const auto values = output.values<float>();
    if (labels.empty()) return kNaN;
    const std::size_t classes = counts_.actual.size();
    const std::size_t width = values.size() / labels.size();
    std::size_t right = 0, known = 0;
    for (std::size_t n = 0; n < labels.size(); ++n) {
        if (labels[n] == autograd::kMissingLabel) continue;
        ++known;
        const auto label = static_cast<std::size_t>(labels[n]);
        const float* row = values.data() + n * width;
        std::size_t answer = 0;
        if (width == 1) {
            answer = row[0] > 0 ? 1 : 0;
        } else {
            for (std::size_t c = 1; c < width; ++c)
                if (row[c] > row[answer]) answer = c;
        }
        CHECK(label < classes && answer < classes, "label or answer outside the classes");
        counts_.add(label, answer);
        right += label == answer ? 1 : 0;
    }
    return known == 0 ? kNaN : static_cast<double>(right) / static_cast<double>(known);
}

double RunningMetrics::add(double loss, double weight, const Tensor& output, const Tensor& target, double seconds) {
    const auto examples = static_cast<double>(output.shape()[0]);
    lossSum_ += loss * weight;
    lossWeight_ += weight;
    examples_ += examples;
    seconds_ += seconds;
    double accuracy = kNaN;
    if (target_.kind == network::TargetInfo::Kind::Class) accuracy = countAnswers(output, target);
    if (!others_.empty()) {
        const Tensor prediction = scaling_.inOwnUnits(loss_->prediction(output)), wanted = scaling_.inOwnUnits(target);
        for (Other& other : others_) other.sum->add(prediction, wanted);
    }
    return accuracy;
}

Metrics RunningMetrics::means() const {
    Metrics metrics;
    metrics["loss"] = lossWeight_ > 0 ? lossSum_ / lossWeight_ : kNaN;
    if (metrics_)
        for (const ChosenMetric& metric : *metrics_)
            if (metric.spec->fromCounts) metrics[metric.spec->id] = metric.spec->fromCounts(counts_, metric.options);
    for (const Other& other : others_) metrics[other.metric->spec->id] = other.sum->value();
    return metrics;
}

std::map<std::string, double> RunningMetrics::sums() const {
    if (examples_ == 0) return {};
    std::map<std::string, double> sums{
        {"loss", lossSum_}, {"lossWeight", lossWeight_}, {"examples", examples_}, {"seconds", seconds_}};
    for (const NamedCounts& part : kCounts) {
        const auto& counts = counts_.*part.counts;
        for (std::size_t c = 0; c < counts.size(); ++c)
            if (counts[c] != 0) sums[part.name + std::to_string(c)] = static_cast<double>(counts[c]);
    }
    for (const Other& other : others_) {
        const std::vector<double> values = other.sum->sums();
        for (std::size_t i = 0; i < values.size(); ++i)
            sums[other.metric->spec->id + "/" + std::to_string(i)] = values[i];
    }
    return sums;
}

void RunningMetrics::setSums(const std::map<std::string, double>& sums) {
    clear();
    const auto get = [&](const std::string& name) {
        const auto found = sums.find(name);
        return found == sums.end() ? 0.0 : found->second;
    };
    lossSum_ = get("loss");
    examples_ = get("examples");
    lossWeight_ = sums.contains("lossWeight") ? get("lossWeight") : examples_;  // older checkpoints knew no weights
    seconds_ = get("seconds");
    for (const NamedCounts& part : kCounts) {
        auto& counts = counts_.*part.counts;
        for (std::size_t c = 0; c < counts.size(); ++c)
            counts[c] = static_cast<std::int64_t>(get(part.name + std::to_string(c)));
    }
    for (Other& other : others_) {
        std::vector<double> values;
        for (;;) {
            const auto found = sums.find(other.metric->spec->id + "/" + std::to_string(values.size()));
            if (found == sums.end()) break;
            values.push_back(found->second);
        }
        // Sums of other settings than today's are dropped: that part of the epoch is then not in the metric.
        if (!values.empty() && !other.sum->setSums(values))
            other.sum = other.metric->spec->make(target_, other.metric->options);
    }
}

}  // namespace perceptarium::train
