// The history as a list: it names every step, and a click or a key goes there.
#include "ui/panels/history_panel.h"

#include <QListView>
#include <QTemporaryDir>
#include <QToolButton>

#include "panel_fixture.h"

namespace perceptarium::ui {
namespace {

class HistoryPanelTest : public PanelTest {
protected:
    HistoryPanelTest() {
        workbench.newProject();
        for (int i = 1; i <= 3; ++i)
            workbench.edit(QStringLiteral("Rename %1").arg(i), [i](project::Document& document) -> Status {
                document.name = "name " + std::to_string(i);
                return {};
            });
        list = panel.findChild<QListView*>();
    }
    QString row(int i) const { return list->model()->index(i, 0).data().toString(); }
    HistoryPanel panel{workbench};
    QListView* list = nullptr;
};

TEST_F(HistoryPanelTest, everyStepIsARowAndTheCurrentOneIsMarked) {
    ASSERT_EQ(list->model()->rowCount(), 4);
    EXPECT_EQ(row(0), "Beginning");
    EXPECT_EQ(row(3), "Rename 3");
    EXPECT_EQ(list->currentIndex().row(), 3);
    workbench.undo();
    EXPECT_EQ(list->currentIndex().row(), 2);
    EXPECT_TRUE(list->model()->index(3, 0).data(Qt::AccessibleTextRole).toString().contains("undone"));
}

TEST_F(HistoryPanelTest, clickAndKeysJump) {
    panel.resize(200, 200);
    panel.show();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    EXPECT_EQ(workbench.document().name, "name 1");
    QTest::keyClick(list, Qt::Key_End);
    EXPECT_EQ(workbench.document().name, "name 3");
    QTest::keyClick(list, Qt::Key_Home);
    EXPECT_EQ(workbench.document().name, "Untitled");
    EXPECT_TRUE(workbench.history().canRedo());
}

TEST_F(HistoryPanelTest, undoSurvivesSavingAndOpening) {
    const QTemporaryDir folder;
    workbench.undo();
    ASSERT_TRUE(workbench.save(folder.filePath("a.percept")));
    EXPECT_FALSE(workbench.isModified());
    workbench.newProject();
    ASSERT_EQ(list->model()->rowCount(), 1);
    ASSERT_TRUE(workbench.open(folder.filePath("a.percept")));
    ASSERT_EQ(list->model()->rowCount(), 4);
    EXPECT_EQ(list->currentIndex().row(), 2);
    EXPECT_FALSE(workbench.isModified());
    workbench.redo();
    EXPECT_EQ(workbench.document().name, "name 3");
    EXPECT_TRUE(workbench.isModified());
    workbench.jumpTo(0);
    EXPECT_EQ(workbench.document().name, "Untitled");
}

TEST_F(HistoryPanelTest, dataAndTrainingSettingsAreSteps) {
    workbench.setLearningRate(0.5);
    workbench.edit("Batch size", [](project::Document& document) -> Status {
        document.data.split.seed = 7;
        document.training.batchSize = 16;
        return {};
    });
    EXPECT_EQ(row(5), "Batch size");
    workbench.jumpTo(3);
    EXPECT_NE(workbench.document().training.batchSize, 16);
    EXPECT_NE(workbench.document().data.split.seed, 7u);
}

}  // namespace
}  // namespace perceptarium::ui
