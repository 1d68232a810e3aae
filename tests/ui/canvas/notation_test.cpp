// Networks as text on the canvas: the dialog, the clipboard, and fixes in a layer's context menu.
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include "canvas_fixture.h"
#include "network/notation.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/notation_dialog.h"

namespace perceptarium::ui {
namespace {

constexpr const char* kLine = "28x28x1 > conv 8 5x5 > relu > maxpool 2 > flatten > dense 10";

class CanvasNotation : public CanvasTest {
protected:
    NotationDialog* opened() {
        action("from-text")->trigger();
        return canvas.findChild<NotationDialog*>();
    }
    static QPlainTextEdit* field(QDialog* dialog) { return dialog->findChild<QPlainTextEdit*>("notation-text"); }
    static QString verdict(QDialog* dialog) { return dialog->findChild<QLabel*>("notation-verdict")->text(); }
    static QPushButton* button(QDialog* dialog, const char* name) { return dialog->findChild<QPushButton*>(name); }
    QString written() { return QString::fromStdString(network::toNotation(workbench.graph())); }
};

TEST_F(CanvasNotation, aTypedNetworkReplacesTheDrawingInOneStep) {
    add("dense", 0, 0);
    const network::Graph before = workbench.graph();
    auto* dialog = opened();
    ASSERT_NE(dialog, nullptr);
    EXPECT_FALSE(dialog->isModal());
    EXPECT_EQ(field(dialog)->toPlainText(), "dense1") << "it starts with what is drawn";
    field(dialog)->setPlainText("28x28x1 > cnov 8");
    EXPECT_TRUE(verdict(dialog).contains("column 11")) << verdict(dialog).toStdString();
    EXPECT_FALSE(button(dialog, "notation-replace")->isEnabled());
    field(dialog)->setPlainText(kLine);
    EXPECT_TRUE(verdict(dialog).contains("6 layers")) << verdict(dialog).toStdString();
    EXPECT_TRUE(verdict(dialog).contains("ends in 10"));
    button(dialog, "notation-replace")->click();
    EXPECT_EQ(workbench.graph().nodes().size(), 6u);
    EXPECT_EQ(written(), "28x28x1 > conv 8 5x5 > relu > maxpool 2x2 > flatten > dense 10");
    workbench.undo();
    EXPECT_TRUE(workbench.graph() == before);
}

TEST_F(CanvasNotation, aTypedNetworkIsAddedBelow) {
    add("input", 0, 0);
    auto* dialog = opened();
    field(dialog)->setPlainText("relu > tanh");
    button(dialog, "notation-add")->click();
    EXPECT_EQ(workbench.graph().nodes().size(), 3u);
    EXPECT_EQ(workbench.selection().size(), 2u);
    for (const auto id : workbench.selection()) EXPECT_GT(at(id).y, network::kNodeHeight);
}

TEST_F(CanvasNotation, pastedTextBecomesLayers) {
    QApplication::clipboard()->setText(kLine);
    action("paste")->trigger();
    ASSERT_EQ(workbench.graph().nodes().size(), 6u);
    EXPECT_EQ(workbench.selection().size(), 6u);
    EXPECT_TRUE(workbench.inference().valid());
    QStringList told;
    QObject::connect(&workbench, &Workbench::said, &canvas, [&](const QString& text, bool bad) {
        if (bad) told << text;
    });
    QApplication::clipboard()->setText("relu > tnah");
    action("paste")->trigger();
    ASSERT_EQ(told.size(), 1);
    EXPECT_TRUE(told[0].contains("column 8") && told[0].contains("tanh")) << told[0].toStdString();
    EXPECT_EQ(workbench.graph().nodes().size(), 6u);
}

TEST_F(CanvasNotation, copiesSelectionOrAllAsText) {
    QApplication::clipboard()->setText(kLine);
    action("paste")->trigger();
    workbench.select({});
    action("copy-as-text")->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(), "28x28x1 > conv 8 5x5 > relu > maxpool 2x2 > flatten > dense 10");
    workbench.select({workbench.graph().findByName("relu")->id, workbench.graph().findByName("maxpool")->id});
    action("copy-as-text")->trigger();
    EXPECT_EQ(QApplication::clipboard()->text(), "relu > maxpool 2x2");
}

TEST_F(CanvasNotation, aLayersMenuOffersItsFixes) {
    QApplication::clipboard()->setText("28x28x1 > dense 10");
    action("paste")->trigger();
    CanvasActions actions(canvas);
    const auto dense = workbench.graph().findByName("dense")->id;
    std::unique_ptr<QMenu> menu(actions.menuFor(Thing(dense), {}));
    ASSERT_FALSE(menu->actions().isEmpty());
    EXPECT_EQ(menu->actions().front()->text(), "Insert a Flatten before “dense”");
    menu->actions().front()->trigger();
    EXPECT_TRUE(workbench.inference().valid());
    std::unique_ptr<QMenu> fine(actions.menuFor(Thing(dense), {}));
    EXPECT_FALSE(fine->actions().front()->text().contains("Insert"));
}

TEST_F(CanvasNotation, theDrawingIsExportedAsAPageOfVectors) {
    QApplication::clipboard()->setText(kLine);
    action("paste")->trigger();
    QTemporaryDir folder;
    const QString path = folder.filePath("net.pdf");
    ASSERT_TRUE(canvas.exportPicture(path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    EXPECT_TRUE(bytes.startsWith("%PDF-"));
    EXPECT_EQ(bytes.count("/Type /Page\n"), 1);
    EXPECT_TRUE(bytes.contains("/Font")) << "text is text";
    EXPECT_FALSE(canvas.exportPicture(folder.filePath("net.gif")));
}

}  // namespace
}  // namespace perceptarium::ui
