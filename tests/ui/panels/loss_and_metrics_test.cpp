// The training panel's choices of what is made small and what is measured.
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include "panel_fixture.h"
#include "train/metric.h"
#include "ui/panels/metric_choice.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/training_panel.h"

namespace perceptarium::ui {
namespace {

class LossAndMetricsTest : public PanelTest {
protected:
    void show() {
        panel = std::make_unique<TrainingPanel>(workbench);
        panel->resize(320, 900);
        panel->show();
    }
    SettingWidget* setting(const std::string& name) const {
        for (SettingWidget* widget : panel->findChildren<SettingWidget*>())
            if (widget->spec().name == name) return widget;
        return nullptr;
    }
    bool shows(const std::string& name) const {
        const SettingWidget* widget = setting(name);
        return widget && widget->isVisibleTo(panel.get());
    }
    void change(const std::string& name, const SettingValue& value) {
        SettingWidget* widget = setting(name);
        ASSERT_NE(widget, nullptr) << name;
        widget->setValue(value);
        emit widget->changed(value);
        emit widget->finished();
    }
    bool says(const QString& text) const {
        for (const QLabel* label : panel->findChildren<QLabel*>())
            if (label->isVisibleTo(panel.get()) && label->text().contains(text)) return true;
        return false;
    }
    const train::TrainSettings& training() const { return workbench.document().training; }
    /// Opens the list of metrics and clicks one by its title.
    void tick(const QString& title) {
        auto* choice = panel->findChild<MetricChoice*>();
        ASSERT_NE(choice, nullptr);
        QMenu* menu = choice->findChild<QPushButton*>()->menu();
        emit menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->text().startsWith(title)) return action->trigger();
        FAIL() << title.toStdString() << " is not offered";
    }
    std::unique_ptr<TrainingPanel> panel;
};

TEST_F(LossAndMetricsTest, theAutomaticLossShowsItsSettingsAndIsNamedWhenOneChanges) {
    open("mlp-digits");
    show();
    ASSERT_EQ(training().loss, "auto");
    ASSERT_TRUE(shows("smoothing"));
    change("smoothing", 0.1);
    EXPECT_EQ(training().loss, "categorical-cross-entropy");
    EXPECT_EQ(training().lossSettings.at("smoothing"), SettingValue(0.1));
    workbench.undo();
    EXPECT_EQ(training().loss, "auto");
    EXPECT_TRUE(training().lossSettings.empty());
}

TEST_F(LossAndMetricsTest, givenWeightsHaveAFieldOnlyWhileTheyAreAskedForAndSayHowManyThereMustBe) {
    open("mlp-digits");
    show();
    EXPECT_FALSE(shows("weights"));
    change("classWeights", std::string("balanced"));
    EXPECT_FALSE(shows("weights"));
    change("classWeights", std::string("given"));
    EXPECT_TRUE(shows("weights"));
    change("weights", std::string("1, 2"));
    EXPECT_TRUE(says("10 numbers"));
    change("weights", std::string("1, 2, 1, 1, 1, 1, 1, 1, 1, 0.5"));
    EXPECT_FALSE(says("10 numbers"));
}

TEST_F(LossAndMetricsTest, anotherLossBringsItsOwnSettings) {
    open("mlp-digits");
    show();
    change("smoothing", 0.2);
    change("loss", std::string("hinge"));
    EXPECT_EQ(training().loss, "hinge");
    EXPECT_FALSE(training().lossSettings.contains("smoothing"));
    EXPECT_TRUE(waitFor([this] { return shows("margin") && !shows("smoothing"); }));
    change("squared", true);
    EXPECT_EQ(training().lossSettings.at("squared"), SettingValue(true));
    change("epochs", std::int64_t{3});
    EXPECT_EQ(training().lossSettings.at("squared"), SettingValue(true)) << "other changes leave them alone";
}

TEST_F(LossAndMetricsTest, metricsAreTickedInAList) {
    open("mlp-digits");
    show();
    auto* button = panel->findChild<MetricChoice*>()->findChild<QPushButton*>();
    EXPECT_EQ(button->text(), "Automatic");
    tick("ROC-AUC");
    EXPECT_EQ(training().metrics, "roc-auc");
    tick("Accuracy");
    EXPECT_EQ(training().metrics, "accuracy, roc-auc") << "in their own order";
    EXPECT_EQ(button->text(), "2 metrics");
    EXPECT_EQ(button->accessibleDescription(), "Accuracy, ROC-AUC");
    tick("ROC-AUC");
    EXPECT_EQ(training().metrics, "accuracy");
    workbench.undo();
    EXPECT_EQ(training().metrics, "accuracy, roc-auc");
    EXPECT_EQ(button->text(), "2 metrics");
    EXPECT_EQ(button->accessibleDescription(), "Accuracy, ROC-AUC");
    tick("Automatic");
    EXPECT_EQ(training().metrics, "auto");
}

TEST_F(LossAndMetricsTest, whatDoesNotApplyIsDimmedAndSettingsOfMetricsAreThere) {
    open("mlp-digits");
    show();
    auto* choice = panel->findChild<MetricChoice*>();
    QMenu* menu = choice->findChild<QPushButton*>()->menu();
    emit menu->aboutToShow();
    std::size_t offered = 0;
    for (const QAction* action : menu->actions())
        for (const train::MetricSpec* metric : train::allMetrics())
            if (action->text() == QString::fromStdString(metric->title)) {
                ++offered;
                EXPECT_EQ(action->isEnabled(), metric->applies(*workbench.dataTypes().target)) << metric->id;
                EXPECT_FALSE(action->toolTip().isEmpty());
            }
    EXPECT_EQ(offered, train::allMetrics().size());
    ASSERT_TRUE(shows("topK") && shows("averaging"));
    change("topK", std::int64_t{3});
    change("averaging", std::string("weighted"));
    EXPECT_EQ(training().topK, 3);
    EXPECT_EQ(training().averaging, "weighted");
}

}  // namespace
}  // namespace perceptarium::ui
