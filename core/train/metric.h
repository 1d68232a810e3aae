// A metric is declared once: a number that people read, computed over a whole set from predictions and targets.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/registry.h"
#include "network/infer_shapes.h"
#include "tensor/tensor.h"
#include "train/records.h"

namespace perceptarium::train {

/// Class by class: how often it was asked for, answered, and answered rightly. Every metric of classes follows from it.
struct ClassCounts {
    explicit ClassCounts(std::size_t classes = 0) : actual(classes), answered(classes), right(classes) {}
    void add(std::size_t label, std::size_t answer) {
        ++actual[label];
        ++answered[answer];
        if (label == answer) ++right[label];
    }
    std::vector<std::int64_t> actual, answered, right;
};

/// Gathers over batches.
class MetricSum {
public:
    virtual ~MetricSum() = default;
    /// prediction [N, classes] or [N, K] as LossSpec::prediction gives it; target as data::Batch::y.
    virtual void add(const Tensor& prediction, const Tensor& target) = 0;
    /// NaN when nothing was added.
    virtual double value() const = 0;
    /// All that was gathered as plain numbers, and back: so that an unfinished epoch can be saved.
    virtual std::vector<double> sums() const = 0;
    virtual void setSums(std::span<const double> sums) = 0;
};

struct MetricSpec {
    std::string id;  ///< the key in records and JSON: "accuracy", "precision", "recall", "f1", "mae"
    int order = 0;
    std::string title, meaning, formula;
    bool higherIsBetter = true;
    bool fraction = true;  ///< 0…1, read as a percentage; false: in units of its own
    std::function<bool(const network::TargetInfo&)> applies;
    std::function<std::unique_ptr<MetricSum>(const network::TargetInfo&)> make;
    /// The same from counts, for metrics of classes; empty for others. NaN when nothing was counted.
    std::function<double(const ClassCounts&)> fromCounts;
};
const MetricSpec* findMetric(std::string_view id);
const std::vector<const MetricSpec*>& allMetrics();
/// The one that people compare by where there is room for one: the first, in order, that was measured; nullptr: none.
const MetricSpec* headline(const Metrics& metrics);
/// "97.52 %" or "4.567e+04". "–" when it is not finite.
std::string textOf(const MetricSpec& metric, double value);

}  // namespace perceptarium::train
