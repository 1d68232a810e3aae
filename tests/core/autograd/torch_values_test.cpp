// Values and gradients against numbers that PyTorch computed for the same inputs: the gradient check proves that value
// and derivative fit each other, this one that the value is right.
#include "autograd/ops.h"
#include "core/autograd/torch_numbers.h"
#include "kernels/update.h"

namespace perceptarium::autograd {
namespace {

using tests::wave;

Variable leaf(Shape shape, int seed) { return Variable(wave(std::move(shape), seed), true); }

void expectNumbers(const Tensor& found, const std::string& name) {
    static const tests::TorchNumbers numbers("torch_values.json");
    numbers.expect(found, name, 1e-12);
}
#define EXPECT_NUMBERS(found, expected) expectNumbers(found, #expected)

/// d/dx Σ y · wave, as the script does.
void weigh(const Variable& y) { backward(sum(multiply(y, Variable(wave(y.shape(), 9))))); }

TEST(TorchValues, conv2dWithSamePadding) {
    const Variable x = leaf({2, 4, 5, 2}, 1), w = leaf({3, 3, 2, 3}, 2), b = leaf({3}, 3);
    const Variable y = conv2d(x, w, b, 1, {1, 1, 1, 1});
    EXPECT_EQ(y.shape(), (Shape{2, 4, 5, 3}));
    weigh(y);
    EXPECT_NUMBERS(y.value(), convSameY);
    EXPECT_NUMBERS(x.grad(), convSameDx);
    EXPECT_NUMBERS(w.grad(), convSameDw);
    EXPECT_NUMBERS(b.grad(), convSameDb);
}

TEST(TorchValues, conv2dWithStrideAndUnevenPadding) {
    const Variable x = leaf({1, 6, 5, 2}, 1), w = leaf({2, 3, 2, 2}, 2), b = leaf({2}, 3);
    const Variable y = conv2d(x, w, b, 2, {1, 0, 0, 2});
    weigh(y);
    EXPECT_NUMBERS(y.value(), convStrideY);
    EXPECT_NUMBERS(x.grad(), convStrideDx);
    EXPECT_NUMBERS(w.grad(), convStrideDw);
    EXPECT_NUMBERS(b.grad(), convStrideDb);
}

TEST(TorchValues, conv2dOfOneChannel) {
    const Variable x = leaf({1, 6, 6, 1}, 1), w = leaf({5, 5, 1, 6}, 2), b = leaf({6}, 3);
    const Variable y = conv2d(x, w, b, 1, {2, 2, 2, 2});
    weigh(y);
    EXPECT_NUMBERS(y.value(), convOneChannelY);
    EXPECT_NUMBERS(x.grad(), convOneChannelDx);
    EXPECT_NUMBERS(w.grad(), convOneChannelDw);
    EXPECT_NUMBERS(b.grad(), convOneChannelDb);
}

TEST(TorchValues, pooling) {
    Variable x = leaf({1, 5, 6, 2}, 1);
    Variable y = maxPool2d(x, 3, 2);
    weigh(y);
    EXPECT_NUMBERS(y.value(), maxPoolY);
    EXPECT_NUMBERS(x.grad(), maxPoolDx);
    x.clearGrad();
    y = averagePool2d(x, 3, 2);
    weigh(y);
    EXPECT_NUMBERS(y.value(), averagePoolY);
    EXPECT_NUMBERS(x.grad(), averagePoolDx);
}

TEST(TorchValues, linear) {
    const Variable x = leaf({3, 4}, 1), w = leaf({4, 2}, 2), b = leaf({2}, 3);
    const Variable y = linear(x, w, b);
    weigh(y);
    EXPECT_NUMBERS(y.value(), linearY);
    EXPECT_NUMBERS(x.grad(), linearDx);
    EXPECT_NUMBERS(w.grad(), linearDw);
    EXPECT_NUMBERS(b.grad(), linearDb);
}

TEST(TorchValues, activations) {
    Variable x = leaf({2, 5}, 4);
    const auto check = [&](const Variable& y, const std::string& name) {
        x.clearGrad();
        weigh(y);
        expectNumbers(y.value(), name + "Y");
        expectNumbers(x.grad(), name + "Dx");
    };
    check(sigmoid(x), "sigmoid");
    check(tanh(x), "tanh");
    check(relu(x), "relu");
    check(leakyRelu(x, 0.2), "leakyRelu");
    check(softmax(x), "softmax");
}

TEST(TorchValues, batchNormInTrainingAndItsRunningStatistics) {
    const Variable x = leaf({2, 2, 3, 3}, 1), gamma = leaf({3}, 2), beta = leaf({3}, 3);
    Tensor mean = wave({3}, 5), variance = wave({3}, 6);
    for (double& value : variance.values<double>()) value *= value;
    const Variable y = batchNorm(x, gamma, beta, mean, variance, true, 0.1, 1e-5);
    weigh(y);
    EXPECT_NUMBERS(y.value(), batchNormY);
    EXPECT_NUMBERS(x.grad(), batchNormDx);
    EXPECT_NUMBERS(gamma.grad(), batchNormDgamma);
    EXPECT_NUMBERS(beta.grad(), batchNormDbeta);
    EXPECT_NUMBERS(mean, batchNormMean);
    EXPECT_NUMBERS(variance, batchNormVariance);
}

TEST(TorchValues, embedding) {
    const Variable table = leaf({4, 3}, 2);
    const std::vector<std::int32_t> ids{1, 0, 3, 3, 2, 1};
    const Variable y = embedding(Tensor::of<std::int32_t>({2, 3}, ids), table);
    weigh(y);
    EXPECT_NUMBERS(y.value(), embeddingY);
    EXPECT_NUMBERS(table.grad(), embeddingDtable);
}

TEST(TorchValues, losses) {
    const auto labels = [](std::vector<std::int32_t> values) {
        return Tensor::of<std::int32_t>(Shape{static_cast<std::int64_t>(values.size())}, values);
    };
    Variable x = leaf({3, 4}, 1);
    Variable y = softmaxCrossEntropy(x, labels({2, 0, 3}));
    backward(y);
    EXPECT_NUMBERS(y.value(), softmaxCrossEntropyY);
    EXPECT_NUMBERS(x.grad(), softmaxCrossEntropyDx);
    x = leaf({4, 1}, 1);
    y = sigmoidCrossEntropy(x, labels({1, 0, 1, 0}));
    backward(y);
    EXPECT_NUMBERS(y.value(), sigmoidCrossEntropyY);
    EXPECT_NUMBERS(x.grad(), sigmoidCrossEntropyDx);
    x = leaf({3, 2}, 1);
    y = meanSquaredError(x, wave({3, 2}, 5));
    backward(y);
    EXPECT_NUMBERS(y.value(), meanSquaredErrorY);
    EXPECT_NUMBERS(x.grad(), meanSquaredErrorDx);
}

/// Three steps with the script's gradients; step(t, g, w).
template <class Step>
Tensor threeSteps(Step step) {
    Tensor w = wave({5}, 1);
    for (int t = 0; t < 3; ++t) step(t + 1, wave({5}, 10 + t).data<double>(), w.data<double>());
    return w;
}

TEST(TorchValues, optimizerSteps) {
    Tensor m = Tensor::zeros({5}, DType::F64), v = m.clone();
    EXPECT_NUMBERS(threeSteps([&](int, const double* g, double* w) { kernels::sgdStep(5, g, w, 0.1, 0.01); }), sgdW);
    EXPECT_NUMBERS(threeSteps([&](int, const double* g, double* w) {
                       kernels::momentumStep(5, g, m.data<double>(), w, 0.1, 0.9, false, 0.01);
                   }),
                   momentumW);
    EXPECT_NUMBERS(threeSteps([&](int, const double* g, double* w) {
                       kernels::rmspropStep(5, g, v.data<double>(), w, 0.01, 0.9, 1e-6, 0.01);
                   }),
                   rmspropW);
    m.fill(0);
    v.fill(0);
    EXPECT_NUMBERS(threeSteps([&](int t, const double* g, double* w) {
                       kernels::adamStep(5, g, m.data<double>(), v.data<double>(), w, t, 0.01, 0.8, 0.99, 1e-6, 0.01);
                   }),
                   adamW);
}

TEST(OptimizerSteps, dampenedMomentumIsTheCoursesAverage) {
    double v[1] = {2}, w[1] = {1};
    const double g[1] = {3};
    kernels::momentumStep(1, g, v, w, 0.5, 0.9, true, 0);
    EXPECT_NEAR(v[0], 0.9 * 2 + 0.1 * 3, 1e-15);
    EXPECT_NEAR(w[0], 1 - 0.5 * v[0], 1e-15);
}

}  // namespace
}  // namespace perceptarium::autograd
