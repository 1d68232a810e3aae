// Recurrent cells over whole sequences, and their derivatives back through time. Batch first: x [n, t, d], states [n,
// h]. A cell's weights lie side by side: wx [d, gates · h], wh [h, gates · h], b [gates · h], in the order
//   Tanh, Relu  h' = act(x Wx + h Wh + b)
//   LSTM        i, f, g, o: c' = σ(f) c + σ(i) tanh(g), h' = σ(o) tanh(c')
//               (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000; PyTorch's order)
//   GRU         r, z, n: n = tanh(x Wn + bn + σ(r) · (h Wn' + bn')), h' = (1 − σ(z)) n + σ(z) h
//               (Cho et al. 2014, with the reset after the product as in PyTorch and cuDNN; bn' is `candidateBias`)
#pragma once

#include <vector>

#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {

struct RecurrentShape {
    CellKind cell = CellKind::Tanh;
    Index n = 0, t = 0, d = 0, h = 0;
    bool reverse = false;  ///< the last step comes first
};

/// What both directions read. Null: b, candidateBias, h0, c0 are zeros; mask [n, t]: no step is skipped.
template <class T>
struct RecurrentInputs {
    const T *x = nullptr, *wx = nullptr, *wh = nullptr, *b = nullptr, *candidateBias = nullptr;
    const T *h0 = nullptr, *c0 = nullptr;
    /// 0: the step changes nothing and its output is 0.
    const std::int32_t* mask = nullptr;
};

template <class T>
struct RecurrentOutputs {
    T* outputs = nullptr;  ///< [n, t, h]
    T* state = nullptr;    ///< [n, h] after the last step
    T* cell = nullptr;     ///< [n, h], LSTM only
};

template <class T>
struct RecurrentGradients {
    /// Given: d loss / d what came out; null: zeros.
    const T *outputs = nullptr, *state = nullptr, *cell = nullptr;
    /// Set; null: not wanted. x [n, t, d] and so on, as the inputs.
    T *x = nullptr, *wx = nullptr, *wh = nullptr, *b = nullptr, *candidateBias = nullptr, *h0 = nullptr, *c0 = nullptr;
};

/// One walk over a batch of sequences, with what going back needs. Each thread takes some rows of the batch through all
/// steps by itself, so that threads meet once, not once a step.
template <class T>
class RecurrentRun {
public:
    explicit RecurrentRun(const RecurrentShape& shape);
    void forward(const RecurrentInputs<T>& in, const RecurrentOutputs<T>& out);
    /// Once, after forward, with the same inputs.
    void backward(const RecurrentInputs<T>& in, const RecurrentGradients<T>& gradients);

private:
    /// Rows of the batch, in the order in which the steps are taken: row (s, i) is example begin + i at step s.
    struct Piece {
        Piece(const RecurrentShape& shape, Index begin, Index rows);
        Index begin, rows;
        Scratch<T> x;       ///< [t, rows, d]
        Scratch<T> gates;   ///< [blocks, t, rows, slots · kUnitBlock]
        Scratch<T> states;  ///< [t + 1, rows, units]
        Scratch<T> cells;   ///< as states; LSTM only
    };
    struct BackPiece;

    /// The place in the sequence that is step s.
    Index timeOf(Index s) const { return shape_.reverse ? shape_.t - 1 - s : s; }
    const std::int32_t* liveAt(const RecurrentInputs<T>& in, const Piece& piece, Index s) const;
    void gather(const RecurrentInputs<T>& in, Piece& piece) const;
    void stepForward(const RecurrentInputs<T>& in, Piece& piece, Index s, const T* weights, const T* candidateBias,
                     T* product) const;
    void giveOutputs(const RecurrentInputs<T>& in, const RecurrentOutputs<T>& out, const Piece& piece, Index s) const;
    void backThroughTime(const RecurrentInputs<T>& in, const RecurrentGradients<T>& gradients, BackPiece& back,
                         const T* weights) const;
    void giveInputGradient(const RecurrentGradients<T>& gradients, const BackPiece& back, const T* weights) const;
    void giveWeightGradients(const RecurrentGradients<T>& gradients, std::vector<BackPiece>& backs) const;

    RecurrentShape shape_;
    Index blocks_, units_, slots_, gates_;  ///< blocks of units; units filled up to whole blocks; numbers a unit
    std::vector<Piece> pieces_;
};

}  // namespace perceptarium::kernels
