// Mean squared error: for targets that are numbers.
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Status suits(const TensorType& output, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Number)
        return Error{"mean squared error compares numbers; class numbers have no order or distance, so take a "
                     "cross-entropy",
                     {},
                     "a target of numbers",
                     std::to_string(target.classes.size()) + " classes"};
    return requireWidth(output, target.width, "as the target has");
}

const Registered<LossSpec> declared{{
    .id = "mean-squared-error",
    .order = 3,
    .title = "Mean squared error",
    .meaning = "The squared distance to the right numbers; far misses count most.",
    .formula = "L = (1/K) Σₖ (aₖ − yₖ)²",
    .onLogits = false,
    .suits = suits,
    .loss = [](const autograd::Variable& output,
               const Tensor& target) { return autograd::meanSquaredError(output, target); },
    .prediction = [](const Tensor& output) { return output; },
}};

}  // namespace
}  // namespace perceptarium::train
