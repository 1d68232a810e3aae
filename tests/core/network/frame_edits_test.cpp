// Frames and notes: what a frame holds, moves with it, and what is refused.
#include "network/frame_edits.h"

#include <gmock/gmock.h>

#include "core/network/drawing.h"
#include "network/edits.h"

namespace perceptarium::network {
namespace {

using ::testing::HasSubstr;

Graph chain() {
    Graph graph;
    for (const char* layer : {"input", "dense", "relu", "dense"}) EXPECT_TRUE(appendNode(graph, layer, kNoNode));
    return graph;
}

TEST(Frames, aFrameAroundNodesHoldsThemAndNoOthers) {
    Graph graph = chain();
    const FrameId id = frameAround(graph, {2, 3}, "Hidden");
    const Frame& frame = *graph.findFrame(id);
    EXPECT_EQ(frame.text, "Hidden");
    EXPECT_EQ(withContent(graph, {{}, {id}}), (Parts{{2, 3}, {id}}));
    EXPECT_TRUE(checkFrame(frame));
    // Room for the whole nodes, not only for their centres.
    const Point at = graph.find(2)->position;
    EXPECT_LE(frame.corner.x, at.x - kNodeWidth / 2);
    EXPECT_LE(frame.corner.y, at.y - kNodeHeight / 2 - kFrameTitle);
}

TEST(Frames, movingAFrameMovesWhatItHoldsOnce) {
    Graph graph = chain();
    const FrameId inner = frameAround(graph, {2}, "inner");
    const FrameId outer = frameAround(graph, {2, 3}, "outer");
    Frame wide = *graph.findFrame(outer);
    wide.corner = {wide.corner.x - 60, wide.corner.y - 60};
    wide.size = {wide.size.x + 120, wide.size.y + 120};
    ASSERT_TRUE(changeFrame(graph, wide));
    const FrameId note = addNote(graph, "why", {wide.corner.x + 4, wide.corner.y + 4});
    const Graph before = graph;
    moveParts(graph, {{2}, {outer}}, {16, -8});
    for (const NodeId id : {2, 3}) {
        const Point was = before.find(id)->position;
        EXPECT_EQ(graph.find(id)->position, (Point{was.x + 16, was.y - 8}));
    }
    for (const FrameId id : {inner, outer, note}) {
        const Point was = before.findFrame(id)->corner;
        EXPECT_EQ(graph.findFrame(id)->corner, (Point{was.x + 16, was.y - 8})) << id;
    }
    EXPECT_EQ(graph.find(4)->position, before.find(4)->position);
}

TEST(Frames, aNoteHoldsNothing) {
    Graph graph = chain();
    const Point at = graph.find(2)->position;
    const FrameId note = addNote(graph, "a note", {at.x - 20, at.y - 20});
    moveParts(graph, {{}, {note}}, {8, 8});
    EXPECT_EQ(graph.find(2)->position, at);
}

TEST(Frames, twoThatLieOnEachOtherMoveOnce) {
    Graph graph = chain();
    const FrameId a = frameAround(graph, {2}, "a"), b = frameAround(graph, {2}, "b");
    EXPECT_EQ(withContent(graph, {{}, {a}}).frames, (std::set<FrameId>{a, b}));
    EXPECT_EQ(withContent(graph, {{}, {b}}).frames, (std::set<FrameId>{b}));
}

TEST(Frames, whatCannotBeIsRefusedInWords) {
    Graph graph;
    const FrameId id = frameAround(graph, {}, "empty");
    Frame frame = *graph.findFrame(id);
    const auto refused = [&](const Frame& changed) {
        const Status status = changeFrame(graph, changed);
        return status ? std::string("done") : status.error().message();
    };
    Frame small = frame;
    small.size.x = 3;
    EXPECT_THAT(refused(small), HasSubstr("too small"));
    Frame far = frame;
    far.corner.y = 1e8;
    EXPECT_THAT(refused(far), HasSubstr("too far away"));
    far.corner.y = NAN;
    EXPECT_THAT(refused(far), HasSubstr("too far away"));
    Frame wordy = frame;
    wordy.text = std::string(5000, 'x');
    EXPECT_THAT(refused(wordy), HasSubstr("too long"));
    wordy.text = "two\nlines";
    EXPECT_THAT(refused(wordy), HasSubstr("one line"));
    wordy.note = true;
    EXPECT_EQ(refused(wordy), "done");
    wordy.id = 99;
    EXPECT_THAT(refused(wordy), HasSubstr("not there"));
}

TEST(Frames, comeAlongOnTheClipboardWithNewIds) {
    Graph graph = chain();
    const FrameId id = frameAround(graph, {2, 3}, "block");
    std::vector<FrameId> made;
    const auto nodes = paste(graph, copy(graph, {2, 3}, {id}), {0, 200}, false, &made);
    ASSERT_EQ(made.size(), 1u);
    EXPECT_NE(made[0], id);
    EXPECT_EQ(withContent(graph, {{}, {made[0]}}).nodes, (std::set<NodeId>(nodes.begin(), nodes.end())));
    EXPECT_EQ(graph.findFrame(made[0])->text, "block");
}

TEST(Frames, followTheNodesThatAreArranged) {
    Graph graph = chain();
    const FrameId id = frameAround(graph, {2, 3}, "block");
    move(graph, {3}, {0, 400});  // pulled out of it
    Frame frame = *graph.findFrame(id);
    frame.size.y += 400;
    ASSERT_TRUE(changeFrame(graph, frame));
    arrange(graph);
    EXPECT_EQ(withContent(graph, {{}, {id}}).nodes, (std::set<NodeId>{2, 3}));
}

TEST(Frames, differMakesDrawingsDiffer) {
    const Graph plain = chain();
    Graph framed = plain;
    const FrameId id = frameAround(framed, {2}, "x");
    EXPECT_NE(framed, plain);
    removeFrames(framed, {id});
    EXPECT_EQ(framed, plain);
    EXPECT_NE(frameAround(framed, {2}, "y"), id) << "ids are not used again";
}

}  // namespace
}  // namespace perceptarium::network
