// Preferences: each can be set, found and reset, works at once, and nothing that is kept can do harm.
#include "ui/preferences.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPointingDevice>
#include <QSettings>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include "app/keys.h"
#include "app/main_window.h"
#include "app/preference_rows.h"
#include "app/preferences_dialog.h"
#include "data/limits.h"
#include "kernels/thread_pool.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {
namespace {

using ui::Preference;
using ui::Preferences;
namespace settings = ui::settings;

class PreferencesTest : public ::testing::Test {
protected:
    PreferencesTest() { clear(); }
    ~PreferencesTest() override { clear(); }
    static void clear() {
        for (const Preference& each : Preferences::all()) Preferences::instance().reset(each.name);
        QSettings().clear();
    }
    Preferences& preferences = Preferences::instance();
};

TEST_F(PreferencesTest, everyOneHasWordsAndAStandardThatMakesSense) {
    for (const Preference& each : Preferences::all()) {
        EXPECT_GT(std::string(each.title).size(), 0u) << each.name;
        EXPECT_GT(std::string(each.meaning).size(), 20u) << each.name;
        EXPECT_TRUE(preferences.isStandard(each.name)) << each.name;
        EXPECT_EQ(preferences.value(each.name), each.standard) << each.name;
        if (each.kind == Preference::Kind::Choice) {
            EXPECT_GE(each.options.size(), 2u) << each.name;
        }
    }
}

TEST_F(PreferencesTest, whatIsSetIsKeptToldOnceAndCanBeReset) {
    std::vector<QString> told;
    QObject owner;
    QObject::connect(&preferences, &Preferences::changed, &owner, [&](const QString& name) { told.push_back(name); });
    preferences.set(settings::kAutosave, 5);
    preferences.set(settings::kAutosave, 5);
    EXPECT_EQ(told, std::vector<QString>{settings::kAutosave});
    EXPECT_EQ(QSettings().value(settings::kAutosave).toInt(), 5);
    preferences.reset(settings::kAutosave);
    EXPECT_FALSE(QSettings().contains(settings::kAutosave));
    EXPECT_EQ(told.size(), 2u);
}

TEST_F(PreferencesTest, whatMakesNoSenseIsNotTakenAndRubbishReadsAsTheStandard) {
    preferences.set(settings::kAutosave, -3);
    preferences.set(settings::kWheel, "sideways");
    EXPECT_TRUE(preferences.isStandard(settings::kAutosave));
    EXPECT_TRUE(preferences.isStandard(settings::kWheel));
    for (const Preference& each : Preferences::all()) {
        for (const QVariant& rubbish : {QVariant("\xff\xfe rubbish"), QVariant(1e300), QVariant(QByteArray(100, 'x')), QVariant(QStringList{"a", "b"})}) {
            QSettings().setValue(each.name, rubbish);
            const QVariant value = preferences.value(each.name);
            if (each.kind != Preference::Kind::YesNo) {
                EXPECT_EQ(value, each.standard) << each.name << " with " << rubbish.toString().toStdString();
            }
        }
        QSettings().remove(each.name);
    }
}

TEST_F(PreferencesTest, rowsAreSearchedAndTheirEditorsAreLive) {
    PreferenceRows rows;
    EXPECT_EQ(rows.filter(""), static_cast<int>(Preferences::all().size()));
    EXPECT_EQ(rows.filter("wheel"), 1);
    EXPECT_GE(rows.filter("TRAINING"), 2) << "a section is found with all that is in it";
    EXPECT_EQ(rows.filter("xyzzy"), 0);
    auto* wheel = rows.findChild<QComboBox*>(settings::kWheel);
    wheel->setCurrentIndex(wheel->findData("zoom"));
    EXPECT_EQ(preferences.choice(settings::kWheel), "zoom");
    auto* autosave = rows.findChild<QSpinBox*>(settings::kAutosave);
    preferences.set(settings::kAutosave, 7);
    EXPECT_EQ(autosave->value(), 7) << "changes from elsewhere are seen";
    rows.findChild<QCheckBox*>(settings::kNotify)->click();
    EXPECT_FALSE(preferences.yes(settings::kNotify));
    for (auto* button : rows.findChildren<QToolButton*>()) {
        EXPECT_FALSE(button->accessibleName().isEmpty());
        if (button->accessibleName().contains("Mouse wheel")) button->click();
    }
    EXPECT_EQ(preferences.choice(settings::kWheel), "scroll");
}

TEST_F(PreferencesTest, theSearchLeadsToThePageWhereSomethingIsFound) {
    MainWindow window;
    PreferencesDialog dialog(window.keys());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto* pages = dialog.findChild<QTabWidget*>();
    auto* search = dialog.findChild<QLineEdit*>();
    ASSERT_EQ(pages->currentIndex(), 0);
    search->setText("check gradients");
    EXPECT_EQ(pages->currentIndex(), 1);
    EXPECT_EQ(pages->tabText(1), "Keys (1)");
    search->setText("snap to grid");
    EXPECT_EQ(pages->tabText(0), "Settings (1)");
    search->clear();
    EXPECT_EQ(pages->tabText(0), "Settings");
}

TEST_F(PreferencesTest, theyWorkInTheWindowAtOnce) {
    MainWindow window;
    window.show();
    auto& canvas = window.canvas();
    const auto wheel = [&](Qt::KeyboardModifiers held) {
        QWheelEvent event(QPointF(50, 50), canvas.viewport()->mapToGlobal(QPointF(50, 50)), {}, {0, 120}, Qt::NoButton, held, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(canvas.viewport(), &event);
    };
    const double before = canvas.zoom();
    wheel(Qt::NoModifier);
    EXPECT_DOUBLE_EQ(canvas.zoom(), before);
    preferences.set(settings::kWheel, "zoom");
    wheel(Qt::NoModifier);
    EXPECT_GT(canvas.zoom(), before);

    preferences.set(settings::kSnap, false);
    EXPECT_FALSE(canvas.snapsToGrid());
    EXPECT_FALSE(window.keys().find("canvas-snap")->action->isChecked());
    window.keys().find("canvas-snap")->action->trigger();
    EXPECT_TRUE(preferences.yes(settings::kSnap)) << "the menu sets the same thing";

    preferences.set(settings::kAppearance, "dark");
    EXPECT_TRUE(ui::isDark());
    EXPECT_TRUE(window.keys().find("theme-dark")->action->isChecked());
    window.keys().find("theme-light")->action->trigger();
    EXPECT_FALSE(ui::isDark());
    EXPECT_EQ(preferences.choice(settings::kAppearance), "light");

    preferences.set(settings::kThreads, 1);
    EXPECT_EQ(kernels::cores(), 1);
    preferences.reset(settings::kThreads);
    EXPECT_GE(kernels::cores(), 1);
    preferences.set(settings::kAnimations, false);
    EXPECT_FALSE(window.isAnimated());
}

TEST_F(PreferencesTest, theThemeOfAnOlderVersionIsCarriedOverOnce) {
    QSettings().setValue(settings::kOldAppearance, 1);
    preferences.set(settings::kAnimations, false);  // in the group that has the old name
    preferences.carryOver();
    EXPECT_EQ(preferences.choice(settings::kAppearance), "dark");
    EXPECT_FALSE(preferences.yes(settings::kAnimations)) << "the others of the group stay";
    EXPECT_FALSE(QSettings().contains(settings::kOldAppearance));
    preferences.set(settings::kAppearance, "light");
    preferences.carryOver();
    EXPECT_EQ(preferences.choice(settings::kAppearance), "light") << "only once";
    QSettings().setValue(settings::kOldAppearance, 1);
    preferences.carryOver();
    EXPECT_EQ(preferences.choice(settings::kAppearance), "light") << "what was chosen since is not overridden";
    preferences.reset(settings::kAppearance);
    for (const QVariant& rubbish : {QVariant(7), QVariant("dusk"), QVariant(2)}) {
        QSettings().setValue(settings::kOldAppearance, rubbish);
        preferences.carryOver();
        EXPECT_TRUE(preferences.isStandard(settings::kAppearance)) << rubbish.toString().toStdString();
        EXPECT_FALSE(QSettings().contains(settings::kOldAppearance));
    }
}

TEST_F(PreferencesTest, theOldThemeIsReadFromAFileAsItWasWritten) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("old.conf");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[General]\nappearance=1\n\n[appearance]\nlanguage=de\n");  // a value and a group of one name
    file.close();
    const QSettings old(path, QSettings::IniFormat);
    EXPECT_EQ(old.value(settings::kOldAppearance).toString(), "1");
    EXPECT_EQ(old.value(settings::kLanguage).toString(), "de");
}

TEST_F(PreferencesTest, theMemoryForDataIsALimitOfTheReaders) {
    EXPECT_EQ(preferences.number(settings::kDataMemory), 4);
    {
        const MainWindow window;
        preferences.set(settings::kDataMemory, 2);
        EXPECT_EQ(data::limits::setBytes(), 2048 * data::limits::kMiB);
        preferences.reset(settings::kDataMemory);
    }
    EXPECT_EQ(data::limits::setBytes(), data::limits::kUsualSetBytes);
}

}  // namespace
}  // namespace perceptarium::app
