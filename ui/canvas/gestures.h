// What the mouse is in the middle of: panning, a rubber band, moving nodes, drawing a wire, dropping a layer. A gesture
// changes the document once, when it finishes; until then it only previews.
#pragma once

#include <QPoint>
#include <Qt>
#include <memory>
#include <optional>

#include "network/edits.h"
#include "ui/canvas/canvas_scene.h"

class QPainter;

namespace perceptarium::ui {

class NetworkCanvas;

class Gesture {
public:
    virtual ~Gesture() = default;
    /// `at` in viewport coordinates.
    virtual void move(QPoint at, Qt::KeyboardModifiers held) = 0;
    virtual void finish(QPoint at, Qt::KeyboardModifiers held) = 0;
    /// Nothing happened: looks go back.
    virtual void cancel() = 0;
    /// In viewport coordinates, over the scene.
    virtual void paint(QPainter&) const {}
};

std::unique_ptr<Gesture> panGesture(NetworkCanvas& canvas, QPoint at);
/// On empty ground. Shift adds to the selection, Ctrl toggles.
std::unique_ptr<Gesture> bandGesture(NetworkCanvas& canvas, QPoint at, Qt::KeyboardModifiers held);
/// On a node: a click selects, a drag moves the selection. Alt held already at the press takes what is moved out of its chain,
/// which heals; Alt pressed later ignores the grid.
std::unique_ptr<Gesture> moveGesture(NetworkCanvas& canvas, network::NodeId node, QPoint at, Qt::KeyboardModifiers held);
/// On a frame's title or rim, or a note: a click selects, a drag moves it with its content, or resizes it.
std::unique_ptr<Gesture> frameGesture(NetworkCanvas& canvas, const FrameSpot& spot, QPoint at, Qt::KeyboardModifiers held);
/// What the pointer looks like there.
Qt::CursorShape cursorFor(const FrameSpot& spot);
/// From a port. With Ctrl what is connected there is moved instead.
std::unique_ptr<Gesture> wireGesture(NetworkCanvas& canvas, const PortSpot& port, Qt::KeyboardModifiers held);
/// A layer from the palette over the canvas.
std::unique_ptr<Gesture> dropGesture(NetworkCanvas& canvas, const QString& layer);

// --- where things may be put -------------------------------------------------------------------------------------------

network::Point snapped(network::Point point);
/// Where a node put on `edge` near `wanted` goes: on the line if that is near, and not onto the node before.
network::Point placeOnEdge(const network::Graph& graph, const network::Edge& edge, network::Point wanted);
/// The shift nearest to `by` that puts no moved node on another.
network::Point freeShift(const network::Graph& graph, const std::set<network::NodeId>& moved, network::Point by);

}  // namespace perceptarium::ui
