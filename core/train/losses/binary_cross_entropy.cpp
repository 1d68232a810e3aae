// Binary cross-entropy: one logit says how likely the second of two classes is.
#include "train/losses/answers.h"
#include "train/losses/label_settings.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Result<LossFunctions> make(const Settings& settings, const LossData& data) {
    const autograd::LabelTreatment treatment = PC_TRY(treatmentOf(typedSettings(labelMembers(), settings), data));
    return LossFunctions{[treatment](const autograd::Variable& logits, const Tensor& target) {
                             return autograd::sigmoidCrossEntropy(logits, target, treatment);
                         },
                         [treatment](const Tensor& target) { return weightOf(treatment, target); }};
}

const Registered<LossSpec> declared{{
    .id = "binary-cross-entropy",
    .order = 1,
    .title = "Binary cross-entropy",
    .meaning = "How surprised the network is by the right one of two classes; for one output unit.",
    .formula = "L = −(y log a + (1 − y) log(1 − a)),  a = σ(z)",
    .settings = specsOf(labelMembers()),
    .suits = [](const TensorType& logits,
                const network::TargetInfo& target) { return suitsTwoClasses("binary cross-entropy", logits, target); },
    .make = make,
    .prediction = probabilitiesOfTwo,
}};

}  // namespace
}  // namespace perceptarium::train
