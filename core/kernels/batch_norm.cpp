#include "kernels/batch_norm.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread, and that fit into a core's cache with two more like them.
constexpr Index kWorthAPiece = 32'768, kBlock = 16'384;

Index rowsWorthAPiece(Index c) { return kWorthAPiece / std::max<Index>(c, 1) + 1; }
Index rowsOfABlock(Index c) { return std::max<Index>(kBlock / std::max<Index>(c, 1), 1); }
constexpr Index kApart = 16;  // parts do not share cache lines

/// work(first row, rows) for the blocks of begin … end−1.
template <class Work>
void inBlocks(Index begin, Index end, Index c, Work work) {
    for (Index row = begin, step = rowsOfABlock(c); row < end; row += step) work(row, std::min(step, end - row));
}

/// Takes the moments of `more` rows (mean, sum of squared deviations) into those of `rows`.
template <class T>
void takeIn(Index c, Index rows, T* mean, T* squares, Index more, const T* moreMean, const T* moreSquares) {
    const T all = static_cast<T>(rows + more), share = static_cast<T>(more) / all,
            weight = static_cast<T>(rows) * share;
    for (Index k = 0; k < c; ++k) {
        const T difference = moreMean[k] - mean[k];
        mean[k] += difference * share;
        squares[k] += moreSquares[k] + difference * difference * weight;
    }
}

}  // namespace

template <class T>
void batchMoments(Index n, Index c, const T* x, T* mean, T* variance) {
    const Pieces pieces = piecesOf(n, rowsWorthAPiece(c));
    const Index part = 2 * c + kApart;
    Scratch<T> parts(pieces.count * part);
    parallelPieces(pieces.count, [&](Index piece) {
        T *const itsMean = parts.data() + piece * part, *const itsSquares = itsMean + c;
        Scratch<T> block(2 * c);
        const Index begin = pieces.begin(piece);
        inBlocks(begin, pieces.end(piece), c, [&](Index row, Index rows) {
            if (row == begin) return inner<T>().normMoments(rows, c, x + row * c, itsMean, itsSquares);
            inner<T>().normMoments(rows, c, x + row * c, block.data(), block.data() + c);
            takeIn(c, row - begin, itsMean, itsSquares, rows, block.data(), block.data() + c);
        });
    });
    std::copy_n(parts.data(), c, mean);
    std::copy_n(parts.data() + c, c, variance);
    for (Index piece = 1; piece < pieces.count; ++piece) {
        const T* its = parts.data() + piece * part;
        takeIn(c, pieces.begin(piece), mean, variance, pieces.end(piece) - pieces.begin(piece), its, its + c);
    }
    for (Index k = 0; k < c; ++k) variance[k] /= static_cast<T>(n);
}

template <class T>
void normForward(Index n, Index c, const NormRows<T>& rows, T* y) {
    parallelFor(n, rowsWorthAPiece(c), [&](Index begin, Index end) {
        inBlocks(begin, end, c,
                 [&](Index row, Index count) { inner<T>().normForward(count, c, rows.from(row * c), y + row * c); });
    });
}

template <class T>
void normSums(Index n, Index c, const NormRows<T>& rows, const T* mean, const T* y, const T* dy, T* dz, T* products,
              T* sums) {
    const Pieces pieces = piecesOf(n, rowsWorthAPiece(c));
    const Index part = 2 * c + kApart;
    Scratch<T> parts(pieces.count * part);
    parts.clear();
    parallelPieces(pieces.count, [&](Index piece) {
        T* const its = parts.data() + piece * part;
        inBlocks(pieces.begin(piece), pieces.end(piece), c, [&](Index row, Index count) {
            const Index at = row * c;
            inner<T>().normSums(count, c, rows.from(at), mean, y ? y + at : nullptr, dy + at, dz ? dz + at : nullptr,
                                its, its + c);
        });
    });
    for (Index piece = 1; piece < pieces.count; ++piece)
        inner<T>().addTo(2 * c, parts.data() + piece * part, parts.data());
    std::copy_n(parts.data(), c, products);
    std::copy_n(parts.data() + c, c, sums);
}

template <class T>
void normBackward(Index n, Index c, const NormRows<T>& rows, const T* dy, const T* a, const T* b, const T* shift,
                  T* dx) {
    parallelFor(n, rowsWorthAPiece(c), [&](Index begin, Index end) {
        inBlocks(begin, end, c, [&](Index row, Index count) {
            inner<T>().normBackward(count, c, rows.from(row * c), dy + row * c, a, b, shift, dx + row * c);
        });
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                        \
    template void batchMoments<T>(Index, Index, const T*, T*, T*);                                         \
    template void normForward<T>(Index, Index, const NormRows<T>&, T*);                                    \
    template void normSums<T>(Index, Index, const NormRows<T>&, const T*, const T*, const T*, T*, T*, T*); \
    template void normBackward<T>(Index, Index, const NormRows<T>&, const T*, const T*, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
