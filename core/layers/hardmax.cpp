// Hardmax: 1 for the largest number, 0 for all others. For show: it has no gradient.
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Hardmax {};

const RegisteredLayer<Hardmax> hardmax{{
    .id = "hardmax",
    .order = 12,
    .category = Category::Activation,
    .title = "Hardmax",
    .meaning = "Sets the largest number of one example to 1 and all others to 0.",
    .section = "6.10",
    .formula = "a[k] = 1 if z[k] is the largest, else 0",
    .help = "Shows what Softmax is a soft form of. A small step changes nothing in its output, so its gradient is 0 and "
            "nothing before it can learn: look at it, but train with Softmax. It works along the last axis; of equal "
            "numbers the first counts. Also known as one-hot of argmax (PyTorch, Keras), Hardmax (ONNX).",
    .shape = sameShape("Hardmax"),
    .forward = [](const Hardmax&, Context& c) { return autograd::hardmax(c.in[0]); },
    .write = [](const Hardmax&, ExportWriter& writer) -> Status {
        // Over the channels of a picture. Flat values are put in order first: of equal numbers the first counts.
        const ExportValue in = writer.orderedInput();
        const std::int64_t axis = in.layout == ExportLayout::ChannelsFirst ? 1 : -1;
        writer.output(writer.node("Hardmax", {in.name}, {{{"axis", axis}}}), in.layout);
        return {};
    },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
    .differentiable = false,
}};

}  // namespace
}  // namespace perceptarium::layers
