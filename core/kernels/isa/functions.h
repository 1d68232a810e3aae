// exp and tanh as plain arithmetic, so that the compiler can compute many at once. For double the C library's are used:
// f64 is there to check gradients, not to be fast.
#pragma once

#include <bit>
#include <cmath>

#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// eˣ = 2ⁿ (1 + rest): x = n ln 2 + r with |r| ≤ ln 2 / 2, and rest = eʳ − 1 by the Taylor-like minimax polynomial of Cephes
/// (Moshier 1989). `bits` is n where a float has its exponent. x is between −100 and 0.
struct SplitExponential {
    float rest;
    std::int32_t bits;
};
PERCEPTARIUM_ALWAYS_INLINE SplitExponential splitExponential(float x) {
    const float shifted = x * 1.44269504f + 12582912.0f;  // adding 1.5 · 2²³ rounds to a whole number
    const float n = shifted - 12582912.0f;
    float r = x - n * 0.693359375f;
    r = r + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return {p * (r * r) + r, (std::bit_cast<std::int32_t>(shifted) - 0x4b400000) << 23};
}

/// eˣ for x ≤ 0, relative error below 2e-7; 0 below −87.3. NaN stays NaN.
PERCEPTARIUM_ALWAYS_INLINE float expOfNegative(float x) {
    const SplitExponential e = splitExponential(x < -87.3f ? -87.3f : x);
    const float value = std::bit_cast<float>(std::bit_cast<std::int32_t>(e.rest + 1.0f) + e.bits);
    return x < -87.3f ? 0.0f : x != x ? x : value;
}
inline double expOfNegative(double x) { return std::exp(x); }

/// 1/(1 + e⁻ˣ) without overflow on either side.
template <class T>
PERCEPTARIUM_ALWAYS_INLINE T logistic(T x) {
    const T e = expOfNegative(x < 0 ? x : -x);
    const T high = 1 / (1 + e);
    return x < 0 ? e * high : high;
}

/// Near 0 an odd polynomial (Cephes), further out 1 − 2e/(1 + e) with e = exp(−2|x|): relative error below 3e-7.
PERCEPTARIUM_ALWAYS_INLINE float tangent(float x) {
    const float size = x < 0 ? -x : x;
    const float square = x * x;
    float p = -5.70498872745e-3f;
    p = p * square + 2.06390887954e-2f;
    p = p * square - 5.37397155531e-2f;
    p = p * square + 1.33314422036e-1f;
    p = p * square - 3.33332819422e-1f;
    const float near = p * square * x + x;
    const float e = expOfNegative(-2 * size);
    const float far = (1 - e) / (1 + e);
    return size < 0.625f ? near : x < 0 ? -far : far;
}
inline double tangent(double x) { return std::tanh(x); }

}  // namespace
}  // namespace perceptarium::kernels
