// Panning and the rubber band: gestures that do not touch the document.
#include <QPainter>
#include <QScrollBar>

#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

class Pan : public Gesture {
public:
    Pan(NetworkCanvas& canvas, QPoint at) : canvas_(canvas), last_(at) { canvas.viewport()->setCursor(Qt::ClosedHandCursor); }
    ~Pan() override { canvas_.viewport()->unsetCursor(); }
    void move(QPoint at, Qt::KeyboardModifiers) override {
        const QPoint by = at - last_;
        last_ = at;
        canvas_.horizontalScrollBar()->setValue(canvas_.horizontalScrollBar()->value() - by.x());
        canvas_.verticalScrollBar()->setValue(canvas_.verticalScrollBar()->value() - by.y());
    }
    void finish(QPoint at, Qt::KeyboardModifiers held) override { move(at, held); }
    void cancel() override {}

private:
    NetworkCanvas& canvas_;
    QPoint last_;
};

class Band : public Gesture {
public:
    Band(NetworkCanvas& canvas, QPoint at, Qt::KeyboardModifiers held)
        : canvas_(canvas), start_(canvas.mapToScene(at)), end_(start_), before_(canvas.workbench().selection()),
          framesBefore_(canvas.workbench().selectedFrames()),
          adds_(held & Qt::ShiftModifier), toggles_(held & Qt::ControlModifier) {}

    void move(QPoint at, Qt::KeyboardModifiers) override {
        end_ = canvas_.mapToScene(at);
        const QRectF box = QRectF(start_, end_).normalized();
        std::set<network::NodeId> chosen;
        if (adds_ || toggles_) chosen = before_;
        for (const auto& [id, item] : canvas_.drawing().nodeItems()) {
            if (!box.intersects(item->body().translated(item->pos()))) continue;
            if (toggles_ && before_.contains(id)) chosen.erase(id);
            else chosen.insert(id);
        }
        std::set<network::FrameId> frames;  // those that lie wholly in the band
        if (adds_ || toggles_) frames = framesBefore_;
        for (const auto& [id, item] : canvas_.drawing().frameItems()) {
            if (!box.contains(item->box())) continue;
            if (toggles_ && framesBefore_.contains(id)) frames.erase(id);
            else frames.insert(id);
        }
        canvas_.workbench().select(chosen, frames);
        canvas_.viewport()->update();
    }
    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        if ((canvas_.mapFromScene(start_) - at).manhattanLength() < 4) {  // a click on the ground
            if (!adds_ && !toggles_) {
                canvas_.workbench().select({});
                canvas_.drawing().setCurrent({});
            }
        } else {
            move(at, held);
        }
        canvas_.viewport()->update();
    }
    void cancel() override {
        canvas_.workbench().select(before_, framesBefore_);
        canvas_.viewport()->update();
    }
    void paint(QPainter& painter) const override {
        const QRect box = QRect(canvas_.mapFromScene(start_), canvas_.mapFromScene(end_)).normalized();
        QColor ground = colour(Role::Accent);
        ground.setAlphaF(0.12f);
        painter.setPen(QPen(colour(Role::Accent), 1));
        painter.setBrush(ground);
        painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
    }

private:
    NetworkCanvas& canvas_;
    QPointF start_, end_;
    std::set<network::NodeId> before_;
    std::set<network::FrameId> framesBefore_;
    bool adds_, toggles_;
};

}  // namespace

std::unique_ptr<Gesture> panGesture(NetworkCanvas& canvas, QPoint at) { return std::make_unique<Pan>(canvas, at); }
std::unique_ptr<Gesture> bandGesture(NetworkCanvas& canvas, QPoint at, Qt::KeyboardModifiers held) {
    return std::make_unique<Band>(canvas, at, held);
}

}  // namespace perceptarium::ui
