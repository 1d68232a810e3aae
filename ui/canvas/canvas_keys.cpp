// The canvas's keyboard: walking from layer to layer, moving what is selected, Space, Enter and Esc.
#include <QKeyEvent>
#include <QScrollBar>
#include <algorithm>

#include "network/frame_edits.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"

namespace perceptarium::ui {

bool NetworkCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys that the canvas uses itself, before a menu elsewhere takes them.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

bool NetworkCanvas::focusNextPrevChild(bool next) {
    scene_->setKeyboardHere(true);
    const auto things = scene_->order();
    const auto at = std::find(things.begin(), things.end(), scene_->current());
    // Past the last or before the first the keyboard leaves the canvas, as from any other widget.
    if (things.empty()) return QGraphicsView::focusNextPrevChild(next);
    auto target = things.end();
    if (at == things.end()) target = next ? things.begin() : things.end() - 1;
    else if (next && at + 1 != things.end()) target = at + 1;
    else if (!next && at != things.begin()) target = at - 1;
    if (target == things.end()) {
        scene_->setCurrent({}, false);
        viewport()->update();
        return QGraphicsView::focusNextPrevChild(next);
    }
    scene_->setCurrent(*target);
    if (const auto* id = std::get_if<network::NodeId>(&*target)) reveal(*id);
    else if (const QRectF box = scene_->boxOf(*target); !box.isNull()) ensureVisible(box, 20, 20);
    return true;
}

void NetworkCanvas::keyPressEvent(QKeyEvent* event) {
    scene_->setKeyboardHere(true);
    touched_ = true;
    const auto& selection = workbench_.selection();
    const bool big = event->modifiers() & Qt::ShiftModifier;
    const double step = network::kGrid * (big ? 5 : 1);
    network::Point by;
    switch (event->key()) {
        case Qt::Key_Left: by.x = -step; break;
        case Qt::Key_Right: by.x = step; break;
        case Qt::Key_Up: by.y = -step; break;
        case Qt::Key_Down: by.y = step; break;
        case Qt::Key_Escape:
            if (gesture_) {
                gesture_->cancel();
                gesture_.reset();
                viewport()->update();
            } else {
                workbench_.select({});
                scene_->setCurrent({});
            }
            return;
        case Qt::Key_Space:
            if (event->modifiers() == Qt::NoModifier && !event->isAutoRepeat()) {
                spaceHeld_ = true;
                spacePanned_ = false;
                viewport()->setCursor(Qt::OpenHandCursor);
            }
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (const auto* edge = std::get_if<network::Edge>(&scene_->current())) {
                if (const auto* item = scene_->edge(*edge)) searchOnEdge(*edge, item->middle());
            } else if (workbench_.selectedFrame() != network::kNoFrame) {
                editFrameText(workbench_.selectedFrame());
            } else if (workbench_.selectedNode() != network::kNoNode) {
                openNode(workbench_.selectedNode());
            }
            return;
        case Qt::Key_F1: emit helpRequested(workbench_.selectedNode()); return;
        default: QGraphicsView::keyPressEvent(event); return;
    }
    if (gesture_) return;
    if (const auto frame = workbench_.selectedFrame(); frame != network::kNoFrame && event->modifiers() & Qt::ControlModifier) {
        workbench_.edit(tr("Resize"), [&](project::Document& document) -> Status {
            network::Frame changed = *document.graph.findFrame(frame);
            changed.size = {changed.size.x + by.x, changed.size.y + by.y};
            return network::changeFrame(document.graph, changed);
        }, "canvas/resize-by-keys");
        return;
    }
    const auto& frames = workbench_.selectedFrames();
    if (selection.empty() && frames.empty()) {  // nothing to move: the view moves
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(by.x * 4));
        verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(by.y * 4));
        return;
    }
    const network::Parts parts{selection, frames};
    workbench_.edit(tr("Move"), [&](project::Document& document) -> Status {
        network::moveParts(document.graph, parts, by);
        return {};
    }, "canvas/move-by-keys");
    if (workbench_.selectedNode() != network::kNoNode) reveal(workbench_.selectedNode());
}

void NetworkCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->isAutoRepeat()) return;
    switch (event->key()) {
        case Qt::Key_Space: {
            const bool tapped = spaceHeld_ && !spacePanned_ && !gesture_;
            spaceHeld_ = false;
            viewport()->unsetCursor();
            if (!tapped) return;
            if (const auto node = workbench_.selectedNode(); node != network::kNoNode) {
                searchAfter(node);
                return;
            }
            const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
            searchAt(mapToScene(viewport()->underMouse() && viewport()->rect().contains(pointer) ? pointer : viewport()->rect().center()));
            return;
        }
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down: workbench_.sealEdit(); return;  // one step for a key held down
        default: QGraphicsView::keyReleaseEvent(event);
    }
}

void NetworkCanvas::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    const auto why = event->reason();
    scene_->setKeyboardHere(why == Qt::TabFocusReason || why == Qt::BacktabFocusReason || why == Qt::ShortcutFocusReason);
    viewport()->update();
}

void NetworkCanvas::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    spaceHeld_ = false;
    scene_->setKeyboardHere(false);
    workbench_.sealEdit();
    viewport()->update();
}

}  // namespace perceptarium::ui
