// Back through time: the second half of RecurrentRun.
#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/recurrent.h"
#include "kernels/recurrent_weights.h"
#include "kernels/tiny_numbers.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;
/// Rows whose input gradients are computed together before they are put in their places.
constexpr Index kRowsTogether = 112;

}  // namespace

/// A piece and its derivatives, in the same order of rows.
template <class T>
struct RecurrentRun<T>::BackPiece {
    Piece& piece;
    Scratch<T> state, cell, direct;  ///< [rows, units], of the step that was taken last
    Scratch<T> product, input;       ///< storage of a GRU's derivatives; the other cells' replace the activations
    T *dProduct, *dInput;            ///< [blocks, t, rows, gates · kUnitBlock]

    BackPiece(Piece& of, Index units, Index numbers, bool apart)
        : piece(of),
          state(of.rows * units),
          cell(of.rows * units),
          direct(of.rows * units),
          product(apart ? numbers : 0),
          input(apart ? numbers : 0),
          dProduct(apart ? product.data() : of.gates.data()),
          dInput(apart ? input.data() : of.gates.data()) {}
};

template <class T>
void RecurrentRun<T>::backThroughTime(const RecurrentInputs<T>& in, const RecurrentGradients<T>& gradients,
                                      BackPiece& back, const T* weights) const {
    const auto [cell, n, t, d, h, reverse] = shape_;
    const Piece& piece = back.piece;
    const Index rows = piece.rows, width = gates_ * kUnitBlock, kept = slots_ * kUnitBlock, step = rows * units_;
    const bool hasCell = cell == CellKind::Lstm, hasDirect = cell == CellKind::Gru || in.mask;
    const auto windowRow = inner<T>().windowRow;
    const auto cellStepBack = inner<T>().cellStepBack[static_cast<int>(cell)];

    const auto begin = [&, h = h](const T* from, Scratch<T>& to) {
        to.clear();
        for (Index row = 0; from && row < rows; ++row)
            std::copy_n(from + (piece.begin + row) * h, h, to.data() + row * units_);
    };
    begin(gradients.state, back.state);
    begin(gradients.cell, back.cell);
    for (Index s = t - 1; s >= 0; --s) {
        const std::int32_t* live = liveAt(in, piece, s);
        if (gradients.outputs)
            for (Index row = 0; row < rows; ++row)
                if (!live || live[row * t] != 0)
                    inner<T>().addTo(h, gradients.outputs + ((piece.begin + row) * t + timeOf(s)) * h,
                                     back.state.data() + row * units_);
        for (Index block = 0; block < blocks_; ++block) {
            const Index unit = block * kUnitBlock, place = (block * t + s) * rows;
            cellStepBack({.rows = rows,
                          .stride = units_,
                          .gates = piece.gates.data() + place * kept,
                          .before = piece.states.data() + s * step + unit,
                          .after = piece.states.data() + (s + 1) * step + unit,
                          .cellBefore = hasCell ? piece.cells.data() + s * step + unit : nullptr,
                          .cellAfter = hasCell ? piece.cells.data() + (s + 1) * step + unit : nullptr,
                          .dState = back.state.data() + unit,
                          .dCell = back.cell.data() + unit,
                          .direct = hasDirect ? back.direct.data() + unit : nullptr,
                          .dProduct = back.dProduct + place * width,
                          .dInput = back.dInput + place * width,
                          .live = live,
                          .liveStride = t});
        }
        for (Index strip = 0; strip < strips(h); ++strip)
            windowRow({back.dProduct + s * rows * width, width, t * rows * width, blocks_, width,
                       weights + strip * blocks_ * width * kStrip, nullptr, back.state.data() + strip * kStrip, rows,
                       std::min(kStrip, units_ - strip * kStrip), kStrip, units_});
        if (hasDirect) inner<T>().addTo(step, back.direct.data(), back.state.data());
    }
    const auto give = [&, h = h](const T* from, T* to) {
        for (Index row = 0; to && row < rows; ++row) std::copy_n(from + row * units_, h, to + (piece.begin + row) * h);
    };
    give(back.state.data(), gradients.h0);
    give(back.cell.data(), gradients.c0);
}

template <class T>
void RecurrentRun<T>::giveInputGradient(const RecurrentGradients<T>& gradients, const BackPiece& back,
                                        const T* weights) const {
    const auto [cell, n, t, d, h, reverse] = shape_;
    const Index rows = back.piece.rows, all = t * rows, width = gates_ * kUnitBlock;
    Scratch<T> together(kRowsTogether * kStrip);
    for (Index first = 0; first < all; first += kRowsTogether) {
        const Index count = std::min(kRowsTogether, all - first);
        for (Index strip = 0; strip < strips(d); ++strip) {
            inner<T>().windowRow({back.dInput + first * width, width, all * width, blocks_, width,
                                  weights + strip * blocks_ * width * kStrip, nullptr, together.data(), count, kStrip,
                                  kStrip, kStrip});
            const Index columns = std::min(kStrip, d - strip * kStrip);
            for (Index i = 0; i < count; ++i) {
                const Index s = (first + i) / rows, row = (first + i) % rows;
                std::copy_n(together.data() + i * kStrip, columns,
                            gradients.x + ((back.piece.begin + row) * t + timeOf(s)) * d + strip * kStrip);
            }
        }
    }
}

template <class T>
void RecurrentRun<T>::giveWeightGradients(const RecurrentGradients<T>& gradients, std::vector<BackPiece>& backs) const {
    const auto [cell, n, t, d, h, reverse] = shape_;
    const GateOrder forInput = inputOrder(cell, h), forProduct = productOrder(cell, h);
    const Index width = gates_ * kUnitBlock;
    // dw [inputs, width] of one block: summed over all steps of all pieces.
    const auto weigh = [&, t = t](Index block, Index inputs, Index stride, auto from, auto derivative, T* dw) {
        for (std::size_t p = 0; p < backs.size(); ++p) {
            const Index all = t * backs[p].piece.rows;
            inner<T>().windowWeights({from(backs[p].piece), stride, 0, 0, 1, inputs,
                                      derivative(backs[p]) + block * all * width, 1, all, width, dw, p > 0});
        }
    };
    const auto sum = [&, t = t](Index block, auto derivative, T* sums, T* more) {
        for (std::size_t p = 0; p < backs.size(); ++p) {
            const Index all = t * backs[p].piece.rows;
            inner<T>().columnSums(all, width, derivative(backs[p]) + block * all * width, p > 0 ? more : sums);
            if (p > 0) inner<T>().addTo(width, more, sums);
        }
    };
    const auto ofInput = [](const BackPiece& back) -> const T* { return back.dInput; };
    const auto ofProduct = [](const BackPiece& back) -> const T* { return back.dProduct; };

    // Two tasks a block: what belongs to the inputs, and what belongs to the states.
    const Index work = std::max<Index>(n * t * std::max(d, h) * width, 1);
    parallelFor(2 * blocks_, kWorthAPiece / work + 1, [&, d = d, h = h](Index begin, Index end) {
        Scratch<T> dw((std::max(d, h) + 2) * width);
        T* const spare = dw.data() + std::max(d, h) * width;
        for (Index task = begin; task < end; ++task) {
            const Index block = task / 2;
            if (task % 2 == 0) {
                if (gradients.wx) {
                    weigh(
                        block, d, d, [](const Piece& piece) { return piece.x.data(); }, ofInput, dw.data());
                    unpackBlock(forInput, block, d, dw.data(), gradients.wx);
                }
                if (gradients.b) {
                    sum(block, ofInput, dw.data(), spare);
                    unpackBlock(forInput, block, 1, dw.data(), gradients.b);
                }
            } else {
                if (gradients.wh) {
                    weigh(
                        block, h, units_, [](const Piece& piece) { return piece.states.data(); }, ofProduct, dw.data());
                    unpackBlock(forProduct, block, h, dw.data(), gradients.wh);
                }
                if (gradients.candidateBias) {
                    sum(block, ofProduct, dw.data(), spare);
                    std::copy_n(dw.data(), std::min(kUnitBlock, h - block * kUnitBlock),
                                gradients.candidateBias + block * kUnitBlock);
                }
            }
        }
    });
}

template <class T>
void RecurrentRun<T>::backward(const RecurrentInputs<T>& in, const RecurrentGradients<T>& gradients) {
    const FlushTinyNumbers flush;
    const auto [cell, n, t, d, h, reverse] = shape_;
    const GateOrder forInput = inputOrder(cell, h), forProduct = productOrder(cell, h);
    const Index taps = blocks_ * gates_ * kUnitBlock;
    Scratch<T> wh(strips(h) * taps * kStrip), wx(gradients.x ? strips(d) * taps * kStrip : 0);
    packTransposed(forProduct, h, in.wh, wh.data());
    if (gradients.x) packTransposed(forInput, d, in.wx, wx.data());

    std::vector<BackPiece> backs;
    backs.reserve(pieces_.size());
    for (Piece& piece : pieces_) backs.emplace_back(piece, units_, t * piece.rows * taps, cell == CellKind::Gru);
    parallelPieces(static_cast<Index>(backs.size()), [&](Index index) {
        BackPiece& back = backs[static_cast<std::size_t>(index)];
        backThroughTime(in, gradients, back, wh.data());
        if (gradients.x) giveInputGradient(gradients, back, wx.data());
    });
    giveWeightGradients(gradients, backs);
}

template void RecurrentRun<float>::backward(const RecurrentInputs<float>&, const RecurrentGradients<float>&);
template void RecurrentRun<double>::backward(const RecurrentInputs<double>&, const RecurrentGradients<double>&);

}  // namespace perceptarium::kernels
