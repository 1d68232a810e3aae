// Number by number: sums, products, activations and their derivatives. T is float or double. Arrays may be the same, but
// must not overlap otherwise.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

template <class T>
void add(std::int64_t n, const T* a, const T* b, T* out);
template <class T>
void subtract(std::int64_t n, const T* a, const T* b, T* out);
template <class T>
void multiply(std::int64_t n, const T* a, const T* b, T* out);
/// out = factor · a
template <class T>
void scale(std::int64_t n, T factor, const T* a, T* out);
/// sum += a
template <class T>
void addTo(std::int64_t n, const T* a, T* sum);
/// y = max(0, a + b)
template <class T>
void addRelu(std::int64_t n, const T* a, const T* b, T* y);
/// The sum of all, added up in blocks so that the rounding error grows with the logarithm of n.
template <class T>
T sum(std::int64_t n, const T* a);

// Activations: y = f(x); the derivatives are written with y where that is all they need. dx = dy · f'.
template <class T>
void sigmoid(std::int64_t n, const T* x, T* y);
template <class T>
void sigmoidBackward(std::int64_t n, const T* y, const T* dy, T* dx);
template <class T>
void tanh(std::int64_t n, const T* x, T* y);
template <class T>
void tanhBackward(std::int64_t n, const T* y, const T* dy, T* dx);
/// max(x, 0); NaN stays NaN. At 0 the derivative is 0.
template <class T>
void relu(std::int64_t n, const T* x, T* y);
template <class T>
void reluBackward(std::int64_t n, const T* y, const T* dy, T* dx);
/// x > 0 ? x : slope·x. At 0 the derivative is `slope`.
template <class T>
void leakyRelu(std::int64_t n, T slope, const T* x, T* y);
template <class T>
void leakyReluBackward(std::int64_t n, T slope, const T* x, const T* dy, T* dx);

}  // namespace perceptarium::kernels
