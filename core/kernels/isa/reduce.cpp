// Sums, maxima and minima along rows and down columns. NaN wins over every number.
#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// Numbers or vectors of numbers.
template <Reduction how, class V>
PERCEPTARIUM_ALWAYS_INLINE V join(V a, V b) {
    if constexpr (how == Reduction::Sum) return a + b;
    if constexpr (how == Reduction::Maximum) return (a > b) | (a != a) ? a : b;
    if constexpr (how == Reduction::Minimum) return (a < b) | (a != a) ? a : b;
}

/// Lanes side by side in blocks, blocks pairwise: the rounding error of a sum grows with the logarithm of n.
template <Reduction how, class T>
T reduceRow(Index n, const T* x) {
    constexpr int L = kLanes<T>;
    constexpr Index block = 64 * L;
    if (n > block) {
        const Index half = (n / 2 + block - 1) / block * block;
        return join<how>(reduceRow<how>(half, x), reduceRow<how>(n - half, x + half));
    }
    Index i = 1;
    T total = n > 0 ? x[0] : T(0);
    if (n >= 2 * L) {
        Vector<T, L> lanes = load<T, L>(x), more = load<T, L>(x + L);
        for (i = 2 * L; i + 2 * L <= n; i += 2 * L) {
            lanes = join<how>(lanes, load<T, L>(x + i));
            more = join<how>(more, load<T, L>(x + i + L));
        }
        lanes = join<how>(lanes, more);
        total = lanes[0];
        for (int lane = 1; lane < L; ++lane) total = join<how>(total, static_cast<T>(lanes[lane]));
    }
    for (; i < n; ++i) total = join<how>(total, x[i]);
    return total;
}
template <Reduction how, class T>
void reduceRows(Index rows, Index n, const T* x, T* out) {
    for (Index i = 0; i < rows; ++i) out[i] = reduceRow<how>(n, x + i * n);
}

/// NV vectors of columns down the rows; the last one may hold more lanes than there are columns.
template <Reduction how, class T, int NV>
PERCEPTARIUM_ALWAYS_INLINE void strip(Index n, Index columns, Index step, const T* x, T* out) {
    constexpr int L = kLanes<T>;
    Vector<T, L> totals[NV];
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v) totals[v] = load<T, L>(x + v * L);
    for (Index i = 1; i < n; ++i)
#pragma GCC unroll 4
        for (int v = 0; v < NV; ++v) totals[v] = join<how>(totals[v], load<T, L>(x + i * step + v * L));
    T results[NV * L];
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v) store<T, L>(results + v * L, totals[v]);
    for (Index j = 0; j < columns; ++j) out[j] = results[j];
}
template <Reduction how, class T>
void reduceColumns(Index n, Index columns, Index step, const T* x, T* out) {
    constexpr int L = kLanes<T>;
    if (n == 0) {
        for (Index j = 0; j < columns; ++j) out[j] = T(0);
        return;
    }
    Index j = 0;
    for (; j + 4 * L <= columns; j += 4 * L) strip<how, T, 4>(n, 4 * L, step, x + j, out + j);
    for (; j < columns; j += L) strip<how, T, 1>(n, columns - j < L ? columns - j : L, step, x + j, out + j);
}

template <Reduction how, class T>
void fillOne(Inner<T>& inner) {
    inner.reduceRows[static_cast<int>(how)] = reduceRows<how, T>;
    inner.reduceColumns[static_cast<int>(how)] = reduceColumns<how, T>;
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillReduce(Inner<T>& inner) {
    fillOne<Reduction::Sum>(inner);
    fillOne<Reduction::Maximum>(inner);
    fillOne<Reduction::Minimum>(inner);
}
template void fillReduce(Inner<float>&);
template void fillReduce(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
