// Metrics against scikit-learn (record_metrics.py), and the area under the curve in bounded memory against the exact
// one.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "base/random.h"
#include "core/places.h"
#include "train/metric.h"
#include "train/metrics/ranked_scores.h"

namespace perceptarium::train {
namespace {

struct Set {
    network::TargetInfo target;
    Tensor prediction, wanted;
    MetricOptions options;
};

Set setOf(const nlohmann::json& one) {
    Set set;
    const auto width = one["width"].get<std::int64_t>();
    const auto given = one["prediction"].get<std::vector<float>>();
    const auto n = static_cast<std::int64_t>(given.size()) / width;
    set.prediction = Tensor::of<float>(Shape{n, width}, given);
    if (one["kind"] == "class") {
        set.target.classes.assign(one["classes"].get<std::size_t>(), "class");
        set.wanted = Tensor::of<float>({n}, one["target"].get<std::vector<float>>()).cast(DType::I32);
    } else {
        set.target = {network::TargetInfo::Kind::Number, {}, width};
        set.wanted = Tensor::of<float>(Shape{n, width}, one["target"].get<std::vector<float>>());
    }
    for (const auto& setting : metricSettings())
        if (one["options"].contains(setting.spec.name))
            setting.set(set.options,
                        settingsFromJson({setting.spec},
                                         one["options"].contains(setting.spec.name)
                                             ? nlohmann::json{{setting.spec.name, one["options"][setting.spec.name]}}
                                             : nlohmann::json::object())
                            ->at(setting.spec.name));
    return set;
}

TEST(MetricsSklearn, theNumbersAreTheSame) {
    std::ifstream file(tests::repository("tests/core/train/sklearn_metrics.json"));
    std::set<std::string> seen;
    for (const auto& one : nlohmann::json::parse(file)) {
        const Set set = setOf(one);
        for (const auto& [id, expected] : one["expected"].items()) {
            const MetricSpec* metric = findMetric(id);
            ASSERT_NE(metric, nullptr) << id;
            ASSERT_TRUE(metric->applies(set.target)) << id;
            auto sum = metric->make(set.target, set.options);
            sum->add(set.prediction, set.wanted);
            // scikit-learn's perplexity works on probabilities that were made to add up to 1 once more.
            const double bar = id == "perplexity" ? 1e-6 : 1e-12;
            EXPECT_NEAR(sum->value(), expected.get<double>(), bar * (1 + std::abs(expected.get<double>())))
                << id << " of " << one["name"];
            seen.insert(id);
        }
    }
    for (const MetricSpec* metric : allMetrics())
        EXPECT_TRUE(seen.contains(metric->id)) << metric->id << " is not compared";
}

double exactArea(const std::vector<std::pair<float, bool>>& scores) {
    RankedScores exact(scores.size() + 1, 1000);
    for (const auto& [score, positive] : scores) exact.add(score, positive);
    return exact.area();
}

TEST(RankedScores, binsAreCloseToTheExactArea) {
    Random random(11, "scores");
    for (const double apart : {0.0, 1.0, 3.0, 8.0}) {  // from guessing to almost perfect, with saturated probabilities
        std::vector<std::pair<float, bool>> scores;
        for (int i = 0; i < 60'000; ++i) {
            const bool positive = random.below(3) == 0;
            const double logit = 4 * random.normal() + (positive ? apart : -apart);
            scores.emplace_back(static_cast<float>(1 / (1 + std::exp(-logit))), positive);
        }
        RankedScores coarse(1000, std::size_t{1} << 13), fine(1000, std::size_t{1} << 19);
        for (const auto& [score, positive] : scores) coarse.add(score, positive), fine.add(score, positive);
        const double exact = exactArea(scores);
        EXPECT_NEAR(coarse.area(), exact, 2e-4) << apart;  // 100 classes
        EXPECT_NEAR(fine.area(), exact, 1e-5) << apart;    // 2 classes
        EXPECT_NE(fine.area(), 0);
    }
}

TEST(RankedScores, goOnFromTheirSumsInBothForms) {
    Random random(12, "scores");
    for (const int n : {50, 500}) {
        RankedScores whole(100, 4096), first(100, 4096), second(100, 4096);
        for (int i = 0; i < n; ++i) {
            const auto score = static_cast<float>(random.uniform());
            const bool positive = random.below(2) == 1;
            whole.add(score, positive);
            if (i < n / 2) first.add(score, positive);
            if (i == n / 2) {
                std::vector<double> sums;
                first.appendTo(sums);
                std::span<const double> rest(sums);
                ASSERT_TRUE(second.takeFrom(rest));
                EXPECT_TRUE(rest.empty());
            }
            if (i >= n / 2) second.add(score, positive);
        }
        EXPECT_EQ(second.area(), whole.area()) << n;
    }
}

TEST(RankedScores, refuseSumsThatAreNone) {
    RankedScores scores(4, 4096);
    scores.add(0.5f, true);
    scores.add(0.25f, false);
    const std::vector<std::vector<double>> wrong{{},
                                                 {7},
                                                 {0, 3},
                                                 {0, 1e9},
                                                 {0, 3, 0.1, 0.2, 0.3, 3, 0.1, 0.2, 0.3},
                                                 {1},
                                                 {1, 1},
                                                 {1, 1, 1e7, 1, 1},
                                                 {1, 1, 0, -1, 1},
                                                 {1, -1},
                                                 {1, 2, 0, 1, 1},
                                                 {0, std::nan("")}};
    for (const auto& sums : wrong) {
        std::span<const double> rest(sums);
        EXPECT_FALSE(scores.takeFrom(rest)) << sums.size();
        EXPECT_EQ(scores.area(), 1) << "nothing changed";
    }
}

TEST(MetricSums, refuseThoseOfOtherMetrics) {
    network::TargetInfo classes;
    classes.classes.assign(3, "class");
    const network::TargetInfo numbers{network::TargetInfo::Kind::Number, {}, 2};
    for (const MetricSpec* metric : allMetrics()) {
        auto sum = metric->make(metric->applies(classes) ? classes : numbers, {});
        EXPECT_FALSE(sum->setSums(std::vector<double>{1})) << metric->id;
        EXPECT_TRUE(sum->setSums(sum->sums())) << metric->id;
    }
}

TEST(ChosenMetrics, autoTakesAllThatApplyAndSaySomething) {
    network::TargetInfo target;
    target.classes.assign(4, "class");
    const auto ids = [&](const std::string& chosen, const MetricOptions& options = {}) {
        std::string text;
        const auto metrics = chooseMetrics(chosen, options, target);  // named: a temporary would be gone in the loop
        for (const ChosenMetric& metric : metrics.value())
            text += metric.spec->id + (metric.whileTraining ? "! " : " ");
        return text;
    };
    EXPECT_EQ(ids("auto"), "accuracy! precision! recall! f1! roc-auc perplexity ") << "four classes have no top 5";
    EXPECT_EQ(ids("auto", {.topK = 2}), "accuracy! top-k precision! recall! f1! roc-auc perplexity ");
    EXPECT_EQ(ids("f1,roc-auc, mae ,f1"), "f1! roc-auc! ") << "asked for by name, while it trains too";
    EXPECT_EQ(ids(""), "");
    target = {network::TargetInfo::Kind::Number, {}, 1};
    EXPECT_EQ(ids("auto"), "mae! rmse! r2! ");
    const auto unknown = chooseMetrics("accuracy, bleu", {}, target);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().found, "bleu");
    EXPECT_NE(unknown.error().expected.find("roc-auc"), std::string::npos);
}

}  // namespace
}  // namespace perceptarium::train
