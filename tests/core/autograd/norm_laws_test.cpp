// What normalizations promise, and what they do where there is nothing, or a single number, to normalize.
#include <gtest/gtest.h>

#include <cmath>

#include "autograd/ops.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;

Variable ones(std::int64_t c, DType dtype = DType::F32) { return Variable(Tensor::full({c}, 1, dtype), true); }
Variable zeros(std::int64_t c, DType dtype = DType::F32) { return Variable(Tensor::zeros({c}, dtype), true); }

void expectNear(const Tensor& a, const Tensor& b, double tolerance) {
    ASSERT_EQ(a.shape(), b.shape());
    for (std::int64_t i = 0; i < a.elements(); ++i)
        ASSERT_NEAR(a.at(i), b.at(i), tolerance * (1 + std::abs(b.at(i)))) << "at " << i;
}

void expectAll(const Tensor& tensor, double value) {
    ASSERT_TRUE(tensor.defined());
    for (std::int64_t i = 0; i < tensor.elements(); ++i) ASSERT_EQ(tensor.at(i), value) << "at " << i;
}

TEST(LayerNorm, bringsEachRowToMeanZeroAndVarianceOne) {
    for (const std::int64_t c : {5, 16, 37, 130}) {
        Tensor x = randomTensor({9, c}, 1);
        for (float& value : x.values<float>()) value = 300 + 7 * value;
        const Tensor y = layerNorm(Variable(x), ones(c), zeros(c), 1e-5).value();
        for (std::int64_t i = 0; i < 9; ++i) {
            double mean = 0, variance = 0;
            for (std::int64_t k = 0; k < c; ++k) mean += y.at(i * c + k) / static_cast<double>(c);
            for (std::int64_t k = 0; k < c; ++k)
                variance += std::pow(y.at(i * c + k) - mean, 2) / static_cast<double>(c);
            EXPECT_NEAR(mean, 0, 1e-4) << c;
            EXPECT_NEAR(variance, 1, 1e-3) << c;
        }
    }
}

/// Sizes that no vector divides, and enough rows for several threads: f32 against f64, values and all gradients.
template <class Norm>
void compareKinds(const Shape& shape, Norm norm) {
    const auto run = [&](DType dtype) {
        const std::int64_t c = shape[-1];
        const Variable x(randomTensor(shape, 1, dtype), true), gamma(randomTensor({c}, 2, dtype), true),
            beta(randomTensor({c}, 3, dtype), true);
        const Variable y = norm(x, gamma, beta);
        backward(sum(multiply(y, Variable(randomTensor(shape, 4, dtype)))));
        return std::vector<Tensor>{y.value(), x.grad(), gamma.grad(), beta.grad()};
    };
    const auto narrow = run(DType::F32), wide = run(DType::F64);
    for (std::size_t i = 0; i < wide.size(); ++i) expectNear(narrow[i], wide[i], i < 2 ? 1e-4 : 2e-3);
}

TEST(LayerNorm, ofManyRowsIsTheSameInF32) {
    compareKinds({4001, 37},
                 [](const Variable& x, const Variable& g, const Variable& b) { return layerNorm(x, g, b, 1e-5); });
    compareKinds({3, 50, 96},
                 [](const Variable& x, const Variable& g, const Variable& b) { return layerNorm(x, g, b, 1e-3); });
}

TEST(GroupNorm, ofManyExamplesIsTheSameInF32) {
    compareKinds({70, 9, 11, 12},
                 [](const Variable& x, const Variable& g, const Variable& b) { return groupNorm(x, 3, g, b, 1e-5); });
    compareKinds({500, 40},
                 [](const Variable& x, const Variable& g, const Variable& b) { return groupNorm(x, 5, g, b, 1e-5); });
}

TEST(GroupNorm, ofOneGroupOfAVectorIsLayerNorm) {
    const Variable x(randomTensor({6, 12}, 1, DType::F64)), g(randomTensor({12}, 2, DType::F64)),
        b(randomTensor({12}, 3, DType::F64));
    expectNear(groupNorm(x, 1, g, b, 1e-5).value(), layerNorm(x, g, b, 1e-5).value(), 1e-12);
}

TEST(GroupNorm, withAGroupForEachChannelOfOneExampleIsBatchNormOfThatExample) {
    const Variable x(randomTensor({1, 5, 4, 6}, 1, DType::F64)), g(randomTensor({6}, 2, DType::F64)),
        b(randomTensor({6}, 3, DType::F64));
    Tensor mean = Tensor::zeros({6}, DType::F64), variance = Tensor::full({6}, 1, DType::F64);
    expectNear(groupNorm(x, 6, g, b, 1e-5).value(), batchNorm(x, g, b, mean, variance, true, 0.1, 1e-5).value(), 1e-12);
}

TEST(GroupNorm, groupsThatDoNotFitAreOurBug) {
    const Variable x(randomTensor({2, 6}, 1));
    EXPECT_THROW((void)groupNorm(x, 4, ones(6), zeros(6), 1e-5), InternalError);
}

TEST(BatchNorm, ofASingleExampleGivesBetaAndNoNan) {
    const Variable x(randomTensor({1, 3}, 1), true), gamma(randomTensor({3}, 2), true),
        beta(randomTensor({3}, 3), true);
    Tensor mean = Tensor::full({3}, 2), variance = Tensor::full({3}, 4);
    const Variable y = batchNorm(x, gamma, beta, mean, variance, true, 0.5, 1e-5);
    // x times 1/√ε, and the same taken away again: rounding is all that is left of it.
    constexpr double kRounding = 1e-3;
    expectNear(y.value().reshaped({3}), beta.value(), kRounding);
    backward(sum(multiply(y, y)));
    expectNear(x.grad(), Tensor::zeros({1, 3}), kRounding);
    expectAll(gamma.grad(), 0);
    for (std::int64_t k = 0; k < 3; ++k) {
        EXPECT_NEAR(beta.grad().at(k), 2 * beta.value().at(k), 2 * kRounding);
        EXPECT_FLOAT_EQ(static_cast<float>(mean.at(k)), static_cast<float>(0.5 * (2 + x.value().at(k))));
    }
    expectAll(variance, 4);  // one number has no variance to learn from
}

TEST(BatchNorm, ofASinglePictureStillHasItsPixels) {
    const Variable x(randomTensor({1, 4, 4, 2}, 1), true);
    Tensor mean = Tensor::zeros({2}), variance = Tensor::full({2}, 1);
    const Variable y = batchNorm(x, ones(2), zeros(2), mean, variance, true, 0.1, 1e-5);
    double squares = 0;
    for (const float value : y.value().values<float>()) squares += static_cast<double>(value) * value / 32;
    EXPECT_NEAR(squares, 1, 1e-3);
}

TEST(Norms, ofNothingAreNothing) {
    for (const Shape& shape : {Shape{0, 4}, Shape{0, 3, 2, 4}}) {
        const auto judge = [&](const Variable& x, const Variable& gamma, const Variable& beta, const Variable& y) {
            EXPECT_EQ(y.shape(), shape);
            backward(sum(y));
            EXPECT_EQ(x.grad().shape(), shape);
            expectAll(gamma.grad(), 0);
            expectAll(beta.grad(), 0);
        };
        const auto leaf = [&] { return Variable(Tensor::zeros(shape), true); };
        Tensor mean = Tensor::full({4}, 2), variance = Tensor::full({4}, 4);
        for (const bool training : {true, false}) {
            const Variable x = leaf(), gamma = ones(4), beta = zeros(4);
            judge(x, gamma, beta, batchNorm(x, gamma, beta, mean, variance, training, 0.5, 1e-5));
            expectAll(mean, 2);
            expectAll(variance, 4);
        }
        const Variable a = leaf(), gammaA = ones(4), betaA = zeros(4);
        judge(a, gammaA, betaA, layerNorm(a, gammaA, betaA, 1e-5));
        const Variable b = leaf(), gammaB = ones(4), betaB = zeros(4);
        judge(b, gammaB, betaB, groupNorm(b, 2, gammaB, betaB, 1e-5));
    }
}

TEST(Norms, ofEqualNumbersGiveBeta) {
    const Variable x(Tensor::full({3, 8}, 1e4), true);
    const Variable beta(randomTensor({8}, 3), true);
    for (const Variable& y : {layerNorm(x, ones(8), beta, 1e-5), groupNorm(x, 4, ones(8), beta, 1e-5)})
        for (std::int64_t i = 0; i < y.value().elements(); ++i)
            EXPECT_NEAR(y.value().at(i), beta.value().at(i % 8), 0.02);
}

}  // namespace
}  // namespace perceptarium::autograd
