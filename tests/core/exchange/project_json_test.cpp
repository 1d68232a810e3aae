// The plain JSON project: what is written is read back the same, and what cannot be read is named by line and field.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/places.h"
#include "exchange/project_file.h"
#include "exchange/project_schema.h"
#include "network/infer_shapes.h"

namespace perceptarium::exchange {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string errorOf(const std::string& text) {
    const auto document = documentFromText(text, "net.json");
    return document ? "no error" : document.error().message();
}

/// A project whose network.nodes is this list, each node on a line of its own from line 3 on.
std::string withNodes(const std::vector<std::string>& nodes) {
    std::string text = "{\"perceptarium\": 1,\n\"network\": {\"nodes\": [\n";
    for (std::size_t i = 0; i < nodes.size(); ++i) text += nodes[i] + (i + 1 < nodes.size() ? ",\n" : "\n");
    return text + "]}}\n";
}

TEST(ProjectJson, aShortHandWrittenProjectGetsNamesEdgesAndPlaces) {
    const auto document = documentFromText(withNodes({R"({"layer": "input"})", R"({"layer": "flatten"})",
                                                      R"({"layer": "dense", "settings": {"units": 3}})"}),
                                           "net.json");
    ASSERT_TRUE(document) << document.error().message();
    const network::Graph& graph = document->graph;
    ASSERT_EQ(graph.nodes().size(), 3u);
    const network::Node* dense = graph.findByName("dense1");
    ASSERT_NE(dense, nullptr);
    EXPECT_EQ(std::get<std::int64_t>(dense->settings.at("units")), 3);
    EXPECT_EQ(graph.edges(), (std::set<network::Edge>{{1, 2, 0}, {2, 3, 0}}));
    EXPECT_LT(graph.find(1)->position.x, graph.find(2)->position.x);
    EXPECT_LT(graph.find(2)->position.x, dense->position.x);
}

TEST(ProjectJson, savingWhatWasLoadedGivesTheSameBytes) {
    const auto first = documentFromText(
        withNodes({R"({"layer": "input", "name": "in 1", "id": 7, "settings": {"shape": "8x8x2"}})",
                   R"({"layer": "relu", "name": "left"})", R"({"layer": "tanh", "name": "rechts ü", "inputs": ["in 1"]})",
                   R"({"layer": "concatenate", "inputs": ["rechts ü", "left"], "position": [12.5, -3]})",
                   R"({"layer": "input", "name": "alone", "settings": {"shape": "3"}})"}),
        "net.json");
    ASSERT_TRUE(first) << first.error().message();
    const std::string text = documentText(*first);
    const auto second = documentFromText(text, "again.json");
    ASSERT_TRUE(second) << second.error().message();
    EXPECT_EQ(*second, *first);
    EXPECT_EQ(documentText(*second), text);
    EXPECT_EQ(nlohmann::json::parse(text), documentToJson(*first));
}

TEST(ProjectJson, everySettingOfDataAndTrainingComesBack) {
    project::Document document;
    document.name = "Ein \"Name\"\nmit Zeile";
    document.data.source = "points";
    document.data.settings = {{"set", std::string("xor")}, {"noise", 0.1}, {"examples", std::int64_t{77}}};
    document.data.split = {false, 0.5, 0.25, 0.25, false, 9'000'000'000'000'000ULL};
    document.data.normalization = "none";
    document.training.epochs = 3;
    document.training.batchSize = 5;
    document.training.optimizer = "momentum";
    document.training.learningRate = 0.1 + 0.2;
    document.training.l2 = 1e-300;
    document.training.seed = 42;
    document.training.threads = 2;
    const auto back = documentFromText(documentText(document), "x.json");
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(*back, document);
}

TEST(ProjectJson, marksOfNodesAndFramesComeBack) {
    auto document = documentFromText(
        "{\"perceptarium\": 1, \"network\": {\"nodes\": [\n"
        R"({"layer": "input"}, {"layer": "dense", "frozen": true}, {"layer": "relu", "bypassed": true, "collapsed": true}],)"
        "\n\"frames\": [\n"
        R"({"text": "hidden", "colour": "green", "corner": [-20, 4.5], "size": [300, 120]},)"
        "\n" R"({"id": 7, "kind": "note", "text": "why\nso?", "corner": [0, 0], "size": [200, 96]}]}})",
        "net.json");
    ASSERT_TRUE(document) << document.error().message();
    const network::Graph& graph = document->graph;
    EXPECT_TRUE(graph.findByName("dense1")->frozen);
    EXPECT_FALSE(graph.findByName("dense1")->bypassed);
    EXPECT_TRUE(graph.findByName("relu1")->bypassed);
    EXPECT_TRUE(graph.findByName("relu1")->collapsed);
    ASSERT_EQ(graph.frames().size(), 2u);
    EXPECT_EQ(*graph.findFrame(1), (network::Frame{1, false, "hidden", network::Tint::Green, {-20, 4.5}, {300, 120}}));
    EXPECT_EQ(*graph.findFrame(7), (network::Frame{7, true, "why\nso?", network::Tint::Blue, {0, 0}, {200, 96}}));
    const auto again = documentFromText(documentText(*document), "again.json");
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(*again, *document);
    // What is not set is not written, so that files of before stay as they were.
    EXPECT_THAT(documentText(project::Document()), testing::Not(HasSubstr("frames")));
    EXPECT_THAT(documentText(*document), testing::Not(HasSubstr("\"frozen\": false")));
}

TEST(ProjectJson, errorsOfFramesNameLineAndField) {
    const auto withFrame = [](const std::string& frame) {
        return errorOf("{\"perceptarium\": 1, \"network\": {\"nodes\": [], \"frames\": [\n" + frame + "]}}");
    };
    EXPECT_THAT(withFrame(R"({"corner": [0, 0]})"), testing::AllOf(StartsWith("net.json:2: network.frames[0]: "), HasSubstr("size")));
    EXPECT_THAT(withFrame(R"({"corner": [0, 0], "size": [9, 9]})"), HasSubstr("too small"));
    EXPECT_THAT(withFrame(R"({"corner": [0, 1e9], "size": [99, 99]})"), StartsWith("net.json:2: network.frames[0].corner: "));
    EXPECT_THAT(withFrame(R"({"corner": [0, 0], "size": [99, 99], "colour": "greeen"})"), HasSubstr("did you mean green?"));
    EXPECT_THAT(withFrame(R"({"corner": [0, 0], "size": [99, 99], "kind": "cloud"})"), HasSubstr("frame"));
    EXPECT_THAT(withFrame(R"({"id": 3, "corner": [0, 0], "size": [99, 99]}, {"id": 3, "corner": [0, 0], "size": [99, 99]})"),
                HasSubstr("two frames have this id"));
    EXPECT_THAT(withFrame(R"({"corner": [0, 0], "size": [99, 99], "text": ")" + std::string(5000, 'x') + "\"}"), HasSubstr("too long"));
    EXPECT_THAT(errorOf("{\"perceptarium\": 1, \"network\": {\"nodes\": [], \"frames\": {}}}"), HasSubstr("not a list"));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "relu", "frozen": 1})"})), StartsWith("net.json:3: network.nodes[0].frozen: "));
}

TEST(ProjectJson, anUnknownLayerStaysAsItIs) {
    const auto document = documentFromText(
        withNodes({R"({"layer": "input"})",
                   R"({"layer": "hologram", "version": 4, "settings": {"depth": 2, "glow": 0.5, "on": true, "kind": "x"}})"}),
        "net.json");
    ASSERT_TRUE(document) << document.error().message();
    const network::Node* node = document->graph.findByName("hologram1");
    ASSERT_NE(node, nullptr);
    EXPECT_EQ(node->version, 4);
    EXPECT_EQ(node->settings.size(), 4u);
    EXPECT_TRUE(document->graph.edgeInto(node->id, 0));
    const auto again = documentFromText(documentText(*document), "again.json");
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *document);
    EXPECT_FALSE(network::infer(document->graph).valid());
}

TEST(ProjectJson, keepsKernelsThatAreNoSquaresAndWritesSquaresAsBefore) {
    const auto document = documentFromText(
        withNodes({R"({"layer": "input", "name": "a"})",
                   R"({"layer": "conv2d", "name": "b", "settings": {"kernel": [5, 3], "stride": 2, "pad": [0, 1]}, "inputs": ["a"]})",
                   R"({"layer": "max-pool", "name": "c", "settings": {"size": [3, 3]}, "inputs": ["b"]})",
                   R"({"layer": "of-tomorrow", "name": "d", "settings": {"window": [4, 2]}, "inputs": ["c"]})"}),
        "net.json");
    ASSERT_TRUE(document) << document.error().message();
    const std::string text = documentText(*document);
    const auto nodes = nlohmann::json::parse(text)["network"]["nodes"];
    EXPECT_EQ(nodes[1]["settings"], nlohmann::json::parse(R"({"kernel": [5, 3], "stride": 2, "pad": [0, 1]})"));
    EXPECT_EQ(nodes[2]["settings"]["size"], 3);
    EXPECT_EQ(nodes[3]["settings"]["window"], nlohmann::json::parse("[4, 2]")) << "kept, though nothing is known of it";
    const auto again = documentFromText(text, "again.json");
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *document);
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "conv2d", "settings": {"kernel": [5, 0]}})"})),
                testing::AllOf(StartsWith("net.json:3: network.nodes[0].settings.kernel: "), HasSubstr("Kernel size, columns")));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "conv1d", "settings": {"kernel": [5, 3]}})"})), HasSubstr("a whole number from 1 to 255"));
}

TEST(ProjectJson, errorsNameLineAndField) {
    EXPECT_THAT(errorOf("{\n\"perceptarium\": 1,\n\"nam\": \"x\"}"),
                testing::AllOf(StartsWith("net.json:3: nam: "), HasSubstr("did you mean name?")));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "input"})", R"({"layer": "conv2d", "settings": {"kernle": 3}})"})),
                testing::AllOf(StartsWith("net.json:4: network.nodes[1].settings.kernle: "), HasSubstr("kernel")));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "conv2d", "settings": {"kernel": "big"}})"})),
                testing::AllOf(StartsWith("net.json:3: network.nodes[0].settings.kernel: "), HasSubstr("big")));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "input", "name": "a"})", R"({"layer": "relu", "inputs": ["A"]})"})),
                testing::AllOf(StartsWith("net.json:4: network.nodes[1].inputs[0]: "), HasSubstr("did you mean a?")));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "input", "name": "a"})", R"({"layer": "relu", "name": "a"})"})),
                StartsWith("net.json:4: network.nodes[1].name: two nodes"));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "input", "id": 2})", R"({"layer": "relu", "id": 2})"})),
                StartsWith("net.json:4: network.nodes[1].id: two nodes"));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "relu", "inputs": ["a", "b"]})"})), HasSubstr("too many inputs"));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "relu", "position": [1]})"})), StartsWith("net.json:3: network.nodes[0].position"));
    EXPECT_THAT(errorOf(withNodes({R"({"name": "x"})"})), HasSubstr("the field layer is missing"));
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "dense", "version": 99})"})), HasSubstr("newer version"));
    const std::string start = "{\"perceptarium\": 1, \"network\": {\"nodes\": []},\n";
    EXPECT_THAT(errorOf(start + "\"training\": {\n\"epochs\": 0}}"), StartsWith("net.json:3: training.epochs: "));
    EXPECT_THAT(errorOf(start + "\"training\": {\n\"optimiser\": \"adam\"}}"), StartsWith("net.json:3: training.optimiser: "));
    EXPECT_THAT(errorOf(start + "\"data\": {\n\n\"source\": \"digit\"}}"),
                testing::AllOf(StartsWith("net.json:4: data.source: "), HasSubstr("did you mean digits?")));
    EXPECT_THAT(errorOf(start + "\"data\": {\"split\": {\"train\": -1}}}"), StartsWith("net.json:2: data.split.train"));
    EXPECT_THAT(errorOf(start + "\"data\": {\"normalization\": \"batch\"}}"), StartsWith("net.json:2: data.normalization"));
}

TEST(ProjectJson, whatIsNoProjectIsRefused) {
    EXPECT_THAT(errorOf(""), HasSubstr("empty"));
    EXPECT_THAT(errorOf("{\"a\": 1,\n]"), testing::AllOf(StartsWith("net.json:2: "), HasSubstr("not valid JSON")));
    EXPECT_THAT(errorOf("{\n}"), HasSubstr("not a Perceptarium project"));
    EXPECT_THAT(errorOf("[1]"), HasSubstr("not an object"));
    EXPECT_THAT(errorOf("{\"perceptarium\": 2}"), HasSubstr("newer version"));
    EXPECT_THAT(errorOf("{\"perceptarium\": \"1\"}"), HasSubstr("not a version"));
    EXPECT_THAT(errorOf("{\"perceptarium\": 1,\n\"name\": \"a\",\n\"name\": \"b\"}"),
                testing::AllOf(StartsWith("net.json:3: name: "), HasSubstr("twice")));
    EXPECT_THAT(errorOf(std::string(100'000, '[')), HasSubstr("nested too deeply"));
    EXPECT_THAT(errorOf("{\"perceptarium\": 1, \"name\": \"\xff\"}"), HasSubstr("not valid JSON"));
    std::vector<std::string> many(2001, R"({"layer": "relu"})");
    EXPECT_THAT(errorOf(withNodes(many)), HasSubstr("too many nodes"));
}

TEST(ProjectJson, aNetworkThatRunsInACircleIsRefused) {
    EXPECT_THAT(errorOf(withNodes({R"({"layer": "input"})", R"({"layer": "relu", "name": "a", "inputs": ["b"]})",
                                   R"({"layer": "relu", "name": "b", "inputs": ["a"]})"})),
                testing::AllOf(StartsWith("net.json:4"), HasSubstr("circle")));
}

TEST(ProjectSchema, isWhatTheDeclarationsSay) {
    std::ifstream file(tests::repository("resources/project.schema.json"));
    const std::string kept(std::istreambuf_iterator<char>(file), {});
    if (kept != projectSchema()) {
        const auto fresh = std::filesystem::temp_directory_path() / "project.schema.json";
        std::ofstream(fresh) << projectSchema();
        ADD_FAILURE() << "a declaration changed: copy " << fresh << " to resources/project.schema.json";
    }
    const auto schema = nlohmann::json::parse(projectSchema());
    for (const auto& ready : project::readyProjects()) {
        const auto project = nlohmann::json::parse(ready.json);
        for (const auto& [field, ignored] : project.items()) EXPECT_TRUE(schema["properties"].contains(field)) << field;
    }
    const auto& node = schema["properties"]["network"]["properties"]["nodes"]["items"];
    bool foundConv2d = false;
    for (const auto& rule : node["allOf"]) {
        if (rule["if"]["properties"]["layer"]["const"] != "conv2d") continue;
        foundConv2d = true;
        const auto& kernel = rule["then"]["properties"]["settings"]["properties"]["kernel"];
        EXPECT_EQ(kernel["anyOf"][0]["type"], "integer");
        EXPECT_EQ(kernel["anyOf"][0]["minimum"], 1);
        EXPECT_EQ(kernel["anyOf"][1]["items"], kernel["anyOf"][0]);
        EXPECT_EQ(kernel["anyOf"][1]["maxItems"], 2);
        EXPECT_EQ(kernel["default"], 3);
    }
    EXPECT_TRUE(foundConv2d);
}

TEST(Readme, itsProjectWrittenByHandIsRead) {
    std::ifstream file(tests::repository("README.md"));
    std::string line, text;
    while (std::getline(file, line)) {
        if (line == "    {") text = "{\n";
        else if (!text.empty()) text += line + "\n";
        if (line == "    }") break;
    }
    const auto document = documentFromText(text, "README.md");
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_EQ(document->graph.nodes().size(), 5u);
}

TEST(ReadyProjects, areThereInTheirOrderAndWrittenAsTheProgramWritesThem) {
    std::vector<std::string> ids;
    for (const auto& ready : project::readyProjects()) {
        ids.push_back(ready.id);
        const auto project = loadProject(ready.id);
        ASSERT_TRUE(project) << project.error().message();
        EXPECT_EQ(ready.title, project->document.name);
        EXPECT_FALSE(ready.description.empty());
        EXPECT_EQ(documentText(project->document), ready.json) << ready.id;
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"lenet-digits", "mlp-digits", "logistic-regression", "spiral", "residual-digits",
                                             "table", "sentiment"}));
}

TEST(ReadyProjects, aWrongNameIsAnsweredWithTheNearest) {
    const auto project = loadProject("lenet-digit");
    ASSERT_FALSE(project);
    EXPECT_THAT(project.error().message(), HasSubstr("did you mean lenet-digits?"));
}

}  // namespace
}  // namespace perceptarium::exchange
