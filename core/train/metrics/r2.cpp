// R², the coefficient of determination: the share of the targets' variance that the answers explain.
#include <limits>

#include "train/metrics/number_metric.h"

namespace perceptarium::train {
namespace {

class Determination : public MetricSum {
public:
    explicit Determination(std::int64_t width) : numbers_(static_cast<std::size_t>(width)) {}

    void add(const Tensor& prediction, const Tensor& target) override {
        CHECK(prediction.elements() == target.elements(), "predictions and targets do not fit each other");
        const auto given = prediction.values<float>();
        const auto wanted = target.values<float>();
        for (std::size_t i = 0; i < given.size(); ++i) {
            Sums& sums = numbers_[i % numbers_.size()];
            const auto y = static_cast<double>(wanted[i]);
            // Counted from the first one's, which keeps the difference of squares exact enough for years or prices.
            if (sums.count == 0) sums.origin = y;
            const double miss = static_cast<double>(given[i]) - y, off = y - sums.origin;
            sums.count += 1;
            sums.misses += miss * miss;
            sums.offsets += off;
            sums.squares += off * off;
        }
    }

    /// The plain mean over the numbers of an example, as scikit-learn's. Targets that are all the same: 1 if they are
    /// met exactly, else 0.
    double value() const override {
        double sum = 0;
        for (const Sums& sums : numbers_) {
            if (sums.count < 2) return std::numeric_limits<double>::quiet_NaN();
            const double variance = sums.squares - sums.offsets * sums.offsets / sums.count;
            sum += variance > 0 ? 1 - sums.misses / variance : sums.misses == 0 ? 1 : 0;
        }
        return sum / static_cast<double>(numbers_.size());
    }

    std::vector<double> sums() const override {
        std::vector<double> all;
        for (const Sums& s : numbers_) all.insert(all.end(), {s.count, s.origin, s.misses, s.offsets, s.squares});
        return all;
    }
    bool setSums(std::span<const double> sums) override {
        if (sums.size() != 5 * numbers_.size()) return false;
        for (std::size_t k = 0; k < numbers_.size(); ++k, sums = sums.subspan(5))
            numbers_[k] = {sums[0], sums[1], sums[2], sums[3], sums[4]};
        return true;
    }

private:
    struct Sums {
        double count = 0, origin = 0, misses = 0, offsets = 0, squares = 0;
    };
    std::vector<Sums> numbers_;
};

const Registered<MetricSpec> declared{{
    .id = "r2",
    .order = 22,
    .title = "R²",
    .meaning =
        "The share of the targets' variance that the answers explain: 1 is perfect, 0 no better than always saying the "
        "mean, below 0 worse than that.",
    .formula = "1 − Σ (a − y)² / Σ (y − ȳ)²",
    .fraction = false,
    .cheap = true,
    .applies = isNumberTarget,
    .make = [](const network::TargetInfo& target, const MetricOptions&) -> std::unique_ptr<MetricSum> {
        return std::make_unique<Determination>(target.width);
    },
}};

}  // namespace
}  // namespace perceptarium::train
