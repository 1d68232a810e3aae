// The letters of the drawing.
#pragma once

#include <QFont>

namespace perceptarium::ui {

/// In scene units, so that text grows with the zoom.
QFont canvasFont(double pixels, bool strong = false);

}  // namespace perceptarium::ui
