#include "train/metrics/class_metric.h"

#include <limits>
#include <numeric>

namespace perceptarium::train {
namespace {

class ClassMetric : public MetricSum {
public:
    ClassMetric(std::size_t classes, std::function<double(const ClassCounts&)> number)
        : counts_(classes), number_(std::move(number)) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        const std::size_t classes = counts_.actual.size();
        CHECK(prediction.elements() == target.elements() * static_cast<std::int64_t>(classes),
              "predictions and labels do not fit each other");
        const auto rows = prediction.values<float>();
        const auto labels = target.values<std::int32_t>();
        for (std::size_t n = 0; n < labels.size(); ++n) {
            CHECK(labels[n] >= 0 && static_cast<std::size_t>(labels[n]) < classes, "label outside the classes");
            counts_.add(static_cast<std::size_t>(labels[n]), answerOf(rows, n, classes));
        }
    }

    double value() const override { return number_(counts_); }

    std::vector<double> sums() const override {
        std::vector<double> all;
        for (const auto* part : {&counts_.actual, &counts_.answered, &counts_.right})
            for (const std::int64_t count : *part) all.push_back(static_cast<double>(count));
        return all;
    }

    void setSums(std::span<const double> sums) override {
        const std::size_t classes = counts_.actual.size();
        CHECK(sums.size() == 3 * classes, "sums of another metric");
        for (std::size_t c = 0; c < classes; ++c) {
            counts_.actual[c] = static_cast<std::int64_t>(sums[c]);
            counts_.answered[c] = static_cast<std::int64_t>(sums[classes + c]);
            counts_.right[c] = static_cast<std::int64_t>(sums[2 * classes + c]);
        }
    }

private:
    ClassCounts counts_;
    std::function<double(const ClassCounts&)> number_;
};

}  // namespace

std::size_t answerOf(std::span<const float> prediction, std::size_t row, std::size_t classes) {
    std::size_t best = 0;
    const float* values = prediction.data() + row * classes;
    for (std::size_t c = 1; c < classes; ++c)
        if (values[c] > values[best]) best = c;
    return best;
}

std::unique_ptr<MetricSum> makeClassMetric(const network::TargetInfo& target,
                                           std::function<double(const ClassCounts&)> number) {
    return std::make_unique<ClassMetric>(target.classes.size(), std::move(number));
}

double overClasses(const ClassCounts& counts, double (*ofOne)(double, double, double)) {
    const auto one = [&](std::size_t c) {
        return ofOne(static_cast<double>(counts.right[c]), static_cast<double>(counts.answered[c]),
                     static_cast<double>(counts.actual[c]));
    };
    const std::size_t classes = counts.actual.size();
    double sum = 0;
    std::size_t counted = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        if (counts.actual[c] + counts.answered[c] == 0) continue;
        sum += one(c);
        ++counted;
    }
    if (counted == 0) return std::numeric_limits<double>::quiet_NaN();
    return classes == 2 ? one(1) : sum / static_cast<double>(counted);
}

bool isClassTarget(const network::TargetInfo& target) { return target.kind == network::TargetInfo::Kind::Class; }

}  // namespace perceptarium::train
