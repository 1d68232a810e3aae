// What keyboard, actions and the document's changes do to the canvas.
#include <QAccessible>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

#include "base/random.h"
#include "ui/canvas/badge.h"
#include "ui/canvas/canvas_fixture.h"
#include "ui/canvas/find_popup.h"
#include "ui/canvas/mini_map.h"
#include "ui/canvas/search_popup.h"
#include "ui/shared/node_words.h"

namespace perceptarium::ui {
namespace {

const Settings k28{{"shape", std::string("28x28x1")}};

class Canvas : public CanvasTest {
protected:
    /// input → conv → relu → flatten
    void chain() {
        a = add("input", 0, 0, k28);
        b = add("conv2d", 240, 0, {{"filters", std::int64_t{6}}, {"kernel", std::int64_t{5}}});
        c = add("relu", 480, 0);
        d = add("flatten", 720, 0);
        connect(a, b);
        connect(b, c);
        connect(c, d);
    }
    network::NodeId a = 0, b = 0, c = 0, d = 0;
};

TEST_F(Canvas, deleteHealsTheChainAndUndoBringsItBack) {
    chain();
    const auto before = workbench.graph();
    click(centre(b));
    key(Qt::Key_Delete);
    EXPECT_EQ(item(b), nullptr);
    EXPECT_TRUE(has({a, c, 0}));
    EXPECT_NE(canvas.drawing().edge({a, c, 0}), nullptr);
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == before);
    EXPECT_NE(item(b), nullptr);
}

TEST_F(Canvas, deletingAndLeavingTheGapDoesNotHeal) {
    chain();
    click(centre(b));
    key(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(item(b), nullptr);
    EXPECT_FALSE(has({a, c, 0}));
}

TEST_F(Canvas, deleteOfASelectedEdgeDisconnects) {
    chain();
    click(seen(canvas.drawing().edge({b, c, 0})->middle()));
    EXPECT_EQ(canvas.drawing().selectedEdge(), (network::Edge{b, c, 0}));
    key(Qt::Key_Delete);
    EXPECT_FALSE(has({b, c, 0}));
    EXPECT_EQ(workbench.graph().nodes().size(), 4u);
}

TEST_F(Canvas, edgesTellShapesAndNodesTheirParametersAsSettingsChange) {
    chain();
    EXPECT_EQ(canvas.drawing().edge({b, c, 0})->label(), QStringLiteral("24×24×6"));
    EXPECT_EQ(item(b)->look().parameters, QStringLiteral("156 params"));
    change([&](network::Graph& graph) { EXPECT_TRUE(network::changeSetting(graph, b, "filters", std::int64_t{8})); });
    EXPECT_EQ(canvas.drawing().edge({b, c, 0})->label(), QStringLiteral("24×24×8"));
    EXPECT_EQ(item(b)->look().parameters, QStringLiteral("208 params"));
}

TEST_F(Canvas, aNodeThatCannotWorkIsMarkedWithTheReason) {
    chain();
    EXPECT_NE(item(b)->look().severity, network::Severity::Error);
    change([&](network::Graph& graph) { EXPECT_TRUE(network::changeSetting(graph, b, "kernel", std::int64_t{99})); });
    EXPECT_EQ(item(b)->look().severity, network::Severity::Error);
    EXPECT_TRUE(item(b)->look().tooltip.contains(QStringLiteral("99")));
    EXPECT_FALSE(item(b)->look().badge.isEmpty());
    EXPECT_TRUE(item(b)->look().accessibleDescription.contains(QStringLiteral("Error")));
}

TEST_F(Canvas, itemsOfUntouchedNodesStayTheSameObjects) {
    chain();
    NodeItem* const before = item(d);
    change([&](network::Graph& graph) { EXPECT_TRUE(network::changeSetting(graph, b, "filters", std::int64_t{8})); });
    add("dense", 960, 0);
    EXPECT_EQ(item(d), before);
}

TEST_F(Canvas, copyAndPasteMakeNewNodesWithTheirLinks) {
    chain();
    workbench.select({b, c});
    action("copy")->trigger();
    EXPECT_TRUE(QApplication::clipboard()->text().contains(QStringLiteral("conv2d")));
    action("paste")->trigger();
    ASSERT_EQ(workbench.graph().nodes().size(), 6u);
    ASSERT_EQ(workbench.selection().size(), 2u);
    const auto conv = *workbench.selection().begin(), relu = *workbench.selection().rbegin();
    EXPECT_TRUE(has({conv, relu, 0}));
    EXPECT_TRUE(workbench.graph().edgesInto(conv).empty());
    EXPECT_EQ(settingOr<std::int64_t>(workbench.graph().find(conv)->settings, "filters", 0), 6);
    EXPECT_NE(workbench.graph().find(conv)->name, workbench.graph().find(b)->name);
}

TEST_F(Canvas, pasteKeepingInputsIsFedAsTheOriginal) {
    chain();
    workbench.select({b});
    action("copy")->trigger();
    action("paste-keeping-inputs")->trigger();
    EXPECT_TRUE(has({a, workbench.selectedNode(), 0}));
    EXPECT_TRUE(has({a, b, 0}));
}

TEST_F(Canvas, foreignTextOnTheClipboardIsRefusedInWords) {
    QStringList problems;
    QObject::connect(&workbench, &Workbench::said, &canvas, [&](const QString& text, bool problem) {
        if (problem) problems << text;
    });
    for (const char* text : {"hello", "{}", "{\"perceptarium\":1,\"nodes\":[3]}", "{\"perceptarium\":1,\"nodes\":[{\"layer\":\"dense\",\"name\":\"x\",\"id\":1,\"settings\":{\"units\":\"many\"}}]}",
                             "{\"perceptarium\":1,\"nodes\":[],\"edges\":[[1,2,-4]]}"}) {
        QApplication::clipboard()->setText(QString::fromUtf8(text));
        action("paste")->trigger();
    }
    EXPECT_EQ(problems.size(), 5);
    EXPECT_TRUE(workbench.graph().nodes().empty());
}

TEST_F(Canvas, cutRemovesAndPasteBringsBack) {
    chain();
    workbench.select({c});
    action("cut")->trigger();
    EXPECT_TRUE(has({b, d, 0}));
    action("paste")->trigger();
    EXPECT_EQ(workbench.graph().nodes().size(), 4u);
}

TEST_F(Canvas, duplicateMakesOneMore) {
    chain();
    workbench.select({b});
    action("duplicate")->trigger();
    EXPECT_EQ(workbench.graph().nodes().size(), 5u);
    EXPECT_NE(workbench.selectedNode(), b);
}

TEST_F(Canvas, tabWalksAlongTheFlowAndLeavesAtTheEnd) {
    chain();
    canvas.setFocus();
    std::vector<Thing> walked;
    for (int i = 0; i < 7; ++i) {
        key(Qt::Key_Tab);
        walked.push_back(canvas.drawing().current());
    }
    EXPECT_EQ(walked, canvas.drawing().order());
    EXPECT_EQ(workbench.selectedNode(), d);
    key(Qt::Key_Tab, Qt::ShiftModifier);
    EXPECT_EQ(canvas.drawing().current(), Thing(network::Edge{c, d, 0}));
}

TEST_F(Canvas, arrowsMoveTheSelectionInOneUndoStep) {
    chain();
    click(centre(d));
    key(Qt::Key_Down);
    EXPECT_EQ(at(d), (network::Point{720, 8}));
    key(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(at(d), (network::Point{720, 48}));
}

TEST_F(Canvas, enterAsksForTheDetails) {
    chain();
    QSignalSpy asked(&canvas, &NetworkCanvas::detailsRequested);
    click(centre(b));
    key(Qt::Key_Return);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0][0].value<network::NodeId>(), b);
}

TEST_F(Canvas, spaceOpensASearchThatAddsWhatIsTyped) {
    key(Qt::Key_Space);
    auto* popup = canvas.findChild<SearchPopup*>();
    ASSERT_NE(popup, nullptr);
    auto* line = popup->findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("max"));
    QTest::keyClick(line, Qt::Key_Return);
    ASSERT_EQ(workbench.graph().nodes().size(), 1u);
    EXPECT_EQ(workbench.graph().nodes().begin()->second.layer, "max-pool");
}

TEST_F(Canvas, findGoesToALayerByItsName) {
    chain();
    canvas.centerOn(5000, 5000);
    action("find")->trigger();
    auto* popup = canvas.findChild<FindPopup*>();
    ASSERT_NE(popup, nullptr);
    auto* line = popup->findChild<QLineEdit*>();
    QTest::keyClicks(line, QStringLiteral("flat"));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(workbench.selectedNode(), d);
    EXPECT_TRUE(ground()->rect().contains(centre(d)));
}

TEST_F(Canvas, aClickOnTheMiniMapGoesThere) {
    chain();
    action("mini-map")->trigger();
    auto* map = canvas.findChild<MiniMap*>();
    ASSERT_TRUE(map && map->isVisible());
    canvas.centerOn(4000, 0);
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(12, map->height() / 2));
    EXPECT_TRUE(ground()->rect().contains(centre(a)));
    action("mini-map")->trigger();
    EXPECT_FALSE(map->isVisible());
}

TEST_F(Canvas, aPlaceIsKeptAndComeBackTo) {
    chain();
    canvas.zoomTo(0.7);
    canvas.centerOn(480, 40);
    key(Qt::Key_2, Qt::ControlModifier | Qt::ShiftModifier);
    canvas.zoomTo(2);
    canvas.centerOn(-900, 900);
    key(Qt::Key_2);
    EXPECT_NEAR(canvas.zoom(), 0.7, 1e-9);
    EXPECT_LT(QLineF(canvas.mapToScene(ground()->rect().center()), QPointF(480, 40)).length(), 6) << "to a pixel or two";
    canvas.centerOn(0, 0);
    const QPointF here = canvas.mapToScene(ground()->rect().center());
    key(Qt::Key_3);  // not kept: said, and nothing moves
    EXPECT_EQ(canvas.mapToScene(ground()->rect().center()), here);
}

TEST_F(Canvas, renamingInPlaceRenames) {
    chain();
    canvas.renameInPlace(b);
    auto* line = canvas.findChild<QLineEdit*>(QStringLiteral("rename"));
    ASSERT_NE(line, nullptr);
    line->setText(QStringLiteral("first filters"));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(workbench.graph().find(b)->name, "first filters");
}

TEST_F(Canvas, arrangeLaysTheFlowFromLeftToRight) {
    chain();
    change([&](network::Graph& graph) { network::move(graph, {b}, {900, 300}); });
    action("arrange")->trigger();
    EXPECT_LT(at(a).x, at(b).x);
    EXPECT_LT(at(b).x, at(c).x);
    EXPECT_LT(at(c).x, at(d).x);
}

TEST_F(Canvas, arrangedFromTopToBottomItRunsDownAndGoesOnThatWay) {
    chain();
    const auto before = workbench.graph();
    action("arrange-down")->trigger();
    EXPECT_LT(at(a).y, at(b).y);
    EXPECT_LT(at(c).y, at(d).y);
    EXPECT_EQ(at(a).x, at(d).x);
    EXPECT_GT(item(b)->outputPlace().y(), item(b)->pos().y()) << "out below";
    EXPECT_LT(item(b)->inputPlace(0).y(), item(b)->pos().y()) << "in above";
    const QRectF way = canvas.drawing().edge({b, c, 0})->path().boundingRect();
    EXPECT_GT(way.height(), 10 * way.width());
    change([&](network::Graph& graph) { EXPECT_TRUE(network::appendNode(graph, "relu", d)); });
    EXPECT_GT(workbench.graph().nodes().rbegin()->second.position.y, at(d).y);
    workbench.undo();
    action("arrange-right")->trigger();
    EXPECT_LT(at(a).x, at(b).x);
    EXPECT_GT(item(b)->outputPlace().x(), item(b)->pos().x());
    workbench.undo();
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == before);
}

TEST_F(Canvas, screenReadersFindNodesAndEdgesByWhatTheyShow) {
    chain();
    auto* root = QAccessible::queryAccessibleInterface(&canvas);
    ASSERT_NE(root, nullptr);
    ASSERT_EQ(root->childCount(), 7);
    auto* conv = root->child(2);
    const std::string name = conv->text(QAccessible::Name).toStdString();
    EXPECT_EQ(name, "node " + workbench.graph().find(b)->name + ", Conv2d, output 24×24×6, 156 parameters");
    EXPECT_TRUE(conv->rect().contains(ground()->mapToGlobal(centre(b))));
    EXPECT_EQ(root->child(2), conv);
    EXPECT_TRUE(root->child(3)->text(QAccessible::Name).contains(QStringLiteral("24×24×6")));
    conv->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    EXPECT_EQ(workbench.selectedNode(), b);
    EXPECT_TRUE(conv->state().selected);
    change([&](network::Graph& graph) { network::remove(graph, {b}); });
    EXPECT_EQ(root->childCount(), 4);
}

TEST_F(Canvas, aRandomScriptOfEditsUndoesToTheStart) {
    chain();
    const auto start = workbench.graph();
    const auto position = workbench.history().position();
    Random random(7, "canvas-test");
    const QStringList layers{QStringLiteral("relu"), QStringLiteral("dense"), QStringLiteral("add"), QStringLiteral("conv2d")};
    for (int step = 0; step < 60; ++step) {
        const auto& nodes = workbench.graph().nodes();
        auto one = nodes.begin();
        if (!nodes.empty()) std::advance(one, static_cast<long>(random.below(nodes.size())));
        switch (nodes.empty() ? 0 : random.below(6)) {
            case 0: dropLayer(layers[static_cast<int>(random.below(4))], QPoint(static_cast<int>(random.below(900)), static_cast<int>(random.below(600)))); break;
            case 1: click(centre(one->first)); key(Qt::Key_Delete); break;
            case 2: click(centre(one->first)); action("duplicate")->trigger(); break;
            case 3: click(centre(one->first)); key(Qt::Key_Left); break;
            case 4: drag(centre(one->first), QPoint(static_cast<int>(random.below(900)), static_cast<int>(random.below(600)))); break;
            case 5: drag(output(one->first), centre(nodes.rbegin()->first)); break;
        }
        if (auto* popup = canvas.findChild<SearchPopup*>()) popup->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    const auto end = workbench.graph();
    while (workbench.history().position() > position) workbench.undo();
    EXPECT_TRUE(workbench.graph() == start);
    EXPECT_EQ(canvas.drawing().nodeItems().size(), 4u);
    while (workbench.history().canRedo()) workbench.redo();
    EXPECT_TRUE(workbench.graph() == end);
    EXPECT_EQ(canvas.drawing().nodeItems().size(), end.nodes().size());
    EXPECT_EQ(canvas.drawing().edgeItems().size(), end.edges().size());
}

TEST(Badge, growsInHeightForLongWordsAndNeverBeyondItsRoom) {
    const QSizeF brief = badgeSize(QStringLiteral("No input"), 204);
    const QSizeF words = badgeSize(QStringLiteral("Dense needs a vector, but gets a 28×28×1 picture"), 204);
    EXPECT_LT(brief.width(), 120);
    EXPECT_LE(words.width(), 204);
    EXPECT_GT(words.height(), 1.5 * brief.height());
    EXPECT_LT(words.height(), network::kNodeHeight);
}

TEST(NodeWords, oneOfAKindIsNotCountedInThePlural) {
    const auto* dense = layers::findLayer("dense");
    ASSERT_NE(dense, nullptr);
    EXPECT_TRUE(settingsSummary(*dense, {{"units", std::int64_t{1}}}).startsWith("1 unit"));
    EXPECT_FALSE(settingsSummary(*dense, {{"units", std::int64_t{1}}}).contains("units"));
    EXPECT_TRUE(settingsSummary(*dense, {{"units", std::int64_t{2}}}).startsWith("2 units"));
    const auto* conv = layers::findLayer("conv2d");
    EXPECT_EQ(settingsSummary(*conv, {{"filters", std::int64_t{6}}, {"kernel", Pair{5, 3}}, {"stride", Pair{1, 2}}}),
              QStringLiteral("6 filters · kernel size 5×3 · stride 1×2"));
    const auto* pool = layers::findLayer("max-pool");
    EXPECT_EQ(settingsSummary(*pool, {}), QStringLiteral("window size 2"));
    EXPECT_EQ(settingsSummary(*pool, {{"size", Pair{2, 3}}, {"stride", Pair{0, 1}}}), QStringLiteral("window size 2×3 · stride 0×1"));
}

TEST_F(Canvas, thePictureIsWrittenAsPngAndSvg) {
    chain();
    QTemporaryDir folder;
    const QString png = folder.filePath(QStringLiteral("net.png")), svg = folder.filePath(QStringLiteral("net.svg"));
    EXPECT_TRUE(canvas.exportPicture(png));
    EXPECT_TRUE(canvas.exportPicture(svg));
    const QImage image(png);
    EXPECT_GT(image.width(), 1600);
    QFile file(svg);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("24×24×6"));
    const auto failed = canvas.exportPicture(folder.filePath(QStringLiteral("missing/net.png")));
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().where.find("missing"), std::string::npos);
}

TEST_F(Canvas, everyActionHasANameAndAShortcutNoOtherHas) {
    std::set<QString> keys;
    for (auto* each : canvas.editActions() + canvas.viewActions()) {
        if (each->isSeparator()) continue;
        EXPECT_FALSE(each->text().isEmpty());
        EXPECT_FALSE(each->toolTip().isEmpty());
        for (const auto& shortcut : each->shortcuts()) EXPECT_TRUE(keys.insert(shortcut.toString()).second) << shortcut.toString().toStdString();
    }
}

}  // namespace
}  // namespace perceptarium::ui
