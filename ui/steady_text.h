// Numbers that change while one looks: a label that shows them keeps its size, so that neither it nor its neighbours
// jump, and nothing is laid out anew (the whole window would be, for a digit).
#pragma once

#include <QLabel>

namespace perceptarium::ui {

/// Shows the text; the label grows where it must and never shrinks. Without text it takes no room.
void setSteadyText(QLabel& label, const QString& text);

}  // namespace perceptarium::ui
