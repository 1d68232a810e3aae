// Flatten: all numbers of a picture or sequence in one row (course §8.5–8.7).
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Flatten {};

const RegisteredLayer<Flatten> flatten{{
    .id = "flatten",
    .order = 1,
    .category = Category::Shape,
    .title = "Flatten",
    .meaning = "Lays all numbers of a picture or sequence out in one row.",
    .section = "8.5",
    .formula = "y = all of X, row after row",
    .help = "Put it between the last convolution or pooling layer and the first Dense, which reads a vector. No number "
            "changes, and there is nothing to learn. Also known as nn.Flatten (PyTorch), Flatten (Keras, ONNX).",
    .shape = [](const Flatten&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers("Flatten", in[0]));
        return vectorOf(in[0].shape.elements());
    },
    .forward = [](const Flatten&, Context& c) {
        const Shape& shape = c.in[0].shape();
        return autograd::reshape(c.in[0], {shape[0], shape.withoutBatch().elements()});
    },
    .write = [](const Flatten&, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        if (in.type.shape.rank() == 1) {
            writer.output(in.name, in.layout, in.flattenedFrom);
            return {};
        }
        const std::string flat = writer.node("Flatten", {in.name}, {{{"axis", std::int64_t{1}}}});
        if (in.layout == ExportLayout::ChannelsFirst)
            writer.output(flat, ExportLayout::ChannelsFirstFlat, in.type.shape);
        else
            writer.output(flat);
        return {};
    },
    .shapeExplained = [](const Flatten&, const TensorTypes& in) {
        std::string factors;
        for (const std::int64_t extent : in[0].shape.extents())
            factors += (factors.empty() ? "" : "·") + std::to_string(extent);
        return fmt::format("{} = {}", factors, grouped(in[0].shape.elements()));
    },
    .samples = {{{pictureOf(3, 4, 2)}, {}}, {{sequenceOf(2, 3)}, {}}, {{vectorOf(4)}, {}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
