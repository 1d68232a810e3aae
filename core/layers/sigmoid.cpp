// Sigmoid: any number becomes a probability (course §2.2).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Sigmoid {};

const RegisteredLayer<Sigmoid> sigmoid{{
    .id = "sigmoid",
    .order = 9,
    .category = Category::Activation,
    .title = "Sigmoid",
    .meaning = "Squeezes every number into 0 … 1.",
    .section = "2.2",
    .formula = "a = 1 / (1 + e⁻ᶻ)",
    .help = "Turns a number into a probability; use it after a last Dense with one unit to tell two classes apart. The loss "
            "looks at the number before it, which is exact even for very large ones. Between layers its gradient fades "
            "for large numbers; ReLU learns faster there. Also known as logistic function, nn.Sigmoid (PyTorch), "
            "activation='sigmoid' (Keras), Sigmoid (ONNX).",
    .shape = sameShape("Sigmoid"),
    .forward = [](const Sigmoid&, Context& c) { return autograd::sigmoid(c.in[0]); },
    .logits = [](const Sigmoid&, Context& c) { return c.in[0]; },
    .write = [](const Sigmoid&, ExportWriter& writer) { return writeElementwise(writer, "Sigmoid"); },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
