// The drawing for screen readers: nodes and edges as children of the canvas, with names that say what is to be seen.
#pragma once

namespace perceptarium::ui {

/// Once, before the first canvas is asked; further calls do nothing.
void installCanvasAccessibility();

class NetworkCanvas;
/// The keyboard is on another node or edge: tells whoever listens.
void announceCurrent(NetworkCanvas& canvas);
/// Forgets the children that are gone, before anybody asks about them.
void announceChildren(NetworkCanvas& canvas);

}  // namespace perceptarium::ui
