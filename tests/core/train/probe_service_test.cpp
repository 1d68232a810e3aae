// How the probes of open views share the little of the time that they get.
#include "train/probe_service.h"

#include <gtest/gtest.h>

namespace perceptarium::train {
namespace {

TEST(FairShares, noOneGetsMoreThanItWantsAndTheRestIsDividedEvenly) {
    EXPECT_EQ(fairShares({}, 1), std::vector<double>{});
    EXPECT_EQ(fairShares({0.1, 0.2}, 1), (std::vector<double>{0.1, 0.2}));
    const std::vector<double> shares = fairShares({5, 0.1, 3, 0.3}, 1);
    EXPECT_DOUBLE_EQ(shares[1], 0.1);
    EXPECT_NEAR(shares[3], 0.3, 1e-12);
    EXPECT_NEAR(shares[0], 0.3, 1e-12);
    EXPECT_NEAR(shares[2], 0.3, 1e-12);
}

TEST(FairShares, nothingWantedNothingGiven) { EXPECT_EQ(fairShares({0, 0}, 1), (std::vector<double>{0, 0})); }

}  // namespace
}  // namespace perceptarium::train
