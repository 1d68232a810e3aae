// The canvas's mouse, keyboard and drops, and the ground that it paints.
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <cmath>

#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures.h"
#include "ui/shared/mime.h"
#include "ui/canvas/live_preview.h"
#include "ui/canvas/mini_map.h"
#include "ui/canvas/network_canvas.h"
#include "ui/preferences.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kPortReach = 11, kEdgeReach = 7, kRimReach = 5;  // pixels
}

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

void NetworkCanvas::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    fitAgain();
    if (miniMap_) miniMap_->place();
    if (preview_) preview_->place();
    placeBreadcrumb();
}

void NetworkCanvas::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    if (!touched_) fitAll();
}

void NetworkCanvas::changeEvent(QEvent* event) {
    QGraphicsView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange) return;
    scene_->pictures().forgetAll();
    if (preview_) preview_->paintAgain();
    viewport()->update();
}

void NetworkCanvas::drawBackground(QPainter* painter, const QRectF& rect) {
    scene_->pictures().beginFrame(painter->device() == viewport());
    painter->fillRect(rect, colour(Role::Canvas));
    // Dots; twice as far apart whenever they would come too near each other.
    double step = network::kGrid * 3;
    while (step * zoom() < 14) step *= 2;
    const double left = std::floor(rect.left() / step) * step, top = std::floor(rect.top() / step) * step;
    // One line of dots, copied down: painting each would take longer than the rest of the picture.
    const double ratio = painter->device()->devicePixelRatioF();
    const auto onPixel = [ratio](double place) { return std::round(place * ratio) / ratio; };
    const QTransform world = painter->worldTransform();
    const double from = world.map(QPointF(left, top)).x(), width = std::max(1.0, rect.width() * zoom() + 2 * step * zoom());
    QImage line(QSize(static_cast<int>(std::ceil(width * ratio)), static_cast<int>(std::ceil(2 * ratio))), QImage::Format_ARGB32_Premultiplied);
    line.setDevicePixelRatio(ratio);
    line.fill(Qt::transparent);
    {
        QPainter dots(&line);
        const QColor tint = colour(Role::Grid).darker(isDark() ? 90 : 108);
        for (double x = 0; x < width; x += step * zoom()) dots.fillRect(QRectF(onPixel(x), 0, 2, 2), tint);
    }
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (double y = top; y < rect.bottom(); y += step) painter->drawImage(QPointF(onPixel(from) - 1, onPixel(world.map(QPointF(left, y)).y()) - 1), line);
    painter->restore();
}

void NetworkCanvas::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->resetTransform();
    const QRectF room = viewport()->rect();
    if (scene_->nodeItems().empty() && !gesture_) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.4);
        large.setWeight(QFont::DemiBold);
        painter->setFont(large);
        painter->setPen(palette().color(QPalette::Text));
        painter->drawText(room.adjusted(20, 0, -20, -34), Qt::AlignCenter | Qt::TextWordWrap, tr("Nothing here yet"));
        painter->setFont(font());
        painter->setPen(colour(Role::Secondary));
        painter->drawText(room.adjusted(20, 34, -20, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          tr("Drag a layer from the palette, or press Space to search one.\nA network starts with an Input."));
    }
    if (gesture_) gesture_->paint(*painter);
    if (hasFocus() && scene_->keyboardHere() && std::holds_alternative<std::monostate>(scene_->current())) {  // the keyboard is on the canvas itself
        painter->setPen(QPen(colour(Role::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(room.adjusted(1, 1, -1, -1));
    }
    painter->restore();
    if (scene_->pictures().unfinished()) QTimer::singleShot(0, viewport(), qOverload<>(&QWidget::update));
}

}  // namespace perceptarium::ui
