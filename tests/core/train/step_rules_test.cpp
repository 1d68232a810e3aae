// Clipping, L1, L2 and max-norm: what they do to gradients and weights, and what they add to the cost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "small_runs.h"
#include "train/gradient_norm.h"
#include "train/step_rule.h"

namespace perceptarium::train {
namespace {

using namespace perceptarium::tests;

/// A weight [2, 3] that decays, and a bias [3] that does not.
std::vector<network::Parameter> parameters() {
    std::vector<network::Parameter> all(2);
    all[0].name = "dense1.W";
    all[0].spec.decays = true;
    all[0].variable = autograd::Variable(Tensor::of<float>({2, 3}, std::vector<float>{3, 0, -1, 4, 0, 2}), true);
    all[0].variable.addGrad(Tensor::of<float>({2, 3}, std::vector<float>{1, -2, 3, -4, 0.5, 0}));
    all[1].name = "dense1.b";
    all[1].variable = autograd::Variable(Tensor::of<float>({3}, std::vector<float>{5, -6, 7}), true);
    all[1].variable.addGrad(Tensor::of<float>({3}, std::vector<float>{10, -0.5, 0}));
    return all;
}
std::vector<float> weights(const network::Parameter& p) {
    const auto values = p.variable.value().values<float>();
    return {values.begin(), values.end()};
}
std::vector<float> gradients(const network::Parameter& p) {
    const auto values = p.variable.grad().values<float>();
    return {values.begin(), values.end()};
}
const StepRuleSpec& rule(const char* id) { return *findStepRule(id); }

TEST(StepRules, clippingByValueCutsEveryEntry) {
    auto all = parameters();
    double norm = gradientNorm(all);
    rule("clipValue").beforeStep(all, 1.5, norm);
    EXPECT_THAT(gradients(all[0]), testing::ElementsAre(1, -1.5, 1.5, -1.5, 0.5, 0));
    EXPECT_THAT(gradients(all[1]), testing::ElementsAre(1.5, -0.5, 0));
    EXPECT_TRUE(std::isnan(norm)) << "it is another one now";
    rule("clipNorm").beforeStep(all, 1, norm);
    EXPECT_NEAR(gradientNorm(all), 1, 1e-6);
}

TEST(StepRules, clippingByNormKeepsTheDirectionAndLeavesShortOnesAlone) {
    auto all = parameters();
    double norm = gradientNorm(all);
    const double before = norm;
    rule("clipNorm").beforeStep(all, before + 1, norm);
    EXPECT_EQ(gradients(all[0])[3], -4);
    rule("clipNorm").beforeStep(all, before / 4, norm);
    EXPECT_NEAR(gradientNorm(all), before / 4, 1e-5);
    EXPECT_NEAR(norm, before / 4, 1e-12);
    EXPECT_FLOAT_EQ(gradients(all[0])[3], -1);
    EXPECT_FLOAT_EQ(gradients(all[1])[0], 2.5);
}

TEST(StepRules, l1AddsTheSignAndLeavesZerosAndBiasesAlone) {
    auto all = parameters();
    double norm = 0;
    rule("l1").beforeStep(all, 0.25, norm);
    EXPECT_THAT(gradients(all[0]), testing::ElementsAre(1.25, -2, 2.75, -3.75, 0.5, 0.25));
    EXPECT_THAT(gradients(all[1]), testing::ElementsAre(10, -0.5, 0));
}

TEST(StepRules, penaltiesAreTheirFormulas) {
    const auto all = parameters();
    EXPECT_DOUBLE_EQ(rule("l1").penalty(all, 0.5), 0.5 * 10);
    EXPECT_DOUBLE_EQ(rule("l2").penalty(all, 0.1), 0.05 * 30);
    StepKnobs knobs;
    EXPECT_EQ(penaltyOf(all, knobs), 0);
    knobs.l1 = 0.5;
    knobs.l2 = 0.1;
    knobs.maxNorm = 1;
    EXPECT_DOUBLE_EQ(penaltyOf(all, knobs), 5 + 1.5);
}

TEST(StepRules, maxNormScalesUnitsThatAreTooLong) {
    auto all = parameters();
    rule("maxNorm").afterStep(all, 2.5);
    // Columns: (3, 4) of length 5, (0, 0), (−1, 2) of length √5 < 2.5.
    EXPECT_THAT(weights(all[0]), testing::ElementsAre(1.5, 0, -1, 2, 0, 2));
    EXPECT_THAT(weights(all[1]), testing::ElementsAre(5, -6, 7)) << "a bias is no weight into a unit";
    auto table = parameters();
    table[0].spec.unitsFirst = true;
    rule("maxNorm").afterStep(table, std::sqrt(5.0));
    EXPECT_FLOAT_EQ(weights(table[0])[0], static_cast<float>(3 * std::sqrt(0.5)));
    EXPECT_FLOAT_EQ(weights(table[0])[2], static_cast<float>(-std::sqrt(0.5)));
    EXPECT_FLOAT_EQ(weights(table[0])[3], 2);
}

/// The last State after some steps with one knob set.
State after(const StepKnobs& knobs) {
    const auto t =
        trainer(chain({{"input", {}}, {"dense", units(8)}, {"relu", {}}, {"dense", units(1)}}), points(), quick(2));
    t->setKnobs(knobs);
    run(*t, 14);
    return t->state();
}

TEST(StepRules, everyOneChangesTrainingWhenItIsOnAndNothingWhenItIsOff) {
    StepKnobs off;
    off.learningRate = 0.05;
    const State plain = after(off);
    for (const StepRuleSpec* spec : allStepRules()) {
        StepKnobs on = off;
        on.*spec->strength = 1e-2;
        EXPECT_FALSE(after(on).parameters.at("dense2.W").identical(plain.parameters.at("dense2.W"))) << spec->id;
        EXPECT_FALSE(spec->meaning.empty()) << spec->id;
        EXPECT_FALSE(spec->formula.empty()) << spec->id;
        EXPECT_FALSE(spec->words.empty()) << spec->id;
    }
    expectSame(plain, after(off));
}

TEST(StepRules, maxNormHoldsAfterEveryStep) {
    StepKnobs knobs;
    knobs.learningRate = 0.05;
    knobs.maxNorm = 0.5;
    const State state = after(knobs);
    const Tensor& w = state.parameters.at("dense2.W");
    for (std::int64_t unit = 0; unit < w.shape()[1]; ++unit) {
        double sum = 0;
        for (std::int64_t row = 0; row < w.shape()[0]; ++row) sum += std::pow(w.at(row * w.shape()[1] + unit), 2);
        EXPECT_LE(std::sqrt(sum), 0.5 + 1e-6);
    }
}

TEST(StepRules, theCostOfAnEpochIsTheLossWithThePenalties) {
    TrainSettings settings = quick(1);
    settings.l2 = 0.1;
    settings.l1 = 0.01;
    const auto t = trainer(statefulNet(), points(), settings);
    while (!t->epochEnded()) ASSERT_TRUE(t->step().has_value());
    const double penalty = penaltyOf(t->model().parameters(), t->knobs());
    const auto record = t->finishEpoch();
    ASSERT_TRUE(record.has_value());
    EXPECT_GT(penalty, 0);
    EXPECT_DOUBLE_EQ(record->train.at("cost"), record->train.at("loss") + penalty);
    settings.l1 = settings.l2 = 0;
    const auto bare = trainer(statefulNet(), points(), settings);
    while (!bare->epochEnded()) ASSERT_TRUE(bare->step().has_value());
    EXPECT_FALSE(bare->finishEpoch()->train.contains("cost"));
}

}  // namespace
}  // namespace perceptarium::train
