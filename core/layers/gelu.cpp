// GELU: each number times the chance that a normal number is smaller; the activation of transformers.
#include <cmath>
#include <numbers>

#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Gelu {
    std::string form = "exact";
};

/// z · ½ · (1 + f(…)), where f is erf or tanh.
Status writeGelu(const Gelu& s, ExportWriter& writer) {
    const ExportValue in = writer.input();
    std::string bent;
    if (s.form == "exact") {
        bent = writer.node("Erf", {withNumber(writer, "Mul", in.name, "root", 1 / std::numbers::sqrt2)});
    } else {
        const std::string square = writer.node("Mul", {in.name, in.name});
        const std::string cube = writer.node("Mul", {square, in.name});
        const std::string sum = writer.node("Add", {in.name, withNumber(writer, "Mul", cube, "cube", 0.044715)});
        bent = writer.node("Tanh", {withNumber(writer, "Mul", sum, "root", std::sqrt(2 / std::numbers::pi))});
    }
    const std::string half = withNumber(writer, "Mul", in.name, "half", 0.5);
    writer.output(writer.node("Mul", {half, withNumber(writer, "Add", bent, "one", 1)}), in.layout, in.flattenedFrom);
    return {};
}

const RegisteredLayer<Gelu> gelu{{
    .id = "gelu",
    .order = 6,
    .category = Category::Activation,
    .title = "GELU",
    .meaning = "Lets a number through by how likely a random normal number is smaller.",
    .section = "2.2",
    .formula = "a = z · Φ(z)",
    .help = "A smooth ReLU that dips a little below 0; the activation of transformers such as BERT and GPT. Φ is the share "
            "of a standard normal distribution below z. Also known as Gaussian error linear unit, nn.GELU(approximate='none' "
            "or 'tanh') (PyTorch), activation='gelu' (Keras), Gelu (ONNX).",
    .settings = {setting("form", "Form", &Gelu::form,
                         "exact: with the error function. tanh: the approximation that GPT-2 was trained with.",
                         {"exact", "tanh"})},
    .shape = sameShape("GELU"),
    .forward =
        [](const Gelu& s, Context& c) {
            return autograd::gelu(c.in[0], s.form == "tanh" ? autograd::GeluForm::Tanh : autograd::GeluForm::Exact);
        },
    .write = writeGelu,
    .samples = {{{vectorOf(4)}, {}},
                {{pictureOf(3, 2, 2)}, {}},
                {{sequenceOf(3, 2)}, {}},
                {{vectorOf(4)}, {{"form", std::string("tanh")}}},
                {{pictureOf(3, 2, 2)}, {{"form", std::string("tanh")}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"form", std::string("sigmoid")}}, "form"}},
}};

}  // namespace
}  // namespace perceptarium::layers
