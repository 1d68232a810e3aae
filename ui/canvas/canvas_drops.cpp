// What is dragged onto the canvas: layers of the palette.
#include <QDropEvent>
#include <QMimeData>

#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/shared/mime.h"

namespace perceptarium::ui {

void NetworkCanvas::dragEnterEvent(QDragEnterEvent* event) {
    // Files and folders are the window's: not taken here, they go on to it.
    if (!event->mimeData()->hasFormat(kLayerMime)) {
        event->ignore();
        return;
    }
    if (gesture_) gesture_->cancel();
    gesture_ = dropGesture(*this, QString::fromUtf8(event->mimeData()->data(kLayerMime)));
    gesture_->move(event->position().toPoint(), event->modifiers());
    event->acceptProposedAction();
}

void NetworkCanvas::dragMoveEvent(QDragMoveEvent* event) {
    if (!gesture_ || !event->mimeData()->hasFormat(kLayerMime)) {
        event->ignore();
        return;
    }
    gesture_->move(event->position().toPoint(), event->modifiers());
    event->acceptProposedAction();
}

void NetworkCanvas::dragLeaveEvent(QDragLeaveEvent*) {
    if (gesture_) gesture_->cancel();
    gesture_.reset();
}

void NetworkCanvas::dropEvent(QDropEvent* event) {
    if (!gesture_ || !event->mimeData()->hasFormat(kLayerMime)) {
        event->ignore();
        return;
    }
    const auto ending = std::move(gesture_);
    touched_ = true;
    ending->finish(event->position().toPoint(), event->modifiers());
    event->acceptProposedAction();
}

}  // namespace perceptarium::ui
