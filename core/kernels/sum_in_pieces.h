// Sums down the columns of a matrix, cut into pieces of rows for several threads.
#pragma once

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {

/// Rows of c numbers that make a piece worth handing to another thread.
inline Index rowsWorthAPiece(Index c) {
    constexpr Index numbers = 32'768;
    return numbers / std::max<Index>(c, 1) + 1;
}

/// partial(begin, end, sums) sets sums [width] of rows begin … end−1 of n rows with c numbers; the pieces are added in
/// their order, so that the result depends on the number of threads only.
template <class T, class Partial>
void sumInPieces(Index n, Index c, Index width, T* sums, Partial partial) {
    const Pieces pieces = piecesOf(n, rowsWorthAPiece(c));
    if (pieces.count == 1) return partial(Index{0}, n, sums);
    Scratch<T> parts(pieces.count * (width + 16));  // 16: parts do not share cache lines
    parallelPieces(pieces.count, [&](Index piece) {
        partial(pieces.begin(piece), pieces.end(piece), parts.data() + piece * (width + 16));
    });
    std::copy_n(parts.data(), width, sums);
    for (Index piece = 1; piece < pieces.count; ++piece)
        inner<T>().addTo(width, parts.data() + piece * (width + 16), sums);
}

}  // namespace perceptarium::kernels
