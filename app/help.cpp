#include "app/help.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "app/command_palette.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Help)
};

/// What the mouse does on the canvas; it stands in no menu.
constexpr std::pair<const char*, const char*> kGestures[] = {
    {QT_TRANSLATE_NOOP("Help", "Space, double-click"), QT_TRANSLATE_NOOP("Help", "Search for a layer and add it there")},
    {QT_TRANSLATE_NOOP("Help", "Drag from a port"), QT_TRANSLATE_NOOP("Help", "Connect; what does not fit says why")},
    {QT_TRANSLATE_NOOP("Help", "Drop a layer on an edge"), QT_TRANSLATE_NOOP("Help", "Insert it there")},
    {QT_TRANSLATE_NOOP("Help", "Ctrl+wheel"), QT_TRANSLATE_NOOP("Help", "Zoom to the pointer")},
    {QT_TRANSLATE_NOOP("Help", "Middle button, Space+drag"), QT_TRANSLATE_NOOP("Help", "Move the drawing")},
    {QT_TRANSLATE_NOOP("Help", "Arrow keys"), QT_TRANSLATE_NOOP("Help", "Move the selection; with Shift in larger steps")},
    {QT_TRANSLATE_NOOP("Help", "Tab"), QT_TRANSLATE_NOOP("Help", "Next node; Enter opens its settings")},
    {QT_TRANSLATE_NOOP("Help", "Esc in a panel"), QT_TRANSLATE_NOOP("Help", "Back to the drawing")},
};

}  // namespace

QString shortcutSheet(QMenuBar& menus) {
    QString html = QStringLiteral("<table cellspacing='0' cellpadding='4' width='100%'>");
    QString section;
    const auto row = [&html](const QString& keys, const QString& what) {
        html += QStringLiteral("<tr><td width='220'><b>%1</b></td><td>%2</td></tr>").arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    };
    const auto heading = [&html](const QString& text) {
        html += QStringLiteral("<tr><td colspan='2'><h3>%1</h3></td></tr>").arg(text.toHtmlEscaped());
    };
    for (const Command& command : commandsOf(menus)) {
        QStringList keys;
        for (const QKeySequence& key : command.action->shortcuts()) keys << key.toString(QKeySequence::NativeText);
        if (keys.isEmpty()) continue;
        const QString menu = command.path.section(QStringLiteral(" ▸ "), 0, 0);
        if (menu != section) heading(section = menu);
        row(keys.join(QStringLiteral(", ")), command.path.section(QStringLiteral(" ▸ "), 1));
    }
    heading(Words::tr("On the drawing"));
    for (const auto& [gesture, what] : kGestures) row(Words::tr(gesture), Words::tr(what));
    return html + QStringLiteral("</table>");
}

void showShortcuts(QMenuBar& menus, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Words::tr("Keyboard shortcuts"));
    auto* page = new QTextBrowser;
    page->setFrameShape(QFrame::NoFrame);
    page->setHtml(shortcutSheet(menus));
    page->setAccessibleName(Words::tr("Keyboard shortcuts"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* close = buttons->button(QDialogButtonBox::Close);
    close->setText(Words::tr("Close"));
    close->setIcon({});
    close->setToolTip(Words::tr("Closes this page."));
    page->setToolTip(Words::tr("Which keys start what. Other keys: Edit ▸ Preferences."));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(page);
    layout->addWidget(buttons);
    dialog->resize(620, 640);
    dialog->show();
}

void showAbout(QWidget* parent) {
    QMessageBox box(parent);
    box.setWindowTitle(Words::tr("About Perceptarium"));
    box.setIconPixmap(QIcon(":/perceptarium.svg").pixmap(48, 48));
    box.setText(QStringLiteral("<b>Perceptarium %1</b>").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(Words::tr("A workbench in which one builds neural networks by hand, trains them on real data and watches what "
                              "happens inside.\n\nFree software under the MIT licence, by the Perceptarium authors. Built with Qt %1.")
                               .arg(QLatin1String(qVersion())));
    box.exec();
}

}  // namespace perceptarium::app
