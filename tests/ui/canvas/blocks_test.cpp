// Blocks with mouse and keyboard: made from a selection, opened, left, changed inside, taken from the palette.
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "network/block_edits.h"
#include "ui/block_shelf.h"
#include "ui/canvas/breadcrumb.h"
#include "ui/canvas/canvas_fixture.h"
#include "ui/panels/inspector.h"
#include "ui/panels/palette.h"
#include "ui/panels/setting_widgets.h"
#include "ui/shared/layer_list.h"

namespace perceptarium::ui {
namespace {

class BlocksOnCanvas : public CanvasTest {
protected:
    BlocksOnCanvas() {
        a = add("input", 0, 0, {{"shape", std::string("12x12x1")}});
        b = add("conv2d", 240, 0, {{"filters", std::int64_t{6}}, {"kernel", std::int64_t{3}}});
        c = add("relu", 480, 0);
        d = add("flatten", 720, 0);
        connect(a, b);
        connect(b, c);
        connect(c, d);
        canvas.fitAll();
    }
    ~BlocksOnCanvas() override {
        for (const auto& block : std::vector(workbench.shelf().own())) EXPECT_TRUE(workbench.shelf().forget(block.name));
    }
    void doubleClick(QPoint p) { QTest::mouseDClick(ground(), Qt::LeftButton, {}, p); }
    /// With a rubber band around b and c, then Ctrl+G, a name and Enter.
    network::NodeId makeBlock(const QString& name) {
        drag(seen({130, -80}), seen({590, 80}));
        EXPECT_EQ(workbench.selection(), (std::set{b, c}));
        key(Qt::Key_G, Qt::ControlModifier);
        auto* line = ground()->findChild<QLineEdit*>(QStringLiteral("rename"));
        if (!line) {
            ADD_FAILURE() << "no editor for the block's name";
            return network::kNoNode;
        }
        EXPECT_EQ(line->text(), QStringLiteral("Block"));
        line->setText(name);
        QTest::keyClick(line, Qt::Key_Return);
        return workbench.selectedNode();
    }
    Breadcrumb* crumbs() { return canvas.findChild<Breadcrumb*>(); }
    network::NodeId idOf(const char* name) { return workbench.graph().findByName(name)->id; }
    network::NodeId a = 0, b = 0, c = 0, d = 0;
};

TEST_F(BlocksOnCanvas, areMadeFromWhatTheMouseSelectedAndLandInThePalette) {
    const auto before = workbench.document();
    Palette palette(workbench);
    auto* list = palette.findChild<LayerList*>();
    const auto block = makeBlock(QStringLiteral("Front"));
    ASSERT_NE(block, network::kNoNode);
    EXPECT_EQ(workbench.graph().find(block)->layer, "block/Front");
    EXPECT_TRUE(has({a, block, 0}));
    EXPECT_TRUE(has({block, d, 0}));
    EXPECT_EQ(item(b), nullptr);
    ASSERT_NE(item(block), nullptr);
    EXPECT_TRUE(item(block)->look().isBlock);
    EXPECT_EQ(item(block)->look().parameters, QStringLiteral("60 params"));
    EXPECT_EQ(item(block)->look().shape, QStringLiteral("10×10×6"));
    EXPECT_TRUE(item(block)->look().summary.startsWith(QStringLiteral("Front")));

    ASSERT_EQ(workbench.shelf().own().size(), 1u);
    EXPECT_EQ(workbench.shelf().own()[0].name, "Front");
    EXPECT_EQ(list->filter(QStringLiteral("front")), 2);  // of this project, and of my blocks

    workbench.undo();
    workbench.undo();
    EXPECT_EQ(workbench.document(), before);
    workbench.redo();
    EXPECT_NE(item(block), nullptr);
}

TEST_F(BlocksOnCanvas, refuseInWordsWhatCannotBeOne) {
    QString told;
    QObject::connect(&workbench, &Workbench::said, &canvas, [&](const QString& text) { told = text; });
    workbench.select({a, b});
    key(Qt::Key_G, Qt::ControlModifier);
    EXPECT_TRUE(told.contains(QStringLiteral("stays outside"))) << told.toStdString();
    EXPECT_NE(item(b), nullptr);
    EXPECT_TRUE(workbench.shelf().own().empty());
}

TEST_F(BlocksOnCanvas, openByDoubleClickAndEnterAndAreLeftByBreadcrumbAndAltUp) {
    const auto block = makeBlock(QStringLiteral("Front"));
    EXPECT_FALSE(crumbs()->isVisible());
    doubleClick(centre(block));
    EXPECT_EQ(workbench.opened(), network::BlockPath{block});
    EXPECT_EQ(workbench.openedBlock(), "Front");
    EXPECT_EQ(canvas.drawing().nodeItems().size(), 3u);
    EXPECT_EQ(item(idOf("conv2d1"))->look().shape, QStringLiteral("10×10×6"));
    EXPECT_EQ(item(idOf("in1"))->look().shape, QStringLiteral("12×12×1"));
    ASSERT_TRUE(crumbs()->isVisible());
    EXPECT_GE(canvas.viewport()->y(), crumbs()->height());
    auto* home = crumbs()->findChild<QToolButton*>(QStringLiteral("crumb-0"));
    ASSERT_NE(home, nullptr);
    QTest::mouseClick(home, Qt::LeftButton);
    EXPECT_TRUE(workbench.opened().empty());
    EXPECT_FALSE(crumbs()->isVisible());
    EXPECT_EQ(workbench.selectedNode(), block);

    key(Qt::Key_Return);
    EXPECT_EQ(workbench.opened(), network::BlockPath{block});
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_TRUE(workbench.opened().empty());
    EXPECT_EQ(workbench.selectedNode(), block);
}

TEST_F(BlocksOnCanvas, areChangedInsideForEveryNodeThatStandsForThem) {
    const auto block = makeBlock(QStringLiteral("Front"));
    key(Qt::Key_D, Qt::ControlModifier);
    const auto twin = workbench.selectedNode();
    ASSERT_NE(twin, block);
    connect(block, twin);
    canvas.openNode(block);
    change([&](network::Graph& graph) {
        EXPECT_TRUE(network::changeSetting(graph, idOf("conv2d1"), "filters", std::int64_t{4}));
        EXPECT_TRUE(network::appendNode(graph, "batch-norm", idOf("conv2d1")));
    });
    EXPECT_EQ(canvas.drawing().nodeItems().size(), 4u);
    canvas.leaveBlock();
    EXPECT_EQ(item(twin)->look().shape, QStringLiteral("8×8×4"));
    EXPECT_EQ(workbench.flatGraph().nodes().size(), 2u + 2 * 3);
    workbench.undo();
    EXPECT_EQ(item(twin)->look().shape, QStringLiteral("8×8×6"));
}

TEST_F(BlocksOnCanvas, comeBackToTheWholeWhenTheBlockIsUndone) {
    const auto block = makeBlock(QStringLiteral("Front"));
    canvas.openNode(block);
    workbench.undo();
    EXPECT_EQ(workbench.opened(), network::BlockPath{block});  // only its name was taken back
    workbench.undo();
    EXPECT_TRUE(workbench.opened().empty());
    EXPECT_NE(item(b), nullptr);
    EXPECT_FALSE(crumbs()->isVisible());
}

TEST_F(BlocksOnCanvas, cannotHoldThemselves) {
    const auto block = makeBlock(QStringLiteral("Front"));
    click(centre(block));
    key(Qt::Key_C, Qt::ControlModifier);
    canvas.openNode(block);
    const auto before = workbench.document();
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(workbench.document(), before);
}

TEST_F(BlocksOnCanvas, areUnpackedAgain) {
    const auto block = makeBlock(QStringLiteral("Front"));
    click(centre(block));
    key(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(item(block), nullptr);
    EXPECT_EQ(workbench.selection().size(), 2u);
    EXPECT_TRUE(workbench.graph().blocks().empty());
    EXPECT_EQ(workbench.graph().nodes().size(), 4u);
    EXPECT_TRUE(workbench.inference().outputs.contains(d));
}

TEST_F(BlocksOnCanvas, areTakenFromThePalette) {
    workbench.select({});
    dropLayer(QStringLiteral("ready-block/Residual block"), seen(canvas.drawing().edge({b, c, 0})->middle()));
    const auto* made = workbench.graph().find(workbench.selectedNode());
    ASSERT_NE(made, nullptr);
    EXPECT_EQ(made->layer, "block/Residual block");
    EXPECT_TRUE(has({b, made->id, 0}));
    EXPECT_TRUE(workbench.inference().valid()) << workbench.inference().findings.front().text();
    EXPECT_EQ(item(made->id)->look().shape, QStringLiteral("10×10×16"));

    Palette palette(workbench);
    auto* list = palette.findChild<LayerList*>();
    EXPECT_GE(list->filter(QStringLiteral("mlp block")), 1);
    emit list->chosen(list->currentLayer());
    EXPECT_EQ(workbench.graph().find(workbench.selectedNode())->layer, "block/MLP block");
    workbench.undo();
    workbench.undo();
    EXPECT_TRUE(workbench.graph().blocks().empty());
}

TEST_F(BlocksOnCanvas, ofMyOwnAreForgottenFromThePalette) {
    makeBlock(QStringLiteral("Front"));
    Palette palette(workbench);
    auto* list = palette.findChild<LayerList*>();
    list->filter(QStringLiteral("my blocks front"));
    EXPECT_EQ(list->currentLayer(), QStringLiteral("own-block/Front"));
    palette.findChild<QAction*>(QStringLiteral("palette-forget-block"))->trigger();
    EXPECT_TRUE(workbench.shelf().own().empty());
    EXPECT_EQ(workbench.graph().blocks().size(), 1u);  // the project keeps what it uses
}

TEST_F(BlocksOnCanvas, getSettingsOfTheirOwnInTheInspector) {
    Inspector inspector(workbench);
    inspector.show();
    const auto block = makeBlock(QStringLiteral("Front"));
    canvas.openNode(block);
    EXPECT_TRUE(inspector.findChild<QLineEdit*>(QStringLiteral("block-name"))->isVisible());
    workbench.select({idOf("conv2d1")});
    auto* button = inspector.findChild<QPushButton*>(QStringLiteral("block-settings"));
    ASSERT_TRUE(button && button->isVisible());
    emit button->menu()->aboutToShow();
    QAction* fresh = button->menu()->actions().front()->menu()->actions().back();
    EXPECT_TRUE(fresh->text().contains(QStringLiteral("filters")));
    fresh->trigger();
    const auto* giver = network::giverOf(workbench.graph(), "Front", idOf("conv2d1"), "filters");
    ASSERT_NE(giver, nullptr);
    EXPECT_EQ(std::get<std::int64_t>(giver->standard), 6);

    canvas.leaveBlock();
    QApplication::processEvents();  // what a form has just got is shown a moment later
    SettingWidget* filters = nullptr;
    for (auto* widget : inspector.findChildren<SettingWidget*>())
        if (widget->isVisible() && widget->spec().name == "filters") filters = widget;
    ASSERT_NE(filters, nullptr);
    emit filters->changed(std::int64_t{9});
    EXPECT_EQ(item(block)->look().shape, QStringLiteral("10×10×9"));
    EXPECT_TRUE(item(block)->look().summary.contains(QStringLiteral("9 filters"))) << item(block)->look().summary.toStdString();
    canvas.openNode(block);  // inside one sees what this node was given
    EXPECT_TRUE(item(idOf("conv2d1"))->look().summary.contains(QStringLiteral("9 filters"))) << item(idOf("conv2d1"))->look().summary.toStdString();
}

TEST_F(BlocksOnCanvas, travelByTheClipboardIntoAnotherProject) {
    const auto block = makeBlock(QStringLiteral("Front"));
    click(centre(block));
    key(Qt::Key_C, Qt::ControlModifier);
    workbench.newProject();
    workbench.cancelLoading();
    EXPECT_TRUE(workbench.graph().blocks().empty());
    key(Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(workbench.graph().blocks().contains("Front"));
    EXPECT_EQ(workbench.graph().find(workbench.selectedNode())->layer, "block/Front");
}

TEST_F(BlocksOnCanvas, showHowOftenTheyRepeat) {
    const auto block = makeBlock(QStringLiteral("Front"));
    change([&](network::Graph& graph) { EXPECT_TRUE(network::changeSetting(graph, block, network::kRepeat, std::int64_t{3})); });
    EXPECT_EQ(item(block)->look().repeat, 3);
    EXPECT_EQ(item(block)->look().shape, QStringLiteral("6×6×6"));
    EXPECT_TRUE(item(block)->look().accessibleName.contains(QStringLiteral("3 times")));
    EXPECT_EQ(workbench.flatNode(block), workbench.flatGraph().findByName("front1/3/relu1")->id);
}

}  // namespace
}  // namespace perceptarium::ui
