// The sets that need no file: the same from the same seed, balanced, and as hard as they are meant to be.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "base/random.h"
#include "core/data/files.h"

namespace perceptarium::data {
namespace {

using tests::load;

TEST(Points, ComeFromTheSeedHalfOfEachClass) {
    for (const char* set : {"xor", "circles", "spirals", "moons", "gaussians"}) {
        LOAD(first, load("points", {{"set", std::string(set)}, {"examples", std::int64_t{400}}}));
        LOAD(same, load("points", {{"set", std::string(set)}, {"examples", std::int64_t{400}}}));
        LOAD(other,
             load("points", {{"set", std::string(set)}, {"examples", std::int64_t{400}}, {"seed", std::int64_t{2}}}));
        EXPECT_EQ(first.contentHash(), same.contentHash()) << set;
        EXPECT_NE(first.contentHash(), other.contentHash()) << set;
        EXPECT_EQ(first.info().form, InputForm::Point);
        EXPECT_EQ(first.info().features, (std::vector<std::string>{"x", "y"}));
        EXPECT_EQ(std::count(first.labels().begin(), first.labels().end(), 1), 200) << set;
    }
}

TEST(Points, LieWhereTheirPatternSays) {
    const auto points = [](const std::string& set) {
        auto loaded = load("points", {{"set", set}, {"examples", std::int64_t{1000}}, {"noise", 0.0}, {"turns", 1.0}});
        std::vector<std::array<double, 3>> list;
        Tensor x, y;
        for (std::int64_t i = 0; i < 1000; ++i) {
            EXPECT_TRUE((*loaded)->read(std::vector<std::int64_t>{i}, x, y).has_value());
            list.push_back({x.at(0), x.at(1), y.at(0)});
        }
        return list;
    };
    for (const auto& [x, y, label] : points("xor")) EXPECT_EQ(x * y < 0, label == 1);
    for (const auto& [x, y, label] : points("circles")) EXPECT_EQ(std::hypot(x, y) > 0.6, label == 1);
    for (const auto& [x, y, label] : points("spirals")) {
        double angle = std::atan2(y, x) - 2 * M_PI * std::hypot(x, y) - M_PI * label;
        angle = std::remainder(angle, 2 * M_PI);
        EXPECT_NEAR(angle, 0, 1e-4);
    }
    for (const auto& [x, y, label] : points("moons")) EXPECT_LE(std::max(std::abs(x), std::abs(y)), 1.0) << label;
}

TEST(Digits, AreTheSameForTheSameSeedWhateverTheThreads) {
    const Settings small = {{"train", std::int64_t{700}}, {"test", std::int64_t{100}}};
    LOAD(first, load("digits", small));
    LOAD(second, load("digits", small));
    EXPECT_EQ(first.contentHash(), second.contentHash());
    // An example depends on its own number only, not on how many there are.
    LOAD(fewer, load("digits", {{"train", std::int64_t{300}}, {"test", std::int64_t{0}}}));
    Tensor a, b, y;
    const std::vector<std::int64_t> some = {0, 17, 299};
    ASSERT_TRUE(first.read(some, a, y).has_value());
    ASSERT_TRUE(fewer.read(some, b, y).has_value());
    EXPECT_TRUE(a.identical(b));
    EXPECT_EQ(first.info().given.train.size(), 700u);
    EXPECT_EQ(first.info().given.test.size(), 100u);
    EXPECT_EQ(first.info().input.shape, (Shape{28, 28, 1}));
}

/// Accuracy of a softmax regression after a few passes of SGD, in plain loops.
double linearAccuracy(const Dataset& set, std::int64_t train, std::int64_t test) {
    const std::int64_t d = 784, k = 10;
    std::vector<double> w(static_cast<std::size_t>((d + 1) * k));
    Tensor x, y;
    std::vector<double> z(static_cast<std::size_t>(k));
    const auto logits = [&](const float* row) {
        for (std::int64_t c = 0; c < k; ++c) {
            double sum = w[static_cast<std::size_t>(d * k + c)];
            for (std::int64_t i = 0; i < d; ++i) sum += w[static_cast<std::size_t>(c * d + i)] * (row[i] - 40) / 60;
            z[static_cast<std::size_t>(c)] = sum;
        }
    };
    for (int epoch = 0; epoch < 4; ++epoch)
        for (std::int64_t e = 0; e < train; ++e) {
            EXPECT_TRUE(set.read(std::vector<std::int64_t>{e}, x, y).has_value());
            const float* row = x.data<float>();
            logits(row);
            double sum = 0, most = *std::max_element(z.begin(), z.end());
            for (double& v : z) sum += v = std::exp(v - most);
            for (std::int64_t c = 0; c < k; ++c) {
                const double g =
                    0.002 * (z[static_cast<std::size_t>(c)] / sum - (c == static_cast<std::int64_t>(y.at(0))));
                for (std::int64_t i = 0; i < d; ++i) w[static_cast<std::size_t>(c * d + i)] -= g * (row[i] - 40) / 60;
                w[static_cast<std::size_t>(d * k + c)] -= g;
            }
        }
    std::int64_t right = 0;
    for (std::int64_t e = train; e < train + test; ++e) {
        EXPECT_TRUE(set.read(std::vector<std::int64_t>{e}, x, y).has_value());
        logits(x.data<float>());
        right += std::max_element(z.begin(), z.end()) - z.begin() == static_cast<std::int64_t>(y.at(0));
    }
    return static_cast<double>(right) / static_cast<double>(test);
}

TEST(Digits, AreTooVariedForALinearModelButNotForNothing) {
    LOAD(set, load("digits", {{"train", std::int64_t{5000}}, {"test", std::int64_t{1500}}}));
    const double accuracy = linearAccuracy(set, 5000, 1500);
    EXPECT_LT(accuracy, 0.95);
    EXPECT_GT(accuracy, 0.6);
}

TEST(Digits, AllDifferAndUseTheWholeRange) {
    LOAD(set, load("digits", {{"train", std::int64_t{1000}}, {"test", std::int64_t{0}}}));
    std::set<std::vector<float>> seen;
    std::map<std::int32_t, int> counts;
    Tensor x, y;
    for (std::int64_t i = 0; i < 1000; ++i) {
        ASSERT_TRUE(set.read(std::vector<std::int64_t>{i}, x, y).has_value());
        const auto values = x.values<float>();
        EXPECT_TRUE(seen.emplace(values.begin(), values.end()).second);
        EXPECT_GT(*std::max_element(values.begin(), values.end()), 110) << "no ink in example " << i;
        double border = 0;
        for (int k = 0; k < 28; ++k)
            border += values[static_cast<std::size_t>(k)] + values[static_cast<std::size_t>(27 * 28 + k)];
        EXPECT_LT(border / 56, 120) << "example " << i << " runs out of the picture";
        ++counts[set.labels()[static_cast<std::size_t>(i)]];
    }
    for (int digit = 0; digit < 10; ++digit) EXPECT_NEAR(counts[digit], 100, 40);
}

TEST(Digits, StopDrawingWhenCancelled) { tests::expectCancels("digits", {}); }

TEST(Reviews, AreTheSameForTheSameSeedAndHalfPositive) {
    LOAD(first, load("reviews", {}));
    LOAD(second, load("reviews", {}));
    EXPECT_EQ(first.info().size, 8000);
    EXPECT_EQ(first.contentHash(), second.contentHash());
    EXPECT_EQ(std::count(first.labels().begin(), first.labels().end(), 1), 4000);
    EXPECT_EQ(first.info().classes, (std::vector<std::string>{"negative", "positive"}));
    std::set<std::string> texts;
    for (std::int64_t i = 0; i < 8000; ++i) texts.insert(first.caption(i));
    EXPECT_GT(texts.size(), 7000u) << "too many reviews say the same";
}

/// Naive Bayes with add-one smoothing on the presence of words: what words alone tell.
TEST(Reviews, CanBeToldByTheirWordsMostlyButNotAlways) {
    LOAD(set, load("reviews", {}));
    const std::int64_t vocabulary = set.info().input.vocabulary, length = set.info().input.shape[0];
    std::vector<double> counts[2] = {std::vector<double>(static_cast<std::size_t>(vocabulary), 1),
                                     std::vector<double>(static_cast<std::size_t>(vocabulary), 1)};
    Tensor x, y;
    std::int64_t right = 0;
    for (std::int64_t i = 0; i < 8000; ++i) {
        ASSERT_TRUE(set.read(std::vector<std::int64_t>{i}, x, y).has_value());
        double evidence = 0;
        for (std::int64_t t = 0; t < length; ++t) {
            const auto word = static_cast<std::size_t>(x.at(t));
            if (word == 0) continue;
            if (i < 6000) ++counts[static_cast<std::size_t>(y.at(0))][word];
            evidence += std::log(counts[1][word] / counts[0][word]);
        }
        if (i >= 6000) right += (evidence > 0) == (y.at(0) == 1);
    }
    EXPECT_GT(static_cast<double>(right) / 2000, 0.85);
    EXPECT_LT(static_cast<double>(right) / 2000, 0.97);
}

}  // namespace
}  // namespace perceptarium::data
