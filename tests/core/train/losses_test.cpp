// Which loss suits which network and data, and what its prediction means.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "train/loss.h"
#include "train/train_settings.h"

namespace perceptarium::train {
namespace {

using network::TargetInfo;
using testing::HasSubstr;

TargetInfo classes(std::size_t n) {
    TargetInfo target;
    for (std::size_t c = 0; c < n; ++c) target.classes.push_back("class " + std::to_string(c));
    return target;
}
TargetInfo numbers(std::int64_t width) { return {TargetInfo::Kind::Number, {}, width}; }
TensorType wide(std::int64_t width) { return {Shape{width}, DType::F32, 0}; }

std::string chosen(const TensorType& output, const TargetInfo& target, const std::string& id = "auto") {
    const auto loss = chooseLoss(id, output, target);
    return loss ? (*loss)->id : loss.error().message();
}

Loss lossOf(const char* id, const TargetInfo& target) { return Loss::make(*findLoss(id), {}, {target, {}}).value(); }

TEST(Losses, autoTakesTheOneThatSuits) {
    EXPECT_EQ(chosen(wide(1), classes(2)), "binary-cross-entropy");
    EXPECT_EQ(chosen(wide(2), classes(2)), "categorical-cross-entropy");
    EXPECT_EQ(chosen(wide(10), classes(10)), "categorical-cross-entropy");
    EXPECT_EQ(chosen(wide(1), classes(1)), "categorical-cross-entropy");
    EXPECT_EQ(chosen(wide(3), numbers(3)), "mean-squared-error");
}

TEST(Losses, autoSaysWhatTheEndOfTheNetworkShouldBe) {
    EXPECT_THAT(chosen(wide(3), classes(10)), AllOf(HasSubstr("10 numbers"), HasSubstr("found 3 numbers")));
    EXPECT_THAT(chosen(wide(3), classes(2)), HasSubstr("1 or 2 units"));
    EXPECT_THAT(chosen(wide(2), numbers(1)), HasSubstr("1 number for each example"));
    EXPECT_THAT(chosen({Shape{7, 7, 4}, DType::F32, 0}, classes(4)), HasSubstr("7×7×4"));
}

TEST(Losses, aLossThatDoesNotSuitSaysWhy) {
    EXPECT_THAT(chosen(wide(1), classes(3), "binary-cross-entropy"), HasSubstr("two classes"));
    EXPECT_THAT(chosen(wide(2), classes(2), "binary-cross-entropy"), HasSubstr("found 2 numbers"));
    EXPECT_THAT(chosen(wide(1), classes(2), "mean-squared-error"), HasSubstr("cross-entropy"));
    EXPECT_THAT(chosen(wide(1), numbers(1), "categorical-cross-entropy"), HasSubstr("mean squared error"));
    EXPECT_THAT(chosen({Shape{2, 3}, DType::F32, 0}, classes(3), "categorical-cross-entropy"), HasSubstr("Flatten"));
    EXPECT_THAT(chosen({Shape{2}, DType::I32, 0}, classes(2), "categorical-cross-entropy"), HasSubstr("word ids"));
    EXPECT_THAT(chosen(wide(1), classes(2), "contrastive"), AllOf(HasSubstr("no such loss"), HasSubstr("auto")));
}

TEST(Losses, theOthersSuitWhatTheyCompare) {
    for (const char* numeric : {"mean-absolute-error", "huber"}) {
        EXPECT_EQ(chosen(wide(2), numbers(2), numeric), numeric);
        EXPECT_THAT(chosen(wide(2), classes(2), numeric), HasSubstr("cross-entropy"));
    }
    EXPECT_EQ(chosen(wide(1), classes(2), "hinge"), "hinge");
    EXPECT_EQ(chosen(wide(2), classes(2), "hinge"), "hinge");
    EXPECT_EQ(chosen(wide(5), classes(5), "hinge"), "hinge");
    EXPECT_THAT(chosen(wide(1), classes(1), "hinge"), HasSubstr("two classes or more"));
    EXPECT_THAT(chosen(wide(1), numbers(1), "hinge"), HasSubstr("mean squared error"));
    EXPECT_EQ(chosen(wide(3), classes(3), "kl-divergence"), "kl-divergence");
    EXPECT_EQ(chosen(wide(3), numbers(3), "kl-divergence"), "kl-divergence");
    EXPECT_THAT(chosen(wide(1), numbers(1), "kl-divergence"), HasSubstr("mean squared error"));
}

TEST(Losses, oneThatDoesNotSuitAnyMoreGivesWayToAuto) {
    TrainSettings settings;
    settings.loss = "huber";
    settings.lossSettings = {{"delta", 2.0}};
    fitLoss(settings, wide(1), numbers(1));
    EXPECT_EQ(settings.loss, "huber");
    EXPECT_EQ(settings.lossSettings.size(), 1u);
    fitLoss(settings, wide(3), classes(3));
    EXPECT_EQ(settings.loss, "auto");
    EXPECT_TRUE(settings.lossSettings.empty());
}

TEST(Losses, binaryPredictionGivesBothProbabilities) {
    const Tensor logits = Tensor::of<float>({3, 1}, std::vector<float>{0.0f, 1000.0f, -1.0f});
    const Tensor p = findLoss("binary-cross-entropy")->prediction(logits);
    ASSERT_EQ(p.shape(), (Shape{3, 2}));
    EXPECT_FLOAT_EQ(static_cast<float>(p.at(0)), 0.5f);
    EXPECT_FLOAT_EQ(static_cast<float>(p.at(3)), 1.0f);
    EXPECT_NEAR(p.at(5), 0.26894142, 1e-7);
    EXPECT_NEAR(p.at(4) + p.at(5), 1, 1e-7);
}

TEST(Losses, categoricalPredictionIsTheSoftmax) {
    const Tensor logits = Tensor::of<float>({1, 3}, std::vector<float>{1.0f, 2.0f, 3.0f});
    const Tensor p = findLoss("categorical-cross-entropy")->prediction(logits);
    EXPECT_NEAR(p.at(0), 0.09003057, 1e-7);
    EXPECT_NEAR(p.at(2), 0.66524096, 1e-7);
}

TEST(Losses, valuesAreThoseOfTheFormulas) {
    const autograd::Variable binary(Tensor::of<float>({2, 1}, std::vector<float>{0.5f, -2.0f}));
    const Tensor bits = Tensor::of<std::int32_t>({2}, std::vector<std::int32_t>{1, 0});
    EXPECT_NEAR(lossOf("binary-cross-entropy", classes(2)).mean(binary, bits).value().at(0), (0.47407698 + 0.12692801) / 2, 1e-6);
    const autograd::Variable three(Tensor::of<float>({1, 3}, std::vector<float>{1.0f, 2.0f, 3.0f}));
    const Tensor first = Tensor::of<std::int32_t>({1}, std::vector<std::int32_t>{0});
    EXPECT_NEAR(lossOf("categorical-cross-entropy", classes(3)).mean(three, first).value().at(0), 2.40760596, 1e-6);
    const autograd::Variable given(Tensor::of<float>({1, 2}, std::vector<float>{1.0f, 2.0f}));
    const Tensor wanted = Tensor::of<float>({1, 2}, std::vector<float>{0.0f, 4.0f});
    EXPECT_NEAR(lossOf("mean-squared-error", numbers(2)).mean(given, wanted).value().at(0), 2.5, 1e-6);
}

TEST(Losses, everyOneSaysWhatItIs) {
    ASSERT_EQ(allLosses().size(), 7u);
    for (const LossSpec* loss : allLosses()) {
        EXPECT_FALSE(loss->title.empty()) << loss->id;
        EXPECT_FALSE(loss->meaning.empty()) << loss->id;
        EXPECT_FALSE(loss->formula.empty()) << loss->id;
    }
}

}  // namespace
}  // namespace perceptarium::train
