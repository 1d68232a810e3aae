// Blocks: laid out they are the network drawn flat; what is wrong inside is told where it can be seen; every edit of them is
// checked and takes nothing else along.
#include <gmock/gmock.h>

#include "core/network/drawing.h"
#include "network/block_edits.h"
#include "network/expand.h"
#include "network/model.h"

namespace perceptarium::network {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Names = std::vector<std::string>;

/// input → a → relu → b → end, dense layers of 6, 5 and 3 units.
Graph chain() {
    Drawing d;
    d.input("4").dense(6).then("relu").dense(5).dense(3);
    return d.graph;
}

NodeId idOf(const Graph& graph, const std::string& name) {
    const Node* node = graph.findByName(name);
    return node ? node->id : kNoNode;
}

/// The chain with its first Dense and ReLU in a block "Layer".
Graph blocked(NodeId* block = nullptr) {
    Graph graph = chain();
    const auto made = makeBlock(graph, {idOf(graph, "dense1"), idOf(graph, "relu1")}, "Layer");
    EXPECT_TRUE(made) << made.error().message();
    if (block && made) *block = *made;
    return graph;
}

/// What is inside the block of that name, for an edit.
Graph opened(const Graph& whole, const std::string& block) {
    Graph inside = whole.blocks().at(block)->inside;
    inside.setBlocks(whole.blocks());
    return inside;
}

Names namesOf(const Graph& graph) {
    Names names;
    for (const NodeId id : graph.topologicalOrder()) names.push_back(graph.find(id)->name);
    return names;
}

Model compiled(const Graph& graph) {
    auto model = Model::compile(graph, {}, 7);
    if (!model) throw std::runtime_error(model.error().message());
    return std::move(*model);
}

Tensor answer(Model& model) {
    Tensor x = Tensor::empty(model.inputType().shape.withBatch(2));
    Random random(3, "batch");
    for (float& value : x.values<float>()) value = static_cast<float>(random.normal());
    return model.forward(x, {}, model.outputNode()).value().clone();
}

TEST(Expand, isTheNetworkDrawnFlat) {
    const Graph graph = blocked();
    Drawing flat;
    flat.input("4");
    for (const auto& [layer, name, units] : std::vector<std::tuple<const char*, const char*, int>>{
             {"dense", "layer1/dense1", 6}, {"relu", "layer1/relu1", 0}, {"dense", "dense2", 5}, {"dense", "dense3", 3}}) {
        const NodeId before = flat.last;
        flat.last = flat.graph.insert({.layer = layer, .name = name,
                                       .settings = units ? Settings{{"units", whole(units)}} : Settings{}});
        flat.graph.connect({before, flat.last, 0});
    }
    Model blocks = compiled(graph), drawn = compiled(flat.graph);
    EXPECT_EQ(blocks.trainableCount(), drawn.trainableCount());
    EXPECT_EQ(namesOf(blocks.graph()), namesOf(flat.graph));
    EXPECT_TRUE(answer(blocks).identical(answer(drawn)));
}

TEST(Expand, leavesADrawingWithoutBlocksAsItIs) {
    const Graph graph = residual(2).graph;
    EXPECT_EQ(expand(graph).flat, graph);
}

TEST(Expand, repeatsABlockWithWeightsOfItsOwn) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    ASSERT_TRUE(changeSetting(graph, block, kRepeat, whole(3)));
    EXPECT_THAT(namesOf(expand(graph).flat),
                ElementsAre("input1", "layer1/1/dense1", "layer1/1/relu1", "layer1/2/dense1", "layer1/2/relu1",
                            "layer1/3/dense1", "layer1/3/relu1", "dense2", "dense3"));
    const Inference seen = infer(graph);
    ASSERT_TRUE(seen.valid()) << allText(seen);
    EXPECT_EQ(seen.parameters.at(block), (4 + 1) * 6 + 2 * (6 + 1) * 6);
    EXPECT_EQ(seen.outputs.at(block), layers::vectorOf(6));
    EXPECT_EQ(compiled(graph).trainableCount(), seen.totalParameters());
}

TEST(Expand, laysBlocksInBlocksOut) {
    NodeId inner = kNoNode;
    Graph graph = blocked(&inner);
    ASSERT_TRUE(changeSetting(graph, inner, kRepeat, whole(2)));
    const auto outer = makeBlock(graph, {inner, idOf(graph, "dense2")}, "Two");
    ASSERT_TRUE(outer) << outer.error().message();
    EXPECT_THAT(namesOf(expand(graph).flat),
                ElementsAre("input1", "two1/layer1/1/dense1", "two1/layer1/1/relu1", "two1/layer1/2/dense1",
                            "two1/layer1/2/relu1", "two1/dense2", "dense3"));
    EXPECT_TRUE(infer(graph).valid());
    EXPECT_EQ(blocksUsed(graph), (std::set<std::string>{"Layer", "Two"}));
}

TEST(Expand, keepsIdsWhileOtherPartsChange) {
    Graph graph = blocked();
    const NodeId before = idOf(expand(graph).flat, "layer1/dense1");
    ASSERT_TRUE(appendNode(graph, "softmax", kNoNode));
    EXPECT_EQ(idOf(expand(graph).flat, "layer1/dense1"), before);
    EXPECT_EQ(idOf(expand(graph).flat, "dense2"), idOf(graph, "dense2"));
}

TEST(Expand, refusesABlockThatHoldsItself) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    Graph inside = opened(graph, "Layer");
    ASSERT_TRUE(appendNode(inside, blockLayer("Layer"), idOf(inside, "relu1")));
    const Graph before = graph;
    const Status refused = putBack(graph, "Layer", inside);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message(), HasSubstr("cannot hold itself"));
    EXPECT_EQ(graph, before);

    Blocks blocks = graph.blocks();  // as a file may have it
    auto loop = std::make_shared<Block>(*blocks.at("Layer"));
    loop->inside = inside;
    loop->inside.setBlocks({});
    blocks["Layer"] = loop;
    graph.setBlocks(blocks);
    const Inference seen = infer(graph);
    ASSERT_NE(seen.errorAt(block), nullptr);
    EXPECT_THAT(seen.errorAt(block)->what, HasSubstr("holds itself"));
    EXPECT_FALSE(Model::compile(graph, {}, 1));
}

TEST(Expand, saysHowLargeANetworkMayBe) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    ASSERT_TRUE(changeSetting(graph, block, kRepeat, whole(1000)));
    EXPECT_TRUE(infer(graph).valid());
    const auto outer = makeBlock(graph, {block}, "Many");
    ASSERT_TRUE(outer);
    ASSERT_TRUE(changeSetting(graph, *outer, kRepeat, whole(1000)));
    const Inference seen = infer(graph);
    ASSERT_FALSE(seen.valid());
    EXPECT_THAT(allText(seen), HasSubstr("10000 nodes"));
    EXPECT_FALSE(Model::compile(graph, {}, 1));
}

TEST(Expand, tellsWhatIsMissingAroundABlock) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    graph.disconnect(graph.edgesInto(block)[0]);
    EXPECT_THAT(infer(graph).errorAt(block)->what, HasSubstr("gets no input"));
    graph = blocked(&block);
    graph.setBlocks({});
    EXPECT_THAT(infer(graph).errorAt(block)->what, HasSubstr("no block “Layer”"));
    graph = blocked(&block);
    Node node = *graph.find(block);
    node.settings["wings"] = whole(2);
    graph.replace(node);
    EXPECT_THAT(infer(graph).errorAt(block)->text(), HasSubstr("wings"));
}

TEST(Expand, tellsWhatIsWrongInsideAtTheBlockAndInIt) {
    Drawing d;
    d.input("6x6x1").conv(2, 5).conv(2, 5).then("flatten").dense(2);
    const NodeId block = *makeBlock(d.graph, {idOf(d.graph, "conv2d1"), idOf(d.graph, "conv2d2")}, "Convs");
    const Inference seen = infer(d.graph);
    ASSERT_NE(seen.errorAt(block), nullptr) << allText(seen);
    EXPECT_THAT(seen.errorAt(block)->what, HasSubstr("In “convs1/conv2d2”"));
    const Expansion expansion = expand(d.graph);
    const Inference inside = seenAt({block}, d.graph, expansion, infer(expansion, {}));
    const NodeId second = idOf(*drawingAt(d.graph, {block}), "conv2d2");
    ASSERT_NE(inside.errorAt(second), nullptr);
    EXPECT_EQ(inside.errorAt(second)->setting, "kernel");
    EXPECT_EQ(inside.outputs.at(idOf(*drawingAt(d.graph, {block}), "conv2d1")), layers::pictureOf(2, 2, 2));
    EXPECT_EQ(inside.outputs.at(idOf(*drawingAt(d.graph, {block}), "in1")), layers::pictureOf(6, 6, 1));
}

TEST(Blocks, giveBothSidesOfAKernelToLayersInside) {
    Drawing d;
    d.input("9x9x1").conv(2, 3).conv(2, 3).then("flatten").dense(2);
    const NodeId block = *makeBlock(d.graph, {idOf(d.graph, "conv2d1"), idOf(d.graph, "conv2d2")}, "Convs");
    Graph& graph = d.graph;
    const auto inside = [&] { return graph.blocks().at("Convs")->inside; };
    ASSERT_TRUE(driveSetting(graph, "Convs", idOf(inside(), "conv2d1"), "kernel", "window"));
    ASSERT_TRUE(driveSetting(graph, "Convs", idOf(inside(), "conv2d2"), "kernel", "window"));
    const SettingSpec window = *findSetting(specOf(graph, blockLayer("Convs"))->settings, "window");
    EXPECT_EQ(window.kind, SettingKind::Pair);
    EXPECT_EQ(window.standard, whole(3));
    ASSERT_TRUE(changeSetting(graph, block, "window", Pair{1, 4}));
    EXPECT_EQ(infer(graph).outputs.at(block), layers::pictureOf(9, 3, 2)) << allText(infer(graph));
    EXPECT_FALSE(changeSetting(graph, block, "window", Pair{1, 0}));
    ASSERT_TRUE(changeStandard(graph, "Convs", "window", Pair{2, 1}));
    EXPECT_EQ(graph.blocks().at("Convs")->settings[0].standard, SettingValue(Pair{2, 1}));
    releaseSetting(graph, "Convs", idOf(inside(), "conv2d1"), "kernel");
    EXPECT_EQ(inside().findByName("conv2d1")->settings.at("kernel"), SettingValue(Pair{2, 1}));
}

TEST(Blocks, giveOneNumberToAPairButNoPairToANumber) {
    Drawing d;
    d.input("9x9x1").conv(2, 3).then("flatten").dense(2);
    ASSERT_TRUE(makeBlock(d.graph, {idOf(d.graph, "conv2d1"), idOf(d.graph, "flatten1"), idOf(d.graph, "dense1")}, "All"));
    Graph& graph = d.graph;
    const auto inside = [&] { return graph.blocks().at("All")->inside; };
    const NodeId conv = idOf(inside(), "conv2d1"), dense = idOf(inside(), "dense1");
    ASSERT_TRUE(driveSetting(graph, "All", dense, "units", "size"));
    EXPECT_TRUE(driveSetting(graph, "All", conv, "kernel", "size")) << "a square";
    EXPECT_TRUE(infer(graph).valid()) << allText(infer(graph));
    ASSERT_TRUE(driveSetting(graph, "All", conv, "stride", "step"));
    EXPECT_FALSE(driveSetting(graph, "All", dense, "units", "step"));
}

TEST(Expand, saysThatARepeatDoesNotFit) {
    Drawing d;
    d.input("8x8x1").conv(2, 5).then("flatten").dense(2);
    const NodeId block = *makeBlock(d.graph, {idOf(d.graph, "conv2d1")}, "Convs");
    ASSERT_TRUE(changeSetting(d.graph, block, kRepeat, whole(4)));
    const Inference seen = infer(d.graph);
    ASSERT_NE(seen.errorAt(block), nullptr);
    EXPECT_THAT(seen.errorAt(block)->what, HasSubstr("Copy 2 of the repeated block does not work with what copy 1 gives"));
    int told = 0;
    for (const Finding& finding : seen.findings) told += finding.node == block;
    EXPECT_EQ(told, 1);
}

TEST(Expand, bypassesABlockAndFreezesWhatIsInside) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    ASSERT_TRUE(freeze(graph, {block}, true));
    EXPECT_EQ(compiled(graph).frozen(), (std::set<std::string>{"layer1/dense1", "layer1/relu1"}));
    EXPECT_EQ(infer(graph).frozenParameters, (4 + 1) * 6);
    ASSERT_TRUE(bypass(graph, {block}, true));
    const Inference seen = infer(graph);
    ASSERT_TRUE(seen.valid()) << allText(seen);
    EXPECT_EQ(seen.leftOut, (std::set<NodeId>{block}));
    EXPECT_EQ(seen.outputs.at(block), layers::vectorOf(4));
    EXPECT_THAT(namesOf(compiled(graph).graph()), ElementsAre("input1", "dense2", "dense3"));
    ASSERT_TRUE(bypass(graph, {block}, false));
    Graph inside = opened(graph, "Layer");
    ASSERT_TRUE(bypass(inside, {idOf(inside, "dense1")}, true));
    ASSERT_TRUE(putBack(graph, "Layer", inside));
    EXPECT_THAT(namesOf(compiled(graph).graph()), ElementsAre("input1", "layer1/relu1", "dense2", "dense3"));
    EXPECT_EQ(infer(graph).outputs.at(block), layers::vectorOf(4));
    EXPECT_FALSE(bypass(inside, inputsOf(inside), true));  // what comes in enters there
}

TEST(MakeBlock, keepsTheNumbersAndUnpackingThemToo) {
    Graph graph = chain();
    const Graph before = graph;
    Model first = compiled(graph);
    const NodeId block = *makeBlock(graph, {idOf(graph, "relu1")}, "Only");
    Model second = compiled(graph);
    EXPECT_TRUE(answer(first).identical(answer(second)));  // a ReLU has no weights that another name would change
    const auto back = unpackBlock(graph, block);
    ASSERT_TRUE(back) << back.error().message();
    EXPECT_EQ(namesOf(graph), namesOf(before));
    Model third = compiled(graph);
    EXPECT_TRUE(answer(first).identical(answer(third)));
    dropUnusedBlocks(graph);
    EXPECT_TRUE(graph.blocks().empty());
}

TEST(MakeBlock, takesEveryOutsideSourceAsAnInput) {
    Drawing d = residual(1);
    const NodeId add = idOf(d.graph, "add1"), relu = idOf(d.graph, "relu2");
    const Graph before = d.graph;
    const NodeId block = *makeBlock(d.graph, {add, relu}, "Join");
    EXPECT_EQ(inputsOf(d.graph.blocks().at("Join")->inside).size(), 2u);
    EXPECT_EQ(d.graph.edgesInto(block).size(), 2u);
    EXPECT_EQ(compiled(d.graph).trainableCount(), compiled(before).trainableCount());
    const auto back = unpackBlock(d.graph, block);
    ASSERT_TRUE(back);
    Model was = compiled(before), is = compiled(d.graph);
    EXPECT_TRUE(answer(was).identical(answer(is)));
}

TEST(MakeBlock, refusesInWords) {
    const auto refused = [](Graph graph, const Names& names, const std::string& why) {
        const Graph before = graph;
        std::vector<NodeId> nodes;
        for (const auto& name : names) nodes.push_back(idOf(graph, name));
        const auto made = makeBlock(graph, nodes, "No");
        ASSERT_FALSE(made);
        EXPECT_THAT(made.error().message(), HasSubstr(why));
        EXPECT_EQ(graph, before);
    };
    refused(chain(), {}, "nothing is selected");
    refused(chain(), {"input1", "dense1"}, "“input1” stays outside");
    refused(chain(), {"dense1", "dense2"}, "“relu1” would come both after and before");
    Drawing d;
    d.input("4").dense(3);
    const NodeId dense = d.last;
    d.then("relu");
    d.node("tanh", {dense});
    d.node("add", {idOf(d.graph, "relu1"), idOf(d.graph, "tanh1")});
    refused(d.graph, {"dense1", "relu1"}, "a block has one output");
    refused(d.graph, {"relu1", "tanh1"}, "“relu1”, “tanh1”");
}

TEST(MakeBlock, doesNotNeedAnythingAround) {
    Graph graph;
    ASSERT_TRUE(appendNode(graph, "dense", kNoNode));
    ASSERT_TRUE(appendNode(graph, "relu", kNoNode));
    const auto block = makeBlock(graph, {1, 2}, "Loose");
    ASSERT_TRUE(block) << block.error().message();
    const Graph& inside = graph.blocks().at("Loose")->inside;
    EXPECT_THAT(namesOf(inside), ElementsAre("in1", "dense1", "relu1"));
    EXPECT_FALSE(faultOf(graph, "Loose"));
}

TEST(BlockSettings, driveWhatIsInside) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    const NodeId dense = idOf(graph.blocks().at("Layer")->inside, "dense1");
    ASSERT_TRUE(driveSetting(graph, "Layer", dense, "units", "width"));
    const SpecPtr spec = specOf(graph, blockLayer("Layer"));
    ASSERT_EQ(spec->settings.size(), 2u);
    EXPECT_EQ(spec->settings[0].title, "Width");
    EXPECT_EQ(std::get<std::int64_t>(spec->settings[0].standard), 6);
    EXPECT_EQ(spec->settings[0].minimum, 1);
    EXPECT_EQ(infer(graph).outputs.at(block), layers::vectorOf(6));
    ASSERT_TRUE(changeSetting(graph, block, "width", whole(9)));
    EXPECT_EQ(infer(graph).outputs.at(block), layers::vectorOf(9));
    const Status bad = changeSetting(graph, block, "width", whole(0));
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().where, "width");

    ASSERT_TRUE(renameBlockSetting(graph, "Layer", "width", "size"));
    EXPECT_EQ(infer(graph).outputs.at(block), layers::vectorOf(9));
    ASSERT_TRUE(changeStandard(graph, "Layer", "size", whole(7)));
    releaseSetting(graph, "Layer", dense, "units");
    EXPECT_EQ(graph.blocks().at("Layer")->settings.size(), 0u);
    EXPECT_TRUE(graph.find(block)->settings.empty());
    EXPECT_EQ(infer(graph).outputs.at(block), layers::vectorOf(7));
}

TEST(BlockSettings, reachThroughBlocksInBlocks) {
    NodeId inner = kNoNode;
    Graph graph = blocked(&inner);
    ASSERT_TRUE(driveSetting(graph, "Layer", idOf(graph.blocks().at("Layer")->inside, "dense1"), "units", "width"));
    const NodeId outer = *makeBlock(graph, {inner}, "Outer");
    const NodeId within = idOf(graph.blocks().at("Outer")->inside, "layer1");
    ASSERT_TRUE(driveSetting(graph, "Outer", within, "width", "size"));
    ASSERT_TRUE(driveSetting(graph, "Outer", within, kRepeat, "depth"));
    ASSERT_TRUE(changeSetting(graph, outer, "size", whole(8)));
    ASSERT_TRUE(changeSetting(graph, outer, "depth", whole(2)));
    EXPECT_EQ(infer(graph).parameters.at(outer), (4 + 1) * 8 + (8 + 1) * 8);
    EXPECT_EQ(specOf(graph, blockLayer("Outer"))->settings[0].minimum, 1);
    removeBlockSetting(graph, "Layer", "width");  // what led to it goes as well
    EXPECT_EQ(graph.blocks().at("Outer")->settings.size(), 1u);
    EXPECT_FALSE(graph.find(outer)->settings.contains("size"));
    EXPECT_TRUE(infer(graph).valid());
}

TEST(BlockSettings, areCheckedAndNamed) {
    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    const NodeId dense = idOf(graph.blocks().at("Layer")->inside, "dense1");
    const Graph before = graph;
    EXPECT_FALSE(driveSetting(graph, "Layer", dense, "wings", "a"));
    EXPECT_FALSE(driveSetting(graph, "Layer", dense, "units", ""));
    EXPECT_FALSE(driveSetting(graph, "Layer", dense, "units", "repeat"));
    EXPECT_FALSE(driveSetting(graph, "Nowhere", dense, "units", "a"));
    EXPECT_EQ(graph, before);
    ASSERT_TRUE(driveSetting(graph, "Layer", dense, "units", "a"));
    EXPECT_FALSE(driveSetting(graph, "Layer", dense, "bias", "a"));  // another kind
    EXPECT_FALSE(renameBlock(graph, "Layer", ""));
    EXPECT_FALSE(renameBlock(graph, "Layer", "a/b"));
    ASSERT_TRUE(renameBlock(graph, "Layer", "Slab"));
    EXPECT_EQ(graph.find(block)->layer, "block/Slab");
    EXPECT_TRUE(infer(graph).valid());
}

TEST(PutBack, letsEveryNodeFollow) {
    Drawing d = residual(1);
    const NodeId join = *makeBlock(d.graph, {idOf(d.graph, "add1"), idOf(d.graph, "relu2")}, "Join");
    const auto sources = d.graph.edgesInto(join);
    Graph inside = opened(d.graph, "Join");
    remove(inside, {inputsOf(inside)[0]});
    ASSERT_TRUE(putBack(d.graph, "Join", inside));
    ASSERT_EQ(d.graph.edgesInto(join).size(), 1u);
    EXPECT_EQ(d.graph.edgesInto(join)[0], (Edge{sources[1].from, join, 0}));

    NodeId block = kNoNode;
    Graph graph = blocked(&block);
    ASSERT_TRUE(driveSetting(graph, "Layer", idOf(graph.blocks().at("Layer")->inside, "dense1"), "units", "width"));
    ASSERT_TRUE(changeSetting(graph, block, "width", whole(9)));
    inside = opened(graph, "Layer");
    removeHealing(inside, {idOf(inside, "dense1")});
    ASSERT_TRUE(putBack(graph, "Layer", inside));
    EXPECT_TRUE(graph.blocks().at("Layer")->settings.empty());
    EXPECT_TRUE(graph.find(block)->settings.empty());
    EXPECT_TRUE(infer(graph).valid()) << allText(infer(graph));
}

TEST(BlockCopies, bringTheirDefinitionAlong) {
    NodeId block = kNoNode;
    const Graph from = blocked(&block);
    const Fragment fragment = copy(from, {block});
    Graph fresh;
    ASSERT_TRUE(appendNode(fresh, "input", kNoNode));
    paste(fresh, fragment, {});
    EXPECT_TRUE(sameBlocks(fresh.blocks(), from.blocks()));

    Graph other = chain();  // another block of this name is there
    ASSERT_TRUE(makeBlock(other, {idOf(other, "dense2")}, "Layer"));
    const NodeId pasted = paste(other, fragment, {})[0];
    EXPECT_EQ(other.find(pasted)->layer, "block/Layer 2");
    EXPECT_EQ(*other.blocks().at("Layer 2"), *from.blocks().at("Layer"));
    EXPECT_EQ(other.find(paste(other, fragment, {})[0])->layer, "block/Layer 2");
}

}  // namespace
}  // namespace perceptarium::network
