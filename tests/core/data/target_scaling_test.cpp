// Targets of numbers: standardized for training by the training part, and turned back for people.
#include "data/target_scaling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "data/prepare.h"

namespace perceptarium::data {
namespace {

DatasetPtr numbers(const std::vector<float>& y, std::int64_t width, bool standardize = true) {
    DatasetInfo info;
    info.name = "numbers";
    info.target = TargetKind::Number;
    info.standardizeTargets = standardize;
    for (std::int64_t k = 0; k < width; ++k) info.targets.push_back("t" + std::to_string(k));
    const std::int64_t n = static_cast<std::int64_t>(y.size()) / width;
    return std::make_shared<MemoryDataset>(info, Tensor::zeros({n, 1}), Tensor::of<float>({n, width}, y));
}

TEST(TargetScaling, isFittedOnTheTrainingPartOnly) {
    const auto fitted = fitTargetScaling(*numbers({10, 1, 20, 3, 999, -999}, 2), {0, 1}, {});
    ASSERT_TRUE(fitted);
    EXPECT_EQ(fitted->mean, (std::vector<double>{15, 2}));
    EXPECT_EQ(fitted->deviation, (std::vector<double>{5, 1}));
}

TEST(TargetScaling, keepsItsDigitsFarFromZero) {
    std::vector<float> years;
    for (int i = 0; i < 1000; ++i) years.push_back(static_cast<float>(2000 + i % 2));
    std::vector<std::int64_t> all(1000);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::int64_t>(i);
    const auto fitted = fitTargetScaling(*numbers(years, 1), all, {});
    ASSERT_TRUE(fitted);
    EXPECT_NEAR(fitted->mean[0], 2000.5, 1e-9);
    EXPECT_NEAR(fitted->deviation[0], 0.5, 1e-9);
}

TEST(TargetScaling, thereAndBackIsTheSameNumber) {
    const TargetScaling scaling{{200000, -3}, {115000, 0.5}};
    const std::vector<float> own{14999, -2.25f, 500001, -3};
    Tensor y = Tensor::of<float>({2, 2}, own);
    scaling.standardize(y);
    EXPECT_NEAR(y.at(0), (14999.0 - 200000) / 115000, 1e-6);
    EXPECT_NEAR(y.at(1), 1.5, 1e-6);
    const Tensor back = scaling.inOwnUnits(y);
    for (std::int64_t i = 0; i < 4; ++i) EXPECT_NEAR(back.at(i), own[static_cast<std::size_t>(i)], 1e-6 * 200000) << i;
    EXPECT_NEAR(scaling.inOwnUnits(y.cast(DType::F64)).at(3), -3, 1e-9);
}

TEST(TargetScaling, aNumberThatNeverChangesIsOnlyMoved) {
    const auto fitted = fitTargetScaling(*numbers({0.1f, 0.1f, 0.1f}, 1), {0, 1, 2}, {});
    ASSERT_TRUE(fitted);
    EXPECT_EQ(fitted->deviation[0], 1);
    Tensor y = Tensor::of<float>({1, 1}, std::vector<float>{0.1f});
    fitted->standardize(y);
    EXPECT_EQ(y.at(0), 0);
}

TEST(TargetScaling, isNothingWhereTheSetDoesNotAskForIt) {
    EXPECT_TRUE(fitTargetScaling(*numbers({1, 2, 3}, 1, false), {0, 1, 2}, {})->identity());
    Tensor y = Tensor::of<float>({1, 1}, std::vector<float>{7});
    TargetScaling{}.standardize(y);
    EXPECT_EQ(y.at(0), 7);
    EXPECT_EQ(TargetScaling{}.inOwnUnits(y).bytes(), y.bytes()) << "no copy";
}

TEST(TargetScaling, preparedDataGiveStandardizedTargetsAndSayIt) {
    std::vector<float> prices;
    for (int i = 0; i < 100; ++i) prices.push_back(static_cast<float>(1000 + 10 * i));
    const auto prepared = prepare(numbers(prices, 1), DataSettings{}, {});
    ASSERT_TRUE(prepared) << prepared.error().message();
    Tensor x, y;
    ASSERT_TRUE((*prepared)->read((*prepared)->split.train, x, y));
    double sum = 0, squares = 0;
    for (const float value : y.values<float>()) sum += value, squares += value * value;
    EXPECT_NEAR(sum / static_cast<double>(y.elements()), 0, 1e-6);
    EXPECT_NEAR(squares / static_cast<double>(y.elements()), 1, 1e-6);
    ASSERT_TRUE((*prepared)->dataset->read((*prepared)->split.dev, x, y));
    EXPECT_EQ(y.at(0), prices[static_cast<std::size_t>((*prepared)->split.dev[0])]) << "the set itself stays as it is";
    EXPECT_THAT((*prepared)->notes().back(), testing::HasSubstr("t0 is standardized"));
}

}  // namespace
}  // namespace perceptarium::data
