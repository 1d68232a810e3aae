// Softmax and its relatives. The row's maximum is subtracted first, so logits of ±1000 are fine. Masks are i32,
// broadcast to x, 0 for places that do not count: these give 0 and get no gradient, and so does all of a row in which
// none counts.
#pragma once

#include <vector>

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_softmax.cpp
// ------------------------------------------------------------------------------------------------------
/// e^(x/T) / Σ e^(x/T) along `axis`; a temperature T > 1 evens out, T < 1 sharpens. T > 0 (CHECK).
Variable softmax(const Variable& x, int axis = -1, double temperature = 1, const Tensor& mask = {});
/// Its logarithm, exact where the softmax itself would be 0.
Variable logSoftmax(const Variable& x, int axis = -1, double temperature = 1, const Tensor& mask = {});
/// log Σ eˣ along one axis.
Variable logSumExp(const Variable& x, int axis = -1, bool keepDims = false);

}  // namespace perceptarium::autograd
