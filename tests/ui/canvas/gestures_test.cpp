// What the mouse does to a drawing: dropping, wiring, moving, selecting.
#include <QLabel>
#include <QLineEdit>

#include "ui/canvas/canvas_fixture.h"
#include "ui/canvas/mini_map.h"
#include "ui/canvas/search_popup.h"
#include "ui/shared/layer_list.h"

namespace perceptarium::ui {
namespace {

const Settings k28{{"shape", std::string("28x28x1")}};
const Settings kVector{{"shape", std::string("784")}};

class Gestures : public CanvasTest {};

TEST_F(Gestures, aLayerDroppedOnTheGroundBecomesANodeThere) {
    dropLayer("dense", seen({320, 160}));
    ASSERT_EQ(workbench.graph().nodes().size(), 1u);
    const auto& node = workbench.graph().nodes().begin()->second;
    EXPECT_EQ(node.layer, "dense");
    EXPECT_EQ(node.position, (network::Point{320, 160}));
    EXPECT_EQ(workbench.selectedNode(), node.id);
}

TEST_F(Gestures, aLayerDroppedOnAnEdgeGoesBetweenItsEnds) {
    const auto a = add("input", 0, 0, k28), b = add("flatten", 400, 0);
    connect(a, b);
    const QPoint middle = seen(canvas.drawing().edge({a, b, 0})->middle());
    dropLayer("conv2d", middle, false);
    EXPECT_EQ(canvas.drawing().targetEdge(), (network::Edge{a, b, 0}));
    dropLayer("conv2d", middle);
    const auto made = workbench.selectedNode();
    ASSERT_NE(made, network::kNoNode);
    EXPECT_TRUE(has({a, made, 0}));
    EXPECT_TRUE(has({made, b, 0}));
    EXPECT_FALSE(has({a, b, 0}));
    EXPECT_EQ(canvas.drawing().targetEdge(), std::nullopt);
    EXPECT_FALSE(item(made)->sceneBoundingRect().intersects(item(a)->body().translated(item(a)->pos())));
}

TEST_F(Gestures, aDropOfSomethingElseIsLeftToTheWindow) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/some/folder"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(ground(), &enter);
    EXPECT_FALSE(enter.isAccepted());
}

TEST_F(Gestures, aDragFromPortToPortConnects) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0);
    drag(output(a), input(b));
    EXPECT_TRUE(has({a, b, 0}));
    EXPECT_EQ(canvas.drawing().edge({a, b, 0})->label(), QStringLiteral("28×28×1"));
}

TEST_F(Gestures, aWireSnapsToThePortNearThePointer) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0);
    drag(output(a), input(b) + QPoint(-14, 10));
    EXPECT_TRUE(has({a, b, 0}));
}

TEST_F(Gestures, aDragFromAnInputBackToAnOutputConnectsToo) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0);
    drag(input(b), output(a));
    EXPECT_TRUE(has({a, b, 0}));
}

TEST_F(Gestures, anImpossibleConnectionIsRefusedInWordsWhileDragging) {
    const auto a = add("input", 0, 0, kVector), b = add("conv2d", 400, 0);
    const QPoint from = output(a), to = input(b);
    press(from);
    moveTo((from + to) / 2);
    auto* note = canvas.findChild<QLabel*>(QStringLiteral("canvas-note"));
    ASSERT_NE(note, nullptr);
    EXPECT_TRUE(note->isHidden());
    EXPECT_TRUE(item(b)->isPale());
    moveTo(to);
    EXPECT_FALSE(note->isHidden());
    EXPECT_TRUE(note->text().contains(QStringLiteral("picture"))) << note->text().toStdString();
    EXPECT_LT((note->pos() - to).manhattanLength(), 80);
    release(to);
    EXPECT_TRUE(workbench.graph().edges().empty());
    EXPECT_FALSE(item(b)->isPale());
}

TEST_F(Gestures, aCircleIsRefused) {
    const auto a = add("relu", 0, 0), b = add("relu", 400, 0);
    connect(a, b);
    drag(output(b), input(a));
    EXPECT_FALSE(has({b, a, 0}));
    EXPECT_EQ(workbench.graph().edges().size(), 1u);
}

TEST_F(Gestures, aSecondLinkIntoAnInputReplacesTheFirst) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0), c = add("relu", 0, 200);
    connect(a, b);
    connect(a, c);
    drag(output(c), input(b));
    EXPECT_TRUE(has({c, b, 0}));
    EXPECT_FALSE(has({a, b, 0}));
    workbench.undo();
    EXPECT_TRUE(has({a, b, 0}));
}

TEST_F(Gestures, aMergeShowsItsLinksAndOneFreePort) {
    const auto a = add("input", 0, 0, k28), sum = add("add", 400, 0);
    EXPECT_EQ(item(sum)->look().inputs.size(), 1u);
    drag(output(a), input(sum, 0));
    EXPECT_EQ(item(sum)->look().inputs.size(), 2u);
    const auto b = add("relu", 200, 200);
    connect(a, b);
    drag(output(b), input(sum, 1));
    EXPECT_TRUE(has({b, sum, 1}));
    EXPECT_EQ(item(sum)->look().inputs.size(), 3u);
}

TEST_F(Gestures, ctrlDragMovesALinkToAnotherInput) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0), c = add("conv2d", 400, 200);
    connect(a, b);
    drag(input(b), input(c), Qt::ControlModifier);
    EXPECT_TRUE(has({a, c, 0}));
    EXPECT_FALSE(has({a, b, 0}));
}

TEST_F(Gestures, ctrlDragOfALinkIntoTheVoidRemovesIt) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0);
    connect(a, b);
    drag(input(b), seen({250, 300}), Qt::ControlModifier);
    EXPECT_TRUE(workbench.graph().edges().empty());
}

TEST_F(Gestures, altClickRemovesAnEdge) {
    const auto a = add("input", 0, 0, k28), b = add("conv2d", 400, 0);
    connect(a, b);
    click(seen(canvas.drawing().edge({a, b, 0})->middle()), Qt::AltModifier);
    EXPECT_TRUE(workbench.graph().edges().empty());
}

TEST_F(Gestures, aDragMovesANodeOntoTheGridInOneUndoStep) {
    const auto a = add("relu", 0, 0);
    const auto steps = workbench.history().position();
    drag(centre(a), centre(a) + QPoint(101, 51));
    EXPECT_EQ(at(a), (network::Point{104, 48}));
    EXPECT_EQ(workbench.history().position(), steps + 1);
    workbench.undo();
    EXPECT_EQ(at(a), (network::Point{0, 0}));
    EXPECT_EQ(item(a)->pos(), QPointF(0, 0));
}

TEST_F(Gestures, altIgnoresTheGrid) {
    const auto a = add("relu", 0, 0);
    press(centre(a));
    moveTo(centre(a) + QPoint(50, 20), Qt::AltModifier);
    release(seen({51, 21}), Qt::AltModifier);
    EXPECT_EQ(at(a), (network::Point{51, 21}));
}

TEST_F(Gestures, noNodeIsEverLeftOnAnother) {
    const auto a = add("relu", 0, 0), b = add("relu", 400, 0);
    drag(centre(a), centre(b) + QPoint(10, 4));
    const auto pa = at(a), pb = at(b);
    EXPECT_TRUE(std::abs(pa.x - pb.x) >= network::kNodeWidth || std::abs(pa.y - pb.y) >= network::kNodeHeight);
}

TEST_F(Gestures, escapeGivesAMoveUp) {
    const auto a = add("relu", 0, 0);
    press(centre(a));
    moveTo(centre(a) + QPoint(80, 80));
    EXPECT_NE(item(a)->pos(), QPointF(0, 0));
    key(Qt::Key_Escape);
    EXPECT_EQ(item(a)->pos(), QPointF(0, 0));
    EXPECT_EQ(at(a), (network::Point{0, 0}));
}

TEST_F(Gestures, aSelectionMovesTogether) {
    const auto a = add("relu", 0, 0), b = add("relu", 304, 0);
    click(centre(a));
    click(centre(b), Qt::ShiftModifier);
    EXPECT_EQ(workbench.selection().size(), 2u);
    drag(centre(a), centre(a) + QPoint(0, 160));
    EXPECT_EQ(at(a), (network::Point{0, 160}));
    EXPECT_EQ(at(b), (network::Point{304, 160}));
}

TEST_F(Gestures, aRubberBandSelectsWhatItTouches) {
    const auto a = add("relu", 0, 0), b = add("relu", 300, 0), c = add("relu", 300, 300);
    drag(seen({-150, -80}), seen({330, 50}));
    EXPECT_EQ(workbench.selection(), (std::set{a, b}));
    drag(seen({200, 240}), seen({330, 320}), Qt::ShiftModifier);
    EXPECT_EQ(workbench.selection(), (std::set{a, b, c}));
    click(seen({-150, -150}));
    EXPECT_TRUE(workbench.selection().empty());
}

TEST_F(Gestures, anUnconnectedNodeDroppedOnAnEdgeGoesBetween) {
    const auto a = add("input", 0, 0, k28), b = add("flatten", 520, 0), c = add("relu", 200, 304);
    connect(a, b);
    drag(centre(c), seen(canvas.drawing().edge({a, b, 0})->middle()));
    EXPECT_TRUE(has({a, c, 0}));
    EXPECT_TRUE(has({c, b, 0}));
    workbench.undo();
    EXPECT_TRUE(has({a, b, 0}));
    EXPECT_EQ(at(c), (network::Point{200, 304}));
}

TEST_F(Gestures, ctrlWheelZoomsAroundThePointer) {
    add("relu", 0, 0);
    const QPoint pointer(700, 200);
    const QPointF before = canvas.mapToScene(pointer);
    QWheelEvent wheel(pointer, ground()->mapToGlobal(pointer), {}, QPoint(0, 240), Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(ground(), &wheel);
    EXPECT_GT(canvas.zoom(), 1.3);
    const QPointF after = canvas.mapToScene(pointer);
    EXPECT_LT(QLineF(before, after).length(), 1.5);
}

TEST_F(Gestures, middleDragPans) {
    const QPointF before = canvas.mapToScene(QPoint(100, 100));
    QTest::mousePress(ground(), Qt::MiddleButton, {}, QPoint(100, 100));
    QMouseEvent event(QEvent::MouseMove, QPointF(160, 130), ground()->mapToGlobal(QPointF(160, 130)), Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
    QApplication::sendEvent(ground(), &event);
    QTest::mouseRelease(ground(), Qt::MiddleButton, {}, QPoint(160, 130));
    EXPECT_LT(QLineF(canvas.mapToScene(QPoint(160, 130)), before).length(), 1.5);
}

class SearchGestures : public CanvasTest {
protected:
    SearchPopup* popup() { return canvas.findChild<SearchPopup*>(); }
    QStringList offered() {
        QStringList layers;
        auto* list = popup()->findChild<LayerList*>();
        for (QTreeWidgetItemIterator entry(list, QTreeWidgetItemIterator::NotHidden); *entry; ++entry)
            if ((*entry)->parent()) layers << (*entry)->text(0);
        return layers;
    }
    void type(const QString& text) {
        auto* line = popup()->findChild<QLineEdit*>();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
};

TEST_F(SearchGestures, aWireDroppedInEmptySpaceOffersWhatFitsAndEnterConnectsIt) {
    const auto a = add("input", 0, 0, k28);
    drag(output(a), seen({300, 160}));
    ASSERT_NE(popup(), nullptr);
    EXPECT_TRUE(offered().contains(QStringLiteral("Conv2d")));
    EXPECT_FALSE(offered().contains(QStringLiteral("Dense"))) << "a picture must be flattened first";
    EXPECT_FALSE(offered().contains(QStringLiteral("Input")));
    type(QStringLiteral("c"));
    const auto made = workbench.selectedNode();
    ASSERT_NE(made, network::kNoNode);
    EXPECT_EQ(workbench.graph().find(made)->layer, "conv2d");
    EXPECT_TRUE(has({a, made, 0}));
    EXPECT_LT((input(made) - seen({300, 160})).manhattanLength(), 12) << "where the wire ended";
    workbench.undo();
    EXPECT_EQ(workbench.graph().nodes().size(), 1u) << "one step";
}

TEST_F(SearchGestures, aWireDrawnBackwardsOffersWhatCouldFeedTheInput) {
    const auto b = add("dense", 400, 0);
    drag(input(b), seen({100, 160}));
    ASSERT_NE(popup(), nullptr);
    EXPECT_TRUE(offered().contains(QStringLiteral("Flatten")));
    EXPECT_FALSE(offered().contains(QStringLiteral("Max pool")));
    type(QStringLiteral("flat"));
    const auto made = workbench.selectedNode();
    EXPECT_TRUE(has({made, b, 0}));
    EXPECT_LT(at(made).x, at(b).x);
}

TEST_F(SearchGestures, escapeInTheSearchChangesNothing) {
    const auto a = add("input", 0, 0, k28);
    const auto steps = workbench.history().position();
    drag(output(a), seen({300, 160}));
    QTest::keyClick(popup()->findChild<QLineEdit*>(), Qt::Key_Escape);
    EXPECT_EQ(workbench.history().position(), steps);
}

TEST_F(SearchGestures, threeKeysMakeAConvolution) {
    key(Qt::Key_Space);
    ASSERT_NE(popup(), nullptr);
    type(QStringLiteral("c"));  // and Enter
    ASSERT_EQ(workbench.graph().nodes().size(), 1u);
    EXPECT_EQ(workbench.graph().nodes().begin()->second.layer, "conv2d");
}

TEST_F(SearchGestures, spaceOnASelectedLayerAppendsToIt) {
    const auto a = add("input", 0, 0, k28), b = add("flatten", 224, 0);
    connect(a, b);
    click(centre(a));
    key(Qt::Key_Space);
    ASSERT_NE(popup(), nullptr);
    type(QStringLiteral("co"));
    const auto made = workbench.selectedNode();
    EXPECT_EQ(workbench.graph().find(made)->layer, "conv2d");
    EXPECT_TRUE(has({a, made, 0}));
    EXPECT_TRUE(has({made, b, 0}));
}

class Chain : public CanvasTest {
protected:
    Chain() {
        a = add("input", 0, 0, k28);
        b = add("conv2d", 224, 0);
        c = add("relu", 448, 0);
        d = add("flatten", 672, 0);
        for (const auto& [from, to] : {std::pair{a, b}, {b, c}, {c, d}}) connect(from, to);
    }
    network::NodeId a, b, c, d;
};

TEST_F(Chain, altDragTakesANodeOutAndTheChainHeals) {
    const auto before = workbench.graph();
    const auto steps = workbench.history().position();
    drag(centre(c), centre(c) + QPoint(0, 203), Qt::AltModifier);
    EXPECT_TRUE(has({b, d, 0}));
    EXPECT_TRUE(workbench.graph().edgesInto(c).empty());
    EXPECT_TRUE(workbench.graph().edgesOutOf(c).empty());
    EXPECT_EQ(at(c), (network::Point{448, 200})) << "on the grid: this Alt is not the grid's";
    EXPECT_EQ(workbench.history().position(), steps + 1);
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == before);
}

TEST_F(Chain, altDragOntoAnotherEdgeMovesTheNodeAlongTheChain) {
    drag(centre(c), seen(canvas.drawing().edge({a, b, 0})->middle()), Qt::AltModifier);
    EXPECT_TRUE(has({a, c, 0}));
    EXPECT_TRUE(has({c, b, 0}));
    EXPECT_TRUE(has({b, d, 0}));
}

TEST_F(Chain, escapeLeavesTheChainAsItWas) {
    const auto before = workbench.graph();
    press(centre(c), Qt::AltModifier);
    moveTo(centre(c) + QPoint(0, 150), Qt::AltModifier);
    key(Qt::Key_Escape);
    EXPECT_TRUE(workbench.graph() == before);
    EXPECT_FALSE(item(a)->isPale());
}

TEST_F(Chain, altClickOnANodeChangesNothing) {
    const auto before = workbench.graph();
    click(centre(c), Qt::AltModifier);
    EXPECT_TRUE(workbench.graph() == before);
    EXPECT_EQ(workbench.selectedNode(), c);
}

TEST_F(Chain, twoNeighboursAreTakenOutTogether) {
    click(centre(b));
    click(centre(c), Qt::ShiftModifier);
    drag(centre(b), centre(b) + QPoint(0, 200), Qt::AltModifier);
    EXPECT_TRUE(has({a, d, 0}));
    EXPECT_TRUE(has({b, c, 0})) << "what holds them together stays";
    EXPECT_EQ(workbench.graph().edges().size(), 2u);
}

TEST_F(Gestures, aNodeAlmostInLineWithAnotherSnapsIntoIt) {
    const auto other = add("relu", 0, 0), moved = add("relu", 304, 304);
    change([&](network::Graph& graph) { network::move(graph, {other}, {0, 4}); });
    drag(centre(moved), seen({300, 7}));
    EXPECT_EQ(at(moved).y, 4) << "its neighbour's line, which is not on the grid";
}

TEST_F(Gestures, whatLiesOverTheCanvasStaysWhereItIsWhileTheViewPans) {
    add("relu", 0, 0);
    canvas.showMiniMap(true);
    auto* map = canvas.findChild<MiniMap*>();
    ASSERT_NE(map, nullptr);
    const QPoint before = map->pos();
    QTest::mousePress(ground(), Qt::MiddleButton, {}, QPoint(300, 300));
    QMouseEvent event(QEvent::MouseMove, QPointF(360, 330), ground()->mapToGlobal(QPointF(360, 330)), Qt::NoButton, Qt::MiddleButton, Qt::NoModifier);
    QApplication::sendEvent(ground(), &event);
    QTest::mouseRelease(ground(), Qt::MiddleButton, {}, QPoint(360, 330));
    EXPECT_EQ(map->pos(), before);
}

TEST_F(Gestures, theStatusBarSaysWhatTheMouseCanDoThere) {
    struct Listener : QWidget {
        bool event(QEvent* event) override {
            if (event->type() == QEvent::StatusTip) heard << static_cast<QStatusTipEvent*>(event)->tip();
            return QWidget::event(event);
        }
        QStringList heard;
    } listener;
    const auto a = add("relu", 0, 0);
    canvas.setParent(&listener);
    const auto hover = [&](QPoint p) {
        QMouseEvent event(QEvent::MouseMove, p, ground()->mapToGlobal(p), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(ground(), &event);
    };
    hover(centre(a));
    hover(centre(a) + QPoint(3, 0));
    hover(output(a));
    hover(seen({-150, -150}));
    ASSERT_EQ(listener.heard.size(), 3);
    EXPECT_TRUE(listener.heard[0].contains(QStringLiteral("Alt+drag")));
    EXPECT_TRUE(listener.heard[1].contains(QStringLiteral("connect")));
    EXPECT_EQ(listener.heard[2], QString());
    canvas.setParent(nullptr);
}

}  // namespace
}  // namespace perceptarium::ui
