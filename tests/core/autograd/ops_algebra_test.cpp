// Laws of the general operations that hold for any input: identities, inverses, edges.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "autograd/ops.h"
#include "core/support/random_tensor.h"
#include "kernels/thread_pool.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

Variable data(Shape shape, std::vector<float> values) {
    return Variable(Tensor::of<float>(std::move(shape), values), true);
}
Variable random(Shape shape, std::uint64_t seed) { return Variable(randomTensor(std::move(shape), seed), true); }
void expectIdentical(const Variable& a, const Variable& b) {
    EXPECT_EQ(a.shape(), b.shape());
    EXPECT_TRUE(a.value().identical(b.value()));
}
std::vector<double> listOf(const Tensor& tensor) {
    std::vector<double> list;
    for (std::int64_t i = 0; i < tensor.elements(); ++i) list.push_back(tensor.at(i));
    return list;
}

TEST(Broadcasting, followsNumPysRule) {
    EXPECT_EQ(add(random({3, 1, 4}, 1), random({2, 1}, 2)).shape(), (Shape{3, 2, 4}));
    EXPECT_EQ(add(random({}, 1), random({2, 3}, 2)).shape(), (Shape{2, 3}));
    EXPECT_EQ(add(random({0, 3}, 1), random({3}, 2)).shape(), (Shape{0, 3}));
    EXPECT_EQ(add(random({1, 3}, 1), random({0, 1}, 2)).shape(), (Shape{0, 3}));
    EXPECT_THROW((void)add(random({3}, 1), random({4}, 2)), InternalError);
    EXPECT_THROW((void)add(random({2, 3}, 1), random({2}, 2)), InternalError);
    EXPECT_THROW((void)add(random({2}, 1), Variable(randomTensor({2}, 1, DType::F64))), InternalError);
}

TEST(Broadcasting, isTheSameAsRepeatingFirst) {
    // Long rows, short rows, several axes, more than one piece of work.
    for (const auto& [a, b] : {std::pair<Shape, Shape>{{300, 700}, {700}},
                               {{300, 700}, {300, 1}},
                               {{5, 1, 9, 3}, {7, 1, 3}},
                               {{2, 3}, {}},
                               {{40, 1, 60, 1}, {1, 50, 1, 3}},
                               {{1, 5}, {200000, 1}}}) {
        const Variable x = random(a, 1), y = random(b, 2);
        const Variable z = multiply(x, y);
        expectIdentical(z, multiply(broadcastTo(x, z.shape()), broadcastTo(y, z.shape())));
    }
}

TEST(Arithmetic, undoesItself) {
    const Variable x = random({4, 5}, 1), y = add(square(random({5}, 2)), Variable(Tensor::full({}, 0.5)));
    const auto near = [&](const Variable& found) {
        for (std::int64_t i = 0; i < x.value().elements(); ++i)
            EXPECT_NEAR(found.value().at(i), x.value().at(i), 1e-5 * (1 + std::abs(x.value().at(i))));
    };
    near(subtract(add(x, y), y));
    near(multiply(divide(x, y), y));
    near(log(exp(x)));
    near(negate(negate(x)));
    near(multiply(reciprocal(divide(y, x)), y));
    expectIdentical(maximum(x, x), x);
    expectIdentical(add(minimum(x, y), maximum(x, y)), add(maximum(x, y), minimum(x, y)));
}

TEST(Functions, extremesAndNan) {
    const auto at = [](const Variable& y) { return y.value().values<float>(); };
    const Variable x = data({5}, {-1000, -kInfinity, 1000, kInfinity, kNan});
    const Variable e = exp(x);
    EXPECT_EQ(at(e)[0], 0);
    EXPECT_EQ(at(e)[1], 0);
    EXPECT_EQ(at(e)[2], kInfinity);
    EXPECT_EQ(at(e)[3], kInfinity);
    EXPECT_TRUE(std::isnan(at(e)[4]));
    const Variable l = log(data({4}, {0, -1, kInfinity, kNan}));
    EXPECT_EQ(at(l)[0], -kInfinity);
    EXPECT_TRUE(std::isnan(at(l)[1]));
    EXPECT_EQ(at(l)[2], kInfinity);
    EXPECT_TRUE(std::isnan(at(l)[3]));
    EXPECT_TRUE(std::isnan(at(maximum(data({1}, {kNan}), data({1}, {1})))[0]));
    EXPECT_TRUE(std::isnan(at(maximum(data({1}, {1}), data({1}, {kNan})))[0]));
    EXPECT_TRUE(std::isnan(at(clip(data({1}, {kNan}), -1, 1))[0]));
    for (int place = 0; place < 40; ++place) {  // wherever the vectors of a row begin and end
        std::vector<float> values(40, 1);
        values[static_cast<std::size_t>(place)] = kNan;
        EXPECT_TRUE(std::isnan(at(max(data({40}, values)))[0])) << place;
        EXPECT_TRUE(std::isnan(at(min(data({40, 1}, values), {0}))[0])) << place;
    }
}

TEST(Functions, expAndLogAreAccurateOverTheirRange) {
    std::vector<float> values;
    for (float x = -87; x < 88.7f; x += 0.0137f) values.push_back(x);
    const auto n = static_cast<std::int64_t>(values.size());
    const Variable e = exp(data({n}, values)), l = log(e);
    for (std::int64_t i = 0; i < n; ++i) {
        const double exact = std::exp(static_cast<double>(values[static_cast<std::size_t>(i)]));
        EXPECT_NEAR(e.value().at(i), exact, 1e-6 * exact) << values[static_cast<std::size_t>(i)];
        const double logarithm = std::log(e.value().at(i));
        EXPECT_NEAR(l.value().at(i), logarithm, 2e-7 * (std::abs(logarithm) + 1e-2))
            << values[static_cast<std::size_t>(i)];
    }
}

TEST(Masks, answerAndCombine) {
    const Tensor a = Tensor::of<float>({4}, std::vector<float>{1, 2, 3, kNan}), b = Tensor::full({}, 2);
    EXPECT_EQ(listOf(less(a, b)), (std::vector<double>{1, 0, 0, 0}));
    EXPECT_EQ(listOf(lessEqual(a, b)), (std::vector<double>{1, 1, 0, 0}));
    EXPECT_EQ(listOf(greater(a, b)), (std::vector<double>{0, 0, 1, 0}));
    EXPECT_EQ(listOf(greaterEqual(a, b)), (std::vector<double>{0, 1, 1, 0}));
    EXPECT_EQ(listOf(equal(a, b)), (std::vector<double>{0, 1, 0, 0}));
    EXPECT_EQ(listOf(notEqual(a, b)), (std::vector<double>{1, 0, 1, 1}));
    const Tensor ids = Tensor::of<std::int32_t>({3}, std::vector<std::int32_t>{0, 7, 0});
    const Tensor real = notEqual(ids, Tensor::zeros({}, DType::I32));
    EXPECT_EQ(listOf(real), (std::vector<double>{0, 1, 0}));
    EXPECT_EQ(listOf(opposite(real)), (std::vector<double>{1, 0, 1}));
    EXPECT_EQ(listOf(both(ids, real)), (std::vector<double>{0, 1, 0}));
    EXPECT_EQ(listOf(either(real, opposite(real))), (std::vector<double>{1, 1, 1}));
    // What is not chosen does not matter, however bad.
    const Variable chosen = where(real, data({3}, {kNan, 5, kInfinity}), data({}, {0}));
    EXPECT_EQ(listOf(chosen.value()), (std::vector<double>{0, 5, 0}));
}

TEST(Reductions, agreeWithEachOther) {
    const Variable x = random({3, 4, 5, 6}, 1);
    expectIdentical(sum(x, {0, 1, 2, 3}, true), reshape(sum(x, {}, false), Shape{1, 1, 1, 1}));
    for (const std::vector<int>& axes : {std::vector<int>{0}, {1}, {3}, {0, 1}, {1, 3}, {0, 2}, {0, 3}, {-2, -1}}) {
        const Variable greatest = max(x, axes), least = negate(min(negate(x), axes));
        expectIdentical(greatest, least);
        const Variable direct = sum(x, axes);
        Variable stepwise = x;
        for (const int axis : axes) stepwise = sum(stepwise, {axis}, true);
        ASSERT_EQ(direct.value().elements(), stepwise.value().elements());
        for (std::int64_t i = 0; i < direct.value().elements(); ++i)
            EXPECT_NEAR(direct.value().at(i), stepwise.value().at(i), 2e-5);
    }
    const Tensor places = argmax(x.value(), 2);
    EXPECT_EQ(places.shape(), (Shape{3, 4, 6}));
    const Tensor maxima = max(x, {2}).value();
    for (std::int64_t i = 0; i < 12; ++i)
        for (std::int64_t k = 0; k < 6; ++k)
            EXPECT_EQ(x.value().at((i * 5 + static_cast<std::int64_t>(places.at(i * 6 + k))) * 6 + k),
                      maxima.at(i * 6 + k));
}

TEST(Reductions, longSumsKeepTheirDigits) {
    // A running f32 sum of ten million tenths is off by thousands.
    const Variable x(Tensor::full({2, 5'000'000}, 0.1));
    EXPECT_NEAR(sum(x, {1}).value().at(1), 500'000, 1);
    EXPECT_NEAR(mean(x, {0, 1}).value().at(0), 0.1, 1e-6);
}

TEST(Shapes, everyOrderHasAnInverse) {
    for (const Shape& shape : {Shape{3, 5, 2, 4}, Shape{33, 1, 47, 20}, Shape{64, 3, 17, 1}}) {
        const Variable x = random(shape, 1);
        for (const std::vector<int>& order :
             {std::vector<int>{3, 2, 1, 0}, {0, 2, 1, 3}, {1, 0, 3, 2}, {2, 3, 0, 1}, {3, 0, 1, 2}, {0, 1, 3, 2}}) {
            std::vector<int> back(4);
            for (int i = 0; i < 4; ++i) back[static_cast<std::size_t>(order[static_cast<std::size_t>(i)])] = i;
            const Variable y = permute(x, order);
            for (int i = 0; i < 4; ++i) EXPECT_EQ(y.shape()[i], shape[order[static_cast<std::size_t>(i)]]);
            expectIdentical(permute(y, back), x);
            EXPECT_FALSE(y.shape() == x.shape() && y.value().identical(x.value()));
        }
        expectIdentical(transpose(transpose(x, 0, 2), 2, 0), x);
        expectIdentical(flip(flip(x, {0, 2}), {2, 0}), x);
        expectIdentical(unsqueeze(squeeze(unsqueeze(x, 2), 2), -5).shape().rank() == 5 ? x : Variable(), x);
    }
    // Whole numbers move, too.
    const Variable ids(Tensor::of<std::int32_t>({2, 3}, std::vector<std::int32_t>{1, 2, 3, 4, 5, -6}));
    EXPECT_EQ(listOf(transpose(ids, 0, 1).value()), (std::vector<double>{1, 4, 2, 5, 3, -6}));
}

TEST(Shapes, partsMakeTheWhole) {
    const Variable x = random({4, 6, 5}, 1);
    for (const int axis : {0, 1, 2, -1, -2}) {
        const std::int64_t extent = x.shape()[axis];
        expectIdentical(concatenate(split(x, {1, extent - 2, 1, 0}, axis), axis), x);
        Variables slabs;
        for (std::int64_t i = 0; i < extent; ++i) slabs.push_back(squeeze(slice(x, axis, i, i + 1), axis));
        expectIdentical(stack(slabs, axis), x);
    }
    expectIdentical(slice(slice(pad(x, {1, 0, 2}, {0, 3, 1}, 7), 0, 1, 5), 2, 2, 7).shape() == Shape{4, 9, 5}
                        ? slice(slice(slice(pad(x, {1, 0, 2}, {0, 3, 1}, 7), 0, 1, 5), 2, 2, 7), 1, 0, 6)
                        : Variable(),
                    x);
    expectIdentical(slice(repeat(x, 1, 3), 1, 6, 12), x);
    expectIdentical(slice(repeatEach(x, 1, 3), 1, 1, 18, 3), x);
}

TEST(Matmul, agreesWithPlainSumsForManySizes) {
    const auto numbers = [](const Tensor& t, std::int64_t i) { return t.values<float>()[static_cast<std::size_t>(i)]; };
    std::uint64_t seed = 0;
    for (const auto& [m, n, k] : {std::array<std::int64_t, 3>{1, 1, 1},
                                  {1, 40, 3},
                                  {40, 1, 3},
                                  {3, 5, 300},
                                  {17, 33, 9},
                                  {64, 64, 32},
                                  {64, 32, 64},
                                  {130, 70, 20},
                                  {15, 31, 1},
                                  {100, 257, 65},
                                  {300, 200, 600}}) {
        for (const bool transposeA : {false, true})
            for (const bool transposeB : {false, true}) {
                const Variable a = transposeA ? random({k, m}, ++seed) : random({m, k}, ++seed);
                const Variable b = transposeB ? random({n, k}, ++seed) : random({k, n}, ++seed);
                const Tensor c = matmul(a, b, transposeA, transposeB).value();
                ASSERT_EQ(c.shape(), (Shape{m, n}));
                const std::int64_t step = m * n > 5000 ? 37 : 1;  // not every one of the large ones
                for (std::int64_t place = 0; place < m * n; place += step) {
                    const std::int64_t i = place / n, j = place % n;
                    double exact = 0, size = 0;
                    for (std::int64_t p = 0; p < k; ++p) {
                        const double term =
                            static_cast<double>(numbers(a.value(), transposeA ? p * m + i : i * k + p)) *
                            static_cast<double>(numbers(b.value(), transposeB ? j * k + p : p * n + j));
                        exact += term;
                        size += std::abs(term);
                    }
                    ASSERT_NEAR(c.at(place), exact, 1e-6 * size + 1e-7)
                        << m << "×" << n << "×" << k << (transposeA ? " Aᵀ" : "") << (transposeB ? " Bᵀ" : "") << " at "
                        << i << ", " << j;
                }
            }
    }
}

TEST(Matmul, aBatchIsManyProducts) {
    const Variable a = random({3, 1, 20, 30}, 1), b = random({2, 30, 40}, 2);
    const Variable c = matmul(a, b);
    ASSERT_EQ(c.shape(), (Shape{3, 2, 20, 40}));
    for (std::int64_t i = 0; i < 3; ++i)
        for (std::int64_t j = 0; j < 2; ++j)
            expectIdentical(reshape(slice(slice(c, 0, i, i + 1), 1, j, j + 1), {20, 40}),
                            matmul(reshape(slice(a, 0, i, i + 1), {20, 30}), reshape(slice(b, 0, j, j + 1), {30, 40})));
}

TEST(Matmul, threadsDoNotChangeTheResult) {
    const Variable a = random({300, 500}, 1), b = random({500, 400}, 2);
    kernels::setThreads(1);
    const Variable one = matmul(a, b);
    kernels::setThreads(2);
    expectIdentical(matmul(a, b), one);
    kernels::setThreads(0);
}

TEST(LookUps, takeAndReturn) {
    const Variable x = random({5, 3}, 1);
    const Tensor ids = Tensor::of<std::int32_t>({2, 2}, std::vector<std::int32_t>{4, 0, 0, 3});
    const Variable y = indexSelect(x, ids);
    EXPECT_EQ(y.shape(), (Shape{2, 2, 3}));
    EXPECT_EQ(y.value().at(3), x.value().at(0));
    expectIdentical(y, embedding(ids, x));
    expectIdentical(indexSelect(x, argmax(x.value(), 0), 0).shape() == Shape{3, 3}
                        ? gather(x, reshape(Variable(argmax(x.value(), 0)), {1, 3}).value(), 0)
                        : x,
                    max(x, {0}, true));
    // A product with one-hot rows is a look-up.
    const Variable byProduct = matmul(Variable(oneHot(ids, 5)), x);
    for (std::int64_t i = 0; i < y.value().elements(); ++i)
        EXPECT_FLOAT_EQ(byProduct.value().values<float>()[static_cast<std::size_t>(i)],
                        y.value().values<float>()[static_cast<std::size_t>(i)]);
    backward(sum(y));
    EXPECT_EQ(listOf(x.grad()), (std::vector<double>{2, 2, 2, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}));
    EXPECT_THROW((void)indexSelect(x, Tensor::of<std::int32_t>({1}, std::vector<std::int32_t>{5})), InternalError);
    EXPECT_THROW((void)gather(x, Tensor::of<std::int32_t>({1, 3}, std::vector<std::int32_t>{0, -1, 0}), 0),
                 InternalError);
    EXPECT_THROW((void)oneHot(ids, 4), InternalError);
}

TEST(LookUps, manyIdsOfFewPlacesAddUp) {
    const Variable x = random({3, 200}, 1);
    Tensor ids = Tensor::empty({5000}, DType::I32);
    for (std::int64_t i = 0; i < 5000; ++i) ids.data<std::int32_t>()[i] = static_cast<std::int32_t>(i % 2);
    backward(sum(indexSelect(x, ids)));
    for (std::int64_t k = 0; k < 600; ++k) EXPECT_EQ(x.grad().at(k), k < 400 ? 2500 : 0);
}

TEST(SoftmaxFamily, sumsToOneAlongItsAxis) {
    const Variable x = random({3, 19, 5}, 1);
    for (const int axis : {0, 1, 2, -1}) {
        const Variable y = softmax(x, axis, 0.7);
        const Tensor ones = sum(y, {axis}).value();
        for (std::int64_t i = 0; i < ones.elements(); ++i) EXPECT_NEAR(ones.at(i), 1, 2e-6);
        const Variable l = logSoftmax(x, axis, 0.7);
        for (std::int64_t i = 0; i < y.value().elements(); ++i)
            EXPECT_NEAR(std::exp(l.value().at(i)), y.value().at(i), 1e-6);
        const Variable alternative = subtract(x, logSumExp(x, axis, true)), direct = logSoftmax(x, axis);
        for (std::int64_t i = 0; i < y.value().elements(); ++i)
            EXPECT_NEAR(alternative.value().at(i), direct.value().at(i), 3e-6);
    }
}

TEST(SoftmaxFamily, hugeLogitsAndSingleClasses) {
    const auto list = [](const Variable& y) { return listOf(y.value()); };
    const Variable x = data({2, 3}, {1000, -1000, 1000, -1000, -1000, -1000});
    EXPECT_EQ(list(softmax(x))[1], 0);
    EXPECT_FLOAT_EQ(softmax(x).value().values<float>()[3], 1.0f / 3);
    EXPECT_FLOAT_EQ(static_cast<float>(list(logSoftmax(x))[1]), -2000 - std::log(2.0f));
    EXPECT_FLOAT_EQ(logSumExp(x).value().values<float>()[1], -1000 + std::log(3.0f));
    EXPECT_EQ(list(softmax(data({2, 1}, {1000, -1000}))), (std::vector<double>{1, 1}));
    EXPECT_EQ(list(logSoftmax(data({2, 1}, {1000, -1000}))), (std::vector<double>{0, 0}));
    EXPECT_EQ(list(logSumExp(data({1, 2}, {-kInfinity, -kInfinity})))[0], -kInfinity);
    EXPECT_TRUE(std::isnan(list(softmax(data({1, 3}, {0, kNan, 1})))[0]));
    backward(sum(multiply(logSoftmax(x), random({2, 3}, 3))));
    for (const double g : listOf(x.grad())) EXPECT_TRUE(std::isfinite(g));
}

TEST(SoftmaxFamily, whatDoesNotCountGivesZeroAndGetsNothing) {
    // Lengths around the vectors' widths; numbers that do not count are the worst there are.
    for (const std::int64_t c : {1, 3, 4, 8, 15, 16, 17, 33}) {
        Variable x = random({4, c}, 1);
        Tensor mask = Tensor::zeros({4, c}, DType::I32);
        for (std::int64_t k = 0; k < c; ++k) {
            mask.data<std::int32_t>()[k] = 1;
            mask.data<std::int32_t>()[c + k] = k % 2 == 0;
            mask.data<std::int32_t>()[2 * c + k] = k == c - 1;
        }
        for (std::int64_t i = 0; i < 4 * c; ++i)
            if (mask.at(i) == 0) x.mutableValue().data<float>()[i] = i % 3 == 0 ? kNan : i % 3 == 1 ? kInfinity : 1e30f;
        for (const bool logarithm : {false, true}) {
            const Variable y = logarithm ? logSoftmax(x, 1, 1, mask) : softmax(x, 1, 1, mask);
            x.clearGrad();
            backward(sum(multiply(y, random({4, c}, 2))));
            for (std::int64_t i = 0; i < 4 * c; ++i) {
                EXPECT_TRUE(std::isfinite(y.value().at(i)) && std::isfinite(x.grad().at(i))) << c << ", " << i;
                EXPECT_TRUE(mask.at(i) != 0 || (y.value().at(i) == 0 && x.grad().at(i) == 0)) << c << ", " << i;
            }
            const Tensor totals = sum(logarithm ? exp(y) : y, {1}).value();
            const double beside = logarithm ? static_cast<double>(c / 2) : 0;  // e⁰ where nothing counts
            EXPECT_NEAR(totals.at(0), 1, 1e-6);
            EXPECT_NEAR(totals.at(1), 1 + beside, 1e-5);
            EXPECT_EQ(y.value().at(3 * c - 1), logarithm ? 0 : 1);
        }
    }
}

TEST(EmptyBatches, passThroughEveryOperation) {
    const Variable x = random({0, 4}, 1), w = random({4, 3}, 2), b = random({3}, 3);
    Variable y = add(multiply(x, random({4}, 4)), subtract(divide(x, random({1, 4}, 5)), x));
    y = maximum(minimum(y, x), exp(clip(abs(y), 0, 1)));
    y = maskedFill(where(less(y.value(), x.value()), y, x), Tensor::zeros({4}, DType::I32), 1);
    EXPECT_EQ(y.shape(), (Shape{0, 4}));
    y = linear(y, w, b);
    y = add(y, matmul(matmul(x, w), random({3, 3}, 6)));
    EXPECT_EQ(y.shape(), (Shape{0, 3}));
    EXPECT_EQ(max(y, {1}).shape(), Shape{0});
    EXPECT_EQ(argmax(y.value()).shape(), Shape{0});
    EXPECT_EQ(cumulativeSum(y, 0).shape(), (Shape{0, 3}));
    EXPECT_EQ(matmul(random({0, 5, 4}, 7), random({0, 4, 6}, 8)).shape(), (Shape{0, 5, 6}));
    EXPECT_EQ(matmul(random({2, 5, 0}, 7), random({2, 0, 6}, 8)).value().at(59), 0);
    const Tensor noIds = Tensor::empty({0}, DType::I32);
    y = add(softmax(y, 0), logSoftmax(y, 1, 2, Tensor::zeros({3}, DType::I32)));
    y = add(multiply(y, logSumExp(y, 1, true)), indexSelect(random({2, 3}, 9), noIds));
    y = scatterAdd(gather(y, Tensor::empty({0, 3}, DType::I32), 1), Tensor::empty({0, 2}, DType::I32),
                   random({0, 2}, 1));
    EXPECT_EQ(oneHot(noIds, 4).shape(), (Shape{0, 4}));
    EXPECT_EQ(norm(y, {1}).shape(), Shape{0});
    y = concatenate(
        {y, pad(flip(slice(permute(y, {1, 0}), 0, 0, 2), {1}), {0, 0}, {1, 0}).shape() == Shape{3, 0} ? y : x}, 0);
    y = repeat(stack({y, y}, 1), 2, 2);
    EXPECT_EQ(y.shape(), (Shape{0, 2, 6}));
    const Variable loss = sum(y);
    EXPECT_EQ(loss.value().at(0), 0);
    backward(loss);
    EXPECT_EQ(listOf(w.grad()), std::vector<double>(12, 0));
    EXPECT_EQ(listOf(b.grad()), std::vector<double>(3, 0));
    EXPECT_EQ(x.grad().shape(), (Shape{0, 4}));
    EXPECT_THROW((void)max(x, {0}), InternalError);
    EXPECT_THROW((void)mean(x), InternalError);
}

}  // namespace
}  // namespace perceptarium::autograd
