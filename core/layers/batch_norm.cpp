// Batch norm: each channel gets mean 0 and variance 1 over the batch, then a learned scale (course §6.9).
#include <fmt/format.h>

#include <cmath>

#include "autograd/ops.h"
#include "layers/export_writing.h"
#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {
namespace {

struct BatchNorm {
    double momentum = 0.1;
    double epsilon = 1e-5;
};

const RegisteredLayer<BatchNorm> batchNorm{{
    .id = "batch-norm",
    .order = 1,
    .category = Category::Normalization,
    .title = "Batch norm",
    .meaning = "Brings every channel to mean 0 and variance 1 over the mini-batch, then scales it as learned.",
    .section = "6.9",
    .formula = "y = γ · (x − μ) / √(σ² + ε) + β",
    .help = "Keeps the numbers inside a deep network in a good range, so that it trains faster and with larger learning "
            "rates; usual after a convolution or Dense and before the activation. In training μ and σ² are those of the "
            "mini-batch; otherwise running averages are used, which training keeps up to date. A batch of one vector has "
            "no variance: every number becomes β then, and nothing is learned from it. Also known as "
            "nn.BatchNorm1d or 2d (PyTorch), BatchNormalization (Keras, whose momentum is 1 minus this one; ONNX).",
    .aliases = {"norm", "bn"},
    .settings = {setting("momentum", "Momentum", &BatchNorm::momentum,
                         "The share of the new batch in the running averages; small: they follow slowly.", {0.0001, 1}),
                 setting("epsilon", "Epsilon", &BatchNorm::epsilon,
                         "A small number under the root, so that nothing is divided by 0.", {1e-12, 1})},
    .shape = [](const BatchNorm&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers("Batch norm", in[0]));
        return in[0];
    },
    .parameters = [](const BatchNorm&, const TensorTypes& in) -> std::vector<ParameterSpec> {
        const Shape channels = {in[0].shape[-1]};
        return {{.name = "gamma", .shape = channels, .initializer = Initializer::Ones},
                {.name = "beta", .shape = channels},
                {.name = "runningMean", .shape = channels, .trainable = false},
                {.name = "runningVariance", .shape = channels, .initializer = Initializer::Ones, .trainable = false}};
    },
    .forward = [](const BatchNorm& s, Context& c) {
        const auto normalize = [&](auto operation) {
            return operation(c.in[0], c.parameter("gamma"), c.parameter("beta"), c.state("runningMean"),
                             c.state("runningVariance"), c.training, s.momentum, s.epsilon);
        };
        if (c.thenRelu) return normalize([](auto&&... all) { return autograd::batchNormRelu(all...); });
        return normalize(autograd::batchNorm);
    },
    .write = [](const BatchNorm& s, ExportWriter& writer) -> Status {
        const ExportValue in = writer.input();
        const Tensor gamma = writer.parameter("gamma"), beta = writer.parameter("beta");
        const Tensor mean = writer.parameter("runningMean"), variance = writer.parameter("runningVariance");
        if (in.layout == ExportLayout::ChannelsFirst || in.type.shape.rank() == 1) {
            // ONNX normalizes over axis 1: the channels of a picture, the numbers of a vector.
            const auto constant = [&](const char* hint, const Tensor& values) {
                return writer.constant(hint, rowsInExportOrder(values, in));
            };
            const std::string out = writer.node("BatchNormalization",
                                                {in.name, constant("gamma", gamma), constant("beta", beta),
                                                 constant("mean", mean), constant("variance", variance)},
                                                {{{"epsilon", s.epsilon}}});
            writer.output(out, in.layout, in.flattenedFrom);
            return {};
        }
        // Of a sequence the last axis is normalized: (x − mean) · factor + beta, with factor = gamma/√(variance + ε).
        Tensor factor = Tensor::empty(gamma.shape());
        for (std::int64_t i = 0; i < factor.elements(); ++i)
            factor.data<float>()[i] = static_cast<float>(gamma.at(i) / std::sqrt(variance.at(i) + s.epsilon));
        const std::string centred = writer.node("Sub", {in.name, writer.constant("mean", mean)});
        const std::string scaled = writer.node("Mul", {centred, writer.constant("factor", factor)});
        writer.output(writer.node("Add", {scaled, writer.constant("beta", beta)}));
        return {};
    },
    .countExplained = [](const BatchNorm&, const TensorTypes& in) {
        const std::int64_t channels = in[0].shape[-1];
        return fmt::format("2·{} = {}", channels, grouped(2 * channels));
    },
    .samples = {{{vectorOf(4)}, {}},
                {{pictureOf(3, 2, 2)}, {{"momentum", 0.3}}},
                {{sequenceOf(3, 2)}, {{"epsilon", 0.001}}}},
    .badSettings = {{{vectorOf(4)}, {{"momentum", 0.0}}, "momentum"},
                    {{vectorOf(4)}, {{"momentum", 1.5}}, "momentum"},
                    {{vectorOf(4)}, {{"epsilon", 0.0}}, "epsilon"},
                    {{wordsOf(4, 10)}, {}, "input"}},
    .perExample = false,
    .takesRelu = true,
}};

}  // namespace
}  // namespace perceptarium::layers
