#include "ui/canvas/frame_item.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <algorithm>

#include "ui/canvas/items.h"
#include "ui/shared/note_text.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

using note::kInset, note::kStripe, note::kTextPixels, note::kWrapped;
constexpr double kRadius = 8, kTitlePixels = 14, kCorner = 7;

QColor withAlpha(QColor tint, float alpha) {
    tint.setAlphaF(alpha);
    return tint;
}

}  // namespace

FrameItem::FrameItem(const network::Frame& frame) {
    setAcceptedMouseButtons(Qt::NoButton);
    setFrame(frame);
    setToolTip(isNote() ? QApplication::translate("Canvas", "A note. Double-click or F2 edits it; drag it to move it, a side or corner to resize it.")
                        : QApplication::translate("Canvas", "A frame. Drag its title to move it with all that lies in it, a side or corner to resize it; "
                                                            "double-click the title or press F2 to edit it."));
}

void FrameItem::setFrame(const network::Frame& frame) {
    if (frame == frame_) return;
    prepareGeometryChange();
    frame_ = frame;
    // Notes lie above edges; of frames the larger lies lower, so that one inside another is seen and can be taken hold of.
    setZValue(frame.note ? 3 : -10 - std::min(frame.size.x * frame.size.y * 1e-6, 1e6));
    update();
}

void FrameItem::setMarks(bool selected, bool current) {
    if (selected == selected_ && current == current_) return;
    selected_ = selected;
    current_ = current;
    update();
}

QString FrameItem::accessibleName() const {
    const QString text = QString::fromStdString(frame_.text);
    return (isNote() ? QApplication::translate("Canvas", "note: %1") : QApplication::translate("Canvas", "frame %1")).arg(text);
}

QRectF FrameItem::box() const { return {frame_.corner.x, frame_.corner.y, frame_.size.x, frame_.size.y}; }

QRectF FrameItem::titleBar() const {
    QRectF bar = box();
    if (!isNote()) bar.setHeight(std::min(network::kFrameTitle, bar.height()));
    return bar;
}

QRectF FrameItem::textRect() const {
    return isNote() ? box().adjusted(kInset + kStripe, kInset, -kInset, -kInset) : titleBar().adjusted(kInset, 0, -kInset, 0);
}

Qt::Edges FrameItem::edgesAt(QPointF place, double reach) const {
    const QRectF whole = box();
    if (!whole.adjusted(-reach, -reach, reach, reach).contains(place)) return {};
    Qt::Edges edges;
    if (std::abs(place.x() - whole.left()) <= reach) edges |= Qt::LeftEdge;
    else if (std::abs(place.x() - whole.right()) <= reach) edges |= Qt::RightEdge;
    if (std::abs(place.y() - whole.top()) <= reach) edges |= Qt::TopEdge;
    else if (std::abs(place.y() - whole.bottom()) <= reach) edges |= Qt::BottomEdge;
    return edges;
}

QRectF FrameItem::boundingRect() const { return box().adjusted(-kCorner, -kCorner, kCorner, kCorner); }

QPainterPath FrameItem::shape() const {
    QPainterPath path;
    path.addRect(titleBar());
    return path;
}

void FrameItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (isNote()) paintNote(*painter, detail);
    else paintFrame(*painter, detail);
    const QRectF whole = box();
    if (current_) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colour(Role::Accent), 1.5, Qt::DashLine));
        painter->drawRoundedRect(whole.adjusted(-4, -4, 4, 4), kRadius + 3, kRadius + 3);
    }
    if (!selected_) return;
    painter->setPen(QPen(colour(Role::Accent), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(whole, kRadius, kRadius);
    painter->setBrush(colour(Role::NodeFill));
    painter->setPen(QPen(colour(Role::Accent), 1.5));
    for (const QPointF corner : {whole.topLeft(), whole.topRight(), whole.bottomLeft(), whole.bottomRight()})
        painter->drawRect(QRectF(corner - QPointF(kCorner, kCorner) / 2, QSizeF(kCorner, kCorner)));
}

void FrameItem::paintFrame(QPainter& painter, double detail) const {
    const QColor tint = tintColour(frame_.tint);
    const QRectF whole = box(), bar = titleBar();
    QPainterPath outline;
    outline.addRoundedRect(whole, kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    painter.fillPath(outline, withAlpha(tint, isDark() ? 0.13f : 0.10f));
    painter.save();
    painter.setClipRect(bar, Qt::IntersectClip);
    painter.fillPath(outline, withAlpha(tint, isDark() ? 0.30f : 0.22f));
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(withAlpha(tint, 0.75f), 1.2));
    painter.drawPath(outline);
    // From afar the title grows, as far as the frame has room for it.
    const double pixels = std::clamp(kTitlePixels * 0.8 / std::max(detail, 0.05), kTitlePixels, std::max(kTitlePixels, std::min(56.0, whole.height() / 3)));
    const QFont font = canvasFont(pixels, true);
    QRectF room = textRect();
    room.setHeight(std::max(room.height(), pixels * 1.3));
    painter.setFont(font);
    painter.setPen(QApplication::palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(QString::fromStdString(frame_.text), Qt::ElideRight, room.width()));
}

void FrameItem::paintNote(QPainter& painter, double detail) const {
    const QColor tint = tintColour(frame_.tint);
    const QRectF whole = box();
    QPainterPath outline;
    outline.addRoundedRect(whole, kRadius / 2, kRadius / 2);
    painter.setPen(Qt::NoPen);
    painter.fillPath(outline, colour(Role::NodeFill));  // what lies behind must not run through the words
    painter.fillPath(outline, withAlpha(tint, isDark() ? 0.20f : 0.18f));
    painter.save();
    painter.setClipRect(QRectF(whole.topLeft(), QSizeF(kStripe, whole.height())), Qt::IntersectClip);
    painter.fillPath(outline, tint);
    painter.restore();
    if (detail < 0.3) return;  // words that no one could read
    painter.save();
    painter.setClipRect(whole, Qt::IntersectClip);
    painter.setFont(canvasFont(kTextPixels));
    painter.setPen(QApplication::palette().color(QPalette::Text));
    painter.drawText(textRect(), kWrapped, QString::fromStdString(frame_.text));
    painter.restore();
}

}  // namespace perceptarium::ui
