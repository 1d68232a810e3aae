// Average pool: the mean of every window goes on (course §8.5–8.7).
#include "layers/pool.h"

namespace perceptarium::layers {
namespace {

TypedLayer<Pool> declare() {
    TypedLayer<Pool> layer = poolLayer("Average pool", Pooling::Mean, 2);
    layer.id = "average-pool";
    layer.order = 2;
    layer.aliases = {"avgpool"};
    layer.meaning = "Replaces every window by its mean and makes the picture smaller.";
    layer.section = "8.5";
    layer.formula = "Y[i, j, c] = 1/(h·w) · Σ X[i·s + u, j·s + v, c],  0 ≤ u < h, 0 ≤ v < w";
    layer.help =
        "Shrinks the picture gently, as scaling a photograph down does; max pooling is the more usual choice between "
        "convolutions. It has nothing to learn. Also known as nn.AvgPool2d (PyTorch), AveragePooling2D (Keras), "
        "AveragePool "
        "(ONNX).";
    return layer;
}

const RegisteredLayer<Pool> pool{declare()};

}  // namespace
}  // namespace perceptarium::layers
