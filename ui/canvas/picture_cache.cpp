#include "ui/canvas/picture_cache.h"

#include <cmath>

namespace perceptarium::ui {
namespace {

constexpr qint64 kBudget = 3'000'000;   // ns a frame for painting sharp what a stand-in could show
constexpr qint64 kSmooth = 5'000'000;   // ns from which stand-ins are scaled without smoothing
constexpr qsizetype kMost = 64 * 1024;  // kilobytes
constexpr double kLargest = 4e6;        // pixels: beyond it is painted right where it is seen

}  // namespace

PictureCache::PictureCache() : pictures_(kMost) { frame_.start(); }

void PictureCache::beginFrame(bool hurries, double zoom) {
    hurries_ = hurries;
    zooms_ = hurries && zoom_ != 0 && zoom != zoom_;
    if (hurries) zoom_ = zoom;
    unfinished_ = false;
    frame_.start();
}

PictureCache::Picture* PictureCache::make(QPainter& like, double zoom, double ratio, const QRectF& box,
                                          const std::function<void(QPainter&)>& paint) {
    auto* made = new Picture;
    made->scale = zoom * ratio;
    made->pixmap = QPixmap(static_cast<int>(std::ceil(box.width() * made->scale)) + 1,
                           static_cast<int>(std::ceil(box.height() * made->scale)) + 1);
    made->pixmap.setDevicePixelRatio(ratio);
    made->pixmap.fill(Qt::transparent);
    QPainter painter(&made->pixmap);
    painter.setRenderHints(like.renderHints());
    painter.scale(zoom, zoom);
    painter.translate(-box.topLeft());
    paint(painter);
    return made;
}

void PictureCache::draw(QPainter& painter, const QString& key, quint64 version, const QRectF& box,
                        const std::function<void(QPainter&)>& paint) {
    const QTransform world = painter.worldTransform();
    const double zoom = world.m11(), ratio = painter.device()->devicePixelRatioF(), scale = zoom * ratio;
    if (box.width() * scale * box.height() * scale > kLargest) return paint(painter);
    Picture* picture = pictures_.object(key);
    const bool current = picture && picture->version == version;
    const bool sharp = current && std::abs(picture->scale - scale) < 1e-9;
    const bool standsIn = current && !sharp && hurries_ && frame_.nsecsElapsed() > kBudget;
    if (!sharp && !standsIn) {
        picture = make(painter, zoom, ratio, box, paint);
        picture->version = version;
        const auto cost = static_cast<qsizetype>(picture->pixmap.width()) * picture->pixmap.height() * 4 / 1024 + 1;
        pictures_.insert(key, picture, cost);
    }
    // Whole pixels of the device, so that copying keeps it sharp.
    const QPointF corner = world.map(box.topLeft()) * ratio;
    const QPointF at = QPointF(std::round(corner.x()), std::round(corner.y())) / ratio;
    painter.setWorldTransform({});
    if (standsIn) {
        unfinished_ = true;
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !zooms_ || frame_.nsecsElapsed() < kSmooth);
        painter.drawPixmap(QRectF(at, picture->pixmap.deviceIndependentSize() * (scale / picture->scale)), picture->pixmap,
                           QRectF({0, 0}, QSizeF(picture->pixmap.size())));
    } else {
        painter.drawPixmap(at, picture->pixmap);
    }
    painter.setWorldTransform(world);
}

}  // namespace perceptarium::ui
