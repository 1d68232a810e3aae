// Blocks in files: what is written is read back, what cannot be read is named by line and field, and every ready block is a
// small network that works.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "exchange/block_library.h"
#include "exchange/project_file.h"
#include "network/block_edits.h"
#include "network/expand.h"
#include "study/model_gradients.h"

namespace perceptarium::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kNested = R"({"perceptarium": 1, "network": {"blocks": [
{"name": "Row", "settings": [{"name": "width", "default": 3, "drives": ["d.units"]}],
 "nodes": [{"layer": "block-input"}, {"layer": "dense", "name": "d"}, {"layer": "relu"}]},
{"name": "Rows", "description": "Several.", "settings": [{"name": "rate", "default": 0, "drives": ["drop.rate"]}],
 "nodes": [{"layer": "block-input"}, {"layer": "block/Row", "settings": {"width": 5, "repeat": 2}},
           {"layer": "dropout", "name": "drop"}]}],
"nodes": [{"layer": "input", "settings": {"shape": "4"}}, {"layer": "block/Rows", "settings": {"rate": 0.25}}]}})";

std::string errorOf(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    const auto document = documentFromText(text, "net.json");
    return document ? "no error" : document.error().message();
}

TEST(BlockFiles, areReadBackAsTheyWere) {
    const auto document = documentFromText(kNested, "net.json");
    ASSERT_TRUE(document) << document.error().message();
    const network::Graph& graph = document->graph;
    EXPECT_EQ(graph.blocks().size(), 2u);
    EXPECT_EQ(graph.blocks().at("Rows")->meaning, "Several.");
    const network::Node* rows = graph.findByName("Rows1");
    ASSERT_NE(rows, nullptr);
    EXPECT_EQ(std::get<double>(rows->settings.at("rate")), 0.25);
    EXPECT_EQ(std::get<double>(graph.blocks().at("Rows")->settings[0].standard), 0.0);  // a rate, whatever the file wrote
    EXPECT_EQ(network::infer(graph).parameters.at(rows->id), (4 + 1) * 5 + (5 + 1) * 5);

    const std::string text = documentText(*document);
    const auto again = documentFromText(text, "again");
    ASSERT_TRUE(again) << again.error().message();
    EXPECT_EQ(*again, *document);
    EXPECT_EQ(documentText(*again), text);
}

TEST(BlockFiles, tellWhereTheyAreWrong) {
    EXPECT_THAT(errorOf(kNested, "\"d.units\"", "\"d.wings\""),
                testing::AllOf(StartsWith("net.json:2"), HasSubstr("drives"), HasSubstr("wings")));
    EXPECT_THAT(errorOf(kNested, "\"d.units\"", "\"e.units\""), HasSubstr("no such node in the block"));
    EXPECT_THAT(errorOf(kNested, "\"default\": 3", "\"default\": -3"), testing::AllOf(StartsWith("net.json:2"), HasSubstr("default")));
    EXPECT_THAT(errorOf(kNested, "\"width\": 5", "\"width\": \"wide\""), testing::AllOf(StartsWith("net.json:5"), HasSubstr("width")));
    EXPECT_THAT(errorOf(kNested, "\"width\": 5", "\"wdth\": 5"), HasSubstr("did you mean width?"));
    EXPECT_THAT(errorOf(kNested, "\"rate\": 0.25", "\"rate\": 2"), testing::AllOf(StartsWith("net.json:7"), HasSubstr("rate")));
    EXPECT_THAT(errorOf(kNested, "\"name\": \"Rows\"", "\"name\": \"Row\""), HasSubstr("two blocks have this name"));
    EXPECT_THAT(errorOf(kNested, "\"name\": \"width\"", "\"name\": \"repeat\""), HasSubstr("has a setting of this name"));
    EXPECT_THAT(errorOf(kNested, "[\"d.units\"]", "[]"), HasSubstr("to nothing"));
    EXPECT_THAT(errorOf(kNested, "[\"d.units\"]", "[\"d.units\", \"d.units\"]"), HasSubstr("two settings"));
}

TEST(BlockFiles, keepABlockThatIsNotDefined) {
    const auto document = documentFromText(
        R"({"perceptarium": 1, "network": {"nodes": [{"layer": "block/Gone", "settings": {"channels": 8}}]}})", "net.json");
    ASSERT_TRUE(document) << document.error().message();
    EXPECT_EQ(std::get<std::int64_t>(document->graph.findByName("Gone1")->settings.at("channels")), 8);
    EXPECT_THAT(network::infer(document->graph).findings.front().text(), HasSubstr("Gone"));
}

TEST(ReadyBlocks, areWrittenAsTheProgramWritesThem) {
    std::vector<std::string> names;
    for (const auto& block : readyBlocks()) names.push_back(block.name);
    EXPECT_THAT(names, ElementsAre("Residual block", "Conv – BatchNorm – ReLU", "Inception block", "MLP block"));
    for (const auto& ready : project::readyBlockProjects()) {
        const auto project = loadProject(ready.id);
        ASSERT_TRUE(project) << project.error().message();
        EXPECT_FALSE(ready.description.empty());
        if (documentText(project->document) == ready.json) continue;
        const auto fresh = std::filesystem::temp_directory_path() / (ready.id + ".json");
        std::ofstream(fresh) << documentText(project->document);
        ADD_FAILURE() << "copy " << fresh << " to resources/blocks";
    }
}

TEST(ReadyBlocks, takeOtherChannelsAndRepeat) {
    for (const auto& block : readyBlocks()) {
        network::Graph graph;
        const auto input = *network::appendNode(graph, "input", network::kNoNode);
        const bool vector = block.name == "MLP block";
        ASSERT_TRUE(network::changeSetting(graph, input, "shape", std::string(vector ? "12" : "12x12x2")));
        const auto layer = network::blockLayer(network::importBlocks(graph, block.blocks).at(block.name));
        const auto node = *network::appendNode(graph, layer, input);
        ASSERT_TRUE(network::changeSetting(graph, node, network::kRepeat, std::int64_t{3}));
        const std::string main = network::specOf(graph, layer)->settings.front().name;
        ASSERT_TRUE(network::changeSetting(graph, node, main, std::int64_t{5})) << block.name;
        const auto seen = network::infer(graph);
        EXPECT_TRUE(seen.valid()) << block.name << ": " << (seen.findings.empty() ? "" : seen.findings[0].text());
        EXPECT_EQ(seen.outputs.at(node).shape[-1] % 5, 0) << block.name;
    }
}

TEST(ReadyBlocks, haveTheRightGradients) {
    for (const auto& ready : project::readyBlockProjects()) {
        const auto project = *loadProject(ready.id);
        const network::DataTypes types{TensorType{{8, 8, 1}, DType::F32, 0},
                                       network::TargetInfo{network::TargetInfo::Kind::Class, std::vector<std::string>(10, "c"), 1}};
        const auto checked = study::checkModelGradients(project.document.graph, types, project.document.training, nullptr, nullptr);
        ASSERT_TRUE(checked) << ready.id << ": " << checked.error().message();
        EXPECT_LT(checked->worst(), study::kGoodAgreement) << ready.id;
        EXPECT_FALSE(checked->parameters.empty());
    }
}

/// A folder of its own that goes away.
class OwnBlocksTest : public ::testing::Test {
protected:
    OwnBlocksTest() {
        std::string name = (std::filesystem::temp_directory_path() / "perceptarium.XXXXXX").string();
        folder_ = std::string(mkdtemp(name.data())) + "/blocks";
    }
    ~OwnBlocksTest() override { std::filesystem::remove_all(std::filesystem::path(folder_).parent_path()); }
    std::string folder_;
};

TEST_F(OwnBlocksTest, areKeptAndForgotten) {
    EXPECT_TRUE(ownBlocks(folder_).blocks.empty());
    const auto document = *documentFromText(kNested, "net.json");
    const auto file = keepBlock(folder_, document.graph, "Rows");
    ASSERT_TRUE(file) << file.error().message();
    const auto own = ownBlocks(folder_);
    ASSERT_EQ(own.blocks.size(), 1u);
    EXPECT_EQ(own.blocks[0].name, "Rows");
    EXPECT_EQ(own.blocks[0].meaning, "Several.");
    EXPECT_TRUE(network::sameBlocks(own.blocks[0].blocks, document.graph.blocks()));
    EXPECT_TRUE(loadProject(*file));  // a project like any other
    ASSERT_TRUE(forgetBlock(*file));
    EXPECT_TRUE(ownBlocks(folder_).blocks.empty());
}

TEST_F(OwnBlocksTest, namesOfBlocksDoNotLeaveTheFolder) {
    auto document = *documentFromText(kNested, "net.json");
    network::Blocks blocks = document.graph.blocks();
    blocks["../../Rows"] = blocks.at("Rows");
    document.graph.setBlocks(blocks);
    const auto file = keepBlock(folder_, document.graph, "../../Rows");
    ASSERT_TRUE(file);
    EXPECT_EQ(std::filesystem::path(*file).parent_path(), folder_);
    EXPECT_EQ(ownBlocks(folder_).blocks.size(), 1u);
}

TEST_F(OwnBlocksTest, filesThatHoldNoBlockAreNamed) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ + "/broken.json") << "{";
    std::ofstream(folder_ + "/network.json") << R"({"perceptarium": 1, "name": "X", "network": {"nodes": []}})";
    std::ofstream(folder_ + "/notes.txt") << "hello";
    const auto own = ownBlocks(folder_);
    EXPECT_TRUE(own.blocks.empty());
    ASSERT_EQ(own.unreadable.size(), 2u);
    for (const Error& error : own.unreadable) EXPECT_THAT(error.message(), HasSubstr(folder_));
}

}  // namespace
}  // namespace perceptarium::exchange
