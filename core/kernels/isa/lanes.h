// Vectors whose lanes change places: sums over lanes, and small matrices turned over.
#pragma once

#include <utility>

#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// The sum of all lanes: halves are added to each other until one lane is left.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE T total(Vector<T, L> v) {
    if constexpr (L == 16)
        return total<T, 8>(__builtin_shufflevector(v, v, 0, 1, 2, 3, 4, 5, 6, 7) +
                           __builtin_shufflevector(v, v, 8, 9, 10, 11, 12, 13, 14, 15));
    else if constexpr (L == 8)
        return total<T, 4>(__builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7));
    else if constexpr (L == 4)
        return (v[0] + v[2]) + (v[1] + v[3]);
    else
        return v[0] + v[1];
}

template <class T, int L, int... I>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> joined(Vector<T, L / 2> a, Vector<T, L / 2> b, std::integer_sequence<int, I...>) {
    return __builtin_shufflevector(a, b, I...);
}
/// L/K runs of K numbers, `step` from one to the next.
template <class T, int L, int K>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> loadRuns(const T* from, Index step) {
    if constexpr (L == K)
        return load<T, L>(from);
    else
        return joined<T, L>(loadRuns<T, L / 2, K>(from, step), loadRuns<T, L / 2, K>(from + L / 2 / K * step, step),
                            std::make_integer_sequence<int, L>());
}

/// a₀ b₀ a₁ b₁ …, the first half of it and the second; and back.
template <class T, int L, int... I>
PERCEPTARIUM_ALWAYS_INLINE void zip(Vector<T, L>& a, Vector<T, L>& b, std::integer_sequence<int, I...>) {
    const Vector<T, L> first = __builtin_shufflevector(a, b, (I / 2 + I % 2 * L)...);
    b = __builtin_shufflevector(a, b, (L / 2 + I / 2 + I % 2 * L)...);
    a = first;
}
template <class T, int L, int... I>
PERCEPTARIUM_ALWAYS_INLINE void unzip(Vector<T, L>& a, Vector<T, L>& b, std::integer_sequence<int, I...>) {
    const Vector<T, L> first = __builtin_shufflevector(a, b, (2 * I)...);
    b = __builtin_shufflevector(a, b, (2 * I + 1)...);
    a = first;
}

/// K rows of L numbers become L rows of K numbers, one after another in the same vectors. Each round moves the highest bit
/// of a number's place to the lowest; K is a power of two.
template <class T, int L, int K>
PERCEPTARIUM_ALWAYS_INLINE void turnOver(Vector<T, L> (&v)[K]) {
#pragma GCC unroll 4
    for (int round = 1; round < K; round *= 2) {
        Vector<T, L> next[K];
#pragma GCC unroll 8
        for (int i = 0; i < K / 2; ++i) {
            next[2 * i] = v[i], next[2 * i + 1] = v[i + K / 2];
            zip<T, L>(next[2 * i], next[2 * i + 1], std::make_integer_sequence<int, L>());
        }
#pragma GCC unroll 8
        for (int i = 0; i < K; ++i) v[i] = next[i];
    }
}
/// And back.
template <class T, int L, int K>
PERCEPTARIUM_ALWAYS_INLINE void turnBack(Vector<T, L> (&v)[K]) {
#pragma GCC unroll 4
    for (int round = 1; round < K; round *= 2) {
        Vector<T, L> next[K];
#pragma GCC unroll 8
        for (int i = 0; i < K / 2; ++i) {
            next[i] = v[2 * i], next[i + K / 2] = v[2 * i + 1];
            unzip<T, L>(next[i], next[i + K / 2], std::make_integer_sequence<int, L>());
        }
#pragma GCC unroll 8
        for (int i = 0; i < K; ++i) v[i] = next[i];
    }
}

}  // namespace
}  // namespace perceptarium::kernels
