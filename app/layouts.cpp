#include "app/layouts.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <algorithm>

#include "app/dock.h"
#include "ui/canvas/network_canvas.h"
#include "ui/settings_names.h"
#include "ui/views/view.h"

namespace perceptarium::app {
namespace {

constexpr int kVersion = 1;  // raised when an old layout would make no sense any more
constexpr int kPalette = 212, kSide = 312, kLesson = 360;
constexpr int kPictureWidth = 340;  // what a live view needs to be read

/// What one can survey; a smaller screen is taken whole.
constexpr QSize kLargestFirst{1720, 1060};

}  // namespace

void saveLayout(const MainWindow& window) {
    QSettings settings;
    settings.setValue(QLatin1String(ui::settings::kGeometry), window.saveGeometry());
    settings.setValue(QLatin1String(ui::settings::kDocks), window.saveState(kVersion));
}

void MainWindow::restoreLayout() {
    QSettings settings;
    const QSize screen = QGuiApplication::primaryScreen()->availableSize();
    resize(screen.boundedTo(kLargestFirst));
    if (screen.width() <= kLargestFirst.width() || screen.height() <= kLargestFirst.height()) setWindowState(Qt::WindowMaximized);
    arrange(Perspective::Train);
    if (settings.contains(QLatin1String(ui::settings::kGeometry))) restoreGeometry(settings.value(QLatin1String(ui::settings::kGeometry)).toByteArray());
    if (settings.contains(QLatin1String(ui::settings::kDocks))) restoreState(settings.value(QLatin1String(ui::settings::kDocks)).toByteArray(), kVersion);
}

void MainWindow::resetLayout() {
    QSettings().remove(QLatin1String(ui::settings::kDocks));
    arrange(Perspective::Train);
}

namespace {

/// Any name will do as a key.
QString layoutKey(const QString& name) {
    return QStringLiteral("%1/%2").arg(QLatin1String(ui::settings::kLayouts), QLatin1String(name.toUtf8().toHex()));
}

}  // namespace

QStringList MainWindow::layouts() const {
    QSettings settings;
    settings.beginGroup(QLatin1String(ui::settings::kLayouts));
    QStringList names;
    for (const QString& key : settings.childKeys()) names << QString::fromUtf8(QByteArray::fromHex(key.toLatin1()));
    names.sort(Qt::CaseInsensitive);
    return names;
}

void MainWindow::keepLayout(const QString& name) {
    if (name.trimmed().isEmpty()) return;
    QSettings().setValue(layoutKey(name.trimmed()), saveState(kVersion));
    workbench_.say(tr("This layout is kept as “%1”.").arg(name.trimmed()));
}

void MainWindow::forgetLayout(const QString& name) { QSettings().remove(layoutKey(name)); }

bool MainWindow::useLayout(const QString& name) {
    showStartPage(false);
    if (restoreState(QSettings().value(layoutKey(name)).toByteArray(), kVersion)) return true;
    workbench_.problem(tr("The layout “%1” is not of this version of the program.").arg(name));
    return false;
}

void MainWindow::arrange(Perspective perspective) {
    focusMode_->setChecked(false);
    hideDocks(false);
    setUpdatesEnabled(false);
    for (Dock* each : docks_) {
        each->setFloating(false);
        removeDockWidget(each);
    }
    // Every dock has its place, shown or not, so that one that is shown later appears where one expects it.
    const auto place = [this](Qt::DockWidgetArea area, const QStringList& ids) {
        Dock* first = nullptr;
        for (const QString& id : ids) {
            Dock* each = dock(id);
            if (!each) continue;
            if (first)
                tabifyDockWidget(first, each);
            else
                addDockWidget(area, each);
            if (!first) first = each;
        }
        return first;
    };
    QStringList viewIds, startViews;
    for (const ui::ViewSpec* spec : ui::allViews()) {
        viewIds << QString::fromStdString(spec->id);
        if (spec->shownAtStart) startViews << viewIds.back();
    }

    QStringList shown, front;
    switch (perspective) {
        case Perspective::Build:
            shown = {"palette", "inspector", "training", "data", "problems", "layer-table", "log", "history"};
            front = {"inspector", "problems"};
            break;
        case Perspective::Data:
            shown = front = QStringList{"data"};
            break;
        case Perspective::Train:
            shown = QStringList{"palette", "inspector", "training", "data", "problems", "log", "runs"} + startViews;
            front = {"training"};
            break;
        case Perspective::Inspect:
            shown = QStringList{"inspector", "training"} + viewIds;
            front = {"inspector"};
            break;
        case Perspective::Learn:
            shown = QStringList{"lesson", "inspector", "training"} + startViews;
            front = {"lesson", "inspector"};
            break;
    }

    const bool learn = perspective == Perspective::Learn;
    Dock* left = place(Qt::LeftDockWidgetArea, learn ? QStringList{"lesson", "palette"} : QStringList{"palette", "lesson"});
    Dock* side = place(Qt::RightDockWidgetArea, {"inspector", "training", "data"});
    // Below: the first view with the lists, and beside it the other views in as many groups as have room. Those that are
    // shown are dealt out first, so that each group has one in front; the others wait in the last group.
    Dock* below = dock(viewIds.value(0));
    addDockWidget(Qt::BottomDockWidgetArea, below);
    front << below->id();
    const bool inspect = perspective == Perspective::Inspect;
    const int room = std::max(1, (width() - (inspect ? kSide : kSide + kPalette)) / kPictureWidth - 1);
    QList<Dock*> groups;
    const auto deal = [&](bool wanted) {
        int next = 0;
        for (const QString& id : viewIds.mid(1)) {
            if (shown.contains(id) != wanted) continue;
            Dock* each = dock(id);
            if (groups.size() < room && wanted) {
                splitDockWidget(groups.isEmpty() ? below : groups.back(), each, Qt::Horizontal);
                groups << each;
                front << id;
            } else if (groups.isEmpty()) {
                tabifyDockWidget(below, each);
            } else {
                tabifyDockWidget(groups[wanted ? next++ % groups.size() : groups.size() - 1], each);
            }
        }
    };
    deal(true);
    // Only now: tabs cannot be split.
    for (const char* list : {"problems", "layer-table", "log", "runs", "history", "gradient-check", "lr-test"}) tabifyDockWidget(below, dock(list));
    deal(false);

    for (Dock* each : docks_) each->setVisible(shown.contains(each->id()));
    const auto raiseFront = [this, front] {
        for (const QString& id : front)
            if (Dock* each = dock(id); each && !each->isHidden()) each->raise();
    };
    raiseFront();
    QTimer::singleShot(0, this, raiseFront);  // tabs that are made only now forget who was in front

    const int sideWidth = perspective == Perspective::Data ? std::max(kSide, width() * 3 / 5) : kSide;
    const int belowHeight = perspective == Perspective::Build     ? height() / 5
                            : perspective == Perspective::Inspect ? height() / 2
                                                                  : height() * 42 / 100;
    resizeDocks({left, side}, {learn ? kLesson : kPalette, sideWidth}, Qt::Horizontal);
    resizeDocks({below}, {belowHeight}, Qt::Vertical);
    if (!groups.isEmpty()) {
        const QList<QDockWidget*> row = QList<QDockWidget*>{below} + QList<QDockWidget*>(groups.begin(), groups.end());
        resizeDocks(row, QList<int>(row.size(), width() / static_cast<int>(row.size())), Qt::Horizontal);
    }
    perspectives_->actions().value(static_cast<int>(perspective))->setChecked(true);
    setUpdatesEnabled(true);
    QTimer::singleShot(0, canvas_, &ui::NetworkCanvas::fitAll);  // once the middle has its new size
}

}  // namespace perceptarium::app
