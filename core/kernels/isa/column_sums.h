// Sums down the columns of a matrix, for the sources of this folder.
#pragma once

#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// sums[column + k] = Σ_i term(i, column)[k] for the columns of one vector: down the rows, four rows at a time in sums
/// of their own so that the additions need not wait for each other. `term` may read beyond the last column; `lanes` is
/// how many columns there are from `column` on.
template <class T, int L, class Term>
PERCEPTARIUM_ALWAYS_INLINE void sumStrip(Index n, Index column, Index lanes, T* sums, Term term) {
    Vector<T, L> total[4]{};
    Index i = 0;
    for (; i + 4 <= n; i += 4)
#pragma GCC unroll 4
        for (int k = 0; k < 4; ++k) total[k] += term(i + k, column);
    for (; i < n; ++i) total[0] += term(i, column);
    T result[L];
    store<T, L>(result, (total[0] + total[1]) + (total[2] + total[3]));
    for (Index k = 0; k < (lanes < L ? lanes : L); ++k) sums[column + k] = result[k];
}

}  // namespace
}  // namespace perceptarium::kernels
