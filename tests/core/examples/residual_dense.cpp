// Residual dense: a Dense with a way around it. A layer with parameters, composed of operations that have derivatives.
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct ResidualDense : WeightStart {};  // the user may choose how the weights start

const RegisteredLayer<ResidualDense> declared{{
    .id = "example-residual-dense",
    .order = 100,
    .category = Category::Layer,
    .title = "Residual dense",
    .meaning = "Adds what a Dense with ReLU makes of a vector to the vector itself.",
    .section = "8.10",
    .formula = "Y = X + max(0, X W + b)",
    .help =
        "Many of them can be stacked: the gradient finds its way back along the sums. Also known as a residual block "
        "of a dense layer (He et al. 2015).",
    .settings = withStart<ResidualDense>({}),
    .shape = [](const ResidualDense&, const TensorTypes& in) -> Result<TensorType> {
        if (isVector(in[0])) return in[0];
        return wrongInput("Residual dense", "a vector", in[0], "Put a Flatten or a Global average pool before it.");
    },
    .parameters = [](const ResidualDense& s, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const std::int64_t d = in[0].shape[0];
        return {{.name = "W", .shape = {d, d}, .initializer = s.weights(), .decays = true, .fanIn = d, .fanOut = d},
                {.name = "b", .shape = {d}}};
    },
    .forward =
        [](const ResidualDense&, Context& c) {
            return autograd::add(c.in[0],
                                 autograd::relu(autograd::linear(c.in[0], c.parameter("W"), c.parameter("b"))));
        },
    .write = [](const ResidualDense&, ExportWriter& writer) -> Status {
        const ExportValue in = writer.orderedInput();
        const std::string weight = writer.constant("weight", transposed(writer.parameter("W"), {1, 0}));
        const std::string bias = writer.constant("bias", writer.parameter("b"));
        const std::string sum = writer.node("Gemm", {in.name, weight, bias}, {{{"transB", std::int64_t{1}}}});
        writer.output(writer.node("Add", {in.name, writer.node("Relu", {sum})}));
        return {};
    },
    .countExplained =
        [](const ResidualDense&, const TensorTypes& in) {
            const std::int64_t d = in[0].shape[0];
            return fmt::format("({0} + 1)·{0} = {1}", d, grouped((d + 1) * d));
        },
    .samples = {{{vectorOf(4)}, {}}, {{vectorOf(3)}, {{"initializer", std::string("orthogonal")}}}},
    .badSettings = {{{pictureOf(4, 4, 1)}, {}, "input"}, {{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
