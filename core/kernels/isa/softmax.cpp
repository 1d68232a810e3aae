// Softmax, its logarithm and log Σ eˣ over rows, with places that do not count. Whole vectors are read, the lanes
// beyond the row's end are set to what does not matter.
#include <cmath>
#include <limits>

#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

template <class T>
using Lanes = Vector<T, kLanes<T>>;
template <class T>
constexpr T kNothing = -std::numeric_limits<T>::infinity();

/// `other` in all lanes but the first `count`.
template <class T>
PERCEPTARIUM_ALWAYS_INLINE Lanes<T> firstOf(Lanes<T> value, Index count, T other) {
    constexpr int L = kLanes<T>;
    if (count >= L) return value;
    Lanes<T> places;
    for (int lane = 0; lane < L; ++lane) places[lane] = static_cast<T>(lane);
    return places < broadcast<T, L>(static_cast<T>(count)) ? value : broadcast<T, L>(other);
}

/// Which lanes from place k count: 1, or 0 beyond the end and where the mask says no.
template <class T>
PERCEPTARIUM_ALWAYS_INLINE Lanes<T> countsOf(const std::int32_t* mask, Index k, Index c) {
    constexpr int L = kLanes<T>;
    T counts[L];
    if (k + L <= c)
        for (int lane = 0; lane < L; ++lane) counts[lane] = mask[k + lane] != 0 ? T(1) : T(0);
    else
        for (int lane = 0; lane < L; ++lane) counts[lane] = lane < c - k && mask[k + lane] != 0 ? T(1) : T(0);
    return load<T, L>(counts);
}

/// The row's numbers from place k, `other` where they do not count.
template <bool masked, class T>
PERCEPTARIUM_ALWAYS_INLINE Lanes<T> numbers(const T* row, const std::int32_t* mask, Index k, Index c, T other) {
    constexpr int L = kLanes<T>;
    const Lanes<T> value = load<T, L>(row + k);
    if constexpr (masked) return countsOf<T>(mask, k, c) != Lanes<T>{} ? value : broadcast<T, L>(other);
    return firstOf<T>(value, c - k, other);
}

template <class T>
PERCEPTARIUM_ALWAYS_INLINE void storeRow(T* row, Index k, Index c, Lanes<T> value) {
    constexpr int L = kLanes<T>;
    if (k + L <= c) return store<T, L>(row + k, value);
    T vector[L];
    store<T, L>(vector, value);
    for (Index lane = 0; lane < c - k; ++lane) row[k + lane] = vector[lane];
}

template <class T>
PERCEPTARIUM_ALWAYS_INLINE Lanes<T> powers(Lanes<T> value) {
    constexpr int L = kLanes<T>;
    T vector[L];
    store<T, L>(vector, value);
    for (int lane = 0; lane < L; ++lane) vector[lane] = expOfNegative(vector[lane]);
    return load<T, L>(vector);
}

template <class T>
PERCEPTARIUM_ALWAYS_INLINE T total(Lanes<T> lanes) {
    T sum = lanes[0];
    for (int lane = 1; lane < kLanes<T>; ++lane) sum += lanes[lane];
    return sum;
}

/// −∞ when nothing counts; NaN when a number that counts is.
template <bool masked, class T>
PERCEPTARIUM_ALWAYS_INLINE T greatestOf(const T* x, const std::int32_t* mask, Index c) {
    constexpr int L = kLanes<T>;
    Lanes<T> greatest = broadcast<T, L>(kNothing<T>);
    for (Index k = 0; k < c; k += L) {
        const Lanes<T> value = numbers<masked, T>(x, mask, k, c, kNothing<T>);
        greatest = (value > greatest) | (value != value) ? value : greatest;
    }
    T result = greatest[0];
    for (int lane = 1; lane < L; ++lane)
        result = greatest[lane] > result || greatest[lane] != greatest[lane] ? greatest[lane] : result;
    return result;
}

template <bool masked, class T>
void softmaxRow(Index c, const T* x, const std::int32_t* mask, T* y) {
    constexpr int L = kLanes<T>;
    const T greatest = greatestOf<masked>(x, mask, c);
    const Lanes<T> shift = broadcast<T, L>(greatest);
    if (masked && greatest == kNothing<T>) {  // nothing counts, or only −∞ does
        for (Index k = 0; k < c; ++k) y[k] = T(0);
        return;
    }
    Lanes<T> sums{};
    for (Index k = 0; k < c; k += L) {
        // What does not count is at −∞ of the greatest: its power is 0.
        const Lanes<T> power = powers<T>(numbers<masked, T>(x, mask, k, c, kNothing<T>) - shift);
        sums += power;
        storeRow<T>(y, k, c, power);
    }
    const Lanes<T> factor = broadcast<T, L>(1 / total<T>(sums));
    for (Index k = 0; k < c; k += L) storeRow<T>(y, k, c, load<T, L>(y + k) * factor);
}

/// log Σ e^(x − greatest)
template <bool masked, class T>
PERCEPTARIUM_ALWAYS_INLINE T logOfPowers(const T* x, const std::int32_t* mask, Index c, T greatest) {
    constexpr int L = kLanes<T>;
    const Lanes<T> shift = broadcast<T, L>(greatest);
    Lanes<T> sums{};
    for (Index k = 0; k < c; k += L) sums += powers<T>(numbers<masked, T>(x, mask, k, c, kNothing<T>) - shift);
    return std::log(total<T>(sums));
}

template <bool masked, class T>
void logSoftmaxRow(Index c, const T* x, const std::int32_t* mask, T* y) {
    constexpr int L = kLanes<T>;
    const T greatest = greatestOf<masked>(x, mask, c);
    if (masked && greatest == kNothing<T>) {
        for (Index k = 0; k < c; ++k) y[k] = T(0);
        return;
    }
    // Subtracted one after the other: the sum of both would swallow the logarithm beside a large maximum.
    const Lanes<T> shift = broadcast<T, L>(greatest), log = broadcast<T, L>(logOfPowers<masked>(x, mask, c, greatest));
    for (Index k = 0; k < c; k += L) {
        Lanes<T> value = load<T, L>(x + k) - shift - log;
        if constexpr (masked) value = countsOf<T>(mask, k, c) != Lanes<T>{} ? value : Lanes<T>{};
        storeRow<T>(y, k, c, value);
    }
}

template <class T>
void softmaxRowBackward(Index c, const T* y, const T* dy, T* dx) {
    constexpr int L = kLanes<T>;
    Lanes<T> sums{};
    for (Index k = 0; k < c; k += L)
        sums += numbers<false, T>(y, nullptr, k, c, T(0)) * numbers<false, T>(dy, nullptr, k, c, T(0));
    const Lanes<T> dot = broadcast<T, L>(total<T>(sums));
    for (Index k = 0; k < c; k += L) storeRow<T>(dx, k, c, load<T, L>(y + k) * (load<T, L>(dy + k) - dot));
}

template <bool masked, class T>
void logSoftmaxRowBackward(Index c, const T* y, const std::int32_t* mask, const T* dy, T* dx) {
    constexpr int L = kLanes<T>;
    Lanes<T> sums{};
    for (Index k = 0; k < c; k += L) sums += numbers<masked, T>(dy, mask, k, c, T(0));
    const Lanes<T> sum = broadcast<T, L>(total<T>(sums));
    for (Index k = 0; k < c; k += L) {
        Lanes<T> value = load<T, L>(dy + k) - powers<T>(numbers<masked, T>(y, mask, k, c, kNothing<T>)) * sum;
        if constexpr (masked) value = countsOf<T>(mask, k, c) != Lanes<T>{} ? value : Lanes<T>{};
        storeRow<T>(dx, k, c, value);
    }
}

template <class T>
void softmaxRows(Index n, Index c, const T* x, const std::int32_t* mask, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c)
        mask ? softmaxRow<true>(c, x, mask, y) : softmaxRow<false>(c, x, mask, y);
}
template <class T>
void softmaxRowsBackward(Index n, Index c, const T* y, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i, y += c, dy += c, dx += c) softmaxRowBackward(c, y, dy, dx);
}
template <class T>
void logSoftmaxRows(Index n, Index c, const T* x, const std::int32_t* mask, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c)
        mask ? logSoftmaxRow<true>(c, x, mask, y) : logSoftmaxRow<false>(c, x, mask, y);
}
template <class T>
void logSoftmaxRowsBackward(Index n, Index c, const T* y, const std::int32_t* mask, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i, y += c, dy += c, dx += c)
        mask ? logSoftmaxRowBackward<true>(c, y, mask, dy, dx) : logSoftmaxRowBackward<false>(c, y, mask, dy, dx);
}
template <class T>
void logSumExpRows(Index n, Index c, const T* x, T* y) {
    for (Index i = 0; i < n; ++i, x += c) {
        const T greatest = greatestOf<false, T>(x, nullptr, c);
        const bool infinite = greatest == kNothing<T> || greatest == -kNothing<T>;
        y[i] = infinite ? greatest : greatest + logOfPowers<false, T>(x, nullptr, c, greatest);
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillSoftmax(Inner<T>& inner) {
    inner.softmaxRows = softmaxRows<T>;
    inner.softmaxRowsBackward = softmaxRowsBackward<T>;
    inner.logSoftmaxRows = logSoftmaxRows<T>;
    inner.logSoftmaxRowsBackward = logSoftmaxRowsBackward<T>;
    inner.logSumExpRows = logSumExpRows<T>;
}
template void fillSoftmax(Inner<float>&);
template void fillSoftmax(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
