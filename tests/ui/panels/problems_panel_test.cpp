// The Problems panel: all that is wrong in words that wrap, with the way to the place and a button for each fix.
#include "ui/panels/problems_panel.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include "network/block_edits.h"
#include "network/edits.h"
#include "panel_fixture.h"
#include "ui/panels/problem_card.h"

namespace perceptarium::ui {
namespace {

class ProblemsPanelTest : public PanelTest {
protected:
    ProblemsPanelTest() {
        panel.resize(620, 200);
        panel.show();
    }
    network::NodeId nodeOf(const char* layer) {
        for (const auto& [id, node] : workbench.graph().nodes())
            if (node.layer == layer) return id;
        return network::kNoNode;
    }
    void eraseFlatten() {
        ASSERT_TRUE(workbench.edit("break", [id = nodeOf("flatten")](project::Document& document) -> Status {
            network::removeHealing(document.graph, {id});
            return {};
        }));
        ASSERT_TRUE(waitFor([this] { return placeOfFirst() == "dense1"; }));
    }
    /// Cards follow the document a moment later; until then those of before are shown.
    QString placeOfFirst() const {
        return panel.cards().isEmpty() ? QString() : panel.cards().front()->findChild<QToolButton*>("problem-place")->text();
    }
    ProblemsPanel panel{workbench};
};

TEST_F(ProblemsPanelTest, aValidProjectHasNone) {
    open("logistic-regression");
    EXPECT_EQ(panel.errorCount(), 0);
    ASSERT_TRUE(waitFor([this] { return panel.cards().isEmpty(); }));
    EXPECT_TRUE(waitFor([this] { return panel.findChild<QLabel*>()->isVisible(); })) << "and says so";
}

TEST_F(ProblemsPanelTest, aBrokenNodeIsListedWithWhatToTryAndLeadsToIt) {
    open("mlp-digits");
    QSignalSpy counts(&panel, &ProblemsPanel::countChanged);
    eraseFlatten();
    EXPECT_EQ(panel.errorCount(), 1);
    EXPECT_EQ(counts.back().front().toInt(), 1);
    QSignalSpy requested(&panel, &ProblemsPanel::nodeRequested);
    auto* place = panel.cards().front()->findChild<QToolButton*>("problem-place");
    EXPECT_EQ(place->text(), "dense1");
    QTest::keyClick(place, Qt::Key_Space);
    ASSERT_EQ(requested.size(), 1);
    EXPECT_EQ(workbench.graph().find(requested.front().front().value<network::NodeId>())->name, "dense1");
    workbench.undo();
    EXPECT_EQ(panel.errorCount(), 0);
}

TEST_F(ProblemsPanelTest, aFixIsOneClickAndOneStep) {
    open("mlp-digits");
    const network::Graph whole = workbench.graph();
    eraseFlatten();
    const network::Graph broken = workbench.graph();
    const std::size_t steps = workbench.history().position();
    const auto& fixes = panel.cards().front()->fixes();
    ASSERT_GE(fixes.size(), 2);
    EXPECT_EQ(fixes[0]->text(), "Insert a Flatten before “dense1”");
    EXPECT_FALSE(fixes[0]->accessibleName().isEmpty());
    QTest::mouseClick(fixes[0], Qt::LeftButton);
    EXPECT_EQ(panel.errorCount(), 0);
    EXPECT_NE(nodeOf("flatten"), network::kNoNode);
    EXPECT_EQ(workbench.history().position(), steps + 1);
    EXPECT_EQ(workbench.history().undoName(), "Insert a Flatten before “dense1”");
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == broken);
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == whole);
}

TEST_F(ProblemsPanelTest, aFixOfWhatIsInABlockSaysSoAndTheNameLeadsInside) {
    open("mlp-digits");
    network::NodeId block = network::kNoNode;
    ASSERT_TRUE(workbench.edit("Block", [&](project::Document& document) -> Status {
        network::removeHealing(document.graph, {nodeOf("flatten")});
        block = PC_TRY(network::makeBlock(document.graph, {nodeOf("dense"), nodeOf("relu")}, "Look"));
        return {};
    }));
    const network::Graph broken = workbench.graph();
    ASSERT_TRUE(waitFor([this] { return !panel.cards().isEmpty() && !panel.cards().front()->fixes().isEmpty(); }));
    const QString title = panel.cards().front()->problem().fixes.front().title.c_str();
    EXPECT_EQ(title, "Insert a Flatten before “dense1” in the block “Look”");
    QSignalSpy requested(&panel, &ProblemsPanel::nodeRequested);
    QTest::keyClick(panel.cards().front()->findChild<QToolButton*>("problem-place"), Qt::Key_Space);
    ASSERT_EQ(requested.size(), 1);
    EXPECT_EQ(requested.front()[0].value<network::NodeId>(), block);
    EXPECT_EQ(requested.front()[1].value<network::BlockPath>().size(), 1u);
    QTest::mouseClick(panel.cards().front()->fixes()[0], Qt::LeftButton);
    EXPECT_EQ(panel.errorCount(), 0);
    EXPECT_EQ(QString::fromStdString(workbench.history().undoName()), title);
    EXPECT_EQ(workbench.graph().nodes().size(), broken.nodes().size()) << "nothing around the block has changed";
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == broken);
}

TEST_F(ProblemsPanelTest, theKeyboardAcceptsFixesUntilNothingIsWrong) {
    open("lenet-digits");
    workbench.edit("break", [this](project::Document& document) -> Status {
        network::removeHealing(document.graph, {nodeOf("flatten")});
        for (const auto& [id, node] : std::map(document.graph.nodes()))
            if (node.name == "dense3") return network::changeSetting(document.graph, id, "units", std::int64_t{7});
        return {};
    });
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    ASSERT_TRUE(waitFor([this] { return !panel.cards().isEmpty() && !panel.cards().front()->fixes().isEmpty(); }));
    panel.cards().front()->fixes().front()->setFocus();
    for (int step = 0; step < 5 && panel.errorCount() > 0; ++step) {
        auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
        ASSERT_NE(button, nullptr) << "the keyboard stays in the list";
        EXPECT_EQ(button->objectName(), "fix");
        QTest::keyClick(button, Qt::Key_Return);
        QTest::qWait(20);
    }
    EXPECT_EQ(panel.errorCount(), 0);
    EXPECT_TRUE(workbench.inference().valid());
}

TEST_F(ProblemsPanelTest, aLossThatDoesNotSuitIsAProblemOfTheTraining) {
    open("spiral");
    workbench.edit("break", [](project::Document& document) -> Status {
        document.training.loss = "mean-squared-error";
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return placeOfFirst() == "Training"; }));
    EXPECT_EQ(panel.cards().size(), 1);
    QTest::mouseClick(panel.cards().front()->fixes().front(), Qt::LeftButton);
    EXPECT_EQ(workbench.document().training.loss, "binary-cross-entropy");
    EXPECT_TRUE(waitFor([this] { return panel.errorCount() == 0; }));
}

TEST_F(ProblemsPanelTest, wordsWrapInsteadOfBeingCut) {
    open("mlp-digits");
    eraseFlatten();
    for (const int width : {620, 300}) {
        panel.resize(width, 300);
        QTest::qWait(20);
        for (ProblemCard* card : panel.cards()) {
            EXPECT_LE(card->width(), panel.viewport()->width());
            auto* what = card->findChild<QLabel*>("problem-what");
            EXPECT_GE(what->height(), what->heightForWidth(what->width()));
            for (QPushButton* fix : card->fixes()) EXPECT_LE(fix->mapTo(card, fix->rect().topRight()).x(), card->width());
        }
    }
}

TEST_F(ProblemsPanelTest, aFailureOfTheDataIsListed) {
    workbench.edit("data", [](project::Document& document) -> Status {
        document.data.source = "idx";
        document.data.settings = {{"path", std::string("/nowhere/images")}};
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return !workbench.dataFailure().isEmpty() && !panel.cards().isEmpty(); }));
    ASSERT_TRUE(waitFor([this] { return panel.cards().front()->findChild<QToolButton*>("problem-place")->text() == "Data"; }));
    EXPECT_TRUE(panel.cards().front()->findChild<QLabel*>("problem-what")->text().contains("/nowhere/images"));
}

}  // namespace
}  // namespace perceptarium::ui
