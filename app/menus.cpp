// The menus of the window: every action that there is, with its shortcut; the command palette reads them from here.
#include <QActionGroup>
#include <QApplication>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>

#include "app/dock.h"
#include "app/files.h"
#include "app/help.h"
#include "app/main_window.h"
#include "exchange/export.h"
#include "project/project.h"
#include "ui/canvas/network_canvas.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/data_settings_page.h"
#include "ui/panels/gradient_check_panel.h"
#include "ui/panels/palette.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/wording.h"
#include "ui/preferences.h"
#include "ui/shared/action_tip.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"
#include "ui/thumbnails.h"
#include "ui/views/view.h"

namespace perceptarium::app {
namespace {

/// `id` is for ever: keys of the user's own are kept under it. Empty: what comes and goes has none.
template <class Receiver, class Slot>
QAction* add(QMenu* menu, const QString& id, const char* iconName, const QString& text, const QKeySequence& keys, const QString& help,
             Receiver* receiver, Slot slot) {
    auto* action = menu->addAction(text);
    action->setObjectName(id);
    if (iconName) action->setIcon(ui::icon(iconName));
    action->setShortcut(keys);
    ui::describeAction(*action, help);
    QObject::connect(action, &QAction::triggered, receiver, slot);
    return action;
}

}  // namespace

void MainWindow::makeMenus() {
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeRunMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    add(menu, "file-new", "new", tr("&New network"), QKeySequence::New, tr("An empty drawing with an Input."), files_, &Files::newProject);
    add(menu, "new-window", nullptr, tr("New &window"), QKeySequence("Ctrl+Shift+N"), tr("Another window, for another project. Neither disturbs the other."),
        this, &MainWindow::openNewWindow);
    add(menu, "file-open", "open", tr("&Open…"), QKeySequence::Open, tr("Opens a project file."), this, [this] { files_->open(); });
    QMenu* ready = menu->addMenu(ui::icon("book"), tr("Open &ready project"));
    for (const project::ReadyProject& project : project::readyProjects())
        add(ready, "open-ready-" + ui::qt(project.id), nullptr, ui::engineText(project.title), {}, ui::engineText(project.description), this,
            [this, id = ui::qt(project.id)] { files_->open(id); });
    QMenu* recent = menu->addMenu(ui::icon("history"), tr("Re&cent files"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        const QStringList paths = files_->recent();
        for (const QString& path : paths) {
            QAction* open = add(recent, {}, nullptr, path, {}, tr("Opens this project."), this, [this, path] { files_->open(path); });
            if (const QImage picture = ui::thumbnailOf(path); !picture.isNull()) open->setIcon(QPixmap::fromImage(picture));
        }
        if (paths.isEmpty()) recent->addAction(tr("No files yet"))->setEnabled(false);
        recent->addSeparator();
        add(recent, {}, nullptr, tr("Forget this list"), {}, tr("The files stay where they are."), files_, &Files::forgetRecent)->setEnabled(!paths.isEmpty());
    });
    add(menu, "start-page", "home", tr("S&tart page"), QKeySequence("Ctrl+Home"), tr("Ready projects and recent files."), this,
        [this] { showStartPage(true); });
    menu->addSeparator();
    add(menu, "file-save", "save", tr("&Save"), QKeySequence::Save, tr("Network, settings, weights and history in one file."), this,
        [this] { files_->save(); });
    add(menu, "file-save-as", nullptr, tr("Save &as…"), QKeySequence("Ctrl+Shift+S"), tr("Saves under another name."), this, [this] { files_->saveAs(); });
    menu->addSeparator();
    const auto dataSettings = [this]() -> ui::DataSettingsPage& {
        Dock* panel = dock("data");
        panel->bringUp();
        return static_cast<ui::DataPanel*>(panel->content())->settings();
    };
    add(menu, "data-file", "data", tr("Use a &data file…"), QKeySequence("Ctrl+I"),
        tr("A table, texts, IDX or CIFAR-10; the kind is recognized. Dropping it on the window does the same."), this,
        [dataSettings] { dataSettings().chooseFile(); });
    add(menu, "data-folder", "folder", tr("Use a data &folder…"), QKeySequence("Ctrl+Shift+I"),
        tr("Pictures or texts in a folder for each class. Dropping it on the window does the same."), this,
        [dataSettings] { dataSettings().chooseFolder(); });
    add(menu, "import-weights", "import", tr("&Import weights…"), {}, tr("Weights from a safetensors file, by name and shape."), this,
        [this] { files_->importWeights(); });
    QMenu* out = menu->addMenu(ui::icon("export"), tr("&Export"));
    for (const exchange::ExportFormat* format : exchange::exportFormats())
        add(out, "export-" + ui::qt(format->id), nullptr, tr("%1 (.%2)…").arg(ui::engineText(format->title), ui::qt(format->id)), {}, ui::engineText(format->meaning), this,
            [this, id = ui::qt(format->id)] { files_->exportModel(id); });
    out->addSeparator();
    add(out, "export-drawing", "image", tr("Picture of the &drawing…"), {}, tr("The network as PNG, SVG or PDF."), this, [this] {
        files_->exportPicture(ui::qt(workbench_.document().name), [this](const QString& path) { return canvas_->exportPicture(path); });
    });
    QMenu* pictures = out->addMenu(tr("&Picture of a view"));
    connect(pictures, &QMenu::aboutToShow, this, [this, pictures] { fillViewExports(*pictures); });
    menu->addSeparator();
    add(menu, "file-close", nullptr, tr("C&lose"), QKeySequence("Ctrl+W"), tr("Closes the window."), this, &QWidget::close);
    add(menu, "quit", nullptr, tr("&Quit"), QKeySequence("Ctrl+Q"), tr("Ends Perceptarium."), this, &QWidget::close);
}

void MainWindow::fillViewExports(QMenu& menu) {
    menu.clear();
    for (Dock* each : views_) {
        if (!each->isMade() || each->isHidden()) continue;
        auto* view = static_cast<ui::View*>(each->content());
        const QString title = each->windowTitle();
        add(&menu, {}, "image", title, {}, tr("What this view shows now, as PNG, SVG or PDF."), this, [this, view, title] {
            files_->exportPicture(title, [view](const QString& path) { return view->exportPicture(path); });
        });
        if (!view->csv().isEmpty())
            add(&menu, {}, "table", tr("%1 as numbers (CSV)").arg(title), {}, tr("The numbers behind this view."), this,
                [this, view, title] { files_->exportText(title, view->csv()); });
    }
    if (menu.isEmpty()) menu.addAction(tr("No view is open"))->setEnabled(false);
}

void MainWindow::makeEditMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    menu->addActions(canvas_->editActions());
    menu->addSeparator();
    add(menu, "find-palette", "search", tr("Find a layer to add"), QKeySequence("Ctrl+L"), tr("Puts the keyboard into the search of the palette."), this,
        [this] {
            Dock* layers = dock("palette");
            layers->show();
            layers->raise();
            static_cast<ui::Palette*>(layers->content())->focusSearch();
        });
    add(menu, "commands", "terminal", tr("Commands…"), QKeySequence("Ctrl+Shift+P"), tr("Every action by typing some letters of its name."), this,
        &MainWindow::showCommandPalette);
    menu->addSeparator();
    add(menu, "preferences", "settings", tr("Preferences…"), QKeySequence("Ctrl+,"), tr("Settings of the program, and its keys."), this,
        [this] { showPreferences(); });
}

void MainWindow::makeViewMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    menu->addActions(canvas_->viewActions());
    menu->addSeparator();
    QMenu* panels = menu->addMenu(ui::icon("layout"), tr("P&anels"));
    QMenu* views = menu->addMenu(ui::icon("eye"), tr("Li&ve views"));
    for (Dock* each : docks_) {
        const bool isView = std::find(views_.begin(), views_.end(), each) != views_.end();
        QAction* toggle = each->toggleViewAction();
        (isView ? views : panels)->addAction(toggle);
        // A view that is asked for comes to the front of its tabs.
        connect(toggle, &QAction::triggered, each, [each](bool on) {
            if (on) each->raise();
        });
    }
    menu->addSeparator();
    menu->addActions(perspectives_->actions());
    add(menu, "keep-layout", nullptr, tr("&Keep this layout…"), {}, tr("Keeps which panels are where, under a name."), this, [this] {
        bool wanted = false;
        const QString name = QInputDialog::getItem(this, tr("Keep this layout"), tr("Under which name? One that is there is replaced."), layouts(), 0, true, &wanted);
        if (wanted) keepLayout(name);
    });
    QMenu* own = menu->addMenu(ui::icon("layout"), tr("M&y layouts"));
    connect(own, &QMenu::aboutToShow, this, [this, own] { fillLayouts(*own); });
    add(menu, "reset-layout", "reset", tr("Reset layout"), {}, tr("All panels back to where a new user finds them."), this, &MainWindow::resetLayout);
    menu->addSeparator();
    QMenu* appearance = menu->addMenu(ui::icon("theme"), tr("Appearance"));
    auto* group = new QActionGroup(this);
    const std::pair<const char*, QString> looks[] = {{"system", tr("Like the &system")}, {"light", tr("&Light")}, {"dark", tr("&Dark")}};
    auto& preferences = ui::Preferences::instance();
    for (const auto& [id, text] : looks) {
        auto* action = add(appearance, QStringLiteral("theme-") + QLatin1String(id), nullptr, text, {}, tr("Colours of the window; everything follows at once."), this,
                           [&preferences, id = id] { preferences.set(ui::settings::kAppearance, id); });
        action->setCheckable(true);
        group->addAction(action);
        ui::followPreference(ui::settings::kAppearance, action, [&preferences, action, id = id] {
            action->setChecked(preferences.choice(ui::settings::kAppearance) == QLatin1String(id));
        });
    }
    auto* full = add(menu, "full-screen", "fullscreen", tr("Full screen"), QKeySequence("F11"), tr("The window takes the whole screen."), this,
                     [this](bool on) { on ? showFullScreen() : showNormal(); });
    full->setCheckable(true);
    focusMode_ = add(menu, "focus-mode", nullptr, tr("Focus mo&de"), QKeySequence("Ctrl+Shift+F"), tr("Only the drawing; the same again brings all back."),
                      this, [this](bool on) { hideDocks(on || centre_->currentWidget() != canvas_); });
    focusMode_->setCheckable(true);
}

void MainWindow::fillLayouts(QMenu& menu) {
    menu.clear();
    const QStringList names = layouts();
    for (const QString& name : names) add(&menu, {}, "layout", name, {}, tr("Panels as they were kept under this name."), this, [this, name] { useLayout(name); });
    menu.addSeparator();
    // Clearing takes it out of the menu, but it stays the menu's child.
    qDeleteAll(menu.findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    QMenu* forget = menu.addMenu(ui::icon("delete"), tr("&Forget"));
    for (const QString& name : names) add(forget, {}, nullptr, name, {}, tr("Forgets this layout."), this, [this, name] { forgetLayout(name); });
    forget->setEnabled(!names.isEmpty());
}

void MainWindow::makeRunMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Run"));
    const QList<QAction*> actions = runBar_->runActions();
    menu->addActions(actions);
    menu->insertSeparator(actions.value(2));
    menu->insertSeparator(actions.value(4));
    menu->addSeparator();
    add(menu, "training-settings", "training", tr("&Training settings"), {}, tr("Epochs, optimizer, learning rate."), this,
        [this] { dock("training")->bringUp(); });
    add(menu, "check-gradients", "check", tr("C&heck gradients"), {}, tr("Back-propagation beside two-sided differences, for each parameter."), this,
        [this] {
            Dock* panel = dock("gradient-check");
            panel->bringUp();
            static_cast<ui::GradientCheckPanel*>(panel->content())->check();
        });
    add(menu, "recorded-runs", "runs", tr("Recorded r&uns"), {}, tr("What was trained before."), this, [this] { dock("runs")->bringUp(); });
}

void MainWindow::makeHelpMenu() {
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    add(menu, "layer-help", "book", tr("&Lesson on the selected layer"), QKeySequence(Qt::Key_F1), tr("What the course says about the layer that is selected."), this,
        &MainWindow::showHelp);
    add(menu, "keyboard-shortcuts", "keyboard", tr("&Keyboard shortcuts"), QKeySequence("Ctrl+?"), tr("All shortcuts on one page."), this,
        [this] { showShortcuts(*menuBar(), this); });
    add(menu, "help-start-page", "home", tr("&Start page"), {}, tr("Ready projects and recent files."), this, [this] { showStartPage(true); });
    menu->addSeparator();
    add(menu, "about", "info", tr("&About Perceptarium"), {}, tr("Version and licence."), this, [this] { showAbout(this); });
}

void MainWindow::makePerspectives() {
    perspectives_ = new QActionGroup(this);
    struct Entry {
        Perspective perspective;
        const char* id;
        QString name, help;
    };
    const Entry entries[] = {
        {Perspective::Build, "perspective-build", tr("Build"), tr("Room for drawing: layers, inspector, problems.")},
        {Perspective::Data, "perspective-data", tr("Data"), tr("Room for the examples.")},
        {Perspective::Train, "perspective-train", tr("Train"), tr("Drawing, training settings and curves.")},
        {Perspective::Inspect, "perspective-inspect", tr("Inspect"), tr("Room for the pictures of what the network learned.")},
        {Perspective::Learn, "perspective-learn", tr("Learn"), tr("The lesson beside the drawing, with the curves below.")},
    };
    runBar_->addSeparator();
    int number = 0;
    for (const Entry& entry : entries) {
        auto* action = new QAction(tr("%1 perspective").arg(entry.name), this);
        action->setObjectName(QLatin1String(entry.id));
        action->setIconText(entry.name);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(++number)));
        ui::describeAction(*action, entry.help);
        connect(action, &QAction::triggered, this, [this, perspective = entry.perspective] {
            showStartPage(false);
            arrange(perspective);
        });
        perspectives_->addAction(action);
        runBar_->addAction(action);
        QWidget* button = runBar_->widgetForAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->text());
        button->setAccessibleDescription(entry.help);
    }
}

}  // namespace perceptarium::app
