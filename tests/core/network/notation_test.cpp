// Networks as text: what can be written, that it says the same when read again, and what errors say.
#include "network/notation.h"

#include <gtest/gtest.h>

#include "core/network/drawing.h"
#include "exchange/project_file.h"
#include "network/block_edits.h"
#include "network/edits.h"
#include "network/node_flags.h"

namespace perceptarium::network {
namespace {

/// A drawing without ids and positions: layers by name with their settings, and by name what feeds each.
struct Said {
    std::map<std::string, std::pair<std::string, Settings>> layers;
    std::map<std::string, std::vector<std::string>> inputs, flags;
    std::map<std::string, Said> blocks;  ///< with their settings as layers called "$filters"
    bool operator==(const Said&) const = default;
};
Said saidBy(const Graph& graph, const Block* block = nullptr) {
    Said said;
    for (const std::string& name : block ? std::set<std::string>{} : blocksUsed(graph))
        if (const auto found = graph.blocks().find(name); found != graph.blocks().end()) said.blocks[name] = saidBy(found->second->inside, found->second.get());
    int number = 0;
    for (const auto& [id, node] : graph.nodes()) {
        said.layers[node.name] = {node.layer, node.settings};
        for (const NodeFlag& flag : nodeFlags())
            if (node.*flag.member) said.flags[node.name].push_back(flag.name);
        for (const Edge& edge : graph.edgesInto(id)) said.inputs[node.name].push_back(graph.find(edge.from)->name);
        if (node.layer == kBlockInput) said.flags[node.name].push_back("port " + std::to_string(number++));
    }
    for (const BlockSetting& setting : block ? block->settings : std::vector<BlockSetting>{}) {
        const std::string name = "$" + setting.name;
        said.layers[name] = {settingText(setting.standard), {}};
        for (const auto& drive : setting.drives) {
            said.inputs[name].push_back(graph.find(drive.node)->name + "." + drive.setting);
            said.layers[graph.find(drive.node)->name].second.erase(drive.setting);  // the value is not its own
        }
        std::sort(said.inputs[name].begin(), said.inputs[name].end());
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

TEST(Notation, aBlocksNumberGoesToPairsToo) {
    const std::string both = "block Both(n=3) = in > conv 8 $n same > flatten > dense $n; 12x12x1 > Both > dense 3";
    const Graph graph = read(both);
    const Block& block = *graph.blocks().at("Both");
    ASSERT_EQ(block.settings.size(), 1u);
    EXPECT_EQ(block.settings[0].drives.size(), 2u);
    EXPECT_EQ(block.inside.find(block.settings[0].drives[0].node)->layer, "dense") << "what takes one number decides";
    EXPECT_TRUE(sameBlocks(read(toNotation(graph)).blocks(), graph.blocks())) << toNotation(graph);
}

TEST(Notation, readsBlocksWithTheirSettings) {
    const Graph graph = read("block Residual(filters=16) = in > ( conv $filters 3x3 same > relu > conv $filters 3x3 same | skip ) > add > relu; "
                             "28x28x1 > conv 8 3x3 2 same > Residual 8 repeat=3 > Residual 8 > flatten > dense 10");
    ASSERT_EQ(graph.blocks().size(), 1u);
    const Block& block = *graph.blocks().at("Residual");
    EXPECT_EQ(block.inside.nodes().size(), 6u);
    ASSERT_EQ(block.settings.size(), 1u);
    EXPECT_EQ(block.settings[0].standard, whole(16));
    EXPECT_EQ(block.settings[0].drives.size(), 2u);
    EXPECT_EQ(graph.findByName("residual1")->settings, (Settings{{"filters", whole(8)}, {"repeat", whole(3)}}));
    const Inference inference = infer(graph);
    EXPECT_TRUE(inference.valid()) << allText(inference);
    EXPECT_EQ(inference.totalParameters(), 80 + 4 * 2 * (3 * 3 * 8 + 1) * 8 + (14 * 14 * 8 + 1) * 10);
    EXPECT_EQ(toNotation(graph),
              "block Residual(filters=16) = in > ( conv $filters 3x3 same > relu > conv $filters 3x3 same | skip ) > add > relu; "
              "28x28x1 > conv 8 3x3 2 same > Residual 8 repeat=3 > Residual 8 > flatten > dense 10");
    expectRoundTrip(graph);
}

TEST(Notation, theInputOfABlockMayBeLeftOut) {
    const Graph said = read("block Step = in > dense 4 > relu; 6 > Step > Step"), short_ = read("block Step = dense 4 > relu\n6 > Step > Step");
    EXPECT_TRUE(saidBy(said) == saidBy(short_)) << toNotation(short_);
    EXPECT_EQ(toNotation(short_), "block Step = in > dense 4 > relu; 6 > Step > Step");
}

TEST(Notation, aBlockMayHoldSeveralChainsAndOtherBlocks) {
    const std::string text =
        "block Gate = { in1; in2; ( @in2 > dense 4 > sigmoid | @in1 ) > add }; "
        "block Twice(width=3 times=2) = in > dense $width > relu > Inner: Cell $width repeat=$times; "
        "6 > ( dense 4 | Twice 4 ) > Gate";
    const Graph inner = read("block Cell(units=2) = in > dense $units bias=false; " + text);
    EXPECT_EQ(inner.blocks().size(), 3u);
    EXPECT_EQ(saidBy(inner).blocks.at("Gate").inputs.at("add"), (std::vector<std::string>{"sigmoid", "in1"}));
    EXPECT_EQ(saidBy(inner).blocks.at("Gate").flags.at("in2"), std::vector<std::string>{"port 1"});
    EXPECT_TRUE(infer(inner).valid()) << allText(infer(inner));
    EXPECT_EQ(infer(inner).parameters.at(inner.findByName("twice")->id), (6 + 1) * 4 + 2 * 4 * 4);
    expectRoundTrip(inner);
}

TEST(Notation, ofASelectionHoldsTheBlocksThatItUses) {
    const Graph graph = read("block A = in > relu; block B = in > A > tanh; 6 > A > B > dense 2");
    EXPECT_EQ(toNotation(graph, {2}), "block A = in > relu; A");
    EXPECT_EQ(toNotation(graph, {3}), "block A = in > relu; block B = in > A > tanh; B");
    EXPECT_EQ(toNotation(graph, {4}), "dense 2");
}

TEST(Notation, blocksWithOddNamesAreToldFromLayers) {
    for (const char* name : {"relu", "conv2", "in", "in7", "skip", "block", "3x3", "a b", "Residual 2", "x/y", "block/x", "Übung", "{z}", "$w"}) {
        Graph graph = read("6 > dense 4 > relu > dense 4 > relu > dense 2");
        const auto made = makeBlock(graph, {graph.findByName("dense1")->id, graph.findByName("relu1")->id}, name);
        if (!made) continue;  // no name for a block at all
        SCOPED_TRACE(toNotation(graph));
        expectRoundTrip(graph);
        ASSERT_TRUE(driveSetting(graph, name, 2, "units", "count of units"));
        ASSERT_TRUE(changeSetting(graph, *made, "count of units", whole(5)));
        expectRoundTrip(graph);
    }
}

TEST(Notation, usesBlocksThatAreThere) {
    const Graph project = read("block Step(units=4) = in > dense $units > relu; 6 > Step");
    const NotationContext context{project.blocks()};
    const auto typed = graphFromNotation("3 > Step 7 repeat=2", context);
    ASSERT_TRUE(typed) << typed.error().message();
    EXPECT_EQ(typed->blocks().at("Step"), project.blocks().at("Step"));
    EXPECT_TRUE(looksLikeNotation("Step 7 > relu", context));
    EXPECT_FALSE(looksLikeNotation("Step 7 > relu"));
    EXPECT_TRUE(looksLikeNotation("block A = in > relu; A"));
    EXPECT_FALSE(looksLikeNotation("block the way"));

    // What was copied comes back as the block that is there, a changed one as another.
    Graph pasted = project;
    for (const char* text : {"block Step(units=4) = in > dense $units > relu; Step 9", "block Step(units=4) = in > dense $units > tanh; Step"}) {
        const auto read = graphFromNotation(text, context);
        ASSERT_TRUE(read);
        paste(pasted, copy(*read, {1}), {});
    }
    EXPECT_EQ(pasted.blocks().size(), 2u);
    EXPECT_TRUE(pasted.blocks().contains("Step 2"));
}

TEST(Notation, insideABlockInIsItsInput) {
    const auto drawing = graphFromNotation("in > dense 3 > relu", {.blocks = {}, .inside = true});
    ASSERT_TRUE(drawing);
    EXPECT_EQ(drawing->findByName("in")->layer, kBlockInput);
    EXPECT_EQ(toNotation(*drawing), "in > dense 3 > relu");
    EXPECT_FALSE(graphFromNotation("in > dense 3 > relu"));
}

TEST(Notation, errorsInBlocksSayWhere) {
    const auto refused = [](const std::string& text) {
        const auto graph = graphFromNotation(text);
        EXPECT_FALSE(graph) << text;
        return graph ? std::string() : graph.error().message();
    };
    EXPECT_EQ(refused("block Step = in > dense 4"), "there is no layer in this text (expected such as 28x28x1 > flatten > dense 10)");
    EXPECT_EQ(refused("block Step in > dense 4; Step"), "column 12: this cannot stand here (expected = and what is in the block, from in to its end, found in)");
    EXPECT_EQ(refused("block Step = { in > dense 4; relu"), "column 14: this brace is not closed (expected }, found the end of the text)");
    EXPECT_EQ(refused("block Step = in > dense $units; Step"),
              "column 25: the block has no such setting (expected units=… in parentheses behind the block's name, found $units)");
    EXPECT_EQ(refused("block Step(units=4) = in > dense 3; Step"),
              "column 12: nothing in the block takes this setting (expected $units behind a layer of the block, found units=4)");
    EXPECT_EQ(refused("block Step(units=0) = in > dense $units; Step"), "column 12: Units cannot be that (expected a whole number from 1 to 65536, found 0)");
    EXPECT_EQ(refused("block Step(units) = in > relu; Step"), "column 12: this cannot stand here (expected a setting and its value, such as filters=16, or ), found units)");
    EXPECT_EQ(refused("block relu = in > tanh; relu"),
              "column 7: this word means something else already (expected another name, or block/relu here and where it is used, found relu)");
    EXPECT_EQ(refused("block A = in > relu; block A = in > tanh; A"), "column 28: two blocks have this name (expected each name once, found A)");
    EXPECT_EQ(refused("block A = in > A; A"), "column 16: there is no such layer (expected a layer, such as conv, relu, maxpool, flatten or dense, found A)");
    EXPECT_EQ(refused("6 > dense $units"), "column 11: only inside a block a value can come from the block's settings (expected a value, found $units)");
    EXPECT_EQ(refused("6 > Stepp\nblock Step = in > relu"), "line 1, column 5: there is no such layer (expected a layer, such as conv, relu, maxpool, flatten or dense, found Stepp)");
    EXPECT_EQ(refused("block Step = in > relu; 6 > Stepp"), "column 29: there is no such layer (expected did you mean Step?, found Stepp)");
    EXPECT_EQ(refused("block S(a=1) = in > dense $a bias=$a; S"), "column 30: “a” gives another kind of value elsewhere (expected one kind of value, found bias=$a)");
    EXPECT_EQ(refused("6 > relu }"), "column 10: this cannot stand here (expected > and a layer, or ; and another chain, found })");
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

/// Parts of it in blocks, blocks in blocks, with settings of their own.
void putIntoBlocks(Graph& graph, Random& random) {
    const char* names[] = {"Part", "Residual", "a b", "relu", "conv2", "Part 2"};
    for (int tries = 0; tries < 4; ++tries) {
        std::vector<NodeId> chosen;
        const auto order = graph.topologicalOrder();
        if (order.empty()) return;
        const std::size_t from = random.below(order.size()), count = 1 + random.below(4);
        for (std::size_t i = from; i < order.size() && chosen.size() < count; ++i) chosen.push_back(order[i]);
        const auto made = makeBlock(graph, chosen, names[random.below(std::size(names))]);
        if (!made) continue;
        const std::string name = blockName(graph.find(*made)->layer);
        const Graph inside = graph.blocks().at(name)->inside;
        for (const auto& [id, node] : inside.nodes()) {
            const SpecPtr spec = specOf(graph, node.layer);
            for (const SettingSpec& setting : spec ? spec->settings : std::vector<SettingSpec>{})
                if (random.uniform() < 0.3) (void)driveSetting(graph, name, id, setting.name, setting.kind == SettingKind::Integer ? "a" : setting.name + " of " + node.layer);
        }
        const SpecPtr spec = specOf(graph, blockLayer(name));
        const Settings values = randomSettings(*spec, random);
        for (const auto& [setting, value] : values) (void)changeSetting(graph, *made, setting, value);  // one that is given may be out of its range
    }
}

TEST(Notation, keepsAnyDrawingWithBlocks) {
    Random random(12, "notation with blocks");
    int blocks = 0, settings = 0, nested = 0;
    for (int round = 0; round < 3000 && !::testing::Test::HasFailure(); ++round) {
        Graph graph = randomGraph(random);
        putIntoBlocks(graph, random);
        for (const auto& [name, block] : graph.blocks()) {
            ++blocks;
            settings += !block->settings.empty();
            for (const auto& [id, node] : block->inside.nodes()) nested += isBlock(node);
        }
        expectRoundTrip(graph);
        // Read once it is stable, and known blocks are recognized.
        const auto again = graphFromNotation(toNotation(graph), {graph.blocks()});
        ASSERT_TRUE(again) << toNotation(graph) << again.error().message();
        for (const auto& [name, block] : again->blocks()) EXPECT_EQ(block, graph.blocks().at(name)) << name << " in " << toNotation(graph);
    }
    EXPECT_GT(blocks, 1000);
    EXPECT_GT(settings, 300);
    EXPECT_GT(nested, 100);
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
