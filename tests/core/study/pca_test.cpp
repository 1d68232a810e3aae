// PCA against numpy.linalg.svd (recorded; the points are a formula, so the record can be made again).
#include "study/pca.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/random.h"

namespace perceptarium::study {
namespace {

Tensor points(std::int64_t n, std::int64_t d) {
    Tensor x = Tensor::empty({n, d});
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = 0; j < d; ++j)
            x.data<float>()[i * d + j] =
                static_cast<float>(std::sin(0.37 * static_cast<double>(i * (j + 1))) * static_cast<double>(d - j) +
                                   std::cos(0.11 * static_cast<double>(i) + static_cast<double>(j)));
    return x;
}

TEST(Pca, GivesWhatNumpyGivesForMoreRowsThanColumns) {
    const Pca result = pca(points(40, 6), 3);
    const double variances[] = {20.706301954529106, 12.937777504329969, 8.23719630724158};
    const double shares[] = {0.41509465262105544, 0.2593607622762249, 0.16512925133780332};
    const double components[] = {0.9678876357422141,     0.2333958973189333,    -0.03743097791730122,
                                 -0.0693241012276447,    -0.050127922491957216, -0.0004024423079754861,
                                 -0.22101984387974138,   0.9458892903650425,    0.23343051899207348,
                                 -0.0015610907594297112, -0.03539683182522587,  -0.026429133159452934};
    const double scores[] = {0.8869942311698301, 0.46702136174918535, -0.48640640953234066,
                             3.3077008572140705, 3.801403181909703,   2.8341718729121355};
    ASSERT_EQ(result.variances.size(), 3u);
    for (int i = 0; i < 3; ++i) {
        EXPECT_NEAR(result.variances[static_cast<std::size_t>(i)], variances[i], 1e-4);
        EXPECT_NEAR(result.shares[static_cast<std::size_t>(i)], shares[i], 1e-5);
    }
    for (int i = 0; i < 12; ++i) EXPECT_NEAR(result.components.at(i), components[i], 1e-5) << i;
    for (int i = 0; i < 6; ++i) EXPECT_NEAR(result.scores.at(i), scores[i], 1e-4) << i;
}

TEST(Pca, GivesWhatNumpyGivesForFewerRowsThanColumns) {
    const Pca result = pca(points(5, 12), 3);
    const double variances[] = {101.85678729395855, 72.31771089411623, 49.490767317159445};
    const double scores[] = {0.3555594747425233, 1.707937875152449, 0.08139356697170472,
                             11.431849315696399, 8.498631225414403, 5.309231472349029};
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(result.variances[static_cast<std::size_t>(i)], variances[i], 1e-3);
    for (int i = 0; i < 6; ++i) EXPECT_NEAR(result.scores.at(i), scores[i], 1e-4) << i;
}

TEST(Pca, LargeSetsTakeThePowerIterationAndStillFindTheDirections) {
    // A cloud with known axes: spread 9, 4 and 1 along e5, e100 and e7, and noise of 0.1 elsewhere.
    const std::int64_t n = 700, d = 500;
    Tensor x = Tensor::empty({n, d});
    Random random(3, "test");
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t j = 0; j < d; ++j)
            x.data<float>()[i * d + j] = static_cast<float>((j == 5     ? 9
                                                             : j == 100 ? 4
                                                             : j == 7   ? 1
                                                                        : 0.1) *
                                                                random.normal() +
                                                            2);
    const Pca result = pca(x, 3);
    const std::int64_t axes[] = {5, 100, 7};
    const double variances[] = {81, 16, 1};
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_GT(result.components.at(static_cast<std::int64_t>(k) * d + axes[k]), 0.98);
        EXPECT_NEAR(result.variances[k] / variances[k], 1, 0.15);
    }
    double norm = 0, cross = 0;
    for (std::int64_t j = 0; j < d; ++j) {
        norm += result.components.at(j) * result.components.at(j);
        cross += result.components.at(j) * result.components.at(d + j);
    }
    EXPECT_NEAR(norm, 1, 1e-5);
    EXPECT_NEAR(cross, 0, 1e-5);
    EXPECT_TRUE(pca(x, 3).scores.identical(result.scores));
}

TEST(Pca, PointsWithoutAnySpreadGiveZerosAndNothingThatIsNotANumber) {
    const Pca result = pca(Tensor::full({4, 3}, 2.5), 2);
    for (std::int64_t i = 0; i < result.scores.elements(); ++i) EXPECT_EQ(result.scores.at(i), 0);
    EXPECT_EQ(result.shares[0], 0);
    const Pca single = pca(Tensor::full({1, 3}, 1), 2);
    EXPECT_EQ(single.scores.shape(), (Shape{1, 1}));
    EXPECT_EQ(single.scores.at(0), 0);
}

}  // namespace
}  // namespace perceptarium::study
