// Run bar: starts, pauses and steps the training, and says how far it is and how long it will take.
#pragma once

#include <QList>
#include <QToolBar>

#include "ui/workbench.h"

class QAction;
class QLabel;
class QProgressBar;

namespace perceptarium::ui {

class RunBar : public QToolBar {
    Q_OBJECT
public:
    explicit RunBar(Workbench& workbench, QWidget* parent = nullptr);

    /// Play, pause, batch, epoch, stop, reset, reset with a new seed: for the Run menu, with their shortcuts.
    QList<QAction*> runActions() const;

private:
    void makeActions();
    QWidget* makeProgress();
    void refreshActions();
    void refreshProgress();
    void say(const QString& where, const QString& pace, bool isProblem);

    Workbench& workbench_;
    QAction *play_, *pause_, *batch_, *epoch_, *stop_, *reset_, *newSeed_;
    QLabel *where_ = nullptr, *pace_ = nullptr;
    QProgressBar* progress_ = nullptr;
    int ticks_ = 0;
    train::Phase phase_ = train::Phase::Preparing;
};

}  // namespace perceptarium::ui
