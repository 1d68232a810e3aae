// Kullback-Leibler divergence: how far the network's distribution is from a given one (Kullback and Leibler 1951).
#include "kernels/losses.h"
#include "train/losses/answers.h"
#include "train/losses/label_settings.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Status suits(const TensorType& logits, const network::TargetInfo& target) {
    if (target.kind == network::TargetInfo::Kind::Class)
        return suitsClasses("Kullback-Leibler divergence", logits, target);
    if (target.width < 2)
        return Error{"Kullback-Leibler divergence compares distributions; for single numbers take mean squared error",
                     {},
                     "classes, or several numbers that add up to 1",
                     "1 number"};
    return requireWidth(logits, target.width, "one for each part of the distribution");
}

/// labels [N] → [N, C] of the kind of the logits: 1 − ε on the label, ε spread over all; rows of missing ones hold 0,
/// which is no distribution.
Tensor smoothed(const Tensor& labels, std::int64_t classes, double smoothing, DType dtype) {
    Tensor rows = Tensor::zeros(Shape{labels.elements(), classes}, DType::F64);
    double* row = rows.data<double>();
    for (const std::int32_t label : labels.values<std::int32_t>()) {
        if (label != autograd::kMissingLabel) {
            std::fill_n(row, classes, smoothing / static_cast<double>(classes));
            row[label] += 1 - smoothing;
        }
        row += classes;
    }
    return rows.cast(dtype);
}

Result<LossFunctions> make(const Settings& settings, const LossData& data) {
    if (data.target.kind == network::TargetInfo::Kind::Number)
        return LossFunctions{autograd::klDivergence, [](const Tensor& target) {
                                 const Tensor rows = target.cast(DType::F64);
                                 return static_cast<double>(
                                     kernels::distributions(rows.shape()[0], rows.shape()[1], rows.data<double>()));
                             }};
    const double smoothing = typedSettings(smoothingMembers(), settings).smoothing;
    return LossFunctions{[smoothing](const autograd::Variable& logits, const Tensor& target) {
                             return autograd::klDivergence(
                                 logits, smoothed(target, logits.shape()[1], smoothing, logits.dtype()));
                         },
                         [](const Tensor& target) { return weightOf({}, target); }};
}

const Registered<LossSpec> declared{{
    .id = "kl-divergence",
    .order = 7,
    .title = "Kullback-Leibler divergence",
    .meaning =
        "How much longer messages become when the network's probabilities are believed instead of the true ones; for "
        "smoothed classes, or targets that are distributions.",
    .formula = "L = Σₖ yₖ log(yₖ / aₖ),  a = softmax(z)",
    .settings = specsOf(smoothingMembers()),
    .wantsOwnUnits = true,
    .suits = suits,
    .make = make,
    .prediction = probabilitiesOfAll,
}};

}  // namespace
}  // namespace perceptarium::train
