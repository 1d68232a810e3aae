// Log, runs and start page: lists that lead somewhere.
#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

#include "panel_fixture.h"
#include "project/project.h"
#include "train/run_record.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/project_card.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/start_page.h"

namespace perceptarium::ui {
namespace {

class LogPanelTest : public PanelTest {};

TEST_F(LogPanelTest, everythingSaidIsKeptWithItsTimeAndCanBeCopied) {
    LogPanel panel(workbench);
    workbench.say("first");
    workbench.problem("second");
    EXPECT_TRUE(panel.text().contains("first"));
    EXPECT_TRUE(QRegularExpression("\\d\\d:\\d\\d:\\d\\d  problem  second").match(panel.text()).hasMatch()) << panel.text().toStdString();
    for (QToolButton* button : panel.findChildren<QToolButton*>())
        if (button->accessibleName() == "Copy the whole log") button->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), panel.text());
}

TEST_F(LogPanelTest, problemsCanBeShownAlone) {
    LogPanel panel(workbench);
    workbench.say("calm words");
    workbench.problem("bad news");
    for (QToolButton* button : panel.findChildren<QToolButton*>())
        if (button->isCheckable()) button->click();
    const QString shown = panel.findChild<QPlainTextEdit*>()->toPlainText();
    EXPECT_FALSE(shown.contains("calm words"));
    EXPECT_TRUE(shown.contains("bad news"));
}

class RunsPanelTest : public PanelTest {
protected:
    QPushButton* button(const QString& text) const {
        for (QPushButton* each : panel->findChildren<QPushButton*>())
            if (each->text() == text) return each;
        return nullptr;
    }
    std::unique_ptr<RunsPanel> panel;
};

TEST_F(RunsPanelTest, aStoppedRunIsListedAndCanBeGoneOnWithOpenedAndForgotten) {
    open("logistic-regression");
    workbench.stepEpoch();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().phase == train::Phase::Paused && workbench.standing().epoch == 1; }));
    workbench.stop();
    const auto run = workbench.standing().run;
    ASSERT_GT(run, 0);
    ASSERT_TRUE(waitFor([&] {
        auto record = train::RunRecord::open(train::standardRecordPath());
        auto summary = record ? (*record)->run(run) : Result<train::RunSummary>(record.error());
        return summary && summary->state == train::RunState::Stopped;
    }));
    workbench.newProject();  // the run is not the present one any more

    panel = std::make_unique<RunsPanel>(workbench);
    panel->show();
    auto* list = panel->findChild<QTreeWidget*>();
    ASSERT_GT(list->topLevelItemCount(), 0);
    QTreeWidgetItem* item = nullptr;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        if (list->topLevelItem(i)->text(0) == QString::number(run)) item = list->topLevelItem(i);
    ASSERT_NE(item, nullptr);
    EXPECT_EQ(item->text(3), "stopped");
    list->setCurrentItem(item);
    QSignalSpy resumed(panel.get(), &RunsPanel::resumeRequested), opened(panel.get(), &RunsPanel::openRequested);
    button("Go on")->click();
    button("Open")->click();
    ASSERT_EQ(resumed.size(), 1);
    EXPECT_EQ(resumed.front().front().toLongLong(), run);
    ASSERT_EQ(opened.size(), 1);
    QSignalSpy best(panel.get(), &RunsPanel::openBestRequested);
    ASSERT_NE(button("Open the best"), nullptr);
    EXPECT_FALSE(button("Open the best")->toolTip().isEmpty());
    button("Open the best")->click();
    ASSERT_EQ(best.size(), 1);

    ASSERT_TRUE(workbench.openRun(run));
    ASSERT_TRUE(waitFor([this] { return workbench.trainer() && workbench.standing().epoch == 1; })) << "its weights and its place are back";
    EXPECT_NE(workbench.standing().phase, train::Phase::Running) << "opening does not train";
}

TEST(StartPageTest, everyReadyProjectHasACardThatOpensIt) {
    StartPage page;
    page.resize(1000, 700);
    const auto cards = page.findChildren<ProjectCard*>();
    ASSERT_EQ(static_cast<std::size_t>(cards.size()), project::readyProjects().size());
    QSignalSpy opened(&page, &StartPage::openRequested);
    cards[3]->click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.front().front().toString().toStdString(), project::readyProjects()[3].id);
    for (const ProjectCard* card : cards) EXPECT_FALSE(card->accessibleDescription().isEmpty());
}

TEST(StartPageTest, recentFilesAreListedAndOpen) {
    StartPage page;
    page.setRecent({"/home/me/first net.percept", "/home/me/second.percept"});
    QSignalSpy opened(&page, &StartPage::openRequested);
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->text().contains("first net.percept")) button->click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.front().front().toString(), "/home/me/first net.percept");
}

}  // namespace
}  // namespace perceptarium::ui
