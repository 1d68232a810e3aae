// A node: where its body, ports, name, picture and badge are, and what is known of it.
#include <algorithm>

#include "ui/canvas/badge.h"
#include "ui/canvas/items.h"
#include "ui/canvas/node_measures.h"

namespace perceptarium::ui {

using namespace node;

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

}  // namespace perceptarium::ui
