// The learning rate in the window: parts with their own settings, the drawn schedule, and the range test.
#include "train/schedule.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include "panel_fixture.h"
#include "ui/panels/part_section.h"
#include "ui/panels/range_test_chart.h"
#include "ui/panels/range_test_panel.h"
#include "ui/panels/schedule_preview.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/training_panel.h"

namespace perceptarium::ui {
namespace {

class ScheduleTest : public PanelTest {
protected:
    void choose(const std::string& schedule) {
        workbench.edit("choose", [&](project::Document& document) -> Status {
            return train::change(document.training, "schedule", schedule);
        });
    }
    std::vector<train::SchedulePoint> points() const {
        const auto& settings = workbench.document().training.scheduleSettings;
        return *train::parseSchedulePoints(settingOr<std::string>(settings, "points", ""));
    }
};

TEST_F(ScheduleTest, everyScheduleAndOptimizerShowsItsSettingsWithNames) {
    open("logistic-regression");
    TrainingPanel panel(workbench);
    panel.show();
    for (const train::TrainPart& part : train::trainParts())
        for (const std::string& id : findSetting(train::trainSettingSpecs(), part.name)->choices) {
            workbench.edit("choose", [&](project::Document& document) -> Status {
                return train::change(document.training, part.name, id);
            });
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            for (const SettingSpec& spec : part.specs(id)) {
                const SettingWidget* found = nullptr;
                for (const auto* widget : panel.findChildren<SettingWidget*>())
                    if (widget->spec().name == spec.name && widget->spec().meaning == spec.meaning) found = widget;
                ASSERT_NE(found, nullptr) << id << " " << spec.name;
                EXPECT_FALSE(found->editor()->accessibleName().isEmpty()) << id << " " << spec.name;
                EXPECT_FALSE(found->editor()->toolTip().isEmpty()) << id << " " << spec.name;
            }
        }
}

TEST_F(ScheduleTest, aTextThatIsNoScheduleIsSaidAtItsFieldAndChangesNothing) {
    open("logistic-regression");
    choose("hand-drawn");
    const PartSection section(workbench, *train::findTrainPart("schedule"));
    auto* form = section.findChild<SettingsForm*>();
    const std::size_t steps = workbench.history().position();
    emit form->changed("points", std::string("0:1, 0.5"));
    EXPECT_EQ(workbench.history().position(), steps);
    bool said = false;
    for (const QLabel* label : form->findChildren<QLabel*>()) said = said || label->text().contains("progress:factor");
    EXPECT_TRUE(said);
    emit form->changed("points", std::string("0:1, 0.5:0.5"));
    EXPECT_EQ(workbench.history().position(), steps + 1);
    EXPECT_EQ(points().size(), 2u);
}

TEST_F(ScheduleTest, pointsAreDraggedAddedRemovedAndUndone) {
    open("logistic-regression");
    choose("hand-drawn");
    workbench.edit("points", [](project::Document& document) -> Status {
        return train::changePart(document.training, *train::findTrainPart("schedule"), "points",
                                 std::string("0:1, 0.5:0.5, 1:0"));
    });
    SchedulePreview preview(workbench);
    preview.resize(300, 140);
    preview.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&preview));
    QCoreApplication::processEvents();
    const std::size_t before = workbench.history().position();
    const QPoint middle(preview.width() / 2, preview.height() / 2);
    QTest::mousePress(&preview, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&preview, middle + QPoint(10, -10));
    QTest::mouseMove(&preview, middle + QPoint(30, -20));
    QTest::mouseRelease(&preview, Qt::LeftButton, {}, middle + QPoint(30, -20));
    ASSERT_EQ(points().size(), 3u);
    EXPECT_GT(points()[1].progress, 0.55);
    EXPECT_GT(points()[1].factor, 0.55);
    EXPECT_EQ(workbench.history().position(), before + 1) << "one drag is one step";
    workbench.undo();
    EXPECT_EQ(points()[1].progress, 0.5);
    // Beside them: a new one. Delete takes it away again.
    const QPoint beside(preview.width() / 4, preview.height() - 30);
    QTest::mouseClick(&preview, Qt::LeftButton, {}, beside);
    EXPECT_EQ(points().size(), 4u);
    preview.setFocus();
    QTest::keyClick(&preview, Qt::Key_Delete);
    EXPECT_EQ(points().size(), 3u);
}

TEST_F(ScheduleTest, pointsAreMovedByKeys) {
    open("logistic-regression");
    choose("hand-drawn");
    SchedulePreview preview(workbench);
    preview.resize(300, 140);
    preview.show();
    workbench.edit("points", [](project::Document& document) -> Status {
        return train::changePart(document.training, *train::findTrainPart("schedule"), "points",
                                 std::string("0:1, 0.5:0.5, 1:0"));
    });
    QTest::keyClick(&preview, Qt::Key_Right);
    QTest::keyClick(&preview, Qt::Key_Right);
    QTest::keyClick(&preview, Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_NEAR(points()[1].progress, 0.51, 1e-9);
    QTest::keyClick(&preview, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_NEAR(points()[1].factor, 0.52, 1e-9);
    EXPECT_TRUE(preview.accessibleDescription().contains("Point 2 of 3"))
        << preview.accessibleDescription().toStdString();
}

TEST_F(ScheduleTest, thePreviewShowsEverySchedule) {
    open("logistic-regression");
    SchedulePreview preview(workbench);
    preview.resize(300, 140);
    QImage last;
    for (const train::ScheduleSpec* spec : train::allSchedules()) {
        choose(spec->id);
        const QImage now = preview.grab().toImage();
        EXPECT_NE(now, last) << spec->id;
        EXPECT_FALSE(preview.accessibleDescription().isEmpty()) << spec->id;
        last = now;
    }
}

TEST_F(ScheduleTest, patienceReachesTheRunningTrainerAndTheSameRunGoesOn) {
    open("mlp-digits");
    workbench.play();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step > 2; }));
    const auto trainer = workbench.trainer();
    workbench.edit("patience", [](project::Document& document) -> Status {
        return train::change(document.training, "patience", std::int64_t{4});
    });
    EXPECT_TRUE(waitFor([this] { return workbench.standing().patience == 4; }));
    workbench.edit("clip", [](project::Document& document) -> Status {
        return train::change(document.training, "clipNorm", 2.0);
    });
    EXPECT_TRUE(waitFor([this] { return workbench.standing().knobs.clipNorm == 2; }));
    EXPECT_EQ(workbench.trainer(), trainer);
    workbench.stop();
}

TEST_F(ScheduleTest, theRangeTestSuggestsARateLeavesTheRunAloneAndTakingItIsUndone) {
    open("mlp-digits");
    workbench.stepBatch();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step == 1; }));
    const train::State before = workbench.trainer()->state();
    RangeTestPanel panel(workbench);
    panel.resize(400, 360);
    panel.show();
    for (const QPushButton* button : panel.findChildren<QPushButton*>()) EXPECT_FALSE(button->toolTip().isEmpty());
    panel.toggle();
    EXPECT_TRUE(panel.isRunning());
    ASSERT_TRUE(waitFor([&] { return !panel.isRunning(); }, 60000));
    auto* chart = panel.findChild<RangeTestChart*>();
    ASSERT_TRUE(chart->rate().has_value());
    EXPECT_FALSE(chart->accessibleName().isEmpty());
    const train::State after = workbench.trainer()->state();
    EXPECT_EQ(after.step, before.step);
    for (const auto& [name, tensor] : before.parameters)
        EXPECT_TRUE(tensor.identical(after.parameters.at(name))) << name;
    const double old = workbench.document().training.learningRate;
    const double suggested = *chart->rate();
    QTest::keyClick(chart, Qt::Key_Return);
    EXPECT_NEAR(workbench.document().training.learningRate / suggested, 1, 0.06) << "to two digits";
    workbench.undo();
    EXPECT_EQ(workbench.document().training.learningRate, old);
    QTest::keyClick(chart, Qt::Key_Right);
    EXPECT_NE(*chart->rate(), suggested);
}

TEST_F(ScheduleTest, theRangeTestCanBeStopped) {
    open("mlp-digits");
    RangeTestPanel panel(workbench);
    panel.show();
    panel.toggle();
    panel.toggle();
    EXPECT_FALSE(panel.isRunning());
}

}  // namespace
}  // namespace perceptarium::ui
