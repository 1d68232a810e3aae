// What the mouse does to frames and notes: moving them with their content, and resizing.
#include <QApplication>

#include "ui/canvas/frame_item.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"

namespace perceptarium::ui {
namespace {

class MoveFrame : public Gesture {
public:
    MoveFrame(NetworkCanvas& canvas, network::FrameId frame, QPoint at, Qt::KeyboardModifiers held)
        : canvas_(canvas), frame_(frame), start_(canvas.mapToScene(at)), pressedAt_(at) {
        auto& workbench = canvas.workbench();
        auto frames = workbench.selectedFrames();
        const bool was = frames.contains(frame);
        if (held & Qt::ControlModifier && was) frames.erase(frame);
        else frames.insert(frame);
        const bool adds = held & (Qt::ControlModifier | Qt::ShiftModifier);
        if (adds) workbench.select(workbench.selection(), frames);
        else if (!was) workbench.select({}, {frame});
        narrowOnClick_ = !adds && was;
        canvas.drawing().setCurrent(FrameRef{frame}, false);
        moved_ = network::withContent(workbench.graph(), {workbench.selection(), workbench.selectedFrames()});
    }

    void move(QPoint at, Qt::KeyboardModifiers held) override {
        if (!moving_ && (at - pressedAt_).manhattanLength() < QApplication::startDragDistance()) return;
        const auto* frame = canvas_.workbench().graph().findFrame(frame_);
        if (!frame || !moved_.frames.contains(frame_)) return;
        moving_ = true;
        const QPointF by = canvas_.mapToScene(at) - start_;
        by_ = {by.x(), by.y()};
        if (canvas_.snapsToGrid() && !(held & Qt::AltModifier)) by_ = snapped(by_);  // the nodes in it stay on the grid
        canvas_.drawing().preview(moved_, {by_.x, by_.y});
    }

    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        if (moving_) move(at, held);
        cancel();
        auto& workbench = canvas_.workbench();
        if (!moving_) {
            if (narrowOnClick_) workbench.select({}, {frame_});
            return;
        }
        workbench.edit(NetworkCanvas::tr("Move"), [&](project::Document& document) -> Status {
            network::moveParts(document.graph, moved_, by_);
            return {};
        });
        workbench.sealEdit();
    }

    void cancel() override { canvas_.drawing().preview({}, {}); }

private:
    NetworkCanvas& canvas_;
    network::FrameId frame_;
    QPointF start_;
    QPoint pressedAt_;
    network::Parts moved_;
    network::Point by_;
    bool moving_ = false, narrowOnClick_ = false;
};

class ResizeFrame : public Gesture {
public:
    ResizeFrame(NetworkCanvas& canvas, const network::Frame& frame, Qt::Edges edges, QPoint at)
        : canvas_(canvas), before_(frame), now_(frame), edges_(edges), start_(canvas.mapToScene(at)), pressedAt_(at) {
        canvas.workbench().select({}, {frame.id});
        canvas.drawing().setCurrent(FrameRef{frame.id}, false);
    }

    void move(QPoint at, Qt::KeyboardModifiers held) override {
        if (!moving_ && (at - pressedAt_).manhattanLength() < QApplication::startDragDistance()) return;
        moving_ = true;
        const QPointF by = canvas_.mapToScene(at) - start_;
        const bool snaps = canvas_.snapsToGrid() && !(held & Qt::AltModifier);
        now_ = before_;
        side(now_.corner.x, now_.size.x, by.x(), edges_ & Qt::LeftEdge, edges_ & Qt::RightEdge, snaps);
        side(now_.corner.y, now_.size.y, by.y(), edges_ & Qt::TopEdge, edges_ & Qt::BottomEdge, snaps);
        canvas_.drawing().previewFrame(now_);
    }

    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        move(at, held);
        cancel();
        if (!moving_) return;
        canvas_.workbench().edit(NetworkCanvas::tr("Resize"), [&](project::Document& document) {
            return network::changeFrame(document.graph, now_);
        });
        canvas_.workbench().sealEdit();
    }

    void cancel() override { canvas_.drawing().previewFrame({}); }

private:
    /// Moves one of the two sides along an axis; the other stays, and the frame keeps its smallest size.
    static void side(double& corner, double& size, double by, bool first, bool second, bool snaps) {
        if (!first && !second) return;
        const double old = first ? corner : corner + size;
        double now = old + by;
        if (snaps) now = snapped({now, 0}).x;
        if (first) {
            now = std::min(now, corner + size - network::kSmallestFrame);
            size += corner - now;
            corner = now;
        } else {
            size = std::max(now - corner, network::kSmallestFrame);
        }
    }

    NetworkCanvas& canvas_;
    network::Frame before_, now_;
    Qt::Edges edges_;
    QPointF start_;
    QPoint pressedAt_;
    bool moving_ = false;
};

}  // namespace

std::unique_ptr<Gesture> frameGesture(NetworkCanvas& canvas, const FrameSpot& spot, QPoint at, Qt::KeyboardModifiers held) {
    const auto* frame = canvas.workbench().graph().findFrame(spot.frame);
    if (frame && spot.edges) return std::make_unique<ResizeFrame>(canvas, *frame, spot.edges, at);
    return std::make_unique<MoveFrame>(canvas, spot.frame, at, held);
}

Qt::CursorShape cursorFor(const FrameSpot& spot) {
    const bool across = spot.edges & (Qt::LeftEdge | Qt::RightEdge), up = spot.edges & (Qt::TopEdge | Qt::BottomEdge);
    if (!across && !up) return Qt::SizeAllCursor;
    if (!up) return Qt::SizeHorCursor;
    if (!across) return Qt::SizeVerCursor;
    const bool falling = spot.edges.testFlag(Qt::LeftEdge) == spot.edges.testFlag(Qt::TopEdge);
    return falling ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
}

}  // namespace perceptarium::ui
