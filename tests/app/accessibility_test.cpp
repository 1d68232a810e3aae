// What a screen reader is told: every control of the window, with all its panels, views and dialogs, has a name of its own and
// says what it is for.
#include <gtest/gtest.h>

#include <QTabBar>
#include <algorithm>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QMenuBar>
#include <QSettings>
#include <QTest>
#include <map>

#include "app/command_palette.h"
#include "app/dock.h"
#include "app/files.h"
#include "app/help.h"
#include "app/main_window.h"
#include "app/preferences_dialog.h"
#include "fresh_settings.h"
#include "ui/panels/start_page.h"

namespace perceptarium::app {
namespace {

bool isControl(QAccessible::Role role) {
    switch (role) {
        case QAccessible::Button:
        case QAccessible::ButtonMenu:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::ComboBox:
        case QAccessible::SpinBox:
        case QAccessible::Slider:
        case QAccessible::EditableText:
        case QAccessible::List:
        case QAccessible::Tree:
        case QAccessible::Table:
        case QAccessible::PageTabList: return true;
        default: return false;
    }
}

/// Parts of a control that Qt makes, which are never reached by themselves.
bool isInnerPart(const QWidget& widget) {
    for (const QWidget* parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        for (const char* whole : {"QComboBox", "QComboBoxPrivateContainer", "QAbstractSpinBox", "QLineEdit", "QTabBar", "QAbstractItemView"})
            if (parent->inherits(whole)) return true;
        if (parent->isWindow()) return false;
    }
    return false;
}

/// What takes the keyboard only to scroll, to be read, or to hand it on is no control.
bool isNoControl(const QWidget& widget) {
    for (const char* kind : {"QScrollArea", "QStackedWidget", "QMenu", "QMenuBar", "QScrollBar", "QSplitterHandle", "QLabel"})
        if (widget.inherits(kind)) return true;
    const auto* tabs = qobject_cast<const QTabBar*>(&widget);
    if (tabs && tabs->count() == 0) return true;  // Qt keeps one for later
    return widget.focusProxy() != nullptr || !widget.isEnabledTo(widget.window());
}

struct Found {
    std::map<QString, int> names;  ///< of one panel, among those that can be seen
    QStringList faults;
    int controls = 0;
};

void lookAtOne(const QWidget& widget, QAccessibleInterface& interface, const QString& place, Found& found) {
    if (isInnerPart(widget) || isNoControl(widget)) return;
    const auto role = interface.role();
    if (!isControl(role) && (widget.focusPolicy() == Qt::NoFocus || widget.isWindow())) return;
    const bool seen = widget.isVisibleTo(widget.window());
    // Qt gives what is chosen at present as the name of a choice; what it chooses is what one must know.
    const bool chooses = role == QAccessible::ComboBox || role == QAccessible::PageTabList;
    const QString name = chooses ? widget.accessibleName() : interface.text(QAccessible::Name).trimmed();
    const QString help = interface.text(QAccessible::Description).trimmed() + widget.accessibleDescription() + widget.toolTip();
    if (!seen && name.isEmpty()) return;  // it gets its words when it is shown
    ++found.controls;
    const QString who = QStringLiteral("%1: %2 “%3” (%4)").arg(place, QLatin1String(widget.metaObject()->className()), widget.objectName(), name);
    if (name.isEmpty()) found.faults << who + QStringLiteral(" has no name");
    if (help.isEmpty()) found.faults << who + QStringLiteral(" does not say what it is for");
    if (seen && ++found.names[QStringLiteral("%1/%2").arg(name).arg(static_cast<int>(role))] == 2) found.faults << who + QStringLiteral(" shares its name with another");
}

void look(QAccessibleInterface* interface, const QString& place, Found& found, const QWidget* root) {
    const auto* widget = interface ? qobject_cast<const QWidget*>(interface->object()) : nullptr;
    if (!widget) return;  // cells and items
    if (widget != root && (widget->inherits("QDockWidget") || widget->inherits("QDialog"))) return;  // looked at by themselves
    lookAtOne(*widget, *interface, place, found);
    for (int i = 0; i < interface->childCount(); ++i) look(interface->child(i), place, found, root);
}

Found lookAt(QWidget& widget, const QString& place) {
    Found found;
    look(QAccessible::queryAccessibleInterface(&widget), place, found, &widget);
    return found;
}

class AccessibilityTest : FreshSettings, public ::testing::Test {
protected:
    AccessibilityTest() {
        window.files().askAboutWork = [](bool) { return Files::Answer::Leave; };
        window.restoreLayout();
        window.show();
    }
    void expectFine(const Found& found) { EXPECT_TRUE(found.faults.isEmpty()) << found.faults.join('\n').toStdString(); }
    MainWindow window;
};

TEST_F(AccessibilityTest, everyControlOfEveryPanelHasANameAndAPurpose) {
    ASSERT_TRUE(window.files().open("spiral"));
    ASSERT_TRUE(QTest::qWaitFor([this] { return window.workbench().trainer() != nullptr; }, 30000));
    int controls = 0;
    for (Dock* dock : window.docks()) {
        dock->bringUp();
        QCoreApplication::processEvents();
        const Found found = lookAt(*dock, dock->windowTitle());
        expectFine(found);
        EXPECT_FALSE(dock->accessibleName().isEmpty());
        controls += found.controls;
    }
    EXPECT_GT(controls, 100) << "the test looks at something";
    const auto tabs = [this] { return window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly); };
    EXPECT_TRUE(QTest::qWaitFor([&] { const auto all = tabs(); return std::all_of(all.begin(), all.end(), [](auto* each) { return !each->accessibleName().isEmpty(); }); }))
        << "new tab bars get their names a moment later";
    expectFine(lookAt(window, "window"));
}

TEST_F(AccessibilityTest, everySettingOfEveryKindOfLayerTooAndOfPictures) {
    ASSERT_TRUE(window.files().open("residual-digits"));
    Dock* inspector = window.dock("inspector");
    inspector->bringUp();
    for (const auto& [id, node] : window.workbench().graph().nodes()) {
        window.workbench().select({id});
        QCoreApplication::processEvents();
        expectFine(lookAt(*inspector, QString::fromStdString(node.layer)));
    }
}

TEST_F(AccessibilityTest, dialogsAndTheStartPageToo) {
    PreferencesDialog preferences(window.keys(), &window);
    preferences.setAttribute(Qt::WA_DeleteOnClose, false);
    preferences.show();
    expectFine(lookAt(preferences, "preferences"));
    preferences.showKeys();
    expectFine(lookAt(preferences, "keys"));
    auto* palette = new CommandPalette(commandsOf(*window.menuBar()), &window);
    palette->show();
    expectFine(lookAt(*palette, "commands"));
    palette->close();
    showShortcuts(*window.menuBar(), &window);
    for (auto* dialog : window.findChildren<QDialog*>()) expectFine(lookAt(*dialog, dialog->windowTitle()));
    window.showStartPage(true);
    auto* start = window.findChild<ui::StartPage*>();
    start->setRecent({"/tmp/one.percept", "/tmp/two.percept"});
    QCoreApplication::processEvents();
    const Found found = lookAt(*start, "start page");
    expectFine(found);
    EXPECT_GT(found.controls, 8);
}

TEST_F(AccessibilityTest, everyActionOfTheMenusSaysWhatItDoes) {
    for (const Command& command : commandsOf(*window.menuBar())) {
        if (!command.action->isEnabled() && command.action->objectName().isEmpty()) continue;  // "No files yet"
        EXPECT_FALSE(command.action->statusTip().isEmpty()) << command.path.toStdString();
    }
}

}  // namespace
}  // namespace perceptarium::app
