// Splits: exact sizes, nothing twice and nothing lost, classes in like shares, the same again from the same seed.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "data/prepare.h"

namespace perceptarium::data {
namespace {

/// `n` examples; class c is as frequent as `weights` says.
DatasetPtr labelled(std::int64_t n, std::vector<std::int64_t> weights, GivenSplit given = {}) {
    Tensor x = Tensor::zeros({n, 2}), y = Tensor::empty({n}, DType::I32);
    std::int64_t sum = 0;
    for (const auto weight : weights) sum += weight;
    for (std::int64_t i = 0; i < n; ++i) {
        std::int64_t at = i % sum;
        std::int32_t label = 0;
        while (at >= weights[static_cast<std::size_t>(label)]) at -= weights[static_cast<std::size_t>(label++)];
        y.data<std::int32_t>()[i] = label;
    }
    DatasetInfo info;
    for (std::size_t c = 0; c < weights.size(); ++c) info.classes.push_back(std::to_string(c));
    info.given = std::move(given);
    return std::make_shared<MemoryDataset>(std::move(info), x, y);
}

void expectPartition(const Split& split, std::int64_t n) {
    std::set<std::int64_t> seen;
    for (const auto* part : {&split.train, &split.dev, &split.test})
        for (const auto example : *part) {
            EXPECT_TRUE(seen.insert(example).second) << "example " << example << " is in two parts";
            EXPECT_TRUE(example >= 0 && example < n);
        }
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), n);
}

TEST(Split, HasExactSizesAndLosesNothing) {
    for (const std::int64_t n : {1, 2, 3, 7, 10, 99, 1000, 1003})
        for (const bool stratified : {false, true}) {
            const auto set = labelled(n, {5, 3, 1});
            const Split split = makeSplit(*set, {true, 0.7, 0.2, 0.1, stratified, 3});
            expectPartition(split, n);
            EXPECT_LE(std::abs(static_cast<double>(split.train.size()) - 0.7 * static_cast<double>(n)), 1.0) << n;
            EXPECT_LE(std::abs(static_cast<double>(split.dev.size()) - 0.2 * static_cast<double>(n)), 1.0) << n;
        }
    const Split split = makeSplit(*labelled(1000, {1, 1}), {true, 8, 1, 1, true, 1});  // shares need not sum to 1
    EXPECT_EQ(split.train.size(), 800u);
    EXPECT_EQ(split.dev.size(), 100u);
    EXPECT_EQ(split.test.size(), 100u);
}

TEST(Split, StratifiedGivesEveryPartItsShareOfEveryClass) {
    const auto set = labelled(1200, {8, 3, 1});
    const Split split = makeSplit(*set, {true, 0.6, 0.3, 0.1, true, 5});
    const std::map<std::int32_t, double> classSizes = {{0, 800}, {1, 300}, {2, 100}};
    const std::pair<const std::vector<std::int64_t>*, double> parts[] = {
        {&split.train, 0.6}, {&split.dev, 0.3}, {&split.test, 0.1}};
    for (const auto& [part, share] : parts) {
        std::map<std::int32_t, int> counts;
        for (const auto example : *part) ++counts[set->labels()[static_cast<std::size_t>(example)]];
        for (const auto& [label, size] : classSizes) EXPECT_NEAR(counts[label], size * share, 1.5) << "class " << label;
    }
}

TEST(Split, ARareClassGoesToTraining) {
    Tensor x = Tensor::zeros({100, 1}), y = Tensor::zeros({100}, DType::I32);
    y.data<std::int32_t>()[42] = 1;
    DatasetInfo info;
    info.classes = {"often", "once"};
    const MemoryDataset set(info, x, y);
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        const Split split = makeSplit(set, {true, 0.8, 0.1, 0.1, true, seed});
        EXPECT_TRUE(std::binary_search(split.train.begin(), split.train.end(), 42)) << "seed " << seed;
    }
}

TEST(Split, TheSeedDecides) {
    const auto set = labelled(500, {1, 1, 1});
    const SplitSettings settings{true, 0.8, 0.1, 0.1, true, 11};
    auto other = settings;
    other.seed = 12;
    EXPECT_EQ(makeSplit(*set, settings).dev, makeSplit(*set, settings).dev);
    EXPECT_NE(makeSplit(*set, settings).dev, makeSplit(*set, other).dev);
}

TEST(Split, KeepsTheSetsOwnPartsAndTakesAMissingDevPartFromTraining) {
    GivenSplit given;
    for (std::int64_t i = 0; i < 300; ++i) (i < 240 ? given.train : given.test).push_back(i);
    const auto set = labelled(300, {1, 2}, given);
    const Split split = makeSplit(*set, {true, 0.8, 0.1, 0.1, true, 1});
    EXPECT_EQ(split.test, given.test);
    expectPartition(split, 300);
    EXPECT_EQ(split.dev.size(), 27u);  // 240 in the ratio 8 : 1
    const Split own = makeSplit(*set, {false, 0.8, 0.1, 0.1, true, 1});
    EXPECT_EQ(own.train.size(), 240u);
    EXPECT_NE(own.test, given.test);
    EXPECT_TRUE(makeSplit(*set, {true, 1, 0, 0, true, 1}).dev.empty());
}

TEST(Split, RefusesSharesThatAreNone) {
    const auto set = labelled(10, {1, 1});
    for (const double share : {-0.1, std::nan(""), 0.0}) {
        DataSettings settings;
        settings.split.train = share;
        const auto result = prepare(set, settings, {});
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().where, "split");
    }
}

}  // namespace
}  // namespace perceptarium::data
