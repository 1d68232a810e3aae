// How long the gradient is, as one number: what shows vanishing and exploding gradients while training goes on.
#pragma once

#include <span>
#include <vector>

#include "network/model.h"

namespace perceptarium::train {

/// Sum of v², in blocks of f32 added up in f64; exact to about 1e-6. Falls back to f64 throughout where squares overflow.
double sumOfSquares(std::span<const float> values);

/// ‖g‖₂ over all trained parameters; those without a gradient count as zero. Not finite when any entry is not.
double gradientNorm(const std::vector<network::Parameter>& parameters);

}  // namespace perceptarium::train
