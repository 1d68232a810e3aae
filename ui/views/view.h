// View: one live picture in a dock. Declared once by a ViewSpec in its own file; computes nothing while hidden.
#pragma once

#include <QIcon>
#include <QImage>
#include <QString>
#include <QWidget>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/registry.h"
#include "train/probe.h"
#include "ui/workbench.h"

class QLabel;

namespace perceptarium::ui {

class View : public QWidget {
    Q_OBJECT
public:
    explicit View(Workbench& workbench, QWidget* parent = nullptr);

    /// PNG (at twice the size), SVG or PDF by the ending; the picture as it is seen now. Error: names the file.
    virtual Status exportPicture(const QString& path);
    /// The numbers behind the picture as CSV; empty function result: the view has none.
    virtual QString csv() const { return {}; }

protected:
    Workbench& workbench() const { return workbench_; }
    /// Subscribed while the view is visible, by whatever trainer there is.
    void watch(train::ProbePtr probe);
    /// What the picture is painted into for export; the whole view unless said otherwise.
    virtual QWidget* picture() { return this; }
    /// Takes what is new from the probes and asks for a repaint if there is anything; says whether there was. Called while
    /// the view can be seen: at each tick, and while training goes on when its turn has come (live_pictures.h).
    virtual bool refresh() = 0;
    /// So often it comes even where pictures are dear: rarer would not look alive.
    virtual std::chrono::milliseconds atLeastEvery() const { return std::chrono::milliseconds(1000); }
    /// Another trainer, or none: forget what was shown.
    virtual void trainerReplaced() {}
    /// Light and dark switched, fonts changed.
    virtual void themeChanged() { update(); }

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Not hidden, nor in a window that is minimized or on another desktop.
    bool canBeSeen() const;
    /// Asks the trainer for nothing while no one looks.
    void followSight();
    void showFailures();
    Workbench& workbench_;
    std::shared_ptr<void> turn_;  ///< among the live pictures
    std::vector<train::ProbePtr> probes_;
    std::vector<std::shared_ptr<void>> subscriptions_;
    std::vector<std::uint64_t> failuresSeen_;
    QLabel* failure_ = nullptr;  ///< what a probe could not do, over the foot of the view
};

struct ViewSpec {
    std::string id;  ///< for ever: layouts are saved under it
    int order = 0;
    const char* title;    ///< QT_TRANSLATE_NOOP("View", …)
    const char* meaning;  ///< one sentence for menu and tooltip
    bool shownAtStart = false;
    std::function<View*(Workbench&, QWidget* parent)> make;
};
const std::vector<const ViewSpec*>& allViews();

}  // namespace perceptarium::ui
