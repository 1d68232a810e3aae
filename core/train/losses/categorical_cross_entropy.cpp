// Categorical cross-entropy: one logit a class, compared with the right class.
#include "train/losses/answers.h"
#include "train/losses/label_settings.h"
#include "train/losses/suits.h"

namespace perceptarium::train {
namespace {

Result<LossFunctions> make(const Settings& settings, const LossData& data) {
    const autograd::LabelTreatment treatment = PC_TRY(treatmentOf(typedSettings(labelMembers(), settings), data));
    return LossFunctions{[treatment](const autograd::Variable& logits, const Tensor& target) {
                             return autograd::softmaxCrossEntropy(logits, target, treatment);
                         },
                         [treatment](const Tensor& target) { return weightOf(treatment, target); }};
}

const Registered<LossSpec> declared{{
    .id = "categorical-cross-entropy",
    .order = 2,
    .title = "Categorical cross-entropy",
    .meaning = "How surprised the network is by the right class among several; for one output unit a class.",
    .formula = "L = −Σₖ yₖ log aₖ,  a = softmax(z)",
    .settings = specsOf(labelMembers()),
    .suits =
        [](const TensorType& logits, const network::TargetInfo& target) {
            return suitsClasses("categorical cross-entropy", logits, target);
        },
    .make = make,
    .prediction = probabilitiesOfAll,
}};

}  // namespace
}  // namespace perceptarium::train
