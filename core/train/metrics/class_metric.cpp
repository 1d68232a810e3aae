#include "train/metrics/class_metric.h"

#include <limits>
#include <numeric>

#include "autograd/ops.h"

namespace perceptarium::train {
namespace {

class ClassMetric : public MetricSum {
public:
    using Number = std::function<double(const ClassCounts&, const MetricOptions&)>;
    ClassMetric(std::size_t classes, MetricOptions options, Number number)
        : counts_(classes), options_(std::move(options)), number_(std::move(number)) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        const std::size_t classes = counts_.actual.size();
        CHECK(prediction.elements() == target.elements() * static_cast<std::int64_t>(classes),
              "predictions and labels do not fit each other");
        const auto rows = prediction.values<float>();
        const auto labels = target.values<std::int32_t>();
        for (std::size_t n = 0; n < labels.size(); ++n) {
            if (labels[n] == autograd::kMissingLabel) continue;
            CHECK(labels[n] >= 0 && static_cast<std::size_t>(labels[n]) < classes, "label outside the classes");
            counts_.add(static_cast<std::size_t>(labels[n]), answerOf(rows, n, classes));
        }
    }

    double value() const override { return number_(counts_, options_); }

    std::vector<double> sums() const override {
        std::vector<double> all;
        for (const auto* part : {&counts_.actual, &counts_.answered, &counts_.right})
            for (const std::int64_t count : *part) all.push_back(static_cast<double>(count));
        return all;
    }

    bool setSums(std::span<const double> sums) override {
        const std::size_t classes = counts_.actual.size();
        if (sums.size() != 3 * classes) return false;
        for (std::size_t c = 0; c < classes; ++c) {
            counts_.actual[c] = static_cast<std::int64_t>(sums[c]);
            counts_.answered[c] = static_cast<std::int64_t>(sums[classes + c]);
            counts_.right[c] = static_cast<std::int64_t>(sums[2 * classes + c]);
        }
        return true;
    }

private:
    ClassCounts counts_;
    MetricOptions options_;
    Number number_;
};

}  // namespace

std::size_t answerOf(std::span<const float> prediction, std::size_t row, std::size_t classes) {
    std::size_t best = 0;
    const float* values = prediction.data() + row * classes;
    for (std::size_t c = 1; c < classes; ++c)
        if (values[c] > values[best]) best = c;
    return best;
}

std::unique_ptr<MetricSum> makeClassMetric(const network::TargetInfo& target, const MetricOptions& options,
                                           std::function<double(const ClassCounts&, const MetricOptions&)> number) {
    return std::make_unique<ClassMetric>(target.classes.size(), options, std::move(number));
}

SettingOf<MetricOptions> averagingSetting() {
    return setting(
        "averaging", "Averaging", &MetricOptions::averaging,
        "How precision, recall and F1 of the classes become one number: macro counts every class alike, weighted by "
        "its examples, micro every example alike; auto takes the second class of two, else macro.",
        {"auto", "macro", "micro", "weighted"});
}

double overClasses(const ClassCounts& counts, const std::string& averaging, double (*ofOne)(double, double, double)) {
    const auto one = [&](std::size_t c) {
        return ofOne(static_cast<double>(counts.right[c]), static_cast<double>(counts.answered[c]),
                     static_cast<double>(counts.actual[c]));
    };
    const std::size_t classes = counts.actual.size();
    double sum = 0, weights = 0, right = 0, all = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        all += static_cast<double>(counts.actual[c]);
        right += static_cast<double>(counts.right[c]);
        if (counts.actual[c] + counts.answered[c] == 0) continue;
        const double weight = averaging == "weighted" ? static_cast<double>(counts.actual[c]) : 1;
        sum += weight * one(c);
        weights += weight;
    }
    if (all == 0) return std::numeric_limits<double>::quiet_NaN();
    if (averaging == "micro") return ofOne(right, all, all);  // every example is answered once
    return averaging == "auto" && classes == 2 ? one(1) : sum / weights;
}

bool isClassTarget(const network::TargetInfo& target) { return target.kind == network::TargetInfo::Kind::Class; }

}  // namespace perceptarium::train
