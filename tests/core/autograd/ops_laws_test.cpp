// Laws that hold for any input: identities, invariances, extremes.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "autograd/ops.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

Variable data(Shape shape, std::vector<float> values) { return Variable(Tensor::of<float>(std::move(shape), values), true); }
Tensor labels(std::vector<std::int32_t> values) {
    return Tensor::of<std::int32_t>(Shape{static_cast<std::int64_t>(values.size())}, values);
}

TEST(Conv2d, identityKernelKeepsThePicture) {
    for (const std::int64_t channels : {1, 3, 16, 20}) {
        const Variable x(randomTensor({2, 9, 11, channels}, 1));
        Tensor w = Tensor::zeros({3, 3, channels, channels});
        for (std::int64_t k = 0; k < channels; ++k) w.data<float>()[((1 * 3 + 1) * channels + k) * channels + k] = 1;
        const Variable y = conv2d(x, Variable(w), {}, 1, {1, 1, 1, 1});
        EXPECT_TRUE(y.value().identical(x.value())) << channels << " channels";
    }
}

TEST(Conv2d, shiftedKernelShiftsThePicture) {
    const Variable x(randomTensor({1, 6, 7, 1}, 1));
    Tensor w = Tensor::zeros({3, 3, 1, 1});
    w.data<float>()[5] = 1;  // row 1, column 2: looks one to the right
    const Variable y = conv2d(x, Variable(w), {}, 1, {1, 1, 1, 1});
    for (std::int64_t row = 0; row < 6; ++row)
        for (std::int64_t column = 0; column < 7; ++column)
            EXPECT_EQ(y.value().at(row * 7 + column), column < 6 ? x.value().at(row * 7 + column + 1) : 0);
}

TEST(Conv2d, picturesOfABatchDoNotTouchEachOther) {
    const Tensor both = randomTensor({2, 8, 8, 6}, 1);
    const Variable w(randomTensor({5, 5, 6, 16}, 2)), b(randomTensor({16}, 3));
    const Variable together = conv2d(Variable(both), w, b, 1, {});
    const std::int64_t in = both.elements() / 2, out = together.value().elements() / 2;
    for (std::int64_t i = 0; i < 2; ++i) {
        const Tensor one = Tensor::of<float>({1, 8, 8, 6}, both.values<float>().subspan(static_cast<std::size_t>(i * in),
                                                                                       static_cast<std::size_t>(in)));
        const Variable alone = conv2d(Variable(one), w, b, 1, {});
        for (std::int64_t k = 0; k < out; ++k) ASSERT_EQ(alone.value().at(k), together.value().at(i * out + k));
    }
}

/// The gradients of everything that went into y, weighed.
std::vector<Tensor> gradientsOf(const Variable& y, const Variables& inputs) {
    for (Variable input : inputs) input.clearGrad();
    backward(sum(multiply(y, Variable(randomTensor(y.shape(), 99)))));
    std::vector<Tensor> all{y.value()};
    for (const Variable& input : inputs) all.push_back(input.grad());
    return all;
}

TEST(BatchNormRelu, isBatchNormPlusShortcutThenRelu) {
    for (const std::int64_t channels : {1, 3, 16, 37}) {
        const Variable x(randomTensor({5, 4, 3, channels}, 1), true), shortcut(randomTensor(x.shape(), 2), true);
        const Variable gamma(randomTensor({channels}, 3), true), beta(randomTensor({channels}, 4), true);
        for (const bool training : {true, false}) {
            const auto statistics = [&] { return Tensor::full({channels}, 0.5); };
            Tensor m1 = statistics(), v1 = statistics(), m2 = statistics(), v2 = statistics();
            const Variables in{x, gamma, beta, shortcut};
            const auto fused = gradientsOf(batchNormRelu(x, gamma, beta, m1, v1, training, 0.1, 1e-5, shortcut), in);
            const auto apart =
                gradientsOf(relu(add(batchNorm(x, gamma, beta, m2, v2, training, 0.1, 1e-5), shortcut)), in);
            for (std::size_t i = 0; i < fused.size(); ++i) EXPECT_TRUE(fused[i].identical(apart[i])) << i;
            EXPECT_TRUE(m1.identical(m2) && v1.identical(v2));
            const Variables without{x, gamma, beta};
            const auto alone = gradientsOf(batchNormRelu(x, gamma, beta, m1, v1, training, 0.1, 1e-5), without);
            const auto then = gradientsOf(relu(batchNorm(x, gamma, beta, m2, v2, training, 0.1, 1e-5)), without);
            for (std::size_t i = 0; i < alone.size(); ++i) EXPECT_TRUE(alone[i].identical(then[i])) << i;
        }
    }
}

TEST(BatchNorm, momentsAreRightFarFromZeroAndOverManyBlocks) {
    Tensor x = randomTensor({3000, 21}, 1);
    for (float& value : x.values<float>()) value = 1000 + value;
    Tensor mean = Tensor::zeros({21}), variance = Tensor::zeros({21});
    const Variable ones(Tensor::full({21}, 1)), zeros(Tensor::zeros({21}));
    const Variable y = batchNorm(Variable(x), ones, zeros, mean, variance, true, 1, 1e-5);
    for (std::int64_t k = 0; k < 21; ++k) {
        double sum = 0, squares = 0;
        for (std::int64_t i = 0; i < 3000; ++i) sum += x.at(i * 21 + k);
        for (std::int64_t i = 0; i < 3000; ++i) squares += std::pow(x.at(i * 21 + k) - sum / 3000, 2);
        EXPECT_NEAR(mean.at(k), sum / 3000, 2e-3);
        EXPECT_NEAR(variance.at(k), squares / 2999, 2e-4);
    }
}

TEST(Softmax, rowsSumToOneAndIgnoreShifts) {
    Tensor x = randomTensor({5, 7}, 1);
    const Variable y = softmax(Variable(x.clone()));
    for (float& value : x.values<float>()) value += 64;
    const Variable shifted = softmax(Variable(x));
    for (std::int64_t row = 0; row < 5; ++row) {
        double total = 0;
        for (std::int64_t k = 0; k < 7; ++k) {
            total += y.value().at(row * 7 + k);
            EXPECT_NEAR(y.value().at(row * 7 + k), shifted.value().at(row * 7 + k), 2e-5);
        }
        EXPECT_NEAR(total, 1, 1e-6);
    }
}

TEST(Softmax, hugeLogitsAreFine) {
    const Variable y = softmax(data({1, 3}, {1000, -1000, 1000}));
    EXPECT_FLOAT_EQ(y.value().values<float>()[0], 0.5f);
    EXPECT_FLOAT_EQ(y.value().values<float>()[1], 0);
}

TEST(Losses, hugeLogitsGiveFiniteLossesAndGradients) {
    const Variable z = data({2, 3}, {1000, -1000, 0, 1000, -1000, 0});
    const Variable loss = softmaxCrossEntropy(z, labels({0, 1}));
    EXPECT_FLOAT_EQ(loss.value().values<float>()[0], 1000);  // (0 + 2000)/2
    backward(loss);
    EXPECT_FLOAT_EQ(z.grad().values<float>()[3], 0.5f);
    EXPECT_FLOAT_EQ(z.grad().values<float>()[4], -0.5f);

    const Variable s = data({4, 1}, {1000, 1000, -1000, -1000});
    const Variable binary = sigmoidCrossEntropy(s, labels({1, 0, 1, 0}));
    EXPECT_FLOAT_EQ(binary.value().values<float>()[0], 500);
    backward(binary);
    EXPECT_FLOAT_EQ(s.grad().values<float>()[0], 0);
    EXPECT_FLOAT_EQ(s.grad().values<float>()[1], 0.25f);
    EXPECT_FLOAT_EQ(s.grad().values<float>()[2], -0.25f);
}

TEST(Losses, labelsOutsideAreOurBug) {
    const Variable z = data({1, 3}, {0, 0, 0});
    EXPECT_THROW((void)softmaxCrossEntropy(z, labels({3})), InternalError);
    EXPECT_THROW((void)softmaxCrossEntropy(z, labels({-2})), InternalError);  // −1 is a missing label
    EXPECT_THROW((void)sigmoidCrossEntropy(data({1, 1}, {0}), labels({2})), InternalError);
}

TEST(Activations, saturateWithoutOverflowAndKeepNan) {
    const Variable x = data({6}, {-1000, -kInfinity, 0, 1000, kInfinity, kNan});
    const auto at = [](const Variable& y, int i) { return y.value().values<float>()[static_cast<std::size_t>(i)]; };
    const Variable s = sigmoid(x), t = tanh(x), r = relu(x);
    const float sigmoids[] = {0, 0, 0.5f, 1, 1}, tanhs[] = {-1, -1, 0, 1, 1}, relus[] = {0, 0, 0, 1000, kInfinity};
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(at(s, i), sigmoids[i]) << i;
        EXPECT_EQ(at(t, i), tanhs[i]) << i;
        EXPECT_EQ(at(r, i), relus[i]) << i;
    }
    EXPECT_TRUE(std::isnan(at(s, 5)) && std::isnan(at(t, 5)) && std::isnan(at(r, 5)));
}

TEST(Activations, areAccurateOverTheirRange) {
    std::vector<float> values;
    for (float x = -20; x < 20; x += 0.0137f) values.push_back(x);
    for (float x = 1e-8f; x < 1; x *= 1.7f) values.insert(values.end(), {x, -x});
    const auto n = static_cast<std::int64_t>(values.size());
    const Variable x = data({n}, values);
    const Variable s = sigmoid(x), t = tanh(x);
    for (std::int64_t i = 0; i < n; ++i) {
        const double exact = values[static_cast<std::size_t>(i)];
        EXPECT_NEAR(t.value().at(i), std::tanh(exact), 4e-7 * std::abs(std::tanh(exact))) << exact;
        EXPECT_NEAR(s.value().at(i), 1 / (1 + std::exp(-exact)), 4e-7 / (1 + std::exp(-exact))) << exact;
    }
}

TEST(MaxPool2d, tiesGoToTheFirstMaximumAndNanIsNotHidden) {
    const Variable x = data({1, 2, 2, 1}, {5, 5, 5, 5});
    backward(sum(maxPool2d(x, 2, 2)));
    EXPECT_EQ(x.grad().at(0), 1);
    EXPECT_EQ(x.grad().at(1) + x.grad().at(2) + x.grad().at(3), 0);
    for (int place = 0; place < 4; ++place) {
        std::vector<float> values{1, 2, 3, 4};
        values[static_cast<std::size_t>(place)] = kNan;
        EXPECT_TRUE(std::isnan(maxPool2d(data({1, 2, 2, 1}, values), 2, 2).value().at(0))) << place;
    }
}

TEST(Dropout, keepsTheMeanAndIsRepeatable) {
    const Variable x(Tensor::full({100, 100}, 1));
    Random first(3, "dropout"), again(3, "dropout"), other(4, "dropout");
    const Tensor y = dropout(x, 0.3, first).value();
    EXPECT_TRUE(y.identical(dropout(x, 0.3, again).value()));
    EXPECT_FALSE(y.identical(dropout(x, 0.3, other).value()));
    double total = 0, zeros = 0;
    for (const float value : y.values<float>()) {
        total += value;
        zeros += value == 0;
    }
    EXPECT_NEAR(total / 10000, 1, 0.03);
    EXPECT_NEAR(zeros / 10000, 0.3, 0.02);
    EXPECT_TRUE(dropout(x, 0, first).value().identical(x.value()));
}

TEST(Embedding, paddingGivesZerosAndGetsNoGradient) {
    const Variable table(randomTensor({3, 2}, 1), true);
    const std::vector<std::int32_t> ids{0, 2, 0};
    const Variable y = embedding(Tensor::of<std::int32_t>({1, 3}, ids), table, 0);
    EXPECT_EQ(y.shape(), (Shape{1, 3, 2}));
    EXPECT_EQ(y.value().at(0), 0);
    EXPECT_EQ(y.value().at(2), table.value().at(4));
    backward(sum(y));
    EXPECT_EQ(table.grad().at(0), 0);
    EXPECT_EQ(table.grad().at(4), 1);
    EXPECT_THROW((void)embedding(Tensor::of<std::int32_t>({1, 3}, std::vector<std::int32_t>{0, 3, 0}), table), InternalError);
}

TEST(BatchNorm, standardizesInTrainingAndUsesRunningNumbersAfter) {
    const Variable x(randomTensor({50, 4}, 1)), gamma(Tensor::full({4}, 1)), beta(Tensor::zeros({4}));
    Tensor mean = Tensor::zeros({4}), variance = Tensor::full({4}, 1);
    const Tensor y = batchNorm(x, gamma, beta, mean, variance, true, 1, 1e-5).value();
    for (std::int64_t k = 0; k < 4; ++k) {
        double m = 0, v = 0;
        for (std::int64_t i = 0; i < 50; ++i) m += y.at(i * 4 + k) / 50;
        for (std::int64_t i = 0; i < 50; ++i) v += (y.at(i * 4 + k) - m) * (y.at(i * 4 + k) - m) / 50;
        EXPECT_NEAR(m, 0, 1e-6);
        EXPECT_NEAR(v, 1, 1e-4);
    }
    const Tensor meanBefore = mean.clone();
    const Tensor used = batchNorm(x, gamma, beta, mean, variance, false, 1, 1e-5).value();
    EXPECT_TRUE(mean.identical(meanBefore));
    for (std::int64_t i = 0; i < used.elements(); ++i)
        EXPECT_NEAR(used.at(i), (x.value().at(i) - mean.at(i % 4)) / std::sqrt(variance.at(i % 4) + 1e-5), 1e-5);
}

}  // namespace
}  // namespace perceptarium::autograd
