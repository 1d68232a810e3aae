// The learning-rate range test: rates grow evenly, the run is untouched, and the suggestion is where the loss falls
// fastest.
#include "train/range_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "small_runs.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;

TEST(RangeTest, ratesGrowByTheSameFactorAndItEndsWhereTheLossFliesOff) {
    RangeTestSettings range{1e-5, 1e5, 120};
    std::size_t told = 0;
    const auto test = testLearningRates(
        chain({{"input", {}}, {"dense", units(1)}}), line(),
        [] {
            TrainSettings settings = quick();
            settings.optimizer = "sgd";
            return settings;
        }(),
        nullptr, range, {}, [&](const RangePoint&) { ++told; });
    ASSERT_TRUE(test.has_value()) << test.error().message();
    ASSERT_GT(test->points.size(), 20u);
    EXPECT_EQ(told, test->points.size());
    EXPECT_TRUE(test->diverged);
    EXPECT_LT(test->points.size(), 120u);
    EXPECT_DOUBLE_EQ(test->points.front().learningRate, 1e-5);
    const double factor = test->points[1].learningRate / test->points[0].learningRate;
    for (std::size_t i = 2; i < test->points.size(); ++i)
        EXPECT_NEAR(test->points[i].learningRate / test->points[i - 1].learningRate, factor, 1e-9);
    // For squared errors of inputs in −1 … 1, gradient descent flies off a little above 1, and works well below.
    ASSERT_TRUE(test->suggested.has_value());
    EXPECT_GT(*test->suggested, 1e-3);
    EXPECT_LT(*test->suggested, test->lowest);
    EXPECT_LT(test->lowest, 10);
}

TEST(RangeTest, startsFromTheStateAndLeavesTheRunAlone) {
    const auto t = trainer(statefulNet(), points(), quick(5));
    run(*t, 11);
    const State before = t->state();
    const auto test = testLearningRates(statefulNet(), points(), quick(5), &before, {1e-6, 1, 30});
    ASSERT_TRUE(test.has_value()) << test.error().message();
    expectSame(t->state(), before);
    // The first batch is the next one of the run, seen with its weights.
    const auto next = t->step();
    EXPECT_EQ(test->points.front().loss, next->loss);
    const auto again = testLearningRates(statefulNet(), points(), quick(5), &before, {1e-6, 1, 30});
    for (std::size_t i = 0; i < test->points.size(); ++i) EXPECT_EQ(again->points[i].loss, test->points[i].loss);
}

TEST(RangeTest, goesBeyondTheEndOfAnEpochAndOfTheRun) {
    TrainSettings settings = quick(1);
    settings.schedule = "one-cycle";
    settings.patience = 1;
    const auto test = testLearningRates(statefulNet(), points(), settings, nullptr, {1e-6, 1e-3, 40});
    ASSERT_TRUE(test.has_value());
    EXPECT_EQ(test->points.size(), 40u);
    EXPECT_DOUBLE_EQ(test->points.front().learningRate, 1e-6) << "no schedule";
}

TEST(RangeTest, isCancelled) {
    std::stop_source source;
    int steps = 0;
    const auto test = testLearningRates(statefulNet(), points(), quick(), nullptr, {1e-6, 1e-3, 40}, source.get_token(),
                                        [&](const RangePoint&) {
                                            if (++steps == 3) source.request_stop();
                                        });
    EXPECT_FALSE(test.has_value());
    EXPECT_EQ(steps, 3);
}

TEST(RangeTest, theSteepestPlaceIsFoundOnAKnownCurve) {
    std::vector<RangePoint> points;
    for (int i = 0; i <= 100; ++i) {
        const double x = -6 + 0.06 * i;  // log₁₀ α
        const double falls = 1 / (1 + std::exp((x + 3) * 4)), rises = std::exp((x + 0.5) * 6);
        points.push_back({std::pow(10, x), falls + rises, falls + rises});
    }
    const auto found = steepestDescent(points);
    ASSERT_TRUE(found.has_value());
    EXPECT_NEAR(std::log10(*found), -3, 0.1);
    auto rising = points;
    for (auto& point : rising) point.smoothed = point.loss = point.learningRate;
    EXPECT_FALSE(steepestDescent(rising).has_value());
    auto noisy = points;  // the same fall, hidden in noise that is as large
    for (std::size_t i = 0; i < noisy.size(); ++i) noisy[i].loss += i % 2 ? 1 : -1;
    EXPECT_FALSE(steepestDescent(noisy).has_value());
}

TEST(RangeTest, aTrainedNetSuggestsNothing) {
    const auto net = chain({{"input", {}}, {"dense", units(1)}});
    TrainSettings settings = quick(500);
    settings.l2 = 0;
    const auto t = trainer(net, points(), settings);
    run(*t, 3000);
    const State trained = t->state();
    const auto test = testLearningRates(net, points(), settings, &trained, {1e-6, 10, 100});
    ASSERT_TRUE(test.has_value());
    EXPECT_FALSE(test->suggested.has_value()) << *test->suggested;
    const auto fresh = testLearningRates(net, points(), settings, nullptr, {1e-6, 10, 100});
    ASSERT_TRUE(fresh->suggested.has_value());
    EXPECT_GT(*fresh->suggested, 1e-4);
    EXPECT_LT(*fresh->suggested, 10);
}

TEST(RangeTest, settingsAreChecked) {
    EXPECT_FALSE(rangeTestSettings({{"from", 0.0}}).has_value());
    EXPECT_FALSE(rangeTestSettings({{"from", 1.0}, {"to", 0.5}}).has_value());
    EXPECT_FALSE(rangeTestSettings({{"steps", std::int64_t{3}}}).has_value());
    const auto standard = rangeTestSettings(Settings{});
    ASSERT_TRUE(standard.has_value());
    EXPECT_EQ(standard->steps, RangeTestSettings().steps);
}

}  // namespace
}  // namespace perceptarium::train
