// Tensors as pictures: grey or colour as data has them, or through a colour map.
#pragma once

#include <QImage>
#include <QPainter>
#include <array>
#include <cmath>

#include "tensor/tensor.h"

namespace perceptarium::ui {

/// [H, W, 1] or [H, W, 3] raw pixels 0 … 255 (other channel counts: the first as grey). Null when it is no picture.
QImage pictureImage(const Tensor& pixels);

/// A rectangle of numbers somewhere in a tensor.
struct Plane {
    const float* first = nullptr;  ///< row 0, column 0
    std::int64_t height = 0, width = 0;
    std::int64_t rowStep = 0, columnStep = 1;  ///< in numbers
};

/// Least and greatest finite number; {0, 0} when there is none.
struct Extent {
    float low = 0, high = 0;
    float largest() const { return std::max(std::abs(low), std::abs(high)); }
    void include(const Extent& other) {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
};
Extent extentOf(const Plane& plane);
Extent extentOf(const Tensor& values);  ///< f32

/// Numbers to colours of the theme, by a table. What is not finite is magenta.
class ColourMap {
public:
    static ColourMap diverging(float limit);  ///< −limit … limit
    static ColourMap sequential(Extent extent);
    QRgb operator()(float value) const {
        const float place = (value - low_) * scale_;
        if (!std::isfinite(place)) return qRgb(255, 0, 255);
        return table_[static_cast<std::size_t>(std::clamp(place, 0.0f, 255.0f))];
    }
    float low() const { return low_; }
    float high() const { return high_; }
    bool isDiverging() const { return diverging_; }
    QRgb at(double t) const { return table_[static_cast<std::size_t>(std::clamp(t, 0.0, 1.0) * 255)]; }

private:
    std::array<QRgb, 256> table_{};
    float low_ = 0, high_ = 1, scale_ = 255;
    bool diverging_ = false;
};

QImage planeImage(const Plane& plane, const ColourMap& map);

/// Whole pixels where it grows, smooth where it must shrink.
void drawSharp(QPainter& painter, const QRectF& target, const QImage& image);

/// The largest rectangle with the image's proportions in the middle of `room`.
QRectF fitted(const QSizeF& image, const QRectF& room);

}  // namespace perceptarium::ui
