// Concatenate: several branches side by side, along the last axis (Inception, course §8.10).
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Concatenate {};

bool equalButLast(const Shape& a, const Shape& b) {
    if (a.rank() != b.rank()) return false;
    for (int axis = 0; axis + 1 < a.rank(); ++axis)
        if (a[axis] != b[axis]) return false;
    return true;
}

const RegisteredLayer<Concatenate> concatenate{{
    .id = "concatenate",
    .order = 2,
    .category = Category::Merge,
    .title = "Concatenate",
    .meaning = "Puts two or more inputs side by side: channels after channels, numbers after numbers.",
    .section = "8.10",
    .formula = "Y = [X₁, X₂, …] along the last axis",
    .help = "Keeps everything that the branches found and lets the next layer choose; the branches may differ in the "
            "number of channels only. Also known as torch.cat(dim=1 for pictures) (PyTorch), Concatenate (Keras), Concat "
            "(ONNX).",
    .aliases = {"concat"},
    .minimumInputs = 2,
    .maximumInputs = kAnyInputs,
    .shape = [](const Concatenate&, const TensorTypes& in) -> Result<TensorType> {
        std::int64_t last = 0;
        for (const TensorType& type : in) {
            PC_TRY(requireNumbers("Concatenate", type));
            if (!equalButLast(type.shape, in[0].shape))
                return teach("input",
                             fmt::format("Concatenate needs inputs that are alike but for the {}, but gets {} and {}",
                                         isPicture(in[0]) ? "channels" : "last size", in[0].shape.text(),
                                         type.shape.text()),
                             isPicture(in[0]) && isPicture(type) ? "Use padding same and equal strides in both branches."
                                                                 : "Put a Flatten into both branches.",
                             fmt::format("shapes like {} but for the last size", in[0].shape.text()),
                             type.shape.text());
            last += type.shape[-1];
        }
        const auto first = in[0].shape.extents();
        std::vector<std::int64_t> extents(first.begin(), first.end());
        extents.back() = last;
        return TensorType{Shape(extents), DType::F32, 0};
    },
    .remedies = [](const Concatenate&, const TensorTypes& in) { return joiningRemedies(in, false); },
    .forward = [](const Concatenate&, Context& c) { return autograd::concatenate(c.in); },
    .write = [](const Concatenate&, ExportWriter& writer) -> Status {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < writer.inputCount(); ++i) parts.push_back(writer.orderedInput(i).name);
        const ExportValue first = writer.input();
        const bool picture = first.layout == ExportLayout::ChannelsFirst;
        const std::int64_t axis = picture ? 1 : first.type.shape.rank();  // channels, else the last (after the batch)
        writer.output(writer.node("Concat", parts, {{{"axis", axis}}}),
                      picture ? ExportLayout::ChannelsFirst : ExportLayout::Same);
        return {};
    },
    .shapeExplained = [](const Concatenate&, const TensorTypes& in) {
        std::string sum;
        std::int64_t total = 0;
        for (const TensorType& type : in) {
            sum += (sum.empty() ? "" : " + ") + std::to_string(type.shape[-1]);
            total += type.shape[-1];
        }
        return fmt::format("{} = {}", sum, total);
    },
    .samples = {{{vectorOf(2), vectorOf(3)}, {}},
                {{pictureOf(2, 3, 1), pictureOf(2, 3, 2), pictureOf(2, 3, 1)}, {}},
                {{sequenceOf(3, 2), sequenceOf(3, 1)}, {}}},
    .badSettings = {{{vectorOf(4), pictureOf(2, 2, 1)}, {}, "input"},
                    {{pictureOf(4, 4, 1), pictureOf(2, 2, 1)}, {}, "input"},
                    {{sequenceOf(4, 2), sequenceOf(5, 2)}, {}, "input"},
                    {{wordsOf(4, 9), wordsOf(4, 9)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
