// RangeTestPanel: finds a learning rate by trying them all on a copy of the network (Smith 2017).
#pragma once

#include <QWidget>

#include "ui/panels/range_test_worker.h"
#include "ui/workbench.h"

class QLabel;
class QPushButton;

namespace perceptarium::ui {

class RangeTestChart;
class SettingsForm;

class RangeTestPanel : public QWidget {
    Q_OBJECT
public:
    explicit RangeTestPanel(Workbench& workbench, QWidget* parent = nullptr);
    ~RangeTestPanel() override;
    /// Begins, or gives up the test that is under way.
    void toggle();
    bool isRunning() const { return running_; }

private:
    void start();
    void look();
    void take(double rate);
    void refreshButtons();

    Workbench& workbench_;
    SettingsForm* form_;
    RangeTestChart* chart_;
    QPushButton *start_, *take_;
    QLabel* note_;
    Settings settings_;  ///< of the test; no part of the document
    RangeTestWorker worker_;
    Tasks::Handle task_;
    bool running_ = false;
    std::int64_t steps_ = 0;  ///< of the test
    std::size_t shown_ = 0;
};

}  // namespace perceptarium::ui
