// Binary cross-entropy: one logit says how likely the second of two classes is.
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Status suits(const TensorType& logits, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Class)
        return Error{"binary cross-entropy compares classes; for numbers take mean squared error", {}, "two classes",
                     "a target of numbers"};
    if (target.classes.size() != 2)
        return Error{"binary cross-entropy tells two classes apart; for more take categorical cross-entropy", {},
                     "two classes", std::to_string(target.classes.size())};
    return requireWidth(logits, 1, "the logit of the second class");
}

/// [N, 1] → [N, 2]: a probability for each class, as every classifier gives.
Tensor prediction(const Tensor& logits) {
    const autograd::NoGrad off;
    const Tensor second = autograd::sigmoid(autograd::Variable(logits.cast(DType::F32))).value();
    Tensor both = Tensor::empty({second.elements(), 2});
    const auto from = second.values<float>();
    const auto to = both.values<float>();
    for (std::size_t n = 0; n < from.size(); ++n) {
        to[2 * n] = 1 - from[n];
        to[2 * n + 1] = from[n];
    }
    return both;
}

const Registered<LossSpec> declared{{
    .id = "binary-cross-entropy",
    .order = 1,
    .title = "Binary cross-entropy",
    .meaning = "How surprised the network is by the right one of two classes; for one output unit.",
    .formula = "L = −(y log a + (1 − y) log(1 − a)),  a = σ(z)",
    .suits = suits,
    .loss = [](const autograd::Variable& logits,
               const Tensor& target) { return autograd::sigmoidCrossEntropy(logits, target); },
    .prediction = prediction,
}};

}  // namespace
}  // namespace perceptarium::train
