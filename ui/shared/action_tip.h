// What an action says about itself, with the keys that it has now.
#pragma once

class QAction;
class QString;

namespace perceptarium::ui {

/// Status tip and tooltip: its short name, its first key and what it does. The tooltip follows name and keys.
void describeAction(QAction& action, const QString& help);

}  // namespace perceptarium::ui
