// Categorical cross-entropy: one logit a class, compared with the right class.
#include "autograd/ops.h"
#include "train/loss.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Status suits(const TensorType& logits, const network::TargetInfo& target) {
    if (target.kind != network::TargetInfo::Kind::Class)
        return Error{"categorical cross-entropy compares classes; for numbers take mean squared error", {}, "classes",
                     "a target of numbers"};
    if (target.classes.empty()) return Error{"the data names no classes", {}, "at least one class", "none"};
    return requireWidth(logits, static_cast<std::int64_t>(target.classes.size()), "one for each class");
}

Tensor prediction(const Tensor& logits) {
    const autograd::NoGrad off;
    return autograd::softmax(autograd::Variable(logits.cast(DType::F32))).value();
}

const Registered<LossSpec> declared{{
    .id = "categorical-cross-entropy",
    .order = 2,
    .title = "Categorical cross-entropy",
    .meaning = "How surprised the network is by the right class among several; for one output unit a class.",
    .formula = "L = −Σₖ yₖ log aₖ,  a = softmax(z)",
    .suits = suits,
    .loss = [](const autograd::Variable& logits,
               const Tensor& target) { return autograd::softmaxCrossEntropy(logits, target); },
    .prediction = prediction,
}};

}  // namespace
}  // namespace perceptarium::train
