// The lesson panel: the project's own text and the course, with links that stay inside the program; and the inspector's link.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QToolButton>

#include "network/edits.h"
#include "project/course.h"
#include "ui/panels/formula.h"
#include "ui/panels/inspector.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/palette.h"
#include "ui/shared/layer_list.h"

namespace perceptarium::ui {
namespace {

class LessonPanelTest : public ::testing::Test {
protected:
    LessonPanelTest() : lesson(workbench) {
        EXPECT_TRUE(workbench.open(QStringLiteral("residual-digits")));
        workbench.cancelLoading();
        lesson.resize(420, 700);
        lesson.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&lesson));
    }
    QTextBrowser& page() { return *lesson.findChild<QTextBrowser*>(); }
    QComboBox& contents() { return *lesson.findChild<QComboBox*>("contents"); }
    QToolButton& back() { return *lesson.findChild<QToolButton*>("back-to-project"); }
    QString text() { return page().toPlainText(); }
    void click(const QString& link) { emit page().anchorClicked(QUrl(link)); }
    QString selected() {
        const auto* node = workbench.graph().find(workbench.selectedNode());
        return node ? QString::fromStdString(node->name) : QString();
    }

    Workbench workbench;
    LessonPanel lesson;
};

TEST_F(LessonPanelTest, showsASectionAndGoesBackToTheProject) {
    const QString own = text();
    EXPECT_FALSE(back().isVisible());
    lesson.showSection("8.2");
    EXPECT_TRUE(text().startsWith(QStringLiteral("8.2–8.4 Padding, stride, volumes"))) << text().left(60).toStdString();
    EXPECT_EQ(contents().currentText(), QStringLiteral("§8.2–8.4 Padding, stride, volumes"));
    lesson.showSection("99");
    EXPECT_EQ(lesson.section(), "8.2") << "a page that is not there changes nothing";
    QTest::mouseClick(&back(), Qt::LeftButton);
    EXPECT_EQ(text(), own);
    EXPECT_EQ(contents().currentIndex(), 0);
}

TEST_F(LessonPanelTest, theContentsListEverySectionAndOpenIt) {
    ASSERT_EQ(contents().count(), 2 + static_cast<int>(project::courseSections("en").size()));  // the project, a line, the sections
    const int softmax = contents().findData("6.10");
    contents().setFocus();
    while (contents().currentIndex() < softmax) {
        const int before = contents().currentIndex();
        QTest::keyClick(&contents(), Qt::Key_Down);
        ASSERT_GT(contents().currentIndex(), before);
    }
    EXPECT_EQ(lesson.section(), "6.10") << "the keyboard turns pages too";
    EXPECT_TRUE(text().contains("Hardmax"));
}

TEST_F(LessonPanelTest, formulasAreSetAsInABook) {
    lesson.showSection("3");
    QTextBlock formula = page().document()->begin();
    while (formula.isValid() && !formula.text().startsWith(QStringLiteral("Z[l]"))) formula = formula.next();
    ASSERT_TRUE(formula.isValid());
    EXPECT_EQ(formula.text().simplified().toStdString(), "Z[l] = W[l] A[l−1] + b[l], A[l] = g[l](Z[l]), A[0] = X, ŷ = A[L]");
    QString raised;
    for (auto it = formula.begin(); !it.atEnd(); ++it)
        if (it.fragment().charFormat().verticalAlignment() == QTextCharFormat::AlignSuperScript) raised += it.fragment().text();
    EXPECT_TRUE(raised.contains(QStringLiteral("[l−1]"))) << raised.toStdString();
    EXPECT_EQ(formulaHtml(QStringLiteral("z_k")), QStringLiteral("<i>z</i><sub>k</sub>"));
    EXPECT_EQ(formulaHtml(QStringLiteral("keep_prob")), QStringLiteral("keep_prob"));
}

TEST_F(LessonPanelTest, aLinkToALayerSelectsOneAfterTheOther) {
    const QSignalSpy found(&lesson, &LessonPanel::nodeRequested), wanted(&lesson, &LessonPanel::layerRequested);
    lesson.showSection("8.2");
    for (const char* name : {"conv1", "conv2", "conv3", "conv1"}) {
        click("layer:conv2d");
        EXPECT_EQ(selected(), name);
    }
    EXPECT_EQ(found.count(), 4);
    click("layer:embedding");
    ASSERT_EQ(wanted.count(), 1) << "there is none in this drawing";
    EXPECT_EQ(wanted.at(0).at(0).toString(), "embedding");
    EXPECT_EQ(selected(), "conv1");
}

TEST_F(LessonPanelTest, theSectionStaysWhenItsOwnLinkOpensAProject) {
    QObject::connect(&lesson, &LessonPanel::readyRequested, &lesson, [this](const QString& id) { EXPECT_TRUE(workbench.open(id)); });
    lesson.showSection("8.8");
    click("ready:mlp-digits");
    EXPECT_EQ(workbench.document().name, "Dense network on digits");
    EXPECT_EQ(lesson.section(), "8.8");
    click("section:8.5");
    EXPECT_EQ(lesson.section(), "8.5");
    ASSERT_TRUE(workbench.open(QStringLiteral("spiral")));
    EXPECT_EQ(lesson.section(), "") << "another project shows what it says about itself";
    EXPECT_FALSE(lesson.findChild<QPlainTextEdit*>()->isVisible());
}

TEST_F(LessonPanelTest, nothingOutsideIsOpened) {
    const auto before = workbench.document();
    const QString shown = text();
    const QSignalSpy ready(&lesson, &LessonPanel::readyRequested), wanted(&lesson, &LessonPanel::layerRequested);
    for (const char* link : {"https://example.org", "file:///etc/passwd", "nonsense", ""}) click(link);
    EXPECT_EQ(text(), shown);
    EXPECT_EQ(workbench.document(), before);
    EXPECT_EQ(ready.count() + wanted.count(), 0);
}

TEST_F(LessonPanelTest, theInspectorLinksToTheSectionOfItsLayer) {
    Inspector inspector(workbench);
    inspector.resize(320, 800);
    inspector.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&inspector));
    const QSignalSpy wanted(&inspector, &Inspector::sectionRequested);
    click("layer:add");
    auto* link = inspector.findChild<QLabel*>("section-link");
    ASSERT_TRUE(link && link->isVisible());
    EXPECT_TRUE(link->text().contains(QStringLiteral("§8.10 ResNet, 1×1 convolutions, Inception"))) << link->text().toStdString();
    EXPECT_EQ(link->accessibleName(), QStringLiteral("Lesson: §8.10 ResNet, 1×1 convolutions, Inception"));
    inspector.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&inspector));
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Return);
    ASSERT_EQ(wanted.count(), 1) << "the link is followed with the keyboard";
    EXPECT_EQ(wanted.at(0).at(0).toString(), "8.10");
}

TEST_F(LessonPanelTest, thePaletteFindsALayerThatWasLinked) {
    Palette palette(workbench);
    for (const layers::LayerSpec* spec : layers::allLayers()) {
        palette.showLayer(QString::fromStdString(spec->id));
        EXPECT_EQ(palette.findChild<LayerList*>()->currentLayer().toStdString(), spec->id);
    }
}

}  // namespace
}  // namespace perceptarium::ui
