// The settings of a run: declared, to JSON and back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "train/train_settings.h"

namespace perceptarium::train {
namespace {

using testing::HasSubstr;

TEST(TrainSettings, survivesJson) {
    TrainSettings settings;
    settings.epochs = 7;
    settings.batchSize = 33;
    settings.loss = "mean-squared-error";
    settings.optimizer = "rmsprop";
    settings.optimizerSettings = {{"beta", 0.95}};
    settings.learningRate = 0.1 + 0.2;
    settings.l2 = 1e-5;
    settings.seed = 999'999'999'999'999u;
    settings.threads = 3;
    const auto text = toJson(settings).dump();
    const auto back = trainSettingsFromJson(nlohmann::json::parse(text));
    ASSERT_TRUE(back.has_value()) << back.error().message();
    EXPECT_EQ(back->optimizerSettings.at("beta"), SettingValue(0.95));
    EXPECT_EQ(toJson(*back).dump(), text);
    EXPECT_EQ(back->learningRate, settings.learningRate);
    EXPECT_EQ(back->seed, settings.seed);
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
    EXPECT_THAT(error("[]"), HasSubstr("object"));
}

}  // namespace
}  // namespace perceptarium::train
