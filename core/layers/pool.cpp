#include "layers/pool.h"

#include <fmt/format.h>

#include <algorithm>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

using Sizes = std::vector<std::int64_t>;

Status requirePadsInWindows(int axes, const Pool& s) {
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(axes); ++axis) {
        const Window window = s.windows().along(axis);
        if (s.padding != "explicit" || window.pad < window.size) continue;
        return teach("pad",
                     fmt::format("With padding {} a window of {} lies beside everything", pairText(s.pad), pairText(s.size)),
                     "Make the padding smaller than the window, or set it to same.",
                     atMost(window.size - 1, !s.pad.same() || !s.size.same(), axis), pairText(s.pad));
    }
    return {};
}

Error doesNotFit(int axes, const Pool& s, const TensorType& in, std::size_t axis) {
    const std::int64_t extent = extentsUnderWindows(in)[axis];
    const auto [before, after] = paddingOf(s.windows().along(axis), extent);
    const std::string window = axes == 1 ? fmt::format("A window of {} steps", s.size.rows)
                                         : fmt::format("A {}×{} window", s.size.rows, s.size.columns);
    const std::string tooSmall =
        axes == 1 ? "The sequence is too short to pool: remove this layer or an earlier one that shortens it."
                  : "The picture is too small to pool: remove this layer or an earlier one that shrinks it.";
    const std::string smallerWindow =
        axes == 1 ? "Make the window smaller, or let earlier layers shorten the sequence less."
                  : "Make the window smaller, or let earlier layers shrink the picture less.";
    return teach("size", fmt::format("{} does not fit into {}", window, inWords(in)),
                 extent == 1 ? tooSmall : smallerWindow, atMost(extent + before + after, !s.size.same(), axis),
                 pairText(s.size));
}

Result<TensorType> shapeOf(const std::string& title, int axes, const Pool& s, const TensorType& in) {
    PC_TRY(axes == 1 ? requireSequence(title, in) : requirePicture(title, in));
    PC_TRY(requirePadsInWindows(axes, s));
    if (const auto axis = axisTooShort(s.windows(), in)) return doesNotFit(axes, s, in, *axis);
    Sizes out = placesUnderWindows(s.windows(), in);
    out.push_back(in.shape[-1]);
    return TensorType{Shape(out), DType::F32, 0};
}

autograd::Variable forward(Pooling kind, int axes, const Pool& s, Context& c) {
    const auto along = [&](int axis) {
        const Window window = s.windows().along(static_cast<std::size_t>(axis) - 1);  // behind the batch
        const auto [before, after] = paddingOf(window, c.in[0].shape()[axis]);
        return autograd::PoolAxis{window.size, window.stride, 1, before, after};
    };
    const bool maximum = kind == Pooling::Maximum;
    if (axes == 1) return maximum ? autograd::maxPool1d(c.in[0], along(1)) : autograd::averagePool1d(c.in[0], along(1));
    return maximum ? autograd::maxPool2d(c.in[0], along(1), along(2))
                   : autograd::averagePool2d(c.in[0], along(1), along(2));
}

Status write(Pooling kind, int axes, const Pool& s, ExportWriter& writer) {
    const ExportValue in = writer.input();
    const std::string x = axes == 1 ? channelsBeforeSteps(writer, in.name) : in.name;
    // Means leave the padding out: that is ONNX's default, too (count_include_pad 0).
    const std::string y =
        writer.node(kind == Pooling::Maximum ? "MaxPool" : "AveragePool", {x},
                    {{{"kernel_shape", eachAxis(s.size, axes)},
                      {"strides", eachAxis(s.windows().stride, axes)},
                      {"pads", padsUnderWindows(s.windows(), in.type)}}});
    if (axes == 1)
        writer.output(channelsBeforeSteps(writer, y));
    else
        writer.output(y, ExportLayout::ChannelsFirst);
    return {};
}

std::string placesSum(const Pool& s, const TensorType& in) {
    if (s.padding != "valid") return placesExplained(s.windows(), in);
    const Sizes extents = extentsUnderWindows(in);
    const auto sum = [&](std::size_t axis) {
        const Window w = s.windows().along(axis);
        return fmt::format("⌊({} − {})/{}⌋ + 1 = {}", extents[axis], w.size, w.stride, placesOf(w, extents[axis]));
    };
    return extents.size() == 1 ? sum(0) : bothAxes(sum(0), sum(1));
}

/// Windows that are not squares: only pictures have two axes.
void addRectangles(TypedLayer<Pool>& layer) {
    const auto pair = [](std::int64_t rows, std::int64_t columns) { return pairValue({rows, columns}); };
    const auto text = [](const char* word) { return SettingValue(std::string(word)); };
    layer.samples.insert(
        layer.samples.end(),
        {{{pictureOf(5, 4, 2)}, {{"size", pair(3, 1)}}},
         {{pictureOf(2, 7, 1)}, {{"size", pair(1, 3)}, {"stride", pair(0, 2)}}},
         {{pictureOf(5, 6, 2)}, {{"size", pair(2, 3)}, {"stride", pair(2, 1)}, {"padding", text("same")}}},
         {{pictureOf(4, 3, 1)}, {{"size", pair(2, 3)}, {"padding", text("explicit")}, {"pad", pair(0, 1)}}}});
    layer.badSettings.insert(
        layer.badSettings.end(),
        {{{pictureOf(4, 4, 1)}, {{"size", pair(3, 5)}}, "size"},
         {{pictureOf(4, 4, 1)}, {{"size", pair(2, 0)}}, "size"},
         {{pictureOf(4, 4, 1)}, {{"size", pair(3, 2)}, {"padding", text("explicit")}, {"pad", pair(1, 2)}}, "pad"}});
}

}  // namespace

TypedLayer<Pool> poolLayer(const std::string& title, Pooling kind, int axes) {
    const std::string unit = axes == 1 ? "steps" : "pixels";
    const SettingKind sizes = axes == 1 ? SettingKind::Integer : SettingKind::Pair;
    TypedLayer<Pool> layer;
    layer.category = Category::Pooling;
    layer.title = title;
    layer.settings = {
        setting("size", "Window size", &Pool::size,
                axes == 1 ? "How many steps the window takes together." : "Height and width of the window.", {1, 255},
                unit, sizes),
        setting("stride", "Stride", &Pool::stride,
                "How far the window moves each time; 0: by its own size, so that windows do not overlap.", {0, 255},
                unit, sizes),
        setting("padding", "Padding", &Pool::padding,
                paddingMeaning(false) + " Padding is never the largest and never counts in a mean.",
                {"valid", "same", "explicit"}),
        setting("pad", "Explicit padding", &Pool::pad,
                "How much on each side, when the padding is explicit; less than the window.", {0, 254}, unit, sizes)};
    layer.shape = [title, axes](const Pool& s, const TensorTypes& in) { return shapeOf(title, axes, s, in[0]); };
    layer.remedies = [axes](const Pool&, const TensorTypes& in) -> std::vector<Remedy> {
        if (axes == 1 ? !isSequence(in[0]) : !isPicture(in[0])) return {};
        const Sizes extents = extentsUnderWindows(in[0]);
        if (*std::min_element(extents.begin(), extents.end()) == 1) return {{.leaveOut = true}};
        return {};
    };
    layer.forward = [kind, axes](const Pool& s, Context& c) { return forward(kind, axes, s, c); };
    layer.write = [kind, axes](const Pool& s, ExportWriter& writer) { return write(kind, axes, s, writer); };
    layer.shapeExplained = [](const Pool& s, const TensorTypes& in) { return placesSum(s, in[0]); };
    // The same shapes for both: a sequence takes the height for its length.
    const auto input = [axes](std::int64_t height, std::int64_t width, std::int64_t channels) {
        return TensorTypes{axes == 1 ? sequenceOf(height, channels) : pictureOf(height, width, channels)};
    };
    const auto whole = [](std::int64_t number) { return SettingValue(number); };
    const auto text = [](const char* word) { return SettingValue(std::string(word)); };
    layer.samples = {
        {input(4, 4, 2), {}},
        {input(5, 7, 1), {{"size", whole(3)}, {"stride", whole(2)}}},
        {input(5, 4, 3), {{"size", whole(2)}, {"stride", whole(3)}}},
        {input(3, 3, 1), {{"size", whole(3)}}},
        {input(5, 6, 2), {{"size", whole(3)}, {"stride", whole(2)}, {"padding", text("same")}}},
        {input(5, 5, 1), {{"size", whole(2)}, {"padding", text("same")}}},
        {input(4, 5, 2), {{"size", whole(3)}, {"stride", whole(1)}, {"padding", text("explicit")}}},
        {input(2, 3, 1), {{"size", whole(4)}, {"stride", whole(2)}, {"padding", text("explicit")}, {"pad", whole(2)}}}};
    layer.badSettings = {{input(4, 4, 1), {{"size", whole(5)}}, "size"},
                         {input(1, 4, 1), {}, "size"},
                         {input(4, 4, 1), {{"size", whole(0)}}, "size"},
                         {input(4, 4, 1), {{"stride", whole(-1)}}, "stride"},
                         {input(4, 4, 1), {{"padding", text("full")}}, "padding"},
                         {input(4, 4, 1), {{"padding", text("explicit")}, {"pad", whole(2)}}, "pad"},
                         {{vectorOf(16)}, {}, "input"},
                         {{axes == 1 ? pictureOf(4, 4, 1) : sequenceOf(4, 4)}, {}, "input"},
                         {{wordsOf(16, 4)}, {}, "input"}};
    if (axes == 2) addRectangles(layer);
    return layer;
}

}  // namespace perceptarium::layers
