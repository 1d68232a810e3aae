// Gradient check: what back-propagation says beside what the loss does when one number is nudged, tensor by tensor, on the
// user's own network and data (course §5.4). It works on a thread of its own and can be cancelled.
#pragma once

#include <QWidget>
#include <memory>
#include <stop_token>

#include "study/model_gradients.h"
#include "ui/workbench.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace perceptarium::ui {

class GradientCheckPanel : public QWidget {
    Q_OBJECT
public:
    explicit GradientCheckPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~GradientCheckPanel() override;

    /// With the weights as they are now. Does nothing while one is under way.
    void check();
    void cancel();
    bool isChecking() const { return checking_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshButton();
    void showResult(const Result<study::ModelGradients>& result);
    void fill();
    void forget();

    Workbench& workbench_;
    QPushButton* button_;
    QProgressBar* progress_;
    QLabel *verdict_, *nothing_;
    QTreeWidget* list_;
    QStackedWidget* pages_;
    std::stop_source stop_;
    Tasks::Handle task_;
    bool checking_ = false;
    study::ModelGradients shown_;
};

}  // namespace perceptarium::ui
