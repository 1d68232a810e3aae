// What a run measures, as a list to tick: automatic, or any of the metrics. Edits the setting "metrics", a text of ids.
#pragma once

#include "network/infer_shapes.h"
#include "ui/panels/setting_widgets.h"

class QPushButton;

namespace perceptarium::ui {

class MetricChoice : public SettingWidget {
    Q_OBJECT
public:
    explicit MetricChoice(const SettingSpec& spec, QWidget* parent = nullptr);

    SettingValue value() const override { return SettingValue(text_); }
    void setValue(const SettingValue& value) override;
    QWidget* editor() const override;
    /// Metrics that do not apply to it are offered last, dimmed; nullopt: not known yet, all are alike.
    void setTarget(const std::optional<network::TargetInfo>& target);

private:
    void fillMenu();
    void toggle(const std::string& id, bool on);
    void take(std::string text);
    void showText();

    std::string text_ = "auto";
    std::optional<network::TargetInfo> target_;
    QPushButton* button_;
};

}  // namespace perceptarium::ui
