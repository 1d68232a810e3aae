// Recurrent cells over sequences: one operation each, with its derivative back through time. Sequences are [N, T, D],
// states [N, H]; all in f32 or f64. Requirements on shapes are CHECKs.
#pragma once

#include "autograd/variable.h"

namespace perceptarium::autograd {

/// Weights of a cell with G gates, whose columns lie side by side in the order of the operation.
struct RecurrentWeights {
    Variable input;          ///< [D, G · H]
    Variable recurrent;      ///< [H, G · H]
    Variable bias;           ///< [G · H], or undefined: zeros
    Variable candidateBias;  ///< [H], or undefined; GRU only: the bias of what the reset gate multiplies
};

/// Which steps of [N, T] are taken, and in which order. A step that is not taken changes nothing: the state is carried
/// through and the output is zero, as PyTorch's packed sequences give them.
struct Steps {
    Tensor mask;           ///< [N, T] i32, 0 = not taken; undefined: all are
    bool reverse = false;  ///< from the last step to the first; outputs stay at the place of their inputs
};
/// mask [N, T] with the first lengths[i] steps of each row taken. lengths [N] i32 in 0 … T (CHECK).
Tensor maskOfLengths(const Tensor& lengths, std::int64_t T);

struct RecurrentState {
    Variable state;  ///< [N, H], or undefined: zeros
    Variable cell;   ///< [N, H], LSTM only
};

struct RecurrentResult {
    Variable outputs;     ///< [N, T, H]: the state after each step
    RecurrentState last;  ///< after the last step
};

enum class SimpleActivation { Tanh, Relu };
/// h' = act(x Wx + h Wh + b). Elman 1990; course §9.1.
RecurrentResult simpleRnn(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start = {},
                          const Steps& steps = {}, SimpleActivation activation = SimpleActivation::Tanh);
/// Gates i, f, g, o of x Wx + h Wh + b: c' = σ(f) c + σ(i) tanh(g), h' = σ(o) tanh(c'). Hochreiter and Schmidhuber
/// 1997, with the forget gate of Gers et al. 2000. PyTorch's order; its two biases are one here (their sum).
RecurrentResult lstm(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start = {},
                     const Steps& steps = {});
/// Gates r, z, n: n = tanh(x Wn + bn + σ(r) · (h Wn' + candidateBias)), h' = (1 − σ(z)) n + σ(z) h. Cho et al. 2014,
/// with the reset after the product as PyTorch and cuDNN have it. Of PyTorch's two biases the first two thirds are one
/// here.
RecurrentResult gru(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start = {},
                    const Steps& steps = {});

}  // namespace perceptarium::autograd
