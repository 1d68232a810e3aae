// PictureChoice: what the small pictures above the nodes show, for the View menu.
#pragma once

#include <QObject>
#include <memory>

class QAction;
class QActionGroup;
class QMenu;

namespace perceptarium::ui {

class NetworkCanvas;

class PictureChoice : public QObject {
    Q_OBJECT
public:
    explicit PictureChoice(NetworkCanvas& canvas);
    ~PictureChoice() override;
    QAction* menuAction() const;

private:
    std::unique_ptr<QMenu> menu_;
    QActionGroup* group_;
};

}  // namespace perceptarium::ui
