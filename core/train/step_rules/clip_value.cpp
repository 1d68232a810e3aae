// Clipping by value: no entry of the gradient is larger than a limit.
#include <algorithm>
#include <limits>

#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

const Registered<StepRuleSpec> declared{{
    .id = "clipValue",
    .order = 1,
    .kind = StepRuleSpec::Kind::Clipping,
    .title = "Clip each value at",
    .meaning = "Cuts every entry of the gradient to ± this; also turns the gradient's direction. 0: off.",
    .formula = "g := min(max(g, −c), c)",
    .words = "clip value",
    .strength = &StepKnobs::clipValue,
    .maximum = 1e6,
    .beforeStep =
        [](StepRuleSpec::Parameters& parameters, double strength, double& norm) {
            const auto limit = static_cast<float>(strength);
            for (network::Parameter& parameter : parameters) {
                if (!parameter.trains() || !parameter.variable.grad().defined()) continue;
                for (float& g : parameter.variable.gradToAddTo().values<float>()) g = std::clamp(g, -limit, limit);
            }
            norm = std::numeric_limits<double>::quiet_NaN();
        },
}};

}  // namespace
}  // namespace perceptarium::train
