// The canvas's mouse: what lies under it, and which gesture begins there.
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <cmath>

#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/preferences.h"

namespace perceptarium::ui {
namespace {
constexpr double kPortReach = 11, kEdgeReach = 7, kRimReach = 5;  // pixels
}

void NetworkCanvas::mousePressEvent(QMouseEvent* event) {
    hideNote();
    scene_->setKeyboardHere(false);
    touched_ = true;
    const QPoint at = event->position().toPoint();
    if (gesture_) {  // another button during a drag gives it up
        gesture_->cancel();
        gesture_.reset();
        viewport()->update();
        return;
    }
    const QPointF place = mapToScene(at);
    const auto held = event->modifiers();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceHeld_)) {
        spacePanned_ = spaceHeld_;
        gesture_ = panGesture(*this, at);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    const auto port = scene_->portAt(place, kPortReach / zoom());
    if (port && !(held & Qt::AltModifier)) {
        gesture_ = wireGesture(*this, *port, held);
        return;
    }
    if (const auto* node = scene_->nodeAt(place)) {
        gesture_ = moveGesture(*this, node->id(), at, held);
        return;
    }
    if (const auto note = scene_->frameAt(place, kRimReach / zoom(), true)) {
        gesture_ = frameGesture(*this, *note, at, held);
        return;
    }
    if (const auto* edge = scene_->edgeAt(place, kEdgeReach / zoom())) {
        const network::Edge which = edge->edge();
        if (held & Qt::AltModifier) {
            workbench_.edit(tr("Disconnect"), [&](project::Document& document) -> Status {
                network::disconnect(document.graph, which);
                return {};
            });
        } else {
            scene_->setCurrent(which);
        }
        return;
    }
    if (const auto frame = scene_->frameAt(place, kRimReach / zoom(), false)) {
        gesture_ = frameGesture(*this, *frame, at, held);
        return;
    }
    gesture_ = bandGesture(*this, at, held);
}

/// Notes lie above edges, frames below.
std::optional<FrameSpot> NetworkCanvas::frameUnder(QPointF place) const {
    if (const auto note = scene_->frameAt(place, kRimReach / zoom(), true)) return note;
    if (scene_->edgeAt(place, kEdgeReach / zoom())) return std::nullopt;
    return scene_->frameAt(place, kRimReach / zoom(), false);
}

void NetworkCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (gesture_) {
        gesture_->move(at, event->modifiers());
        return;
    }
    const QPointF place = mapToScene(at);
    if (spaceHeld_) {
        viewport()->setCursor(Qt::OpenHandCursor);
        hint(tr("Drag to push the drawing about"));
    } else if (scene_->portAt(place, kPortReach / zoom())) {
        viewport()->setCursor(Qt::CrossCursor);
        hint(tr("Drag to connect, into empty space to add a layer; Ctrl+drag moves what is connected"));
    } else if (scene_->nodeAt(place)) {
        viewport()->unsetCursor();
        hint(tr("Drag to move; Alt+drag takes the layer out of its chain; Alt pressed later ignores the grid"));
    } else if (const auto frame = frameUnder(place)) {
        viewport()->setCursor(cursorFor(*frame));
        hint(tr("Drag to move it with what it holds, at its sides to resize it; double-click to edit its text"));
    } else if (scene_->edgeAt(place, kEdgeReach / zoom())) {
        viewport()->setCursor(Qt::PointingHandCursor);
        hint(tr("Double-click to insert a layer, Alt+click to remove the link"));
    } else {
        viewport()->unsetCursor();
        hint({});
    }
    QGraphicsView::mouseMoveEvent(event);
}

void NetworkCanvas::hint(const QString& text) {
    if (text == hint_) return;
    hint_ = text;
    QStatusTipEvent tip(text);
    QApplication::sendEvent(this, &tip);
}

void NetworkCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (!gesture_) return;
    // Taken out first: finishing may open a popup, which brings other events.
    const auto ending = std::move(gesture_);
    ending->finish(event->position().toPoint(), event->modifiers());
    viewport()->update();
}

void NetworkCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPointF place = mapToScene(event->position().toPoint());
    if (const auto* node = scene_->nodeAt(place)) {
        scene_->setCurrent(node->id());
        openNode(node->id());
    } else if (const auto note = scene_->frameAt(place, 0, true)) {
        editFrameText(note->frame);
    } else if (scene_->edgeAt(place, kEdgeReach / zoom())) {
        searchOnEdge(scene_->edgeAt(place, kEdgeReach / zoom())->edge(), place);
    } else if (const auto frame = scene_->frameAt(place, 0, false)) {
        editFrameText(frame->frame);
    } else if (!scene_->portAt(place, kPortReach / zoom())) {
        searchAt(place);
    }
}

void NetworkCanvas::wheelEvent(QWheelEvent* event) {
    touched_ = true;
    const QPoint turned = event->angleDelta();
    const bool held = event->modifiers() & Qt::ControlModifier;
    if (held != (Preferences::instance().choice(settings::kWheel) == QLatin1String("zoom"))) {
        if (turned.y() != 0) zoomTo(zoom() * std::pow(1.2, turned.y() / 120.0), event->position().toPoint());
    } else {
        const QPoint by = !event->pixelDelta().isNull() ? event->pixelDelta() : turned / 2;
        const bool sideways = event->modifiers() & Qt::ShiftModifier;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (sideways && by.x() == 0 ? by.y() : by.x()));
        if (!sideways) verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
    }
    event->accept();
}

void NetworkCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (gesture_) return;
    Thing thing = scene_->current();
    QPointF place = mapToScene(viewport()->rect().center());
    QPoint global = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (const auto* id = std::get_if<network::NodeId>(&thing)) place = scene_->node(*id)->pos();
        else if (const auto* edge = std::get_if<network::Edge>(&thing)) place = scene_->edge(*edge)->middle();
        else if (const auto* frame = std::get_if<FrameRef>(&thing)) place = scene_->frame(frame->id)->titleBar().center();
        global = viewport()->mapToGlobal(mapFromScene(place));
    } else {
        place = mapToScene(event->pos());
        thing = {};
        if (const auto* node = scene_->nodeAt(place)) thing = node->id();
        else if (const auto frame = frameUnder(place)) thing = FrameRef{frame->frame};
        else if (const auto* edge = scene_->edgeAt(place, kEdgeReach / zoom())) thing = edge->edge();
        if (const auto* frame = std::get_if<FrameRef>(&thing)) scene_->setCurrent(thing, !workbench_.selectedFrames().contains(frame->id));
        else if (const auto* id = std::get_if<network::NodeId>(&thing)) scene_->setCurrent(thing, !workbench_.selection().contains(*id));
        else if (std::holds_alternative<network::Edge>(thing)) scene_->setCurrent(thing);
    }
    auto* menu = actions_->menuFor(thing, place);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(global);
}

}  // namespace perceptarium::ui
