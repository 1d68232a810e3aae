// Tanh: any number goes between −1 and 1 (course §3.6).
#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Tanh {};

const RegisteredLayer<Tanh> tanhLayer{{
    .id = "tanh",
    .order = 4,
    .category = Category::Activation,
    .title = "Tanh",
    .meaning = "Squeezes every number into −1 … 1.",
    .formula = "a = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)",
    .help = "As sigmoid, but centred on 0, which helps the next layer; so it is the better of the two between layers. Its "
            "gradient fades for large numbers. Also known as hyperbolic tangent, nn.Tanh (PyTorch), activation='tanh' "
            "(Keras), Tanh (ONNX).",
    .shape = [](const Tanh&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers("Tanh", in[0]));
        return in[0];
    },
    .forward = [](const Tanh&, Context& c) { return autograd::tanh(c.in[0]); },
    .write = [](const Tanh&, ExportWriter& writer) { return writeElementwise(writer, "Tanh"); },
    .samples = {{{vectorOf(4)}, {}}, {{pictureOf(3, 2, 2)}, {}}, {{sequenceOf(3, 2)}, {}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
