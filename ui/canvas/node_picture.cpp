#include "ui/canvas/node_picture.h"

#include <QPainter>
#include <algorithm>

#include "ui/shared/tensor_image.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

/// What is never negative (after ReLU, sigmoid, softmax) gets the whole sequential map, the rest the diverging one.
ColourMap mapOf(const Extent& extent) {
    return extent.low < 0 ? ColourMap::diverging(extent.largest()) : ColourMap::sequential({0, extent.high});
}

/// As the data has it: from the darkest to the brightest of its values.
QImage dataImage(const Tensor& values) {
    const Shape& shape = values.shape();
    const Extent extent = extentOf(values);
    const float span = std::max(extent.high - extent.low, 1e-12f);
    Tensor pixels = Tensor::empty(shape, DType::F32);
    for (std::int64_t i = 0; i < values.elements(); ++i)
        pixels.data<float>()[i] = 255 * (values.data<float>()[i] - extent.low) / span;
    return pictureImage(pixels);
}

void paintTiles(QPainter& painter, const Tensor& values, bool isData, QSize size) {
    const Shape& shape = values.shape();
    const bool whole = isData && (shape[2] == 1 || shape[2] == 3);
    const double height = size.height(), gap = std::max(1.0, std::round(height / 14));
    const double aspect = static_cast<double>(shape[1]) / static_cast<double>(shape[0]);
    const double width = std::clamp(std::round(height * aspect), 1.0, static_cast<double>(size.width()));
    const auto fit = std::max<std::int64_t>(1, static_cast<std::int64_t>((size.width() + gap) / (width + gap)));
    const std::int64_t count = whole ? 1 : std::min(shape[2], fit);
    const ColourMap map = mapOf(extentOf(values));
    double x = std::floor((size.width() - static_cast<double>(count) * (width + gap) + gap) / 2);
    for (std::int64_t c = 0; c < count; ++c, x += width + gap) {
        const QImage image = whole ? dataImage(values) : planeImage({values.data<float>() + c, shape[0], shape[1], shape[1] * shape[2], shape[2]}, map);
        drawSharp(painter, QRectF(x, 0, width, height), image);
    }
}

/// Positions across, features down.
void paintStrip(QPainter& painter, const Tensor& values, QSize size) {
    const Shape& shape = values.shape();
    drawSharp(painter, QRectF({0, 0}, QSizeF(size)), planeImage({values.data<float>(), shape[1], shape[0], 1, shape[1]}, mapOf(extentOf(values))));
}

/// Word ids are names, not sizes: a cell of some colour for each, none for padding.
void paintIds(QPainter& painter, const Tensor& ids, QSize size) {
    const double step = std::min(static_cast<double>(size.width()) / static_cast<double>(ids.elements()), size.height() / 2.0);
    for (std::int64_t i = 0; i < ids.elements(); ++i)
        if (const int id = ids.data<std::int32_t>()[i]; id != 0)
            painter.fillRect(QRectF(static_cast<double>(i) * step, size.height() * 0.2, std::max(1.0, step * 0.85), size.height() * 0.6), classColour(id));
}

/// Where there are more numbers than room, each bar is the largest of its neighbours, in size. A single number has nothing to be
/// compared with but 1.
void paintBars(QPainter& painter, const Tensor& values, QSize size) {
    const std::int64_t n = values.elements();
    const auto bars = std::min<std::int64_t>(n, std::max(1, size.width() / 2));
    Extent extent = extentOf(values);
    if (n == 1) extent.include({extent.low < 0 ? -1.0f : 0.0f, 1});
    const ColourMap map = mapOf(extent);
    const double low = std::min(0.0, static_cast<double>(extent.low)), high = std::max(0.0, static_cast<double>(extent.high));
    const double span = std::max(high - low, 1e-12), zero = size.height() * high / span;
    const double step = std::min(static_cast<double>(size.width()) / static_cast<double>(bars), size.height() * 0.6);
    const double left = std::floor((size.width() - step * static_cast<double>(bars)) / 2);
    for (std::int64_t bar = 0; bar < bars; ++bar) {
        float value = 0;
        for (std::int64_t i = bar * n / bars; i < (bar + 1) * n / bars; ++i)
            if (const float each = values.data<float>()[i]; std::abs(each) > std::abs(value)) value = each;
        const double height = value / span * size.height();
        painter.fillRect(QRectF(left + static_cast<double>(bar) * step, std::min({zero, zero - height, size.height() - 1.0}), std::max(step - (step > 3 ? 1 : 0), 0.7),
                                std::max(std::abs(height), 1.0)),
                         QColor(map(value)));
    }
}

}  // namespace

QImage nodePicture(const Tensor& given, bool isData, QSize size) {
    if (size.isEmpty() || !given.defined() || given.elements() == 0) return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const Shape& shape = given.shape();
    if (given.dtype() == DType::I32) {
        paintIds(painter, given, size);
        return image;
    }
    const Tensor values = given.dtype() == DType::F32 ? given : given.cast(DType::F32);
    if (shape.rank() == 3 && shape[0] * shape[1] > 1) paintTiles(painter, values, isData, size);
    else if (shape.rank() == 2) paintStrip(painter, values, size);
    else paintBars(painter, values, size);
    return image;
}

}  // namespace perceptarium::ui
