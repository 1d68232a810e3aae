// Softplus: a ReLU with a rounded corner; what comes out is always positive.
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Softplus {
    double beta = 1;
};

const RegisteredLayer<Softplus> softplus{{
    .id = "softplus",
    .order = 8,
    .category = Category::Activation,
    .title = "Softplus",
    .meaning = "A ReLU with a rounded corner; every output is positive.",
    .section = "2.2",
    .formula = "a = log(1 + e^(β·z)) / β",
    .help = "Good at an end that must be positive, such as a spread or a rate; its slope is the sigmoid. Between layers ReLU "
            "is faster and usually as good. Also known as nn.Softplus(beta) (PyTorch), activation='softplus' (Keras), "
            "Softplus (ONNX).",
    .settings = {setting("beta", "β", &Softplus::beta, "How sharp the corner is; large: almost a ReLU.", {0.01, 100})},
    .shape = sameShape("Softplus"),
    .forward = [](const Softplus& s, Context& c) { return autograd::softplus(c.in[0], s.beta); },
    .write = [](const Softplus& s, ExportWriter& writer) -> Status {
        if (s.beta == 1) return writeElementwise(writer, "Softplus");
        const ExportValue in = writer.input();
        const std::string bent = writer.node("Softplus", {withNumber(writer, "Mul", in.name, "beta", s.beta)});
        writer.output(withNumber(writer, "Mul", bent, "inverse", 1 / s.beta), in.layout, in.flattenedFrom);
        return {};
    },
    .samples = {{{vectorOf(4)}, {}},
                {{pictureOf(3, 2, 2)}, {{"beta", 2.5}}},
                {{sequenceOf(3, 2)}, {}},
                {{vectorOf(4)}, {{"beta", 0.3}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"beta", 0.0}}, "beta"}},
}};

}  // namespace
}  // namespace perceptarium::layers
