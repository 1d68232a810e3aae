// Max pool 1d: of every few steps of a sequence only the largest values go on (course §8.14.1).
#include "layers/pool.h"

namespace perceptarium::layers {
namespace {

TypedLayer<Pool> declare() {
    TypedLayer<Pool> layer = poolLayer("Max pool 1d", Pooling::Maximum, 1);
    layer.id = "max-pool1d";
    layer.order = 4;
    layer.meaning = "Keeps the largest values of every few steps and makes the sequence shorter.";
    layer.section = "8.14.1";
    layer.formula = "Y[t, c] = max X[t·s + u, c],  0 ≤ u < size";
    layer.help =
        "Says whether a pattern was somewhere in the last few steps, and forgets when exactly; the sequence gets "
        "shorter and "
        "later layers see more of it at once. It has nothing to learn. Also known as nn.MaxPool1d (PyTorch), "
        "MaxPooling1D "
        "(Keras), MaxPool (ONNX).";
    return layer;
}

const RegisteredLayer<Pool> pool{declare()};

}  // namespace
}  // namespace perceptarium::layers
