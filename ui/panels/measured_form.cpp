#include "ui/panels/measured_form.h"

#include <QFormLayout>
#include <QVBoxLayout>

#include "train/metric.h"
#include "train/train_settings.h"
#include "ui/panels/metric_choice.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr const char* kMetrics = "metrics";

}  // namespace

MeasuredForm::MeasuredForm(QWidget* parent)
    : QWidget(parent),
      choice_(new MetricChoice(*findSetting(train::trainSettingSpecs(), kMetrics))),
      settings_(new SettingsForm) {
    auto* row = new QFormLayout;
    row->addRow(settingTitle(choice_->spec()), choice_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    column->addLayout(row);
    column->addWidget(settings_);
    settings_->setSpecs(specsOf(train::metricSettings()));
    connect(choice_, &SettingWidget::changed, this,
            [this](const SettingValue& value) { emit changed(qt(kMetrics), value); });
    connect(choice_, &SettingWidget::finished, this, &MeasuredForm::finished);
    connect(settings_, &SettingsForm::changed, this, &MeasuredForm::changed);
    connect(settings_, &SettingsForm::finished, this, &MeasuredForm::finished);
}

void MeasuredForm::show(const Settings& values, const std::optional<network::TargetInfo>& target) {
    choice_->setTarget(target);
    if (const auto chosen = values.find(kMetrics); chosen != values.end()) choice_->setValue(chosen->second);
    settings_->setValues(values);
    for (const auto& one : train::metricSettings()) {
        bool read = !target;
        for (const train::MetricSpec* metric : train::allMetrics())
            for (const auto& own : metric->settings)
                if (target && own.spec.name == one.spec.name) read = read || metric->applies(*target);
        settings_->setRowVisible(one.spec.name, read);
    }
}

}  // namespace perceptarium::ui
