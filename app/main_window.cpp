#include "app/main_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QProcess>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <cmath>
#include <utility>

#include "app/aside.h"
#include "app/command_palette.h"
#include "app/dock.h"
#include "app/dock_tabs.h"
#include "app/files.h"
#include "app/keys.h"
#include "app/layouts.h"
#include "app/offer_bar.h"
#include "app/preferences_dialog.h"
#include "app/recovery.h"
#include "app/status_line.h"
#include "data/limits.h"
#include "kernels/thread_pool.h"
#include "ui/canvas/network_canvas.h"
#include "ui/desktop_note.h"
#include "ui/journal.h"
#include "ui/panels/cost_table.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/gradient_check_panel.h"
#include "ui/panels/history_panel.h"
#include "ui/panels/inspector.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/log_panel.h"
#include "ui/panels/palette.h"
#include "ui/panels/problems_panel.h"
#include "ui/panels/range_test_panel.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/runs_panel.h"
#include "ui/panels/start_page.h"
#include "ui/panels/training_panel.h"
#include "ui/panels/wording.h"
#include "ui/preferences.h"
#include "ui/theme/theme.h"
#include "ui/thumbnails.h"
#include "ui/views/view.h"

namespace perceptarium::app {
namespace {

/// The one dropped file or folder, or empty: several at once would be several projects.
QString droppedPath(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      canvas_(new ui::NetworkCanvas(workbench_)),
      start_(new ui::StartPage),
      centre_(new QStackedWidget),
      runBar_(new ui::RunBar(workbench_)),
      status_(new StatusLine(workbench_)),
      offers_(new OfferBar),
      files_(new Files(workbench_, this)),
      note_(new ui::DesktopNote(this)) {
    setObjectName("main-window");
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setAcceptDrops(true);
    setMinimumSize(860, 560);

    workbench_.longWork = [this](const QString& what, const std::function<void()>& work) { doAside(workbench_.tasks(), what, work); };

    centre_->addWidget(canvas_);
    centre_->addWidget(start_);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(offers_);
    column->addWidget(centre_, 1);
    setCentralWidget(middle);
    addToolBar(Qt::TopToolBarArea, runBar_);
    makePerspectives();
    setStatusBar(status_);
    makeDocks();
    makeViews();
    makeMenus();
    keys_ = new Keys(*menuBar(), this);
    followPreferences();

    connect(start_, &ui::StartPage::openRequested, this, [this](const QString& path) { files_->open(path); });
    connect(start_, &ui::StartPage::browseRequested, this, [this] { files_->open(); });
    connect(start_, &ui::StartPage::newRequested, this, [this] { files_->newProject(); });
    connect(start_, &ui::StartPage::closed, this, [this] { showStartPage(false); });
    connect(files_, &Files::opened, this, [this] { showStartPage(false); });
    connect(&workbench_, &ui::Workbench::dataChanged, this, &MainWindow::showWhatSuits);
    connect(&workbench_, &ui::Workbench::saved, this,
            [this](const QString& path) { ui::keepThumbnail(path, ui::drawThumbnail(workbench_.graph())); });
    connect(files_, &Files::recentChanged, this, [this] { start_->setRecent(files_->recent()); });
    start_->setRecent(files_->recent());

    const auto inspect = [this] {
        Dock* dock = this->dock("inspector");
        dock->show();
        dock->raise();
        static_cast<ui::Inspector*>(dock->content())->focusSettings();
    };
    connect(canvas_, &ui::NetworkCanvas::detailsRequested, this, inspect);
    connect(canvas_, &ui::NetworkCanvas::helpRequested, this, &MainWindow::showHelp);
    auto* problems = static_cast<ui::ProblemsPanel*>(dock("problems")->content());
    status_->setProblems(problems->errorCount());
    connect(problems, &ui::ProblemsPanel::countChanged, status_, &StatusLine::setProblems);
    connect(problems, &ui::ProblemsPanel::nodeRequested, this, [this](network::NodeId node, const network::BlockPath& inside) {
        showStartPage(false);
        network::BlockPath path{node};
        path.insert(path.end(), inside.begin(), inside.end());
        const network::NodeId last = path.back();
        path.pop_back();
        workbench_.openDrawing(path);
        workbench_.select({last});
        canvas_->reveal(last);
    });
    connect(status_, &StatusLine::problemsRequested, this, [this] { dock("problems")->bringUp(); });
    connect(&workbench_, &ui::Workbench::fileChanged, this, &MainWindow::refreshTitle);
    connect(&workbench_, &ui::Workbench::documentChanged, this, &MainWindow::refreshTitle);
    connect(&workbench_, &ui::Workbench::trainerChanged, this, &MainWindow::refreshTitle);
    connect(&workbench_, &ui::Workbench::tick, this, &MainWindow::announceEnd);
    connect(note_, &ui::DesktopNote::clicked, this, [this] {
        if (isMinimized()) showNormal();
        raise();
        activateWindow();
    });
    refreshTitle();
}

/// Panels that go still tell the workbench what was typed last: they go before it.
/// (One that goes may take another along: a group of floating panels, a bar of tabs.)
MainWindow::~MainWindow() {
    const auto children = findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    const QList<QPointer<QWidget>> panels(children.begin(), children.end());
    for (const QPointer<QWidget>& panel : panels) delete panel.data();
}

Dock* MainWindow::dock(const QString& id) const {
    for (Dock* dock : docks_)
        if (dock->id() == id) return dock;
    return nullptr;
}

Dock* MainWindow::addDock(const QString& id, const QString& title, const QString& meaning, std::function<QWidget*()> make) {
    auto* dock = new Dock(id, title, meaning, std::move(make), this);
    dock->toggleViewAction()->setObjectName("panel-" + id);
    connect(dock, &Dock::left, this, [this] {
        activateWindow();  // from a panel that is a window of its own
        centre_->currentWidget()->setFocus();
    });
    docks_.push_back(dock);
    return dock;
}

void MainWindow::makeDocks() {
    addDock("palette", tr("Layers"), tr("All layers: drag one onto the drawing, or press Enter to append it."),
            [this] { return new ui::Palette(workbench_); });
    addDock("inspector", tr("Inspector"), tr("What is selected, explained and editable."),
            [this] {
                auto* inspector = new ui::Inspector(workbench_);
                connect(inspector, &ui::Inspector::sectionRequested, this, &MainWindow::showSection);
                return inspector;
            });
    addDock("training", tr("Training"), tr("Epochs, optimizer, learning rate and what else a run needs."),
            [this] {
                auto* training = new ui::TrainingPanel(workbench_);
                connect(training, &ui::TrainingPanel::rangeTestWanted, this, [this] { dock("lr-test")->bringUp(); });
                return training;
            });
    addDock("lr-test", tr("Learning rate test"), tr("Tries learning rates on a copy of the network and suggests one."),
            [this] { return new ui::RangeTestPanel(workbench_); });
    addDock("data", tr("Data"), tr("Where the examples come from, what they look like, how they are split."),
            [this] { return new ui::DataPanel(workbench_); });
    addDock("problems", tr("Problems"), tr("What is wrong with the drawing or the data, and what to try."),
            [this] { return new ui::ProblemsPanel(workbench_); });
    Dock* costs = addDock("layer-table", tr("Table"), tr("Every layer with its output shape, parameters, multiply-adds and memory."), [this] {
        auto* table = new ui::CostTable(workbench_);
        connect(table, &ui::CostTable::nodeRequested, canvas_, &ui::NetworkCanvas::reveal);
        return table;
    });
    costs->extend = [this, costs](QMenu& menu) {
        menu.addAction(ui::icon("table"), tr("Save the numbers…"), this,
                       [this, costs] { files_->exportText(costs->windowTitle(), static_cast<ui::CostTable*>(costs->content())->csv()); });
    };
    addDock("log", tr("Log"), tr("Everything that was said, with its time."), [this] { return new ui::LogPanel(workbench_); });
    addDock("runs", tr("Runs"), tr("What was trained before: go on with it, open it, forget it."), [this] {
        auto* runs = new ui::RunsPanel(workbench_);
        connect(runs, &ui::RunsPanel::resumeRequested, files_, &Files::resumeRun);
        connect(runs, &ui::RunsPanel::openRequested, files_, &Files::openRun);
        connect(runs, &ui::RunsPanel::openBestRequested, files_, &Files::openBestOfRun);
        return runs;
    });
    addDock("lesson", tr("Lesson"), tr("What this project says about itself, and the course section by section."), [this] { return makeLesson(); });
    addDock("history", tr("History"), tr("Every step by name: a click goes back to it, or forward again."),
            [this] { return new ui::HistoryPanel(workbench_); });
    addDock("gradient-check", tr("Gradient check"), tr("Is back-propagation right? Compared with two-sided differences."),
            [this] { return new ui::GradientCheckPanel(workbench_); });
    dock("log")->content();  // it gathers from the start
}

QWidget* MainWindow::makeLesson() {
    auto* lesson = new ui::LessonPanel(workbench_);
    connect(lesson, &ui::LessonPanel::readyRequested, this, [this](const QString& id) { files_->open(id); });
    connect(lesson, &ui::LessonPanel::nodeRequested, this, [this](network::NodeId node) {
        showStartPage(false);
        canvas_->reveal(node);
    });
    connect(lesson, &ui::LessonPanel::layerRequested, this, [this](const QString& layer) {
        showStartPage(false);
        dock("palette")->bringUp();
        static_cast<ui::Palette*>(dock("palette")->content())->showLayer(layer);
    });
    return lesson;
}

void MainWindow::showSection(const QString& number) {
    Dock* lesson = dock("lesson");
    lesson->bringUp();
    static_cast<ui::LessonPanel*>(lesson->content())->showSection(number);
}

void MainWindow::showHelp() {
    const network::Graph& graph = workbench_.graph();
    const auto* node = graph.find(workbench_.selectedNode());
    const auto spec = node ? network::specOf(graph, node->layer) : nullptr;
    if (spec && !spec->section.empty()) return showSection(ui::qt(spec->section));
    Dock* shown = dock(node ? "inspector" : "lesson");
    shown->bringUp();
    if (node) static_cast<ui::Inspector*>(shown->content())->focusSettings();
}

void MainWindow::makeViews() {
    for (const ui::ViewSpec* spec : ui::allViews()) {
        const QString title = QCoreApplication::translate("View", spec->title);
        auto* made = addDock(ui::qt(spec->id), title, QCoreApplication::translate("View", spec->meaning),
                             [this, spec] { return spec->make(workbench_, nullptr); });
        views_.push_back(made);
        made->extend = [this, made](QMenu& menu) {
            auto* view = static_cast<ui::View*>(made->content());
            menu.addAction(ui::icon("image"), tr("Save a picture…"), this, [this, made, view] {
                files_->exportPicture(made->windowTitle(), [view](const QString& path) { return view->exportPicture(path); });
            });
            if (!view->csv().isEmpty())
                menu.addAction(ui::icon("table"), tr("Save the numbers…"), this,
                               [this, made, view] { files_->exportText(made->windowTitle(), view->csv()); });
        };
    }
    auto* tabs = new DockTabs(this);
    for (Dock* made : docks_) {
        addDockWidget(Qt::BottomDockWidgetArea, made);
        tabs->watch(made);
    }
}

void MainWindow::showStartPage(bool shown) {
    if (shown == (centre_->currentWidget() == start_)) return;
    centre_->setCurrentWidget(shown ? static_cast<QWidget*>(start_) : canvas_);
    hideDocks(shown || focusMode_->isChecked());
    centre_->currentWidget()->setFocus();
}

void MainWindow::showWhatSuits() {
    // Points in the plane have a view of their own, which says nothing about other data; both come and go with them.
    const data::PreparedPtr prepared = workbench_.data();
    Dock* regions = dock("regions");
    if (!prepared || !regions || !beforeHiding_.isEmpty()) return;
    const bool points = prepared->dataset->info().form == data::InputForm::Point;
    if (points == hadPoints_) return;
    hadPoints_ = points;
    if (!perspectives_->actions().value(static_cast<int>(Perspective::Train))->isChecked()) return;
    regions->setVisible(points);
    // A dock that has just been shown comes to the front of its tabs only when these have been laid out.
    if (points) QTimer::singleShot(0, regions, &QWidget::raise);
}

void MainWindow::hideDocks(bool hidden) {
    if (hidden != beforeHiding_.isEmpty()) return;
    if (hidden) {
        beforeHiding_ = saveState();
        for (Dock* each : docks_) each->hide();
    } else {
        restoreState(beforeHiding_);
        beforeHiding_.clear();
    }
}

void MainWindow::showCommandPalette() { (new CommandPalette(commandsOf(*menuBar()), this))->show(); }

void MainWindow::openNewWindow() {
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {}))
        workbench_.problem(tr("Another window could not be started."));
}

void MainWindow::showPreferences() {
    auto* dialog = findChild<PreferencesDialog*>();
    if (!dialog) dialog = new PreferencesDialog(*keys_, this);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::followPreferences() {
    auto& preferences = ui::Preferences::instance();
    ui::followPreference(ui::settings::kAppearance, this, [&preferences] {
        const QString chosen = preferences.choice(ui::settings::kAppearance);
        ui::setAppearance(chosen == "light" ? ui::Appearance::Light : chosen == "dark" ? ui::Appearance::Dark : ui::Appearance::System);
    });
    ui::followPreference(ui::settings::kAnimations, this,
                         [this, &preferences] { setAnimated(preferences.yes(ui::settings::kAnimations)); });
    ui::followPreference(ui::settings::kThreads, this, [&preferences] { kernels::setCores(preferences.number(ui::settings::kThreads)); });
    ui::followPreference(ui::settings::kDataMemory, this, [&preferences] {
        data::limits::limitSetBytes(static_cast<std::uint64_t>(preferences.number(ui::settings::kDataMemory)) * 1024 * data::limits::kMiB);
    });
    auto* autosave = new QTimer(this);
    connect(autosave, &QTimer::timeout, this, [this] {
        if (isDoingAside() || workbench_.filePath().isEmpty() || !workbench_.isModified()) return;
        if (const Status saved = workbench_.save(workbench_.filePath()); !saved) workbench_.problem(ui::qt(saved.error().message()));
    });
    ui::followPreference(ui::settings::kAutosave, autosave, [autosave, &preferences] {
        const int minutes = preferences.number(ui::settings::kAutosave);
        autosave->setInterval(minutes * 60'000);
        minutes > 0 ? autosave->start() : autosave->stop();
    });
}

void MainWindow::watchForCrashes() {
    auto* recovery = new Recovery(workbench_, *files_, *offers_, this);
    recovery->offer(ui::Journal::standardFolder());
    workbench_.startJournal(ui::Journal::standardFolder());
}

void MainWindow::refreshTitle() {
    const QString path = workbench_.filePath();
    const QString name = path.isEmpty() ? ui::qt(workbench_.document().name) : QFileInfo(path).fileName();
    setWindowTitle(QStringLiteral("%1[*] – Perceptarium").arg(name));
    setWindowModified(workbench_.isModified());
    setWindowFilePath(path);
    setWindowTitle(QStringLiteral("%1[*] – Perceptarium").arg(name));
}

void MainWindow::announceEnd() {
    const train::Standing now = workbench_.standing();
    const train::Phase before = std::exchange(phase_, now.phase);
    const std::int64_t step = std::exchange(step_, now.step);
    // What does not stop the training, such as a full disk under the record, is told once.
    if (const std::string message = std::exchange(message_, now.message);
        message != now.message && (now.phase == train::Phase::Running || now.phase == train::Phase::Paused))
        workbench_.problem(ui::qt(now.message));
    if (now.phase == before) return;
    // A small network on a small table may be through between two ticks, and never be seen running.
    const bool ran = before == train::Phase::Running || before == train::Phase::Evaluating ||
                     (before != train::Phase::Preparing && now.step > step);
    if (now.phase == train::Phase::Running && !ran)
        workbench_.say(now.run > 0 ? tr("Training, recorded as run %1.").arg(now.run) : tr("Training."));
    setWindowModified(workbench_.isModified());
    if (now.phase == train::Phase::Running) showStartPage(false);
    if (!workbench_.trainer()) return;
    const QString name = ui::qt(workbench_.document().name);
    QString told;
    if (ran && now.phase == train::Phase::Finished) {
        QString result = tr("loss %1").arg(ui::numberText(now.loss));
        if (std::isfinite(now.accuracy)) result += tr(", accuracy %1").arg(ui::percentText(now.accuracy));
        told = tr("Training of %1 is finished: %2.").arg(name, result);
        workbench_.say(told);
    } else if (now.phase == train::Phase::Failed || (ran && now.reason == train::StopReason::NonFinite)) {
        // A failure may come so soon that it was never seen running.
        told = tr("Training of %1 ended: %2").arg(name, ui::qt(now.message));
        workbench_.problem(told);
    } else {
        return;
    }
    QApplication::alert(this);
    if (!isActiveWindow() && ui::Preferences::instance().yes(ui::settings::kNotify)) note_->show(tr("Training has ended"), told);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayLeave()) {
        event->ignore();
        return;
    }
    hideDocks(false);  // the layout is saved as it is with all docks
    saveLayout(*this);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPath(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = droppedPath(*event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    const QString ending = QFileInfo(path).suffix().toLower();
    showStartPage(false);
    if (ending == "percept" || ending == "json") {
        files_->open(path);  // asks about what is not saved
    } else if (ending == "safetensors") {
        files_->importWeights(path);
    } else {
        workbench_.useDataPath(path);
        dock("data")->show();
        dock("data")->raise();
    }
}

}  // namespace perceptarium::app
