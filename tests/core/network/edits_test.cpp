#include "network/edits.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/network/drawing.h"

namespace perceptarium::network {
namespace {

/// input → dense → relu → dense, as a user would click it together.
Graph chain() {
    Graph graph;
    for (const char* layer : {"input", "dense", "relu", "dense"}) EXPECT_TRUE(appendNode(graph, layer, kNoNode));
    return graph;
}

std::vector<std::string> namesInOrder(const Graph& graph) {
    std::vector<std::string> names;
    for (const NodeId id : graph.topologicalOrder()) names.push_back(graph.find(id)->name);
    return names;
}

bool overlapAnywhere(const Graph& graph) {
    for (const auto& [a, first] : graph.nodes())
        for (const auto& [b, second] : graph.nodes())
            if (a < b && std::abs(first.position.x - second.position.x) < kNodeWidth &&
                std::abs(first.position.y - second.position.y) < kNodeHeight)
                return true;
    return false;
}

TEST(Edits, appendingBuildsAChain) {
    const Graph graph = chain();
    EXPECT_EQ(graph.edges(), (std::set<Edge>{{1, 2, 0}, {2, 3, 0}, {3, 4, 0}}));
    EXPECT_EQ(namesInOrder(graph), (std::vector<std::string>{"input1", "dense1", "relu1", "dense2"}));
    EXPECT_FALSE(overlapAnywhere(graph));
}

TEST(Edits, appendingInTheMiddleTakesOverWhatFollowed) {
    Graph graph = chain();
    const auto id = appendNode(graph, "tanh", 2);
    ASSERT_TRUE(id);
    EXPECT_TRUE(graph.edges().contains({2, *id, 0}));
    EXPECT_TRUE(graph.edges().contains({*id, 3, 0}));
    EXPECT_FALSE(graph.edges().contains({2, 3, 0}));
    EXPECT_FALSE(overlapAnywhere(graph));
}

TEST(Edits, insertingOnAnEdgeKeepsBothSides) {
    Graph graph = chain();
    const auto id = insertOnEdge(graph, "dropout", {3, 4, 0}, graph.find(3)->position);
    ASSERT_TRUE(id);
    EXPECT_EQ(graph.edgesInto(4)[0].from, *id);
    EXPECT_EQ(graph.edgesInto(*id)[0].from, 3);
    EXPECT_FALSE(overlapAnywhere(graph));
}

TEST(Edits, anInputCannotGoOnAnEdge) {
    Graph graph = chain();
    const Graph before = graph;
    EXPECT_FALSE(insertOnEdge(graph, "input", {3, 4, 0}, {}));
    EXPECT_EQ(graph, before);
}

TEST(Edits, deletingHealsTheChain) {
    Graph graph = chain();
    removeHealing(graph, {2, 3});
    EXPECT_EQ(graph.edges(), (std::set<Edge>{{1, 4, 0}}));
}

TEST(Edits, deletingABranchClosesTheMergeUp) {
    Graph graph = chain();
    const NodeId add = *addNode(graph, "add", {900, 0});
    ASSERT_TRUE(connect(graph, {2, add, 0}));
    ASSERT_TRUE(connect(graph, {3, add, 1}));
    ASSERT_TRUE(connect(graph, {4, add, 2}));
    remove(graph, {3});
    ASSERT_EQ(graph.edgesInto(add).size(), 2u);
    EXPECT_EQ(graph.edgeInto(add, 0)->from, 2);
    EXPECT_EQ(graph.edgeInto(add, 1)->from, 4);
}

TEST(Edits, aCircleIsRefusedInWords) {
    Graph graph = chain();
    const Status status = connect(graph, {4, 2, 0});
    ASSERT_FALSE(status);
    EXPECT_NE(status.error().what.find("circle"), std::string::npos);
    EXPECT_FALSE(connect(graph, {2, 2, 0}));
}

TEST(Edits, connectingReplacesWhatWasThere) {
    Graph graph = chain();
    ASSERT_TRUE(connect(graph, {2, 4, 0}));
    EXPECT_EQ(graph.edgesInto(4), (std::vector<Edge>{{2, 4, 0}}));
}

TEST(Edits, aPortThatALayerDoesNotHaveIsRefused) {
    Graph graph = chain();
    EXPECT_FALSE(connect(graph, {1, 3, 1}));
    EXPECT_FALSE(connect(graph, {1, 3, -1}));
    EXPECT_FALSE(connect(graph, {99, 3, 0}));
    EXPECT_FALSE(connect(graph, {3, 1, 0}));
}

TEST(Edits, settingsAreCheckedAndNamed) {
    Graph graph = chain();
    EXPECT_TRUE(changeSetting(graph, 2, "units", std::int64_t{10}));
    EXPECT_EQ(std::get<std::int64_t>(graph.find(2)->settings.at("units")), 10);
    const Status status = changeSetting(graph, 2, "units", std::int64_t{-1});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().where, "units");
    EXPECT_FALSE(changeSetting(graph, 2, "unit", std::int64_t{1}));
}

TEST(Edits, namesStayUniqueAndPlain) {
    Graph graph = chain();
    EXPECT_FALSE(rename(graph, 2, "dense2"));
    EXPECT_FALSE(rename(graph, 2, ""));
    EXPECT_FALSE(rename(graph, 2, "a.b"));
    EXPECT_TRUE(rename(graph, 2, "hidden"));
    EXPECT_TRUE(rename(graph, 2, "hidden"));
}

TEST(Edits, pasteGivesNewIdsNamesAndPlaces) {
    Graph graph = chain();
    const auto pasted = paste(graph, copy(graph, {2, 3}), {16, 16});
    ASSERT_EQ(pasted.size(), 2u);
    EXPECT_EQ(graph.nodes().size(), 6u);
    EXPECT_EQ(graph.find(pasted[0])->name, "dense3");
    EXPECT_TRUE(graph.edges().contains({pasted[0], pasted[1], 0}));
    EXPECT_TRUE(graph.edgesInto(pasted[0]).empty());
    EXPECT_FALSE(overlapAnywhere(graph));
}

TEST(Edits, pasteKeepingInputsConnectsToTheSameSource) {
    Graph graph = chain();
    const auto pasted = paste(graph, copy(graph, {2}), {16, 16}, true);
    EXPECT_EQ(graph.edgesInto(pasted[0])[0].from, 1);
}

TEST(Edits, arrangeGoesFromLeftToRightWithoutOverlap) {
    Graph graph = chain();
    const NodeId branch = *addNode(graph, "tanh", {0, 0});
    const NodeId add = *addNode(graph, "add", {0, 0});
    ASSERT_TRUE(connect(graph, {2, branch, 0}));
    ASSERT_TRUE(connect(graph, {branch, add, 0}));
    ASSERT_TRUE(connect(graph, {4, add, 1}));
    arrange(graph);
    EXPECT_FALSE(overlapAnywhere(graph));
    for (const Edge& edge : graph.edges())
        EXPECT_LT(graph.find(edge.from)->position.x, graph.find(edge.to)->position.x);
}

TEST(Edits, arrangeBreaksALongChainIntoRows) {
    Graph graph;
    NodeId last = *appendNode(graph, "input", kNoNode);
    for (int i = 0; i < 13; ++i) last = *appendNode(graph, "relu", last);
    arrange(graph);
    EXPECT_FALSE(overlapAnywhere(graph));
    double right = 0, bottom = 0;
    int returns = 0;
    for (const auto& [id, node] : graph.nodes()) right = std::max(right, node.position.x), bottom = std::max(bottom, node.position.y);
    for (const Edge& edge : graph.edges()) returns += graph.find(edge.to)->position.x < graph.find(edge.from)->position.x;
    EXPECT_LT(right, 6 * (kNodeWidth + kGapX));
    EXPECT_LT(bottom, 4 * (kNodeHeight + 2 * kGapY));
    EXPECT_EQ(returns, 3);
}

TEST(Edits, insertingMovesTheRestOfTheRowAndNoOtherRow) {
    Graph graph;
    NodeId last = *appendNode(graph, "input", kNoNode);
    std::vector<NodeId> chainIds{last};
    for (int i = 0; i < 9; ++i) chainIds.push_back(last = *appendNode(graph, "relu", last));
    arrange(graph);
    const Graph before = graph;
    const NodeId made = *insertOnEdge(graph, "tanh", {chainIds[0], chainIds[1], 0},
                                      {before.find(chainIds[1])->position.x, before.find(chainIds[1])->position.y});
    EXPECT_FALSE(overlapAnywhere(graph));
    EXPECT_EQ(graph.find(made)->position, before.find(chainIds[1])->position);
    EXPECT_GT(graph.find(chainIds[1])->position.x, before.find(chainIds[1])->position.x);
    EXPECT_EQ(graph.find(last)->position, before.find(last)->position);
}

TEST(Edits, arrangeNeverBreaksABlockApart) {
    Graph graph;
    NodeId last = *appendNode(graph, "input", kNoNode);
    for (int block = 0; block < 5; ++block) {
        const NodeId start = last;
        for (int i = 0; i < 2; ++i) last = *appendNode(graph, "relu", last);
        const NodeId add = *appendNode(graph, "add", last);
        ASSERT_TRUE(connect(graph, {start, add, 1}));
        last = add;
    }
    arrange(graph);
    EXPECT_FALSE(overlapAnywhere(graph));
    int returns = 0;
    for (const Edge& edge : graph.edges()) {
        const bool back = graph.find(edge.to)->position.x < graph.find(edge.from)->position.x;
        returns += back;
        if (back) {
            EXPECT_NE(graph.find(edge.from)->layer, "relu");  // a row ends where a block does
        }
    }
    EXPECT_GT(returns, 0);
}

TEST(Edits, fittingToANumberDropsTheClosingSoftmax) {
    Drawing drawing;
    drawing.input("").dense(8).then("relu").dense(3).then("softmax");
    const DataTypes price = numbers(TensorType{Shape({5}), DType::F32}, 1);
    EXPECT_FALSE(infer(drawing.graph, price).valid());
    EXPECT_EQ(fitToData(drawing.graph, price).size(), 2u);  // the Softmax goes, the last Dense gives one number
    const Inference fitted = infer(drawing.graph, price);
    EXPECT_TRUE(fitted.valid()) << allText(fitted);
    EXPECT_EQ(drawing.graph.find(fitted.output)->layer, "dense");
    EXPECT_TRUE(fitToData(drawing.graph, price).empty());
}

TEST(Edits, fittingToClassesKeepsTheClosingSoftmax) {
    Drawing drawing;
    drawing.input("").dense(3).then("softmax");
    const DataTypes kinds = data(TensorType{Shape({5}), DType::F32}, {"a", "b", "c", "d"});
    EXPECT_EQ(fitToData(drawing.graph, kinds).size(), 1u);
    const Inference fitted = infer(drawing.graph, kinds);
    EXPECT_TRUE(fitted.valid()) << allText(fitted);
    EXPECT_EQ(drawing.graph.find(fitted.output)->layer, "softmax");
}

TEST(Edits, alignPutsNodesOnOneLine) {
    Graph graph = chain();
    move(graph, {2}, {0, 40});
    align(graph, {1, 2, 3}, Alignment::Bottom);
    EXPECT_EQ(graph.find(1)->position.y, graph.find(2)->position.y);
    EXPECT_EQ(graph.find(3)->position.y, 40);
}

TEST(Graph, aWayThroughManyResidualBlocksIsFoundAtOnce) {
    Graph graph;
    NodeId last = *addNode(graph, "input", {});
    for (int block = 0; block < 200; ++block) {  // 2^200 paths, 600 nodes
        const NodeId inner = graph.insert({.layer = "relu", .name = "r" + std::to_string(block)});
        const NodeId add = graph.insert({.layer = "add", .name = "a" + std::to_string(block)});
        graph.connect({last, inner, 0});
        graph.connect({inner, add, 0});
        graph.connect({last, add, 1});
        last = add;
    }
    EXPECT_TRUE(graph.reaches(1, last));
    EXPECT_FALSE(graph.reaches(last, 1));
    EXPECT_EQ(graph.topologicalOrder().size(), graph.nodes().size());
}

TEST(Edits, takingOutHealsTheChainAndKeepsTheNodes) {
    Graph graph = chain();
    takeOut(graph, {2, 3});
    EXPECT_EQ(graph.nodes().size(), 4u);
    EXPECT_EQ(graph.edges(), (std::set<Edge>{{1, 4, 0}, {2, 3, 0}}));
}

TEST(Edits, whatIsFedByTwoIsTakenOutWithoutHealing) {
    Drawing d;
    const NodeId in = d.node("input", {}), a = d.node("relu", {in}), b = d.node("relu", {in});
    const NodeId sum = d.node("add", {a, b}), end = d.node("relu", {sum});
    takeOut(d.graph, {sum});
    EXPECT_EQ(d.graph.edges(), (std::set<Edge>{{in, a, 0}, {in, b, 0}}));
    EXPECT_TRUE(d.graph.edgesInto(end).empty());
}

TEST(Edits, takingABranchOutClosesTheMergesPorts) {
    Drawing d;
    const NodeId in = d.node("input", {}), a = d.node("relu", {in}), b = d.node("relu", {in}), sum = d.node("add", {a, b});
    takeOut(d.graph, {a});
    EXPECT_EQ(d.graph.edges(), (std::set<Edge>{{in, b, 0}, {in, sum, 0}, {b, sum, 1}}));
}

TEST(Edits, branchesKeepTheirOrderWhenArranged) {
    Drawing d;
    const NodeId in = d.node("input", {}), a = d.node("relu", {in}), b = d.node("relu", {in});
    d.node("add", {a, b});
    move(d.graph, {a}, {0, 500});
    arrange(d.graph);
    EXPECT_GT(d.graph.find(a)->position.y, d.graph.find(b)->position.y);
    const Graph once = d.graph;
    arrange(d.graph);
    EXPECT_TRUE(d.graph == once) << "what is arranged stays";
}

}  // namespace
}  // namespace perceptarium::network
