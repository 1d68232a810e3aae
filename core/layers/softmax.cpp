// Softmax: numbers become probabilities that sum to 1 (course §6.10).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Softmax {
    double temperature = 1;
};

autograd::Variable cooled(const Softmax& s, Context& c) {
    return s.temperature == 1 ? c.in[0] : autograd::scale(c.in[0], 1 / s.temperature);
}

const RegisteredLayer<Softmax> softmax{{
    .id = "softmax",
    .order = 11,
    .category = Category::Activation,
    .title = "Softmax",
    .meaning = "Turns the numbers of one example into probabilities that sum to 1.",
    .section = "6.10",
    .formula = "a[k] = e^(z[k]/T) / Σ e^(z[j]/T)",
    .help = "Put it at the very end of a classifier with more than two classes. The loss looks at the numbers before it (the "
            "logits), which is exact even for very large ones, so a network trains the same with and without it; a temperature divides "
            "them in both. It works along the last axis. Also known as nn.Softmax(dim=-1) (PyTorch), activation='softmax' (Keras), Softmax (ONNX).",
    .settings = {setting("temperature", "Temperature", &Softmax::temperature,
                         "Above 1 the probabilities come closer to each other, below 1 the largest takes almost all; 1: "
                         "as usual.",
                         {0.01, 100})},
    .shape = sameShape("Softmax"),
    .forward = [](const Softmax& s, Context& c) { return autograd::softmax(cooled(s, c)); },
    .logits = cooled,
    .write = [](const Softmax& s, ExportWriter& writer) -> Status {
        // Over the channels of a picture, over all numbers of a vector in whatever order they lie.
        const ExportValue in = writer.input();
        const std::int64_t axis = in.layout == ExportLayout::ChannelsFirst ? 1 : -1;
        const std::string logits =
            s.temperature == 1 ? in.name : withNumber(writer, "Mul", in.name, "coolness", 1 / s.temperature);
        writer.output(writer.node("Softmax", {logits}, {{{"axis", axis}}}), in.layout, in.flattenedFrom);
        return {};
    },
    .samples = {{{vectorOf(4)}, {}},
                {{pictureOf(3, 2, 2)}, {}},
                {{sequenceOf(3, 2)}, {}},
                {{vectorOf(4)}, {{"temperature", 2.5}}},
                {{pictureOf(3, 2, 2)}, {{"temperature", 0.5}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"temperature", 0.0}}, "temperature"}},
}};

}  // namespace
}  // namespace perceptarium::layers
