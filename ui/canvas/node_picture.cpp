#include "ui/canvas/node_picture.h"

#include <QPainter>
#include <algorithm>
#include <functional>

#include "ui/shared/filter_pictures.h"
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

/// As many of `count` as fit beside each other, each `aspect` as wide as it is high.
void paintTiles(QPainter& painter, QSize size, double aspect, std::int64_t count, const std::function<QImage(std::int64_t)>& image) {
    const double height = size.height(), gap = std::max(1.0, std::round(height / 14));
    const double width = std::clamp(std::round(height * aspect), 1.0, static_cast<double>(size.width()));
    const auto fit = std::max<std::int64_t>(1, static_cast<std::int64_t>((size.width() + gap) / (width + gap)));
    count = std::min(count, fit);
    double x = std::floor((size.width() - static_cast<double>(count) * (width + gap) + gap) / 2);
    for (std::int64_t tile = 0; tile < count; ++tile, x += width + gap) drawSharp(painter, QRectF(x, 0, width, height), image(tile));
}

double aspectOf(std::int64_t height, std::int64_t width) { return static_cast<double>(width) / static_cast<double>(height); }

void paintChannels(QPainter& painter, const Tensor& values, bool isData, QSize size) {
    const Shape& shape = values.shape();
    const bool whole = isData && (shape[2] == 1 || shape[2] == 3);
    const ColourMap map = mapOf(extentOf(values));
    paintTiles(painter, size, aspectOf(shape[0], shape[1]), whole ? 1 : shape[2], [&](std::int64_t c) {
        return whole ? dataImage(values) : planeImage({values.data<float>() + c, shape[0], shape[1], shape[1] * shape[2], shape[2]}, map);
    });
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
    if (shape.rank() == 3 && shape[0] * shape[1] > 1) paintChannels(painter, values, isData, size);
    else if (shape.rank() == 2) paintStrip(painter, values, size);
    else paintBars(painter, values, size);
    return image;
}

QImage filtersPicture(const study::LayerFilters& filters, QSize size) {
    if (size.isEmpty() || !filters.values.defined()) return {};
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const ColourMap map = ColourMap::diverging(std::max(extentOf(filters.values).largest(), 1e-12f));
    if (const auto bank = filterBank(filters.values, filters.picture))
        paintTiles(painter, size, aspectOf(bank->height, bank->width), bank->filters, [&](std::int64_t filter) {
            return bank->channels == 3 ? filterColours(*bank, filter, map.high()) : filterImage(*bank, filter, 0, map);
        });
    else
        drawSharp(painter, QRectF({0, 0}, QSizeF(size)), weightMap(filters.values, filters.values.shape()[0], map));
    return image;
}

}  // namespace perceptarium::ui
