// Several things edited as one: how a field shows that they do not all have the same value, and how one value becomes that of
// all of them.
#pragma once

#include <functional>

#include "ui/panels/setting_widgets.h"

class QCheckBox;

namespace perceptarium::ui {

/// What the box is for some, but not for all: half filled. The next click fills it.
void showDiffering(QCheckBox& box, bool differ);
/// The same of a setting: a box is half filled, a list shows no choice; a number or text stays the first one's.
void showDiffering(SettingWidget& widget, bool differ);
/// Calls `take` for what changes no value in the widget and yet is meant for all: a click on a half filled box, Enter in a field.
void onTakenAsItIs(SettingWidget& widget, const std::function<void()>& take);

}  // namespace perceptarium::ui
