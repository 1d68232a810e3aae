// A node as it is painted: body with the category's bar, name, kind, settings, parameters, ports, and a badge when something is
// wrong; less of it from afar.
#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/canvas/badge.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/items.h"
#include "ui/canvas/node_measures.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

using namespace node;

namespace {

QColor portColour(const std::optional<TensorType>& type) { return type ? tensorColour(*type) : colour(Role::Edge); }
QColor blend(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](float x, float y) { return static_cast<float>(x + share * (y - x)); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}
}  // namespace

void NodeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget* widget) {
    if (widget) static_cast<CanvasScene*>(scene())->pictures().draw(*painter, key(), version_, bounds_, [this](QPainter& onto) { paintNode(onto); });
    else paintNode(*painter);  // an exported picture is of lines and letters
    if (!picture_.isNull() && QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) >= kPictureZoom) paintPicture(*painter);
}

void NodeItem::paintPicture(QPainter& painter) const {
    const QTransform world = painter.worldTransform();
    const double ratio = painter.device()->devicePixelRatioF();
    QRectF place = world.mapRect(pictureRect());
    // It was made for whole pixels; while the view zooms that of before is stretched.
    const bool made = std::abs(place.width() * ratio - picture_.width()) <= 1;
    if (made) place = {QPointF(std::round(place.x() * ratio), std::round(place.y() * ratio)) / ratio, QSizeF(picture_.size()) / ratio};
    painter.setWorldTransform({});
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !made);
    if (pale_) painter.setOpacity(0.35);
    painter.drawImage(place, picture_);
    painter.setWorldTransform(world);
}

void NodeItem::paintNode(QPainter& painter) const {
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    QRectF box = body();
    // In a drawing that runs down the edge ends above the picture; while there is none to be seen the body reaches up to it.
    if (down() && pictureShown_ && (picture_.isNull() || detail < kPictureZoom)) box.setTop(pictureRect().top() - kFrame);
    const bool out = look_.bypassed || look_.leftOut;
    if (pale_ || out) {  // nothing of the ground shines through
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(Role::Canvas));
        painter.drawRoundedRect(box, kRadius, kRadius);
        painter.setOpacity(pale_ ? 0.35 : 0.4);
    }
    const QColor tint = look_.known ? categoryColour(look_.category) : colour(Role::Secondary);
    const bool error = look_.severity == network::Severity::Error;
    // From afar the whole node has the category's colour, as much as lets its name be read.
    const QColor fill = error ? blend(colour(Role::NodeFill), colour(Role::Error), 0.10)
                              : blend(colour(Role::NodeFill), tint, detail < kNear ? 0.28 : 0);

    if (look_.isBlock) paintStack(painter, tint);
    if (detail > 0.3) {  // a soft shadow; three outlines are enough and stay sharp at any zoom
        painter.setPen(Qt::NoPen);
        for (int i = 3; i > 0; --i) {
            painter.setBrush(QColor(0, 0, 0, isDark() ? 26 : 9));
            painter.drawRoundedRect(box.adjusted(-i * 0.6, 1 - i * 0.2, i * 0.6, 1 + i), kRadius + i, kRadius + i);
        }
    }
    if (!picture_.isNull() && detail >= kPictureZoom) {  // a leaf that looks out above the body
        painter.setPen(QPen(blend(colour(Role::NodeFill), tint, 0.35), 1));
        painter.setBrush(colour(Role::NodeFill));
        painter.drawRoundedRect(pictureRect().adjusted(-kFrame / 2, -kFrame / 2, kFrame / 2, kFrame + kRadius), 5, 5);
    }
    if (current_) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour(Role::Accent), 1.5, Qt::DashLine));
        painter.drawRoundedRect(box.adjusted(-kRing, -kRing, kRing, kRing), kRadius + 4, kRadius + 4);
    }
    // The bar is the rounded body filled with the category's colour, all but a strip of it painted over.
    painter.setPen(Qt::NoPen);
    QPainterPath outline;
    outline.addRoundedRect(box, kRadius, kRadius);
    painter.fillPath(outline, fill);
    painter.save();
    painter.setClipRect(QRectF(box.left(), box.top(), kBar, box.height()), Qt::IntersectClip);
    painter.fillPath(outline, tint);
    painter.restore();
    const QColor rim = selected_ ? colour(Role::Accent) : error ? colour(Role::Error) : blend(fill, tint, 0.55);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(rim, selected_ ? 2.5 : error ? 1.8 : 1.1, look_.known && !out ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(outline);

    paintText(painter, box, detail);
    if (!pale_) painter.setOpacity(1);
    if (look_.bypassed) paintThrough(painter);
    paintPorts(painter);
    if (!look_.badge.isEmpty()) paintBadge(painter, badgeRect(), look_.badge, look_.severity.value_or(network::Severity::Error));
}

/// The wire that goes through a bypassed node: what comes in at the first input goes on as it is.
void NodeItem::paintThrough(QPainter& painter) const {
    if (look_.inputs.empty()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour(Role::Edge), 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawPath(wirePath(inputAt(0), outputAt(), flow_));
}

/// Cards behind the node: it holds a drawing of its own, and one card more when it is repeated.
void NodeItem::paintStack(QPainter& painter, const QColor& tint) const {
    painter.setPen(QPen(blend(colour(Role::NodeFill), tint, 0.55), 1.1));
    painter.setBrush(colour(Role::NodeFill));
    for (int card = look_.repeat > 1 ? 2 : 1; card > 0; --card)
        painter.drawRoundedRect(body().translated(kCard * card, -kCard * card).adjusted(0, 0, -kCard * 0.5, 0), kRadius, kRadius);
}

void NodeItem::paintText(QPainter& painter, const QRectF& box, double detail) const {
    const QRectF title = titleRect();
    const QColor text = QApplication::palette().color(QPalette::Text), secondary = colour(Role::Secondary);
    if (detail < kNear) {  // from afar only the name, as large as fits
        const QRectF wide = box.adjusted(kBar + 6, 0, -8, 0);
        const double full = QFontMetricsF(canvasFont(20, true)).horizontalAdvance(look_.name);
        painter.setFont(canvasFont(std::clamp(19 * wide.width() / std::max(full, 1.0), 15.0, 34.0), true));
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
    const QString kind = !look_.isBlock ? look_.title : look_.repeat > 1 ? QStringLiteral("× %1").arg(look_.repeat) : QString();
    if (left > 24 && !look_.collapsed && kind.compare(look_.name, Qt::CaseInsensitive) != 0)
        painter.drawText(title, Qt::AlignVCenter | Qt::AlignRight, smallMetrics.elidedText(kind, Qt::ElideRight, left));
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
    if (const QRectF place = shapeRect(); !place.isEmpty()) {  // nobody's edge tells this shape
        painter.setPen(secondary);
        painter.drawText(place, Qt::AlignVCenter, look_.shape);
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
    port(outputAt(), look_.output, look_.outputUsed, outputLight_);
}

}  // namespace perceptarium::ui
