// ELU: negative numbers bend smoothly towards a floor (course §2.2).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Elu {
    double alpha = 1;
};

const RegisteredLayer<Elu> elu{{
    .id = "elu",
    .order = 4,
    .category = Category::Activation,
    .title = "ELU",
    .meaning = "Lets positive numbers through and bends negative ones smoothly down to −α.",
    .section = "2.2",
    .formula = "a = z for z > 0, else α (eᶻ − 1)",
    .help = "As ReLU, but a negative unit keeps a gradient and the mean of the outputs lies nearer to 0, which can speed "
            "training up. It costs an exponential for each number. Also known as exponential linear unit, nn.ELU "
            "(PyTorch), activation='elu' (Keras), Elu (ONNX).",
    .settings = {setting("alpha", "α", &Elu::alpha, "The floor: very negative numbers become −α.", {0.001, 100})},
    .shape = sameShape("ELU"),
    .forward = [](const Elu& s, Context& c) { return autograd::elu(c.in[0], s.alpha); },
    .write = [](const Elu& s, ExportWriter& writer) { return writeElementwise(writer, "Elu", {{{"alpha", s.alpha}}}); },
    .samples = samplesOfEveryKind({{"alpha", 0.7}}),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"alpha", 0.0}}, "alpha"}},
}};

}  // namespace
}  // namespace perceptarium::layers
