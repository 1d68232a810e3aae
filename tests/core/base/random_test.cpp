#include "base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace perceptarium {
namespace {

TEST(Random, sameSeedNameAndCountersGiveTheSameNumbers) {
    Random a(7, "shuffle", {3}), b(7, "shuffle", {3});
    for (int i = 0; i < 100; ++i) EXPECT_EQ(a.bits(), b.bits());
}

TEST(Random, anotherSeedNameOrCounterGivesOthers) {
    const auto first = Random(7, "shuffle", {3, 4}).bits();
    EXPECT_NE(first, Random(8, "shuffle", {3, 4}).bits());
    EXPECT_NE(first, Random(7, "shuffles", {3, 4}).bits());
    EXPECT_NE(first, Random(7, "shuffle", {4, 3}).bits());
    EXPECT_NE(first, Random(7, "shuffle", {3}).bits());
}

TEST(Random, neighbouringCountersAreNotCorrelated) {
    std::set<std::uint64_t> seen;
    double sum = 0;
    constexpr int n = 4000;
    for (std::uint64_t i = 0; i < n; ++i) {
        Random random(1, "digit", {i});
        sum += random.uniform();
        seen.insert(random.bits());
    }
    EXPECT_EQ(seen.size(), n);
    EXPECT_NEAR(sum / n, 0.5, 5 * std::sqrt(1.0 / 12 / n));
}

TEST(Random, normalHasMeanZeroAndVarianceOne) {
    Random random(1, "normal");
    double sum = 0, squares = 0;
    constexpr int n = 100000;
    for (int i = 0; i < n; ++i) {
        const double value = random.normal();
        sum += value;
        squares += value * value;
    }
    EXPECT_NEAR(sum / n, 0, 0.02);
    EXPECT_NEAR(squares / n, 1, 0.03);
}

TEST(Random, belowStaysBelowAndReachesAll) {
    Random random(1, "below");
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(random.below(7));
    EXPECT_EQ(seen.size(), 7u);
    EXPECT_EQ(*seen.rbegin(), 6u);
}

TEST(Random, aPermutationHoldsEachNumberOnce) {
    auto order = Random(1, "permutation").permutation(1000);
    EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
    std::sort(order.begin(), order.end());
    for (std::int64_t i = 0; i < 1000; ++i) EXPECT_EQ(order[static_cast<std::size_t>(i)], i);
}

}  // namespace
}  // namespace perceptarium
