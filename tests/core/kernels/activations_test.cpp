// The activations' vector forms against the C library in f64, over their whole range and at its ends.
#include "kernels/activations.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include "autograd/ops.h"

namespace perceptarium::kernels {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Curve {
    std::string name;
    Activation activation;
    double a;
    std::function<double(double)> value, slope;
};
void PrintTo(const Curve& curve, std::ostream* out) { *out << curve.name; }

double logistic(double x) { return 1 / (1 + std::exp(-x)); }
double normalShare(double x) { return 0.5 * std::erfc(-x / std::numbers::sqrt2); }
double geluU(double x) { return 2 * std::sqrt(2 / std::numbers::pi) * (x + 0.044715 * x * x * x); }

std::vector<Curve> curves() {
    const double scale = 1.0507009873554805, alpha = 1.6732632423543772;
    return {
        {"Elu", Activation::Elu, 0.7, [](double x) { return x > 0 ? x : 0.7 * std::expm1(x); },
         [](double x) { return x > 0 ? 1 : 0.7 * std::exp(x); }},
        {"Selu", Activation::Selu, 0, [=](double x) { return scale * (x > 0 ? x : alpha * std::expm1(x)); },
         [=](double x) { return scale * (x > 0 ? 1 : alpha * std::exp(x)); }},
        {"Gelu", Activation::Gelu, 0, [](double x) { return x * normalShare(x); },
         [](double x) { return normalShare(x) + x * std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi); }},
        {"GeluTanh", Activation::GeluTanh, 0, [](double x) { return x * logistic(geluU(x)); },
         [](double x) {
             const double s = logistic(geluU(x));
             return s + x * s * (1 - s) * 2 * std::sqrt(2 / std::numbers::pi) * (1 + 3 * 0.044715 * x * x);
         }},
        {"Silu", Activation::Silu, 0, [](double x) { return x * logistic(x); },
         [](double x) { return logistic(x) + x * logistic(x) * logistic(-x); }},
        {"Softplus", Activation::Softplus, 1.7,
         [](double x) { return (std::max(x, 0.0) + std::log1p(std::exp(-std::abs(1.7 * x))) / 1.7); },
         [](double x) { return logistic(1.7 * x); }},
    };
}

class KernelsActivation : public testing::TestWithParam<Curve> {};
INSTANTIATE_TEST_SUITE_P(All, KernelsActivation, testing::ValuesIn(curves()),
                         [](const auto& curve) { return curve.param.name; });

/// Values and slopes in T, over −20 … 20.
template <class T>
void compare(const Curve& curve, double tolerance) {
    constexpr std::int64_t n = 40'001;
    std::vector<T> x(n), y(n), slope(n);
    const std::vector<T> ones(n, T(1));
    for (std::int64_t i = 0; i < n; ++i)
        x[static_cast<std::size_t>(i)] = static_cast<T>(static_cast<double>(i - n / 2) * 1e-3);
    activate(curve.activation, n, static_cast<T>(curve.a), x.data(), y.data());
    activateBackward(curve.activation, n, static_cast<T>(curve.a), x.data(), ones.data(), slope.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double at = static_cast<double>(x[i]), value = curve.value(at), rise = curve.slope(at);
        ASSERT_NEAR(y[i], value, tolerance * std::max(1.0, std::abs(value))) << "value at " << at;
        ASSERT_NEAR(slope[i], rise, tolerance * std::max(1.0, std::abs(rise))) << "slope at " << at;
    }
}

TEST_P(KernelsActivation, isAccurateInF32) { compare<float>(GetParam(), 1e-6); }
TEST_P(KernelsActivation, isAccurateInF64) { compare<double>(GetParam(), 1e-14); }

/// Near 0 and in the tails a small result keeps its digits: nothing is computed as a difference from 1.
TEST_P(KernelsActivation, keepsItsDigitsWhereItIsSmall) {
    for (const double at : {-9.0, -6.0, -4.0, -2.0, -1e-2, -1e-4, 1e-4, 1e-2}) {
        const float x = static_cast<float>(at);
        float y = 0;
        activate(GetParam().activation, 1, static_cast<float>(GetParam().a), &x, &y);
        const double value = GetParam().value(static_cast<double>(x));
        EXPECT_NEAR(y / value, 1, 5e-6) << "at " << at;
    }
}

TEST_P(KernelsActivation, isFiniteAtHugeNumbersAndKeepsNan) {
    const Curve& curve = GetParam();
    std::vector<float> x{-3e38f, -1000, -200, 200, 1000, 1e15f, std::nanf("")}, y(x.size()), dx(x.size());
    const std::vector<float> ones(x.size(), 1.0f);
    activate(curve.activation, static_cast<Index>(x.size()), static_cast<float>(curve.a), x.data(), y.data());
    activateBackward(curve.activation, static_cast<Index>(x.size()), static_cast<float>(curve.a), x.data(), ones.data(),
                     dx.data());
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
        EXPECT_TRUE(std::isfinite(y[i])) << x[i];
        EXPECT_TRUE(std::isfinite(dx[i])) << x[i];
        EXPECT_GE(dx[i], -1e-6f) << x[i];
        EXPECT_LE(dx[i], 1.1f) << x[i];
        if (x[i] > 0) {
            EXPECT_NEAR(y[i] / x[i], curve.value(1e6) / 1e6, 1e-5) << x[i];
        }
    }
    EXPECT_TRUE(std::isnan(y.back()));
    EXPECT_TRUE(std::isnan(dx.back()));
}

TEST(KernelsHardmax, takesTheFirstOfEqualNumbers) {
    const std::vector<float> x{1, 3, 3, -2, -1, -1, 5, 0, 4};
    std::vector<float> y(x.size());
    hardmax(3, 3, x.data(), y.data());
    EXPECT_EQ(y, (std::vector<float>{0, 1, 0, 0, 1, 0, 1, 0, 0}));
}

TEST(KernelsHardmax, letsNoGradientThrough) {
    const autograd::Variable x(Tensor::full({2, 3}, 1), true);
    EXPECT_FALSE(autograd::hardmax(x).requiresGrad());
}

TEST(KernelsPrelu, ofManyRowsIsThePlainLoop) {
    // Enough numbers for several pieces and threads, and a number of channels that no vector divides.
    constexpr Index n = 9'001, c = 13;
    std::vector<float> slope(c), wanted(c);
    Tensor x = Tensor::empty({n, c}), dy = Tensor::empty({n, c}), y = Tensor::empty({n, c}), sums = Tensor::empty({c});
    Random random(3, "prelu");
    for (auto* tensor : {&x, &dy})
        for (float& value : tensor->values<float>()) value = static_cast<float>(random.normal());
    for (Index k = 0; k < c; ++k) slope[static_cast<std::size_t>(k)] = 0.1f * static_cast<float>(k) - 0.3f;
    prelu(n, c, x.data<float>(), slope.data(), y.data<float>());
    preluBackwardSlope(n, c, x.data<float>(), dy.data<float>(), sums.data<float>());
    for (Index i = 0; i < n * c; ++i) {
        const float value = x.data<float>()[i];
        const auto k = static_cast<std::size_t>(i % c);
        ASSERT_EQ(y.data<float>()[i], value > 0 ? value : slope[k] * value);
        if (value <= 0) wanted[k] += value * dy.data<float>()[i];
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) EXPECT_NEAR(sums.data<float>()[k], wanted[k], 0.01);
}

}  // namespace
}  // namespace perceptarium::kernels
