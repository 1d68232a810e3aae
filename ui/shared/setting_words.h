// What a declared setting is called and how its value reads, the same in the drawing, the inspector and the panels.
#pragma once

#include <QString>

#include "base/settings.h"

namespace perceptarium::ui {

/// "Kernel size" as people read it, translated where a translation is known.
QString settingTitle(const SettingSpec& spec);
QString settingValueText(const SettingSpec& spec, const SettingValue& value);
/// Meaning, range, unit and standard of a setting as a tooltip.
QString settingTooltip(const SettingSpec& spec);

}  // namespace perceptarium::ui
