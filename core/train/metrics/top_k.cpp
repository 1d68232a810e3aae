// Top-k accuracy: the share of examples whose right class is among the k most probable ones.
#include <algorithm>
#include <limits>

#include "autograd/ops.h"
#include "train/metrics/class_metric.h"

namespace perceptarium::train {
namespace {

class TopK : public MetricSum {
public:
    TopK(std::size_t classes, std::int64_t k) : classes_(classes), k_(k) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        const auto rows = prediction.values<float>();
        const auto labels = target.values<std::int32_t>();
        CHECK(rows.size() == labels.size() * classes_, "predictions and labels do not fit each other");
        for (std::size_t n = 0; n < labels.size(); ++n) {
            if (labels[n] == autograd::kMissingLabel) continue;
            const auto label = static_cast<std::size_t>(labels[n]);
            const float* row = rows.data() + n * classes_;
            // Of equally probable classes the first comes first, as in accuracy.
            std::int64_t before = 0;
            for (std::size_t c = 0; c < classes_; ++c)
                before += row[c] > row[label] || (row[c] == row[label] && c < label) ? 1 : 0;
            right_ += before < k_ ? 1 : 0;
            count_ += 1;
        }
    }
    double value() const override { return count_ > 0 ? right_ / count_ : std::numeric_limits<double>::quiet_NaN(); }
    std::vector<double> sums() const override { return {right_, count_}; }
    bool setSums(std::span<const double> sums) override {
        if (sums.size() != 2) return false;
        right_ = sums[0];
        count_ = sums[1];
        return true;
    }

private:
    std::size_t classes_;
    std::int64_t k_;
    double right_ = 0, count_ = 0;
};

const Registered<MetricSpec> declared{{
    .id = "top-k",
    .order = 2,
    .title = "Top-k accuracy",
    .meaning = "The share of examples whose right class is among the k most probable ones.",
    .formula = "right among the first k / all",
    .settings = {setting("topK", "k of top-k", &MetricOptions::topK,
                         "Among how many of the most probable classes top-k accuracy looks for the right one.",
                         {1, 1000}, "classes")},
    .applies = isClassTarget,
    .worthwhile =
        [](const network::TargetInfo& target, const MetricOptions& options) {
            return static_cast<std::int64_t>(target.classes.size()) > options.topK;
        },
    .make = [](const network::TargetInfo& target, const MetricOptions& options) -> std::unique_ptr<MetricSum> {
        return std::make_unique<TopK>(target.classes.size(), options.topK);
    },
}};

}  // namespace
}  // namespace perceptarium::train
