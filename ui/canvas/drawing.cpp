// Shapes that nodes, edges and drags have in common.
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

namespace {

/// To a lower (or higher) row that begins further left: out, down between the rows, back, and in, with round corners.
QPainterPath returnPath(QPointF from, QPointF to, double nodeSize, double above) {
    const double turn = 22, r = 12, way = to.y() > from.y() ? 1 : -1;
    const double between = to.y() - way * (nodeSize / 2 + 22 + (way > 0 ? above : 0));
    const double right = from.x() + turn, left = to.x() - turn;
    QPainterPath path(from);
    path.lineTo(right - r, from.y());
    path.quadTo(right, from.y(), right, from.y() + way * r);
    path.lineTo(right, between - way * r);
    path.quadTo(right, between, right - r, between);
    path.lineTo(left + r, between);
    path.quadTo(left, between, left, between + way * r);
    path.lineTo(left, to.y() - way * r);
    path.quadTo(left, to.y(), left + r, to.y());
    path.lineTo(to);
    return path;
}

/// Of a drawing that runs to the right, whose nodes are that large across it.
QPainterPath pathToTheRight(QPointF from, QPointF to, double nodeSize, double above) {
    const double dx = to.x() - from.x(), dy = std::abs(to.y() - from.y());
    if (dx < 0 && dy > nodeSize + 40) return returnPath(from, to, nodeSize, above);
    // Half the way when it runs forwards; a wide bow when it runs back, so that it leaves and arrives level.
    const double reach = dx > 0 ? std::max(dx * 0.5, std::min(dy * 0.5, 40.0)) : std::clamp(-dx * 0.6 + 40, 60.0, 260.0);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
    return path;
}

}  // namespace

QPainterPath wirePath(QPointF from, QPointF to, network::Flow flow, double above) {
    if (flow == network::Flow::Right) return pathToTheRight(from, to, network::kNodeHeight, above);
    return QTransform(0, 1, 1, 0, 0, 0).map(pathToTheRight(from.transposed(), to.transposed(), network::kNodeWidth, 0));
}

QPainterPath portShape(const std::optional<TensorType>& type, QPointF centre, double r) {
    QPainterPath path;
    if (!type || (type->dtype != DType::I32 && type->shape.rank() <= 1)) {
        path.addEllipse(centre, r, r);
    } else if (type->dtype == DType::I32) {
        path.addPolygon(QPolygonF({centre + QPointF(-r, -r * 1.1), centre + QPointF(r * 1.2, 0), centre + QPointF(-r, r * 1.1)}));
        path.closeSubpath();
    } else if (type->shape.rank() >= 3) {
        path.addRoundedRect(QRectF(centre - QPointF(r, r) * 0.92, QSizeF(2 * r, 2 * r) * 0.92), 1.2, 1.2);
    } else {
        const double d = r * 1.25;
        path.addPolygon(QPolygonF({centre + QPointF(-d, 0), centre + QPointF(0, -d), centre + QPointF(d, 0), centre + QPointF(0, d)}));
        path.closeSubpath();
    }
    return path;
}

DragItem::DragItem() {
    setZValue(30);
    setAcceptedMouseButtons(Qt::NoButton);
}

void DragItem::showWire(QPointF from, QPointF to, const QColor& tint, bool good, network::Flow flow) {
    prepareGeometryChange();
    path_ = wirePath(from, to, flow);
    node_ = {};
    tint_ = tint;
    good_ = good;
    update();
}

void DragItem::showNode(QPointF centre, const QString& title, const QColor& tint, bool good) {
    prepareGeometryChange();
    path_ = {};
    node_ = QRectF(centre - QPointF(network::kNodeWidth, network::kNodeHeight) / 2, QSizeF(network::kNodeWidth, network::kNodeHeight));
    title_ = title;
    tint_ = tint;
    good_ = good;
    update();
}

QRectF DragItem::boundingRect() const { return (path_.isEmpty() ? node_ : path_.controlPointRect()).adjusted(-8, -8, 8, 8); }

void DragItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (!path_.isEmpty()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(tint_, 2.5, good_ ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
        painter->drawPath(path_);
        painter->setBrush(tint_);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(path_.pointAtPercent(1), 4.5, 4.5);
    } else if (!node_.isNull()) {
        QColor ground = tint_;
        ground.setAlphaF(0.15f);
        painter->setBrush(ground);
        painter->setPen(QPen(tint_, 1.5, Qt::DashLine));
        painter->drawRoundedRect(node_, 8, 8);
        painter->setPen(QApplication::palette().color(QPalette::Text));
        painter->setFont(canvasFont(13, true));
        painter->drawText(node_, Qt::AlignCenter, title_);
    }
}

}  // namespace perceptarium::ui
