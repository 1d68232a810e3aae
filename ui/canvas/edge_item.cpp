// An edge: a smooth curve with the shape of what flows along it.
#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kLabelPixels = 11.5, kLabelLift = 11;
constexpr double kNear = 0.45;   // zoom from which labels can be read
constexpr double kSmooth = 1.2;  // zoom from which straight pieces would be seen as such
}

EdgeItem::EdgeItem(network::Edge edge) : edge_(edge) {
    setZValue(1);
    setAcceptedMouseButtons(Qt::NoButton);
}

void EdgeItem::setEnds(QPointF from, QPointF to, network::Flow flow, double above) {
    if (from == from_ && to == to_ && flow == flow_ && above == above_) return;
    prepareGeometryChange();
    from_ = from;
    to_ = to;
    flow_ = flow;
    above_ = above;
    path_ = wirePath(from, to, flow, above);
    middle_ = path_.pointAtPercent(0.5);
    const auto lines = path_.toSubpathPolygons();
    const QPolygonF line = lines.isEmpty() ? QPolygonF() : lines.first();
    pieces_.clear();
    for (qsizetype i = 1; i < line.size(); ++i) pieces_ << QLineF(line[i - 1], line[i]);
    measure();
    update();
}

void EdgeItem::setFlow(std::optional<TensorType> type, const QString& label, bool broken) {
    if (type == type_ && label == label_ && broken == broken_) return;
    prepareGeometryChange();  // the label's width
    type_ = std::move(type);
    label_ = label;
    broken_ = broken;
    labelWidth_ = QFontMetricsF(canvasFont(kLabelPixels)).horizontalAdvance(label_) + 4;
    measure();
    update();
}

/// The view asks for the bounds of every edge in each frame; they are only worked out when they change.
void EdgeItem::measure() {
    bounds_ = path_.controlPointRect();
    const double half = labelWidth_ / 2 + 6;
    bounds_ |= QRectF(labelPlace() - QPointF(half, 10), QSizeF(2 * half, 20));
    bounds_.adjust(-8, -8, 8, 8);
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
    for (const QLineF& piece : pieces_) {
        const QPointF along = piece.p2() - piece.p1(), to = point - piece.p1();
        const double length = QPointF::dotProduct(along, along);
        const double t = length > 0 ? std::clamp(QPointF::dotProduct(to, along) / length, 0.0, 1.0) : 0;
        const QPointF away = to - t * along;
        nearest = std::min(nearest, std::hypot(away.x(), away.y()));
    }
    return nearest;
}

/// Above the line, or beside one that runs down.
QPointF EdgeItem::labelPlace() const {
    return flow_ == network::Flow::Down ? middle_ + QPointF(labelWidth_ / 2 + 6, 0) : middle_ - QPointF(0, kLabelLift);
}

double EdgeItem::labelScale(double width) const {
    if (flow_ == network::Flow::Down) return 1;
    // Between neighbours the label must not run under the nodes.
    const double room = std::abs(to_.x() - from_.x()) - 6;
    const bool between = std::abs(to_.y() - from_.y()) < network::kNodeHeight && to_.x() > from_.x();
    return between && width > room ? std::clamp(room / width, 0.65, 1.0) : 1.0;
}

QPainterPath EdgeItem::shape() const {
    QPainterPathStroker stroker;
    stroker.setWidth(12);
    return stroker.createStroke(path_);
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setOpacity(pale_ ? 0.35 : 1);
    paintLine(*painter, detail, widget && detail > kSmooth && static_cast<CanvasScene*>(scene())->pictures().isRough());
    if (label_.isEmpty() || detail < kNear) return;
    const double scale = labelScale(labelWidth_);
    painter->translate(labelPlace());
    painter->scale(scale, scale);
    if (!widget) return paintLabel(*painter);
    // The same label is on many edges: one picture for all of them that look alike.
    const int state = broken_ ? 2 : selected_ || current_ ? 1 : 0;
    const QRectF box(-labelWidth_ / 2 - 1, -10, labelWidth_ + 2, 20);
    static_cast<CanvasScene*>(scene())->pictures().draw(*painter, QStringLiteral("e%1 %2 %3").arg(state).arg(scale).arg(label_), 0, box,
                                                        [this](QPainter& onto) { paintLabel(onto); });
}

/// `rough`: quickly, while the view zooms.
void EdgeItem::paintLine(QPainter& painter, double detail, bool rough) const {
    QColor tint = broken_ ? colour(Role::Error) : colour(Role::Edge);
    if (selected_ || target_) tint = colour(Role::Accent);
    // Never thinner than a pixel: from afar the edges are what shows the network's form.
    const double width = std::max(target_ ? 4.0 : selected_ ? 3.0 : 2.0, 1 / detail);
    painter.setBrush(Qt::NoBrush);
    if (current_ || target_) {
        QColor glow = colour(Role::Accent);
        glow.setAlphaF(0.25f);
        painter.setPen(QPen(glow, width + 7, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(path_);
    }
    if (broken_ || pale_ || (detail > kSmooth && !rough)) {
        painter.setPen(QPen(tint, width, broken_ ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
        painter.drawPath(path_);
    } else {  // ten times as fast, and looks the same until it is enlarged
        painter.setPen(QPen(tint, width, Qt::SolidLine, Qt::SquareCap));
        painter.drawLines(pieces_);
    }
}

void EdgeItem::paintLabel(QPainter& painter) const {
    const QFont font = canvasFont(kLabelPixels);
    const double height = QFontMetricsF(font).height();
    const QRectF box(-labelWidth_ / 2, -height / 2, labelWidth_, height);
    QColor ground = colour(Role::Canvas);
    ground.setAlphaF(0.85f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3, 3);
    painter.setFont(font);
    painter.setPen(broken_ ? colour(Role::Error) : selected_ || current_ ? QApplication::palette().color(QPalette::Text) : colour(Role::Secondary));
    painter.drawText(box, Qt::AlignCenter, label_);
}

}  // namespace perceptarium::ui
