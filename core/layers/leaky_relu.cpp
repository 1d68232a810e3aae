// Leaky ReLU: negative numbers are made small, not 0 (course §2.2).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct LeakyRelu {
    double slope = 0.01;
};

const RegisteredLayer<LeakyRelu> leakyRelu{{
    .id = "leaky-relu",
    .order = 2,
    .category = Category::Activation,
    .title = "Leaky ReLU",
    .meaning = "Lets positive numbers through and makes negative ones small.",
    .section = "2.2",
    .formula = "a = max(slope·z, z)",
    .help = "As ReLU, but a negative unit keeps a small gradient, so that it can recover. Also known as nn.LeakyReLU "
            "(PyTorch), LeakyReLU (Keras), LeakyRelu (ONNX).",
    .settings = {setting("slope", "Slope", &LeakyRelu::slope, "What negative numbers are multiplied by.", {0, 1})},
    .shape = sameShape("Leaky ReLU"),
    .forward = [](const LeakyRelu& s, Context& c) { return autograd::leakyRelu(c.in[0], s.slope); },
    .write = [](const LeakyRelu& s, ExportWriter& writer) {
        return writeElementwise(writer, "LeakyRelu", {{{"alpha", s.slope}}});
    },
    .samples = {{{vectorOf(4)}, {}}, {{pictureOf(3, 2, 2)}, {}}, {{sequenceOf(3, 2)}, {}},
                {{vectorOf(3)}, {{"slope", 0.3}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"},
                    {{vectorOf(4)}, {{"slope", -0.1}}, "slope"},
                    {{vectorOf(4)}, {{"slope", 1.5}}, "slope"}},
}};

}  // namespace
}  // namespace perceptarium::layers
