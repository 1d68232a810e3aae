// Layer normalization: each row by its own mean and variance.
#include <cmath>

#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// The sum of term(k) over vectors at k = 0, L, 2L, … of a row of c numbers; what term reads beyond the row is left
/// out. Four sums side by side, so that the additions need not wait for each other.
template <class T, int L, class Term>
PERCEPTARIUM_ALWAYS_INLINE T sumRow(Index c, Term term) {
    Vector<T, L> total[4]{}, places{};
    for (int lane = 0; lane < L; ++lane) places[lane] = static_cast<T>(lane);
    Index k = 0;
    for (; k + 4 * L <= c; k += 4 * L)
#pragma GCC unroll 4
        for (int part = 0; part < 4; ++part) total[part] += term(k + part * L);
    for (; k + L <= c; k += L) total[0] += term(k);
    if (k < c) {
        const auto last = term(k);
        total[1] += places < broadcast<T, L>(static_cast<T>(c - k)) ? last : Vector<T, L>{};
    }
    const auto all = (total[0] + total[1]) + (total[2] + total[3]);
    T sum = 0;
    for (int lane = 0; lane < L; ++lane) sum += all[lane];
    return sum;
}

template <class T>
void layerNormRows(Index n, Index c, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean, T* inverse) {
    constexpr int L = kLanes<T>;
    const T share = T(1) / static_cast<T>(c);
    for (Index i = 0; i < n; ++i, x += c, y += c) {
        const T middle = share * sumRow<T, L>(c, [=](Index k) { return load<T, L>(x + k); });
        const T variance = share * sumRow<T, L>(c, [=](Index k) {
                               const auto difference = load<T, L>(x + k) - middle;
                               return difference * difference;
                           });
        const T factor = 1 / std::sqrt(variance + epsilon);
        for (Index k = 0; k < c; ++k) y[k] = (x[k] - middle) * factor * gamma[k] + beta[k];
        mean[i] = middle;
        inverse[i] = factor;
    }
}

template <class T>
void layerNormRowsBackward(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* gamma, const T* dy,
                           T* dx) {
    constexpr int L = kLanes<T>;
    const T share = T(1) / static_cast<T>(c);
    for (Index i = 0; i < n; ++i, x += c, dy += c, dx += c) {
        const T middle = mean[i], factor = inverse[i];
        const T sum = share * sumRow<T, L>(c, [=](Index k) { return load<T, L>(dy + k) * load<T, L>(gamma + k); });
        const T products = share * factor * factor * sumRow<T, L>(c, [=](Index k) {
                               return load<T, L>(dy + k) * load<T, L>(gamma + k) * (load<T, L>(x + k) - middle);
                           });
        for (Index k = 0; k < c; ++k) dx[k] = factor * (dy[k] * gamma[k] - sum - (x[k] - middle) * products);
    }
}

template <class T>
void normalizeAbout(Index n, Index c, const T* x, const T* center, const T* factor, const T* offset, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c)
        for (Index k = 0; k < c; ++k) y[k] = (x[k] - center[k]) * factor[k] + offset[k];
}

template <class T>
void layerNormSums(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* dy, T* dgamma, T* dbeta) {
    for (Index k = 0; k < c; ++k) dgamma[k] = dbeta[k] = 0;
    for (Index i = 0; i < n; ++i, x += c, dy += c) {
        const T middle = mean[i], factor = inverse[i];
        for (Index k = 0; k < c; ++k) {
            dgamma[k] += dy[k] * ((x[k] - middle) * factor);
            dbeta[k] += dy[k];
        }
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillLayerNorm(Inner<T>& inner) {
    inner.layerNormRows = layerNormRows<T>;
    inner.layerNormRowsBackward = layerNormRowsBackward<T>;
    inner.normalizeAbout = normalizeAbout<T>;
    inner.layerNormSums = layerNormSums<T>;
}
template void fillLayerNorm(Inner<float>&);
template void fillLayerNorm(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
