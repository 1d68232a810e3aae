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

// --- pairs: rows and columns ------------------------------------------------------------------------------------------

struct Windowed {
    Pair kernel{3, 3};
    Pair steps{2, 2};
};
const SettingOf<Windowed> kKernel = setting("kernel", "Kernel size", &Windowed::kernel, "Height and width", {1, 255}, "pixels");
const SettingOf<Windowed> kSteps =
    setting("steps", "Steps", &Windowed::steps, "Along one axis", {1, 9}, "steps", SettingKind::Integer);

SettingValue pair(std::int64_t rows, std::int64_t columns) { return pairValue({rows, columns}); }

TEST(Pairs, areOneNumberWhereBothAreTheSame) {
    EXPECT_EQ(pair(5, 5), SettingValue(std::int64_t{5}));
    EXPECT_EQ(pairOf(pair(5, 5)), (Pair{5, 5}));
    EXPECT_EQ(pairOf(pair(5, 3)), (Pair{5, 3}));
    EXPECT_EQ(pairOf(SettingValue(2.5)), std::nullopt);
    EXPECT_EQ(kKernel.spec.standard, SettingValue(std::int64_t{3}));
    EXPECT_EQ(*checkSetting(kKernel.spec, Pair{4, 4}), SettingValue(std::int64_t{4})) << "also when it came as two";
}

TEST(Pairs, areReadAsPeopleWriteThem) {
    for (const char* text : {"5x3", "5X3", "5×3", "5,3", " 5 x 3 ", "5 × 3"}) EXPECT_EQ(*parseSetting(kKernel.spec, text), pair(5, 3)) << text;
    for (const char* text : {"5", "5x5", "5,5", " 5 ", "5.0"}) EXPECT_EQ(*parseSetting(kKernel.spec, text), pair(5, 5)) << text;
    for (const char* text : {"", "x", "5x", "x3", "5x3x1", "5x three", "5;3", "5x3.5", "5.5", "true", "1e999x3", "99999999999999999999x3"})
        EXPECT_FALSE(parseSetting(kKernel.spec, text)) << text;
}

TEST(Pairs, textReadsBackAsTheSame) {
    for (const Pair& each : {Pair{1, 1}, Pair{5, 5}, Pair{5, 3}, Pair{1, 255}}) {
        const SettingValue value = pairValue(each);
        EXPECT_EQ(*parseSetting(kKernel.spec, settingText(value)), value);
        EXPECT_EQ(*parseSetting(kKernel.spec, pairText(each)), value);
    }
    EXPECT_EQ(settingText(pair(5, 3)), "5x3");
    EXPECT_EQ(settingText(pair(5, 5)), "5");
    EXPECT_EQ(pairText({5, 3}), "5×3");
}

TEST(Pairs, jsonOfASquareStaysAPlainNumber) {
    const std::vector<SettingSpec> specs{kKernel.spec};
    EXPECT_EQ(settingsToJson({{"kernel", pair(5, 5)}}).dump(), R"({"kernel":5})");
    EXPECT_EQ(settingsToJson({{"kernel", pair(5, 3)}}).dump(), R"({"kernel":[5,3]})");
    const auto read = [&](const char* text) { return settingsFromJson(specs, nlohmann::json::parse(text)); };
    EXPECT_EQ(read(R"({"kernel": 5})")->at("kernel"), pair(5, 5));
    EXPECT_EQ(read(R"({"kernel": [5, 3]})")->at("kernel"), pair(5, 3));
    EXPECT_EQ(read(R"({"kernel": [5, 5]})")->at("kernel"), pair(5, 5));
    EXPECT_EQ(read(R"({"kernel": [5.0, 3]})")->at("kernel"), pair(5, 3));
    for (const char* text : {"[5]", "[5, 3, 1]", "[]", "[5, 2.5]", "[5, null]", "[5, \"3\"]", "[[5, 3], 1]", "\"5x3\"", "{}", "null", "true",
                             "[0, 3]", "[3, 256]", "0", "[18446744073709551615, 3]"})
        EXPECT_FALSE(read(("{\"kernel\": " + std::string(text) + "}").c_str())) << text;
}

TEST(Pairs, errorsNameTheOneThatIsWrong) {
    const auto refused = [](const SettingValue& value) {
        const auto result = checkSetting(kKernel.spec, value);
        EXPECT_FALSE(result);
        return result ? std::string() : result.error().message();
    };
    EXPECT_EQ(refused(Pair{0, 3}), "kernel: Kernel size, rows cannot be that (expected a whole number from 1 to 255, found 0)");
    EXPECT_EQ(refused(Pair{3, 256}), "kernel: Kernel size, columns cannot be that (expected a whole number from 1 to 255, found 256)");
    const std::string both = "kernel: Kernel size cannot be that (expected a whole number from 1 to 255, or two such as 5x3, found ";
    EXPECT_EQ(refused(Pair{0, 0}), both + "0)");
    EXPECT_EQ(refused(std::int64_t{256}), both + "256)");
    EXPECT_EQ(refused(std::string("big")), both + "big)");
    EXPECT_EQ(parseSetting(kKernel.spec, "5by3").error().message(), both + "5by3)");
    EXPECT_EQ(parseSetting(kKernel.spec, "5x2.5").error().message(),
              "kernel: Kernel size, columns cannot be that (expected a whole number from 1 to 255, found 2.5)");
}

TEST(Pairs, fillTheirMembersFromOneNumberOrTwo) {
    const std::vector<SettingOf<Windowed>> members{kKernel, kSteps};
    EXPECT_EQ(typedSettings(members, {{"kernel", pair(5, 3)}}).kernel, (Pair{5, 3}));
    EXPECT_EQ(typedSettings(members, {{"kernel", std::int64_t{7}}}).kernel, (Pair{7, 7}));
    EXPECT_EQ(typedSettings(members, {{"steps", std::int64_t{4}}}).steps, (Pair{4, 4}));
    EXPECT_EQ(kKernel.get({.kernel = {2, 9}}), pair(2, 9));
    EXPECT_EQ(settingOr<Pair>({{"kernel", std::int64_t{7}}}, "kernel", {}), (Pair{7, 7}));
    EXPECT_EQ(settingOr<Pair>({{"kernel", pair(5, 3)}}, "kernel", {}), (Pair{5, 3}));
}

TEST(Pairs, aSingleNumberTakesNoTwo) {
    EXPECT_EQ(kSteps.spec.kind, SettingKind::Integer);
    EXPECT_FALSE(checkSetting(kSteps.spec, pair(5, 3)));
    EXPECT_TRUE(checkSetting(kSteps.spec, pair(5, 5)));
    EXPECT_FALSE(parseSetting(kSteps.spec, "5x3"));
    EXPECT_FALSE(settingsFromJson({kSteps.spec}, nlohmann::json::parse(R"({"steps": [5, 3]})")));
}

}  // namespace
}  // namespace perceptarium
