// FrameActions: making frames and notes, and the menu of one that is there.
#pragma once

#include "ui/canvas/canvas_scene.h"

class QMenu;

namespace perceptarium::ui {

class NetworkCanvas;

/// Around what is selected (of other frames too), or an empty one in the middle of the view; its title is edited at once.
void makeFrame(NetworkCanvas& canvas);
/// With its top left corner there; its words are edited at once.
void makeNote(NetworkCanvas& canvas, QPointF place);
/// Colours, one of them checked; a choice is one edit.
QMenu* colourMenu(NetworkCanvas& canvas, network::FrameId frame, QWidget* parent);

}  // namespace perceptarium::ui
