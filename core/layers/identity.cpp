// Identity: what comes in goes out.
#include "layers/activation.h"

namespace perceptarium::layers {
namespace {

struct Identity {};

const RegisteredLayer<Identity> identity{{
    .id = "identity",
    .order = 13,
    .category = Category::Activation,
    .title = "Identity",
    .meaning = "Hands every number on as it is.",
    .section = "2.2",
    .formula = "a = z",
    .help = "Put it in place of an activation to see what the network can do without: layers with nothing bent between "
            "them can learn straight lines only. Also known as linear activation, nn.Identity (PyTorch), "
            "activation='linear' (Keras), Identity (ONNX).",
    .shape = sameShape("Identity"),
    .forward = [](const Identity&, Context& c) { return c.in[0]; },
    .write = [](const Identity&, ExportWriter& writer) -> Status {
        // It does nothing, so nothing is written.
        const ExportValue in = writer.input();
        writer.output(in.name, in.layout, in.flattenedFrom);
        return {};
    },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
