// Weights of recurrent cells in the order in which the loops read them: units in blocks of kUnitBlock, all gates of a
// block side by side, filled up with zeros. [rows, gates · h] is the order outside.
#pragma once

#include <array>

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// Which gate (column block of the weights outside) stands where inside.
struct GateOrder {
    Index h = 0, gates = 1;
    std::array<Index, 4> gateAt{0, 1, 2, 3};

    Index blocks() const { return (h + kUnitBlock - 1) / kUnitBlock; }
    /// Numbers of one block in one row.
    Index width() const { return gates * kUnitBlock; }
    /// Numbers of `rows` rows, all blocks.
    Index packed(Index rows) const { return blocks() * rows * width(); }
};
/// What the input's product uses: r, z, n for a GRU.
GateOrder inputOrder(CellKind cell, Index h);
/// What the state's product uses: n, r, z for a GRU, so that q = the product for n stands first.
GateOrder productOrder(CellKind cell, Index h);

/// packed [blocks, rows, width] from weights [rows, gates · h].
template <class T>
void packWeights(const GateOrder& order, Index rows, const T* weights, T* packed);
/// The other way round, for one block.
template <class T>
void unpackBlock(const GateOrder& order, Index block, Index rows, const T* packed, T* weights);

/// Columns of the transposed weights are worked on in strips of so many.
constexpr Index kStrip = 32;
constexpr Index strips(Index columns) { return (columns + kStrip - 1) / kStrip; }
/// packed [strips of rows, blocks · width, kStrip] = the transposed weights [rows, gates · h].
template <class T>
void packTransposed(const GateOrder& order, Index rows, const T* weights, T* packed);

}  // namespace perceptarium::kernels
