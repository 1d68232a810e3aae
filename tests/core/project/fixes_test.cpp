// Networks broken on purpose become trainable by nothing but the fixes that are offered.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/project/broken_networks.h"
#include "exchange/project_file.h"
#include "network/block_edits.h"
#include "network/edits.h"
#include "network/fixes.h"
#include "network/notation.h"
#include "project/history.h"
#include "project/problems.h"
#include "train/trainer.h"

namespace perceptarium::tests {
namespace {

using project::Document;
using project::Problem;

class BrokenNetworks : public ::testing::TestWithParam<BrokenNetwork> {
protected:
    BrokenNetworks() : data(smallData(GetParam().data)), types(train::dataTypes(data->dataset->info())) {}
    std::vector<Problem> problems(const Document& document) const {
        return project::problemsOf(document, types, network::infer(document.graph, types), data.get());
    }
    static std::string told(const std::vector<Problem>& problems) {
        std::string all;
        for (const Problem& problem : problems) {
            all += problem.finding.rule + ": " + problem.finding.text() + "\n";
            for (const auto& fix : problem.fixes) all += "    " + fix.title + "\n";
        }
        return all;
    }
    data::PreparedPtr data;
    network::DataTypes types;
};

INSTANTIATE_TEST_SUITE_P(Fixes, BrokenNetworks, ::testing::ValuesIn(brokenNetworks()), [](const auto& each) { return each.param.name; });

TEST_P(BrokenNetworks, becomeTrainableByTheFirstFixesOffered) {
    Document document = documentOf(GetParam());
    const auto before = problems(document);
    EXPECT_TRUE(std::any_of(before.begin(), before.end(), [&](const Problem& p) { return p.finding.rule == GetParam().rule; }))
        << "the mistake is not named " << GetParam().rule << " but:\n" << told(before);

    const auto done = project::acceptFirstFixes(document, types, data.get(), true);
    ASSERT_FALSE(done.empty()) << told(before);
    EXPECT_LE(done.size(), 8u) << ::testing::PrintToString(done);
    const auto after = problems(document);
    ASSERT_TRUE(after.empty()) << "after " << ::testing::PrintToString(done) << ":\n" << told(after);

    auto trainer = train::Trainer::create(document.graph, data, document.training);
    ASSERT_TRUE(trainer) << trainer.error().message() << " after " << ::testing::PrintToString(done);
    const auto record = (*trainer)->step();
    ASSERT_TRUE(record) << record.error().message();
    EXPECT_TRUE(std::isfinite(record->loss));
}

TEST_P(BrokenNetworks, eachFixIsOneStepThatCanBeUndone) {
    const Document broken = documentOf(GetParam());
    for (const Problem& problem : problems(broken))
        for (const auto& fix : problem.fixes) {
            EXPECT_FALSE(fix.title.empty());
            EXPECT_NE(fix.title.back(), '.');
            Document fixed = broken;
            const Status status = fix.apply(fixed);
            ASSERT_TRUE(status) << fix.title << ": " << status.error().message();
            EXPECT_FALSE(fixed == broken) << fix.title << " changes nothing";
            project::History history(broken);
            history.edit(fix.title, fixed);
            EXPECT_TRUE(history.document() == fixed);
            history.undo();
            EXPECT_TRUE(history.document() == broken) << fix.title;
        }
}

TEST_P(BrokenNetworks, putsNoNodeOnAnother) {
    Document document = documentOf(GetParam());
    project::acceptFirstFixes(document, types, data.get(), true);
    for (const auto& [id, node] : document.graph.nodes())
        for (const auto& [other, there] : document.graph.nodes()) {
            const bool covers = std::abs(node.position.x - there.position.x) < network::kNodeWidth &&
                                std::abs(node.position.y - there.position.y) < network::kNodeHeight;
            EXPECT_FALSE(id < other && covers) << node.name << " lies on " << there.name;
        }
}

/// The same with all of it but the Inputs in a block: where that can be done at all.
TEST_P(BrokenNetworks, becomeTrainableByTheFirstFixesAlsoInsideABlock) {
    Document document = documentOf(GetParam());
    std::vector<network::NodeId> chosen;
    for (const auto& [id, node] : document.graph.nodes())
        if (node.layer != "input") chosen.push_back(id);
    if (!network::makeBlock(document.graph, chosen, "Part")) GTEST_SKIP() << "cannot be put into a block";
    const Document broken = document;
    const auto before = problems(document);

    const auto done = project::acceptFirstFixes(document, types, data.get(), true);
    EXPECT_LE(done.size(), 8u) << ::testing::PrintToString(done);
    const auto after = problems(document);
    ASSERT_TRUE(after.empty()) << "after " << ::testing::PrintToString(done) << ":\n" << told(after) << "before:\n" << told(before);
    auto trainer = train::Trainer::create(document.graph, data, document.training);
    ASSERT_TRUE(trainer) << trainer.error().message();
    ASSERT_TRUE((*trainer)->step());

    for (const Problem& problem : before)
        for (const auto& fix : problem.fixes) {
            Document fixed = broken;
            ASSERT_TRUE(fix.apply(fixed)) << fix.title;
            EXPECT_FALSE(fixed == broken) << fix.title << " changes nothing";
            const bool inside = !problem.finding.inside.empty();
            EXPECT_TRUE(!inside || fix.title.find("in the block “Part”") != std::string::npos) << fix.title;
            EXPECT_TRUE(!inside || fixed.graph.nodes() == broken.graph.nodes()) << fix.title << " changes what is around the block";
        }
}

TEST(FixesInside, changeWhatIsGivenWhereItIsGiven) {
    network::Drawing d;
    d.then("input").conv(4, 15).then("relu").then("flatten").dense(3).then("softmax");
    Document document;
    document.graph = d.graph;
    const auto block = network::makeBlock(document.graph, {2, 3}, "Look");
    ASSERT_TRUE(block) << block.error().message();
    ASSERT_TRUE(network::driveSetting(document.graph, "Look", 2, "kernel", "window"));
    const auto data = smallData(SmallData::Pictures);
    const auto types = train::dataTypes(data->dataset->info());
    const auto problems = project::problemsOf(document, types, network::infer(document.graph, types), data.get());
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].finding.inside, (std::vector<network::NodeId>{2}));
    ASSERT_GE(problems[0].fixes.size(), 2u);
    EXPECT_EQ(problems[0].fixes[0].title, "Set the padding of “conv2d1” to same in the block “Look”");
    EXPECT_EQ(problems[0].fixes[1].title, "Set “window” of “" + document.graph.find(*block)->name + "” to 12");
    ASSERT_TRUE(problems[0].fixes[1].apply(document));
    EXPECT_EQ(document.graph.find(*block)->settings, (Settings{{"window", network::whole(12)}}));
    EXPECT_TRUE(network::infer(document.graph, types).valid());
}

/// What the text draws, on pictures of three classes, and what is wrong with it.
struct Drawn {
    explicit Drawn(const std::string& text) : data(smallData(SmallData::Pictures)), types(train::dataTypes(data->dataset->info())) {
        const auto graph = network::graphFromNotation(text);
        EXPECT_TRUE(graph) << (graph ? "" : graph.error().message());
        if (graph) document.graph = *graph;
        problems = project::problemsOf(document, types, network::infer(document.graph, types), data.get());
    }
    data::PreparedPtr data;
    network::DataTypes types;
    Document document;
    std::vector<Problem> problems;
};

/// A one-dimensional layer has one number where the block gives two: a file with both could not be opened again.
TEST(FixesInside, whatTheyMakeCanBeSavedAndOpened) {
    const Drawn drawn("block B(kernel=5x3) = in > conv 8 $kernel same; 20x16 > B 3 > flatten > dense 3");
    ASSERT_FALSE(drawn.problems.empty());
    std::size_t fixes = 0;
    for (const Problem& problem : drawn.problems)
        for (const auto& fix : problem.fixes) {
            Document fixed = drawn.document;
            if (!fix.apply(fixed)) continue;
            ++fixes;
            const auto read = exchange::documentFromText(exchange::documentText(fixed), "fixed");
            EXPECT_TRUE(read) << fix.title << ": " << read.error().message();
        }
    EXPECT_GT(fixes, 0u);
}

TEST(FixesInside, mendABlockThatIsInAnother) {
    Drawn drawn("block Ends = in > ( relu | tanh ) > add; block Around = in > Ends > relu; 12x12x1 > Around > flatten > dense 3 > softmax");
    auto blocks = drawn.document.graph.blocks();
    auto broken = std::make_shared<network::Block>(*blocks.at("Ends"));
    for (const auto& [id, node] : blocks.at("Ends")->inside.nodes())
        if (node.layer == "add") broken->inside.erase(id);
    blocks["Ends"] = broken;
    drawn.document.graph.setBlocks(blocks);
    const auto problems = project::problemsOf(drawn.document, drawn.types, network::infer(drawn.document.graph, drawn.types), drawn.data.get());
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].finding.rule, "block-ends");
    ASSERT_FALSE(problems[0].fixes.empty());
    ASSERT_TRUE(problems[0].fixes[0].apply(drawn.document));
    EXPECT_TRUE(network::infer(drawn.document.graph, drawn.types).valid()) << problems[0].fixes[0].title;
    EXPECT_TRUE(drawn.document.graph.blocks().contains("Ends"));
}

/// A kernel of one row is there to skip rows: only what the hint speaks of is changed.
TEST(Fixes, makeAStrideSmallerOnlyWhereItSkips) {
    const Drawn drawn("12x12x1 > conv 8 1x3 4x4 > flatten > dense 3 > softmax");
    const auto skips = std::find_if(drawn.problems.begin(), drawn.problems.end(), [](const Problem& problem) { return problem.finding.rule == "stride-skips"; });
    ASSERT_NE(skips, drawn.problems.end());
    ASSERT_EQ(skips->fixes.size(), 2u);
    EXPECT_TRUE(skips->fixes[0].title.ends_with("to 4×1")) << skips->fixes[0].title;
    EXPECT_TRUE(skips->fixes[1].title.ends_with("to 4×3")) << skips->fixes[1].title;
}

/// Two nodes stand for the block, and only one of them gets what it takes.
TEST(FixesInside, spoilNoOtherNodeOfTheSameBlock) {
    network::Drawing d;
    d.then("input").then("flatten").dense(8).then("relu").dense(3).then("softmax");
    Document document;
    document.graph = d.graph;
    const auto block = network::makeBlock(document.graph, {3}, "Layer");
    ASSERT_TRUE(block);
    const network::NodeId second = document.graph.insert({.layer = network::blockLayer("Layer"), .name = "wrong"});
    document.graph.connect({1, second, 0});
    const network::NodeId join = document.graph.insert({.layer = "concatenate", .name = "join"});
    for (const network::Edge& edge : document.graph.edgesOutOf(5)) document.graph.disconnect(edge);
    const network::NodeId flat = document.graph.insert({.layer = "flatten", .name = "flat"});
    document.graph.connect({second, flat, 0});
    document.graph.connect({5, join, 0});
    document.graph.connect({flat, join, 1});
    document.graph.connect({join, 6, 0});
    const auto data = smallData(SmallData::Pictures);
    const auto types = train::dataTypes(data->dataset->info());
    const auto errorsIn = [&](const Document& of) {
        std::set<network::NodeId> nodes;
        for (const auto& finding : network::infer(of.graph, types).findings)
            if (finding.severity == network::Severity::Error) nodes.insert(finding.node);
        return nodes;
    };
    ASSERT_TRUE(errorsIn(document).contains(second));
    ASSERT_FALSE(errorsIn(document).contains(*block));
    for (const auto& problem : project::problemsOf(document, types, network::infer(document.graph, types), data.get()))
        for (const auto& fix : problem.fixes) {
            Document fixed = document;
            ASSERT_TRUE(fix.apply(fixed));
            EXPECT_FALSE(errorsIn(fixed).contains(*block)) << fix.title;
        }
}

TEST(Fixes, aRightNetworkIsOfferedNone) {
    network::Drawing d;
    d.then("input").then("flatten").dense(8).then("relu").dense(3).then("softmax");
    Document document;
    document.graph = d.graph;
    const auto data = smallData(SmallData::Pictures);
    const auto types = train::dataTypes(data->dataset->info());
    EXPECT_TRUE(project::problemsOf(document, types, network::infer(d.graph, types), data.get()).empty());
    EXPECT_TRUE(project::acceptFirstFixes(document, types, data.get(), true).empty());
}

TEST(Fixes, ofAKernelThatIsNoSquareChangeTheSideThatDoesNotFit) {
    network::Drawing d;
    d.then("input").then("conv2d", {{"filters", network::whole(4)}, {"kernel", Pair{3, 13}}}).then("flatten").dense(3).then("softmax");
    Document document;
    document.graph = d.graph;
    const auto types = network::data(layers::pictureOf(12, 12, 1), {"a", "b", "c"});
    std::vector<std::string> titles;
    for (const Problem& problem : project::problemsOf(document, types, network::infer(document.graph, types), nullptr))
        for (const auto& fix : problem.fixes) titles.push_back(fix.title);
    EXPECT_NE(std::find(titles.begin(), titles.end(), "Set the kernel size of “conv2d1” to 3×12"), titles.end()) << fmt::format("{}", fmt::join(titles, "\n"));
}

/// The fixes that the issue asks for by name, offered in these words.
TEST(Fixes, sayWhatTheyDo) {
    const auto first = [](const char* name) {
        for (const BrokenNetwork& broken : brokenNetworks()) {
            if (broken.name != name) continue;
            const Document document = documentOf(broken);
            const auto data = smallData(broken.data);
            const auto types = train::dataTypes(data->dataset->info());
            for (const Problem& problem : project::problemsOf(document, types, network::infer(document.graph, types), data.get()))
                if (problem.finding.rule == broken.rule && !problem.fixes.empty()) return problem.fixes.front().title;
        }
        return std::string("none");
    };
    EXPECT_EQ(first("missingFlatten"), "Insert a Flatten before “dense1”");
    EXPECT_EQ(first("wrongUnitCount"), "Set the units of “dense1” to 3");
    EXPECT_EQ(first("kernelLargerThanThePicture"), "Set the padding of “conv2d1” to same");
    EXPECT_EQ(first("differentShapesAtAdd"), "Set the padding of “conv2d2” to same");
    EXPECT_EQ(first("differentChannelsAtTheSkip"), "Insert a Conv2d with 8 filters, kernel size 1 between “conv2d1” and “add1”");
    EXPECT_EQ(first("aStrideBesideTheSkip"), "Insert a Conv2d with 8 filters, kernel size 1, stride 2 between “conv2d1” and “add1”");
    EXPECT_EQ(first("aStrideDownOnlyBesideTheSkip"), "Insert a Conv2d with 8 filters, kernel size 1, stride 2×1 between “conv2d1” and “add1”");
    EXPECT_EQ(first("oneSideOfAKernelOutOfRange"), "Set the kernel size of “conv2d1” to 3×1");
    EXPECT_EQ(first("strideTooLargeAlongTheRows"), "Set the stride of “conv2d1” to 2×1");
    EXPECT_EQ(first("binaryLossWithThreeClasses"), "Take Categorical cross-entropy as the loss");
    EXPECT_EQ(first("softmaxBeforeALossOnLogits"), "Move “softmax1” to the end");
    EXPECT_EQ(first("sigmoidWithManyClasses"), "Replace “sigmoid1” by a Softmax");
    EXPECT_EQ(first("aLayerMisspelt"), "Replace “dence1” by a Dense");
    EXPECT_EQ(first("pooledDownToNothing"), "Delete “max-pool4”");
    EXPECT_EQ(first("embeddingOfNumbers"), "Replace “embedding1” by a Dense with 16 units");
    EXPECT_EQ(first("denseOnASequence"), "Insert a Global average pool before “dense1”");
}

TEST(Fixes, ofADrawingThatHasChangedSinceSaySo) {
    network::Drawing d;
    d.then("input").conv(4, 3).dense(3);
    const auto data = network::data(layers::pictureOf(12, 12, 1), {"a", "b", "c"});
    const auto inference = network::infer(d.graph, data);
    ASSERT_FALSE(inference.findings.empty());
    const auto fixes = network::fixesFor(d.graph, data, inference, inference.findings[0]);
    ASSERT_FALSE(fixes.empty());
    d.graph.erase(3);
    const network::Graph before = d.graph;
    const Status status = fixes[0].apply(d.graph);
    EXPECT_FALSE(status);
    EXPECT_TRUE(d.graph == before);
}

}  // namespace
}  // namespace perceptarium::tests
