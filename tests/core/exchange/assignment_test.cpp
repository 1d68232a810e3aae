// Settings by keys that people write: what they change, and what the errors say.
#include "exchange/assignment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/project_file.h"
#include "train/optimizer.h"
#include "train/schedule.h"

namespace perceptarium::exchange {
namespace {

using testing::HasSubstr;

project::Document lenet() { return loadProject("lenet-digits")->document; }

std::string firstOf(const project::Document& document, const std::string& layer) {
    for (const auto& [id, node] : document.graph.nodes())
        if (node.layer == layer) return node.name;
    return {};
}

std::string error(project::Document& document, const std::string& text) {
    const project::Document before = document;
    const Status done = assign(document, text);
    EXPECT_TRUE(done || document == before) << "a failed assignment changed something: " << text;
    return done ? "done" : done.error().message();
}

TEST(Assignment, setsTrainingSettingsOfEveryKind) {
    auto document = lenet();
    for (const char* text :
         {"epochs=7", "learningRate=0.25", "restoreBest=false", "monitor=accuracy", "l1=1e-4", "seed=12"})
        EXPECT_EQ(error(document, text), "done") << text;
    EXPECT_EQ(document.training.epochs, 7);
    EXPECT_EQ(document.training.learningRate, 0.25);
    EXPECT_FALSE(document.training.restoreBest);
    EXPECT_EQ(document.training.monitor, "accuracy");
    EXPECT_EQ(document.training.l1, 1e-4);
    EXPECT_EQ(document.training.seed, 12u);
}

TEST(Assignment, everyDeclaredChoiceAndSettingCanBeSet) {
    auto document = lenet();
    for (const auto& part : train::trainParts())
        for (const std::string& id : findSetting(train::trainSettingSpecs(), part.name)->choices) {
            EXPECT_EQ(error(document, part.name + "=" + id), "done");
            EXPECT_EQ(document.training.*part.id, id);
            for (const SettingSpec& spec : part.specs(id)) {
                const std::string key = part.name + "." + spec.name;
                EXPECT_EQ(error(document, key + "=" + settingText(spec.standard)), "done") << key;
                EXPECT_EQ((document.training.*part.settings).at(spec.name), spec.standard) << key;
            }
        }
}

TEST(Assignment, setsNodes) {
    auto document = lenet();
    const std::string conv = firstOf(document, "conv2d");
    EXPECT_EQ(error(document, conv + ".filters=16"), "done");
    for (const auto& [id, node] : document.graph.nodes())
        if (node.name == conv) {
            EXPECT_EQ(node.settings.at("filters"), SettingValue(std::int64_t{16}));
        }
}

TEST(Assignment, setsRowsAndColumnsOfAKernel) {
    auto document = lenet();
    const std::string conv = firstOf(document, "conv2d");
    const auto kernel = [&] { return document.graph.findByName(conv)->settings.at("kernel"); };
    EXPECT_EQ(error(document, conv + ".kernel=3x5"), "done");
    EXPECT_EQ(kernel(), SettingValue(Pair{3, 5}));
    EXPECT_EQ(error(document, conv + ".kernel=3×7"), "done");
    EXPECT_EQ(kernel(), SettingValue(Pair{3, 7}));
    EXPECT_EQ(error(document, conv + ".kernel=7,7"), "done");
    EXPECT_EQ(kernel(), SettingValue(std::int64_t{7}));
    EXPECT_THAT(error(document, conv + ".kernel=3x"), testing::AllOf(HasSubstr(conv + ".kernel"), HasSubstr("such as 5x3"), HasSubstr("found 3x")));
    EXPECT_THAT(error(document, conv + ".kernel=3x300"), testing::AllOf(HasSubstr("columns"), HasSubstr("from 1 to 255"), HasSubstr("found 300")));
}

TEST(Assignment, anotherOptimizerBringsItsUsualRateUnlessOneWasChosen) {
    auto document = lenet();
    document.training.optimizer = "adam";
    document.training.learningRate = train::findOptimizer("adam")->usualLearningRate;
    EXPECT_EQ(error(document, "optimizer=sgd"), "done");
    EXPECT_EQ(document.training.learningRate, train::findOptimizer("sgd")->usualLearningRate);
    EXPECT_EQ(error(document, "learningRate=0.02"), "done");
    EXPECT_EQ(error(document, "optimizer=adam"), "done");
    EXPECT_EQ(document.training.learningRate, 0.02);
}

TEST(Assignment, anotherScheduleKeepsWhatItHasAsWell) {
    auto document = lenet();
    for (const char* text : {"schedule=cosine", "schedule.warmup=2", "schedule.cycles=3", "schedule=exponential"})
        EXPECT_EQ(error(document, text), "done") << text;
    EXPECT_EQ(document.training.scheduleSettings, (Settings{{"warmup", 2.0}}));
}

TEST(Assignment, errorsNameKeyExpectedAndFoundAndSuggest) {
    auto document = lenet();
    EXPECT_THAT(error(document, "epochs"), HasSubstr("KEY=VALUE"));
    EXPECT_THAT(error(document, "=3"), HasSubstr("KEY=VALUE"));
    EXPECT_THAT(error(document, "epoch=3"), HasSubstr("did you mean epochs?"));
    EXPECT_THAT(error(document, "epochs=0"),
                testing::AllOf(HasSubstr("epochs:"), HasSubstr("from 1"), HasSubstr("found 0")));
    EXPECT_THAT(error(document, "epochs=many"), HasSubstr("found many"));
    EXPECT_THAT(error(document, "optimizer=adamv"), HasSubstr("did you mean adam"));
    EXPECT_THAT(error(document, "optimizer.beta3=0.5"), HasSubstr("did you mean optimizer.beta1?"));
    EXPECT_THAT(error(document, "optimizer.beta1=2"), HasSubstr("optimizer.beta1"));
    const std::string conv = firstOf(document, "conv2d");
    EXPECT_THAT(error(document, conv + "x.filters=3"), HasSubstr("did you mean " + conv));
    EXPECT_THAT(error(document, conv + ".filter=3"), HasSubstr("did you mean " + conv + ".filters?"));
    EXPECT_THAT(error(document, conv + ".filters=lots"), HasSubstr("found lots"));
    EXPECT_EQ(error(document, "schedule=hand-drawn"), "done");
    EXPECT_THAT(error(document, "schedule.points=1:1, 0:0"),
                testing::AllOf(HasSubstr("schedule.points"), HasSubstr("order")));
}

}  // namespace
}  // namespace perceptarium::exchange
