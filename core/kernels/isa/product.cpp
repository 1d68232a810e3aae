// Large matrix products on packed operands: panels of a few rows of A that stay in the first cache, strips of two
// vectors of columns of B that stream past them. Goto and van de Geijn 2008, with the roles of the first two caches as
// they suit wide vectors.
#include <utility>

#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// Rows of a panel at most and columns of a strip: as many accumulators as there are registers, but for the strip's
/// vectors and the number of A.
constexpr int kPanelRows = kRegisters == 32 ? 14 : 6;
template <class T>
constexpr int kStripColumns = 2 * kLanes<T>;

/// to[q·width + p] = from[q·step + p]: one panel of rows that lie side by side, or the last strip.
template <class T>
void packSlices(Index width, Index depth, const T* from, Index step, T* to) {
    constexpr int L = kLanes<T>;
    // Whole vectors, whose spare lanes fall on slices that come later; the last few exactly.
    const Index exact = L / width + 1;
    Index q = 0;
    for (; q + exact < depth; ++q, from += step, to += width)
        for (Index p = 0; p < width; p += L) store<T, L>(to + p, load<T, L>(from + p));
    for (; q < depth; ++q, from += step, to += width)
        for (Index p = 0; p < width; ++p) to[p] = from[p];
}

/// The same for a whole strip.
template <class T>
void packStrip(Index depth, const T* from, Index step, T* to) {
    constexpr int L = kLanes<T>;
    for (Index q = 0; q < depth; ++q, from += step, to += 2 * L) {
        store<T, L>(to, load<T, L>(from));
        store<T, L>(to + L, load<T, L>(from + L));
    }
}

/// c (+)= panel · strip, or bias + panel · strip; a narrow strip is read beyond its columns.
template <class T, int P>
void tile(Index depth, const T* panel, const T* strip, const T* bias, T* c, Index cStride, Index columns, bool add) {
    constexpr int L = kLanes<T>, N = kStripColumns<T>;
    using V = Vector<T, L>;
    V sums[P][2]{};
    if (bias && columns == N) {
        const V left = load<T, L>(bias), right = load<T, L>(bias + L);
#pragma GCC unroll 32
        for (int p = 0; p < P; ++p) sums[p][0] = left, sums[p][1] = right;
    }
    for (Index q = 0; q < depth; ++q, panel += P, strip += columns) {
        const V left = load<T, L>(strip), right = load<T, L>(strip + L);
#pragma GCC unroll 32
        for (int p = 0; p < P; ++p) {
            const V number = broadcast<T, L>(panel[p]);
            sums[p][0] += number * left;
            sums[p][1] += number * right;
        }
    }
    if (columns == N) {
#pragma GCC unroll 32
        for (int p = 0; p < P; ++p, c += cStride) {
            store<T, L>(c, add ? load<T, L>(c) + sums[p][0] : sums[p][0]);
            store<T, L>(c + L, add ? load<T, L>(c + L) + sums[p][1] : sums[p][1]);
        }
        return;
    }
    T numbers[P * N];
#pragma GCC unroll 32
    for (int p = 0; p < P; ++p) {
        store<T, L>(numbers + p * N, sums[p][0]);
        store<T, L>(numbers + p * N + L, sums[p][1]);
    }
    for (int p = 0; p < P; ++p, c += cStride)
        for (Index j = 0; j < columns; ++j) c[j] = numbers[p * N + j] + (add ? c[j] : bias ? bias[j] : T(0));
}

template <class T>
using Tile = void (*)(Index, const T*, const T*, const T*, T*, Index, Index, bool);
template <class T, int... P>
constexpr Tile<T> tileOf(Index rows, std::integer_sequence<int, P...>) {
    constexpr Tile<T> tiles[] = {tile<T, P + 1>...};
    return tiles[rows - 1];
}

template <class T>
void packedProduct(const PackedProduct<T>& job) {
    constexpr Index N = kStripColumns<T>;
    for (Index row = 0; row < job.rows; row += job.panelRows) {
        const Index rows = job.rows - row < job.panelRows ? job.rows - row : job.panelRows;
        const Tile<T> work = tileOf<T>(rows, std::make_integer_sequence<int, kPanelRows>());
        const T* panel = job.panels + row * job.depth;
        for (Index column = 0; column < job.columns; column += N)
            work(job.depth, panel, job.strips + column * job.depth, job.bias ? job.bias + column : nullptr,
                 job.c + row * job.cStride + column, job.cStride, job.columns - column < N ? job.columns - column : N,
                 job.add);
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillProduct(Inner<T>& inner) {
    inner.panelRows = kPanelRows;
    inner.stripColumns = kStripColumns<T>;
    inner.packSlices = packSlices<T>;
    inner.packStrip = packStrip<T>;
    inner.packedProduct = packedProduct<T>;
}
template void fillProduct(Inner<float>&);
template void fillProduct(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
