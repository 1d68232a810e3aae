// What a run measures, and the settings of the metrics: a part of the training panel.
#pragma once

#include "network/infer_shapes.h"
#include "ui/panels/setting_widgets.h"

namespace perceptarium::ui {

class MetricChoice;

class MeasuredForm : public QWidget {
    Q_OBJECT
public:
    explicit MeasuredForm(QWidget* parent = nullptr);

    /// `values` as the declaration sees them; settings of metrics that do not apply to the target are hidden.
    void show(const Settings& values, const std::optional<network::TargetInfo>& target);

signals:
    void changed(const QString& name, const perceptarium::SettingValue& value);
    void finished();

private:
    MetricChoice* choice_;
    SettingsForm* settings_;
};

}  // namespace perceptarium::ui
