// Networks broken on purpose become trainable by nothing but the fixes that are offered.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/project/broken_networks.h"
#include "network/edits.h"
#include "network/fixes.h"
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
