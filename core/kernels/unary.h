// Functions of one number and their derivatives. Arrays may be the same, but must not overlap otherwise.
#pragma once

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// y = f(x)
template <class T>
void unary(Unary f, Index n, const T* x, T* y);
/// dx = dy · f'(x), with y = f(x)
template <class T>
void unaryBackward(Unary f, Index n, const T* x, const T* y, const T* dy, T* dx);
/// y = x, but not below `low` and not above `high`; NaN stays NaN.
template <class T>
void clip(Index n, T low, T high, const T* x, T* y);
/// dx = dy where low ≤ x ≤ high, else 0.
template <class T>
void clipBackward(Index n, T low, T high, const T* x, const T* dy, T* dx);

}  // namespace perceptarium::kernels
