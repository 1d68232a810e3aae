// The table of layers: its numbers, its order, and that its selection and the drawing's are one.
#include "ui/panels/cost_table.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include "network/edits.h"
#include "panel_fixture.h"

namespace perceptarium::ui {
namespace {

class CostTableTest : public PanelTest {
protected:
    void SetUp() override {
        open("lenet-digits");
        panel.resize(700, 400);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
    }
    QTableView* table() { return panel.findChild<QTableView*>(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    network::NodeId named(const char* name) { return workbench.graph().findByName(name)->id; }
    CostTable panel{workbench};
};

TEST_F(CostTableTest, showsWhatDescribePrints) {
    ASSERT_EQ(table()->model()->rowCount(), 15);
    EXPECT_EQ(cell(0, 0), "input");
    EXPECT_EQ(cell(1, 0), "conv1");
    EXPECT_EQ(cell(1, 1), "Conv2d");
    EXPECT_EQ(cell(1, 2), "28×28×16");
    EXPECT_EQ(cell(1, 3), "416");
    EXPECT_EQ(cell(1, 4), "314 k");  // 28·28·25·16
    EXPECT_TRUE(panel.findChild<QLabel*>("cost-totals")->text().contains("15 layers"));
}

TEST_F(CostTableTest, sortsByNumbersAndBackToTheFlow) {
    table()->sortByColumn(3, Qt::DescendingOrder);
    EXPECT_EQ(cell(0, 0), "dense1");
    table()->sortByColumn(-1, Qt::AscendingOrder);
    EXPECT_EQ(cell(0, 0), "input");
    EXPECT_EQ(cell(14, 0), "softmax");
}

TEST_F(CostTableTest, selectionIsTheSameInTableAndDrawing) {
    workbench.select({named("conv2"), named("dense1")});
    QSet<QString> rows;
    for (const QModelIndex& index : table()->selectionModel()->selectedRows()) rows << index.data().toString();
    EXPECT_EQ(rows, (QSet<QString>{"conv2", "dense1"}));

    QSignalSpy requested(&panel, &CostTable::nodeRequested);
    // Not selectRow(): it heeds keys that the tests before may have left pressed.
    table()->selectionModel()->setCurrentIndex(table()->model()->index(1, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    EXPECT_EQ(workbench.selection(), std::set<network::NodeId>{named("conv1")});
    EXPECT_GE(requested.size(), 1);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    EXPECT_EQ(workbench.selection(), std::set<network::NodeId>{named("relu1")});

    table()->sortByColumn(3, Qt::DescendingOrder);
    EXPECT_EQ(table()->selectionModel()->selectedRows().front().data().toString(), "relu1");
    EXPECT_EQ(workbench.selection(), std::set<network::NodeId>{named("relu1")}) << "sorting selects nothing else";
}

TEST_F(CostTableTest, followsEditsAndKeepsTheSelection) {
    workbench.select({named("conv1")});
    ASSERT_TRUE(workbench.edit("filters", [this](project::Document& document) { return network::changeSetting(document.graph, named("conv1"), "filters", std::int64_t{8}); }));
    EXPECT_EQ(cell(1, 3), "208");
    ASSERT_EQ(table()->selectionModel()->selectedRows().size(), 1);
    EXPECT_EQ(workbench.selection(), std::set<network::NodeId>{named("conv1")});
    ASSERT_TRUE(workbench.edit("break", [this](project::Document& document) -> Status {
        network::removeHealing(document.graph, {named("flatten")});
        return {};
    }));
    EXPECT_EQ(table()->model()->rowCount(), 14);
    EXPECT_EQ(cell(13, 2), "?");
}

TEST_F(CostTableTest, isCopiedAsCsv) {
    panel.actions().front()->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(text.startsWith("layer,type,output shape,parameters,multiply-adds,bytes\n"));
    EXPECT_EQ(text, panel.csv());
    EXPECT_EQ(text.count('\n'), 17);
}

}  // namespace
}  // namespace perceptarium::ui
