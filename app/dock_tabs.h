// DockTabs: docks that share a place show only their tabs, not their title bars as well; what the title bar offers is then in
// the tab's menu.
#pragma once

#include <QObject>
#include <QTimer>

class QMainWindow;
class QTabBar;

namespace perceptarium::app {

class Dock;

class DockTabs : public QObject {
    Q_OBJECT
public:
    explicit DockTabs(QMainWindow* window);
    /// Once for each dock.
    void watch(Dock* dock);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    Dock* dockAt(const QTabBar* tabs, QPoint place) const;

    QMainWindow* window_;
    QTimer soon_;  // many docks change at once
};

}  // namespace perceptarium::app
