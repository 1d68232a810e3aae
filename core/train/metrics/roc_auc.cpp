// The area under the ROC curve: how well the probabilities sort the examples, whatever threshold is taken.
#include <algorithm>
#include <cmath>
#include <limits>

#include "autograd/ops.h"
#include "train/metrics/class_metric.h"
#include "train/metrics/ranked_scores.h"

namespace perceptarium::train {
namespace {

// In all classes together. 32,768 scores sort in a few milliseconds; 2^19 counters of four bytes, twice, are 4 MB.
constexpr std::size_t kExactScores = std::size_t{1} << 15, kBins = std::size_t{1} << 19;
constexpr std::size_t kLeastExact = 256;

class RocAuc : public MetricSum {
public:
    explicit RocAuc(std::size_t classes) : classes_(classes) {
        const std::size_t curves = classes == 2 ? 1 : classes;  // of two classes, one curve is the other's mirror
        curves_.assign(curves, RankedScores(std::max(kLeastExact, kExactScores / curves), kBins / curves));
    }

    void add(const Tensor& prediction, const Tensor& target) override {
        const auto rows = prediction.values<float>();
        const auto labels = target.values<std::int32_t>();
        CHECK(rows.size() == labels.size() * classes_, "predictions and labels do not fit each other");
        const std::size_t first = classes_ == 2 ? 1 : 0;
        for (std::size_t n = 0; n < labels.size(); ++n) {
            if (labels[n] == autograd::kMissingLabel) continue;
            for (std::size_t c = 0; c < curves_.size(); ++c)
                curves_[c].add(rows[n * classes_ + first + c], static_cast<std::size_t>(labels[n]) == first + c);
        }
    }

    double value() const override {
        double sum = 0, counted = 0;
        for (const RankedScores& curve : curves_) {
            const double area = curve.area();
            if (std::isnan(area)) continue;  // a class that all examples, or none, are of
            sum += area;
            counted += 1;
        }
        return counted > 0 ? sum / counted : std::numeric_limits<double>::quiet_NaN();
    }

    std::vector<double> sums() const override {
        std::vector<double> all;
        for (const RankedScores& curve : curves_) curve.appendTo(all);
        return all;
    }
    bool setSums(std::span<const double> sums) override {
        std::vector<RankedScores> read = curves_;
        for (RankedScores& curve : read)
            if (!curve.takeFrom(sums)) return false;
        if (!sums.empty()) return false;
        curves_ = std::move(read);
        return true;
    }

private:
    std::size_t classes_;
    std::vector<RankedScores> curves_;
};

const Registered<MetricSpec> declared{{
    .id = "roc-auc",
    .order = 6,
    .title = "ROC-AUC",
    .meaning = "How often the network finds an example of a class more probable than one of another: 1 sorts them "
               "perfectly, 0.5 "
               "is guessing. Of more than two classes, each against the rest, the plain mean.",
    .formula = "P(a of a positive > a of a negative), ties half",
    .applies = [](const network::TargetInfo& target) { return isClassTarget(target) && target.classes.size() > 1; },
    .make = [](const network::TargetInfo& target, const MetricOptions&) -> std::unique_ptr<MetricSum> {
        return std::make_unique<RocAuc>(target.classes.size());
    },
}};

}  // namespace
}  // namespace perceptarium::train
