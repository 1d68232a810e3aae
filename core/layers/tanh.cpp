// Tanh: any number goes between −1 and 1 (course §2.2).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Tanh {};

const RegisteredLayer<Tanh> tanhLayer{{
    .id = "tanh",
    .order = 10,
    .category = Category::Activation,
    .title = "Tanh",
    .meaning = "Squeezes every number into −1 … 1.",
    .section = "2.2",
    .formula = "a = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)",
    .help = "As sigmoid, but centred on 0, which helps the next layer; so it is the better of the two between layers. Its "
            "gradient fades for large numbers. Also known as hyperbolic tangent, nn.Tanh (PyTorch), activation='tanh' "
            "(Keras), Tanh (ONNX).",
    .shape = sameShape("Tanh"),
    .forward = [](const Tanh&, Context& c) { return autograd::tanh(c.in[0]); },
    .write = [](const Tanh&, ExportWriter& writer) { return writeElementwise(writer, "Tanh"); },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
