// A node: body with the category's bar, name, kind, settings, parameters, ports, and a badge when something is wrong.
#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>
#include <cmath>

#include "ui/canvas/badge.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {
constexpr double kRadius = 9, kBar = 5, kPort = 5, kPortStep = 18, kRing = 5, kCard = 3.5;
constexpr double kTitlePixels = 14, kSmallPixels = 12;
constexpr double kCollapsedHeight = 30, kSmallPortStep = 10, kPadlock = 13;
constexpr double kFrame = 4;    // around the picture above the body
constexpr double kNear = 0.45;  // zoom from which settings and counts can be read

QColor portColour(const std::optional<TensorType>& type) { return type ? tensorColour(*type) : colour(Role::Edge); }
QColor blend(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](float x, float y) { return static_cast<float>(x + share * (y - x)); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}
}  // namespace

NodeItem::NodeItem(network::NodeId id) : id_(id) {
    setZValue(10);
    setAcceptedMouseButtons(Qt::NoButton);
    measure();
}

void NodeItem::changed() {
    ++version_;
    update();
}

void NodeItem::setLook(NodeLook look) {
    if (look == look_) return;
    prepareGeometryChange();
    look_ = std::move(look);
    inputLights_.resize(look_.inputs.size(), PortLight::Off);
    setToolTip(look_.tooltip);
    measure();
    changed();
}

void NodeItem::setMarks(bool selected, bool current, bool pale) {
    if (selected == selected_ && current == current_ && pale == pale_) return;
    selected_ = selected;
    current_ = current;
    pale_ = pale;
    setZValue(selected ? 12 : 10);
    changed();
}

bool NodeItem::setPictureShown(bool shown) {
    if (shown == pictureShown_) return false;
    prepareGeometryChange();
    pictureShown_ = shown;
    if (!shown) picture_ = {};
    measure();
    changed();
    return true;
}

void NodeItem::setPicture(QImage picture) {
    if (!pictureShown_) picture = {};  // collapsed: there is no room for one
    if (picture.isNull() && picture_.isNull()) return;
    const bool known = !picture_.isNull();
    picture_ = std::move(picture);
    if (known == picture_.isNull()) changed();  // its frame comes or goes
    else update(pictureRect().adjusted(-1, -1, 1, 1));
}

QRectF NodeItem::pictureRect() const {
    const QRectF box = body();
    return {box.left() + kFrame, box.top() - kPictureHeight - kFrame, box.width() - 2 * kFrame, kPictureHeight};
}

void NodeItem::setInputLight(int port, PortLight light) {
    if (port < 0 || port >= static_cast<int>(inputLights_.size())) return;
    auto& place = inputLights_[static_cast<std::size_t>(port)];
    if (place == light) return;
    place = light;
    changed();
}

void NodeItem::setOutputLight(PortLight light) {
    if (outputLight_ == light) return;
    outputLight_ = light;
    changed();
}

void NodeItem::clearLights() {
    const auto off = [](PortLight light) { return light == PortLight::Off; };
    if (off(outputLight_) && std::all_of(inputLights_.begin(), inputLights_.end(), off)) return;
    std::fill(inputLights_.begin(), inputLights_.end(), PortLight::Off);
    outputLight_ = PortLight::Off;
    changed();
}

double NodeItem::portStep() const { return look_.collapsed ? kSmallPortStep : kPortStep; }

void NodeItem::setFlow(network::Flow flow) {
    if (flow == flow_) return;
    prepareGeometryChange();
    flow_ = flow;
    measure();
    changed();
}

QRectF NodeItem::body() const {
    const double ports = down() ? 0 : (static_cast<double>(look_.inputs.size()) + 0.6) * portStep();
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
    if (!down()) return {body().left(), (port - middle) * portStep()};
    return {(port - middle) * portStep(), pictureShown_ ? pictureRect().top() - kFrame : body().top()};
}
QPointF NodeItem::outputAt() const { return down() ? QPointF(0, body().bottom()) : QPointF(body().right(), 0); }
QPointF NodeItem::inputPlace(int port) const { return pos() + inputAt(port); }
QPointF NodeItem::outputPlace() const { return pos() + outputAt(); }

QRectF NodeItem::shapeRect() const {
    if (look_.outputUsed || look_.shape.isEmpty()) return {};
    const double width = QFontMetricsF(canvasFont(kSmallPixels)).horizontalAdvance(look_.shape) + 4;
    return {outputAt() + (down() ? QPointF(kPort + 6, 2) : QPointF(kPort + 6, -8)), QSizeF(width, 16)};
}

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

/// The view asks for the bounds of every node in each frame; text is measured when it changes.
void NodeItem::measure() {
    const QRectF box = body();
    badge_ = {};
    if (!look_.badge.isEmpty()) {
        const QSizeF size = badgeSize(look_.badge, box.width() + network::kGapX - 20);  // neighbours' badges stay apart
        badge_ = {down() ? QPointF(box.right() + 10, -size.height() / 2) : QPointF(-size.width() / 2, box.bottom() + 5), size};
    }
    bounds_ = box.adjusted(-kPort - kRing - 4, -kRing - 3, kPort + kRing + 4, kRing + 4);
    if (!look_.badge.isEmpty()) bounds_ |= badge_.adjusted(-1, -1, 1, 1);
    if (pictureShown_) bounds_.setTop(std::min(bounds_.top(), pictureRect().top() - kFrame - (down() ? kPort + 9 : 2)));
    bounds_ |= shapeRect().adjusted(-1, -1, 1, 1);
}

QPainterPath NodeItem::shape() const {
    QPainterPath path;
    path.addRoundedRect(body(), kRadius, kRadius);
    return path;
}

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
