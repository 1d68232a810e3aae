#include "ui/steady_text.h"

namespace perceptarium::ui {

void setSteadyText(QLabel& label, const QString& text) {
    if (label.text() == text) return;
    label.setText(text);
    if (label.isHidden() != text.isEmpty()) label.setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    // A label of fixed size asks for no new layout when its text changes.
    const QSize needed = label.sizeHint(),
                fixed = label.minimumSize() == label.maximumSize() ? label.minimumSize() : QSize(0, 0);
    if (needed.width() > fixed.width() || needed.height() > fixed.height())
        label.setFixedSize(needed.expandedTo(fixed));
}

}  // namespace perceptarium::ui
