// Differentiable operations against two-sided differences, in f64, on inputs chosen by hand; ops_property_test.cpp tries
// random ones.
#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::GradientCase;
using tests::randomTensor;
using tests::separatedTensor;

Tensor random(Shape shape, std::uint64_t seed) { return randomTensor(std::move(shape), seed, DType::F64); }

std::vector<GradientCase> cases() {
    const auto labels = [](std::vector<std::int32_t> values) {
        return Tensor::of<std::int32_t>(Shape{static_cast<std::int64_t>(values.size())}, values);
    };
    const Tensor classes = labels({0, 3, 1, 3, 2}), flags = labels({0, 1, 1, 0, 1});
    const Tensor words = Tensor::of<std::int32_t>(Shape{2, 3}, std::vector<std::int32_t>{0, 4, 2, 4, 0, 1});
    const Tensor target = random({5, 3}, 7);
    const auto batchNormCase = [](bool training) {
        return [training](const Variables& in) {
            const DType dtype = in[0].dtype();
            Tensor mean = Tensor::full(Shape{3}, 0.1, dtype), variance = Tensor::full(Shape{3}, 0.8, dtype);
            return batchNorm(in[0], in[1], in[2], mean, variance, training, 0.1, 1e-5);
        };
    };
    const auto batchNormReluCase = [](bool training) {
        return [training](const Variables& in) {
            const DType dtype = in[0].dtype();
            const Shape channels{in[0].shape()[-1]};
            Tensor mean = Tensor::full(channels, 0.1, dtype), variance = Tensor::full(channels, 0.8, dtype);
            return batchNormRelu(in[0], in[1], in[2], mean, variance, training, 0.1, 1e-5,
                                 in.size() > 3 ? in[3] : Variable());
        };
    };
    const auto conv = [](std::int64_t stride, Padding2d padding) {
        return [=](const Variables& in) {
            return conv2d(in[0], in[1], in.size() > 2 ? in[2] : Variable(), stride, padding);
        };
    };
    return {
        {"add", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return add(in[0], in[1]); }},
        {"add_toItself", {random({3, 4}, 1)}, [](const Variables& in) { return add(in[0], in[0]); }},
        {"subtract", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return subtract(in[0], in[1]); }},
        {"multiply", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return multiply(in[0], in[1]); }},
        {"multiply_byItself", {random({3, 4}, 1)}, [](const Variables& in) { return multiply(in[0], in[0]); }},
        {"scale", {random({5}, 1)}, [](const Variables& in) { return scale(in[0], -2.5); }},
        {"sum", {random({7, 5}, 1)}, [](const Variables& in) { return sum(in[0]); }},
        {"mean", {random({7, 5}, 1)}, [](const Variables& in) { return mean(in[0]); }},
        {"linear", {random({5, 4}, 1), random({4, 3}, 2), random({3}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"linear_withoutBias", {random({5, 4}, 1), random({4, 3}, 2)},
         [](const Variables& in) { return linear(in[0], in[1], {}); }},
        {"linear_onSequences", {random({2, 3, 4}, 1), random({4, 2}, 2), random({2}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"linear_large", {random({37, 70}, 1), random({70, 45}, 2), random({45}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"sigmoid", {random({4, 9}, 1)}, [](const Variables& in) { return sigmoid(in[0]); }},
        {"tanh", {random({4, 9}, 1)}, [](const Variables& in) { return tanh(in[0]); }},
        {"relu", {separatedTensor({4, 9}, 1)}, [](const Variables& in) { return relu(in[0]); }},
        {"leakyRelu", {separatedTensor({4, 9}, 1)}, [](const Variables& in) { return leakyRelu(in[0], 0.1); }},
        {"prelu", {separatedTensor({3, 2, 5}, 1), random({5}, 2)}, [](const Variables& in) { return prelu(in[0], in[1]); }},
        {"prelu_ofManyChannels", {separatedTensor({7, 37}, 1), random({37}, 2)}, [](const Variables& in) { return prelu(in[0], in[1]); }},
        {"prelu_shared", {separatedTensor({4, 5}, 1), random({1}, 2)}, [](const Variables& in) { return prelu(in[0], in[1]); }},
        {"elu", {separatedTensor({4, 21}, 1)}, [](const Variables& in) { return elu(in[0], 0.7); }},
        {"selu", {separatedTensor({4, 21}, 1)}, [](const Variables& in) { return selu(in[0]); }},
        {"gelu", {random({4, 21}, 1)}, [](const Variables& in) { return gelu(scale(in[0], 2)); }},
        {"gelu_tanh", {random({4, 21}, 1)}, [](const Variables& in) { return gelu(scale(in[0], 2), GeluForm::Tanh); }},
        {"silu", {random({4, 21}, 1)}, [](const Variables& in) { return silu(scale(in[0], 3)); }},
        {"softplus", {random({4, 21}, 1)}, [](const Variables& in) { return softplus(scale(in[0], 3), 1.7); }},
        {"hardmax", {separatedTensor({3, 5}, 1)}, [](const Variables& in) { return hardmax(in[0]); }},
        {"softmax", {random({3, 5}, 1)}, [](const Variables& in) { return softmax(in[0]); }},
        {"dropout", {random({6, 7}, 1)}, [](const Variables& in) {
             Random same(5, "dropout");
             return dropout(in[0], 0.4, same);
         }},
        {"reshape", {random({2, 6}, 1)}, [](const Variables& in) { return reshape(in[0], Shape{3, 4}); }},
        {"concatenate", {random({2, 3, 2}, 1), random({2, 3, 4}, 2), random({2, 3, 1}, 3)},
         [](const Variables& in) { return concatenate(in); }},
        {"concatenate_twice", {random({2, 3}, 1)}, [](const Variables& in) { return concatenate({in[0], in[0]}); }},
        {"embedding", {random({5, 4}, 1)}, [=](const Variables& in) { return embedding(words, in[0]); }},
        {"embedding_withPadding", {random({5, 4}, 1)}, [=](const Variables& in) { return embedding(words, in[0], 0); }},
        {"conv2d", {random({2, 7, 6, 3}, 1), random({3, 3, 3, 4}, 2), random({4}, 3)}, conv(1, {})},
        {"conv2d_withoutBias", {random({2, 5, 5, 2}, 1), random({3, 2, 2, 3}, 2)}, conv(1, {})},
        {"conv2d_padded", {random({2, 5, 6, 2}, 1), random({3, 3, 2, 3}, 2), random({3}, 3)}, conv(1, {1, 1, 1, 1})},
        {"conv2d_paddedUnevenly", {random({2, 5, 6, 2}, 1), random({4, 2, 2, 3}, 2), random({3}, 3)}, conv(1, {1, 2, 0, 1})},
        {"conv2d_stride2", {random({2, 7, 8, 2}, 1), random({3, 3, 2, 3}, 2), random({3}, 3)}, conv(2, {1, 1, 1, 1})},
        {"conv2d_stride3", {random({1, 9, 11, 1}, 1), random({2, 4, 1, 2}, 2), random({2}, 3)}, conv(3, {0, 1, 2, 0})},
        {"conv2d_oneChannel5x5", {random({2, 8, 9, 1}, 1), random({5, 5, 1, 6}, 2), random({6}, 3)}, conv(1, {2, 2, 2, 2})},
        {"conv2d_manyChannels", {random({1, 5, 7, 6}, 1), random({3, 3, 6, 21}, 2), random({21}, 3)}, conv(1, {1, 1, 1, 1})},
        {"conv2d_oneByOne", {random({2, 4, 5, 5}, 1), random({1, 1, 5, 7}, 2), random({7}, 3)}, conv(1, {})},
        {"conv2d_wholePicture", {random({2, 4, 4, 3}, 1), random({4, 4, 3, 5}, 2), random({5}, 3)}, conv(1, {})},
        {"maxPool2d", {separatedTensor({2, 6, 5, 3}, 1)}, [](const Variables& in) { return maxPool2d(in[0], 2, 2); }},
        {"maxPool2d_overlapping", {separatedTensor({2, 6, 7, 2}, 1)}, [](const Variables& in) { return maxPool2d(in[0], 3, 2); }},
        {"averagePool2d", {random({2, 6, 5, 3}, 1)}, [](const Variables& in) { return averagePool2d(in[0], 2, 2); }},
        {"averagePool2d_overlapping", {random({2, 6, 7, 2}, 1)}, [](const Variables& in) { return averagePool2d(in[0], 3, 2); }},
        {"globalAveragePool", {random({2, 3, 4, 5}, 1)}, [](const Variables& in) { return globalAveragePool(in[0]); }},
        {"globalAveragePool_overTime", {random({2, 7, 5}, 1)}, [](const Variables& in) { return globalAveragePool(in[0]); }},
        {"batchNorm_inTraining", {random({4, 2, 2, 3}, 1), random({3}, 2), random({3}, 3)}, batchNormCase(true)},
        {"batchNorm_inUse", {random({4, 3}, 1), random({3}, 2), random({3}, 3)}, batchNormCase(false)},
        {"batchNormRelu_inTraining", {random({4, 2, 2, 3}, 1), random({3}, 2), random({3}, 3)}, batchNormReluCase(true)},
        {"batchNormRelu_inUse", {random({4, 5}, 1), random({5}, 2), random({5}, 3)}, batchNormReluCase(false)},
        {"batchNormRelu_withShortcut", {random({5, 3, 20}, 1), random({20}, 2), random({20}, 3), random({5, 3, 20}, 4)},
         batchNormReluCase(true)},
        {"batchNormRelu_toItself", {random({6, 17}, 1), random({17}, 2), random({17}, 3)}, [=](const Variables& in) {
             return batchNormReluCase(true)({in[0], in[1], in[2], in[0]});
         }},
        {"addRelu", {separatedTensor({4, 9}, 1), scale(Variable(separatedTensor({4, 9}, 1)), 0.5).value()},
         [](const Variables& in) { return addRelu(in[0], in[1]); }},
        {"addRelu_toItself", {separatedTensor({4, 9}, 1)}, [](const Variables& in) { return addRelu(in[0], in[0]); }},
        {"layerNorm", {random({4, 3, 21}, 1), random({21}, 2), random({21}, 3)},
         [](const Variables& in) { return layerNorm(in[0], in[1], in[2], 1e-5); }},
        {"groupNorm", {random({3, 2, 4, 6}, 1), random({6}, 2), random({6}, 3)},
         [](const Variables& in) { return groupNorm(in[0], 3, in[1], in[2], 1e-5); }},
        {"softmaxCrossEntropy", {random({5, 4}, 1)}, [=](const Variables& in) { return softmaxCrossEntropy(in[0], classes); }},
        {"sigmoidCrossEntropy", {random({5, 1}, 1)}, [=](const Variables& in) { return sigmoidCrossEntropy(in[0], flags); }},
        {"meanSquaredError", {random({5, 3}, 1)},
         [=](const Variables& in) { return meanSquaredError(in[0], target.cast(in[0].dtype())); }},
        {"meanAbsoluteError", {random({5, 3}, 1)},
         [=](const Variables& in) { return meanAbsoluteError(in[0], target.cast(in[0].dtype())); }},
        {"huberLoss", {random({5, 3}, 1)},
         [=](const Variables& in) { return huberLoss(in[0], target.cast(in[0].dtype()), 0.7); }},
        {"binaryHinge", {random({5, 1}, 1)}, [=](const Variables& in) { return binaryHinge(in[0], flags, 1, false); }},
        {"binaryHinge_squared", {random({5, 1}, 1)}, [=](const Variables& in) { return binaryHinge(in[0], flags, 0.8, true); }},
        {"multiHinge", {random({5, 4}, 1)}, [=](const Variables& in) { return multiHinge(in[0], classes, 1, false); }},
        {"multiHinge_squared", {random({5, 4}, 1)}, [=](const Variables& in) { return multiHinge(in[0], classes, 0.8, true); }},
        {"klDivergence", {random({5, 4}, 1)},
         [=](const Variables& in) { return klDivergence(in[0], softmax(Variable(random({5, 4}, 2).cast(in[0].dtype()))).value()); }},
        {"softmaxCrossEntropy_scaled", {random({5, 4}, 1)},
         [=](const Variables& in) { return scale(softmaxCrossEntropy(in[0], classes), 3); }},
    };
}

const tests::AddGradientCases added(cases());

}  // namespace
}  // namespace perceptarium::autograd
