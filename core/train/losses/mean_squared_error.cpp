// Mean squared error: for targets that are numbers.
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

const Registered<LossSpec> declared{{
    .id = "mean-squared-error",
    .order = 3,
    .title = "Mean squared error",
    .meaning = "The squared distance to the right numbers; far misses count most.",
    .formula = "L = (1/K) Σₖ (aₖ − yₖ)²",
    .onLogits = false,
    .suits = [](const TensorType& output,
                const network::TargetInfo& target) { return suitsNumbers("mean squared error", output, target); },
    .make = [](const Settings&, const LossData&) -> Result<LossFunctions> {
        return LossFunctions{autograd::meanSquaredError, {}};
    },
    .prediction = [](const Tensor& output) { return output; },
}};

}  // namespace
}  // namespace perceptarium::train
