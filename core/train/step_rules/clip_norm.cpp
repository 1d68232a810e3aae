// Clipping by global norm: a gradient that is too long is shortened as a whole and keeps its direction (Pascanu,
// Mikolov and Bengio 2013). The usual cure for exploding gradients in recurrent nets.
#include <cmath>

#include "train/gradient_norm.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

const Registered<StepRuleSpec> declared{{
    .id = "clipNorm",
    .order = 2,
    .kind = StepRuleSpec::Kind::Clipping,
    .title = "Clip the norm at",
    .meaning = "Shortens a gradient that is longer than this over all parameters, keeping its direction. 0: off.",
    .formula = "‖g‖ > c:  g := c g / ‖g‖",
    .words = "clip norm",
    .strength = &StepKnobs::clipNorm,
    .maximum = 1e6,
    .beforeStep =
        [](StepRuleSpec::Parameters& parameters, double strength, double& norm) {
            if (std::isnan(norm)) norm = gradientNorm(parameters);
            if (!(norm > strength)) return;
            // PyTorch adds 1e-6 to the norm against a division by zero; here it is above the limit, which is above
            // zero.
            const auto factor = static_cast<float>(strength / norm);
            for (network::Parameter& parameter : parameters) {
                if (!parameter.trains() || !parameter.variable.grad().defined()) continue;
                for (float& g : parameter.variable.gradToAddTo().values<float>()) g *= factor;
            }
            norm = strength;
        },
}};

}  // namespace
}  // namespace perceptarium::train
