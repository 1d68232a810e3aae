// Bypassed, frozen and collapsed nodes: by key, by menu, and how they look.
#include <QImage>
#include <QPainter>

#include "ui/canvas/canvas_fixture.h"

namespace perceptarium::ui {
namespace {

const Settings k28{{"shape", std::string("28x28x1")}};

class NodeMarks : public CanvasTest {
protected:
    NodeMarks() {
        a = add("input", 0, 0, k28);
        b = add("flatten", 240, 0);
        c = add("dense", 480, 0, {{"units", std::int64_t{7}}});
        connect(a, b);
        connect(b, c);
    }
    const network::Node& node(network::NodeId id) { return *workbench.graph().find(id); }
    QImage picture(network::NodeId id) {
        QImage image(400, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.translate(200, 100);
        item(id)->paint(&painter, nullptr, nullptr);
        return image;
    }
    network::NodeId a = 0, b = 0, c = 0;
};

TEST_F(NodeMarks, mBypassesAndSwitchesOnAgain) {
    click(centre(b));
    canvas.setFocus();
    const QImage before = picture(b);
    key(Qt::Key_M);
    EXPECT_TRUE(node(b).bypassed);
    EXPECT_TRUE(item(b)->look().bypassed);
    EXPECT_NE(picture(b), before);
    EXPECT_TRUE(item(b)->look().accessibleName.contains(QStringLiteral("bypassed"))) << item(b)->look().accessibleName.toStdString();
    EXPECT_TRUE(item(b)->toolTip().contains(QStringLiteral("as if it were not there")));
    // The picture goes on as it is, and the Dense says what it thinks of that.
    EXPECT_EQ(canvas.drawing().edge({b, c, 0})->label(), QStringLiteral("28×28×1"));
    EXPECT_EQ(item(c)->look().severity, network::Severity::Error);
    EXPECT_TRUE(action("bypass")->isChecked());
    key(Qt::Key_M);
    EXPECT_FALSE(node(b).bypassed);
    EXPECT_EQ(picture(b), before);
    workbench.undo();
    EXPECT_TRUE(node(b).bypassed);
}

TEST_F(NodeMarks, ofSeveralAllAreBypassedFirst) {
    click(centre(b));
    key(Qt::Key_M);
    workbench.select({b, c});
    EXPECT_FALSE(action("bypass")->isChecked());
    key(Qt::Key_M);
    EXPECT_TRUE(node(b).bypassed && node(c).bypassed);
    key(Qt::Key_M);
    EXPECT_FALSE(node(b).bypassed || node(c).bypassed);
}

TEST_F(NodeMarks, anInputIsNotBypassedAndTheReasonIsSaid) {
    QString said;
    QObject::connect(&workbench, &Workbench::said, &canvas, [&](const QString& text, bool) { said = text; });
    click(centre(a));
    key(Qt::Key_M);
    EXPECT_FALSE(node(a).bypassed);
    EXPECT_TRUE(said.contains(QStringLiteral("the data enter there"))) << said.toStdString();
    EXPECT_FALSE(action("bypass")->isChecked());
}

TEST_F(NodeMarks, whatOnlyFeedsABypassedMergeIsFaintToo) {
    const auto d = add("dense", 480, 160, {{"units", std::int64_t{7}}});
    const auto sum = add("add", 720, 0);
    connect(b, d);
    connect(c, sum, 0);
    connect(d, sum, 1);
    workbench.select({sum});
    key(Qt::Key_M);
    EXPECT_TRUE(item(d)->look().leftOut);
    EXPECT_FALSE(item(c)->look().leftOut);
    EXPECT_TRUE(item(d)->look().accessibleName.contains(QStringLiteral("left out")));
    EXPECT_TRUE(item(sum)->look().badge.contains(QStringLiteral("only the first, “dense1”, goes on")));
}

TEST_F(NodeMarks, lPutsAPadlockOnFrozenLayers) {
    click(centre(c));
    canvas.setFocus();
    const QImage before = picture(c);
    key(Qt::Key_L);
    EXPECT_TRUE(node(c).frozen);
    EXPECT_TRUE(item(c)->look().frozen);
    EXPECT_TRUE(item(c)->look().accessibleName.contains(QStringLiteral("frozen")));
    const QImage after = picture(c);
    const QRect lock = item(c)->padlockRect().translated(200, 100).toAlignedRect();
    EXPECT_NE(after.copy(lock), before.copy(lock)) << "the padlock is painted where it says";
    EXPECT_TRUE(item(c)->body().contains(item(c)->padlockRect()));
    EXPECT_EQ(workbench.inference().frozenParameters, 784 * 7 + 7);
    key(Qt::Key_L);
    EXPECT_FALSE(node(c).frozen);
    EXPECT_EQ(picture(c), before);
}

TEST_F(NodeMarks, hCollapsesAndEdgesMeetTheSmallerNode) {
    const QRectF before = item(c)->body();
    click(centre(c));
    key(Qt::Key_H);
    EXPECT_TRUE(node(c).collapsed);
    EXPECT_LT(item(c)->body().width(), before.width());
    EXPECT_LT(item(c)->body().height(), before.height() * 0.6);
    EXPECT_EQ(canvas.drawing().edge({b, c, 0})->path().currentPosition(), item(c)->inputPlace(0));
    EXPECT_TRUE(item(c)->body().contains(item(c)->titleRect().center()));
    // Its ports still take and give wires.
    const auto d = add("relu", 800, 0);
    drag(output(c), input(d));
    EXPECT_TRUE(has({c, d, 0}));
    workbench.select({c});
    key(Qt::Key_H);
    EXPECT_EQ(item(c)->body(), before);
}

TEST_F(NodeMarks, areOfferedInTheMenus) {
    for (const char* id : {"bypass", "freeze", "collapse", "frame", "note"}) {
        ASSERT_NE(action(id), nullptr) << id;
        EXPECT_TRUE(canvas.editActions().contains(action(id))) << id;
        EXPECT_GT(action(id)->toolTip().size(), 20) << id;
        EXPECT_FALSE(action(id)->shortcut().isEmpty()) << id;
    }
    workbench.select({});
    EXPECT_FALSE(action("bypass")->isEnabled());
    EXPECT_TRUE(action("frame")->isEnabled()) << "an empty frame can be filled later";
}

TEST_F(NodeMarks, copiesKeepThem) {
    workbench.select({c});
    key(Qt::Key_L);
    key(Qt::Key_H);
    key(Qt::Key_C, Qt::ControlModifier);
    key(Qt::Key_V, Qt::ControlModifier);
    const auto copy = workbench.selectedNode();
    ASSERT_NE(copy, c);
    EXPECT_TRUE(node(copy).frozen && node(copy).collapsed);
}

}  // namespace
}  // namespace perceptarium::ui
