// A metric is declared once: a number that people read, computed over a whole set from predictions and targets.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/registry.h"
#include "network/infer_shapes.h"
#include "tensor/tensor.h"

namespace perceptarium::train {

/// Gathers over batches.
class MetricSum {
public:
    virtual ~MetricSum() = default;
    /// prediction [N, classes] or [N, K] as LossSpec::prediction gives it; target as data::Batch::y.
    virtual void add(const Tensor& prediction, const Tensor& target) = 0;
    virtual double value() const = 0;
};

struct MetricSpec {
    std::string id;  ///< the key in records and JSON: "accuracy", "precision", "recall", "f1", "mae"
    int order = 0;
    std::string title, meaning, formula;
    bool higherIsBetter = true;
    std::function<bool(const network::TargetInfo&)> applies;
    std::function<std::unique_ptr<MetricSum>(const network::TargetInfo&)> make;
};
const std::vector<const MetricSpec*>& allMetrics();

}  // namespace perceptarium::train
