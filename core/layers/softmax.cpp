// Softmax: numbers become probabilities that sum to 1 (course §7.8).
#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Softmax {};

const RegisteredLayer<Softmax> softmax{{
    .id = "softmax",
    .order = 5,
    .category = Category::Activation,
    .title = "Softmax",
    .meaning = "Turns the numbers of one example into probabilities that sum to 1.",
    .formula = "a[k] = e^z[k] / Σ e^z[j]",
    .help = "Put it at the very end of a classifier with more than two classes. The loss looks at the numbers before it (the "
            "logits), which is exact even for very large ones, so a network trains the same with and without it. It works "
            "along the last axis. Also known as nn.Softmax(dim=-1) (PyTorch), activation='softmax' (Keras), Softmax (ONNX).",
    .shape = [](const Softmax&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers("Softmax", in[0]));
        return in[0];
    },
    .forward = [](const Softmax&, Context& c) { return autograd::softmax(c.in[0]); },
    .write = [](const Softmax&, ExportWriter& writer) -> Status {
        // Over the channels of a picture, over all numbers of a vector in whatever order they lie.
        const std::int64_t axis = writer.input().layout == ExportLayout::ChannelsFirst ? 1 : -1;
        return writeElementwise(writer, "Softmax", {{{"axis", axis}}});
    },
    .samples = {{{vectorOf(4)}, {}}, {{pictureOf(3, 2, 2)}, {}}, {{sequenceOf(3, 2)}, {}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
