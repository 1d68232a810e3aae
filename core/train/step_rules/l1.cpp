// L1: every weight is pulled towards zero by the same amount, whatever its size, so that many become (almost) zero.
#include <cmath>

#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

/// Adds λ·sign(w) to each gradient; at 0 the subgradient 0, as PyTorch's abs() has it.
void pull(StepRuleSpec::Parameters& parameters, double strength, double&) {
    const auto step = static_cast<float>(strength);
    for (network::Parameter& parameter : parameters) {
        if (!parameter.decays() || !parameter.variable.grad().defined()) continue;
        const std::span<const float> w = std::as_const(parameter.variable).value().values<float>();
        float* g = parameter.variable.gradToAddTo().data<float>();
        for (std::size_t i = 0; i < w.size(); ++i) g[i] += w[i] > 0 ? step : w[i] < 0 ? -step : 0.0f;
    }
}

double penalty(const StepRuleSpec::Parameters& parameters, double strength) {
    double sum = 0;
    for (const network::Parameter& parameter : parameters)
        if (parameter.decays())
            for (const float w : parameter.variable.value().values<float>()) sum += std::abs(static_cast<double>(w));
    return strength * sum;
}

const Registered<StepRuleSpec> declared{{
    .id = "l1",
    .order = 4,
    .kind = StepRuleSpec::Kind::Regularizer,
    .title = "L1 penalty λ₁",
    .meaning = "Pulls all weights towards zero by the same amount, so that those that matter little vanish.",
    .formula = "J = L + λ₁ Σ|w|,  dW := dW + λ₁ sign(W)",
    .words = "L1",
    .strength = &StepKnobs::l1,
    .beforeStep = pull,
    .penalty = penalty,
}};

}  // namespace
}  // namespace perceptarium::train
