// Functions of one number and their derivatives; exp and log of floats as plain arithmetic, so that the compiler can
// compute many at once.
#include <cmath>
#include <limits>
#include <utility>

#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

/// eˣ over the whole range: below 0 as it is, above 0 as the square of its half so that nothing overflows on the way.
PERCEPTARIUM_ALWAYS_INLINE float exponential(float x) {
    // Relative error of the square: twice that of the half, below 4e-7.
    const float above = x > 0 ? x : 0.0f, size = above > 89.0f ? 89.0f : above;
    const float inverse = expOfNegative(-0.5f * size);
    const float upper = 1 / inverse;
    return x > 0 ? upper * upper : expOfNegative(x);
}
inline double exponential(double x) { return std::exp(x); }

/// ln x, relative error below 2e-7: x = m · 2ᵉ with √½ ≤ m < √2; ln m by a polynomial in m − 1 (Cephes, Moshier 1989).
PERCEPTARIUM_ALWAYS_INLINE float logarithm(float x) {
    const std::int32_t bits = std::bit_cast<std::int32_t>(x);
    const std::int32_t half = 0x3f3504f3;  // √½
    const std::int32_t exponent = (bits - half) >> 23;
    const float m = std::bit_cast<float>(bits - (exponent << 23)) - 1.0f;
    const float e = static_cast<float>(exponent);
    const float square = m * m;
    float p = 7.0376836292e-2f;
    p = p * m - 1.1514610310e-1f;
    p = p * m + 1.1676998740e-1f;
    p = p * m - 1.2420140846e-1f;
    p = p * m + 1.4249322787e-1f;
    p = p * m - 1.6668057665e-1f;
    p = p * m + 2.0000714765e-1f;
    p = p * m - 2.4999993993e-1f;
    p = p * m + 3.3333331174e-1f;
    p = p * m * square + e * -2.12194440e-4f - 0.5f * square;
    const float value = m + p + e * 0.693359375f;
    constexpr float infinity = std::numeric_limits<float>::infinity();
    constexpr float smallest = std::numeric_limits<float>::min();
    return x < smallest              ? (x < 0 ? std::numeric_limits<float>::quiet_NaN() : -infinity)
           : x == infinity || x != x ? x
                                     : value;
}
inline double logarithm(double x) { return std::log(x); }

template <Unary f, class T>
PERCEPTARIUM_ALWAYS_INLINE T apply(T x) {
    if constexpr (f == Unary::Negate) return -x;
    if constexpr (f == Unary::Exp) return exponential(x);
    if constexpr (f == Unary::Log) return logarithm(x);
    if constexpr (f == Unary::Sqrt) return std::sqrt(x);
    if constexpr (f == Unary::Square) return x * x;
    if constexpr (f == Unary::Abs) return x < 0 ? -x : x == 0 ? T(0) : x;
    if constexpr (f == Unary::Reciprocal) return 1 / x;
    if constexpr (f == Unary::Sin) return std::sin(x);
    if constexpr (f == Unary::Cos) return std::cos(x);
}
template <Unary f, class T>
PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T y) {
    if constexpr (f == Unary::Negate) return T(-1);
    if constexpr (f == Unary::Exp) return y;
    if constexpr (f == Unary::Log) return 1 / x;
    if constexpr (f == Unary::Sqrt) return T(0.5) / y;
    if constexpr (f == Unary::Square) return 2 * x;
    if constexpr (f == Unary::Abs) return x > 0 ? T(1) : x < 0 ? T(-1) : T(0);
    if constexpr (f == Unary::Reciprocal) return -y * y;
    if constexpr (f == Unary::Sin) return std::cos(x);
    if constexpr (f == Unary::Cos) return -std::sin(x);
}

template <Unary f, class T>
void unary(Index n, const T* x, T* y) {
#pragma GCC ivdep
    for (Index i = 0; i < n; ++i) y[i] = apply<f>(x[i]);
}
template <Unary f, class T>
void unaryBackward(Index n, const T* x, const T* y, const T* dy, T* dx) {
#pragma GCC ivdep
    for (Index i = 0; i < n; ++i) dx[i] = dy[i] * slope<f>(x[i], y[i]);
}

template <class T>
void clip(Index n, T low, T high, const T* x, T* y) {
#pragma GCC ivdep
    for (Index i = 0; i < n; ++i) y[i] = x[i] < low ? low : x[i] > high ? high : x[i];
}
template <class T>
void clipBackward(Index n, T low, T high, const T* x, const T* dy, T* dx) {
#pragma GCC ivdep
    for (Index i = 0; i < n; ++i) dx[i] = x[i] < low || x[i] > high ? T(0) : dy[i];
}

template <class T, int... f>
void fillUnaries(Inner<T>& inner, std::integer_sequence<int, f...>) {
    ((inner.unary[f] = unary<static_cast<Unary>(f), T>), ...);
    ((inner.unaryBackward[f] = unaryBackward<static_cast<Unary>(f), T>), ...);
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillUnary(Inner<T>& inner) {
    fillUnaries(inner, std::make_integer_sequence<int, kUnaries>());
    inner.clip = clip<T>;
    inner.clipBackward = clipBackward<T>;
}
template void fillUnary(Inner<float>&);
template void fillUnary(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
