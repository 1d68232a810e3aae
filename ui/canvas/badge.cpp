#include "ui/canvas/badge.h"

#include <QApplication>
#include <algorithm>
#include <cmath>

#include "ui/canvas/items.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr double kPixels = 12, kSign = 11;
constexpr double kLeft = 19, kRight = 9, kAbove = 2;  // around the words; the sign is to their left
constexpr int kFlags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

QColor blend(const QColor& a, const QColor& b, float share) {
    const auto mix = [share](float x, float y) { return x + share * (y - x); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

}  // namespace

QSizeF badgeSize(const QString& words, double room) {
    const QFontMetricsF metrics(canvasFont(kPixels));
    const QRectF text = metrics.boundingRect(QRectF(0, 0, room - kLeft - kRight, 1000), kFlags, words);
    // Lines of a wrapped text differ in length; the box is as wide as the longest of them needs.
    return {std::ceil(text.width()) + kLeft + kRight, std::ceil(text.height()) + 2 * kAbove};
}

void paintBadge(QPainter& painter, const QRectF& box, const QString& words, network::Severity severity) {
    const bool error = severity == network::Severity::Error;
    const QColor tint = colour(error ? Role::Error : Role::Warning);
    const double corner = std::min(box.height() / 2, 10.0);
    painter.setPen(QPen(tint, 1));
    painter.setBrush(blend(colour(Role::Canvas), tint, 0.14f));
    painter.drawRoundedRect(box, corner, corner);
    const QRectF sign(box.left() + 4, box.center().y() - kSign / 2, kSign, kSign);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    if (error)
        painter.drawEllipse(sign);
    else
        painter.drawPolygon(QPolygonF({QPointF(sign.center().x(), sign.top()), sign.bottomRight(), sign.bottomLeft()}));
    painter.setPen(colour(Role::Canvas));
    painter.setFont(canvasFont(9, true));
    painter.drawText(sign.adjusted(0, error ? 0 : 2, 0, 0), Qt::AlignCenter, QStringLiteral("!"));
    painter.setFont(canvasFont(kPixels));
    painter.setPen(blend(QApplication::palette().color(QPalette::Text), tint, 0.55f));
    painter.drawText(box.adjusted(kLeft, 0, -kRight + 1, 0), kFlags, words);
}

void paintPadlock(QPainter& painter, const QRectF& box, const QColor& tint) {
    const double w = box.width(), h = box.height();
    const QRectF shackle(box.left() + w * 0.24, box.top() + h * 0.04, w * 0.52, h * 0.72);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tint, w * 0.13));
    painter.drawArc(shackle, 0, 180 * 16);
    painter.drawLine(QPointF(shackle.left(), shackle.center().y()), QPointF(shackle.left(), box.top() + h * 0.5));
    painter.drawLine(QPointF(shackle.right(), shackle.center().y()), QPointF(shackle.right(), box.top() + h * 0.5));
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(box.left() + w * 0.1, box.top() + h * 0.46, w * 0.8, h * 0.52), w * 0.1, w * 0.1);
}

}  // namespace perceptarium::ui
