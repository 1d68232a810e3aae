// Activations with a derivative of their own (sigmoid, tanh and ReLU are in elementwise.h). T is float or double.
#pragma once

#include <cstdint>

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// y = f(x; a). a: ELU's α, softplus's β; others take none. y may be x.
template <class T>
void activate(Activation activation, std::int64_t n, T a, const T* x, T* y);
/// dx = dy · f'(x; a). dx may be dy.
template <class T>
void activateBackward(Activation activation, std::int64_t n, T a, const T* x, const T* dy, T* dx);

/// x [n, c], slope [c]: x > 0 ? x : slope·x. At 0 the derivative is `slope`, as PyTorch has it.
template <class T>
void prelu(std::int64_t n, std::int64_t c, const T* x, const T* slope, T* y);
template <class T>
void preluBackwardData(std::int64_t n, std::int64_t c, const T* x, const T* slope, const T* dy, T* dx);
/// dslope [c] = Σ over rows of dy·x where x ≤ 0. x and dy belong to tensors.
template <class T>
void preluBackwardSlope(std::int64_t n, std::int64_t c, const T* x, const T* dy, T* dslope);

/// x [n, c]: 1 at the first maximum of each row, else 0.
template <class T>
void hardmax(std::int64_t n, std::int64_t c, const T* x, T* y);

}  // namespace perceptarium::kernels
