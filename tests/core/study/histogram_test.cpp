// Histograms: every number in exactly one bin, limits that are round, nothing lost that is not finite.
#include "study/histogram.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "core/support/random_tensor.h"

namespace perceptarium::study {
namespace {

TEST(Histogram, countsEveryNumberOnce) {
    const Tensor x = tests::randomTensor({5000}, 3);
    const Histogram histogram = histogramOf(x.values<float>(), 40);
    EXPECT_EQ(histogram.counts.size(), 40u);
    EXPECT_EQ(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::int64_t{0}), 5000);
    EXPECT_EQ(histogram.low, -histogram.high);
    EXPECT_GE(histogram.high, histogram.maximum);
    EXPECT_NEAR(histogram.mean, 0, 0.05);
    EXPECT_NEAR(histogram.deviation, 1, 0.05);
}

TEST(Histogram, limitsAreRoundAndBeginAtZeroWhereNothingIsNegative) {
    const Histogram histogram = histogramOf(std::vector<float>{0, 0, 0.0022f, 0.0013f}, 10);
    EXPECT_EQ(histogram.low, 0);
    EXPECT_NEAR(histogram.high, 0.003, 1e-12);
    EXPECT_EQ(histogram.zeros, 2);
    EXPECT_EQ(histogram.counts[0], 2);
    EXPECT_EQ(histogram.counts[7], 1);
}

TEST(Histogram, whatIsNotFiniteIsCountedApart) {
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
    const Histogram histogram = histogramOf(std::vector<float>{1, nan, infinity, -1}, 4);
    EXPECT_EQ(histogram.total, 2);
    EXPECT_EQ(histogram.notFinite, 2);
    EXPECT_EQ(histogram.mean, 0);
    const Histogram nothing = histogramOf({}, 4);
    EXPECT_EQ(nothing.total, 0);
    EXPECT_EQ(nothing.counts.size(), 4u);
}

}  // namespace
}  // namespace perceptarium::study
