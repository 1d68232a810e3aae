// Where one class gives way to another on a grid of probabilities.
#pragma once

#include <QLineF>
#include <vector>

namespace perceptarium::ui {

/// answers [height, width, k], row 0 at the bottom, sampled at the centres of cells. Line pieces along which two
/// classes are equally probable and above all others, in 0 … 1 of the whole picture, y upwards. (Marching squares, for
/// every class on its lead over the best of the others.)
std::vector<QLineF> classBorders(const float* answers, int height, int width, long k);

}  // namespace perceptarium::ui
