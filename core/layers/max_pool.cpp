// Max pool: of every window only the largest value goes on (course §8.5–8.7).
#include "layers/pool.h"

namespace perceptarium::layers {
namespace {

TypedLayer<Pool> declare() {
    TypedLayer<Pool> layer = poolLayer("Max pool", Pooling::Maximum, 2);
    layer.id = "max-pool";
    layer.order = 1;
    layer.aliases = {"pool"};
    layer.meaning = "Keeps the largest value of every window and makes the picture smaller.";
    layer.section = "8.5";
    layer.formula = "Y[i, j, c] = max X[i·s + u, j·s + v, c],  0 ≤ u < h, 0 ≤ v < w";
    layer.help =
        "Says whether a pattern is somewhere in the window, and forgets where exactly; the picture shrinks and later "
        "layers "
        "see more of it at once. It has nothing to learn. Also known as nn.MaxPool2d (PyTorch), MaxPooling2D (Keras), "
        "MaxPool "
        "(ONNX).";
    return layer;
}

const RegisteredLayer<Pool> pool{declare()};

}  // namespace
}  // namespace perceptarium::layers
