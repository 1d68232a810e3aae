#include "layers/convolution.h"

#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

using Sizes = std::vector<std::int64_t>;

/// "5·3" for pictures, "5" for sequences.
std::string kernelText(const Convolution& s, int axes) {
    return axes == 1 ? std::to_string(s.kernel.rows) : fmt::format("{}·{}", s.kernel.rows, s.kernel.columns);
}
std::int64_t taps(const Convolution& s, int axes) { return axes == 1 ? s.kernel.rows : s.kernel.rows * s.kernel.columns; }

Error doesNotFit(const Convolution& s, const TensorType& in, std::size_t axis) {
    const Window window = s.windows().along(axis);
    const std::int64_t extent = extentsUnderWindows(in)[axis];
    const auto [before, after] = paddingOf(window, extent);
    const std::string size = isPicture(in) ? fmt::format("A {}×{} filter", s.kernel.rows, s.kernel.columns)
                                           : fmt::format("A filter of {} steps", s.kernel.rows);
    const std::string padding = before + after > 0 ? fmt::format(" with padding {} on each side", pairText(s.pad)) : "";
    if (window.dilation > 1 && window.size <= extent + before + after)
        return teach("dilation",
                     fmt::format("{} with dilation {} does not fit into {}{}", size, pairText(s.dilation), inWords(in), padding),
                     "Make the dilation or the kernel size smaller, or set the padding to same.",
                     atMost((extent + before + after - 1) / (window.size - 1), !s.dilation.same(), axis),
                     pairText(s.dilation));
    return teach("kernel", fmt::format("{} does not fit into {}{}", size, inWords(in), padding),
                 "Make the kernel size smaller or set the padding to same.",
                 atMost(extent + before + after, !s.kernel.same(), axis), pairText(s.kernel));
}

Result<TensorType> shapeOf(const std::string& title, int axes, const Convolution& s, const TensorType& in) {
    PC_TRY(axes == 1 ? requireSequence(title, in) : requirePicture(title, in));
    const std::int64_t channels = in.shape[-1];
    if (channels % s.groups != 0)
        return teach("groups", fmt::format("{} channels cannot be shared out evenly to {} groups", channels, s.groups),
                     "Choose a number of groups that divides the number of channels.",
                     fmt::format("a divisor of {}", channels), std::to_string(s.groups));
    if (s.filters % s.groups != 0)
        return teach("groups", fmt::format("{} filters cannot be shared out evenly to {} groups", s.filters, s.groups),
                     "Choose a number of filters that the number of groups divides.",
                     fmt::format("a divisor of {}", s.filters), std::to_string(s.groups));
    if (const auto axis = axisTooShort(s.windows(), in)) return doesNotFit(s, in, *axis);
    Sizes out = placesUnderWindows(s.windows(), in);
    out.push_back(s.filters);
    return TensorType{Shape(out), DType::F32, 0};
}

std::vector<ParameterSpec> parametersOf(int axes, const Convolution& s, const TensorType& in) {
    const std::int64_t c = in.shape[-1] / s.groups, area = taps(s, axes);
    Sizes shape = eachAxis(s.kernel, axes);
    shape.insert(shape.end(), {c, s.filters});
    std::vector<ParameterSpec> all = {{.name = "W",
                                       .shape = Shape(shape),
                                       .initializer = s.weights(),
                                       .decays = true,
                                       .fanIn = area * c,
                                       .fanOut = area * s.filters / s.groups}};
    if (s.bias) all.push_back({.name = "b", .shape = {s.filters}, .initializer = s.biases()});
    return all;
}

autograd::Variable forward(int axes, const Convolution& s, Context& c) {
    const auto along = [&](int axis) {
        const Window window = s.windows().along(static_cast<std::size_t>(axis) - 1);  // behind the batch
        const auto [before, after] = paddingOf(window, c.in[0].shape()[axis]);
        return autograd::ConvAxis{window.stride, window.dilation, before, after};
    };
    const autograd::Variable bias = s.bias ? c.parameter("b") : autograd::Variable();
    if (axes == 1) return autograd::conv1d(c.in[0], c.parameter("W"), bias, along(1), s.groups);
    return autograd::conv2d(c.in[0], c.parameter("W"), bias, along(1), along(2), s.groups);
}

Status write(int axes, const Convolution& s, ExportWriter& writer) {
    const ExportValue in = writer.input();
    const ExportAttributes attributes{{{"kernel_shape", eachAxis(s.kernel, axes)},
                                       {"strides", eachAxis(s.stride, axes)},
                                       {"dilations", eachAxis(s.dilation, axes)},
                                       {"pads", padsUnderWindows(s.windows(), in.type)},
                                       {"group", s.groups}}};
    const Tensor w = writer.parameter("W");
    // Steps of a sequence come first here, channels there.
    const std::string x = axes == 1 ? channelsBeforeSteps(writer, in.name) : in.name;
    std::vector<std::string> inputs{
        x, writer.constant("weight", axes == 1 ? transposed(w, {2, 1, 0}) : transposed(w, {3, 2, 0, 1}))};
    if (s.bias) inputs.push_back(writer.constant("bias", writer.parameter("b")));
    const std::string y = writer.node("Conv", inputs, attributes);
    if (axes == 1)
        writer.output(channelsBeforeSteps(writer, y));
    else
        writer.output(y, ExportLayout::ChannelsFirst);
    return {};
}

std::string countExplained(int axes, const Convolution& s, const TensorType& in) {
    const std::int64_t c = in.shape[-1] / s.groups, weights = taps(s, axes) * c;
    const std::string each = s.groups == 1 ? std::to_string(c) : fmt::format("({}/{})", in.shape[-1], s.groups);
    return s.bias ? fmt::format("({}·{} + 1)·{} = {}", kernelText(s, axes), each, s.filters,
                                grouped((weights + 1) * s.filters))
                  : fmt::format("{}·{}·{} = {}", kernelText(s, axes), each, s.filters, grouped(weights * s.filters));
}

}  // namespace

TypedLayer<Convolution> convolutionLayer(const std::string& title, int axes) {
    const std::string unit = axes == 1 ? "steps" : "pixels";
    const SettingKind sizes = axes == 1 ? SettingKind::Integer : SettingKind::Pair;
    std::vector<std::string> paddings{"valid", "same", "explicit"};
    if (axes == 1) paddings.insert(paddings.begin() + 2, "causal");
    TypedLayer<Convolution> layer;
    layer.category = Category::Layer;
    layer.title = title;
    layer.settings = withStart<Convolution>(
        {setting("filters", "Filters", &Convolution::filters,
                 "How many patterns it looks for; the output has one channel for each.", {1, 65536}),
         setting("kernel", "Kernel size", &Convolution::kernel,
                 axes == 1 ? "How many steps each filter sees at once." : "Height and width of each filter.", {1, 255},
                 unit, sizes),
         setting("stride", "Stride", &Convolution::stride,
                 axes == 1 ? "How far the filter moves each time; 2 halves the length."
                           : "How far the filter moves each time; 2 halves height and width.",
                 {1, 255}, unit, sizes),
         setting("padding", "Padding", &Convolution::padding, paddingMeaning(axes == 1), paddings),
         setting("pad", "Explicit padding", &Convolution::pad,
                 axes == 1 ? "Zeros on each side, when the padding is explicit."
                           : "Rows and columns of zeros on each side, when the padding is explicit.",
                 {0, 255}, unit, sizes),
         setting("bias", "Bias", &Convolution::bias, "Add a learned offset to every filter's answer."),
         setting(
             "dilation", "Dilation", &Convolution::dilation,
             "How far apart the filter's weights lie: at 2 it skips every other place, and sees further with as few "
             "weights.",
             {1, 255}, unit, sizes),
         setting(
             "groups", "Groups", &Convolution::groups,
             "In how many groups channels and filters are split; each filter sees its own group's channels only. As "
             "many "
             "groups as channels: a depthwise convolution.",
             {1, 65536})});
    layer.shape = [title, axes](const Convolution& s, const TensorTypes& in) { return shapeOf(title, axes, s, in[0]); };
    layer.parameters = [axes](const Convolution& s, const TensorTypes& in) { return parametersOf(axes, s, in[0]); };
    layer.forward = [axes](const Convolution& s, Context& c) { return forward(axes, s, c); };
    layer.write = [axes](const Convolution& s, ExportWriter& writer) { return write(axes, s, writer); };
    layer.countExplained = [axes](const Convolution& s, const TensorTypes& in) {
        return countExplained(axes, s, in[0]);
    };
    layer.shapeExplained = [](const Convolution& s, const TensorTypes& in) {
        return placesExplained(s.windows(), in[0]);
    };
    return layer;
}

}  // namespace perceptarium::layers
