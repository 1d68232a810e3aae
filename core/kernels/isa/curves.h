// The functions that activations beyond sigmoid and tanh are made of, as plain arithmetic like those in functions.h.
// The polynomials were fitted for this file (least squares weighted towards the largest relative error).
#pragma once

#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

/// eˣ − 1 for x ≤ 0 without cancellation near 0, 2ⁿ (eʳ − 1) + (2ⁿ − 1): relative error below 3e-7. NaN stays NaN.
PERCEPTARIUM_ALWAYS_INLINE float expOfNegativeMinusOne(float x) {
    const SplitExponential e = splitExponential(x < -30.0f ? -30.0f : x);  // below, the result is −1
    const float power = std::bit_cast<float>(0x3f800000 + e.bits);
    const float value = power * e.rest + (power - 1.0f);
    return x != x ? x : value;
}
inline double expOfNegativeMinusOne(double x) { return std::expm1(x); }

/// log(1 + e) for 0 ≤ e ≤ 1, relative error below 2e-7: 2 artanh(s) with s = e/(2 + e) ≤ 1/3.
PERCEPTARIUM_ALWAYS_INLINE float logOfOneAnd(float e) {
    const float s = e / (2.0f + e), square = s * s;
    float p = 2.686090849e-1f;
    p = p * square + 2.823506406e-1f;
    p = p * square + 4.000762451e-1f;
    p = p * square + 6.666663996e-1f;
    return 2.0f * s + s * square * p;
}
inline double logOfOneAnd(double e) { return std::log1p(e); }

/// Φ(−|x|), the share of a standard normal distribution beyond |x|: ½ erfc(|x|/√2). `power` is e^(−x²/2), which the
/// derivative needs too. Relative error below 6e-7 up to |x| = 3 and below 5e-6 to the end at 13 (where x² itself is no
/// better), so x·Φ(x) keeps its digits in the tail, which ½(1 + erf) would lose. Φ(−x)·e^(x²/2) is a polynomial in
/// 1/(1 + 0.36 x).
PERCEPTARIUM_ALWAYS_INLINE float normalTail(float x, float power) {
    const float size = x < 0 ? -x : x;
    const float t = 1.0f / (1.0f + 0.36f * size);
    float p = -2.948464839e-2f;
    p = p * t + 1.356228450e-1f;
    p = p * t - 2.151864369e-1f;
    p = p * t + 9.741039780e-2f;
    p = p * t + 6.634208860e-3f;
    p = p * t + 9.303298253e-2f;
    p = p * t + 1.247680772e-1f;
    p = p * t + 1.435791912e-1f;
    p = p * t + 1.436233509e-1f;
    return power * (p * t);
}
inline double normalTail(double x, double) { return 0.5 * std::erfc(std::abs(x) * 0.70710678118654752440); }

}  // namespace
}  // namespace perceptarium::kernels
