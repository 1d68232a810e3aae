// An edge: a smooth curve with the shape of what flows along it.
#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kLabelPixels = 11.5, kLabelLift = 11;
}

EdgeItem::EdgeItem(network::Edge edge) : edge_(edge) {
    setZValue(1);
    setAcceptedMouseButtons(Qt::NoButton);
}

void EdgeItem::setEnds(QPointF from, QPointF to) {
    if (from == from_ && to == to_) return;
    prepareGeometryChange();
    from_ = from;
    to_ = to;
    path_ = wirePath(from, to);
    const auto lines = path_.toSubpathPolygons();
    line_ = lines.isEmpty() ? QPolygonF() : lines.first();
    update();
}

void EdgeItem::setFlow(std::optional<TensorType> type, const QString& label, bool broken) {
    if (type == type_ && label == label_ && broken == broken_) return;
    prepareGeometryChange();  // the label's width
    type_ = std::move(type);
    label_ = label;
    broken_ = broken;
    update();
}

void EdgeItem::setMarks(bool selected, bool current, bool pale, bool target) {
    if (selected == selected_ && current == current_ && pale == pale_ && target == target_) return;
    selected_ = selected;
    current_ = current;
    pale_ = pale;
    target_ = target;
    setZValue(selected || target ? 2 : 1);
    update();
}

double EdgeItem::distance(QPointF point) const {
    double nearest = INFINITY;
    for (qsizetype i = 1; i < line_.size(); ++i) {
        const QPointF a = line_[i - 1], along = line_[i] - a, to = point - a;
        const double length = QPointF::dotProduct(along, along);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
        const QPointF away = to - t * along;
        nearest = std::min(nearest, std::hypot(away.x(), away.y()));
    }
    return nearest;
}

double EdgeItem::labelScale(double width) const {
    // Between neighbours the label must not run under the nodes.
    const double room = std::abs(to_.x() - from_.x()) - 6;
    const bool between = std::abs(to_.y() - from_.y()) < network::kNodeHeight && to_.x() > from_.x();
    return between && width > room ? std::clamp(room / width, 0.65, 1.0) : 1.0;
}

QRectF EdgeItem::boundingRect() const {
    QRectF box = path_.controlPointRect();
    const double half = QFontMetricsF(canvasFont(kLabelPixels)).horizontalAdvance(label_) / 2 + 8;
    const QPointF at = middle() - QPointF(0, kLabelLift);
    box |= QRectF(at - QPointF(half, 10), QSizeF(2 * half, 20));
    return box.adjusted(-8, -8, 8, 8);
}

QPainterPath EdgeItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    return stroker.createStroke(path_);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setOpacity(pale_ ? 0.35 : 1);
    QColor tint = broken_ ? colour(Role::Error) : colour(Role::Edge);
    if (selected_ || target_) tint = colour(Role::Accent);
    const double width = target_ ? 4 : selected_ ? 3 : 2;
    painter->setBrush(Qt::NoBrush);
    if (current_ || target_) {
        QColor glow = colour(Role::Accent);
        glow.setAlphaF(0.25f);
        painter->setPen(QPen(glow, width + 7, Qt::SolidLine, Qt::RoundCap));
        painter->drawPath(path_);
    }
    painter->setPen(QPen(tint, width, broken_ ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter->drawPath(path_);

    if (label_.isEmpty() || detail < 0.45) return;
    const QFont font = canvasFont(kLabelPixels);
    const QFontMetricsF metrics(font);
    const double half = metrics.horizontalAdvance(label_) / 2 + 2;
    const double scale = labelScale(2 * half);
    painter->translate(middle() - QPointF(0, kLabelLift));
    painter->scale(scale, scale);
    const QRectF box(-half, -metrics.height() / 2, 2 * half, metrics.height());
    QColor ground = colour(Role::Canvas);
    ground.setAlphaF(0.85f);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(box, 3, 3);
    painter->setFont(font);
    painter->setPen(broken_ ? colour(Role::Error) : selected_ || current_ ? QApplication::palette().color(QPalette::Text) : colour(Role::Secondary));
    painter->drawText(box, Qt::AlignCenter, label_);
}

}  // namespace perceptarium::ui
