// PReLU: a Leaky ReLU that learns its slope.
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Prelu {
    bool shared = false;
    double start = 0.25;
};

std::int64_t slopes(const Prelu& s, const TensorType& in) { return s.shared ? 1 : in.shape[-1]; }

const RegisteredLayer<Prelu> prelu{{
    .id = "prelu",
    .order = 3,
    .category = Category::Activation,
    .title = "PReLU",
    .meaning = "A Leaky ReLU that learns how much of a negative number to let through.",
    .section = "2.2",
    .formula = "a = z for z > 0, else slope·z",
    .help = "Each channel (or the layer as a whole) finds the slope that suits it, for one more parameter. With little data "
            "Leaky ReLU does as well. Also known as parametric ReLU, nn.PReLU(num_parameters) (PyTorch, one slope for all "
            "unless told otherwise), PReLU (Keras), PRelu (ONNX).",
    .settings = {setting("shared", "Shared slope", &Prelu::shared,
                         "One slope for all channels, instead of one for each."),
                 setting("start", "First slope", &Prelu::start, "The slope before training; 0 is a ReLU, 1 lets all through.",
                         {-1, 1})},
    .shape = sameShape("PReLU"),
    .parameters = [](const Prelu& s, const TensorTypes& in) -> std::vector<ParameterSpec> {
        return {{.name = "slope", .shape = {slopes(s, in[0])}, .initializer = {"constant", s.start}}};
    },
    .forward = [](const Prelu&, Context& c) { return autograd::prelu(c.in[0], c.parameter("slope")); },
    .write = [](const Prelu& s, ExportWriter& writer) -> Status {
        // ONNX lines the slope up with the last axes: [C] of a vector or sequence, [C, 1, 1] of a picture.
        const ExportValue in = writer.input();
        Tensor slope = writer.parameter("slope");
        if (!s.shared) slope = rowsInExportOrder(slope, in);
        if (in.layout == ExportLayout::ChannelsFirst) slope = slope.reshaped({slope.elements(), 1, 1});
        writer.output(writer.node("PRelu", {in.name, writer.constant("slope", slope)}), in.layout, in.flattenedFrom);
        return {};
    },
    .countExplained = [](const Prelu& s, const TensorTypes& in) {
        const std::int64_t count = slopes(s, in[0]);
        return s.shared ? std::string("1 for all = 1") : fmt::format("1·{} = {}", count, grouped(count));
    },
    .samples = {{{vectorOf(4)}, {}},
                {{pictureOf(3, 2, 2)}, {{"start", 0.4}}},
                {{sequenceOf(3, 2)}, {}},
                {{vectorOf(4)}, {{"shared", true}}},
                {{pictureOf(3, 2, 2)}, {{"shared", true}, {"start", 0.1}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}, {{vectorOf(4)}, {{"start", 2.0}}, "start"}},
}};

}  // namespace
}  // namespace perceptarium::layers
