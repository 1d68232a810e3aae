// The small numbers that training adds to a project, also as older versions wrote them.
#include "exchange/state_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace perceptarium::exchange {
namespace {

using nlohmann::json;

json secondFormat() {
    project::Trained trained;
    trained.state.step = 120;
    trained.state.epoch = 3;
    trained.state.batch = 4;
    trained.state.seed = 77;
    trained.state.seconds = 1.5;
    trained.state.knobs.learningRate = 0.02;
    trained.state.knobs.l2 = 0.001;
    trained.state.knobs.clipNorm = 5;
    trained.state.counters["patience"] = 2;
    trained.state.epochSums["loss"] = 12.5;
    train::EpochRecord epoch;
    epoch.epoch = 3;
    epoch.step = 116;
    epoch.train["loss"] = 0.25;
    epoch.dev = train::Metrics{{"loss", 0.5}};
    trained.epochs.push_back(epoch);
    trained.marks.push_back({100, "learning rate 0.02"});
    trained.info.name = "points";
    trained.info.input.shape = Shape{2};
    trained.info.classes = {"a", "b"};
    return json::parse(stateText(trained));
}
/// As the first version of the program wrote it: two knobs by their names, no counters.
json firstFormat() {
    json state = secondFormat();
    state["format"] = 1;
    state["learningRate"] = state["knobs"]["learningRate"];
    state["l2"] = state["knobs"]["l2"];
    state.erase("knobs");
    state.erase("counters");
    return state;
}

TEST(StateJson, isReadBackAsItWas) {
    const json state = secondFormat();
    const auto trained = stateFromText(state.dump(), "state.json");
    ASSERT_TRUE(trained.has_value()) << trained.error().message();
    EXPECT_EQ(trained->state.knobs.clipNorm, 5);
    EXPECT_EQ(trained->state.counters.at("patience"), 2);
    EXPECT_EQ(json::parse(stateText(*trained)), state);
}

TEST(StateJson, ofTheFirstFormatIsRead) {
    const auto trained = stateFromText(firstFormat().dump(), "state.json");
    ASSERT_TRUE(trained.has_value()) << trained.error().message();
    EXPECT_EQ(trained->state.step, 120);
    EXPECT_EQ(trained->state.seed, 77u);
    EXPECT_EQ(trained->state.knobs.learningRate, 0.02);
    EXPECT_EQ(trained->state.knobs.l2, 0.001);
    EXPECT_EQ(trained->state.knobs.clipNorm, 0) << "what that version did not have is off";
    EXPECT_TRUE(trained->state.counters.empty());
    EXPECT_EQ(trained->epochs.at(0).dev->at("loss"), 0.5);
    EXPECT_EQ(trained->marks.at(0).what, "learning rate 0.02");
    // Saved again, it is of the present format.
    json expected = secondFormat();
    expected["counters"] = json::object();
    expected["knobs"]["clipNorm"] = 0.0;
    EXPECT_EQ(json::parse(stateText(*trained)), expected);
}

TEST(StateJson, mixedFormatsAndNewerOnesAreRefusedWithTheFieldsName) {
    json mixed = firstFormat();
    mixed["knobs"] = json::object();
    json short1 = firstFormat();
    short1.erase("l2");
    json newer = secondFormat();
    newer["format"] = 3;
    for (const auto& [state, word] : {std::pair{mixed, "knobs"}, std::pair{short1, "l2"}, std::pair{newer, "newer version"}}) {
        const auto trained = stateFromText(state.dump(), "state.json");
        ASSERT_FALSE(trained.has_value()) << word;
        EXPECT_NE(trained.error().message().find(word), std::string::npos) << trained.error().message();
    }
}

}  // namespace
}  // namespace perceptarium::exchange
