// The hand on a chart of curves: a drag zooms, Shift or the middle button pans, the wheel zooms at the pointer.
#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/views/curve_chart.h"

namespace perceptarium::ui {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

}  // namespace

void CurveChart::zoomTo(CurveRange x, std::optional<CurveRange> y) {
    if (!(x.high - x.low > 1e-9 * std::max(1.0, std::abs(x.high)))) return;
    if (y) yZoom_ = y;
    emit zoomed(x.low, x.high);
}

void CurveChart::mousePressEvent(QMouseEvent* event) {
    const bool pan = event->button() == Qt::MiddleButton ||
                     (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (pan || event->button() == Qt::LeftButton) {
        drag_ = pan ? Drag::Pan : Drag::Box;
        dragFrom_ = dragTo_ = event->position();
        panX_ = x_;
        panY_ = y_;
    }
}

void CurveChart::mouseMoveEvent(QMouseEvent* event) {
    dragTo_ = event->position();
    if (drag_ == Drag::Pan) {
        const double byX = (dragFrom_.x() - dragTo_.x()) / plot().width() * (panX_.high - panX_.low);
        const double byY = (dragTo_.y() - dragFrom_.y()) / plot().height() * (panY_.high - panY_.low);
        zoomTo({panX_.low + byX, panX_.high + byX}, CurveRange{panY_.low + byY, panY_.high + byY});
    }
    emit hovered(plot().contains(event->position()) ? toX(event->position().x()) : kNone);
    if (drag_ == Drag::Box) viewport()->update();
}

void CurveChart::mouseReleaseEvent(QMouseEvent* event) {
    const Drag was = std::exchange(drag_, Drag::None);
    if (was != Drag::Box) return;
    const QRectF box = QRectF(dragFrom_, event->position()).normalized().intersected(plot());
    if (box.width() > 5 && box.height() > 5)
        zoomTo({toX(box.left()), toX(box.right())}, CurveRange{toY(box.bottom()), toY(box.top())});
    viewport()->update();
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent*) {
    yZoom_.reset();
    emit zoomReset();
}

void CurveChart::wheelEvent(QWheelEvent* event) {
    const double factor = std::pow(0.85, event->angleDelta().y() / 120.0);
    const double x = toX(event->position().x()), y = toY(event->position().y());
    const bool onlyX = !plot().contains(event->position()) && event->position().y() > plot().bottom();
    const bool onlyY = !plot().contains(event->position()) && event->position().x() < plot().left();
    const auto around = [factor](const CurveRange& range, double centre) {
        return CurveRange{centre - (centre - range.low) * factor, centre + (range.high - centre) * factor};
    };
    zoomTo(onlyY ? x_ : around(x_, x), onlyX ? std::optional<CurveRange>(y_) : around(y_, y));
    event->accept();
}

void CurveChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    emit hovered(kNone);
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
    // The same without a mouse: + and − zoom around the middle, arrows move, Home shows everything.
    const double width = x_.high - x_.low, middle = (x_.low + x_.high) / 2;
    switch (event->key()) {
        case Qt::Key_Plus:
            return zoomTo({middle - width * 0.4, middle + width * 0.4}, std::nullopt);
        case Qt::Key_Minus:
            return zoomTo({middle - width * 0.625, middle + width * 0.625}, std::nullopt);
        case Qt::Key_Left:
            return zoomTo({x_.low - width * 0.1, x_.high - width * 0.1}, std::nullopt);
        case Qt::Key_Right:
            return zoomTo({x_.low + width * 0.1, x_.high + width * 0.1}, std::nullopt);
        case Qt::Key_Home:
            return mouseDoubleClickEvent(nullptr);
        default:
            QChartView::keyPressEvent(event);
    }
}

}  // namespace perceptarium::ui
