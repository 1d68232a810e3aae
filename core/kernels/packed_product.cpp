#include "kernels/packed_product.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Fewer multiply-adds or rows than these are left as they lie: packing has to pay. (Estimates; tests/bench/kernel_speed.cpp
/// shows what they do.)
constexpr Index kWorthPacking = 2'000'000, kRowsWorthPacking = 96;
/// Numbers copied that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 32'768;
/// Bytes of a panel of A (most of the first cache), and of the panels and strips of one task (the second cache holds
/// both).
constexpr Index kPanelBytes = 24 << 10, kTaskPanelsBytes = 256 << 10, kTaskStripsBytes = 448 << 10;
/// Rows and columns that are packed at a time, at most: both blocks stay in the last cache.
constexpr Index kBlockRows = 4096, kBlockColumns = 4096;

Index pieces(Index n, Index most) { return (n + most - 1) / most; }
/// The most even size of the pieces of n that are at most `most`.
Index evenly(Index n, Index most) { return pieces(n, pieces(n, std::max<Index>(most, 1))); }

/// Where element (row, column) of an operand is; one of the two distances is 1.
template <class T>
struct Operand {
    const T* at;
    Index row, column;

    const T* place(Index i, Index j) const { return at + i * row + j * column; }
    Operand from(Index i, Index j) const { return {place(i, j), row, column}; }
};

/// Slices of `width` numbers, side by side in memory or `apart` from each other, in the order of depth.
template <class T>
void pack(Index width, Index depth, const T* from, Index apart, Index step, T* to) {
    const Inner<T>& in = inner<T>();
    if (apart != 1)
        in.transpose(width, depth, from, apart, to, width);
    else if (width == in.stripColumns)
        in.packStrip(depth, from, step, to);
    else
        in.packSlices(width, depth, from, step, to);
}

/// One block of rows and columns, for all k: packed, and multiplied in tasks of panels × strips.
template <class T>
void packedBlock(Index m, Index n, Index k, Operand<T> a, Operand<T> b, const T* bias, T* c, Index cStride) {
    const Inner<T>& in = inner<T>();
    const Index bytes = static_cast<Index>(sizeof(T)), strip = in.stripColumns;
    const Index panelRows = evenly(m, in.panelRows), panels = pieces(m, panelRows), strips = pieces(n, strip);
    const Index depthMost = evenly(k, kPanelBytes / (in.panelRows * bytes));
    Scratch<T> left(m * depthMost), right(n * depthMost + strip);
    for (Index from = 0; from < k; from += depthMost) {
        const Index depth = std::min(depthMost, k - from);
        parallelFor(panels + strips, kWorthAPiece / (strip * depth) + 1, [&](Index begin, Index end) {
            for (Index i = begin; i < std::min(end, panels); ++i) {
                const Index row = i * panelRows;
                pack(std::min(panelRows, m - row), depth, a.place(row, from), a.row, a.column,
                     left.data() + row * depth);
            }
            for (Index i = std::max(begin, panels); i < end; ++i) {
                const Index column = (i - panels) * strip;
                pack(std::min(strip, n - column), depth, b.place(from, column), b.column, b.row,
                     right.data() + column * depth);
            }
        });
        // Tasks as large as the second cache allows, but a few for each thread.
        Index taskPanels = evenly(panels, kTaskPanelsBytes / (panelRows * depth * bytes));
        const Index taskStrips = evenly(strips, kTaskStripsBytes / (strip * depth * bytes));
        const Index across = pieces(strips, taskStrips);
        if (threads() > 1) taskPanels = std::min(taskPanels, evenly(panels, panels * across / (4 * threads())));
        const Index down = pieces(panels, taskPanels);
        parallelPieces(down * across, [&](Index task) {
            // Down first: the strips, which are the larger part, stay in the second cache.
            const Index row = task % down * taskPanels * panelRows, column = task / down * taskStrips * strip;
            in.packedProduct({std::min(taskPanels * panelRows, m - row), std::min(taskStrips * strip, n - column),
                              depth, panelRows, left.data() + row * depth, right.data() + column * depth,
                              c + row * cStride + column, cStride, from > 0, bias && from == 0 ? bias + column : nullptr});
        });
    }
}

}  // namespace

template <class T>
bool worthPacking(const ProductShape& s) {
    return s.m >= kRowsWorthPacking && s.n >= inner<T>().stripColumns && s.m * s.n * s.k >= kWorthPacking;
}

template <class T>
void packedProduct(const ProductShape& s, const T* a, const T* b, const T* bias, T* c) {
    const Operand<T> left = s.transposeA ? Operand<T>{a, 1, s.m} : Operand<T>{a, s.k, 1};
    const Operand<T> right = s.transposeB ? Operand<T>{b, 1, s.k} : Operand<T>{b, s.n, 1};
    const Index rows = evenly(s.m, kBlockRows), columns = evenly(s.n, kBlockColumns);
    for (Index j = 0; j < s.n; j += columns)
        for (Index i = 0; i < s.m; i += rows)
            packedBlock(std::min(rows, s.m - i), std::min(columns, s.n - j), s.k, left.from(i, 0), right.from(0, j),
                        bias ? bias + j : nullptr, c + i * s.n + j, s.n);
}

#define PERCEPTARIUM_INSTANTIATE(T)                     \
    template bool worthPacking<T>(const ProductShape&); \
    template void packedProduct<T>(const ProductShape&, const T*, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
