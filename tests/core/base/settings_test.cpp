#include "base/settings.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace perceptarium {
namespace {

struct Example {
    std::int64_t units = 64;
    double rate = 0.5;
    bool bias = true;
    std::string padding = "valid";
};

const std::vector<SettingOf<Example>> kMembers = {
    setting("units", "Units", &Example::units, "How many outputs", {1, 100}),
    setting("rate", "Rate", &Example::rate, "A share", {0, 0.9}),
    setting("bias", "Bias", &Example::bias, "Add an offset"),
    setting("padding", "Padding", &Example::padding, "Border", {"valid", "same"}),
};

TEST(Settings, typedSettingsKeepTheStandardWhereNothingIsSaid) {
    const auto typed = typedSettings(kMembers, {{"units", std::int64_t{7}}});
    EXPECT_EQ(typed.units, 7);
    EXPECT_DOUBLE_EQ(typed.rate, 0.5);
    EXPECT_EQ(typed.padding, "valid");
}

TEST(Settings, wholeNumbersAreAcceptedAsRealOnes) {
    const auto complete = completeSettings(specsOf(kMembers), {{"rate", std::int64_t{0}}});
    ASSERT_TRUE(complete);
    EXPECT_DOUBLE_EQ(std::get<double>(complete->at("rate")), 0.0);
}

TEST(Settings, valuesOutOfRangeNameSettingRangeAndValue) {
    const auto complete = completeSettings(specsOf(kMembers), {{"units", std::int64_t{0}}});
    ASSERT_FALSE(complete);
    EXPECT_EQ(complete.error().where, "units");
    EXPECT_EQ(complete.error().expected, "a whole number from 1 to 100");
    EXPECT_EQ(complete.error().found, "0");
}

TEST(Settings, aFractionIsNoWholeNumber) {
    EXPECT_FALSE(checkSetting(kMembers[0].spec, 2.5));
    EXPECT_TRUE(checkSetting(kMembers[0].spec, 2.0));
}

TEST(Settings, unknownNamesAndChoicesSayWhatThereIs) {
    const auto unknown = completeSettings(specsOf(kMembers), {{"unit", true}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().expected, "one of units, rate, bias, padding");
    const auto choice = completeSettings(specsOf(kMembers), {{"padding", std::string("full")}});
    ASSERT_FALSE(choice);
    EXPECT_EQ(choice.error().expected, "one of valid, same");
}

TEST(Settings, jsonRoundTripIsAFixedPoint) {
    const auto complete = completeSettings(specsOf(kMembers), {{"rate", 0.25}, {"bias", false}});
    ASSERT_TRUE(complete);
    const auto back = settingsFromJson(specsOf(kMembers), settingsToJson(*complete));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, *complete);
}

TEST(Settings, jsonOfTheWrongKindIsRefused) {
    const auto result = settingsFromJson(specsOf(kMembers), nlohmann::json::parse(R"({"units": "many"})"));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().where, "units");
    EXPECT_FALSE(settingsFromJson(specsOf(kMembers), nlohmann::json::parse("[1]")));
    EXPECT_FALSE(settingsFromJson(specsOf(kMembers), nlohmann::json::parse(R"({"units": null})")));
}

TEST(Settings, whatAPersonTypesIsParsedByKind) {
    EXPECT_EQ(*parseSetting(kMembers[0].spec, "12"), SettingValue(std::int64_t{12}));
    EXPECT_EQ(*parseSetting(kMembers[2].spec, "no"), SettingValue(false));
    EXPECT_EQ(*parseSetting(kMembers[3].spec, "same"), SettingValue(std::string("same")));
    EXPECT_FALSE(parseSetting(kMembers[0].spec, "12x"));
    EXPECT_FALSE(parseSetting(kMembers[1].spec, ""));
}

}  // namespace
}  // namespace perceptarium
