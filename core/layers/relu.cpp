// ReLU: negative numbers become 0 (course §2.2).
#include "autograd/ops.h"
#include "layers/activation.h"
#include "layers/export_writing.h"

namespace perceptarium::layers {
namespace {

struct Relu {};

const RegisteredLayer<Relu> relu{{
    .id = "relu",
    .order = 1,
    .category = Category::Activation,
    .title = "ReLU",
    .meaning = "Lets positive numbers through and sets negative ones to 0.",
    .section = "2.2",
    .formula = "a = max(0, z)",
    .help = "The usual activation between layers: fast, and its gradient does not fade for positive numbers. A unit that is "
            "negative for all examples learns nothing more; Leaky ReLU cures that. Also known as rectified linear unit, "
            "nn.ReLU (PyTorch), activation='relu' (Keras), Relu (ONNX).",
    .shape = sameShape("ReLU"),
    .forward = [](const Relu&, Context& c) { return autograd::relu(c.in[0]); },
    .write = [](const Relu&, ExportWriter& writer) { return writeElementwise(writer, "Relu"); },
    .samples = samplesOfEveryKind(),
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
