// What surrounds the drawing: layouts of one's own, the lesson, thumbnails, notes of the desktop, progress with a Cancel,
// languages.
#include <gtest/gtest.h>

#include <QAction>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QXmlStreamReader>
#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <thread>

#include "app/aside.h"
#include "app/dock.h"
#include "app/files.h"
#include "app/main_window.h"
#include "base/work_scope.h"
#include "exchange/atomic_file.h"
#include "fresh_settings.h"
#include "network/block_edits.h"
#include "network/frame_edits.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/network_canvas.h"
#include "ui/desktop_note.h"
#include "ui/languages.h"
#include "ui/panels/start_page.h"
#include "ui/preferences.h"
#include "ui/thumbnails.h"

namespace perceptarium::app {
namespace {

class AroundTheWindow : FreshSettings, public ::testing::Test {
protected:
    AroundTheWindow() {
        window.files().askAboutWork = [](bool) { return Files::Answer::Leave; };
        window.restoreLayout();
        window.show();
        EXPECT_TRUE(window.files().open("spiral"));
    }
    ui::Workbench& workbench() { return window.workbench(); }
    QStringList shown() const {
        QStringList ids;
        for (const Dock* dock : window.docks())
            if (!dock->isHidden()) ids << dock->id();
        return ids;
    }
    MainWindow window;
};

// --- layouts -------------------------------------------------------------------------------------------------------------

TEST_F(AroundTheWindow, layoutsAreKeptUnderNamesOfOnesOwn) {
    window.arrange(Perspective::Build);
    const QStringList build = shown();
    window.keepLayout("Übung 1/a");
    window.arrange(Perspective::Inspect);
    ASSERT_NE(shown(), build);
    window.keepLayout("other");
    EXPECT_EQ(window.layouts(), (QStringList{"other", "Übung 1/a"}));
    EXPECT_TRUE(window.useLayout("Übung 1/a"));
    EXPECT_EQ(shown(), build);
    window.keepLayout("   ");
    EXPECT_EQ(window.layouts().size(), 2);
    window.forgetLayout("other");
    EXPECT_EQ(window.layouts(), QStringList{"Übung 1/a"});
    EXPECT_FALSE(window.useLayout("other"));
    QSettings().setValue("layouts/6162", QByteArray("rubbish"));
    EXPECT_FALSE(window.useLayout("ab"));
    EXPECT_EQ(shown(), build) << "what cannot be used changes nothing";
}

TEST_F(AroundTheWindow, learningHasTheLessonBesideTheDrawing) {
    window.arrange(Perspective::Learn);
    EXPECT_TRUE(shown().contains("lesson"));
    EXPECT_TRUE(window.canvas().isVisible());
    auto* page = window.dock("lesson")->content()->findChild<QTextBrowser*>();
    EXPECT_TRUE(page->toPlainText().contains(QString::fromStdString(workbench().document().description).left(20)));
}

TEST_F(AroundTheWindow, theLessonCanBeWrittenAndUndone) {
    QWidget* lesson = window.dock("lesson")->content();
    const std::string before = workbench().document().description;
    lesson->findChild<QToolButton*>()->click();
    auto* editor = lesson->findChild<QPlainTextEdit*>();
    editor->setPlainText("# Try this\n\nMake it **deeper**.");
    EXPECT_EQ(workbench().document().description, "# Try this\n\nMake it **deeper**.");
    lesson->findChild<QToolButton*>()->click();
    EXPECT_EQ(lesson->findChild<QTextBrowser*>()->toPlainText(), "Try this\nMake it deeper.");
    workbench().undo();
    EXPECT_EQ(workbench().document().description, before);
    EXPECT_EQ(editor->toPlainText().toStdString(), before);
}

// --- thumbnails ----------------------------------------------------------------------------------------------------------

TEST_F(AroundTheWindow, savedProjectsGetThumbnailsThatTheStartPageShows) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.percept");
    ASSERT_TRUE(window.files().saveTo(path));
    const QImage picture = ui::thumbnailOf(path);
    ASSERT_FALSE(picture.isNull());
    EXPECT_LE(std::max(picture.width(), picture.height()), 256);
    int drawn = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) drawn += qAlpha(picture.pixel(x, y)) > 100;
    EXPECT_GT(drawn, 300) << "there is something on it";
    bool seen = false;
    for (auto* button : window.findChild<ui::StartPage*>()->findChildren<QPushButton*>())
        if (button->text().startsWith("a.percept")) seen = button->icon().pixmap(80, 50).toImage().width() > 0 && button->toolTip().contains("saved");
    EXPECT_TRUE(seen);

    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
    file.close();
    EXPECT_TRUE(ui::thumbnailOf(path).isNull()) << "the file is another one now";
}

TEST(Thumbnails, showFramesAndNotesInTheirColours) {
    network::Graph graph;
    const network::NodeId node = *network::addNode(graph, "dense", {0, 0});
    const QImage plain = ui::drawThumbnail(graph);
    network::Frame frame = *graph.findFrame(network::frameAround(graph, {node}, "Part"));
    frame.tint = network::Tint::Red;
    ASSERT_TRUE(network::changeFrame(graph, frame));
    network::addNote(graph, "What it is for", {0, 200});
    const QImage drawn = ui::drawThumbnail(graph);
    const auto reddish = [](const QImage& image) {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                count += colour.alpha() > 10 && colour.red() > colour.green() + 40 && colour.red() > colour.blue() + 40;
            }
        return count;
    };
    EXPECT_EQ(reddish(plain), 0);
    EXPECT_GT(reddish(drawn), 500);
    network::Graph onlyNote;
    network::addNote(onlyNote, "Nothing yet", {0, 0});
    EXPECT_NE(ui::drawThumbnail(onlyNote), ui::drawThumbnail({}));
    if (const QString where = qEnvironmentVariable("THUMBNAIL"); !where.isEmpty()) drawn.save(where);
}

TEST_F(AroundTheWindow, rubbishAsAThumbnailIsNoThumbnail) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("b.percept");
    ASSERT_TRUE(window.files().saveTo(path));
    for (const QByteArray& rubbish : {QByteArray(), QByteArray("no picture"), QByteArrayLiteral("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0")}) {
        QFile file(ui::thumbnailPath(path));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(rubbish);
        file.close();
        EXPECT_TRUE(ui::thumbnailOf(path).isNull());
    }
}

// --- progress and Cancel -------------------------------------------------------------------------------------------------

TEST_F(AroundTheWindow, longWorkShowsHowFarItIsAndCanBeCancelled) {
    auto* progress = window.statusBar()->findChild<QProgressBar*>();
    ASSERT_NE(progress, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workbench().trainer() != nullptr && !progress->isVisible(); }, 30000));
    QToolButton* cancel = nullptr;
    for (auto* button : window.statusBar()->findChildren<QToolButton*>())
        if (button->accessibleName() == "Cancel") cancel = button;
    ASSERT_NE(cancel, nullptr);
    bool wasShown = false, typed = false;
    const std::string name = workbench().document().name;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &window, [&] {
        if (!progress->isVisible()) return;
        wasShown = true;
        typed = true;
        QTest::keyClick(&window.canvas(), Qt::Key_Delete);  // the window takes no input meanwhile
        QTest::mouseClick(cancel, Qt::LeftButton);
    });
    watch.start(50);
    workbench().select({workbench().graph().nodes().begin()->first});
    const std::size_t nodes = workbench().graph().nodes().size();
    Status ended;
    workbench().longWork("Something long", [&] {
        for (int i = 0; i < 400 && ended; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(25));
            WorkScope::report(i / 400.0);
            ended = WorkScope::check();
        }
    });
    watch.stop();
    EXPECT_TRUE(wasShown);
    EXPECT_TRUE(typed);
    ASSERT_FALSE(ended);
    EXPECT_TRUE(Progress::isCancelled(ended.error()));
    EXPECT_EQ(workbench().graph().nodes().size(), nodes);
    EXPECT_FALSE(isDoingAside());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !progress->isVisible(); }, 3000));
}

TEST(Cancelling, aSaveLeavesTheOldFileWhole) {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("file").toStdString();
    ASSERT_TRUE(exchange::writeFileAtomically(path, "old"));
    std::stop_source stop;
    Progress progress;
    progress.stop = stop.get_token();
    double last = -1;
    progress.report = [&](double fraction, std::string_view) {
        last = fraction;
        if (fraction > 0.3) stop.request_stop();
    };
    {
        const WorkScope scope(progress);
        const Status saved = exchange::writeFileAtomically(path, std::string(40u << 20, 'n'));
        ASSERT_FALSE(saved);
        EXPECT_TRUE(Progress::isCancelled(saved.error()));
        EXPECT_FALSE(exchange::readWholeFile(path, 1000)) << "reading stops too";
    }
    EXPECT_GT(last, 0.3);
    EXPECT_LT(last, 1);
    EXPECT_EQ(exchange::readWholeFile(path, 1000).value(), "old");
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1) << "nothing is left beside it";
}

// --- notes of the desktop ------------------------------------------------------------------------------------------------

/// A desktop that takes notes.
class FakeDesktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList titles, texts;
    uint replaced = 0;
public slots:
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& text, const QStringList&,
                const QVariantMap&, int) {
        titles << title;
        texts << text;
        replaced = replaces;
        return 7;
    }
signals:
    void ActionInvoked(uint id, const QString& action);
};

TEST(DesktopNote, isShownReplacedAndAnswered) {
    QProcess daemon;
    daemon.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
    if (!daemon.waitForStarted() || !daemon.waitForReadyRead(5000)) GTEST_SKIP() << "no dbus-daemon here";
    const QString address = QString::fromUtf8(daemon.readAllStandardOutput()).trimmed();
    {
        auto service = QDBusConnection::connectToBus(address, "desktop"), client = QDBusConnection::connectToBus(address, "window");
        FakeDesktop desktop;
        ASSERT_TRUE(service.registerObject("/org/freedesktop/Notifications", &desktop, QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        ASSERT_TRUE(service.registerService("org.freedesktop.Notifications"));
        ui::DesktopNote note(nullptr, client);
        int clicks = 0;
        QObject::connect(&note, &ui::DesktopNote::clicked, &note, [&] { ++clicks; });
        note.show("Training has ended", "loss 0.1");
        ASSERT_TRUE(QTest::qWaitFor([&] { return desktop.titles.size() == 1; }, 5000));
        EXPECT_EQ(desktop.texts.front(), "loss 0.1");
        QTest::qWait(100);
        note.show("Training has ended", "loss 0.05");
        ASSERT_TRUE(QTest::qWaitFor([&] { return desktop.titles.size() == 2; }, 5000));
        EXPECT_EQ(desktop.replaced, 7u);
        emit desktop.ActionInvoked(99, "default");
        emit desktop.ActionInvoked(7, "default");
        EXPECT_TRUE(QTest::qWaitFor([&] { return clicks == 1; }, 5000));
    }
    QDBusConnection::disconnectFromBus("desktop");
    QDBusConnection::disconnectFromBus("window");
    daemon.kill();
    daemon.waitForFinished();
}

TEST(DesktopNote, withoutABusNothingHappens) {
    ui::DesktopNote note(nullptr, QDBusConnection("no such bus"));
    note.show("title", "text");
}

// --- languages -----------------------------------------------------------------------------------------------------------

class Languages : public ::testing::Test {
protected:
    ~Languages() override { ui::useLanguage("en"); }
};

TEST_F(Languages, theWholeWindowSpeaksGermanAndEnglishAgain) {
    EXPECT_TRUE(ui::languages().contains("de"));
    ui::useLanguage("de");
    {
        MainWindow window;
        QStringList menus;
        for (const QAction* action : window.menuBar()->actions()) menus << action->text();
        EXPECT_EQ(menus, (QStringList{"&Datei", "&Bearbeiten", "&Ansicht", "&Lauf", "&Hilfe"}));
        EXPECT_EQ(window.dock("history")->windowTitle(), "Verlauf");
        EXPECT_EQ(window.dock("curves")->windowTitle(), "Kurven");
        EXPECT_EQ(ui::Preference::words("Theme"), "Farben");
    }
    ui::useLanguage("en");
    const MainWindow window;
    EXPECT_EQ(window.menuBar()->actions().front()->text(), "&File");
}

/// Letters that are underlined twice in the menu or one inside it: their key would only go from the one to the other.
QStringList doublesIn(QMenu& menu, const QString& where) {
    emit menu.aboutToShow();
    QStringList doubles;
    std::map<QString, QString> letters;
    for (const QAction* action : menu.actions()) {
        const QString letter = QKeySequence::mnemonic(action->text()).toString();
        if (!letter.isEmpty())
            if (const auto [there, isNew] = letters.emplace(letter, action->text()); !isNew)
                doubles << QStringLiteral("%1: “%2” and “%3”").arg(where, there->second, action->text());
        if (action->menu()) doubles << doublesIn(*action->menu(), where + u'/' + action->text());
    }
    return doubles;
}

TEST_F(Languages, noMenuHasALetterTwice) {
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
        ui::useLanguage(language);
        MainWindow window;
        window.keepLayout("mine");
        QStringList doubles;
        QMenu bar;
        bar.addActions(window.menuBar()->actions());
        doubles << doublesIn(bar, language);

        ui::Workbench& workbench = window.workbench();
        network::NodeId block = network::kNoNode;
        network::FrameId note = network::kNoFrame;
        ASSERT_TRUE(workbench.edit("block", [&](project::Document& document) -> Status {
            const network::NodeId input = PC_TRY(network::addNode(document.graph, "input", {0, 0}));
            const network::NodeId relu = PC_TRY(network::appendNode(document.graph, "relu", input));
            block = PC_TRY(network::makeBlock(document.graph, {relu}, "Part"));
            note = network::addNote(document.graph, "words", {0, 300});
            return {};
        }));
        auto* actions = window.canvas().findChild<ui::CanvasActions*>();
        ASSERT_NE(actions, nullptr);
        const auto look = [&](const ui::Thing& thing, const char* what) {
            const std::unique_ptr<QMenu> menu(actions->menuFor(thing, {}));
            EXPECT_GT(menu->actions().size(), 1) << what;
            doubles << doublesIn(*menu, language + u' ' + QLatin1String(what));
        };
        workbench.select({block});
        look(block, "a block");
        std::set<network::NodeId> all;
        for (const auto& [id, node] : workbench.graph().nodes()) all.insert(id);
        workbench.select(all);
        look(*all.begin(), "several nodes");
        look(*workbench.graph().edges().begin(), "an edge");
        look(ui::FrameRef{note}, "a note");
        workbench.openDrawing({block});
        look({}, "the canvas inside a block");
        EXPECT_TRUE(doubles.isEmpty()) << doubles.join(u'\n').toStdString();
    }
}

TEST_F(AroundTheWindow, fillingTheLayoutsAgainLeavesNoMenuBehind) {
    QMenu* own = nullptr;
    for (QMenu* menu : window.findChildren<QMenu*>())
        if (menu->title() == "M&y layouts") own = menu;
    ASSERT_NE(own, nullptr);
    for (int times = 0; times < 3; ++times) emit own->aboutToShow();
    EXPECT_EQ(own->findChildren<QMenu*>().size(), 1);
    EXPECT_EQ(own->actions().size(), window.layouts().size() + 2) << "a line and Forget";
}

TEST_F(Languages, pluralsAreProper) {
    const auto problems = [](int n) { return QCoreApplication::translate("perceptarium::app::StatusLine", "%n problem(s)", nullptr, n); };
    ui::useLanguage("en");
    EXPECT_EQ(problems(1), "1 problem");
    EXPECT_EQ(problems(3), "3 problems");
    ui::useLanguage("de");
    EXPECT_EQ(problems(1), "1 Problem");
    EXPECT_EQ(problems(3), "3 Probleme");
}

/// Every text of a .ts file: the source and what it becomes.
void eachText(const QString& path, const std::function<void(const QString& source, const QStringList& translations, bool unfinished)>& look) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    QXmlStreamReader xml(&file);
    QString source;
    QStringList translations;
    bool unfinished = false, inTranslation = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            if (xml.name() == u"message") translations.clear();
            else if (xml.name() == u"source") source = xml.readElementText();
            else if (xml.name() == u"numerusform") translations << xml.readElementText();
            else if (xml.name() == u"translation") {
                unfinished = xml.attributes().hasAttribute("type");
                inTranslation = true;
                translations << QString();
            }
        } else if (xml.isCharacters() && inTranslation) {
            translations.front() += xml.text();
        } else if (xml.isEndElement() && xml.name() == u"translation") {
            inTranslation = false;
            if (translations.size() > 1) translations.removeFirst();  // the white space between plural forms
        } else if (xml.isEndElement() && xml.name() == u"message") {
            look(source, translations, unfinished);
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
}

TEST_F(Languages, everyTextIsTranslatedWithAllItsPlaces) {
    int texts = 0;
    eachText(QStringLiteral(REPOSITORY "/resources/i18n/perceptarium_de.ts"), [&](const QString& source, const QStringList& translations, bool unfinished) {
        ++texts;
        EXPECT_FALSE(unfinished) << source.toStdString();
        for (const QString& translation : translations) {
            EXPECT_FALSE(translation.trimmed().isEmpty()) << source.toStdString();
            for (int place = 1; place <= 9; ++place) {
                const QString mark = QStringLiteral("%%1").arg(place);
                EXPECT_EQ(source.contains(mark), translation.contains(mark)) << source.toStdString() << " → " << translation.toStdString();
            }
        }
    });
    EXPECT_GT(texts, 900);
}

}  // namespace
}  // namespace perceptarium::app

#include "around_the_window_test.moc"
