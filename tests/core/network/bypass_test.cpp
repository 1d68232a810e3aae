// A bypassed node is as if it were not there: what is inferred, counted and computed is what the drawing without it gives.
#include "network/bypass.h"

#include <gmock/gmock.h>

#include "core/network/drawing.h"
#include "network/edits.h"
#include "network/model.h"

namespace perceptarium::network {
namespace {

using ::testing::HasSubstr;

Graph bypassed(Graph graph, const std::vector<NodeId>& nodes) {
    const Status done = bypass(graph, nodes, true);
    EXPECT_TRUE(done) << (done ? "" : done.error().message());
    return graph;
}

/// The same drawing with the node really taken out.
Graph without(Graph graph, NodeId node) {
    removeHealing(graph, {node});
    return graph;
}

Tensor answerOf(const Graph& graph, bool training) {
    auto model = Model::compile(graph, {}, 5);
    EXPECT_TRUE(model) << (model ? "" : model.error().message());
    if (!model) return {};
    Tensor x = Tensor::empty(model->inputType().shape.withBatch(3));
    Random random(2, "batch");
    for (float& value : x.values<float>()) value = static_cast<float>(random.normal());
    return model->forward(x, {.training = training, .seed = 4, .step = 1}, model->outputNode()).value();
}

TEST(Bypass, everyNodeThatCanGoIsAsIfItWereNotThere) {
    const Graph whole = residual(2).graph;
    int compared = 0;
    for (const auto& [id, node] : whole.nodes()) {
        if (node.layer == "input" || whole.edgesInto(id).size() != 1) continue;
        const Graph marked = bypassed(whole, {id}), gone = without(whole, id);
        const Inference seen = infer(marked), expected = infer(gone);
        ASSERT_EQ(seen.valid(), expected.valid()) << node.name;
        EXPECT_EQ(seen.parameters, expected.parameters) << node.name;
        EXPECT_EQ(seen.output, expected.output) << node.name;
        EXPECT_EQ(seen.findings, expected.findings) << node.name;
        EXPECT_EQ(seen.leftOut, std::set<NodeId>{id});
        if (!expected.valid()) continue;
        ++compared;
        for (const bool training : {true, false})
            EXPECT_TRUE(answerOf(marked, training).identical(answerOf(gone, training))) << node.name;
    }
    EXPECT_GT(compared, 8);
}

TEST(Bypass, severalInARowGoTogether) {
    Graph graph = Drawing().input("6").dense(4).then("relu").then("dropout").dense(3).graph;
    const Graph marked = bypassed(graph, {3, 4});
    removeHealing(graph, {3, 4});
    EXPECT_TRUE(answerOf(marked, true).identical(answerOf(graph, true)));
    const Inference seen = infer(marked);
    EXPECT_EQ(seen.outputs.at(4), seen.outputs.at(2)) << "what goes on in its place is told at its output";
    EXPECT_FALSE(seen.inputs.contains(4));
}

TEST(Bypass, theLastNodeHandsTheEndToTheOneBefore) {
    const Graph marked = bypassed(lenet().graph, {14});  // the Softmax
    const Inference seen = infer(marked);
    EXPECT_TRUE(seen.valid()) << allText(seen);
    EXPECT_EQ(seen.output, 13);
    auto model = Model::compile(marked, {}, 1);
    ASSERT_TRUE(model);
    EXPECT_EQ(model->outputNode(), 13);
    EXPECT_EQ(model->graph().nodes().size(), 13u);
}

TEST(Bypass, ofSeveralInputsTheFirstGoesOnAndWhatOnlyFedTheOthersIsLeftOut) {
    Drawing d;
    d.input("8x8x4");
    const NodeId start = d.last;
    d.conv(4, 3, "same").then("relu");
    const NodeId branch = d.last;
    const NodeId add = d.node("add", {start, branch});
    d.then("flatten").dense(2);
    const Graph marked = bypassed(d.graph, {add});
    const Inference seen = infer(marked);
    EXPECT_TRUE(seen.valid()) << allText(seen);
    EXPECT_EQ(seen.leftOut, (std::set<NodeId>{2, 3, add}));
    EXPECT_THAT(allText(seen), HasSubstr("of its 2 inputs only the first, “input1”, goes on; left out with the others: “relu1”, “conv2d1”"));
    EXPECT_TRUE(answerOf(marked, false).identical(
        answerOf(Drawing().input("8x8x4").then("flatten").dense(2).graph, false)));
    // The other way round nothing is left over: the skip still feeds the first layer of the branch.
    Drawing other;
    other.input("8x8x4").conv(4, 3, "same").then("relu");
    const NodeId join = other.node("add", {3, 1});
    other.then("flatten").dense(2);
    EXPECT_EQ(infer(bypassed(other.graph, {join})).leftOut, std::set<NodeId>{join});
}

TEST(Bypass, aBypassedEndOfABranchDoesNotTakeTheNewEndAway) {
    Drawing d;
    d.input("4").dense(4);
    const NodeId dense = d.last;
    const NodeId add = d.node("add", {dense, 1});
    d.then("relu");
    const Inference seen = infer(bypassed(d.graph, {add, d.last}));
    EXPECT_TRUE(seen.valid()) << allText(seen);
    EXPECT_EQ(seen.output, dense);
}

TEST(Bypass, anInputIsRefusedAndSaysWhy) {
    Graph graph = Drawing().input("4").dense(2).graph;
    const Status refused = bypass(graph, {1}, true);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message(), HasSubstr("input1 cannot be bypassed: the data enter there"));
    Node input = *graph.find(1);  // as a file may hold it
    input.bypassed = true;
    graph.replace(input);
    EXPECT_THAT(allText(infer(graph)), HasSubstr("1: “input1” cannot be bypassed: the data enter there"));
    const auto model = Model::compile(graph, {}, 1);
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().message(), HasSubstr("cannot be bypassed"));
}

TEST(Bypass, withNothingBeforeItSaysWhatIsMissingWhereItIsMissing) {
    Graph graph = Drawing().input("4").dense(2).graph;
    graph.disconnect({1, 2, 0});
    const NodeId relu = graph.insert({.layer = "relu", .name = "relu1", .bypassed = true});
    graph.connect({relu, 2, 0});
    EXPECT_THAT(allText(infer(graph)), HasSubstr("“dense1”"));
    EXPECT_FALSE(Model::compile(graph, {}, 1));
}

TEST(Bypass, letsALayerThatIsNotKnownBeSkipped) {
    const Graph graph = Drawing().input("4").then("hologram").dense(2).graph;
    EXPECT_FALSE(infer(graph).valid());
    const Inference seen = infer(bypassed(graph, {2}));
    EXPECT_TRUE(seen.valid()) << allText(seen);
}

TEST(Bypass, aCircleOfBypassedNodesIsSurvived) {
    Graph graph;
    for (const char* name : {"a", "b", "c"}) graph.insert({.layer = "relu", .name = name, .bypassed = name[0] != 'c'});
    graph.connect({1, 2, 0});
    graph.connect({2, 1, 0});
    graph.connect({2, 3, 0});
    EXPECT_FALSE(infer(graph).valid());
}

TEST(Bypass, canBeSwitchedOffAgain) {
    const Graph graph = lenet().graph;
    Graph changed = bypassed(graph, {3, 4});
    EXPECT_NE(changed, graph);
    ASSERT_TRUE(bypass(changed, {3, 4}, false));
    EXPECT_EQ(changed, graph);
}

TEST(Bypass, fittingToDataLooksAtWhatIsLeft) {
    Graph graph = bypassed(Drawing().input("4").dense(7).dense(5).graph, {3});
    fitToData(graph, data(layers::vectorOf(4), {"a", "b", "c"}));
    EXPECT_EQ(graph.find(2)->settings.at("units"), whole(3));
    EXPECT_EQ(graph.find(3)->settings.at("units"), whole(5));
}

}  // namespace
}  // namespace perceptarium::network
