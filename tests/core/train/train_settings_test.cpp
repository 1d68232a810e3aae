// The settings of a run: declared, to JSON and back.
#include "train/train_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace perceptarium::train {
namespace {

using testing::HasSubstr;

TEST(TrainSettings, survivesJson) {
    TrainSettings settings;
    settings.epochs = 7;
    settings.batchSize = 33;
    settings.loss = "mean-squared-error";
    settings.metrics = "mae, r2";
    settings.topK = 3;
    settings.averaging = "micro";
    settings.optimizer = "rmsprop";
    settings.optimizerSettings = {{"beta", 0.95}};
    settings.learningRate = 0.1 + 0.2;
    settings.l2 = 1e-5;
    settings.seed = 999'999'999'999'999u;
    settings.threads = 3;
    settings.schedule = "hand-drawn";
    settings.scheduleSettings = {{"points", std::string("0:1, 1:0.5")}};
    settings.monitor = "accuracy";
    settings.patience = 4;
    settings.restoreBest = false;
    settings.l1 = 0.25;
    settings.clipNorm = 5;
    const auto text = toJson(settings).dump();
    const auto back = trainSettingsFromJson(nlohmann::json::parse(text));
    ASSERT_TRUE(back.has_value()) << back.error().message();
    EXPECT_EQ(*back, settings);
    EXPECT_EQ(back->optimizerSettings.at("beta"), SettingValue(0.95));
    EXPECT_EQ(toJson(*back).dump(), text);
    EXPECT_EQ(back->learningRate, settings.learningRate);
    EXPECT_EQ(back->seed, settings.seed);
}

TEST(TrainSettings, aNamedLossKeepsItsSettings) {
    TrainSettings settings;
    settings.loss = "categorical-cross-entropy";
    settings.lossSettings = {{"smoothing", 0.1}, {"classWeights", std::string("balanced")}};
    const auto back = trainSettingsFromJson(toJson(settings));
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(*back, settings);
    ASSERT_TRUE(change(settings, "loss", std::string("kl-divergence")));
    EXPECT_EQ(settings.lossSettings, (Settings{{"smoothing", 0.1}})) << "what means the same in both";
    EXPECT_FALSE(change(settings, "metrics", std::string("bleu")));
    EXPECT_EQ(settings.metrics, "auto");
}

TEST(TrainSettings, whatIsMissingIsStandard) {
    const auto settings = trainSettingsFromJson(nlohmann::json::object());
    ASSERT_TRUE(settings.has_value()) << settings.error().message();
    EXPECT_EQ(*settings, TrainSettings());
}

TEST(TrainSettings, standardsOfTheSpecsAreThoseOfTheStruct) {
    const nlohmann::json json = toJson(TrainSettings());
    ASSERT_EQ(trainSettingSpecs().size(), json.size());
    for (const SettingSpec& spec : trainSettingSpecs()) {
        ASSERT_TRUE(json.contains(spec.name)) << spec.name;
        EXPECT_TRUE(checkSetting(spec, spec.standard).has_value()) << spec.name;
        EXPECT_FALSE(spec.meaning.empty()) << spec.name;
    }
}

TEST(TrainSettings, theSameRunIsOneThatMayChangeIntoTheOther) {
    const TrainSettings before;
    for (const TrainSetting& one : trainSettings()) {
        TrainSettings after = before;
        const SettingSpec& spec = one.member.spec;
        SettingValue other = std::int64_t{7};
        if (spec.kind == SettingKind::Bool) other = !std::get<bool>(spec.standard);
        if (spec.kind == SettingKind::Real) other = 0.125;
        if (spec.kind == SettingKind::Choice) other = spec.choices.back();
        if (spec.name == "metrics") other = std::string("accuracy");
        ASSERT_TRUE(change(after, spec.name, other).has_value()) << spec.name;
        if (after == before) continue;  // a list of one
        EXPECT_EQ(sameRun(before, after), one.live) << spec.name;
    }
    for (const Knob& knob : allKnobs()) EXPECT_NE(findSetting(trainSettingSpecs(), knob.name), nullptr) << knob.name;
}

TEST(TrainSettings, everyPartIsASettingWithTheSameChoices) {
    for (const TrainPart& part : trainParts()) {
        const SettingSpec* spec = findSetting(trainSettingSpecs(), part.name);
        ASSERT_NE(spec, nullptr) << part.name;
        for (const std::string& id : spec->choices)  // "auto" is none of them yet
            EXPECT_EQ(part.about(id).has_value(), id != "auto") << id;
        TrainSettings settings;
        EXPECT_FALSE(changePart(settings, part, "nothing", 1.0).has_value());
        EXPECT_EQ(settings, TrainSettings());
    }
}

TEST(TrainSettings, errorsNameTheField) {
    const auto error = [](const char* text) {
        const auto read = trainSettingsFromJson(nlohmann::json::parse(text));
        return read ? std::string("accepted") : read.error().message();
    };
    EXPECT_THAT(error(R"({"epochs": 0})"), HasSubstr("epochs"));
    EXPECT_THAT(error(R"({"batchSize": "many"})"), HasSubstr("batchSize"));
    EXPECT_THAT(error(R"({"learningRate": -1})"), HasSubstr("learningRate"));
    EXPECT_THAT(error(R"({"optimizer": "newton"})"), HasSubstr("optimizer"));
    EXPECT_THAT(error(R"({"epoch": 3})"), HasSubstr("epoch"));
    EXPECT_THAT(error(R"({"optimizer": "adam", "optimizerSettings": {"beta": 0.5}})"), HasSubstr("beta"));
    EXPECT_THAT(error(R"({"optimizer": "adam", "optimizerSettings": {"beta1": 2}})"), HasSubstr("beta1"));
    EXPECT_THAT(error(R"({"schedule": "cosinus"})"), HasSubstr("schedule"));
    EXPECT_THAT(error(R"({"schedule": "hand-drawn", "scheduleSettings": {"points": "1:1, 0:0"}})"),
                testing::AllOf(HasSubstr("scheduleSettings"), HasSubstr("points")));
    EXPECT_THAT(error(R"({"metrics": "accuracy, bleu"})"),
                AllOf(HasSubstr("metrics"), HasSubstr("bleu"), HasSubstr("roc-auc")));
    EXPECT_THAT(error(R"({"topK": 0})"), HasSubstr("topK"));
    EXPECT_THAT(error(R"({"averaging": "mean"})"), HasSubstr("macro"));
    EXPECT_THAT(error(R"({"loss": "huber", "lossSettings": {"delta": -1}})"),
                AllOf(HasSubstr("lossSettings"), HasSubstr("delta")));
    EXPECT_THAT(error(R"({"lossSettings": {"delta": 1}})"), AllOf(HasSubstr("lossSettings"), HasSubstr("delta")));
    EXPECT_THAT(error("[]"), HasSubstr("object"));
}

}  // namespace
}  // namespace perceptarium::train
