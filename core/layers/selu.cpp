// SELU: an ELU whose constants keep mean 0 and variance 1 from layer to layer.
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Selu {};

const RegisteredLayer<Selu> selu{{
    .id = "selu",
    .order = 5,
    .category = Category::Activation,
    .title = "SELU",
    .meaning = "An ELU with two constants that keep mean 0 and variance 1 from layer to layer.",
    .section = "2.2",
    .formula = "a = λ z for z > 0, else λ α (eᶻ − 1),  λ = 1.0507, α = 1.6733",
    .help = "A deep stack of Dense layers with it keeps its numbers in a good range without any batch norm, if the weights "
            "start LeCun normal and the data are standardized. Also known as scaled exponential linear unit, nn.SELU "
            "(PyTorch), activation='selu' (Keras), Selu (ONNX).",
    .shape = sameShape("SELU"),
    .forward = [](const Selu&, Context& c) { return autograd::selu(c.in[0]); },
    .write = [](const Selu&, ExportWriter& writer) { return writeElementwise(writer, "Selu"); },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
