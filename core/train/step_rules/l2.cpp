// L2: every weight is pulled towards zero in proportion to its size (course §4.2).
#include "train/gradient_norm.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

/// The gradient λ·w is added by the optimizers' own loops, where the weight is at hand anyway.
const Registered<StepRuleSpec> declared{{
    .id = "l2",
    .order = 3,
    .kind = StepRuleSpec::Kind::Regularizer,
    .title = "L2 penalty λ",
    .meaning = "Pulls weights towards zero, against overfitting; adds ½·λ·‖W‖² to what is made small.",
    .formula = "J = L + ½ λ ‖W‖²,  dW := dW + λ W",
    .words = "L2",
    .strength = &StepKnobs::l2,
    .penalty =
        [](const StepRuleSpec::Parameters& parameters, double strength) {
            double sum = 0;
            for (const network::Parameter& parameter : parameters)
                if (parameter.decays()) sum += sumOfSquares(parameter.variable.value().values<float>());
            return 0.5 * strength * sum;
        },
}};

}  // namespace
}  // namespace perceptarium::train
