// Networks as text: what can be written, that it says the same when read again, and what errors say.
#include "network/notation.h"

#include <gtest/gtest.h>

#include "core/network/drawing.h"
#include "exchange/project_file.h"
#include "network/edits.h"
#include "network/node_flags.h"

namespace perceptarium::network {
namespace {

/// A drawing without ids and positions: layers by name with their settings, and by name what feeds each.
struct Said {
    std::map<std::string, std::pair<std::string, Settings>> layers;
    std::map<std::string, std::vector<std::string>> inputs, flags;
    bool operator==(const Said&) const = default;
};
Said saidBy(const Graph& graph) {
    Said said;
    for (const auto& [id, node] : graph.nodes()) {
        said.layers[node.name] = {node.layer, node.settings};
        for (const NodeFlag& flag : nodeFlags())
            if (node.*flag.member) said.flags[node.name].push_back(flag.name);
        for (const Edge& edge : graph.edgesInto(id)) said.inputs[node.name].push_back(graph.find(edge.from)->name);
    }
    return said;
}

Graph read(const std::string& text) {
    const auto graph = graphFromNotation(text);
    EXPECT_TRUE(graph) << text << "\n" << (graph ? "" : graph.error().message());
    return graph.value_or(Graph{});
}

void expectRoundTrip(const Graph& graph) {
    const std::string text = toNotation(graph);
    const auto again = graphFromNotation(text);
    ASSERT_TRUE(again) << text << "\n" << again.error().message();
    EXPECT_TRUE(saidBy(*again) == saidBy(graph)) << text << "\nreads as\n" << toNotation(*again);
}

TEST(Notation, readsTheLineOfTheIssue) {
    const Graph graph = read("28x28x1 > conv 8 5x5 > relu > maxpool 2 > flatten > dense 10");
    ASSERT_EQ(graph.nodes().size(), 6u);
    EXPECT_EQ(graph.edges().size(), 5u);
    const Node* conv = graph.findByName("conv");
    ASSERT_NE(conv, nullptr);
    EXPECT_EQ(conv->layer, "conv2d");
    EXPECT_EQ(conv->settings, (Settings{{"filters", whole(8)}, {"kernel", whole(5)}}));
    EXPECT_EQ(graph.findByName("maxpool")->settings, (Settings{{"size", whole(2)}}));
    const Inference inference = infer(graph);
    EXPECT_TRUE(inference.valid()) << allText(inference);
    EXPECT_EQ(inference.outputs.at(inference.output).shape, (Shape{10}));
    EXPECT_EQ(toNotation(graph), "28x28x1 > conv 8 5x5 > relu > maxpool 2x2 > flatten > dense 10");
}

TEST(Notation, takesNumbersInOrderWordsForChoicesAndNamesForTheRest) {
    const Graph graph = read("conv2d 16 3 2 same bias=false dilation=1 > DENSE units=4 he-normal > dropout 0.25 > leaky-relu slope=0.1");
    EXPECT_EQ(graph.findByName("conv2d")->settings, (Settings{{"filters", whole(16)}, {"kernel", whole(3)}, {"stride", whole(2)},
                                                              {"padding", text("same")}, {"bias", false}, {"dilation", whole(1)}}));
    EXPECT_EQ(graph.nodes().at(2).settings, (Settings{{"units", whole(4)}, {"initializer", text("he-normal")}}));
    EXPECT_EQ(graph.findByName("dropout")->settings, (Settings{{"rate", 0.25}}));
    EXPECT_EQ(graph.nodes().at(4).layer, "leaky-relu");
}

TEST(Notation, keepsWindowsThatAreNoSquares) {
    const Graph graph = read("28x28x1 > conv 8 5x3 2x1 > conv 4 1×3 dilation=1x2 > conv 2 3,5 > maxpool 2x3 1x2 pad=0x1 explicit");
    EXPECT_EQ(graph.nodes().at(2).settings, (Settings{{"filters", whole(8)}, {"kernel", Pair{5, 3}}, {"stride", Pair{2, 1}}}));
    EXPECT_EQ(graph.nodes().at(3).settings, (Settings{{"filters", whole(4)}, {"kernel", Pair{1, 3}}, {"dilation", Pair{1, 2}}}));
    EXPECT_EQ(graph.nodes().at(4).settings, (Settings{{"filters", whole(2)}, {"kernel", Pair{3, 5}}}));
    EXPECT_TRUE(infer(graph).valid()) << allText(infer(graph));
    EXPECT_EQ(toNotation(graph), "28x28x1 > conv 8 5x3 2x1 > conv 4 1x3 dilation=1x2 > conv 2 3x5 > maxpool 2x3 1x2 0x1 explicit");
    expectRoundTrip(graph);
    expectRoundTrip(read("conv 8 3x3 2x1 > pool 5x5 3 > pool 3x2 0x1"));
}

TEST(Notation, aNumberBehindTheWordIsTheName) {
    const Graph graph = read("input1 28x28x1 > conv1 8 5x5 > conv2d7 4 > maxpool1d1 2");
    EXPECT_EQ(graph.findByName("conv1")->layer, "conv2d");
    EXPECT_EQ(graph.findByName("conv2d7")->settings, (Settings{{"filters", whole(4)}}));
    EXPECT_EQ(graph.findByName("maxpool1d1")->layer, "max-pool1d");
    EXPECT_EQ(toNotation(graph), "input1 28x28x1 > conv1 8 5x5 > conv2d7 4 > maxpool1d1 2");
    EXPECT_EQ(read("x: conv1 8").findByName("x")->layer, "conv2d");
}

TEST(Notation, keepsWhatIsFrozenOrBypassed) {
    const Graph graph = read("28x28x1 > conv 8 5x5 same frozen > relu bypassed > flatten > dense 10");
    EXPECT_TRUE(graph.findByName("conv")->frozen);
    EXPECT_TRUE(graph.findByName("relu")->bypassed);
    EXPECT_FALSE(graph.findByName("dense")->frozen);
    EXPECT_EQ(toNotation(graph), "28x28x1 > conv 8 5x5 same frozen > relu bypassed > flatten > dense 10");
}

TEST(Notation, joinsBranches) {
    const Graph graph = read("8x8x4 > ( conv 4 3x3 same > relu | skip | conv 4 1x1 ) > add > relu");
    const Node& add = *graph.findByName("add");
    const auto into = graph.edgesInto(add.id);
    ASSERT_EQ(into.size(), 3u);
    EXPECT_EQ(graph.find(into[0].from)->name, "relu1");
    EXPECT_EQ(graph.find(into[1].from)->name, "input");
    EXPECT_EQ(graph.find(into[2].from)->name, "conv2");
    EXPECT_TRUE(infer(graph).valid()) << allText(infer(graph));
    EXPECT_EQ(toNotation(graph), "8x8x4 > ( conv 4 3x3 same > relu | skip | conv 4 1x1 ) > add > relu");
}

TEST(Notation, readsIdentityAsTheLayerThatItIs) {
    const Graph graph = read("8x8x4 > ( conv 4 3x3 same | identity ) > add");
    EXPECT_NE(graph.findByName("identity"), nullptr);
    expectRoundTrip(graph);
}

TEST(Notation, hasNamedPoints) {
    const Graph graph = read("6 > a: dense 4 > relu; \"b c\": dense 4; ( @a | @\"b c\" ) > add; @a > tanh");
    EXPECT_EQ(saidBy(graph).inputs["add"], (std::vector<std::string>{"a", "b c"}));
    EXPECT_EQ(saidBy(graph).inputs["tanh"], std::vector<std::string>{"a"});
    EXPECT_EQ(saidBy(graph).inputs["relu"], std::vector<std::string>{"a"});
    expectRoundTrip(graph);
}

TEST(Notation, keepsEveryReadyProject) {
    for (const auto& ready : project::readyProjects()) {
        const auto project = exchange::loadProject(ready.id);
        ASSERT_TRUE(project);
        SCOPED_TRACE(ready.id);
        expectRoundTrip(project->document.graph);
    }
}

TEST(Notation, ofLenetAndAResidualNetworkReadsWell) {
    EXPECT_EQ(toNotation(exchange::loadProject("lenet-digits")->document.graph),
              "input > conv 16 5x5 same > relu > pool > conv 32 5x5 > relu > pool > flatten > dense 120 > relu > dropout 0.25 > "
              "dense 84 > relu > dense 10 > softmax");
    EXPECT_EQ(toNotation(exchange::loadProject("residual-digits")->document.graph),
              "input > conv 16 3x3 2 same > norm > relu > ( skip | conv 16 3x3 same > norm > relu > conv 16 3x3 same > norm ) > "
              "add > relu > pool > flatten > dense1 10 > softmax");
    expectRoundTrip(residual(3).graph);
}

TEST(Notation, ofAPartLeavesTheRestOut) {
    Drawing d = lenet();
    EXPECT_EQ(toNotation(d.graph, {3, 4, 5}), "relu1 > max-pool1 > conv2d2 16 5x5 1 valid");
}

TEST(Notation, quotesWhatNeedsIt) {
    Drawing d;
    d.input("3 × 4 × 2").then("flatten");
    Node node = *d.graph.find(2);
    node.name = "a > \"b\"; c:";
    d.graph.replace(node);
    d.node("dense", {2}, {{"units", whole(2)}});
    d.node("dense", {2}, {{"units", whole(3)}});
    expectRoundTrip(d.graph);
}

TEST(Notation, errorsSayWhereAndWhatWasExpected) {
    const auto refused = [](const std::string& text) {
        const auto graph = graphFromNotation(text);
        EXPECT_FALSE(graph) << text;
        return graph ? std::string() : graph.error().message();
    };
    EXPECT_EQ(refused("28x28x1 > cnov 8"), "column 11: there is no such layer (expected did you mean conv?, found cnov)");
    EXPECT_EQ(refused("6 > dense 3 4"), "column 13: Dense has no further setting for a number (expected units=…, bias=…, "
                                            "initializer=…, initializerNumber=…, biasStart=…, found 4)");
    EXPECT_EQ(refused("conv1d 8 3x5"), "column 10: Kernel size is one number (expected such as 3, found 3x5)");
    EXPECT_EQ(refused("conv 8 3x0"), "column 8: Kernel size, columns cannot be that (expected a whole number from 1 to 255, found 3x0)");
    EXPECT_EQ(refused("dense 3x5"), "column 7: Units is one number (expected such as 3, found 3x5)");
    EXPECT_EQ(refused("conv 8 3x3 sane"), "column 12: Conv2d has no such setting (expected did you mean same?, found sane)");
    EXPECT_EQ(refused("dense unit=3"), "column 7: Dense has no such setting (expected did you mean units?, found unit=3)");
    EXPECT_EQ(refused("dense 0"), "column 7: Units cannot be that (expected a whole number from 1 to 65536, found 0)");
    EXPECT_EQ(refused("dense 3 units=4"), "column 9: units is set twice (expected each setting once, found units=4)");
    EXPECT_EQ(refused("relu > ( dense 3 | skip"), "column 8: this parenthesis is not closed (expected ), found the end of the text)");
    EXPECT_EQ(refused("relu > ( dense 3 | skip ) > dense 4"),
              "column 29: Dense takes 1 input, but 2 branches lead to it (expected a layer that joins: add, concatenate, found dense)");
    EXPECT_EQ(refused("relu > input"), "column 8: Input takes no input (expected it at the beginning of a chain, found something before it)");
    EXPECT_EQ(refused("relu >"), "column 7: this cannot stand here (expected a layer, such as conv 8 3x3, found the end of the text)");
    EXPECT_EQ(refused("6 > dense 3\nrelu > tnah"), "line 2, column 8: there is no such layer (expected did you mean tanh?, found tnah)");
    EXPECT_EQ(refused("a: relu; a: tanh"), "column 10: two layers have this name (expected each name once, found a)");
    EXPECT_EQ(refused("a: relu; @b > tanh"), "column 10: no layer has this name (expected did you mean a? one of a, tanh, found @b)");
    EXPECT_EQ(refused("a: relu > b: tanh; ( @b | skip ) > add"),
              "column 27: nothing comes in here that could be skipped (expected a layer, or @ and the name of one, found skip)");
    EXPECT_EQ(refused("( @b | @b ) > a: add > b: relu"),
              "column 3: the data would run in a circle (expected a way from the beginning to the end, never back, found @b)");
    EXPECT_EQ(refused("\"relu > tanh"), "column 1: a quote is not closed (expected a \" at the end of the name or value)");
    EXPECT_EQ(refused("x → ümläut → y"), refused("x > ümläut > y")) << "columns count characters, not bytes";
    EXPECT_EQ(refused(""), "there is no layer in this text (expected such as 28x28x1 > flatten > dense 10)");
    EXPECT_NE(refused(std::string(300'000, ' ')).find("too long"), std::string::npos);
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "relu > ( ";
    EXPECT_NE(refused(deep).find("nested too deeply"), std::string::npos);
}

TEST(Notation, isToldFromOtherText) {
    EXPECT_TRUE(looksLikeNotation("28x28x1 > conv 8"));
    EXPECT_TRUE(looksLikeNotation("  ( dense 3 | skip ) > add"));
    EXPECT_TRUE(looksLikeNotation("a: relu > tanh"));
    EXPECT_FALSE(looksLikeNotation("Dear all, the results are in"));
    EXPECT_FALSE(looksLikeNotation("{\"perceptarium\": \"layers\"}"));
    EXPECT_FALSE(looksLikeNotation(""));
}

TEST(Notation, linesMayBeBroken) {
    const Graph one = read("6 > dense 3 > ( relu | skip ) > add; 4 > tanh");
    const Graph many = read("\n6\n> dense 3 >\n (\nrelu\n|\nskip ) > add\n\n4 > tanh\n");
    EXPECT_TRUE(saidBy(one) == saidBy(many));
}

// --- property: whatever is drawn is the same when it is read again -----------------------------------------------------

Settings randomSettings(const layers::LayerSpec& spec, Random& random) {
    Settings settings;
    for (const SettingSpec& setting : spec.settings) {
        if (random.uniform() < 0.6) continue;
        switch (setting.kind) {
            case SettingKind::Bool: settings[setting.name] = random.below(2) == 1; break;
            case SettingKind::Integer: settings[setting.name] = static_cast<std::int64_t>(std::max(setting.minimum, 0.0)) + static_cast<std::int64_t>(random.below(4)); break;
            case SettingKind::Pair: {
                const auto side = [&] { return static_cast<std::int64_t>(std::max(setting.minimum, 0.0)) + static_cast<std::int64_t>(random.below(4)); };
                settings[setting.name] = pairValue({side(), side()});
                break;
            }
            case SettingKind::Real: settings[setting.name] = std::clamp(random.uniform(0.01, 0.9), setting.minimum, setting.maximum); break;
            case SettingKind::Choice: settings[setting.name] = setting.choices[random.below(setting.choices.size())]; break;
            default: {
                const char* texts[] = {"8x8x2", "words:5:9", "", "two words", "a\"b\\c", "→ > | ( ) ; @ = :"};
                settings[setting.name] = std::string(texts[random.below(std::size(texts))]);
            }
        }
    }
    return settings;
}

std::string randomName(const Graph& graph, const layers::LayerSpec& spec, Random& random) {
    const char* odd[] = {"a b", "x:", "@y", "p|q", "über", "(z)", "relu", "dense1", "-> w", "k=v", "skip"};
    if (random.uniform() < 0.25) {
        const std::string name = odd[random.below(std::size(odd))];
        if (!graph.findByName(name)) return name;
    }
    const auto words = layers::wordsOf(spec);
    const std::string& word = words[random.below(words.size())];
    return random.uniform() < 0.3 && !graph.findByName(word) ? word : graph.freeName(word);
}

/// Any drawing that edits can make: no circles, each layer with as many inputs as it takes or fewer, several ends.
Graph randomGraph(Random& random) {
    Graph graph;
    const auto& layers = layers::allLayers();
    const auto count = static_cast<NodeId>(1 + random.below(14));
    for (NodeId i = 1; i <= count; ++i) {
        const auto* spec = random.uniform() < 0.35 ? layers::findLayer(random.below(2) ? "add" : "concatenate") : layers[random.below(layers.size())];
        const NodeId id = graph.insert({.layer = spec->id, .version = spec->version, .name = randomName(graph, *spec, random), .settings = randomSettings(*spec, random)});
        if (random.uniform() < 0.2) {
            Node marked = *graph.find(id);
            marked.*nodeFlags()[random.below(nodeFlags().size())].member = true;
            graph.replace(marked);
        }
        const int most = std::min(spec->maximumInputs, 1 + static_cast<int>(random.below(3)));
        for (int port = 0; port < most && id > 1; ++port)
            if (random.uniform() < 0.9) graph.connect({1 + static_cast<NodeId>(random.uniform() < 0.6 ? id - 2 : static_cast<NodeId>(random.below(static_cast<std::uint64_t>(id - 1)))), id, static_cast<int>(graph.edgesInto(id).size())});
    }
    return graph;
}

TEST(Notation, keepsAnyDrawing) {
    Random random(11, "notation");
    for (int round = 0; round < 3000 && !::testing::Test::HasFailure(); ++round) expectRoundTrip(randomGraph(random));
}

TEST(Notation, placesNoLayerOnAnother) {
    const Graph graph = read("8x8x4 > ( conv 4 3x3 same > relu | skip | conv 4 1x1 ) > add > relu; @relu1 > flatten");
    for (const auto& [id, node] : graph.nodes())
        for (const auto& [other, there] : graph.nodes()) {
            const bool covers = std::abs(node.position.x - there.position.x) < kNodeWidth && std::abs(node.position.y - there.position.y) < kNodeHeight;
            EXPECT_FALSE(id < other && covers) << node.name << " lies on " << there.name;
        }
}

}  // namespace
}  // namespace perceptarium::network
