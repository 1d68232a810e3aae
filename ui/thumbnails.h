// Thumbnails: a small picture of each saved project, where the desktop keeps such pictures (freedesktop.org thumbnail
// specification), so that file managers find them too.
#pragma once

#include <QImage>
#include <QString>

#include "network/graph.h"

namespace perceptarium::ui {

/// Transparent around the drawing, so that it suits light and dark.
QImage drawThumbnail(const network::Graph& graph);
/// Kept for the file as it is now. A cache that cannot be written must not disturb anyone.
void keepThumbnail(const QString& path, QImage picture);
/// Null when there is none, or the file has changed since.
QImage thumbnailOf(const QString& path);
/// Where it is kept.
QString thumbnailPath(const QString& path);

}  // namespace perceptarium::ui
