// Layer norm: each example (each step of a sequence, each pixel) gets mean 0 and variance 1 over its own numbers.
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct LayerNorm {
    double epsilon = 1e-5;
};

Status writeLayerNorm(const LayerNorm& s, ExportWriter& writer) {
    // One picture of a single channel for each row of numbers: the form of an instance norm that every reader takes.
    const ExportValue in = writer.orderedInput();
    using Sizes = std::vector<std::int64_t>;
    const bool picture = in.layout == ExportLayout::ChannelsFirst;
    const auto extents = in.type.shape.extents();
    const std::int64_t c = in.type.shape[-1];
    const std::string last = picture ? writer.node("Transpose", {in.name}, {{{"perm", Sizes{0, 2, 3, 1}}}}) : in.name;
    const std::string rows = writer.node("Reshape", {last, writer.constant("rows", Sizes{-1, 1, c, 1})});
    const std::string one = writer.constant("one", Tensor::full({1}, 1)), none = writer.constant("none", Tensor::zeros({1}));
    const std::string normal = writer.node("InstanceNormalization", {rows, one, none}, {{{"epsilon", s.epsilon}}});
    const std::string flat = writer.node("Reshape", {normal, writer.constant("flat", Sizes{-1, c})});
    const std::string scaled = writer.node("Mul", {flat, writer.constant("gamma", writer.parameter("gamma"))});
    std::string out = writer.node("Add", {scaled, writer.constant("beta", writer.parameter("beta"))});
    if (extents.size() > 1) {
        Sizes shape{-1};
        shape.insert(shape.end(), extents.begin(), extents.end());
        out = writer.node("Reshape", {out, writer.constant("shape", shape)});
    }
    if (picture) out = writer.node("Transpose", {out}, {{{"perm", Sizes{0, 3, 1, 2}}}});
    writer.output(out, in.layout);
    return {};
}

const RegisteredLayer<LayerNorm> layerNorm{{
    .id = "layer-norm",
    .order = 2,
    .category = Category::Normalization,
    .title = "Layer norm",
    .meaning = "Brings the numbers of each example to mean 0 and variance 1, then scales them as learned.",
    .section = "6.9",
    .formula = "y = γ · (x − μ) / √(σ² + ε) + β,  μ and σ² over the last axis",
    .help = "Looks at one example alone, so it does the same in training and in use, and with any batch size; the norm of "
            "transformers and recurrent networks. In a sequence each step is normalized by itself, in a picture each "
            "pixel over its channels; Group norm with one group takes the whole picture. Also known as nn.LayerNorm "
            "(PyTorch), LayerNormalization (Keras, ONNX).",
    .aliases = {"ln"},
    .settings = {setting("epsilon", "Epsilon", &LayerNorm::epsilon,
                         "A small number under the root, so that nothing is divided by 0.", {1e-12, 1})},
    .shape = sameShape("Layer norm"),
    .parameters = [](const LayerNorm&, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const Shape channels = {in[0].shape[-1]};
        return {{.name = "gamma", .shape = channels, .initializer = Initializer::Ones},
                {.name = "beta", .shape = channels}};
    },
    .forward = [](const LayerNorm& s, Context& c) {
        return autograd::layerNorm(c.in[0], c.parameter("gamma"), c.parameter("beta"), s.epsilon);
    },
    .write = writeLayerNorm,
    .countExplained = [](const LayerNorm&, const TensorTypes& in) {
        const std::int64_t channels = in[0].shape[-1];
        return fmt::format("2·{} = {}", channels, grouped(2 * channels));
    },
    .samples = {{{vectorOf(6)}, {}}, {{pictureOf(3, 2, 4)}, {{"epsilon", 0.001}}}, {{sequenceOf(3, 5)}, {}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"epsilon", 0.0}}, "epsilon"}},
}};

}  // namespace
}  // namespace perceptarium::layers
