#include "ui/shared/filter_pictures.h"

#include <algorithm>

namespace perceptarium::ui {

Extent FilterBank::extentOf(std::int64_t filter) const {
    Extent extent = ui::extentOf(plane(filter, 0));
    for (std::int64_t channel = 1; channel < channels; ++channel) extent.include(ui::extentOf(plane(filter, channel)));
    return extent;
}

std::optional<FilterBank> filterBank(const Tensor& weights, const std::optional<Shape>& picture) {
    if (!weights.defined() || weights.dtype() != DType::F32) return std::nullopt;
    const Shape& shape = weights.shape();
    if (shape.rank() == 4) return FilterBank{weights, shape[0], shape[1], shape[2], shape[3], false};
    if (shape.rank() == 2 && picture && picture->elements() == shape[0])
        return FilterBank{weights, (*picture)[0], (*picture)[1], (*picture)[2], shape[1], true};
    return std::nullopt;
}

QImage filterImage(const FilterBank& bank, std::int64_t filter, std::int64_t channel, const ColourMap& map) {
    return planeImage(bank.plane(filter, channel), map);
}

QImage filterColours(const FilterBank& bank, std::int64_t filter, float limit) {
    QImage image(static_cast<int>(bank.width), static_cast<int>(bank.height), QImage::Format_RGB32);
    const auto byte = [limit](float value) { return static_cast<int>(std::clamp(127.5f + 127.5f * value / limit, 0.0f, 255.0f)); };
    const Plane plane = bank.plane(filter, 0);
    for (std::int64_t y = 0; y < bank.height; ++y)
        for (std::int64_t x = 0; x < bank.width; ++x) {
            const float* at = plane.first + y * plane.rowStep + x * plane.columnStep;
            image.setPixel(static_cast<int>(x), static_cast<int>(y), qRgb(byte(at[0]), byte(at[bank.filters]), byte(at[2 * bank.filters])));
        }
    return image;
}

QImage weightMap(const Tensor& weights, std::int64_t rows, const ColourMap& map) {
    const std::int64_t columns = weights.shape()[-1];
    return planeImage({weights.data<float>(), std::min(rows, weights.elements() / std::max<std::int64_t>(columns, 1)), columns, columns, 1}, map);
}

}  // namespace perceptarium::ui
