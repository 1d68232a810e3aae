// t-SNE: the affinities are a distribution, the divergence falls, groups stay together, the same seed gives the same
// map.
#include "study/tsne.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "base/random.h"
#include "kernels/dispatch.h"

namespace perceptarium::study {
namespace {

/// `groups` clouds of `each` points in 10 dimensions, 8 apart with a spread of 1.
Tensor clouds(std::int64_t groups, std::int64_t each) {
    constexpr std::int64_t d = 10;
    Tensor x = Tensor::empty({groups * each, d});
    Random random(5, "clouds");
    for (std::int64_t i = 0; i < groups * each; ++i)
        for (std::int64_t j = 0; j < d; ++j)
            x.data<float>()[i * d + j] = static_cast<float>(random.normal() + (j == i % groups ? 8 : 0));
    return x;
}

/// The share of points whose nearest neighbour on the map is of the same group.
double kept(const Tensor& map, std::int64_t groups) {
    const std::int64_t n = map.shape()[0];
    std::int64_t right = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        double nearest = 1e300;
        std::int64_t who = -1;
        for (std::int64_t j = 0; j < n; ++j) {
            const double dx = map.at(2 * i) - map.at(2 * j), dy = map.at(2 * i + 1) - map.at(2 * j + 1);
            if (j != i && dx * dx + dy * dy < nearest) nearest = dx * dx + dy * dy, who = j;
        }
        right += who % groups == i % groups;
    }
    return static_cast<double>(right) / static_cast<double>(n);
}

TEST(Tsne, AffinitiesAreADistribution) {
    const Tsne tsne(clouds(4, 50));
    const double sum = std::accumulate(tsne.affinities().begin(), tsne.affinities().end(), 0.0);
    EXPECT_NEAR(sum, 1, 1e-4);
    for (const float p : tsne.affinities()) EXPECT_GE(p, 0);
}

TEST(Tsne, DivergenceFallsAndGroupsStayTogether) {
    Tsne tsne(clouds(5, 60));
    const double before = tsne.divergence();
    tsne.run(250);
    const double after = tsne.divergence();
    tsne.run(250);
    const double late = tsne.divergence();
    EXPECT_LT(after, before);
    EXPECT_LT(late, after);
    EXPECT_LT(late, 1.0);
    EXPECT_GT(kept(tsne.embedding(), 5), 0.98);
    EXPECT_EQ(tsne.iterations(), 500);
}

TEST(Tsne, SameSeedSameMapHoweverItIsCutIntoPieces) {
    const Tensor x = clouds(3, 40);
    Tsne one(x), two(x), other(x, {.seed = 2});
    one.run(60);
    for (int i = 0; i < 12; ++i) two.run(5);
    other.run(60);
    EXPECT_TRUE(one.embedding().identical(two.embedding()));
    EXPECT_FALSE(one.embedding().identical(other.embedding()));
}

TEST(Tsne, FollowsPointsThatMovedWithoutThrowingTheMapAway) {
    const Tensor x = clouds(4, 40);
    Tsne tsne(x);
    tsne.run(400);
    const Tensor map = tsne.embedding();
    const double before = tsne.divergence();
    Tensor moved = x.clone();
    for (float& value : moved.values<float>()) value *= 1.05f;
    tsne.follow(moved);
    tsne.run(20);
    EXPECT_LT(tsne.divergence(), before + 0.02);
    const Tensor later = tsne.embedding();
    double way = 0, size = 0;
    for (std::int64_t i = 0; i < map.elements(); ++i) {
        way += (later.at(i) - map.at(i)) * (later.at(i) - map.at(i));
        size += map.at(i) * map.at(i);
    }
    EXPECT_LT(way, 0.1 * size);
    EXPECT_EQ(tsne.iterations(), 420);
}

TEST(Tsne, RepulsionIsWhatThePlainLoopSays) {
    for (const std::int64_t n : {2, 15, 64, 131}) {
        Random random(7, "repulsion");
        std::vector<float> x(static_cast<std::size_t>(n)), y(x), fx(x), fy(x);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = static_cast<float>(10 * random.normal());
            y[i] = static_cast<float>(10 * random.normal());
        }
        const double z = kernels::inner<float>().mapRepulsion(n, x.data(), y.data(), fx.data(), fy.data());
        double expectedZ = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            double sumX = 0, sumY = 0;
            for (std::size_t j = 0; j < x.size(); ++j) {
                if (i == j) continue;
                const double dx = x[i] - x[j], dy = y[i] - y[j], q = 1 / (1 + dx * dx + dy * dy);
                expectedZ += q;
                sumX += q * q * dx;
                sumY += q * q * dy;
            }
            EXPECT_NEAR(fx[i], sumX, 1e-5 * (1 + std::abs(sumX))) << n << " " << i;
            EXPECT_NEAR(fy[i], sumY, 1e-5 * (1 + std::abs(sumY))) << n << " " << i;
        }
        EXPECT_NEAR(z / expectedZ, 1, 1e-4) << n;
    }
}

TEST(Tsne, FewOrEqualPointsAreNoTrouble) {
    Tsne single(Tensor::full({1, 3}, 1));
    single.run(10);
    EXPECT_TRUE(std::isfinite(single.embedding().at(0)));
    Tsne equal(Tensor::full({20, 3}, 1));
    equal.run(300);
    for (std::int64_t i = 0; i < 40; ++i) EXPECT_TRUE(std::isfinite(equal.embedding().at(i)));
    Tsne pair(Tensor::of<float>({2, 1}, std::vector<float>{0, 1}));
    pair.run(300);
    EXPECT_TRUE(std::isfinite(pair.divergence()));
}

}  // namespace
}  // namespace perceptarium::study
