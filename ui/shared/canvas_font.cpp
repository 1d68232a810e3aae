#include "ui/shared/canvas_font.h"

#include <QApplication>
#include <algorithm>
#include <cmath>

namespace perceptarium::ui {

QFont canvasFont(double pixels, bool strong) {
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    font.setHintingPreference(QFont::PreferNoHinting);  // steps of the zoom must not make letters jump
    if (strong) font.setWeight(QFont::DemiBold);
    return font;
}

}  // namespace perceptarium::ui
