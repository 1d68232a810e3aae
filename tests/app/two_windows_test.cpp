// Two windows on two projects do not disturb each other, whether in one process or in two: neither in the journal nor in the
// record of runs.
#include <gtest/gtest.h>
#include <signal.h>

#include <QAction>
#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "app/files.h"
#include "app/keys.h"
#include "app/main_window.h"
#include "train/run_record.h"
#include "ui/journal.h"

namespace perceptarium::app {
namespace {

Status rename(project::Document& document, const std::string& name) {
    document.name = name;
    return {};
}

/// The program as a process of its own, with a home of its own.
class Program {
public:
    Program(const QString& home, const QStringList& arguments) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.insert("XDG_DATA_HOME", home + "/data");
        environment.insert("XDG_CONFIG_HOME", home + "/config");
        environment.insert("XDG_CACHE_HOME", home + "/cache");
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(PERCEPTARIUM_PROGRAM, arguments);
    }
    ~Program() {
        process.kill();
        process.waitForFinished();
    }
    QProcess process;
};

TEST(TwoWindows, inOneProcessEachHasAJournalOfItsOwn) {
    const QTemporaryDir folder;
    ui::Workbench first;
    first.newProject();
    first.startJournal(folder.path());
    {
        ui::Workbench second;
        second.newProject();
        second.startJournal(folder.path());
        first.edit("Rename", [](auto& document) { return rename(document, "one"); });
        second.edit("Rename", [](auto& document) { return rename(document, "two"); });
        EXPECT_TRUE(QTest::qWaitFor([&] { return QDir(folder.path()).entryList({"*.json"}).size() == 2; }, 5000));
    }
    EXPECT_EQ(QDir(folder.path()).entryList({"*.json"}).size(), 1) << "the other's journal stays when one closes";
    EXPECT_TRUE(ui::Journal::leftBehind(folder.path()).empty()) << "who still lives has left nothing behind";
}

TEST(TwoWindows, inOneProcessBothTrainAndBothAreRecorded) {
    QSettings().clear();
    MainWindow first, second;
    for (auto* window : {&first, &second}) {
        window->files().askAboutWork = [](bool) { return Files::Answer::Leave; };
        ASSERT_TRUE(window->files().open(window == &first ? "spiral" : "logistic-regression"));
        window->workbench().edit("few", [](project::Document& document) -> Status {
            document.training.epochs = 3;
            return {};
        });
        ASSERT_TRUE(QTest::qWaitFor([&] { return window->workbench().trainer() != nullptr; }, 30000));
        window->workbench().play();
    }
    const auto finished = [](MainWindow& window) { return window.workbench().standing().phase == train::Phase::Finished; };
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished(first) && finished(second); }, 60000));
    const auto one = first.workbench().standing().run, two = second.workbench().standing().run;
    EXPECT_GT(one, 0);
    EXPECT_GT(two, 0);
    EXPECT_NE(one, two);
    EXPECT_NE(first.workbench().document().name, second.workbench().document().name);
    EXPECT_FALSE(second.workbench().history().canUndo() && second.workbench().history().undoName() != "few");
}

TEST(TwoWindows, twoProcessesTrainAtOnceAndAllIsRecorded) {
    const QTemporaryDir home;
    Program first(home.path(), {"train", "spiral", "--epochs", "3", "--quiet"});
    Program second(home.path(), {"train", "logistic-regression", "--epochs", "3", "--quiet"});
    for (Program* each : {&first, &second}) {
        ASSERT_TRUE(each->process.waitForFinished(60000));
        EXPECT_EQ(each->process.exitCode(), 0) << each->process.readAll().toStdString();
    }
    const auto record = train::RunRecord::open((home.path() + "/data/perceptarium/runs.sqlite").toStdString());
    ASSERT_TRUE(record) << record.error().message();
    const auto runs = (*record)->runs();
    ASSERT_TRUE(runs);
    std::set<std::string> projects;
    for (const auto& run : *runs) {
        EXPECT_EQ(run.state, train::RunState::Finished);
        projects.insert(run.project);
    }
    EXPECT_EQ(projects.size(), 2u);
}

TEST(TwoWindows, oneThatCrashesLeavesTheOtherAloneAndOnlyItsOwnDrawingBehind) {
    const QTemporaryDir home;
    const QString journals = home.path() + "/data/perceptarium/journal";
    Program stays(home.path(), {"spiral"}), crashes(home.path(), {"logistic-regression"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return QDir(journals).entryList({"*.json"}).size() == 2; }, 30000))
        << stays.process.readAll().toStdString() << crashes.process.readAll().toStdString();
    const qint64 id = crashes.process.processId();
    ::kill(static_cast<pid_t>(id), SIGKILL);
    ASSERT_TRUE(crashes.process.waitForFinished(10000));
    const auto left = ui::Journal::leftBehind(journals);
    ASSERT_EQ(left.size(), 1u);
    EXPECT_TRUE(left[0].journal.contains(QString::number(id))) << left[0].journal.toStdString();
    EXPECT_EQ(stays.process.state(), QProcess::Running);
}

TEST(TwoWindows, theMenuHasANewWindow) {
    MainWindow window;
    const Keys::Entry* entry = window.keys().find("new-window");
    ASSERT_NE(entry, nullptr);
    EXPECT_EQ(entry->action->shortcut(), QKeySequence("Ctrl+Shift+N"));
}

}  // namespace
}  // namespace perceptarium::app
