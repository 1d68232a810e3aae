// PartSection: a part of training that is chosen from a registry (optimizer, schedule, …): what the chosen one is, and
// its own settings.
#pragma once

#include <QWidget>

#include "train/train_settings.h"
#include "ui/workbench.h"

class QLabel;

namespace perceptarium::ui {

class SettingsForm;

class PartSection : public QWidget {
    Q_OBJECT
public:
    /// `part` is one of train::trainParts().
    PartSection(Workbench& workbench, const train::TrainPart& part, QWidget* parent = nullptr);
    /// Words below, beside meaning and formula.
    void setRemark(const QString& remark);

private:
    void refresh();
    void changeSetting(const QString& name, const SettingValue& value);

    Workbench& workbench_;
    const train::TrainPart& part_;
    SettingsForm* form_;
    QLabel *title_, *about_;
    QString remark_;
};

}  // namespace perceptarium::ui
