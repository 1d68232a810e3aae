// Every differentiable operation against two-sided differences, in f64.
#include <gtest/gtest.h>

#include <functional>

#include "autograd/gradient_check.h"
#include "autograd/ops.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;
using tests::separatedTensor;

constexpr double kBar = 1e-7;

struct Case {
    std::string name;
    std::vector<Tensor> inputs;
    std::function<Variable(const Variables&)> operation;
};

void PrintTo(const Case& oneCase, std::ostream* out) { *out << oneCase.name; }

class OpGradient : public testing::TestWithParam<Case> {};

/// A number that weighs each output differently, so that no two errors cancel.
Variable weigh(const Variable& y) {
    return sum(multiply(y, Variable(randomTensor(y.shape(), 99, DType::F64))));
}

TEST_P(OpGradient, agreesWithTwoSidedDifferences) {
    const Case& oneCase = GetParam();
    Variables inputs;
    std::vector<std::pair<std::string, Variable>> named;
    for (const Tensor& tensor : oneCase.inputs) {
        inputs.emplace_back(tensor.clone(), true);
        named.emplace_back("input " + std::to_string(named.size()), inputs.back());
    }
    const auto results = checkGradients([&] { return weigh(oneCase.operation(inputs)); }, named, 1000);
    ASSERT_EQ(results.size(), inputs.size());
    for (const GradientCheck& result : results) {
        EXPECT_LE(result.relativeError, kBar) << result.name << " at " << result.worstIndex << ": tape "
                                              << result.worstTape << ", difference " << result.worstDifference;
        EXPECT_GT(result.checked, 0);
    }
}

TEST_P(OpGradient, f32AgreesWithF64) {
    const Case& oneCase = GetParam();
    const auto run = [&](DType dtype) {
        Variables inputs;
        for (const Tensor& tensor : oneCase.inputs) inputs.emplace_back(tensor.clone().cast(dtype), true);
        const Variable y = oneCase.operation(inputs);
        const Variable weights(randomTensor(y.shape(), 99, dtype));
        backward(sum(multiply(y, weights)));
        std::vector<Tensor> results{y.value()};
        for (const Variable& input : inputs) results.push_back(input.grad());
        return results;
    };
    const auto narrow = run(DType::F32), wide = run(DType::F64);
    for (std::size_t i = 0; i < wide.size(); ++i) {
        ASSERT_EQ(narrow[i].dtype(), DType::F32);
        ASSERT_EQ(narrow[i].shape(), wide[i].shape());
        for (std::int64_t k = 0; k < wide[i].elements(); ++k)
            ASSERT_NEAR(narrow[i].at(k), wide[i].at(k), 2e-5 * (1 + std::abs(wide[i].at(k)))) << "result " << i << " at " << k;
    }
}

Tensor random(Shape shape, std::uint64_t seed) { return randomTensor(std::move(shape), seed, DType::F64); }

std::vector<Case> cases() {
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
    const auto conv = [](std::int64_t stride, Padding2d padding) {
        return [=](const Variables& in) {
            return conv2d(in[0], in[1], in.size() > 2 ? in[2] : Variable(), stride, padding);
        };
    };
    return {
        {"add", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return add(in[0], in[1]); }},
        {"addToItself", {random({3, 4}, 1)}, [](const Variables& in) { return add(in[0], in[0]); }},
        {"subtract", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return subtract(in[0], in[1]); }},
        {"multiply", {random({3, 4}, 1), random({3, 4}, 2)}, [](const Variables& in) { return multiply(in[0], in[1]); }},
        {"square", {random({3, 4}, 1)}, [](const Variables& in) { return multiply(in[0], in[0]); }},
        {"scale", {random({5}, 1)}, [](const Variables& in) { return scale(in[0], -2.5); }},
        {"sum", {random({7, 5}, 1)}, [](const Variables& in) { return sum(in[0]); }},
        {"mean", {random({7, 5}, 1)}, [](const Variables& in) { return mean(in[0]); }},
        {"linear", {random({5, 4}, 1), random({4, 3}, 2), random({3}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"linearWithoutBias", {random({5, 4}, 1), random({4, 3}, 2)},
         [](const Variables& in) { return linear(in[0], in[1], {}); }},
        {"linearOnSequences", {random({2, 3, 4}, 1), random({4, 2}, 2), random({2}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"linearLarge", {random({37, 70}, 1), random({70, 45}, 2), random({45}, 3)},
         [](const Variables& in) { return linear(in[0], in[1], in[2]); }},
        {"sigmoid", {random({4, 9}, 1)}, [](const Variables& in) { return sigmoid(in[0]); }},
        {"tanh", {random({4, 9}, 1)}, [](const Variables& in) { return tanh(in[0]); }},
        {"relu", {separatedTensor({4, 9}, 1)}, [](const Variables& in) { return relu(in[0]); }},
        {"leakyRelu", {separatedTensor({4, 9}, 1)}, [](const Variables& in) { return leakyRelu(in[0], 0.1); }},
        {"softmax", {random({3, 5}, 1)}, [](const Variables& in) { return softmax(in[0]); }},
        {"dropout", {random({6, 7}, 1)}, [](const Variables& in) {
             Random same(5, "dropout");
             return dropout(in[0], 0.4, same);
         }},
        {"reshape", {random({2, 6}, 1)}, [](const Variables& in) { return reshape(in[0], Shape{3, 4}); }},
        {"concatenate", {random({2, 3, 2}, 1), random({2, 3, 4}, 2), random({2, 3, 1}, 3)},
         [](const Variables& in) { return concatenate(in); }},
        {"concatenateTwice", {random({2, 3}, 1)}, [](const Variables& in) { return concatenate({in[0], in[0]}); }},
        {"embedding", {random({5, 4}, 1)}, [=](const Variables& in) { return embedding(words, in[0]); }},
        {"embeddingWithPadding", {random({5, 4}, 1)}, [=](const Variables& in) { return embedding(words, in[0], 0); }},
        {"conv", {random({2, 7, 6, 3}, 1), random({3, 3, 3, 4}, 2), random({4}, 3)}, conv(1, {})},
        {"convWithoutBias", {random({2, 5, 5, 2}, 1), random({3, 2, 2, 3}, 2)}, conv(1, {})},
        {"convPadded", {random({2, 5, 6, 2}, 1), random({3, 3, 2, 3}, 2), random({3}, 3)}, conv(1, {1, 1, 1, 1})},
        {"convPaddedUnevenly", {random({2, 5, 6, 2}, 1), random({4, 2, 2, 3}, 2), random({3}, 3)}, conv(1, {1, 2, 0, 1})},
        {"convStride2", {random({2, 7, 8, 2}, 1), random({3, 3, 2, 3}, 2), random({3}, 3)}, conv(2, {1, 1, 1, 1})},
        {"convStride3", {random({1, 9, 11, 1}, 1), random({2, 4, 1, 2}, 2), random({2}, 3)}, conv(3, {0, 1, 2, 0})},
        {"convOneChannel5x5", {random({2, 8, 9, 1}, 1), random({5, 5, 1, 6}, 2), random({6}, 3)}, conv(1, {2, 2, 2, 2})},
        {"convManyChannels", {random({1, 5, 7, 6}, 1), random({3, 3, 6, 21}, 2), random({21}, 3)}, conv(1, {1, 1, 1, 1})},
        {"convOneByOne", {random({2, 4, 5, 5}, 1), random({1, 1, 5, 7}, 2), random({7}, 3)}, conv(1, {})},
        {"convWholePicture", {random({2, 4, 4, 3}, 1), random({4, 4, 3, 5}, 2), random({5}, 3)}, conv(1, {})},
        {"maxPool", {separatedTensor({2, 6, 5, 3}, 1)}, [](const Variables& in) { return maxPool2d(in[0], 2, 2); }},
        {"maxPoolOverlapping", {separatedTensor({2, 6, 7, 2}, 1)}, [](const Variables& in) { return maxPool2d(in[0], 3, 2); }},
        {"averagePool", {random({2, 6, 5, 3}, 1)}, [](const Variables& in) { return averagePool2d(in[0], 2, 2); }},
        {"averagePoolOverlapping", {random({2, 6, 7, 2}, 1)}, [](const Variables& in) { return averagePool2d(in[0], 3, 2); }},
        {"globalAveragePool", {random({2, 3, 4, 5}, 1)}, [](const Variables& in) { return globalAveragePool(in[0]); }},
        {"globalAveragePoolOverTime", {random({2, 7, 5}, 1)}, [](const Variables& in) { return globalAveragePool(in[0]); }},
        {"batchNormInTraining", {random({4, 2, 2, 3}, 1), random({3}, 2), random({3}, 3)}, batchNormCase(true)},
        {"batchNormInUse", {random({4, 3}, 1), random({3}, 2), random({3}, 3)}, batchNormCase(false)},
        {"softmaxCrossEntropy", {random({5, 4}, 1)}, [=](const Variables& in) { return softmaxCrossEntropy(in[0], classes); }},
        {"sigmoidCrossEntropy", {random({5, 1}, 1)}, [=](const Variables& in) { return sigmoidCrossEntropy(in[0], flags); }},
        {"meanSquaredError", {random({5, 3}, 1)},
         [=](const Variables& in) { return meanSquaredError(in[0], target.cast(in[0].dtype())); }},
        {"scaledLoss", {random({5, 4}, 1)},
         [=](const Variables& in) { return scale(softmaxCrossEntropy(in[0], classes), 3); }},
    };
}

INSTANTIATE_TEST_SUITE_P(All, OpGradient, testing::ValuesIn(cases()),
                         [](const auto& testCase) { return testCase.param.name; });

}  // namespace
}  // namespace perceptarium::autograd
