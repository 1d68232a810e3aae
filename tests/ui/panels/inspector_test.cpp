// The inspector: every layer can be looked at and edited, and what is typed goes into the document at once.
#include <gtest/gtest.h>

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

#include "network/edits.h"
#include "network/frame_edits.h"
#include "network/node_flags.h"
#include "ui/panels/formula.h"
#include "ui/panels/inspector.h"
#include "ui/panels/setting_widgets.h"

namespace perceptarium::ui {
namespace {

class InspectorTest : public ::testing::Test {
protected:
    InspectorTest() {
        change([](network::Graph& graph) {
            std::vector<network::NodeId> all;
            for (const auto& [id, node] : graph.nodes()) all.push_back(id);
            network::remove(graph, all);
        });
        workbench.cancelLoading();  // shapes come from the Input's own setting
        inspector.resize(340, 900);
        inspector.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&inspector));
    }
    void change(const std::function<void(network::Graph&)>& how) {
        ASSERT_TRUE(workbench.edit("test", [&](project::Document& document) -> Status {
            how(document.graph);
            return {};
        }));
        workbench.sealEdit();
    }
    void lenetStart() {
        change([&](network::Graph& graph) {
            in = *network::appendNode(graph, "input", network::kNoNode);
            ASSERT_TRUE(network::changeSetting(graph, in, "shape", std::string("28x28x1")));
            conv = *network::appendNode(graph, "conv2d", in);
            ASSERT_TRUE(network::changeSetting(graph, conv, "filters", std::int64_t{6}));
            ASSERT_TRUE(network::changeSetting(graph, conv, "kernel", std::int64_t{5}));
            flat = *network::appendNode(graph, "flatten", conv);
        });
    }
    QLineEdit* field(const QString& setting) {
        auto* editor = inspector.findChild<QWidget*>(QStringLiteral("setting-") + setting);
        if (auto* line = qobject_cast<QLineEdit*>(editor)) return line;
        return editor ? editor->findChild<QLineEdit*>() : nullptr;
    }
    bool shows(const QString& text) {
        for (auto* label : inspector.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text)) return true;
        return false;
    }
    /// The form of the page for several nodes.
    SettingsForm& severalForm() {
        for (auto* form : inspector.findChildren<SettingsForm*>())
            if (form->isVisible()) return *form;
        ADD_FAILURE() << "no form is shown";
        return *inspector.findChild<SettingsForm*>();
    }
    Workbench workbench;
    Inspector inspector{workbench};
    network::NodeId in = 0, conv = 0, flat = 0;
};

TEST_F(InspectorTest, showsTheCountWithTheNumbersPutIn) {
    lenetStart();
    workbench.select({conv});
    EXPECT_TRUE(shows(QStringLiteral("156 parameters")));
    EXPECT_TRUE(shows(QStringLiteral("(5·5·1 + 1)·6 = 156")));
    EXPECT_TRUE(shows(QStringLiteral("24×24×6")));
    EXPECT_TRUE(shows(QStringLiteral("28×28×1")));
}

TEST_F(InspectorTest, saysHowWeightsStartAndAsksForANumberWhereThereIsOne) {
    lenetStart();
    workbench.select({conv});
    EXPECT_TRUE(shows(QStringLiteral("starts Glorot uniform")));
    const auto* glorot = layers::findInitializer("glorot-uniform");
    const auto* uniform = layers::findInitializer("uniform");
    EXPECT_TRUE(shows(QString::fromStdString(glorot->meaning)));
    auto* box = inspector.findChild<QComboBox*>(QStringLiteral("setting-initializer"));
    ASSERT_NE(box, nullptr);
    EXPECT_EQ(box->count(), static_cast<int>(layers::allInitializers().size()));
    EXPECT_EQ(box->itemText(box->currentIndex()), QStringLiteral("glorot uniform"));
    EXPECT_EQ(box->itemData(box->findData(QStringLiteral("uniform")), Qt::ToolTipRole).toString(), QString::fromStdString(uniform->meaning));
    auto* number = field(QStringLiteral("initializerNumber"));
    ASSERT_NE(number, nullptr);
    EXPECT_FALSE(number->isVisible());
    box->setCurrentIndex(box->findData(QStringLiteral("uniform")));
    EXPECT_TRUE(number->isVisible());
    EXPECT_TRUE(shows(QString::fromStdString(uniform->meaning)));
    EXPECT_TRUE(shows(QStringLiteral("starts Uniform")));
    EXPECT_EQ(std::get<std::string>(workbench.graph().find(conv)->settings.at("initializer")), "uniform");
    // Without biases there is nothing to say about their start.
    EXPECT_TRUE(field(QStringLiteral("biasStart"))->isVisible());
    change([&](network::Graph& graph) { ASSERT_TRUE(network::changeSetting(graph, conv, "bias", false)); });
    EXPECT_FALSE(field(QStringLiteral("biasStart"))->isVisible());
}

TEST_F(InspectorTest, typingChangesTheDocumentAtOnceAndUndoesInOneStep) {
    lenetStart();
    workbench.select({conv});
    auto* line = field(QStringLiteral("filters"));
    ASSERT_NE(line, nullptr);
    const auto steps = workbench.history().position();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("4*8"));
    EXPECT_EQ(workbench.inference().outputs.at(conv).shape, (Shape{24, 24, 32}));
    EXPECT_TRUE(shows(QStringLiteral("24×24×32")));
    EXPECT_EQ(line->text(), QStringLiteral("4*8"));
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(workbench.history().position(), steps + 1);
    workbench.undo();
    EXPECT_EQ(line->text(), QStringLiteral("6"));
}

TEST_F(InspectorTest, aKernelHasRowsAndColumns) {
    lenetStart();
    workbench.select({conv});
    auto* rows = field(QStringLiteral("kernel"));
    auto* columns = field(QStringLiteral("kernel-columns"));
    auto* chain = inspector.findChild<QToolButton*>(QStringLiteral("chain-kernel"));
    ASSERT_TRUE(rows && columns && chain);
    EXPECT_TRUE(chain->isChecked());
    EXPECT_EQ(columns->text(), QStringLiteral("5"));
    const auto steps = workbench.history().position();
    chain->click();
    EXPECT_EQ(workbench.history().position(), steps) << "nothing has changed yet";
    columns->setFocus();
    columns->selectAll();
    QTest::keyClicks(columns, QStringLiteral("3"));
    QTest::keyClick(columns, Qt::Key_Return);
    EXPECT_EQ(workbench.graph().find(conv)->settings.at("kernel"), SettingValue(Pair{5, 3}));
    EXPECT_TRUE(shows(QStringLiteral("(5·3·1 + 1)·6 = 96")));
    EXPECT_TRUE(shows(QStringLiteral("24×26×6")));
    EXPECT_EQ(workbench.history().position(), steps + 1);
    workbench.undo();
    EXPECT_EQ(columns->text(), QStringLiteral("5"));
    EXPECT_TRUE(chain->isChecked());
    EXPECT_EQ(workbench.graph().find(conv)->settings.at("kernel"), SettingValue(std::int64_t{5}));
}

TEST_F(InspectorTest, kernelsOfSeveralNodesAreSetTogether) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) {
        other = *network::addNode(graph, "conv2d", {0, 300});
        ASSERT_TRUE(network::changeSetting(graph, other, "kernel", Pair{1, 7}));
    });
    workbench.select({conv, other});
    EXPECT_TRUE(shows(QStringLiteral("They differ: 5, 1×7")));
    for (auto* form : inspector.findChildren<SettingsForm*>()) {
        if (!form->isVisible()) continue;
        auto* chain = form->findChild<QToolButton*>(QStringLiteral("chain-kernel"));
        if (chain->isChecked()) chain->click();
        auto* columns = form->findChild<QWidget*>(QStringLiteral("setting-kernel-columns"));
        columns->findChild<QLineEdit*>()->selectAll();
        QTest::keyClicks(columns, QStringLiteral("2"));
    }
    for (const auto id : {conv, other}) EXPECT_EQ(workbench.graph().find(id)->settings.at("kernel"), SettingValue(Pair{5, 2}));
}

TEST_F(InspectorTest, aValueThatCannotWorkIsExplainedWhereItIsTyped) {
    lenetStart();
    workbench.select({conv});
    auto* line = field(QStringLiteral("kernel"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("99"));
    EXPECT_FALSE(workbench.inference().valid());
    const auto* error = workbench.inference().errorAt(conv);
    ASSERT_NE(error, nullptr);
    EXPECT_TRUE(shows(QString::fromStdString(error->what).toHtmlEscaped()));
    EXPECT_TRUE(shows(QString::fromStdString(error->tryThis).toHtmlEscaped()));
}

TEST_F(InspectorTest, nothingSelectedListsTheLayersWithTotals) {
    lenetStart();
    workbench.select({});
    QTableWidget* table = nullptr;
    for (auto* each : inspector.findChildren<QTableWidget*>())
        if (each->isVisible()) table = each;
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->rowCount(), 4);
    EXPECT_TRUE(table->item(1, 0)->toolTip().contains(QStringLiteral("(Conv2d)")));
    EXPECT_EQ(table->item(1, 1)->text(), QStringLiteral("24×24×6"));
    EXPECT_EQ(table->item(1, 2)->text(), QStringLiteral("156"));
    EXPECT_EQ(table->item(3, 2)->text(), QStringLiteral("156"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualItemRect(table->item(1, 0)).center());
    EXPECT_EQ(workbench.selectedNode(), conv);
}

TEST_F(InspectorTest, severalOfAKindAreEditedTogether) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv2d", {0, 300}); });
    workbench.select({conv, other});
    EXPECT_TRUE(shows(QStringLiteral("2 layers selected")) || shows(QStringLiteral("layers selected")));
    for (auto* form : inspector.findChildren<SettingsForm*>())
        if (form->isVisible()) emit form->changed(QStringLiteral("filters"), std::int64_t{11});
    for (const auto id : {conv, other}) EXPECT_EQ(settingOr<std::int64_t>(workbench.graph().find(id)->settings, "filters", 0), 11);
}

TEST_F(InspectorTest, differingValuesAreNamedAtTheField) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv2d", {0, 300}); });
    change([&](network::Graph& graph) { ASSERT_TRUE(network::changeSetting(graph, other, "filters", std::int64_t{16})); });
    workbench.select({conv, other});
    EXPECT_TRUE(shows(QStringLiteral("They differ: 6, 16")));
    for (auto* form : inspector.findChildren<SettingsForm*>())
        if (form->isVisible()) emit form->changed(QStringLiteral("filters"), std::int64_t{8});
    EXPECT_FALSE(shows(QStringLiteral("They differ: 6, 16")));
}

TEST_F(InspectorTest, differingMarksAndSwitchesAreHalfFilledUntilOneClickSetsAll) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv2d", {0, 300}); });
    change([&](network::Graph& graph) {
        ASSERT_TRUE(network::changeSetting(graph, conv, "bias", false));
        ASSERT_TRUE(network::freeze(graph, {other}, true));
    });
    workbench.select({conv, other});
    auto* bias = qobject_cast<QCheckBox*>(severalForm().widget("bias")->editor());
    ASSERT_NE(bias, nullptr);
    EXPECT_EQ(bias->checkState(), Qt::PartiallyChecked);
    const auto biasOf = [&](network::NodeId id) { return settingOr<bool>(workbench.graph().find(id)->settings, "bias", true); };
    QTest::mouseClick(bias, Qt::LeftButton, {}, {8, bias->height() / 2});
    EXPECT_TRUE(biasOf(conv) && biasOf(other));
    EXPECT_EQ(bias->checkState(), Qt::Checked);
    QTest::mouseClick(bias, Qt::LeftButton, {}, {8, bias->height() / 2});
    EXPECT_FALSE(biasOf(conv) || biasOf(other));
    EXPECT_EQ(bias->checkState(), Qt::Unchecked) << "two states again";
    workbench.undo();
    workbench.undo();
    EXPECT_FALSE(biasOf(conv));
    EXPECT_TRUE(biasOf(other));
    EXPECT_EQ(bias->checkState(), Qt::PartiallyChecked);

    auto* frozen = inspector.findChild<QCheckBox*>(QStringLiteral("selection-freeze"));
    EXPECT_EQ(frozen->checkState(), Qt::PartiallyChecked);
    QTest::mouseClick(frozen, Qt::LeftButton, {}, {8, frozen->height() / 2});
    EXPECT_TRUE(workbench.graph().find(conv)->frozen && workbench.graph().find(other)->frozen);
    EXPECT_EQ(frozen->checkState(), Qt::Checked);
    EXPECT_EQ(inspector.findChild<QCheckBox*>(QStringLiteral("selection-bypass"))->checkState(), Qt::Unchecked);
}

TEST_F(InspectorTest, ofSeveralAChoiceANumberAndATextAreSetForAllAndPutBack) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv2d", {0, 300}); });
    change([&](network::Graph& graph) {
        ASSERT_TRUE(network::changeSetting(graph, other, "padding", std::string("same")));
        ASSERT_TRUE(network::changeSetting(graph, conv, "padding", std::string("valid")));
        ASSERT_TRUE(network::changeSetting(graph, other, "filters", std::int64_t{16}));
    });
    workbench.select({conv, other});
    const auto valueOf = [&](network::NodeId id, const char* name) { return workbench.graph().find(id)->settings.at(name); };
    auto* padding = qobject_cast<QComboBox*>(severalForm().widget("padding")->editor());
    EXPECT_EQ(padding->currentIndex(), -1) << "no choice is all of theirs";
    padding->setCurrentIndex(padding->findData("valid"));  // the first one's value, for all
    EXPECT_EQ(valueOf(other, "padding"), SettingValue(std::string("valid")));

    QWidget* filters = severalForm().widget("filters")->editor();
    QTest::keyClick(filters->findChild<QLineEdit*>(), Qt::Key_Return);  // as it stands: the first one's
    EXPECT_EQ(valueOf(other, "filters"), valueOf(conv, "filters"));

    change([&](network::Graph& graph) {
        const auto standard = findSetting(layers::findLayer("conv2d")->settings, "filters")->standard;
        ASSERT_TRUE(network::changeSetting(graph, conv, "filters", standard));
        ASSERT_TRUE(network::changeSetting(graph, other, "filters", std::int64_t{5}));
    });
    auto* reset = severalForm().findChild<QToolButton*>(QStringLiteral("reset-filters"));
    ASSERT_TRUE(reset && reset->isVisible()) << "the second is not at the standard";
    QTest::mouseClick(reset, Qt::LeftButton);
    EXPECT_EQ(valueOf(conv, "filters"), valueOf(other, "filters"));
    EXPECT_FALSE(reset->isVisible());
}

TEST_F(InspectorTest, severalAreNamedInARow) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) {
        other = *network::addNode(graph, "conv2d", {0, 300});
        ASSERT_TRUE(network::rename(graph, flat, "edge2"));
    });
    workbench.select({conv, other});
    auto* name = inspector.findChild<QLineEdit*>(QStringLiteral("selection-name"));
    EXPECT_EQ(name->text(), QStringLiteral("conv2d"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("edge"));
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ((std::set<std::string>{workbench.graph().find(conv)->name, workbench.graph().find(other)->name}), (std::set<std::string>{"edge1", "edge3"}));
    EXPECT_EQ(name->text(), QStringLiteral("edge"));
    workbench.select({conv, flat});
    workbench.undo();
    EXPECT_EQ(workbench.graph().find(flat)->name, "edge2");
}

TEST_F(InspectorTest, ofDifferentKindsTheSharedSettingsAreEditedTogether) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv1d", {0, 300}); });
    workbench.select({conv, other});
    for (auto* form : inspector.findChildren<SettingsForm*>()) {
        if (!form->isVisible()) continue;
        ASSERT_NE(form->widget("filters"), nullptr);
        emit form->changed(QStringLiteral("filters"), std::int64_t{12});
    }
    for (const auto id : {conv, other}) EXPECT_EQ(settingOr<std::int64_t>(workbench.graph().find(id)->settings, "filters", 0), 12);
    workbench.select({conv, flat});
    for (auto* form : inspector.findChildren<SettingsForm*>()) EXPECT_FALSE(form->isVisible()) << "a Flatten has none";
}

TEST_F(InspectorTest, aValueThatCannotBeSaysWhyAtTheFieldAndChangesNothing) {
    lenetStart();
    network::NodeId other = 0;
    change([&](network::Graph& graph) { other = *network::addNode(graph, "conv2d", {0, 300}); });
    workbench.select({conv, other});
    for (auto* form : inspector.findChildren<SettingsForm*>()) {
        if (!form->isVisible()) continue;
        auto* line = form->widget("filters")->editor()->findChild<QLineEdit*>();
        line->selectAll();
        QTest::keyClicks(form->widget("filters")->editor(), QStringLiteral("0"));
    }
    EXPECT_TRUE(shows(QStringLiteral("At least 1")));
    EXPECT_EQ(settingOr<std::int64_t>(workbench.graph().find(conv)->settings, "filters", 0), 6);
}

TEST_F(InspectorTest, theNameIsEditedAndRefusedWhenTaken) {
    lenetStart();
    workbench.select({conv});
    auto* name = inspector.findChild<QLineEdit*>(QStringLiteral("node-name"));
    const auto rename = [&](const QString& text) {
        name->selectAll();
        QTest::keyClicks(name, text);
        QTest::keyClick(name, Qt::Key_Return);
    };
    rename(QStringLiteral("edges"));
    EXPECT_EQ(workbench.graph().find(conv)->name, "edges");
    rename(QString::fromStdString(workbench.graph().find(flat)->name));
    EXPECT_EQ(workbench.graph().find(conv)->name, "edges");
    EXPECT_EQ(name->text(), QStringLiteral("edges"));
}

TEST_F(InspectorTest, everyLayerCanBeLookedAtAndEveryWidgetHasANameAndATooltip) {
    for (const auto* spec : layers::allLayers()) {
        network::NodeId id = 0;
        change([&](network::Graph& graph) { id = *network::addNode(graph, spec->id, {0, 0}); });
        workbench.select({id});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (const auto& setting : spec->settings) {
            auto* editor = inspector.findChild<QWidget*>(QStringLiteral("setting-") + QString::fromStdString(setting.name));
            ASSERT_NE(editor, nullptr) << spec->id << "." << setting.name;
            EXPECT_EQ(editor->isVisible(), matters(setting, spec->settings, {})) << spec->id << "." << setting.name;
            auto* interface = QAccessible::queryAccessibleInterface(editor);
            ASSERT_NE(interface, nullptr);
            EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty()) << spec->id << "." << setting.name;
            EXPECT_FALSE(editor->toolTip().isEmpty()) << spec->id << "." << setting.name;
        }
        EXPECT_TRUE(shows(QString::fromStdString(spec->meaning))) << spec->id;
        EXPECT_FALSE(spec->help.empty()) << spec->id;
        EXPECT_TRUE(shows(formulaHtml(QString::fromStdString(spec->formula)))) << spec->id;
        change([&](network::Graph& graph) { network::remove(graph, {id}); });
    }
}

TEST(Formula, indicesAreLoweredLayersAndPowersRaised) {
    EXPECT_EQ(formulaHtml(QStringLiteral("a[0] = x")), QStringLiteral("<i>a</i><sup>[0]</sup> = <i>x</i>"));
    EXPECT_EQ(formulaHtml(QStringLiteral("X[i, c]")), QStringLiteral("<i>X</i><sub><i>i</i>, <i>c</i></sub>"));
    EXPECT_EQ(formulaHtml(QStringLiteral("max(0, z)")), QStringLiteral("max(0, <i>z</i>)"));
    EXPECT_EQ(formulaHtml(QStringLiteral("e^z[k] / 2")), QStringLiteral("<i>e</i><sup>z[k]</sup> / 2"));
    EXPECT_EQ(formulaHtml(QStringLiteral("a < b")), QStringLiteral("<i>a</i> &lt; <i>b</i>"));
}

TEST_F(InspectorTest, checkBoxesBypassAndFreezeALayer) {
    lenetStart();
    workbench.select({conv});
    auto* bypass = inspector.findChild<QCheckBox*>(QStringLiteral("bypass"));
    auto* freeze = inspector.findChild<QCheckBox*>(QStringLiteral("freeze"));
    ASSERT_TRUE(bypass && freeze && bypass->isVisible() && freeze->isVisible());
    QTest::mouseClick(freeze, Qt::LeftButton, {}, QPoint(8, freeze->height() / 2));
    EXPECT_TRUE(workbench.graph().find(conv)->frozen);
    EXPECT_TRUE(shows(QStringLiteral(", frozen")));
    QTest::mouseClick(bypass, Qt::LeftButton, {}, QPoint(8, bypass->height() / 2));
    EXPECT_TRUE(workbench.graph().find(conv)->bypassed);
    EXPECT_TRUE(shows(QStringLiteral("while this layer is left out")));
    workbench.undo();
    EXPECT_FALSE(bypass->isChecked());
    EXPECT_TRUE(freeze->isChecked());
    workbench.select({in});
    EXPECT_FALSE(bypass->isEnabled()) << "the data have to enter somewhere";
    EXPECT_FALSE(freeze->isVisible()) << "it learns nothing";
    for (auto* box : {bypass, freeze}) EXPECT_GT(box->toolTip().size(), 80);
}

TEST_F(InspectorTest, aFrameShowsItsSettings) {
    lenetStart();
    network::FrameId frame = network::kNoFrame, note = network::kNoFrame;
    change([&](network::Graph& graph) {
        frame = network::frameAround(graph, {conv}, "Filters");
        note = network::addNote(graph, "why\nso", {0, 400});
    });
    workbench.select({}, {frame});
    auto* title = inspector.findChild<QLineEdit*>(QStringLiteral("frame-title"));
    auto* words = inspector.findChild<QPlainTextEdit*>(QStringLiteral("note-words"));
    auto* colours = inspector.findChild<QComboBox*>(QStringLiteral("frame-colour"));
    auto* width = inspector.findChild<QDoubleSpinBox*>(QStringLiteral("frame-width"));
    ASSERT_TRUE(title && words && colours && width);
    EXPECT_TRUE(title->isVisible());
    EXPECT_FALSE(words->isVisible());
    EXPECT_EQ(title->text(), QStringLiteral("Filters"));
    EXPECT_TRUE(shows(QStringLiteral("Holds conv2d1.")));
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Edges"));
    EXPECT_EQ(workbench.graph().findFrame(frame)->text, "Edges");
    colours->setCurrentIndex(4);
    emit colours->activated(4);
    EXPECT_EQ(workbench.graph().findFrame(frame)->tint, network::Tint::Red);
    width->setValue(400);
    EXPECT_EQ(workbench.graph().findFrame(frame)->size.x, 400);
    for (int i = 0; i < 3; ++i) workbench.undo();  // typing was one step
    EXPECT_EQ(workbench.graph().findFrame(frame)->text, "Filters");
    EXPECT_EQ(title->text(), QStringLiteral("Filters"));
    workbench.select({}, {note});
    EXPECT_TRUE(words->isVisible());
    EXPECT_FALSE(title->isVisible());
    EXPECT_EQ(words->toPlainText(), QStringLiteral("why\nso"));
    words->setPlainText(QStringLiteral("because"));
    EXPECT_EQ(workbench.graph().findFrame(note)->text, "because");
}

}  // namespace
}  // namespace perceptarium::ui
