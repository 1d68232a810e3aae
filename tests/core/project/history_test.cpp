#include "project/history.h"

#include <gtest/gtest.h>

#include "base/random.h"
#include "exchange/project_file.h"
#include "network/block_edits.h"
#include "network/frame_edits.h"

namespace perceptarium::project {
namespace {

Document start() {
    Document document;
    EXPECT_TRUE(network::appendNode(document.graph, "input", network::kNoNode));
    EXPECT_TRUE(network::appendNode(document.graph, "dense", network::kNoNode));
    return document;
}

/// Any edit that a user could make; which one is drawn.
Document randomEdit(Document document, Random& random) {
    auto& graph = document.graph;
    std::vector<network::NodeId> ids;
    for (const auto& [id, node] : graph.nodes()) ids.push_back(id);
    const auto any = [&] { return ids.empty() ? network::kNoNode : ids[random.below(ids.size())]; };
    const char* layers[] = {"dense", "relu", "add", "conv2d", "dropout"};
    const auto anyFrame = [&] {
        return graph.frames().empty() ? network::Frame() : std::next(graph.frames().begin(), static_cast<std::ptrdiff_t>(random.below(graph.frames().size())))->second;
    };
    switch (random.below(20)) {
        case 0: (void)network::appendNode(graph, layers[random.below(5)], any()); break;
        case 1: network::removeHealing(graph, {any()}); break;
        case 2: network::remove(graph, {any(), any()}); break;
        case 3: (void)network::connect(graph, {any(), any(), static_cast<int>(random.below(3))}); break;
        case 4: network::move(graph, {any()}, {random.uniform(-50, 50), 8}); break;
        case 5: network::paste(graph, network::copy(graph, {any(), any()}), {10, 10}, random.below(2) == 0); break;
        case 6: network::arrange(graph); break;
        case 7: document.training.learningRate = random.uniform(); break;
        case 16: (void)network::makeBlock(graph, {any(), any()}, "Block"); break;
        case 17: (void)network::unpackBlock(graph, any()); break;
        case 18: (void)network::changeSetting(graph, any(), network::kRepeat, std::int64_t{2}); break;
        case 19:
            for (const auto& [name, block] : network::Blocks(graph.blocks()))
                for (const auto& [id, node] : block->inside.nodes())
                    if (node.layer == "dense") (void)network::driveSetting(graph, name, id, "units", "width");
            break;
        case 8: document.data.split.seed = random.below(100); break;
        case 9: (void)network::bypass(graph, {any()}, random.below(2) == 0); break;
        case 10: (void)network::freeze(graph, {any(), any()}, random.below(2) == 0); break;
        case 11: (void)network::collapse(graph, {any()}, random.below(2) == 0); break;
        case 12: network::frameAround(graph, {any(), any()}, "frame"); break;
        case 13: network::moveParts(graph, {{any()}, {anyFrame().id}}, {random.uniform(-50, 50), 3}); break;
        case 14: network::addNote(graph, "a\nnote", {random.uniform(-50, 50), 3}); break;
        case 15: {
            network::Frame frame = anyFrame();
            frame.text += "!";
            frame.tint = network::Tint::Red;
            if (random.below(2)) network::removeFrames(graph, {frame.id});
            else (void)network::changeFrame(graph, frame);
            break;
        }
    }
    return document;
}

TEST(History, undoAndRedoOfRandomScriptsGiveTheSameBytes) {
    for (std::uint64_t script = 0; script < 20; ++script) {
        Random random(script, "edits");
        History history(start());
        std::vector<std::string> texts{exchange::documentText(history.document())};
        for (int i = 0; i < 40; ++i) {
            const std::size_t before = history.position();
            history.edit("edit", randomEdit(history.document(), random));
            if (history.position() > before) texts.push_back(exchange::documentText(history.document()));
        }
        for (std::size_t i = texts.size(); i-- > 1;) {
            ASSERT_EQ(exchange::documentText(history.document()), texts[i]);
            history.undo();
        }
        EXPECT_FALSE(history.canUndo());
        for (const auto& text : texts) {
            ASSERT_EQ(exchange::documentText(history.document()), text);
            history.redo();
        }
        EXPECT_FALSE(history.canRedo());
    }
}

TEST(History, editsWithTheSameKeyAreOneStep) {
    History history(start());
    for (const double rate : {0.1, 0.12, 0.125}) {
        Document after = history.document();
        after.training.learningRate = rate;
        history.edit("Learning rate", after, "learning-rate");
    }
    EXPECT_EQ(history.position(), 1u);
    history.undo();
    EXPECT_EQ(history.document(), start());
    history.redo();
    EXPECT_DOUBLE_EQ(history.document().training.learningRate, 0.125);
}

TEST(History, sealingEndsAStep) {
    History history(start());
    Document after = history.document();
    after.training.learningRate = 0.1;
    history.edit("Learning rate", after, "learning-rate");
    history.seal();
    after.training.learningRate = 0.2;
    history.edit("Learning rate", after, "learning-rate");
    EXPECT_EQ(history.position(), 2u);
}

TEST(History, nothingChangedIsNoStep) {
    History history(start());
    history.edit("Nothing", history.document());
    EXPECT_FALSE(history.canUndo());
}

TEST(History, aNewEditGivesUpWhatWasUndone) {
    History history(start());
    Document after = history.document();
    after.name = "one";
    history.edit("Rename", after);
    history.undo();
    after.name = "two";
    history.edit("Rename", after);
    EXPECT_FALSE(history.canRedo());
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history.steps().list[0].name, "Rename");
}

TEST(History, savedStateIsKnownThroughUndoAndRedo) {
    History history(start());
    EXPECT_TRUE(history.isSaved());
    Document after = history.document();
    after.name = "one";
    history.edit("Rename", after);
    EXPECT_FALSE(history.isSaved());
    history.markSaved();
    EXPECT_TRUE(history.isSaved());
    history.undo();
    EXPECT_FALSE(history.isSaved());
    history.redo();
    EXPECT_TRUE(history.isSaved());
    history.undo();
    after.name = "two";
    history.edit("Rename", after);  // the saved state can never be reached again
    EXPECT_FALSE(history.isSaved());
}

TEST(History, idsOfDeletedNodesAreNotUsedAgain) {
    History history(start());
    Document after = history.document();
    const network::NodeId first = *network::appendNode(after.graph, "relu", network::kNoNode);
    history.edit("Add", after);
    history.undo();
    after = history.document();
    EXPECT_GT(*network::appendNode(after.graph, "tanh", network::kNoNode), first);
}

}  // namespace
}  // namespace perceptarium::project
