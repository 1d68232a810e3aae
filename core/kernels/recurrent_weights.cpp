#include "kernels/recurrent_weights.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread: copying moves some of them a nanosecond.
constexpr Index kWorthAPiece = 65'536;

Index unitsIn(const GateOrder& order, Index block) { return std::min(kUnitBlock, order.h - block * kUnitBlock); }

}  // namespace

GateOrder inputOrder(CellKind cell, Index h) { return {h, cellGates(cell), {0, 1, 2, 3}}; }

GateOrder productOrder(CellKind cell, Index h) {
    if (cell == CellKind::Gru) return {h, 3, {2, 0, 1, 3}};
    return inputOrder(cell, h);
}

template <class T>
void packWeights(const GateOrder& order, Index rows, const T* weights, T* packed) {
    const Index width = order.width(), stride = order.gates * order.h;
    parallelFor(order.blocks(), kWorthAPiece / std::max<Index>(rows * width, 1) + 1, [&](Index begin, Index end) {
        for (Index block = begin; block < end; ++block) {
            const Index units = unitsIn(order, block);
            for (Index row = 0; row < rows; ++row) {
                T* to = packed + (block * rows + row) * width;
                for (Index gate = 0; gate < order.gates; ++gate, to += kUnitBlock) {
                    const T* from = weights + row * stride + order.gateAt[static_cast<std::size_t>(gate)] * order.h +
                                    block * kUnitBlock;
                    std::copy_n(from, units, to);
                    std::fill(to + units, to + kUnitBlock, T(0));
                }
            }
        }
    });
}

template <class T>
void unpackBlock(const GateOrder& order, Index block, Index rows, const T* packed, T* weights) {
    const Index units = unitsIn(order, block), stride = order.gates * order.h;
    for (Index row = 0; row < rows; ++row)
        for (Index gate = 0; gate < order.gates; ++gate)
            std::copy_n(
                packed + row * order.width() + gate * kUnitBlock, units,
                weights + row * stride + order.gateAt[static_cast<std::size_t>(gate)] * order.h + block * kUnitBlock);
}

template <class T>
void packTransposed(const GateOrder& order, Index rows, const T* weights, T* packed) {
    const Index taps = order.blocks() * order.width(), stride = order.gates * order.h;
    parallelFor(strips(rows), kWorthAPiece / std::max<Index>(taps * kStrip, 1) + 1, [&](Index begin, Index end) {
        for (Index strip = begin; strip < end; ++strip) {
            T* to = packed + strip * taps * kStrip;
            const Index columns = std::min(kStrip, rows - strip * kStrip);
            if (columns < kStrip || order.h % kUnitBlock != 0) std::fill_n(to, taps * kStrip, T(0));
            for (Index block = 0; block < order.blocks(); ++block)
                for (Index gate = 0; gate < order.gates; ++gate, to += kUnitBlock * kStrip)
                    inner<T>().transpose(columns, unitsIn(order, block),
                                         weights + strip * kStrip * stride +
                                             order.gateAt[static_cast<std::size_t>(gate)] * order.h +
                                             block * kUnitBlock,
                                         stride, to, kStrip);
        }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                             \
    template void packWeights<T>(const GateOrder&, Index, const T*, T*);        \
    template void unpackBlock<T>(const GateOrder&, Index, Index, const T*, T*); \
    template void packTransposed<T>(const GateOrder&, Index, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
