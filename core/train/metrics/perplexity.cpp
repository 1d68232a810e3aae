// Perplexity: among how many equally likely classes the network seems to choose.
#include <algorithm>
#include <cmath>
#include <limits>

#include "autograd/ops.h"
#include "train/metrics/class_metric.h"
#include "train/metrics/running_mean.h"

namespace perceptarium::train {
namespace {

class Perplexity : public RunningMean {
public:
    explicit Perplexity(std::size_t classes) : classes_(classes) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        const auto rows = prediction.values<float>();
        const auto labels = target.values<std::int32_t>();
        CHECK(rows.size() == labels.size() * classes_, "predictions and labels do not fit each other");
        // A probability that became 0 in f32 counts as the smallest one that f32 holds well: one example must not make
        // the whole set infinite.
        constexpr double kLeast = std::numeric_limits<float>::min();
        for (std::size_t n = 0; n < labels.size(); ++n) {
            if (labels[n] == autograd::kMissingLabel) continue;
            const auto p = static_cast<double>(rows[n * classes_ + static_cast<std::size_t>(labels[n])]);
            sum_ -= std::log(p < kLeast ? kLeast : p);  // not a number stays one
            count_ += 1;
        }
    }
    double value() const override { return std::exp(mean()); }

private:
    std::size_t classes_;
};

const Registered<MetricSpec> declared{{
    .id = "perplexity",
    .order = 7,
    .title = "Perplexity",
    .meaning = "Among how many equally likely classes the network seems to choose: 1 is certain and right, as many as "
               "there are "
               "classes is guessing.",
    .formula = "exp(−(1/N) Σ log p(right class))",
    .higherIsBetter = false,
    .fraction = false,
    .applies = isClassTarget,
    .make = [](const network::TargetInfo& target, const MetricOptions&) -> std::unique_ptr<MetricSum> {
        return std::make_unique<Perplexity>(target.classes.size());
    },
}};

}  // namespace
}  // namespace perceptarium::train
