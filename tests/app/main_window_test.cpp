// The window as a whole, offscreen: it opens on something alive, keeps its layout, loses no work, and offers what a crash left.
#include <gtest/gtest.h>

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QListWidget>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>
#include <set>
#include <thread>

#include "app/command_palette.h"
#include "app/dock.h"
#include "app/files.h"
#include "app/help.h"
#include "app/layouts.h"
#include "app/main_window.h"
#include "app/offer_bar.h"
#include "exchange/project_file.h"
#include "train/run_record.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/network_canvas.h"
#include "ui/journal.h"
#include "ui/panels/lesson_panel.h"
#include "ui/shared/layer_list.h"
#include "ui/views/view.h"

namespace perceptarium::app {
namespace {

class MainWindowTest : public ::testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        make();
    }
    void make() {
        window = std::make_unique<MainWindow>();
        window->files().askAboutWork = [this](bool training) {
            asked.push_back(training);
            return answer;
        };
        window->restoreLayout();
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(window.get()));
    }
    void open(const QString& name) {
        ASSERT_TRUE(window->files().open(name));
        if (name == "mlp-digits")  // 70,000 pictures are too many to wait for
            workbench().edit("few", [](project::Document& document) -> Status {
                document.data.settings = {{"train", std::int64_t{6000}}, {"test", std::int64_t{500}}};
                return {};
            });
        ASSERT_TRUE(QTest::qWaitFor([this] { return workbench().trainer() != nullptr; }, 30000)) << workbench().whyNotReady().toStdString();
    }
    ui::Workbench& workbench() { return window->workbench(); }
    QAction* action(const QString& path) const {
        for (const Command& command : commandsOf(*window->menuBar()))
            if (command.path == path) return command.action;
        ADD_FAILURE() << "no action " << path.toStdString();
        return nullptr;
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        const QPointF place(400, 300);
        QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &event);
    }
    std::vector<bool> asked;  // was the training running, by question
    Files::Answer answer = Files::Answer::Leave;
    std::unique_ptr<MainWindow> window;
};

TEST_F(MainWindowTest, everyPanelAndEveryViewHasADockAndAMenuEntry) {
    for (const char* id : {"palette", "inspector", "training", "data", "problems", "log", "runs"}) EXPECT_NE(window->dock(id), nullptr) << id;
    const auto commands = commandsOf(*window->menuBar());
    for (const Dock* dock : window->docks()) {
        bool found = false;
        for (const Command& command : commands) found = found || command.action == dock->toggleViewAction();
        EXPECT_TRUE(found) << dock->id().toStdString();
        EXPECT_FALSE(dock->meaning().isEmpty()) << dock->id().toStdString();
    }
    for (const ui::ViewSpec* spec : ui::allViews()) EXPECT_NE(window->dock(QString::fromStdString(spec->id)), nullptr) << spec->id;
}

TEST_F(MainWindowTest, hiddenViewsAreNotEvenMade) {
    window->arrange(Perspective::Build);
    QCoreApplication::processEvents();
    MainWindow fresh;
    for (const ui::ViewSpec* spec : ui::allViews()) EXPECT_FALSE(fresh.dock(QString::fromStdString(spec->id))->isMade()) << spec->id;
}

TEST_F(MainWindowTest, everyViewCanBeShownWhileTraining) {
    open("spiral");
    for (const ui::ViewSpec* spec : ui::allViews()) {
        Dock* dock = window->dock(QString::fromStdString(spec->id));
        dock->bringUp();
        EXPECT_TRUE(dock->isMade()) << spec->id;
        workbench().stepBatch();
        QTest::qWait(60);
        EXPECT_FALSE(dock->content()->grab().isNull()) << spec->id;
    }
}

TEST_F(MainWindowTest, playTrainsTheReadyProject) {
    open("logistic-regression");
    action("Run ▸ Play")->trigger();
    EXPECT_TRUE(QTest::qWaitFor([this] { return workbench().standing().step > 0; }, 20000));
    workbench().stop();
}

TEST_F(MainWindowTest, longFileWorkLeavesTheWindowAliveAndItsErrorsArrive) {
    open("logistic-regression");
    int ticks = 0;
    QObject::connect(&workbench(), &ui::Workbench::tick, window.get(), [&] { ++ticks; });
    const auto here = std::this_thread::get_id();
    auto there = here;
    workbench().longWork("Something long", [&] {
        there = std::this_thread::get_id();
        std::this_thread::sleep_for(std::chrono::milliseconds(600));
    });
    EXPECT_NE(there, here);
    EXPECT_GT(ticks, 5);
    EXPECT_THROW(workbench().longWork("Something wrong", [] { throw std::runtime_error("no"); }), std::runtime_error);
    EXPECT_FALSE(workbench().save("/nowhere/at/all.percept"));
    QTemporaryDir folder;
    EXPECT_TRUE(workbench().save(folder.filePath("it.percept")));
}

TEST_F(MainWindowTest, noTwoActionsShareAShortcut) {
    std::map<QString, QString> seen;
    for (const Command& command : commandsOf(*window->menuBar())) {
        for (const QKeySequence& key : command.action->shortcuts()) {
            if (key.isEmpty()) continue;
            const auto [other, isNew] = seen.emplace(key.toString(), command.path);
            EXPECT_TRUE(isNew) << key.toString().toStdString() << ": " << command.path.toStdString() << " and "
                               << other->second.toStdString();
        }
    }
    EXPECT_GT(seen.size(), 25U);
}

TEST_F(MainWindowTest, theTitleNamesTheProjectAndMarksWhatIsNotSaved) {
    open("logistic-regression");
    EXPECT_TRUE(window->windowTitle().contains(QString::fromStdString(workbench().document().name)));
    EXPECT_FALSE(window->isWindowModified());
    workbench().edit("x", [](project::Document& document) -> Status {
        document.training.epochs += 1;
        return {};
    });
    EXPECT_TRUE(window->isWindowModified());
    workbench().undo();
    EXPECT_FALSE(window->isWindowModified());
}

TEST_F(MainWindowTest, aSavedProjectIsRecentAndOpensAgainAsItWas) {
    open("logistic-regression");
    workbench().stepEpoch();
    ASSERT_TRUE(QTest::qWaitFor([this] { return workbench().standing().phase == train::Phase::Paused && workbench().standing().epoch == 1; }, 20000));
    const QTemporaryDir folder;
    const QString path = folder.filePath("mein Netz é.percept");
    ASSERT_TRUE(window->files().saveTo(path));
    EXPECT_FALSE(window->isWindowModified());
    EXPECT_EQ(window->files().recent().value(0), path);
    const auto document = workbench().document();
    open("spiral");
    EXPECT_TRUE(asked.empty()) << "nothing was lost, so nothing is asked";
    open(path);
    EXPECT_EQ(workbench().document(), document);
    EXPECT_TRUE(QTest::qWaitFor([this] { return workbench().standing().epoch == 1; }, 20000));
}

TEST_F(MainWindowTest, aFileThatCannotBeOpenedChangesNothing) {
    open("logistic-regression");
    const auto document = workbench().document();
    const QTemporaryDir folder;
    QFile file(folder.filePath("broken.percept"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("PK\x03\x04 not really");
    file.close();
    EXPECT_FALSE(workbench().open(file.fileName()));
    EXPECT_EQ(workbench().document(), document);
}

TEST_F(MainWindowTest, closingWithChangesAsksAndStayMeansStay) {
    open("logistic-regression");
    workbench().edit("x", [](project::Document& document) -> Status {
        document.name = "changed";
        return {};
    });
    answer = Files::Answer::Stay;
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(window->isVisible());
    EXPECT_EQ(asked, std::vector<bool>{false});
    answer = Files::Answer::Leave;
    EXPECT_TRUE(window->close());
}

TEST_F(MainWindowTest, closingWhileTrainingAsksAboutTheTraining) {
    open("mlp-digits");
    ASSERT_TRUE(workbench().edit("endless", [](project::Document& document) -> Status {
        document.training.epochs = 900'000;
        return {};
    }));
    ASSERT_TRUE(QTest::qWaitFor([this] { return workbench().trainer() != nullptr; }, 20000));
    workbench().play();
    ASSERT_TRUE(QTest::qWaitFor([this] { return workbench().standing().step > 0; }, 20000));
    answer = Files::Answer::Stay;
    EXPECT_FALSE(window->close());
    EXPECT_EQ(asked, std::vector<bool>{true});
    const train::Phase phase = workbench().standing().phase;
    EXPECT_TRUE(phase == train::Phase::Running || phase == train::Phase::Evaluating) << "cancel leaves it running";
    answer = Files::Answer::Leave;
    EXPECT_TRUE(window->close());
    EXPECT_TRUE(QTest::qWaitFor([this] { return workbench().standing().phase == train::Phase::Stopped; }, 20000));
}

TEST_F(MainWindowTest, f1ShowsTheSectionOfTheSelectedLayerAndItsLinksOpenWhatTheySay) {
    open("spiral");
    network::NodeId dense = network::kNoNode;
    for (const auto& [id, node] : workbench().graph().nodes())
        if (node.layer == "dense" && dense == network::kNoNode) dense = id;
    workbench().select({dense});
    window->canvas().setFocus();
    QTest::keyClick(&window->canvas(), Qt::Key_F1);
    auto* lesson = static_cast<ui::LessonPanel*>(window->dock("lesson")->content());
    EXPECT_FALSE(window->dock("lesson")->isHidden());
    EXPECT_EQ(lesson->section(), "2.1");
    EXPECT_EQ(action("Help ▸ Lesson on the selected layer")->shortcut(), QKeySequence(Qt::Key_F1));

    auto* page = lesson->findChild<QTextBrowser*>();
    emit page->anchorClicked(QUrl("layer:conv2d"));
    EXPECT_FALSE(window->dock("palette")->isHidden()) << "this drawing has no convolution";
    EXPECT_EQ(window->dock("palette")->content()->findChild<ui::LayerList*>()->currentLayer(), "conv2d");
    emit page->anchorClicked(QUrl("ready:logistic-regression"));
    EXPECT_EQ(workbench().document().name, "Logistic regression");
    EXPECT_TRUE(asked.empty()) << "nothing was lost, so nothing is asked";
    EXPECT_EQ(lesson->section(), "2.1") << "one reads on";
}

TEST_F(MainWindowTest, theLayoutComesBack) {
    window->resize(1300, 800);
    window->dock("log")->close();
    window->dock("palette")->close();
    window->dock("runs")->bringUp();
    QCoreApplication::processEvents();
    ASSERT_TRUE(window->close());
    make();
    EXPECT_TRUE(window->dock("log")->isHidden());
    EXPECT_TRUE(window->dock("palette")->isHidden());
    EXPECT_FALSE(window->dock("runs")->isHidden());
    action("View ▸ Reset layout")->trigger();
    EXPECT_FALSE(window->dock("palette")->isHidden());
}

TEST_F(MainWindowTest, aDamagedLayoutIsNotUsed) {
    QSettings().setValue("window/docks", QByteArray("rubbish"));
    QSettings().setValue("window/geometry", QByteArray("rubbish"));
    make();
    EXPECT_FALSE(window->dock("palette")->isHidden());
}

TEST_F(MainWindowTest, perspectivesShowWhatTheyAreFor) {
    window->arrange(Perspective::Data);
    EXPECT_FALSE(window->dock("data")->isHidden());
    EXPECT_TRUE(window->dock("palette")->isHidden());
    window->arrange(Perspective::Inspect);
    int views = 0;
    for (const ui::ViewSpec* spec : ui::allViews()) views += !window->dock(QString::fromStdString(spec->id))->isHidden();
    EXPECT_EQ(views, static_cast<int>(ui::allViews().size()));
    window->arrange(Perspective::Build);
    EXPECT_FALSE(window->dock("palette")->isHidden());
    EXPECT_FALSE(window->dock("problems")->isHidden());
}

TEST_F(MainWindowTest, focusModeAndStartPageBringAllDocksBack) {
    std::set<QString> before;
    for (const Dock* dock : window->docks())
        if (!dock->isHidden()) before.insert(dock->id());
    QAction* focus = action("View ▸ Focus mode");
    focus->trigger();
    for (const Dock* dock : window->docks()) EXPECT_TRUE(dock->isHidden()) << dock->id().toStdString();
    window->showStartPage(true);
    focus->trigger();
    window->showStartPage(false);
    std::set<QString> after;
    for (const Dock* dock : window->docks())
        if (!dock->isHidden()) after.insert(dock->id());
    EXPECT_EQ(before, after);
}

TEST_F(MainWindowTest, aDroppedTableBecomesTheData) {
    open("table");
    const QTemporaryDir folder;
    QFile file(folder.filePath("fruit é.csv"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("weight,kind\n");
    for (int i = 0; i < 30; ++i) file.write(QByteArray::number(100 + i % 7) + (i % 2 ? ",apple\n" : ",plum\n"));
    file.close();
    drop(file.fileName());
    EXPECT_EQ(workbench().document().data.source, "csv");
    EXPECT_TRUE(QTest::qWaitFor([this] { return workbench().data() && workbench().data()->dataset->info().size == 30; }, 20000));
    while (workbench().history().canUndo()) workbench().undo();
    EXPECT_NE(settingOr<std::string>(workbench().document().data.settings, "path", ""), file.fileName().toStdString());
}

TEST_F(MainWindowTest, aDroppedProjectOpens) {
    open("logistic-regression");
    const QTemporaryDir folder;
    const QString path = folder.filePath("mine.percept");
    ASSERT_TRUE(window->files().saveTo(path));
    open("spiral");
    drop(path);
    EXPECT_EQ(workbench().filePath(), path);
}

TEST_F(MainWindowTest, commandsAreFoundByLettersInOrder) {
    EXPECT_GT(fitOf("epo", "Run ▸ One epoch"), 0);
    EXPECT_GT(fitOf("one ep", "Run ▸ One epoch"), 0);
    EXPECT_LT(fitOf("xyz", "Run ▸ One epoch"), 0);
    EXPECT_GT(fitOf("rl", "Reset layout"), fitOf("rl", "forlorn")) << "starts of words count more";
    window->showCommandPalette();
    auto* palette = window->findChild<CommandPalette*>();
    ASSERT_NE(palette, nullptr);
    auto* typed = palette->findChild<QLineEdit*>();
    auto* list = palette->findChild<QListWidget*>();
    QTest::keyClicks(typed, "reset lay");
    ASSERT_GT(list->count(), 0);
    EXPECT_EQ(list->item(0)->text(), "View ▸ Reset layout");
    window->dock("palette")->close();
    QTest::keyClick(typed, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([this] { return !window->dock("palette")->isHidden(); }, 2000));
}

TEST_F(MainWindowTest, theShortcutSheetIsMadeFromTheMenus) {
    const QString sheet = shortcutSheet(*window->menuBar());
    EXPECT_TRUE(sheet.contains("F5"));
    EXPECT_TRUE(sheet.contains("Ctrl+Shift+P"));
    EXPECT_TRUE(sheet.contains("One epoch"));
}

TEST_F(MainWindowTest, aDrawingThatACrashLeftIsOfferedAndRestored) {
    QDir().mkpath(ui::Journal::standardFolder());
    project::Document document = exchange::loadProject("spiral")->document;
    document.name = "lost and found";
    // Process numbers that cannot be running. One of the windows showed a ready project as it is, which is no loss; two
    // showed the same.
    const auto leave = [](int process, const project::Document& left) {
        QJsonObject json;
        json["file"] = QString();
        json["document"] = QString::fromStdString(exchange::documentText(left));
        QFile file(QDir(ui::Journal::standardFolder()).filePath(QStringLiteral("%1.json").arg(process)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(json).toJson());
    };
    leave(2147483644, exchange::loadProject("spiral")->document);
    leave(2147483645, document);
    leave(2147483646, document);

    open("logistic-regression");
    window->watchForCrashes();
    auto* offers = window->findChild<OfferBar*>();
    ASSERT_FALSE(offers->isEmpty());
    EXPECT_TRUE(offers->accessibleName().contains("lost and found"));
    const_cast<QPushButton&>(offers->yes()).click();
    EXPECT_EQ(workbench().document().name, "lost and found");
    EXPECT_TRUE(workbench().isModified());
    EXPECT_TRUE(offers->isEmpty());
    for (const QString& file : QDir(ui::Journal::standardFolder()).entryList(QDir::Files)) EXPECT_FALSE(file.startsWith("21474836"));
    auto* canvas = window->findChild<ui::NetworkCanvas*>();  // which shows all of it
    const QRectF seen = canvas->mapToScene(canvas->viewport()->rect()).boundingRect();
    EXPECT_TRUE(seen.contains(canvas->drawing().drawingRect()));
}

TEST_F(MainWindowTest, aKilledTrainingIsOfferedAndGoneOnWith) {
    QProcess other;
    other.start(PERCEPTARIUM_PROGRAM, {"train", "logistic-regression", "--epochs", "1000000", "--quiet"});
    ASSERT_TRUE(other.waitForStarted());
    auto record = train::RunRecord::open(train::standardRecordPath());
    ASSERT_TRUE(record);
    std::int64_t run = 0, step = 0;
    const auto hasCheckpoint = [&] {
        const auto runs = (*record)->runs();
        for (const train::RunSummary& each : runs ? *runs : std::vector<train::RunSummary>{})
            if (each.epochsWanted == 1000000) run = each.id;
        if (run == 0) return false;
        const auto checkpoint = (*record)->checkpoint(run);
        if (checkpoint && *checkpoint) step = (*checkpoint)->step;
        return step > 0;
    };
    ASSERT_TRUE(QTest::qWaitFor(hasCheckpoint, 20000)) << other.readAllStandardError().toStdString();
    other.kill();
    ASSERT_TRUE(other.waitForFinished());

    window->watchForCrashes();
    auto* offers = window->findChild<OfferBar*>();
    ASSERT_FALSE(offers->isEmpty());
    EXPECT_TRUE(offers->accessibleName().contains("interrupted"));
    const_cast<QPushButton&>(offers->yes()).click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return workbench().standing().run == run && workbench().standing().step > step; }, 20000));
    workbench().stop();
}

}  // namespace
}  // namespace perceptarium::app
