// Add: the sum of several branches, element by element (residual networks, course §8.10).
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Add {};

const RegisteredLayer<Add> add{{
    .id = "add",
    .order = 1,
    .category = Category::Merge,
    .title = "Add",
    .meaning = "Sums two or more inputs of the same shape.",
    .section = "8.10",
    .formula = "Y = X₁ + X₂ + …",
    .help = "The joint of a residual block: one branch computes, the other is a shortcut that carries the input past it, "
            "and the gradient flows back through both. Also known as a skip connection, x + y (PyTorch), Add (Keras, "
            "ONNX).",
    .minimumInputs = 2,
    .maximumInputs = kAnyInputs,
    .shape = [](const Add&, const TensorTypes& in) -> Result<TensorType> {
        for (const TensorType& type : in) PC_TRY(requireNumbers("Add", type));
        for (const TensorType& type : in) {
            if (type.shape == in[0].shape) continue;
            const bool pictures = isPicture(type) && isPicture(in[0]);
            const bool onlyChannels = pictures && type.shape[0] == in[0].shape[0] && type.shape[1] == in[0].shape[1];
            const char* advice = "Make the branches end in equal shapes, for instance by a Dense with as many units.";
            if (onlyChannels)
                advice = "Put a Conv2d with kernel size 1 and as many filters on the shortcut, or use Concatenate.";
            else if (pictures)
                advice = "Use padding same and equal strides in both branches.";
            return teach("input",
                         fmt::format("Add needs equal shapes, but gets {} and {}", in[0].shape.text(), type.shape.text()),
                         advice, in[0].shape.text() + " at every input", type.shape.text());
        }
        return in[0];
    },
    .remedies = [](const Add&, const TensorTypes& in) { return joiningRemedies(in, true); },
    .forward = [](const Add&, Context& c) {
        autograd::Variable sum = c.in[0];
        for (std::size_t i = 1; i + 1 < c.in.size(); ++i) sum = autograd::add(sum, c.in[i]);
        return c.thenRelu ? autograd::addRelu(sum, c.in.back()) : autograd::add(sum, c.in.back());
    },
    .write = [](const Add&, ExportWriter& writer) -> Status {
        // Flat values are added as they lie when all lie alike, else in the engine's order.
        const ExportValue first = writer.input();
        bool alike = true;
        for (std::size_t i = 1; i < writer.inputCount(); ++i) {
            const ExportValue other = writer.input(i);
            alike = alike && other.layout == first.layout && other.flattenedFrom == first.flattenedFrom;
        }
        const auto value = [&](std::size_t i) { return alike ? writer.input(i) : writer.orderedInput(i); };
        std::string sum = value(0).name;
        for (std::size_t i = 1; i < writer.inputCount(); ++i) sum = writer.node("Add", {sum, value(i).name});
        if (alike)
            writer.output(sum, first.layout, first.flattenedFrom);
        else
            writer.output(sum);
        return {};
    },
    .samples = {{{vectorOf(4), vectorOf(4)}, {}},
                {{pictureOf(2, 3, 2), pictureOf(2, 3, 2), pictureOf(2, 3, 2)}, {}},
                {{sequenceOf(3, 2), sequenceOf(3, 2)}, {}}},
    .badSettings = {{{vectorOf(4), vectorOf(5)}, {}, "input"},
                    {{pictureOf(4, 4, 1), pictureOf(4, 4, 2)}, {}, "input"},
                    {{pictureOf(4, 4, 1), pictureOf(2, 2, 1)}, {}, "input"},
                    {{vectorOf(4), vectorOf(4), pictureOf(2, 2, 1)}, {}, "input"},
                    {{wordsOf(4, 9), wordsOf(4, 9)}, {}, "input"}},
    .takesRelu = true,
}};

}  // namespace
}  // namespace perceptarium::layers
