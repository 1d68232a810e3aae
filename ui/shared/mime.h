// The two things that are dragged or copied between palette, canvas and clipboard.
#pragma once

#include <QString>

namespace perceptarium::ui {

/// A layer from the palette: its id in UTF-8.
inline const QString kLayerMime = QStringLiteral("application/x-perceptarium-layer");
/// Nodes and edges as JSON; put on the clipboard as plain text too.
inline const QString kNodesMime = QStringLiteral("application/x-perceptarium-nodes+json");

}  // namespace perceptarium::ui
