// Mean absolute error: for targets that are numbers, with single far misses that should not rule.
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

const Registered<LossSpec> declared{{
    .id = "mean-absolute-error",
    .order = 4,
    .title = "Mean absolute error",
    .meaning = "The distance to the right numbers; learns medians, so that few wild examples hardly count.",
    .formula = "L = (1/K) Σₖ |aₖ − yₖ|",
    .onLogits = false,
    .suits = [](const TensorType& output,
                const network::TargetInfo& target) { return suitsNumbers("mean absolute error", output, target); },
    .make = [](const Settings&, const LossData&) -> Result<LossFunctions> {
        return LossFunctions{autograd::meanAbsoluteError, {}};
    },
    .prediction = [](const Tensor& output) { return output; },
}};

}  // namespace
}  // namespace perceptarium::train
