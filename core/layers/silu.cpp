// SiLU: each number times its own sigmoid.
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Silu {};

const RegisteredLayer<Silu> silu{{
    .id = "silu",
    .order = 7,
    .category = Category::Activation,
    .title = "SiLU",
    .meaning = "Each number times its own sigmoid: a smooth ReLU that dips a little below 0.",
    .section = "2.2",
    .formula = "a = z · σ(z) = z / (1 + e⁻ᶻ)",
    .help = "Smooth everywhere, so its gradient never jumps; used in EfficientNet and many language models. Also known as "
            "swish, sigmoid linear unit, nn.SiLU (PyTorch), activation='silu' or 'swish' (Keras); ONNX writes it as "
            "Sigmoid and Mul.",
    .shape = sameShape("SiLU"),
    .forward = [](const Silu&, Context& c) { return autograd::silu(c.in[0]); },
    .write = [](const Silu&, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        writer.output(writer.node("Mul", {in.name, writer.node("Sigmoid", {in.name})}), in.layout, in.flattenedFrom);
        return {};
    },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
