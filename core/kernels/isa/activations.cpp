// Activations and their derivatives, number by number, simple enough for the compiler to turn into vectors.
#include "kernels/isa/column_sums.h"
#include "kernels/isa/curves.h"
#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

// Each: the value at x and the slope there. `a` is the activation's number, for those that have one.

struct Elu {  // a: what it goes to on the left, −a
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T a) {
        const T low = a * expOfNegativeMinusOne(x > 0 ? T(0) : x);
        return x > 0 ? x : low;
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T a) {
        const T low = a * expOfNegative(x > 0 ? T(0) : x);
        return x > 0 ? T(1) : low;
    }
};

struct Selu {  // Klambauer et al. 2017: these two keep mean 0 and variance 1
    static constexpr double kScale = 1.0507009873554804934193349852946, kAlpha = 1.6732632423543772848170429916717;
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T) {
        return static_cast<T>(kScale) * Elu::value(x, static_cast<T>(kAlpha));
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T) {
        return static_cast<T>(kScale) * Elu::slope(x, static_cast<T>(kAlpha));
    }
};

struct Gelu {  // x·Φ(x), slope Φ(x) + x·φ(x)
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T) {
        const T tail = normalTail(x, expOfNegative(T(-0.5) * x * x));
        return x * (x < 0 ? tail : 1 - tail);
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T) {
        const T power = expOfNegative(T(-0.5) * x * x);
        const T tail = normalTail(x, power);
        return (x < 0 ? tail : 1 - tail) + x * power * static_cast<T>(0.39894228040143267794);  // 1/√(2π)
    }
};

/// s = σ(z) and s·(1 − s), neither as a difference from 1.
template <class T>
struct Logistic {
    T share, slope;
    explicit PERCEPTARIUM_ALWAYS_INLINE Logistic(T z) {
        const T e = expOfNegative(z < 0 ? z : -z);
        const T high = 1 / (1 + e), low = e * high;
        share = z < 0 ? low : high;
        slope = low * high;
    }
};

struct GeluTanh {  // ½x(1 + tanh u) = x·σ(2u), u = √(2/π)(x + 0.044715 x³)
    static constexpr double kFactor = 1.5957691216057307118, kCube = 0.044715;  // 2√(2/π)
    /// Beyond it σ is 0 or 1, and a cube might overflow.
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T bounded(T x) {
        return x < -100 ? T(-100) : x > 100 ? T(100) : x;
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T) {
        const T near = bounded(x);
        return x * logistic(static_cast<T>(kFactor) * near * (1 + static_cast<T>(kCube) * near * near));
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T) {
        const T near = bounded(x), cube = static_cast<T>(kCube) * near * near, factor = static_cast<T>(kFactor);
        const Logistic<T> s(factor * near * (1 + cube));
        return s.share + near * s.slope * factor * (1 + 3 * cube);
    }
};

struct Silu {
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T) {
        return x * logistic(x);
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T) {
        const Logistic<T> s(x);
        return s.share + x * s.slope;
    }
};

struct Softplus {  // log(1 + e^(ax))/a
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T value(T x, T a) {
        const T z = a * x;
        const T rest = logOfOneAnd(expOfNegative(z < 0 ? z : -z));
        return ((z < 0 ? T(0) : z) + rest) / a;
    }
    template <class T>
    static PERCEPTARIUM_ALWAYS_INLINE T slope(T x, T a) {
        return logistic(a * x);
    }
};

template <class T, class F>
void forward(Index n, T a, const T* x, T* y) {
    for (Index i = 0; i < n; ++i) y[i] = F::value(x[i], a);
}
template <class T, class F>
void backward(Index n, T a, const T* x, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i) dx[i] = dy[i] * F::slope(x[i], a);
}

template <class T>
void preluRows(Index n, Index c, const T* x, const T* slope, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c)
        for (Index k = 0; k < c; ++k) y[k] = x[k] > 0 ? x[k] : slope[k] * x[k];
}
template <class T>
void preluRowsBackward(Index n, Index c, const T* x, const T* slope, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i, x += c, dy += c, dx += c)
        for (Index k = 0; k < c; ++k) dx[k] = x[k] > 0 ? dy[k] : slope[k] * dy[k];
}
template <class T>
void preluSums(Index n, Index c, const T* x, const T* dy, T* sums) {
    constexpr int L = kLanes<T>;
    for (Index column = 0; column < c; column += L)
        sumStrip<T, L>(n, column, c - column, sums, [=](Index i, Index k) {
            const auto value = load<T, L>(x + i * c + k);
            return (value > 0 ? Vector<T, L>{} : value) * load<T, L>(dy + i * c + k);
        });
}

template <class F, class T>
void fillActivation(Inner<T>& inner, Activation activation) {
    inner.activation[static_cast<int>(activation)] = forward<T, F>;
    inner.activationBackward[static_cast<int>(activation)] = backward<T, F>;
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillActivations(Inner<T>& inner) {
    fillActivation<Elu>(inner, Activation::Elu);
    fillActivation<Selu>(inner, Activation::Selu);
    fillActivation<Gelu>(inner, Activation::Gelu);
    fillActivation<GeluTanh>(inner, Activation::GeluTanh);
    fillActivation<Silu>(inner, Activation::Silu);
    fillActivation<Softplus>(inner, Activation::Softplus);
    inner.preluRows = preluRows<T>;
    inner.preluRowsBackward = preluRowsBackward<T>;
    inner.preluSums = preluSums<T>;
}
template void fillActivations(Inner<float>&);
template void fillActivations(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
