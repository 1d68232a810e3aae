#include "ui/views/dot_stamps.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <cmath>

namespace perceptarium::ui {
namespace {

constexpr double kRim = 0.7;
constexpr std::size_t kMost = 200;  ///< stamps kept; zooming makes new sizes

void drawDot(QPainter& painter, QPointF centre, double radius, const QColor& ink, const QColor& ground) {
    painter.setPen(QPen(ground, kRim));
    painter.setBrush(ink);
    painter.drawEllipse(centre, radius, radius);
}

}  // namespace

void DotStamps::draw(QPainter& painter, QPointF centre, double radius, const QColor& ink, const QColor& ground) {
    const bool pixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!pixels || painter.transform().type() > QTransform::TxTranslate)
        return drawDot(painter, centre, radius, ink, ground);
    const double ratio = painter.device()->devicePixelRatioF();
    const Key key(ink.rgba(), ground.rgba(), qRound(100 * radius), qRound(100 * ratio));
    auto found = stamps_.find(key);
    if (found == stamps_.end()) {
        if (stamps_.size() >= kMost) stamps_.clear();
        Stamp made;
        made.half = std::ceil(radius + kRim);
        const int side = static_cast<int>(std::ceil(2 * made.half * ratio));
        made.picture = QPixmap(side, side);
        made.picture.setDevicePixelRatio(ratio);
        made.picture.fill(Qt::transparent);
        QPainter into(&made.picture);
        into.setRenderHint(QPainter::Antialiasing);
        drawDot(into, {made.half, made.half}, radius, ink, ground);
        into.end();
        found = stamps_.emplace(key, std::move(made)).first;
    }
    // On whole pixels: anything else would be smoothed anew each time.
    const auto whole = [ratio](double place) { return std::round(place * ratio) / ratio; };
    painter.drawPixmap(QPointF(whole(centre.x() - found->second.half), whole(centre.y() - found->second.half)),
                       found->second.picture);
}

}  // namespace perceptarium::ui
