// Frames and notes on the canvas: made, moved with their content, resized, renamed and coloured, by mouse and keyboard.
#include <QAccessible>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include "network/frame_edits.h"
#include "ui/shared/note_text.h"
#include "ui/canvas/canvas_fixture.h"
#include "ui/canvas/frame_item.h"

namespace perceptarium::ui {
namespace {

class FramesOnCanvas : public CanvasTest {
protected:
    FramesOnCanvas() {
        a = add("input", 0, 0);
        b = add("dense", 240, 0);
        c = add("relu", 480, 0);
        connect(a, b);
        connect(b, c);
    }
    /// By Ctrl+J, with the title that it suggests.
    network::FrameId frameAround(const std::set<network::NodeId>& nodes) {
        workbench.select(nodes);
        key(Qt::Key_J, Qt::ControlModifier);
        if (auto* editor = line()) QTest::keyClick(editor, Qt::Key_Return);
        return workbench.selectedFrame();
    }
    const network::Frame& frame(network::FrameId id) { return *workbench.graph().findFrame(id); }
    FrameItem* drawn(network::FrameId id) { return canvas.drawing().frame(id); }
    QPoint title(network::FrameId id) { return seen(drawn(id)->titleBar().center()); }
    QLineEdit* line() { return visible<QLineEdit>(); }
    QPlainTextEdit* words() { return visible<QPlainTextEdit>(); }
    template <class Editor>
    Editor* visible() {
        for (auto* editor : canvas.findChildren<Editor*>(QStringLiteral("rename")))
            if (editor->isVisible()) return editor;
        return nullptr;
    }
    network::NodeId a = 0, b = 0, c = 0;
};

TEST_F(FramesOnCanvas, ctrlJFramesTheSelectionAndAsksForItsTitle) {
    workbench.select({b, c});
    key(Qt::Key_J, Qt::ControlModifier);
    ASSERT_NE(line(), nullptr) << "the title is edited at once";
    EXPECT_TRUE(line()->hasFocus() || line()->hasSelectedText());
    QTest::keyClicks(line(), QStringLiteral("Hidden layer"));
    QTest::keyClick(line(), Qt::Key_Return);
    EXPECT_EQ(line(), nullptr);
    const auto id = workbench.selectedFrame();
    ASSERT_NE(id, network::kNoFrame);
    EXPECT_EQ(frame(id).text, "Hidden layer");
    EXPECT_EQ(network::withContent(workbench.graph(), {{}, {id}}).nodes, (std::set<network::NodeId>{b, c}));
    EXPECT_TRUE(drawn(id)->box().contains(item(b)->body().translated(item(b)->pos())));
    EXPECT_LT(drawn(id)->zValue(), item(b)->zValue());
    EXPECT_FALSE(drawn(id)->titleBar().intersects(item(b)->pictureRect().translated(item(b)->pos()))) << "a picture on a node would hide the title";
    workbench.undo();
    EXPECT_EQ(frame(id).text, "Frame");
    workbench.undo();
    EXPECT_TRUE(workbench.graph().frames().empty());
    EXPECT_TRUE(canvas.drawing().frameItems().empty());
}

TEST_F(FramesOnCanvas, aFrameDraggedByItsTitleTakesItsContentAlong) {
    const auto id = frameAround({b, c});
    const auto before = workbench.graph();
    drag(title(id), title(id) + QPoint(40, 80));
    EXPECT_EQ(frame(id).corner, (network::Point{before.findFrame(id)->corner.x + 40, before.findFrame(id)->corner.y + 80}));
    for (const auto node : {b, c})
        EXPECT_EQ(at(node), (network::Point{before.find(node)->position.x + 40, before.find(node)->position.y + 80}));
    EXPECT_EQ(at(a), before.find(a)->position);
    workbench.undo();
    EXPECT_EQ(workbench.graph(), before) << "one step";
}

TEST_F(FramesOnCanvas, whileItIsDraggedContentAndEdgesFollowAndEscapeGivesUp) {
    const auto id = frameAround({b, c});
    const auto before = workbench.graph();
    const QPointF node = item(b)->pos();
    const QPoint from = title(id);
    press(from);
    moveTo(from + QPoint(20, 30));
    moveTo(from + QPoint(40, 80));
    EXPECT_EQ(item(b)->pos(), node + QPointF(40, 80));
    EXPECT_EQ(canvas.drawing().edge({a, b, 0})->path().currentPosition(), item(b)->inputPlace(0));
    EXPECT_EQ(workbench.graph(), before);
    QTest::keyClick(&canvas, Qt::Key_Escape);
    EXPECT_EQ(item(b)->pos(), node);
    release(from + QPoint(40, 80));
    EXPECT_EQ(workbench.graph(), before);
}

TEST_F(FramesOnCanvas, itsSidesAndCornersResizeIt) {
    const auto id = frameAround({b});
    const network::Frame before = frame(id);
    const QRectF box = drawn(id)->box();
    drag(seen(box.bottomRight()), seen(box.bottomRight()) + QPoint(60, 44), Qt::AltModifier);
    EXPECT_EQ(frame(id).corner, before.corner);
    EXPECT_EQ(frame(id).size, (network::Point{before.size.x + 60, before.size.y + 44}));
    const double between = box.top() + 50;  // neither at a corner nor where a wire crosses the side
    drag(seen({box.left(), between}), seen({box.left(), between}) + QPoint(-30, 17), Qt::AltModifier);
    EXPECT_EQ(frame(id).corner, (network::Point{before.corner.x - 30, before.corner.y}));
    EXPECT_EQ(frame(id).size, (network::Point{before.size.x + 90, before.size.y + 44}));
    // Never to nothing, and never turned inside out.
    const QPoint right = seen({drawn(id)->box().right(), between});
    drag(right, right - QPoint(900, 0), Qt::AltModifier);
    EXPECT_EQ(frame(id).size.x, network::kSmallestFrame);
    EXPECT_EQ(frame(id).corner, (network::Point{before.corner.x - 30, before.corner.y}));
    EXPECT_EQ(at(b), (network::Point{240, 0})) << "resizing moves nothing";
}

TEST_F(FramesOnCanvas, aClickOnTheRimSelectsAndChangesNothing) {
    const auto id = frameAround({b});
    workbench.select({});
    const auto before = workbench.graph();
    click(seen(drawn(id)->box().bottomRight()));
    EXPECT_EQ(workbench.selectedFrame(), id);
    EXPECT_EQ(workbench.graph(), before);
}

TEST_F(FramesOnCanvas, theGroundInsideIsFreeForTheRubberBandAndForLayers) {
    const auto id = frameAround({b});
    const QRectF box = drawn(id)->box();
    drag(seen(box.bottomLeft() + QPointF(12, -8)), seen(box.center() + QPointF(0, 20)));
    EXPECT_EQ(workbench.selection(), std::set<network::NodeId>{b});
    EXPECT_TRUE(workbench.selectedFrames().empty());
    drag(seen(box.topLeft() - QPointF(20, 20)), seen(box.bottomRight() + QPointF(20, 20)));
    EXPECT_EQ(workbench.selectedFrames(), std::set<network::FrameId>{id}) << "a band around all of it takes it";
}

TEST_F(FramesOnCanvas, theTitleIsEditedByDoubleClickAndByF2AndEscapeDropsIt) {
    const auto id = frameAround({b});
    QTest::mouseDClick(ground(), Qt::LeftButton, {}, title(id));
    ASSERT_NE(line(), nullptr);
    EXPECT_EQ(line()->text(), QStringLiteral("Frame"));
    QTest::keyClicks(line(), QStringLiteral("Nope"));
    QTest::keyClick(line(), Qt::Key_Escape);
    EXPECT_EQ(frame(id).text, "Frame");
    EXPECT_EQ(workbench.selectedFrame(), id) << "it stays selected";
    key(Qt::Key_F2);
    ASSERT_NE(line(), nullptr);
    EXPECT_EQ(line()->text(), QStringLiteral("Frame"));
    QTest::keyClicks(line(), QStringLiteral("Block m"));  // letters are the editor's, not M for bypass
    ASSERT_NE(line(), nullptr) << "still edited";
    EXPECT_EQ(line()->text(), QStringLiteral("Block m"));
    QTest::keyClick(line(), Qt::Key_Return);
    EXPECT_EQ(frame(id).text, "Block m");
    EXPECT_FALSE(workbench.graph().find(b)->bypassed);
}

TEST_F(FramesOnCanvas, theContextMenuColoursIt) {
    const auto id = frameAround({b});
    QContextMenuEvent right(QContextMenuEvent::Mouse, title(id), ground()->mapToGlobal(title(id)));
    QApplication::sendEvent(ground(), &right);
    QAction* green = nullptr;
    for (auto* menu : canvas.findChildren<QMenu*>())
        for (auto* action : menu->actions())
            if (action->text() == QStringLiteral("Green")) green = action;
    ASSERT_NE(green, nullptr);
    green->trigger();
    EXPECT_EQ(frame(id).tint, network::Tint::Green);
    for (auto* menu : canvas.findChildren<QMenu*>()) menu->close();
    workbench.undo();
    EXPECT_EQ(frame(id).tint, network::Tint::Blue);
}

TEST_F(FramesOnCanvas, notesWrapTheirWordsAndGrowWithThem) {
    key(Qt::Key_N);
    ASSERT_NE(words(), nullptr);
    const auto id = workbench.selectedFrame();
    ASSERT_TRUE(frame(id).note);
    const double before = frame(id).size.y;
    const QString text = QStringLiteral("This network learns to tell digits apart. ").repeated(8).trimmed() + QStringLiteral("\nTwo lines.");
    words()->setPlainText(text);
    QTest::keyClick(words(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(words(), nullptr);
    EXPECT_EQ(frame(id).text, text.toStdString());
    EXPECT_GT(frame(id).size.y, before);
    EXPECT_GE(frame(id).size.y, note::heightFor(text, frame(id).size.x));
    // A note is moved by any place of it.
    const auto corner = frame(id).corner;
    drag(seen(drawn(id)->box().center()), seen(drawn(id)->box().center()) + QPoint(16, 24));
    EXPECT_EQ(frame(id).corner, (network::Point{corner.x + 16, corner.y + 24}));
    QTest::mouseDClick(ground(), Qt::LeftButton, {}, seen(drawn(id)->box().center()));
    ASSERT_NE(words(), nullptr);
    EXPECT_EQ(words()->toPlainText(), text);
}

TEST_F(FramesOnCanvas, theKeyboardReachesMovesResizesAndDeletesThem) {
    const auto id = frameAround({b});
    canvas.setFocus(Qt::TabFocusReason);
    canvas.drawing().setCurrent(c);
    QTest::keyClick(&canvas, Qt::Key_Tab);
    EXPECT_EQ(canvas.drawing().current(), Thing(FrameRef{id}));
    EXPECT_EQ(workbench.selectedFrame(), id);
    const network::Frame before = frame(id);
    const auto node = at(b);
    key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(frame(id).corner, (network::Point{before.corner.x + 8, before.corner.y + 40}));
    EXPECT_EQ(at(b), (network::Point{node.x + 8, node.y + 40}));
    key(Qt::Key_Right, Qt::ControlModifier);
    EXPECT_EQ(frame(id).size.x, before.size.x + 8);
    key(Qt::Key_Return);
    ASSERT_NE(line(), nullptr);
    QTest::keyClick(line(), Qt::Key_Escape);
    key(Qt::Key_Delete);
    EXPECT_EQ(workbench.graph().findFrame(id), nullptr);
    EXPECT_NE(workbench.graph().find(b), nullptr) << "what it held stays";
}

TEST_F(FramesOnCanvas, copiesComeWithTheirContent) {
    const auto id = frameAround({b, c});
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("\"frame\"")));
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(workbench.graph().nodes().size(), 5u);
    ASSERT_EQ(workbench.selectedFrames().size(), 1u);
    const auto copy = *workbench.selectedFrames().begin();
    EXPECT_NE(copy, id);
    EXPECT_EQ(workbench.selection().size(), 2u);
    workbench.undo();
    workbench.select({}, {id});
    key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(workbench.graph().frames().size(), 2u);
    EXPECT_EQ(workbench.graph().nodes().size(), 5u);
}

TEST_F(FramesOnCanvas, screenReadersAreToldWhatTheyHold) {
    const auto id = frameAround({b, c});
    auto* root = QAccessible::queryAccessibleInterface(&canvas);
    ASSERT_NE(root, nullptr);
    auto* last = root->child(root->childCount() - 1);
    ASSERT_NE(last, nullptr);
    EXPECT_EQ(last->text(QAccessible::Name), QStringLiteral("frame Frame"));
    EXPECT_EQ(last->text(QAccessible::Description), QStringLiteral("holds dense1, relu1"));
    EXPECT_TRUE(last->state().selected);
    EXPECT_TRUE(last->rect().isValid());
    workbench.edit("away", [&](project::Document& document) -> Status {
        network::removeFrames(document.graph, {id});
        return {};
    });
    EXPECT_EQ(root->childCount(), 5) << "three layers and two links";
}

}  // namespace
}  // namespace perceptarium::ui
