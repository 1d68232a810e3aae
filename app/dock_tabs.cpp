#include "app/dock_tabs.h"

#include <QChildEvent>
#include <QContextMenuEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>

#include "app/dock.h"
#include "ui/theme/theme.h"

namespace perceptarium::app {

DockTabs::DockTabs(QMainWindow* window) : QObject(window), window_(window) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &DockTabs::refresh);
    window_->installEventFilter(this);
}

void DockTabs::watch(Dock* dock) {
    const auto later = [this] { soon_.start(); };
    connect(dock, &QDockWidget::visibilityChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
}

void DockTabs::refresh() {
    for (Dock* dock : window_->findChildren<Dock*>(QString(), Qt::FindDirectChildrenOnly)) {
        bool tabbed = false;
        for (QDockWidget* neighbour : window_->tabifiedDockWidgets(dock)) tabbed = tabbed || !neighbour->isHidden();
        dock->showTitle(dock->isFloating() || !tabbed);
    }
    for (QTabBar* tabs : window_->findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->removeEventFilter(this);
        tabs->installEventFilter(this);
        tabs->setDrawBase(false);
        tabs->setElideMode(Qt::ElideNone);
        tabs->setUsesScrollButtons(true);
        tabs->setFocusPolicy(Qt::TabFocus);
        QStringList titles;
        for (int i = 0; i < tabs->count(); ++i) titles << tabs->tabText(i);
        tabs->setAccessibleName(tr("Panels in this place: %1").arg(titles.join(QStringLiteral(", "))));
        tabs->setAccessibleDescription(tr("Several panels share this place; arrow keys choose the one in front."));
    }
}

Dock* DockTabs::dockAt(const QTabBar* tabs, QPoint place) const {
    const int index = tabs->tabAt(place);
    if (index < 0) return nullptr;
    // Qt keeps the dock's address in the tab; a dock of that title is the same and documented.
    for (Dock* dock : window_->findChildren<Dock*>(QString(), Qt::FindDirectChildrenOnly))
        if (dock->windowTitle() == tabs->tabText(index)) return dock;
    return nullptr;
}

bool DockTabs::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_) {
        if (event->type() == QEvent::ChildPolished && qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child())) soon_.start();
        return false;
    }
    auto* tabs = qobject_cast<QTabBar*>(watched);
    if (!tabs) return false;
    if (event->type() == QEvent::ContextMenu) {
        auto* context = static_cast<QContextMenuEvent*>(event);
        if (Dock* dock = dockAt(tabs, context->pos())) {
            QMenu menu;
            dock->fillMenu(menu);
            menu.exec(context->globalPos());
            return true;
        }
    }
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::MiddleButton) {
        if (Dock* dock = dockAt(tabs, static_cast<QMouseEvent*>(event)->pos())) {
            dock->close();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        Dock* dock = dockAt(tabs, static_cast<QHelpEvent*>(event)->pos());
        tabs->setToolTip(dock ? dock->meaning() : QString());
    }
    return false;
}

}  // namespace perceptarium::app
