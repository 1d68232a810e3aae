// Max-norm: after each step the weights into a unit are scaled back where they are longer than allowed (Srebro and
// Shraibman 2005; with dropout: Srivastava et al. 2014).
#include <cmath>

#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

/// W [rows, units] (any number of axes, units last): the weights into one unit are a column. A table of word vectors
/// [words, D] has a unit a row.
void limit(network::Parameter& parameter, double strength, std::vector<double>& sums) {
    Tensor& value = parameter.variable.mutableValue();
    const std::int64_t n = value.elements();
    if (n == 0 || value.shape().rank() < 2) return;
    float* w = value.data<float>();
    const bool byRow = parameter.spec.unitsFirst;
    const std::int64_t units = byRow ? value.shape()[0] : value.shape()[value.shape().rank() - 1], rows = n / units;
    const auto at = [&](std::int64_t row, std::int64_t unit) -> float& {
        return byRow ? w[unit * rows + row] : w[row * units + unit];
    };
    sums.assign(static_cast<std::size_t>(units), 0);
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t unit = 0; unit < units; ++unit) {
            const auto x = static_cast<double>(at(row, unit));
            sums[static_cast<std::size_t>(unit)] += x * x;
        }
    for (std::int64_t unit = 0; unit < units; ++unit) {
        const double norm = std::sqrt(sums[static_cast<std::size_t>(unit)]);
        if (!(norm > strength)) continue;
        const auto factor = static_cast<float>(strength / norm);
        for (std::int64_t row = 0; row < rows; ++row) at(row, unit) *= factor;
    }
}

const Registered<StepRuleSpec> declared{{
    .id = "maxNorm",
    .order = 5,
    .kind = StepRuleSpec::Kind::Regularizer,
    .title = "Max-norm c",
    .meaning = "The weights into a unit are never longer than this together; 3 or 4 is usual. 0: no limit.",
    .formula = "‖w‖ > c:  w := c w / ‖w‖",
    .words = "max-norm",
    .strength = &StepKnobs::maxNorm,
    .afterStep =
        [](StepRuleSpec::Parameters& parameters, double strength) {
            static thread_local std::vector<double> sums;  // kept, so that steps allocate nothing
            for (network::Parameter& parameter : parameters)
                if (parameter.trains() && parameter.decays()) limit(parameter, strength, sums);
        },
}};

}  // namespace
}  // namespace perceptarium::train
