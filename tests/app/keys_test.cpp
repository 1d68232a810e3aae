// Keys of the user's own: they work at once, are kept, conflicts are told and solved, and the usual ones come back.
#include "app/keys.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>
#include <set>

#include "app/command_palette.h"
#include "app/help.h"
#include "app/keys_page.h"
#include "app/main_window.h"
#include "fresh_settings.h"

namespace perceptarium::app {
namespace {

class KeysTest : FreshSettings, public ::testing::Test {
protected:
    static QPushButton* button(const QWidget& page, const QString& text) {
        for (auto* each : page.findChildren<QPushButton*>())
            if (each->text() == text) return each;
        ADD_FAILURE() << "no button " << text.toStdString();
        return nullptr;
    }
    static void choose(KeysPage& page, const QString& id) {
        auto* list = page.findChild<QTreeWidget*>();
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            if (list->topLevelItem(i)->data(0, Qt::UserRole).toString() == id) list->setCurrentItem(list->topLevelItem(i));
    }
    MainWindow window;
    Keys& keys = window.keys();
};

TEST_F(KeysTest, everyActionOfTheMenusIsThereUnderAnIdOfItsOwn) {
    std::set<QString> ids;
    for (const Keys::Entry& entry : keys.entries()) EXPECT_TRUE(ids.insert(entry.id).second) << entry.id.toStdString();
    for (const Command& command : commandsOf(*window.menuBar())) {
        if (command.path.startsWith("File ▸ Recent files") || command.path.startsWith("File ▸ Export ▸ Picture of a view") ||
            command.path.startsWith("View ▸ My layouts"))
            continue;  // what comes and goes
        EXPECT_TRUE(ids.contains(command.action->objectName())) << command.path.toStdString() << " has no id";
    }
    for (const char* id : {"file-save", "canvas-undo", "run-play", "panel-history", "perspective-train", "theme-dark"})
        EXPECT_NE(keys.find(id), nullptr) << id;
}

TEST_F(KeysTest, noTwoActionsHaveTheSameKeyToBeginWith) {
    for (const Keys::Entry& entry : keys.entries())
        for (const QKeySequence& key : keys.keysOf(entry)) {
            const Keys::Entry* other = keys.holder(key, entry.id);
            EXPECT_EQ(other, nullptr) << entry.id.toStdString() << " and " << (other ? other->id.toStdString() : "") << " have " << key.toString().toStdString();
            EXPECT_EQ(Keys::whyNot(key).toStdString(), "") << entry.id.toStdString();
        }
}

TEST_F(KeysTest, newKeysWorkAreShownAndAreKept) {
    const QKeySequence key("Ctrl+Alt+S");
    keys.give("file-save", {key});
    QAction* save = keys.find("file-save")->action;
    EXPECT_EQ(save->shortcuts(), QList<QKeySequence>{key});
    EXPECT_TRUE(save->toolTip().contains(key.toString(QKeySequence::NativeText))) << save->toolTip().toStdString();
    EXPECT_TRUE(shortcutSheet(*window.menuBar()).contains(key.toString(QKeySequence::NativeText)));
    keys.give("canvas-duplicate", {});
    const MainWindow next;
    EXPECT_EQ(const_cast<MainWindow&>(next).keys().find("file-save")->action->shortcut(), key);
    EXPECT_TRUE(const_cast<MainWindow&>(next).keys().find("canvas-duplicate")->action->shortcuts().isEmpty());
}

TEST_F(KeysTest, whoHadTheKeyLosesItAndResetGivesAllBack) {
    const auto usual = keys.find("canvas-duplicate")->standard;
    ASSERT_FALSE(usual.isEmpty());
    keys.give("file-save-as", {usual.front()});
    EXPECT_TRUE(keys.keysOf(*keys.find("canvas-duplicate")).isEmpty());
    keys.reset("canvas-duplicate");
    EXPECT_EQ(keys.keysOf(*keys.find("canvas-duplicate")), usual);
    EXPECT_TRUE(keys.keysOf(*keys.find("file-save-as")).isEmpty()) << "one key, one action";
    keys.resetAll();
    for (const Keys::Entry& entry : keys.entries()) EXPECT_TRUE(keys.isStandard(entry)) << entry.id.toStdString();
    EXPECT_TRUE(QSettings().allKeys().filter("keys/").isEmpty());
}

TEST_F(KeysTest, rubbishInTheSettingsDoesNoHarm) {
    QSettings().setValue("keys/file-save", QByteArrayLiteral("\xff\x00; ;;nonsense"));
    QSettings().setValue("keys/no-such-action", "Ctrl+S");
    MainWindow next;
    next.keys().resetAll();
    EXPECT_EQ(next.keys().find("file-save")->action->shortcut(), QKeySequence(QKeySequence::Save));
}

TEST_F(KeysTest, aConflictIsToldInWordsAndSolvedByAButton) {
    KeysPage page(keys);
    page.show();
    choose(page, "file-save-as");
    button(page, "Change…")->click();
    auto* recorder = page.findChild<QKeySequenceEdit*>();
    ASSERT_TRUE(recorder->isVisible());
    const QKeySequence taken = keys.find("canvas-duplicate")->standard.front();
    recorder->setKeySequence(taken);
    bool told = false;
    for (auto* label : page.findChildren<QLabel*>()) told = told || label->text().contains("Duplicate");
    EXPECT_TRUE(told);
    EXPECT_TRUE(keys.isStandard(*keys.find("file-save-as"))) << "nothing happens before the answer";
    button(page, "Leave it")->click();
    EXPECT_TRUE(keys.isStandard(*keys.find("canvas-duplicate")));
    button(page, "Change…")->click();
    recorder->setKeySequence(taken);
    button(page, "Use it here")->click();
    EXPECT_EQ(keys.keysOf(*keys.find("file-save-as")), QList<QKeySequence>{taken});
    EXPECT_TRUE(keys.keysOf(*keys.find("canvas-duplicate")).isEmpty());
}

TEST_F(KeysTest, whatTheDrawingNeedsIsRefusedAndAnotherKeyCanBeAdded) {
    KeysPage page(keys);
    page.show();
    choose(page, "about");
    button(page, "Change…")->click();
    page.findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(Qt::Key_Space));
    EXPECT_TRUE(keys.keysOf(*keys.find("about")).isEmpty());
    EXPECT_TRUE(button(page, "Use it here")->isHidden());
    for (const char* key : {"Ctrl+Alt+F1", "Ctrl+Alt+F2"}) {
        button(page, "Add another…")->click();
        page.findChild<QKeySequenceEdit*>()->setKeySequence(QKeySequence(key));
    }
    EXPECT_EQ(keys.keysOf(*keys.find("about")).size(), 2);
    button(page, "Usual keys")->click();
    EXPECT_TRUE(keys.keysOf(*keys.find("about")).isEmpty());
}

TEST_F(KeysTest, theListIsSearchedByNameAndByKey) {
    KeysPage page(keys);
    EXPECT_EQ(page.filter(""), static_cast<int>(keys.entries().size()));
    EXPECT_EQ(page.filter("duplicate"), 1);
    EXPECT_GE(page.filter("ctrl+d"), 1);
    EXPECT_EQ(page.filter("no such action"), 0);
}

}  // namespace
}  // namespace perceptarium::app
