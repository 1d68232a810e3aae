// The history in the .percept file: whatever was done can be undone after opening; what does not fit is left out.
#include "exchange/steps_json.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "exchange/percept_file.h"
#include "exchange/project_file.h"
#include "exchange/zip_archive.h"
#include "network/edits.h"
#include "project/history.h"

namespace perceptarium::exchange {
namespace {

using project::Document;
using project::History;

void randomEdit(Document& document, Random& random) {
    auto& graph = document.graph;
    std::vector<network::NodeId> ids{network::kNoNode};
    for (const auto& [id, node] : graph.nodes()) ids.push_back(id);
    const auto any = [&] { return ids[random.below(ids.size())]; };
    const char* layers[] = {"dense", "relu", "add", "conv2d", "dropout"};
    switch (random.below(8)) {
        case 0:
        case 1: (void)network::appendNode(graph, layers[random.below(5)], any()); break;
        case 2: network::removeHealing(graph, {any()}); break;
        case 3: (void)network::connect(graph, {any(), any(), static_cast<int>(random.below(3))}); break;
        case 4: network::move(graph, {any()}, {random.uniform(-50, 50), 8}); break;
        case 5: network::arrange(graph); break;
        case 6: document.training.learningRate = random.uniform(0.001, 1); break;
        case 7: document.data.split.seed = random.below(100); break;
    }
}

History randomHistory(std::uint64_t seed, int edits) {
    Random random(seed, "steps");
    Document document;
    network::appendNode(document.graph, "input", network::kNoNode).value();
    History history(document);
    for (int i = 0; i < edits; ++i) {
        Document after = history.document();
        randomEdit(after, random);
        history.edit("edit " + std::to_string(i), after);
    }
    history.jumpTo(history.size() - random.below(history.size() / 2 + 1));
    return history;
}

TEST(Steps, comeBackWithTheFileAndCanBeUndoneAndDoneAgain) {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const History history = randomHistory(seed, 60);
        project::Project project;
        project.document = history.document();
        project.steps = history.steps();
        const auto read = perceptFromBytes(perceptBytes(project).value(), "test");
        ASSERT_TRUE(read) << read.error().message();
        EXPECT_EQ(read->note, "");
        ASSERT_EQ(read->steps, history.steps());
        History before = history, after(read->document, read->steps);
        for (const std::size_t place : {std::size_t{0}, history.size(), history.size() / 3}) {
            before.jumpTo(place);
            after.jumpTo(place);
            EXPECT_EQ(before.document(), after.document());
        }
    }
}

TEST(Steps, aThousandAndMoreAreKept) {
    const History history = randomHistory(7, 3000);
    ASSERT_GT(history.size(), 1000u);
    const auto read = stepsFromText(stepsText(history.steps()), "test");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_GE(read->list.size(), 1000u);
    EXPECT_TRUE(project::fits(history.document(), *read));
}

TEST(Steps, theOldestAreLeftOutWhenThereAreTooMany) {
    History history;
    for (std::size_t i = 0; i < kMaximumSteps + 10; ++i) {
        Document after = history.document();
        after.name = "name " + std::to_string(i);
        history.edit("Rename", after);
    }
    history.undo();
    const auto read = stepsFromText(stepsText(history.steps()), "test");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->list.size(), kMaximumSteps);
    EXPECT_EQ(read->done, kMaximumSteps - 1);
    EXPECT_EQ(read->list.back(), history.steps().list.back());

    const std::string large(1 << 20, 'x');  // and when they are too large, a few remain
    for (int i = 0; i < 20; ++i) {
        Document after = history.document();
        after.description = large + std::to_string(i);
        history.edit("Describe", after);
    }
    const std::string text = stepsText(history.steps());
    EXPECT_LE(text.size(), kMaximumStepsBytes + 100);
    const auto few = stepsFromText(text, "test");
    ASSERT_TRUE(few) << few.error().message();
    EXPECT_GE(few->list.size(), 5u);
    EXPECT_TRUE(project::fits(history.document(), *few));
}

TEST(Steps, aHistoryOfAnotherDrawingIsLeftOutAndSaidSo) {
    const History history = randomHistory(3, 30);
    project::Project project;
    project.document = history.document();
    project.steps = history.steps();
    auto parts = unzip(perceptBytes(project).value(), "test", {}).value();
    const auto opened = [&] {
        std::vector<ZipEntry> entries;
        for (const auto& [name, bytes] : parts) entries.push_back({name, bytes, true});
        return perceptFromBytes(zipBytes(entries).value(), "test").value();
    };
    parts["project.json"] = documentText(Document{});
    EXPECT_NE(opened().note, "");
    EXPECT_TRUE(opened().steps.list.empty());
    parts["steps.json"] = R"({"done": 3, "steps": []})";
    EXPECT_NE(opened().note.find("done"), std::string::npos) << opened().note;
}

TEST(Steps, mistakesAreNamedWithLineAndField) {
    const auto error = [](const std::string& text) {
        const auto read = stepsFromText(text, "steps.json");
        return read ? std::string("fine") : read.error().message();
    };
    EXPECT_NE(error(R"({"done": 0, "steps": [{"nodes": [[null, {"id": 1, "name": "a", "layer": ""}]]}]})").find("layer"), std::string::npos);
    EXPECT_NE(error("{\"done\": 0,\n\"steps\": [{\"edgesAdded\": [[1, 2]]}]}").find("steps.json:2"), std::string::npos);
    EXPECT_NE(error(R"({"done": 0, "steps": [{"training": [{}]}]})").find("training"), std::string::npos);
    EXPECT_NE(error(R"({"done": -1, "steps": []})").find("done"), std::string::npos);
}

TEST(Steps, stepsThatMakeAnImproperDrawingDoNotFit) {
    Document document;
    network::Node node;
    node.id = 1;
    node.layer = "dense";
    node.name = "a";
    document.graph.insert(node);
    const auto fitting = [&](project::Difference difference) {
        return project::fits(document, {{{"step", std::move(difference)}}, 0});
    };
    node.id = 2;
    EXPECT_FALSE(fitting({.nodes = {{std::nullopt, node}}})) << "a name twice";
    node.name = "b";
    EXPECT_TRUE(fitting({.nodes = {{std::nullopt, node}}}));
    EXPECT_FALSE(fitting({.nodes = {{node, std::nullopt}}})) << "not there";
    EXPECT_FALSE(fitting({.edgesAdded = {{1, 5, 0}}})) << "an edge to nowhere";
    EXPECT_FALSE(fitting({.nodes = {{std::nullopt, node}}, .edgesAdded = {{1, 2, 0}, {2, 2, 0}}})) << "a port twice";
    EXPECT_FALSE(project::fits(document, {{}, 1}));
}

}  // namespace
}  // namespace perceptarium::exchange
