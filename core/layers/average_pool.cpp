// Average pool: the mean of every window goes on (course §8.9).
#include <fmt/format.h>

#include <algorithm>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct AveragePool {
    std::int64_t size = 2;
    std::int64_t stride = 0;
    std::int64_t step() const { return stride == 0 ? size : stride; }
};

std::string axisExplained(const AveragePool& s, std::int64_t extent) {
    return fmt::format("⌊({} − {})/{}⌋ + 1 = {}", extent, s.size, s.step(), windowsIn(extent, 0, s.size, s.step()));
}

const RegisteredLayer<AveragePool> averagePool{{
    .id = "average-pool",
    .order = 2,
    .category = Category::Pooling,
    .title = "Average pool",
    .meaning = "Replaces every window by its mean and makes the picture smaller.",
    .formula = "Y[i, j, c] = 1/size² · Σ X[i·s + u, j·s + v, c],  0 ≤ u, v < size",
    .help = "Shrinks the picture gently, as scaling a photograph down does; max pooling is the more usual choice between "
            "convolutions. It has nothing to learn. Also known as nn.AvgPool2d (PyTorch), AveragePooling2D (Keras), "
            "AveragePool (ONNX).",
    .settings = {setting("size", "Window size", &AveragePool::size, "Height and width of the window.", {1, 255}, "pixels"),
                 setting("stride", "Stride", &AveragePool::stride,
                         "How far the window moves each time; 0: by its own size, so that windows do not overlap.",
                         {0, 255}, "pixels")},
    .shape = [](const AveragePool& s, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requirePicture("Average pool", in[0]));
        const std::int64_t height = in[0].shape[0], width = in[0].shape[1], smaller = std::min(height, width);
        if (smaller < s.size)
            return teach("size", fmt::format("A {0}×{0} window does not fit into {1}", s.size, inWords(in[0])),
                         smaller == 1 ? "The picture is too small to pool: remove this layer or an earlier one that shrinks it."
                                      : "Make the window smaller, or let earlier layers shrink the picture less.",
                         fmt::format("at most {}", smaller), std::to_string(s.size));
        return pictureOf(windowsIn(height, 0, s.size, s.step()), windowsIn(width, 0, s.size, s.step()), in[0].shape[2]);
    },
    .forward = [](const AveragePool& s, Context& c) { return autograd::averagePool2d(c.in[0], s.size, s.step()); },
    .write = [](const AveragePool& s, ExportWriter& writer) -> Status {
        using Sizes = std::vector<std::int64_t>;
        const std::string out = writer.node(
            "AveragePool", {writer.input().name},
            {{{"kernel_shape", Sizes{s.size, s.size}}, {"strides", Sizes{s.step(), s.step()}}}});
        writer.output(out, ExportLayout::ChannelsFirst);
        return {};
    },
    .shapeExplained = [](const AveragePool& s, const TensorTypes& in) {
        return bothAxes(axisExplained(s, in[0].shape[0]), axisExplained(s, in[0].shape[1]));
    },
    .samples = {{{pictureOf(4, 4, 2)}, {}},
                {{pictureOf(5, 7, 1)}, {{"size", std::int64_t{3}}, {"stride", std::int64_t{2}}}},
                {{pictureOf(5, 4, 3)}, {{"size", std::int64_t{2}}, {"stride", std::int64_t{3}}}},
                {{pictureOf(3, 3, 1)}, {{"size", std::int64_t{3}}}}},
    .badSettings = {{{pictureOf(4, 4, 1)}, {{"size", std::int64_t{5}}}, "size"},
                    {{pictureOf(4, 1, 1)}, {}, "size"},
                    {{pictureOf(4, 4, 1)}, {{"size", std::int64_t{0}}}, "size"},
                    {{pictureOf(4, 4, 1)}, {{"stride", std::int64_t{-1}}}, "stride"},
                    {{vectorOf(16)}, {}, "input"},
                    {{wordsOf(16, 4)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
