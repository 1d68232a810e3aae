// The training panel edits the document's training settings, undoably, and explains what they come to.
#include <QLabel>

#include "network/edits.h"
#include "panel_fixture.h"
#include "train/optimizer.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/training_panel.h"

namespace perceptarium::ui {
namespace {

class TrainingPanelTest : public PanelTest {
protected:
    SettingWidget* setting(const std::string& name) const {
        for (SettingWidget* widget : panel->findChildren<SettingWidget*>())
            if (widget->spec().name == name) return widget;
        return nullptr;
    }
    /// As if a person had changed it.
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
    void show() {
        panel = std::make_unique<TrainingPanel>(workbench);
        panel->resize(320, 700);
        panel->show();
    }
    std::unique_ptr<TrainingPanel> panel;
};

TEST_F(TrainingPanelTest, everyDeclaredSettingHasAFieldWithANameForScreenReaders) {
    show();
    for (const SettingSpec& spec : train::trainSettingSpecs()) {
        ASSERT_NE(setting(spec.name), nullptr) << spec.name;
        EXPECT_FALSE(setting(spec.name)->editor()->accessibleName().isEmpty()) << spec.name;
        EXPECT_FALSE(setting(spec.name)->editor()->toolTip().isEmpty()) << spec.name;
    }
}

TEST_F(TrainingPanelTest, aChangeIsInTheDocumentAndUndoTakesItBack) {
    open("logistic-regression");
    show();
    const auto before = workbench.document().training;
    change("epochs", std::int64_t{17});
    EXPECT_EQ(workbench.document().training.epochs, 17);
    change("batchSize", std::int64_t{8});
    workbench.undo();
    EXPECT_EQ(workbench.document().training.epochs, 17);
    workbench.undo();
    EXPECT_EQ(workbench.document().training, before);
    EXPECT_EQ(setting("epochs")->value(), SettingValue(before.epochs));
}

TEST_F(TrainingPanelTest, theLearningRateReachesTheRunningTrainer) {
    open("mlp-digits");
    trainWithoutEnd();
    show();
    workbench.play();
    ASSERT_TRUE(waitFor([this] { return workbench.standing().step > 2; }));
    const auto trainer = workbench.trainer();
    change("learningRate", 0.0004);
    EXPECT_TRUE(waitFor([this] { return workbench.standing().knobs.learningRate == 0.0004; }));
    EXPECT_EQ(workbench.trainer(), trainer) << "the run goes on";
    workbench.stop();
}

TEST_F(TrainingPanelTest, anotherOptimizerShowsItsOwnSettingsAndBringsItsUsualLearningRate) {
    open("logistic-regression");
    show();
    change("optimizer", std::string("adam"));
    change("learningRate", train::findOptimizer("adam")->usualLearningRate);
    ASSERT_NE(setting("beta2"), nullptr);
    change("optimizer", std::string("sgd"));
    EXPECT_EQ(workbench.document().training.optimizer, "sgd");
    EXPECT_EQ(workbench.document().training.learningRate, train::findOptimizer("sgd")->usualLearningRate);
    EXPECT_TRUE(waitFor([this] { return setting("beta2") == nullptr || !setting("beta2")->isVisibleTo(panel.get()); }));
}

TEST_F(TrainingPanelTest, aLearningRateOfOnesOwnIsKeptWhenTheOptimizerChanges) {
    open("logistic-regression");
    show();
    change("optimizer", std::string("adam"));
    change("learningRate", 0.0123);
    change("optimizer", std::string("sgd"));
    EXPECT_EQ(workbench.document().training.learningRate, 0.0123);
}

TEST_F(TrainingPanelTest, optimizerSettingsAreEdited) {
    open("logistic-regression");
    show();
    change("optimizer", std::string("adam"));
    change("beta1", 0.8);
    EXPECT_EQ(settingOr(workbench.document().training.optimizerSettings, "beta1", 0.0), 0.8);
}

TEST_F(TrainingPanelTest, automaticLossSaysWhatItComesTo) {
    open("mlp-digits");
    show();
    EXPECT_TRUE(says("ategorical cross-entropy"));
}

TEST_F(TrainingPanelTest, aLossThatDoesNotSuitIsExplainedAtTheField) {
    open("mlp-digits");
    show();
    change("loss", std::string("binary-cross-entropy"));
    const auto form = panel->findChild<SettingsForm*>();
    bool explained = false;
    for (const QLabel* label : form->findChildren<QLabel*>())
        explained = explained || (label->isVisibleTo(panel.get()) && label->text().contains("class", Qt::CaseInsensitive));
    EXPECT_TRUE(explained);
}

TEST_F(TrainingPanelTest, dropoutIsOffWithAHintWithoutDropoutLayers) {
    open("logistic-regression");
    show();
    EXPECT_FALSE(setting("rate")->isEnabled());
    EXPECT_TRUE(says("no Dropout layer"));
}

TEST_F(TrainingPanelTest, dropoutChangesAllDropoutLayersInOneStep) {
    open("mlp-digits");
    workbench.edit("add", [](project::Document& document) -> Status {
        for (int i = 0; i < 2; ++i) PC_TRY(network::insertOnEdge(document.graph, "dropout", *document.graph.edges().begin(), {0, 0}));
        return {};
    });
    show();
    ASSERT_TRUE(setting("rate")->isEnabled());
    const std::size_t steps = workbench.history().position();
    change("rate", 0.25);
    int changed = 0;
    for (const auto& [id, node] : workbench.graph().nodes())
        changed += node.layer == "dropout" && settingOr(node.settings, "rate", 0.0) == 0.25;
    EXPECT_EQ(changed, 2);
    EXPECT_EQ(workbench.history().position(), steps + 1);
    EXPECT_TRUE(says("keep_prob = 1 − rate = 0.75"));
}

}  // namespace
}  // namespace perceptarium::ui
