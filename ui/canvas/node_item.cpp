// A node: body with the category's bar, name, kind, settings, parameters, ports, and a badge when something is wrong.
#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>

#include "ui/canvas/badge.h"
#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kRadius = 9, kBar = 5, kPort = 5, kPortStep = 18, kRing = 5;
constexpr double kTitlePixels = 14, kSmallPixels = 12;
constexpr double kCollapsedHeight = 30, kSmallPortStep = 10, kPadlock = 13;

QColor portColour(const std::optional<TensorType>& type) { return type ? tensorColour(*type) : colour(Role::Edge); }
QColor blend(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](float x, float y) { return static_cast<float>(x + share * (y - x)); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}
}  // namespace

NodeItem::NodeItem(network::NodeId id) : id_(id) {
    setZValue(10);
    setAcceptedMouseButtons(Qt::NoButton);
}

void NodeItem::setLook(NodeLook look) {
    if (look == look_) return;
    prepareGeometryChange();
    look_ = std::move(look);
    inputLights_.resize(look_.inputs.size(), PortLight::Off);
    setToolTip(look_.tooltip);
    update();
}

void NodeItem::setMarks(bool selected, bool current, bool pale) {
    if (selected == selected_ && current == current_ && pale == pale_) return;
    selected_ = selected;
    current_ = current;
    pale_ = pale;
    setZValue(selected ? 12 : 10);
    update();
}

void NodeItem::setInputLight(int port, PortLight light) {
    if (port < 0 || port >= static_cast<int>(inputLights_.size())) return;
    auto& place = inputLights_[static_cast<std::size_t>(port)];
    if (place == light) return;
    place = light;
    update();
}

void NodeItem::setOutputLight(PortLight light) {
    if (outputLight_ == light) return;
    outputLight_ = light;
    update();
}

void NodeItem::clearLights() {
    std::fill(inputLights_.begin(), inputLights_.end(), PortLight::Off);
    outputLight_ = PortLight::Off;
    update();
}

double NodeItem::portStep() const { return look_.collapsed ? kSmallPortStep : kPortStep; }

QRectF NodeItem::body() const {
    const double ports = (static_cast<double>(look_.inputs.size()) + 0.6) * portStep();
    double width = network::kNodeWidth, height = std::max(network::kNodeHeight, ports);
    if (look_.collapsed) {
        const double name = QFontMetricsF(canvasFont(kTitlePixels, true)).horizontalAdvance(look_.name);
        width = std::clamp(name + kBar + 24 + (look_.frozen ? kPadlock + 4 : 0), 64.0, network::kNodeWidth);
        height = std::max(kCollapsedHeight, ports);
    }
    return {-width / 2, -height / 2, width, height};
}

QPointF NodeItem::inputAt(int port) const {
    const double middle = (static_cast<double>(look_.inputs.size()) - 1) / 2;
    return {body().left(), (port - middle) * portStep()};
}
QPointF NodeItem::inputPlace(int port) const { return pos() + inputAt(port); }
QPointF NodeItem::outputPlace() const { return pos() + QPointF(body().right(), 0); }

QRectF NodeItem::titleRect() const {
    const QRectF box = body();
    const double right = look_.frozen ? kPadlock + 6 : 0;
    const double top = look_.collapsed ? -9 : -network::kNodeHeight / 2 + 7;
    return {box.left() + kBar + 9, top, box.width() - kBar - 20 - right, 18};
}

QRectF NodeItem::padlockRect() const {
    const QRectF title = titleRect();
    return {title.right() + 5, title.center().y() - kPadlock / 2, kPadlock, kPadlock};
}

QRectF NodeItem::badgeRect() const {
    const QRectF box = body();
    const QSizeF size = badgeSize(look_.badge, box.width() + network::kGapX - 20);  // neighbours' badges stay apart
    return {QPointF(-size.width() / 2, box.bottom() + 5), size};
}

QRectF NodeItem::boundingRect() const {
    QRectF box = body().adjusted(-kPort - kRing - 4, -kRing - 3, kPort + kRing + 4, kRing + 4);
    if (!look_.badge.isEmpty()) box |= badgeRect().adjusted(-1, -1, 1, 1);
    if (!look_.outputUsed && !look_.shape.isEmpty())
        box.setRight(box.right() + QFontMetricsF(canvasFont(kSmallPixels)).horizontalAdvance(look_.shape) + 10);
    return box;
}

QPainterPath NodeItem::shape() const {
    QPainterPath path;
    path.addRoundedRect(body(), kRadius, kRadius);
    return path;
}

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    const QRectF box = body();
    const bool out = look_.bypassed || look_.leftOut;
    if (pale_ || out) {  // nothing of the ground shines through
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour(Role::Canvas));
        painter->drawRoundedRect(box, kRadius, kRadius);
        painter->setOpacity(pale_ ? 0.35 : 0.4);
    }
    const QColor tint = look_.known ? categoryColour(look_.category) : colour(Role::Secondary);
    const bool error = look_.severity == network::Severity::Error;
    const QColor fill = error ? blend(colour(Role::NodeFill), colour(Role::Error), 0.10) : colour(Role::NodeFill);

    if (detail > 0.3) {  // a soft shadow; three outlines are enough and stay sharp at any zoom
        painter->setPen(Qt::NoPen);
        for (int i = 3; i > 0; --i) {
            painter->setBrush(QColor(0, 0, 0, isDark() ? 26 : 9));
            painter->drawRoundedRect(box.adjusted(-i * 0.6, 1 - i * 0.2, i * 0.6, 1 + i), kRadius + i, kRadius + i);
        }
    }
    if (current_) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colour(Role::Accent), 1.5, Qt::DashLine));
        painter->drawRoundedRect(box.adjusted(-kRing, -kRing, kRing, kRing), kRadius + 4, kRadius + 4);
    }
    // The bar is the rounded body filled with the category's colour, all but a strip of it painted over.
    painter->setPen(Qt::NoPen);
    QPainterPath outline;
    outline.addRoundedRect(box, kRadius, kRadius);
    painter->fillPath(outline, fill);
    painter->save();
    painter->setClipRect(QRectF(box.left(), box.top(), kBar, box.height()), Qt::IntersectClip);
    painter->fillPath(outline, tint);
    painter->restore();
    const QColor rim = selected_ ? colour(Role::Accent) : error ? colour(Role::Error) : blend(fill, tint, 0.55);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(rim, selected_ ? 2.5 : error ? 1.8 : 1.1, look_.known && !out ? Qt::SolidLine : Qt::DashLine));
    painter->drawPath(outline);

    paintText(*painter, detail);
    if (!pale_) painter->setOpacity(1);
    if (look_.bypassed) paintThrough(*painter);
    paintPorts(*painter);
    if (!look_.badge.isEmpty()) paintBadge(*painter, badgeRect(), look_.badge, look_.severity.value_or(network::Severity::Error));
}

/// The wire that goes through a bypassed node: what comes in at the first input goes on as it is.
void NodeItem::paintThrough(QPainter& painter) const {
    if (look_.inputs.empty()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(Role::Edge), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(wirePath(inputAt(0), {body().right(), 0}));
}

void NodeItem::paintText(QPainter& painter, double detail) const {
    const QRectF box = body(), title = titleRect();
    const QColor text = QApplication::palette().color(QPalette::Text), secondary = colour(Role::Secondary);
    if (detail < 0.45) {  // from afar only the name, as large as fits
        const QRectF wide = box.adjusted(kBar + 6, 0, -8, 0);
        const double full = QFontMetricsF(canvasFont(20, true)).horizontalAdvance(look_.name);
        painter.setFont(canvasFont(std::clamp(20 * wide.width() / std::max(full, 1.0), 15.0, 34.0), true));
        painter.setPen(text);
        painter.drawText(wide, Qt::AlignCenter, QFontMetricsF(painter.font()).elidedText(look_.name, Qt::ElideRight, wide.width()));
        return;
    }
    const QFont strong = canvasFont(kTitlePixels, true), small = canvasFont(kSmallPixels);
    const QFontMetricsF strongMetrics(strong), smallMetrics(small);
    // Name to the left, kind of layer to the right; the kind goes first when the room is short.
    const double nameWidth = std::min(strongMetrics.horizontalAdvance(look_.name), title.width());
    painter.setFont(strong);
    painter.setPen(text);
    painter.drawText(title, Qt::AlignVCenter, strongMetrics.elidedText(look_.name, Qt::ElideRight, title.width()));
    const double left = title.width() - nameWidth - 10;
    painter.setFont(small);
    painter.setPen(secondary);
    if (left > 24 && !look_.collapsed && look_.title.compare(look_.name, Qt::CaseInsensitive) != 0)
        painter.drawText(title, Qt::AlignVCenter | Qt::AlignRight, smallMetrics.elidedText(look_.title, Qt::ElideRight, left));
    if (look_.frozen) paintPadlock(painter, padlockRect(), secondary);
    if (look_.collapsed) return;
    QRectF line = title.translated(0, 18).adjusted(0, 0, 0, -2);
    painter.drawText(line, Qt::AlignVCenter, smallMetrics.elidedText(look_.summary, Qt::ElideRight, line.width()));
    line.translate(0, 15);
    if (!look_.parameters.isEmpty()) {
        painter.setPen(text);
        painter.drawText(line, Qt::AlignVCenter, look_.parameters);
    }
    const QString aside = look_.bypassed   ? QApplication::translate("Canvas", "bypassed")
                          : look_.leftOut  ? QApplication::translate("Canvas", "left out")
                          : look_.isResult ? QApplication::translate("Canvas", "output")
                                           : QString();
    if (!aside.isEmpty()) {
        painter.setOpacity(pale_ ? 0.35 : 1);
        painter.setPen(secondary);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, aside);
    }
    if (!look_.outputUsed && !look_.shape.isEmpty()) {  // nobody's edge tells this shape
        painter.setPen(secondary);
        const double width = smallMetrics.horizontalAdvance(look_.shape) + 4;
        painter.drawText(QRectF(box.right() + kPort + 6, -8, width, 16), Qt::AlignVCenter, look_.shape);
    }
}

void NodeItem::paintPorts(QPainter& painter) const {
    const auto port = [&](QPointF at, const std::optional<TensorType>& type, bool used, PortLight light) {
        QColor tint = portColour(type);
        double radius = kPort;
        if (light == PortLight::Possible || light == PortLight::Snapped) {
            QColor glow = colour(Role::Good);
            glow.setAlphaF(light == PortLight::Snapped ? 0.5f : 0.3f);
            painter.setPen(Qt::NoPen);
            painter.setBrush(glow);
            painter.drawEllipse(at, kPort + (light == PortLight::Snapped ? 7 : 5), kPort + (light == PortLight::Snapped ? 7 : 5));
            tint = colour(Role::Good);
            radius = kPort + 0.5;
        } else if (light == PortLight::Refused) {
            painter.setOpacity(painter.opacity() * 0.4);
        }
        painter.setPen(QPen(tint, 1.8));
        painter.setBrush(used ? tint : colour(Role::NodeFill));
        painter.drawPath(portShape(type, at, radius));
        painter.setOpacity(pale_ ? 0.35 : 1);
    };
    for (std::size_t i = 0; i < look_.inputs.size(); ++i)
        port(inputAt(static_cast<int>(i)), look_.inputs[i].type, look_.inputs[i].connected,
             i < inputLights_.size() ? inputLights_[i] : PortLight::Off);
    port({body().right(), 0}, look_.output, look_.outputUsed, outputLight_);
}

}  // namespace perceptarium::ui
