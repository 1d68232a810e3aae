// Log-cosh: squared error near the target, absolute error far from it. A loss.
#include <numbers>

#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

using autograd::Variable;

/// The mean of log cosh(e) = e + log(1 + e^(−2e)) − log 2, which never overflows.
Variable logCosh(const Variable& output, const Tensor& target) {
    const Variable miss = autograd::subtract(output, Variable(target));
    const Variable sum = autograd::add(miss, autograd::softplus(autograd::scale(miss, -2), 1));
    return autograd::subtract(autograd::mean(sum), Variable(Tensor::full({}, std::numbers::ln2, output.dtype())));
}

const Registered<LossSpec> declared{{
    .id = "example-log-cosh",
    .order = 100,
    .title = "Log-cosh",
    .meaning = "Small misses count squared, large ones only as they are, with no corner between.",
    .formula = "L = (1/K) Σₖ log cosh(aₖ − yₖ)",
    .onLogits = false,
    .suits = [](const TensorType& output,
                const network::TargetInfo& target) { return suitsNumbers("log-cosh", output, target); },
    .make = [](const Settings&, const LossData&) -> Result<LossFunctions> { return LossFunctions{logCosh, {}}; },
    .prediction = [](const Tensor& output) { return output; },
}};

}  // namespace
}  // namespace perceptarium::train
