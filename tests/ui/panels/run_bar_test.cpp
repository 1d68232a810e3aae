// The run bar: play, pause, step, stop, reset with the keyboard, and words that say how far it is.
#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QProgressBar>

#include "panel_fixture.h"
#include "ui/panels/play_button.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/wording.h"

namespace perceptarium::ui {
namespace {

class RunBarTest : public PanelTest {
protected:
    void SetUp() override {
        bar = new RunBar(workbench);
        window.addToolBar(bar);
        window.resize(900, 200);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    QAction* action(int index) const { return bar->runActions().at(index); }
    /// All that the bar says, for people and screen readers.
    QString words() const {
        QStringList all;
        for (const QLabel* label : bar->findChildren<QLabel*>()) all << label->accessibleName();
        return all.join(' ');
    }
    enum { Play, Pause, Batch, Epoch, Stop, Reset, NewSeed };
    QMainWindow window;
    RunBar* bar = nullptr;
};

TEST_F(RunBarTest, playIsLitForAReadyProjectAndDarkWithoutData) {
    workbench.newProject();
    ASSERT_TRUE(waitFor([this] { return !workbench.isLoading(); }));
    QTest::qWait(300);
    EXPECT_FALSE(action(Play)->isEnabled() && workbench.whyNotReady().isEmpty() == false);
    open("logistic-regression");
    EXPECT_TRUE(waitFor([this] { return action(Play)->isEnabled(); }));
    EXPECT_TRUE(bar->findChild<PlayButton*>()->isEnabled());
}

TEST_F(RunBarTest, theReasonWhyItCannotTrainStandsInTheBar) {
    open("logistic-regression");
    std::vector<network::NodeId> all;
    for (const auto& [id, node] : workbench.graph().nodes())
        if (node.layer == "dense") all.push_back(id);
    workbench.edit("remove", [&](project::Document& document) -> Status {
        for (const network::NodeId id : all) document.graph.erase(id);
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return !action(Play)->isEnabled(); }));
    EXPECT_FALSE(workbench.whyNotReady().isEmpty());
    EXPECT_TRUE(words().contains(workbench.whyNotReady())) << words().toStdString();
}

TEST_F(RunBarTest, oneBatchMakesOneStepAndWaits) {
    open("logistic-regression");
    action(Batch)->trigger();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().phase == train::Phase::Paused; }));
    EXPECT_EQ(workbench.standing().step, 1);
    EXPECT_TRUE(waitFor([this] { return words().contains("Paused"); }));
    EXPECT_TRUE(action(Stop)->isEnabled());
    EXPECT_FALSE(action(Pause)->isEnabled());
}

TEST_F(RunBarTest, playToggleTrainsAndPauses) {
    open("mlp-digits");
    trainWithoutEnd();
    ASSERT_TRUE(waitFor([this] { return action(Play)->isEnabled(); }));
    action(Play)->trigger();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step > 0; }));
    ASSERT_TRUE(waitFor([this] { return action(Play)->iconText() == "Pause"; }));
    action(Play)->trigger();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().phase == train::Phase::Paused; }));
    EXPECT_TRUE(waitFor([this] { return action(Play)->iconText() == "Play"; }));
    const auto epoch = QString("epoch %1 of").arg(workbench.standing().epoch + 1);
    EXPECT_TRUE(waitFor([&] { return words().contains(epoch); })) << words().toStdString() << ", not " << epoch.toStdString();
}

TEST_F(RunBarTest, theProgressIsTheShareOfTheEpochs) {
    open("logistic-regression");
    workbench.edit("four", [](project::Document& document) -> Status {
        document.training.epochs = 4;
        return {};
    });
    ASSERT_TRUE(waitFor([this] { return action(Epoch)->isEnabled(); }));
    action(Epoch)->trigger();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().epoch == 1; }));
    const auto* progress = bar->findChild<QProgressBar*>();
    EXPECT_TRUE(waitFor([&] { return progress->value() == progress->maximum() / 4; })) << progress->value();
}

TEST_F(RunBarTest, resetGoesBackToTheStartWithTheSameSeedAndTheOtherWithANewOne) {
    open("logistic-regression");
    action(Epoch)->trigger();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().phase == train::Phase::Paused && workbench.standing().epoch == 1; }));
    const auto seed = workbench.document().training.seed;
    ASSERT_TRUE(waitFor([this] { return action(Reset)->isEnabled(); }));
    action(Reset)->trigger();
    EXPECT_TRUE(waitFor([this] { return workbench.standing().step == 0; }));
    EXPECT_EQ(workbench.document().training.seed, seed);
    action(NewSeed)->trigger();
    EXPECT_NE(workbench.document().training.seed, seed);
    workbench.undo();
    EXPECT_EQ(workbench.document().training.seed, seed);
}

TEST_F(RunBarTest, shortcutsAreThoseThatPeopleKnow) {
    const auto has = [this](int index, const char* key) { return action(index)->shortcuts().contains(QKeySequence(key)); };
    EXPECT_TRUE(has(Play, "F5"));
    EXPECT_TRUE(has(Play, "Ctrl+Return"));
    EXPECT_TRUE(has(Pause, "F6"));
    EXPECT_TRUE(has(Pause, "Ctrl+Space"));
    EXPECT_TRUE(has(Batch, "F10"));
    EXPECT_TRUE(has(Stop, "Shift+F5"));
    EXPECT_TRUE(has(Reset, "Ctrl+Shift+F5"));
}

TEST_F(RunBarTest, everyButtonHasANameAndAHelp) {
    for (const QAbstractButton* button : bar->findChildren<QAbstractButton*>()) {
        if (!button->isVisibleTo(&window) || button->objectName() == "qt_toolbar_ext_button") continue;
        EXPECT_FALSE(button->accessibleName().isEmpty());
        EXPECT_FALSE(button->toolTip().isEmpty()) << button->accessibleName().toStdString();
    }
}

TEST(Wording, numbersAreWrittenForPeople) {
    EXPECT_EQ(countText(60000), "60,000");
    EXPECT_EQ(durationText(48), "48 s");
    EXPECT_EQ(durationText(92), "1:32 min");
    EXPECT_EQ(durationText(7500), "2:05 h");
    EXPECT_EQ(percentText(0.98312), "98.3 %");
    EXPECT_EQ(percentText(0.99971), "99.97 %");
    EXPECT_EQ(rateText(12345), "12,300");
    EXPECT_EQ(rateText(7.26), "7");
}

TEST(Wording, whatIsNotKnownIsADash) {
    for (const double unknown : {std::nan(""), HUGE_VAL, -1.0}) EXPECT_EQ(durationText(unknown), "–");
    EXPECT_EQ(percentText(std::nan("")), "–");
    EXPECT_EQ(numberText(HUGE_VAL), "–");
    EXPECT_EQ(rateText(0), "–");
}

}  // namespace
}  // namespace perceptarium::ui
