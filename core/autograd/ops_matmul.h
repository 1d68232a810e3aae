// Differentiable matrix products.
#pragma once

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_matmul.cpp
// -------------------------------------------------------------------------------------------------------
/// x [N, D] (leading axes before the last count as N), w [D, F], b [F] or undefined → [N, F]: Y = X W + b.
Variable linear(const Variable& x, const Variable& w, const Variable& b);
/// a […, M, K] · b […, K, N] → […, M, N], the leading axes broadcast. With a flag the operand is stored transposed:
/// a […, K, M], b […, N, K]; nothing is copied for that.
Variable matmul(const Variable& a, const Variable& b, bool transposeA = false, bool transposeB = false);

}  // namespace perceptarium::autograd
