// The gradient check in the window: off the window's thread, a row for each parameter, cancelled and forgotten in time.
#include "ui/panels/gradient_check_panel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

#include "network/edits.h"
#include "panel_fixture.h"

namespace perceptarium::ui {
namespace {

class GradientCheckPanelTest : public PanelTest {
protected:
    void make(const QString& project) {
        open(project);
        panel = std::make_unique<GradientCheckPanel>(workbench);
        panel->resize(900, 300);
        panel->show();
    }
    bool finish() {
        return waitFor([this] { return !panel->isChecking(); });
    }
    QTreeWidget& list() { return *panel->findChild<QTreeWidget*>(); }
    QPushButton& button() { return *panel->findChild<QPushButton*>(); }
    std::unique_ptr<GradientCheckPanel> panel;
};

TEST_F(GradientCheckPanelTest, everyTrainedTensorGetsARowThatIsGood) {
    make("spiral");
    ASSERT_TRUE(button().isEnabled());
    button().click();
    EXPECT_TRUE(panel->isChecking());
    EXPECT_EQ(button().text(), "Cancel");
    ASSERT_TRUE(finish());
    std::size_t tensors = 0;
    for (const auto& [node, count] : workbench.inference().parameters) tensors += count > 0 ? 2 : 0;  // W and b
    ASSERT_EQ(list().topLevelItemCount(), static_cast<int>(tensors));
    for (int row = 0; row < list().topLevelItemCount(); ++row)
        EXPECT_EQ(list().topLevelItem(row)->text(6), "good") << list().topLevelItem(row)->text(0).toStdString();
    EXPECT_EQ(button().text(), "Check gradients");
    EXPECT_TRUE(panel->findChild<QLabel*>()->isVisibleTo(panel.get()));
}

TEST_F(GradientCheckPanelTest, aRowLeadsToItsLayer) {
    make("logistic-regression");
    panel->check();
    ASSERT_TRUE(finish());
    ASSERT_GT(list().topLevelItemCount(), 0);
    emit list().itemActivated(list().topLevelItem(0), 0);
    const network::Node* node = workbench.graph().find(workbench.selectedNode());
    ASSERT_NE(node, nullptr);
    EXPECT_TRUE(list().topLevelItem(0)->text(0).startsWith(QString::fromStdString(node->name) + "."));
}

TEST_F(GradientCheckPanelTest, cancelledItShowsNothing) {
    make("lenet-digits");
    panel->check();
    panel->cancel();
    ASSERT_TRUE(finish());
    EXPECT_EQ(list().topLevelItemCount(), 0);
}

TEST_F(GradientCheckPanelTest, anotherNetworkMakesItForget) {
    make("logistic-regression");
    panel->check();
    ASSERT_TRUE(finish());
    ASSERT_GT(list().topLevelItemCount(), 0);
    const auto before = workbench.trainer();
    ASSERT_TRUE(workbench.edit("Batch size", [](project::Document& document) -> Status {
        document.training.batchSize = 7;
        return {};
    }));
    ASSERT_TRUE(waitFor([&] { return workbench.trainer() && workbench.trainer() != before; }));
    EXPECT_EQ(list().topLevelItemCount(), 0);
}

}  // namespace
}  // namespace perceptarium::ui
