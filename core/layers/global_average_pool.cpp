// Global average pool: one mean for each channel, whatever the size (course §8.5–8.7).
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct GlobalAveragePool {};

const RegisteredLayer<GlobalAveragePool> globalAveragePool{{
    .id = "global-average-pool",
    .order = 3,
    .category = Category::Pooling,
    .title = "Global average pool",
    .meaning = "Takes the mean of each channel over the whole picture or sequence.",
    .section = "8.5",
    .formula = "y[c] = mean of X[…, c]",
    .help = "Turns a picture into one number for each channel, or a sequence of word vectors into one vector, with "
            "nothing to learn; a Dense can follow. Modern convolutional networks end this way instead of with Flatten, "
            "which needs many more weights. Also known as nn.AdaptiveAvgPool2d(1) (PyTorch), GlobalAveragePooling2D or "
            "1D (Keras), GlobalAveragePool (ONNX).",
    .aliases = {"mean", "gap"},
    .shape = [](const GlobalAveragePool&, const TensorTypes& in) -> Result<TensorType> {
        if (isPicture(in[0]) || isSequence(in[0])) return vectorOf(in[0].shape[-1]);
        return wrongInput("Global average pool", "a picture or a sequence of vectors", in[0],
                          isWords(in[0]) ? "Put an Embedding before it: it turns each word id into a vector."
                                         : "A vector needs no pooling: leave this layer out.");
    },
    .forward = [](const GlobalAveragePool&, Context& c) { return autograd::globalAveragePool(c.in[0]); },
    .write = [](const GlobalAveragePool&, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        if (in.layout == ExportLayout::ChannelsFirst) {
            const std::string means = writer.node("GlobalAveragePool", {in.name});  // [N, C, 1, 1]
            writer.output(writer.node("Flatten", {means}, {{{"axis", std::int64_t{1}}}}));
        } else {
            writer.output(writer.node("ReduceMean", {in.name},
                                      {{{"axes", std::vector<std::int64_t>{1}}, {"keepdims", std::int64_t{0}}}}));
        }
        return {};
    },
    .shapeExplained = [](const GlobalAveragePool&, const TensorTypes& in) {
        return fmt::format("{} → {}", in[0].shape.text(), in[0].shape[-1]);
    },
    .samples = {{{pictureOf(3, 4, 2)}, {}}, {{sequenceOf(5, 3)}, {}}, {{pictureOf(1, 1, 1)}, {}}},
    .badSettings = {{{vectorOf(4)}, {}, "input"}, {{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
