// A picture as a file: PNG at twice the size, or SVG or PDF, which stay sharp at any size; the ending of the path says which.
#pragma once

#include <QSizeF>
#include <QString>
#include <functional>

#include "base/result.h"

class QPainter;

namespace perceptarium::ui {

/// `paint` paints `size` (in pixels of the screen) from (0, 0) on. All or nothing: a failure leaves the old file whole.
/// Error: names the path.
Status writePicture(const QString& path, QSizeF size, const QString& title, const std::function<void(QPainter&)>& paint);
/// For a file dialog: the kinds with their endings.
QString pictureFilters();

}  // namespace perceptarium::ui
