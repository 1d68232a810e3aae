// Normalization: fitted on the training part and nothing else, exact for awkward columns, undone by nobody.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "base/random.h"
#include "data/prepare.h"

namespace perceptarium::data {
namespace {

DatasetPtr rows(const std::vector<std::vector<float>>& values) {
    const auto n = static_cast<std::int64_t>(values.size()), d = static_cast<std::int64_t>(values[0].size());
    Tensor x = Tensor::empty({n, d}), y = Tensor::zeros({n}, DType::I32);
    for (std::int64_t i = 0; i < n; ++i)
        std::copy(values[static_cast<std::size_t>(i)].begin(), values[static_cast<std::size_t>(i)].end(),
                  x.data<float>() + i * d);
    DatasetInfo info;
    info.form = InputForm::Row;
    info.classes = {"a", "b"};
    return std::make_shared<MemoryDataset>(info, x, y);
}

std::vector<std::int64_t> firstOf(std::int64_t n) {
    std::vector<std::int64_t> all(static_cast<std::size_t>(n));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

TEST(Normalization, UsesTheTrainingPartOnly) {
    const auto set = rows({{0, 10}, {2, 10}, {4, 40}, {1000, -1000}});
    const std::vector<std::int64_t> train = {0, 1, 2};
    const auto fitted = fitNormalization(*set, train, "standardize", {});
    ASSERT_TRUE(fitted.has_value());
    EXPECT_FLOAT_EQ(fitted->shift.data<float>()[0], 2);
    EXPECT_FLOAT_EQ(fitted->shift.data<float>()[1], 20);
    EXPECT_FLOAT_EQ(fitted->scale.data<float>()[0], static_cast<float>(1 / std::sqrt(8.0 / 3)));
    Tensor x, y;
    ASSERT_TRUE(set->read(train, x, y).has_value());
    fitted->apply(x);
    for (int c = 0; c < 2; ++c) {
        double mean = 0, square = 0;
        for (int i = 0; i < 3; ++i) {
            mean += x.at(2 * i + c) / 3;
            square += x.at(2 * i + c) * x.at(2 * i + c) / 3;
        }
        EXPECT_NEAR(mean, 0, 1e-6);
        EXPECT_NEAR(square, 1, 1e-6);
    }
}

TEST(Normalization, ScaleBringsTheTrainingRangeToOne) {
    const auto fitted = fitNormalization(*rows({{-5, 3}, {15, 3}, {100, 3}}), {0, 1}, "scale", {});
    ASSERT_TRUE(fitted.has_value());
    EXPECT_FLOAT_EQ(fitted->shift.data<float>()[0], -5);
    EXPECT_FLOAT_EQ(fitted->scale.data<float>()[0], 0.05f);
    EXPECT_FLOAT_EQ(fitted->scale.data<float>()[1], 1);  // a constant column has no range
}

TEST(Normalization, AConstantColumnBecomesZeroAndALargeOffsetKeepsItsDigits) {
    const auto set = rows({{7, 16777210}, {7, 16777212}, {7, 16777214}});
    const auto fitted = fitNormalization(*set, firstOf(3), "standardize", {});
    Tensor x, y;
    ASSERT_TRUE(set->read(firstOf(3), x, y).has_value());
    fitted->apply(x);
    EXPECT_EQ(x.at(0), 0);
    EXPECT_NEAR(x.at(1), -std::sqrt(1.5), 1e-5);
    EXPECT_NEAR(x.at(3), 0, 1e-5);
}

TEST(Normalization, OfPicturesIsPerChannelAndMatchesAPlainLoop) {
    for (const std::int64_t channels : {1, 3}) {
        const std::int64_t n = 50, side = 13;
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(n * side * side * channels));
        Random random(1, "pixels");
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] = static_cast<std::uint8_t>(random.below(40 + 60 * (i % static_cast<std::size_t>(channels))));
        DatasetInfo info;
        info.form = InputForm::Picture;
        const MemoryDataset set(info, pixels, {side, side, channels}, Tensor::zeros({n}, DType::I32));
        const auto fitted = fitNormalization(set, firstOf(n), "standardize", {});
        ASSERT_TRUE(fitted.has_value());
        for (std::int64_t c = 0; c < channels; ++c) {
            double sum = 0, squares = 0, count = 0;
            for (std::size_t i = static_cast<std::size_t>(c); i < pixels.size();
                 i += static_cast<std::size_t>(channels)) {
                sum += pixels[i];
                squares += static_cast<double>(pixels[i]) * pixels[i];
                ++count;
            }
            const double mean = sum / count;
            EXPECT_NEAR(fitted->shift.at(c), mean, 1e-4);
            EXPECT_NEAR(fitted->scale.at(c), 1 / std::sqrt(squares / count - mean * mean), 1e-6);
        }
        Tensor x, y;
        ASSERT_TRUE(set.read(firstOf(n), x, y).has_value());
        const Tensor raw = x.clone();
        fitted->apply(x);
        for (std::int64_t i = 0; i < x.elements(); ++i)
            ASSERT_FLOAT_EQ(x.data<float>()[i], (raw.data<float>()[i] - fitted->shift.data<float>()[i % channels]) *
                                                    fitted->scale.data<float>()[i % channels]);
    }
}

TEST(Normalization, WordIdsAreLeftAlone) {
    DatasetInfo info;
    info.form = InputForm::Text;
    info.vocabulary = {"", "(unknown)", "word"};
    const MemoryDataset set(info, Tensor::zeros({4, 5}, DType::I32), Tensor::zeros({4}, DType::I32));
    const auto fitted = fitNormalization(set, firstOf(4), "standardize", {});
    ASSERT_TRUE(fitted.has_value());
    EXPECT_TRUE(fitted->identity());
    EXPECT_EQ(set.info().input.vocabulary, 3);
}

TEST(Normalization, AnUnknownKindIsNamed) {
    const auto fitted = fitNormalization(*rows({{1}}), {0}, "whiten", {});
    ASSERT_FALSE(fitted.has_value());
    EXPECT_EQ(fitted.error().found, "whiten");
}

}  // namespace
}  // namespace perceptarium::data
