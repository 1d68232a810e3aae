// The loss of a run, explained, with its own settings: what "auto" comes to for this network and these data, or why a
// chosen one does not suit. A setting that is changed names the loss, so that it stays with it.
#pragma once

#include <QWidget>

#include "base/settings.h"
#include "ui/workbench.h"

class QLabel;

namespace perceptarium::train {
struct LossSpec;
}

namespace perceptarium::ui {

class SettingsForm;

class LossForm : public QWidget {
    Q_OBJECT
public:
    explicit LossForm(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    /// Why the chosen loss does not suit; empty when it does.
    const QString& problem() const { return problem_; }

private:
    void showSettings(const train::LossSpec& loss);
    void change(const QString& name, const SettingValue& value);

    Workbench& workbench_;
    QLabel* note_;
    SettingsForm* settings_;
    std::string shown_;  ///< id of the loss whose settings are shown
    QString problem_;
};

}  // namespace perceptarium::ui
