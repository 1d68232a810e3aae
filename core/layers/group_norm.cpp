// Group norm: in each example, groups of channels get mean 0 and variance 1 together, over the whole picture.
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct GroupNorm {
    std::int64_t groups = 4;
    double epsilon = 1e-5;
};

/// "1, 2, 3 or 6": how many groups there may be.
std::string divisorsOf(std::int64_t channels) {
    std::vector<std::string> all;
    for (std::int64_t d = 1; d <= channels && all.size() < 8; ++d)
        if (channels % d == 0) all.push_back(std::to_string(d));
    const std::string last = all.back();
    all.pop_back();
    return all.empty() ? last : fmt::format("{} or {}", fmt::join(all, ", "), last);
}

Result<TensorType> shapeOf(const GroupNorm& s, const TensorTypes& in) {
    PC_TRY(requireNumbers("Group norm", in[0]));
    const std::int64_t channels = in[0].shape[-1];
    if (channels % s.groups == 0) return in[0];
    return teach("groups", fmt::format("{} channels cannot be split into {} equal groups", channels, s.groups),
                 "Change the groups, or the number of filters or units before it.",
                 fmt::format("{} groups", divisorsOf(channels)), std::to_string(s.groups));
}

Status writeGroupNorm(const GroupNorm& s, ExportWriter& writer) {
    const ExportValue in = writer.orderedInput();
    using Sizes = std::vector<std::int64_t>;
    const Shape& shape = in.type.shape;
    const bool sequence = shape.rank() == 2;
    const std::int64_t c = shape[-1];
    // Channels stand before positions in ONNX; of a sequence they are brought there and back.
    const std::string first = sequence ? writer.node("Transpose", {in.name}, {{{"perm", Sizes{0, 2, 1}}}}) : in.name;
    const Sizes grouped{-1, s.groups, shape.elements() / s.groups, 1};
    const std::string groups = writer.node("Reshape", {first, writer.constant("groups", grouped)});
    const std::string normal = writer.node("InstanceNormalization",
                                           {groups, writer.constant("ones", Tensor::full({s.groups}, 1)),
                                            writer.constant("zeros", Tensor::zeros({s.groups}))},
                                           {{{"epsilon", s.epsilon}}});
    Sizes whole{-1, c};
    if (sequence) whole = {-1, c, shape[0]};
    if (shape.rank() == 3) whole = {-1, c, shape[0], shape[1]};
    const std::string flat = writer.node("Reshape", {normal, writer.constant("shape", whole)});
    const auto scale = [&](const char* name) {
        const Tensor values = writer.parameter(name);
        if (sequence) return writer.constant(name, values.reshaped({c, 1}));
        return writer.constant(name, shape.rank() == 3 ? values.reshaped({c, 1, 1}) : values);
    };
    std::string out = writer.node("Add", {writer.node("Mul", {flat, scale("gamma")}), scale("beta")});
    if (sequence) out = writer.node("Transpose", {out}, {{{"perm", Sizes{0, 2, 1}}}});
    writer.output(out, in.layout);
    return {};
}

const RegisteredLayer<GroupNorm> groupNorm{{
    .id = "group-norm",
    .order = 3,
    .category = Category::Normalization,
    .title = "Group norm",
    .meaning = "Brings groups of channels of each example to mean 0 and variance 1, then scales each channel as learned.",
    .section = "6.9",
    .formula = "y = γ · (x − μ[g]) / √(σ[g]² + ε) + β",
    .help = "Looks at one example alone, so small batches do not disturb it as they do batch norm; usual in networks for "
            "large pictures. 1 group normalizes the whole example, as many groups as channels each channel by itself "
            "(instance norm). Also known as nn.GroupNorm(groups, channels) (PyTorch), GroupNormalization (Keras, ONNX).",
    .settings = {setting("groups", "Groups", &GroupNorm::groups,
                         "Into how many groups the channels are split; it must divide their number.", {1, 65536}),
                 setting("epsilon", "Epsilon", &GroupNorm::epsilon,
                         "A small number under the root, so that nothing is divided by 0.", {1e-12, 1})},
    .shape = shapeOf,
    .parameters = [](const GroupNorm&, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const Shape channels = {in[0].shape[-1]};
        return {{.name = "gamma", .shape = channels, .initializer = Initializer::Ones},
                {.name = "beta", .shape = channels}};
    },
    .forward = [](const GroupNorm& s, Context& c) {
        return autograd::groupNorm(c.in[0], s.groups, c.parameter("gamma"), c.parameter("beta"), s.epsilon);
    },
    .write = writeGroupNorm,
    .countExplained = [](const GroupNorm&, const TensorTypes& in) {
        const std::int64_t channels = in[0].shape[-1];
        return fmt::format("2·{} = {}", channels, grouped(2 * channels));
    },
    .shapeExplained = [](const GroupNorm& s, const TensorTypes& in) {
        return fmt::format("{} groups of {} channels", s.groups, in[0].shape[-1] / s.groups);
    },
    .samples = {{{pictureOf(3, 2, 6)}, {{"groups", std::int64_t{3}}}},
                {{pictureOf(2, 3, 4)}, {{"groups", std::int64_t{1}}, {"epsilon", 0.001}}},
                {{pictureOf(2, 3, 2)}, {{"groups", std::int64_t{2}}}},
                {{vectorOf(8)}, {}},
                {{sequenceOf(3, 4)}, {{"groups", std::int64_t{2}}}}},
    .badSettings = {{{wordsOf(4, 10)}, {}, "input"},
                    {{pictureOf(4, 4, 6)}, {}, "groups"},
                    {{vectorOf(4)}, {{"groups", std::int64_t{0}}}, "groups"},
                    {{vectorOf(4)}, {{"epsilon", 0.0}}, "epsilon"}},
}};

}  // namespace
}  // namespace perceptarium::layers
