// Places: bookmarks of the view. Ctrl+Shift+1 keeps what is in sight as place 1, 1 goes there; kept for each project file.
#pragma once

#include <QMenu>
#include <QObject>
#include <map>
#include <memory>

namespace perceptarium::ui {

class NetworkCanvas;

class Places : public QObject {
    Q_OBJECT
public:
    static constexpr int kCount = 5;

    explicit Places(NetworkCanvas& canvas);
    /// The menu with all of them.
    QAction* menuAction() const { return menu_->menuAction(); }
    void keep(int number);
    void goTo(int number);

private:
    struct Place {
        QPointF centre;
        double zoom = 1;
    };
    void load();
    void store() const;
    QString key() const;
    NetworkCanvas& canvas_;
    std::unique_ptr<QMenu> menu_;
    std::map<int, Place> places_;
    QString file_;
};

}  // namespace perceptarium::ui
