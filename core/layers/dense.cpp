// Dense: every output is a weighted sum of all inputs (course §2.1).
#include <fmt/format.h>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct Dense : WeightStart, BiasStart {
    std::int64_t units = 64;
    bool bias = true;
};

const RegisteredLayer<Dense> dense{{
    .id = "dense",
    .order = 1,
    .category = Category::Layer,
    .title = "Dense",
    .meaning = "Every output is a weighted sum of all inputs.",
    .section = "2.1",
    .formula = "Y = X W + b",
    .help = "Mixes everything that comes in, so it can learn any linear map; with an activation between two of them it "
            "can learn curves. The last Dense of a classifier has one unit for each class (or one unit for two classes). "
            "Also known as fully connected layer, Linear (PyTorch), Dense (Keras), Gemm (ONNX).",
    .aliases = {"fc", "linear"},
    .settings = withStart<Dense>(
        {setting("units", "Units", &Dense::units, "How many outputs there are, each with weights of its own.", {1, 65536}),
         setting("bias", "Bias", &Dense::bias,
                 "Add a learned offset b to every output, so that it need not be 0 where all inputs are 0.")}),
    .shape = [](const Dense& s, const TensorTypes& in) -> Result<TensorType> {
        if (isVector(in[0])) return vectorOf(s.units);
        const char* advice = "Put a Flatten before it.";
        if (isWords(in[0]))
            advice = "Put an Embedding and a Global average pool before it.";
        else if (isSequence(in[0]))
            advice = "Put a Global average pool (the mean over the sequence) or a Flatten before it.";
        return wrongInput("Dense", "a vector", in[0], advice);
    },
    .remedies = [](const Dense&, const TensorTypes& in) -> std::vector<Remedy> {
        if (isWords(in[0])) return {{.before = {{"embedding"}, {"global-average-pool"}}}, {.before = {{"embedding"}, {"flatten"}}}};
        const Remedy flat{.before = {{"flatten"}}}, mean{.before = {{"global-average-pool"}}};
        return isSequence(in[0]) ? std::vector{mean, flat} : std::vector{flat, mean};
    },
    .parameters = [](const Dense& s, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const std::int64_t d = in[0].shape[0];
        std::vector<ParameterSpec> all = {{.name = "W",
                                           .shape = {d, s.units},
                                           .initializer = s.weights(),
                                           .decays = true,
                                           .fanIn = d,
                                           .fanOut = s.units}};
        if (s.bias) all.push_back({.name = "b", .shape = {s.units}, .initializer = s.biases()});
        return all;
    },
    .forward = [](const Dense& s, Context& c) {
        return autograd::linear(c.in[0], c.parameter("W"), s.bias ? c.parameter("b") : autograd::Variable());
    },
    .write = [](const Dense& s, ExportWriter& writer) -> Status {
        // Gemm with a transposed weight [units, D] is the form that every reader takes.
        const ExportValue in = writer.input();
        const Tensor weight = transposed(rowsInExportOrder(writer.parameter("W"), in), {1, 0});
        const Tensor bias = s.bias ? writer.parameter("b") : Tensor::zeros({s.units});
        writer.output(writer.node("Gemm", {in.name, writer.constant("weight", weight), writer.constant("bias", bias)},
                                  {{{"transB", std::int64_t{1}}}}));
        return {};
    },
    .countExplained = [](const Dense& s, const TensorTypes& in) {
        const std::int64_t d = in[0].shape[0];
        return s.bias ? fmt::format("({} + 1)·{} = {}", d, s.units, grouped((d + 1) * s.units))
                      : fmt::format("{}·{} = {}", d, s.units, grouped(d * s.units));
    },
    .shapeExplained = [](const Dense& s, const TensorTypes& in) {
        return fmt::format("{} inputs → {} units", in[0].shape[0], s.units);
    },
    .samples = {{{vectorOf(4)}, {{"units", std::int64_t{3}}}},
                {{vectorOf(1)}, {{"units", std::int64_t{1}}}},
                {{vectorOf(5)}, {{"units", std::int64_t{2}}, {"bias", false}}},
                {{vectorOf(5)},
                 {{"units", std::int64_t{3}}, {"initializer", std::string("orthogonal")}, {"biasStart", 0.5}}}},
    .badSettings = {{{vectorOf(4)}, {{"units", std::int64_t{0}}}, "units"},
                    {{vectorOf(4)}, {{"units", std::int64_t{1'000'000}}}, "units"},
                    {{vectorOf(4)}, {{"units", std::string("many")}}, "units"},
                    {{vectorOf(4)}, {{"initializer", std::string("random")}}, "initializer"},
                    {{pictureOf(28, 28, 1)}, {}, "input"},
                    {{sequenceOf(4, 3)}, {}, "input"},
                    {{wordsOf(4, 10)}, {}, "input"}},
}};

}  // namespace
}  // namespace perceptarium::layers
