// Small pieces that panels are written with: headings, notes below a control, boxes that may become narrow.
#pragma once

#include <QString>

class QComboBox;
class QLabel;

namespace perceptarium::ui {

QLabel* heading(const QString& text);
/// Words that wrap and can be copied.
QLabel* note(const char* role = "secondary");
/// Hidden while there is nothing to say.
void showNote(QLabel* label, const QString& text);
/// A narrow dock must not be widened by a long entry.
void letShrink(QComboBox* box);

}  // namespace perceptarium::ui
