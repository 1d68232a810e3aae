// Differentiable arithmetic, number by number. Two operands are paired up by NumPy's broadcasting: shapes are aligned
// at their last axes, and an extent of 1 (or a missing axis) stands for as many as the other side has. Shapes that do
// not fit are a CHECK. Masks are i32 tensors, 0 for no and anything else for yes; they have no gradient.
#pragma once

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_math.cpp: two operands → their common shape
// ------------------------------------------------------------------
Variable add(const Variable& a, const Variable& b);
Variable subtract(const Variable& a, const Variable& b);
Variable multiply(const Variable& a, const Variable& b);
Variable divide(const Variable& a, const Variable& b);
/// aᵇ; NaN for a < 0 unless b is whole.
Variable power(const Variable& a, const Variable& b);
/// NaN when either is NaN; where both are equal, each gets half of the gradient.
Variable minimum(const Variable& a, const Variable& b);
Variable maximum(const Variable& a, const Variable& b);

// --- ops_functions.cpp: one operand → its shape
// -----------------------------------------------------------------------
Variable scale(const Variable& x, double factor);
Variable power(const Variable& x, double exponent);
Variable negate(const Variable& x);
Variable exp(const Variable& x);
/// The natural logarithm: −∞ at 0, NaN below.
Variable log(const Variable& x);
Variable sqrt(const Variable& x);
Variable square(const Variable& x);
/// The derivative at 0 is 0.
Variable abs(const Variable& x);
Variable reciprocal(const Variable& x);
Variable sin(const Variable& x);
Variable cos(const Variable& x);
/// Not below `low` and not above `high`; the gradient passes where low ≤ x ≤ high. Requires low ≤ high (CHECK).
Variable clip(const Variable& x, double low, double high);

// --- ops_masks.cpp
// ------------------------------------------------------------------------------------------------------
/// mask ? a : b, all three broadcast.
Variable where(const Tensor& mask, const Variable& a, const Variable& b);
/// x, but `value` where the mask says yes. The mask is broadcast to x.
Variable maskedFill(const Variable& x, const Tensor& mask, double value);

// Questions that give masks, broadcast. Both tensors are of the same kind.
Tensor equal(const Tensor& a, const Tensor& b);
Tensor notEqual(const Tensor& a, const Tensor& b);
Tensor less(const Tensor& a, const Tensor& b);
Tensor lessEqual(const Tensor& a, const Tensor& b);
Tensor greater(const Tensor& a, const Tensor& b);
Tensor greaterEqual(const Tensor& a, const Tensor& b);
/// Of masks: both yes, either yes, not yes.
Tensor both(const Tensor& a, const Tensor& b);
Tensor either(const Tensor& a, const Tensor& b);
Tensor opposite(const Tensor& mask);

}  // namespace perceptarium::autograd
