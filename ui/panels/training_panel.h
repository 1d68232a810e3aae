// Training panel: everything about a run that can be set. Learning rate, L2 and epochs act at once, also while it runs; the
// others make a new run.
#pragma once

#include <QWidget>

#include "ui/workbench.h"

class QLabel;

namespace perceptarium::ui {

class NumberEdit;
class SettingsForm;
class SettingWidget;

class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    explicit TrainingPanel(Workbench& workbench, QWidget* parent = nullptr);

private:
    void refresh();
    void changeSetting(const QString& name, const SettingValue& value);
    void changeOptimizerSetting(const QString& name, const SettingValue& value);
    void changeDropout(double rate);

    Workbench& workbench_;
    SettingsForm *run_, *optimizer_;
    SettingWidget* dropout_;
    QLabel *lossNote_, *optimizerNote_, *optimizerTitle_, *dropoutNote_, *runNote_;
};

}  // namespace perceptarium::ui
