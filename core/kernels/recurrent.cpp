#include "kernels/recurrent.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/recurrent_weights.h"
#include "kernels/tiny_numbers.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;

Index blocksOf(const RecurrentShape& s) { return (s.h + kUnitBlock - 1) / kUnitBlock; }
Index unitsOf(const RecurrentShape& s) { return blocksOf(s) * kUnitBlock; }

/// from [rows, width] to [rows, toStride], or zeros when there is nothing; what lies beyond `width` becomes 0.
template <class T>
void fillRows(Index rows, Index width, const T* from, T* to, Index toStride) {
    for (Index row = 0; row < rows; ++row, to += toStride) {
        if (from)
            std::copy_n(from + row * width, width, to);
        else
            std::fill_n(to, width, T(0));
        std::fill(to + width, to + toStride, T(0));
    }
}

template <class T>
void giveRows(Index rows, Index width, const T* from, Index fromStride, T* to) {
    for (Index row = 0; row < rows; ++row) std::copy_n(from + row * fromStride, width, to + row * width);
}

}  // namespace

template <class T>
RecurrentRun<T>::Piece::Piece(const RecurrentShape& s, Index firstRow, Index rowCount)
    : begin(firstRow),
      rows(rowCount),
      x(s.t * rows * s.d),
      gates(s.t * rows * unitsOf(s) * cellSlots(s.cell)),
      states((s.t + 1) * rows * unitsOf(s)),
      cells(s.cell == CellKind::Lstm ? (s.t + 1) * rows * unitsOf(s) : 0) {}

template <class T>
RecurrentRun<T>::RecurrentRun(const RecurrentShape& s)
    : shape_(s), blocks_(blocksOf(s)), units_(unitsOf(s)), slots_(cellSlots(s.cell)), gates_(cellGates(s.cell)) {
    // One piece a thread: cutting finer would read all weights once more in each step.
    const Index work = std::max<Index>(s.t * (s.d + s.h) * gates_ * units_, 1);
    const Pieces plan = piecesOf(s.n, kWorthAPiece / work + 1, 1);
    for (Index i = 0; i < plan.count; ++i) pieces_.emplace_back(s, plan.begin(i), plan.end(i) - plan.begin(i));
}

template <class T>
const std::int32_t* RecurrentRun<T>::liveAt(const RecurrentInputs<T>& in, const Piece& piece, Index s) const {
    return in.mask ? in.mask + piece.begin * shape_.t + timeOf(s) : nullptr;
}

/// The inputs of the piece in the order of the steps. What is masked counts as 0: padding may hold anything.
template <class T>
void RecurrentRun<T>::gather(const RecurrentInputs<T>& in, Piece& piece) const {
    const auto [cell, n, t, d, h, reverse] = shape_;
    T* to = piece.x.data();
    for (Index s = 0; s < t; ++s) {
        const std::int32_t* live = liveAt(in, piece, s);
        for (Index row = 0; row < piece.rows; ++row, to += d) {
            if (live && live[row * t] == 0)
                std::fill_n(to, d, T(0));
            else
                std::copy_n(in.x + ((piece.begin + row) * t + timeOf(s)) * d, d, to);
        }
    }
    const Index first = piece.begin * h;
    fillRows(piece.rows, h, in.h0 ? in.h0 + first : nullptr, piece.states.data(), units_);
    if (cell == CellKind::Lstm) fillRows(piece.rows, h, in.c0 ? in.c0 + first : nullptr, piece.cells.data(), units_);
}

template <class T>
void RecurrentRun<T>::stepForward(const RecurrentInputs<T>& in, Piece& piece, Index s, const T* weights,
                                  const T* candidateBias, T* product) const {
    const Index rows = piece.rows, width = gates_ * kUnitBlock, kept = slots_ * kUnitBlock, step = rows * units_;
    const bool hasCell = shape_.cell == CellKind::Lstm;
    const auto windowRow = inner<T>().windowRow;
    const auto cellStep = inner<T>().cellStep[static_cast<int>(shape_.cell)];
    const T* before = piece.states.data() + s * step;
    for (Index block = 0; block < blocks_; ++block) {
        const Index unit = block * kUnitBlock;
        windowRow({before, units_, 0, 1, shape_.h, weights + block * shape_.h * width, nullptr, product, rows, width,
                   width, width});
        cellStep({.rows = rows,
                  .stride = units_,
                  .product = product,
                  .gates = piece.gates.data() + (block * shape_.t + s) * rows * kept,
                  .before = before + unit,
                  .after = piece.states.data() + (s + 1) * step + unit,
                  .cellBefore = hasCell ? piece.cells.data() + s * step + unit : nullptr,
                  .cellAfter = hasCell ? piece.cells.data() + (s + 1) * step + unit : nullptr,
                  .candidateBias = candidateBias ? candidateBias + unit : nullptr,
                  .live = liveAt(in, piece, s),
                  .liveStride = shape_.t});
    }
}

template <class T>
void RecurrentRun<T>::giveOutputs(const RecurrentInputs<T>& in, const RecurrentOutputs<T>& out, const Piece& piece,
                                  Index s) const {
    const std::int32_t* live = liveAt(in, piece, s);
    const T* from = piece.states.data() + (s + 1) * piece.rows * units_;
    for (Index row = 0; row < piece.rows; ++row, from += units_) {
        T* to = out.outputs + ((piece.begin + row) * shape_.t + timeOf(s)) * shape_.h;
        if (live && live[row * shape_.t] == 0)
            std::fill_n(to, shape_.h, T(0));
        else
            std::copy_n(from, shape_.h, to);
    }
}

template <class T>
void RecurrentRun<T>::forward(const RecurrentInputs<T>& in, const RecurrentOutputs<T>& out) {
    const FlushTinyNumbers flush;
    const auto [cell, n, t, d, h, reverse] = shape_;
    const GateOrder forInput = inputOrder(cell, h), forProduct = productOrder(cell, h);
    const Index width = forInput.width(), kept = slots_ * kUnitBlock;
    Scratch<T> wx(forInput.packed(d)), wh(forProduct.packed(h)), b(forInput.packed(1)), candidateBias(units_);
    packWeights(forInput, d, in.wx, wx.data());
    packWeights(forProduct, h, in.wh, wh.data());
    if (in.b)
        packWeights(forInput, 1, in.b, b.data());
    else
        b.clear();
    fillRows(1, h, in.candidateBias, candidateBias.data(), units_);

    parallelPieces(static_cast<Index>(pieces_.size()), [&, t = t, d = d, h = h, cell = cell](Index index) {
        Piece& piece = pieces_[static_cast<std::size_t>(index)];
        gather(in, piece);
        // What the inputs of all steps contribute, in one product. (A GRU's stands behind the slot of q.)
        const Index steps = t * piece.rows;
        for (Index block = 0; block < blocks_; ++block)
            inner<T>().windowRow({piece.x.data(), d, 0, 1, d, wx.data() + block * d * width, b.data() + block * width,
                                  piece.gates.data() + block * steps * kept + (kept - width), steps, width, width,
                                  kept});
        Scratch<T> product(piece.rows * width);
        for (Index s = 0; s < t; ++s) {
            stepForward(in, piece, s, wh.data(), cell == CellKind::Gru ? candidateBias.data() : nullptr,
                        product.data());
            if (out.outputs) giveOutputs(in, out, piece, s);
        }
        const Index last = t * piece.rows * units_, first = piece.begin * h;
        if (out.state) giveRows(piece.rows, h, piece.states.data() + last, units_, out.state + first);
        if (out.cell) giveRows(piece.rows, h, piece.cells.data() + last, units_, out.cell + first);
    });
}

template class RecurrentRun<float>;
template class RecurrentRun<double>;

}  // namespace perceptarium::kernels
