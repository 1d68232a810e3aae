// Freezing and unfreezing go to the run that is there; bypassing makes another, and undoing it brings the first one back.
#include "network/edits.h"
#include "network/frame_edits.h"
#include "ui/panels/panel_fixture.h"

namespace perceptarium::ui {
namespace {

class LiveFreezing : public PanelTest {
protected:
    void SetUp() override {
        open(QStringLiteral("spiral"));
        trainWithoutEnd();
        for (const auto& [id, node] : workbench.graph().nodes())
            if (node.layer == "dense" && dense == network::kNoNode) dense = id;
        ASSERT_NE(dense, network::kNoNode);
        name = workbench.graph().find(dense)->name;
    }
    void mark(Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool), network::NodeId node, bool on) {
        workbench.edit("mark", [&](project::Document& document) { return set(document.graph, {node}, on); });
        workbench.sealEdit();
    }
    Tensor weights() { return workbench.trainer()->state().parameters.at(name + ".W"); }
    network::NodeId dense = network::kNoNode;
    std::string name;
};

TEST_F(LiveFreezing, aLayerFrozenWhileItTrainsStaysAsItIsInTheSameRun) {
    workbench.play();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step > 20; }));
    const auto trainer = workbench.trainer();
    mark(&network::freeze, dense, true);
    ASSERT_TRUE(waitFor([this] { return workbench.standing().frozen.contains(name); }));
    const Tensor then = weights();
    const auto step = workbench.standing().step;
    ASSERT_TRUE(waitFor([&] { return workbench.standing().step > step + 50; }));
    QTest::qWait(300);  // longer than an edit takes to make another trainer
    EXPECT_EQ(workbench.trainer(), trainer);
    EXPECT_TRUE(weights().identical(then));
    workbench.undo();
    ASSERT_TRUE(waitFor([&] { return !weights().identical(then); }));
    EXPECT_EQ(workbench.trainer(), trainer);
    const auto marks = trainer->history().marks(0);
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].what, name + " frozen");
    EXPECT_EQ(marks[1].what, name + " unfrozen");
    EXPECT_GE(marks[0].step, 20);
}

TEST_F(LiveFreezing, aFrameOrACollapsedLayerDisturbsNoRun) {
    workbench.play();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step > 5; }));
    const auto trainer = workbench.trainer();
    mark(&network::collapse, dense, true);
    workbench.edit("frame", [&](project::Document& document) -> Status {
        network::frameAround(document.graph, {dense}, "x");
        return {};
    });
    QTest::qWait(300);
    EXPECT_EQ(workbench.trainer(), trainer);
    EXPECT_EQ(workbench.standing().phase, train::Phase::Running);
}

TEST_F(LiveFreezing, bypassingMakesAnotherRunAndUndoBringsTheFirstBack) {
    network::NodeId activation = network::kNoNode;
    for (const auto& edge : workbench.graph().edgesOutOf(dense)) activation = edge.to;
    ASSERT_NE(activation, network::kNoNode);
    workbench.stepBatch();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step == 1 && workbench.standing().phase == train::Phase::Paused; }));
    const Tensor trained = weights();
    const auto first = workbench.trainer();
    mark(&network::bypass, activation, true);
    ASSERT_TRUE(waitFor([&] { return workbench.trainer() && workbench.trainer() != first; }));
    EXPECT_EQ(workbench.standing().step, 0);
    workbench.undo();
    ASSERT_TRUE(waitFor([&] { return workbench.trainer() && workbench.standing().step == 1; }));
    EXPECT_TRUE(weights().identical(trained));
}

}  // namespace
}  // namespace perceptarium::ui
