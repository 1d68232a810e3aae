// Metrics on small sets whose values can be counted by hand.
#include <gtest/gtest.h>

#include <cmath>

#include "train/metric.h"

namespace perceptarium::train {
namespace {

network::TargetInfo classes(std::size_t n) {
    network::TargetInfo target;
    target.classes.assign(n, "class");
    return target;
}

/// Certain predictions of `answers`.
Tensor oneHot(const std::vector<std::int32_t>& answers, std::int64_t n) {
    Tensor rows = Tensor::zeros({static_cast<std::int64_t>(answers.size()), n});
    for (std::size_t i = 0; i < answers.size(); ++i)
        rows.data<float>()[static_cast<std::int64_t>(i) * n + answers[i]] = 1;
    return rows;
}

double metric(const char* id, std::size_t n, const std::vector<std::int32_t>& labels,
              const std::vector<std::int32_t>& answers) {
    auto sum = findMetric(id)->make(classes(n), {});
    sum->add(oneHot(answers, static_cast<std::int64_t>(n)),
             Tensor::of<std::int32_t>({static_cast<std::int64_t>(labels.size())}, labels));
    return sum->value();
}

TEST(Metrics, ofTwoClassesAreThoseOfTheSecond) {
    // 3 true positives, 1 false positive, 2 false negatives, 4 true negatives.
    const std::vector<std::int32_t> labels{1, 1, 1, 0, 1, 1, 0, 0, 0, 0}, answers{1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    EXPECT_DOUBLE_EQ(metric("accuracy", 2, labels, answers), 0.7);
    EXPECT_DOUBLE_EQ(metric("precision", 2, labels, answers), 3.0 / 4);
    EXPECT_DOUBLE_EQ(metric("recall", 2, labels, answers), 3.0 / 5);
    EXPECT_DOUBLE_EQ(metric("f1", 2, labels, answers), 2.0 / 3);
}

TEST(Metrics, ofSeveralClassesAreTheMeanOverThoseThatOccur) {
    // Class 3 neither occurs nor is answered. Precision 1, 1/2, 1/2; recall 1/2, 1/2, 1; F1 2/3, 1/2, 2/3.
    const std::vector<std::int32_t> labels{0, 0, 1, 1, 2}, answers{0, 1, 1, 2, 2};
    EXPECT_DOUBLE_EQ(metric("accuracy", 4, labels, answers), 0.6);
    EXPECT_DOUBLE_EQ(metric("precision", 4, labels, answers), 2.0 / 3);
    EXPECT_DOUBLE_EQ(metric("recall", 4, labels, answers), 2.0 / 3);
    EXPECT_DOUBLE_EQ(metric("f1", 4, labels, answers), (2.0 / 3 + 0.5 + 2.0 / 3) / 3);
}

TEST(Metrics, aClassThatIsNeverAnsweredCountsAsZero) {
    EXPECT_DOUBLE_EQ(metric("precision", 2, {1, 1, 0}, {0, 0, 0}), 0);
    EXPECT_DOUBLE_EQ(metric("recall", 2, {0, 0, 0}, {1, 0, 0}), 0);
    EXPECT_DOUBLE_EQ(metric("f1", 3, {1, 1, 0}, {0, 0, 0}), (0.5 + 0) / 2);
}

TEST(Metrics, meanAbsoluteErrorIsOverAllNumbers) {
    network::TargetInfo target{network::TargetInfo::Kind::Number, {}, 2};
    const MetricSpec* mae = findMetric("mae");
    ASSERT_TRUE(mae->applies(target));
    auto sum = mae->make(target, {});
    sum->add(Tensor::of<float>({1, 2}, std::vector<float>{1, 2}), Tensor::of<float>({1, 2}, std::vector<float>{0, 4}));
    sum->add(Tensor::of<float>({1, 2}, std::vector<float>{5, 5}), Tensor::of<float>({1, 2}, std::vector<float>{5, 4}));
    EXPECT_DOUBLE_EQ(sum->value(), 1.0);
    EXPECT_FALSE(mae->higherIsBetter);
}

TEST(Metrics, gatherOverBatchesAsOverTheWholeAndGoOnFromTheirSums) {
    const std::vector<std::int32_t> labels{0, 2, 1, 1, 2, 0, 1}, answers{0, 1, 1, 2, 2, 0, 0};
    for (const MetricSpec* spec : allMetrics()) {
        if (!spec->applies(classes(3))) continue;
        auto first = spec->make(classes(3), {});
        first->add(oneHot({0, 1, 1}, 3), Tensor::of<std::int32_t>({3}, std::vector<std::int32_t>{0, 2, 1}));
        auto second = spec->make(classes(3), {});
        ASSERT_TRUE(second->setSums(first->sums()));
        second->add(oneHot({2, 2, 0, 0}, 3), Tensor::of<std::int32_t>({4}, std::vector<std::int32_t>{1, 2, 0, 1}));
        EXPECT_DOUBLE_EQ(second->value(), metric(spec->id.c_str(), 3, labels, answers)) << spec->id;
        ClassCounts counts(3);
        for (std::size_t i = 0; i < labels.size(); ++i)
            counts.add(static_cast<std::size_t>(labels[i]), static_cast<std::size_t>(answers[i]));
        if (!spec->fromCounts) continue;
        EXPECT_DOUBLE_EQ(spec->fromCounts(counts, {}), second->value()) << spec->id;
    }
}

TEST(Metrics, examplesWithoutALabelAreNotCounted) {
    for (const MetricSpec* spec : allMetrics()) {
        if (!spec->applies(classes(3))) continue;
        auto all = spec->make(classes(3), {}), holes = spec->make(classes(3), {});
        all->add(oneHot({0, 1, 2}, 3), Tensor::of<std::int32_t>({3}, std::vector<std::int32_t>{0, 2, 2}));
        holes->add(oneHot({0, 1, 1, 2, 0}, 3), Tensor::of<std::int32_t>({5}, std::vector<std::int32_t>{0, 2, -1, 2, -1}));
        EXPECT_DOUBLE_EQ(holes->value(), all->value()) << spec->id;
    }
}

TEST(Metrics, ofNothingAreNotANumber) {
    for (const MetricSpec* spec : allMetrics()) {
        const network::TargetInfo target =
            spec->applies(classes(2)) ? classes(2) : network::TargetInfo{network::TargetInfo::Kind::Number, {}, 1};
        EXPECT_TRUE(std::isnan(spec->make(target, {})->value())) << spec->id;
        EXPECT_FALSE(spec->meaning.empty()) << spec->id;
    }
}

}  // namespace
}  // namespace perceptarium::train
