// An editor over a place of the canvas: one line for names and titles, several for notes. Enter (Ctrl+Enter in a note) or
// leaving it takes the text, Escape drops it.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>

namespace perceptarium::ui {

struct InPlace {
    QWidget* over = nullptr;  ///< the editor's parent
    QRect place;              ///< in its coordinates
    QString text;
    QString accessibleName;
    std::function<void(const QString&)> taken;  ///< the text, when it was changed
    std::function<void()> ended;                ///< after that, or when it was dropped
};

void editLine(InPlace edit);
void editWords(InPlace edit);

}  // namespace perceptarium::ui
