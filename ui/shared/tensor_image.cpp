#include "ui/shared/tensor_image.h"

#include <algorithm>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

QImage pictureImage(const Tensor& pixels) {
    const Shape& shape = pixels.shape();
    if (!pixels.defined() || pixels.dtype() != DType::F32 || shape.rank() != 3 || pixels.elements() == 0) return {};
    const std::int64_t height = shape[0], width = shape[1], channels = shape[2];
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    const float* from = pixels.data<float>();
    const auto byte = [](float value) { return static_cast<int>(std::clamp(value + 0.5f, 0.0f, 255.0f)); };
    for (std::int64_t y = 0; y < height; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(y)));
        for (std::int64_t x = 0; x < width; ++x, from += channels)
            line[x] = channels == 3 ? qRgb(byte(from[0]), byte(from[1]), byte(from[2]))
                                    : qRgb(byte(from[0]), byte(from[0]), byte(from[0]));
    }
    return image;
}

Extent extentOf(const Plane& plane) {
    Extent extent;
    bool any = false;
    for (std::int64_t row = 0; row < plane.height; ++row)
        for (std::int64_t column = 0; column < plane.width; ++column) {
            const float value = plane.first[row * plane.rowStep + column * plane.columnStep];
            if (!std::isfinite(value)) continue;
            extent.low = any ? std::min(extent.low, value) : value;
            extent.high = any ? std::max(extent.high, value) : value;
            any = true;
        }
    return extent;
}

Extent extentOf(const Tensor& values) {
    return extentOf(Plane{values.data<float>(), 1, values.elements(), values.elements(), 1});
}

ColourMap ColourMap::diverging(float limit) {
    ColourMap map;
    map.diverging_ = true;
    map.high_ = limit > 0 ? limit : 1;
    map.low_ = -map.high_;
    map.scale_ = 255.999f / (map.high_ - map.low_);
    for (int i = 0; i < 256; ++i) map.table_[static_cast<std::size_t>(i)] = ui::diverging(i / 127.5 - 1);
    return map;
}

ColourMap ColourMap::sequential(Extent extent) {
    ColourMap map;
    map.low_ = extent.low;
    map.high_ = extent.high > extent.low ? extent.high : extent.low + 1;
    map.scale_ = 255.999f / (map.high_ - map.low_);
    for (int i = 0; i < 256; ++i) map.table_[static_cast<std::size_t>(i)] = ui::sequential(i / 255.0);
    return map;
}

QImage planeImage(const Plane& plane, const ColourMap& map) {
    QImage image(static_cast<int>(plane.width), static_cast<int>(plane.height), QImage::Format_RGB32);
    for (std::int64_t row = 0; row < plane.height; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(row)));
        const float* from = plane.first + row * plane.rowStep;
        for (std::int64_t column = 0; column < plane.width; ++column, from += plane.columnStep)
            line[column] = map(*from);
    }
    return image;
}

void drawSharp(QPainter& painter, const QRectF& target, const QImage& image) {
    if (image.isNull()) return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < image.width());
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(target, image);
    painter.restore();
}

QRectF fitted(const QSizeF& image, const QRectF& room) {
    if (image.isEmpty() || room.isEmpty()) return {room.center(), QSizeF(0, 0)};
    const double factor = std::min(room.width() / image.width(), room.height() / image.height());
    QRectF box(QPointF(), image * factor);
    box.moveCenter(room.center());
    return box;
}

}  // namespace perceptarium::ui
