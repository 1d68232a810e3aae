// Conv2d: the same small filters slide over a picture (course §8.2–8.6).
#include <fmt/format.h>

#include <algorithm>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Conv2d : WeightStart, BiasStart {
    std::int64_t filters = 8;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::string padding = "valid";
    std::int64_t pad = 1;
    bool bias = true;
};

/// (before, after) along one axis. "same": Ho = ⌈H/stride⌉, an odd rest goes to the end.
std::pair<std::int64_t, std::int64_t> paddingOf(const Conv2d& s, std::int64_t extent) {
    if (s.padding == "explicit") return {s.pad, s.pad};
    if (s.padding == "valid") return {0, 0};
    const std::int64_t wanted = (extent + s.stride - 1) / s.stride;
    const std::int64_t total = std::max<std::int64_t>(0, (wanted - 1) * s.stride + s.kernel - extent);
    return {total / 2, total - total / 2};
}

std::int64_t outputExtent(const Conv2d& s, std::int64_t extent) {
    const auto [before, after] = paddingOf(s, extent);
    return windowsIn(extent, before + after, s.kernel, s.stride);
}

std::string axisExplained(const Conv2d& s, std::int64_t extent) {
    if (s.padding == "same") return fmt::format("⌈{}/{}⌉ = {}", extent, s.stride, outputExtent(s, extent));
    return fmt::format("⌊({} + 2·{} − {})/{}⌋ + 1 = {}", extent, paddingOf(s, extent).first, s.kernel, s.stride,
                       outputExtent(s, extent));
}

const RegisteredLayer<Conv2d> conv2d{{
    .id = "conv2d",
    .order = 2,
    .category = Category::Layer,
    .title = "Conv2d",
    .meaning = "Slides small learned filters over a picture, looking for the same pattern everywhere.",
    .formula = "Y[i, j, f] = Σ X[i·s + u, j·s + v, c] · W[u, v, c, f] + b[f]",
    .help = "Each filter learns one small pattern (an edge, a corner) and answers where in the picture it is; few "
            "weights do for a picture of any size. Stack several, with an activation after each and pooling between "
            "them. Also known as convolution layer, nn.Conv2d (PyTorch), Conv2D (Keras), Conv (ONNX).",
    .settings = withStart<Conv2d>({setting("filters", "Filters", &Conv2d::filters,
                         "How many patterns it looks for; the output has one channel for each.", {1, 65536}),
                 setting("kernel", "Kernel size", &Conv2d::kernel, "Height and width of each filter.", {1, 255},
                         "pixels"),
                 setting("stride", "Stride", &Conv2d::stride,
                         "How far the filter moves each time; 2 halves height and width.", {1, 255}, "pixels"),
                 setting("padding", "Padding", &Conv2d::padding,
                         "valid: only where the filter lies inside the picture. same: zeros around it, so that the size "
                         "stays (divided by the stride). explicit: as many zeros on each side as you say.",
                         {"valid", "same", "explicit"}),
                 setting("pad", "Explicit padding", &Conv2d::pad,
                         "Rows and columns of zeros on each side, when the padding is explicit.", {0, 255}, "pixels"),
                 setting("bias", "Bias", &Conv2d::bias, "Add a learned offset to every filter's answer.")}),
    .shape = [](const Conv2d& s, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requirePicture("Conv2d", in[0]));
        for (const int axis : {0, 1}) {
            const std::int64_t extent = in[0].shape[axis];
            const auto [before, after] = paddingOf(s, extent);
            if (extent + before + after >= s.kernel) continue;
            return teach("kernel",
                         fmt::format("A {0}×{0} filter does not fit into {1}{2}", s.kernel, inWords(in[0]),
                                     before + after > 0 ? fmt::format(" with padding {} on each side", s.pad) : ""),
                         "Make the kernel size smaller or set the padding to same.",
                         fmt::format("at most {}", extent + before + after), std::to_string(s.kernel));
        }
        return pictureOf(outputExtent(s, in[0].shape[0]), outputExtent(s, in[0].shape[1]), s.filters);
    },
    .parameters = [](const Conv2d& s, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const std::int64_t c = in[0].shape[2], area = s.kernel * s.kernel;
        std::vector<ParameterSpec> all = {{.name = "W",
                                           .shape = {s.kernel, s.kernel, c, s.filters},
                                           .initializer = s.weights(),
                                           .decays = true,
                                           .fanIn = area * c,
                                           .fanOut = area * s.filters}};
        if (s.bias) all.push_back({.name = "b", .shape = {s.filters}, .initializer = s.biases()});
        return all;
    },
    .forward = [](const Conv2d& s, Context& c) {
        const auto [top, bottom] = paddingOf(s, c.in[0].shape()[1]);
        const auto [left, right] = paddingOf(s, c.in[0].shape()[2]);
        return autograd::conv2d(c.in[0], c.parameter("W"), s.bias ? c.parameter("b") : autograd::Variable(), s.stride,
                                {top, bottom, left, right});
    },
    .write = [](const Conv2d& s, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        const auto [top, bottom] = paddingOf(s, in.type.shape[0]);
        const auto [left, right] = paddingOf(s, in.type.shape[1]);
        std::vector<std::string> inputs{in.name, writer.constant("weight", transposed(writer.parameter("W"), {3, 2, 0, 1}))};
        if (s.bias) inputs.push_back(writer.constant("bias", writer.parameter("b")));
        using Sizes = std::vector<std::int64_t>;
        const std::string out = writer.node("Conv", inputs,
                                            {{{"kernel_shape", Sizes{s.kernel, s.kernel}},
                                              {"strides", Sizes{s.stride, s.stride}},
                                              {"pads", Sizes{top, left, bottom, right}}}});
        writer.output(out, ExportLayout::ChannelsFirst);
        return {};
    },
    .countExplained = [](const Conv2d& s, const TensorTypes& in) {
        const std::int64_t c = in[0].shape[2], weights = s.kernel * s.kernel * c;
        return s.bias ? fmt::format("({0}·{0}·{1} + 1)·{2} = {3}", s.kernel, c, s.filters,
                                    grouped((weights + 1) * s.filters))
                      : fmt::format("{0}·{0}·{1}·{2} = {3}", s.kernel, c, s.filters, grouped(weights * s.filters));
    },
    .shapeExplained = [](const Conv2d& s, const TensorTypes& in) {
        return bothAxes(axisExplained(s, in[0].shape[0]), axisExplained(s, in[0].shape[1]));
    },
    .samples = {{{pictureOf(5, 5, 1)}, {{"filters", std::int64_t{2}}}},
                {{pictureOf(6, 5, 2)},
                 {{"filters", std::int64_t{3}}, {"kernel", std::int64_t{3}}, {"stride", std::int64_t{2}}}},
                {{pictureOf(5, 4, 2)},
                 {{"filters", std::int64_t{2}},
                  {"kernel", std::int64_t{4}},
                  {"padding", std::string("same")},
                  {"bias", false}}},
                {{pictureOf(7, 6, 1)},
                 {{"filters", std::int64_t{2}},
                  {"kernel", std::int64_t{5}},
                  {"stride", std::int64_t{3}},
                  {"padding", std::string("same")}}},
                {{pictureOf(2, 3, 1)},
                 {{"filters", std::int64_t{1}},
                  {"kernel", std::int64_t{5}},
                  {"padding", std::string("explicit")},
                  {"pad", std::int64_t{2}}}},
                {{pictureOf(3, 3, 3)}, {{"filters", std::int64_t{4}}, {"kernel", std::int64_t{1}}}}},
    .badSettings = {{{pictureOf(5, 5, 1)}, {{"filters", std::int64_t{0}}}, "filters"},
                    {{pictureOf(5, 5, 1)}, {{"kernel", std::int64_t{0}}}, "kernel"},
                    {{pictureOf(5, 5, 1)}, {{"kernel", std::int64_t{7}}}, "kernel"},
                    {{pictureOf(9, 2, 1)}, {{"kernel", std::int64_t{3}}}, "kernel"},
                    {{pictureOf(5, 5, 1)}, {{"stride", std::int64_t{0}}}, "stride"},
                    {{pictureOf(5, 5, 1)}, {{"padding", std::string("full")}}, "padding"},
                    {{pictureOf(5, 5, 1)}, {{"pad", std::int64_t{-1}}}, "pad"},
                    {{vectorOf(25)}, {}, "input"},
                    {{sequenceOf(5, 5)}, {}, "input"},
                    {{wordsOf(5, 9)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
