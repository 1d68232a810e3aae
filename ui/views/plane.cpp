#include "ui/views/plane.h"

#include <algorithm>
#include <cmath>

#include "study/forward.h"
#include "ui/theme/theme.h"
#include "ui/views/curve_data.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kMostPoints = 1500;  ///< of a part
constexpr double kMostStretch = 4;          ///< features whose ranges differ more have their own scales

}  // namespace

std::vector<PlanePoint> planePoints(const data::Prepared& prepared) {
    std::vector<PlanePoint> points;
    for (const bool dev : {false, true}) {
        const auto examples = study::evenly(prepared.part(dev ? data::Part::Dev : data::Part::Train), kMostPoints);
        Tensor x, y;
        if (examples.empty() || !prepared.dataset->read(examples, x, y)) continue;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const auto row = static_cast<std::int64_t>(i);
            points.push_back({QPointF(x.at(2 * row), x.at(2 * row + 1)), examples[i],
                              y.dtype() == DType::I32 ? y.data<std::int32_t>()[i] : -1, dev});
        }
    }
    return points;
}

QRectF planeAround(const std::vector<PlanePoint>& points) {
    QPointF low(1e300, 1e300), high(-1e300, -1e300);
    for (const PlanePoint& point : points) {
        low = {std::min(low.x(), point.place.x()), std::min(low.y(), point.place.y())};
        high = {std::max(high.x(), point.place.x()), std::max(high.y(), point.place.y())};
    }
    if (points.empty()) low = {-1, -1}, high = {1, 1};
    const double roomX = std::max(0.12 * (high.x() - low.x()), 1e-3),
                 roomY = std::max(0.12 * (high.y() - low.y()), 1e-3);
    return QRectF(QPointF(low.x() - roomX, low.y() - roomY), QPointF(high.x() + roomX, high.y() + roomY));
}

QPointF PlaneMap::toPixel(QPointF place) const {
    return {plot.left() + (place.x() - shown.left()) / shown.width() * plot.width(),
            plot.bottom() - (place.y() - shown.top()) / shown.height() * plot.height()};
}

QPointF PlaneMap::toPlane(QPointF pixel) const {
    return {shown.left() + (pixel.x() - plot.left()) / plot.width() * shown.width(),
            shown.top() + (plot.bottom() - pixel.y()) / plot.height() * shown.height()};
}

QRectF PlaneMap::zoomed(QPointF pixel, double factor) const {
    const QPointF centre = toPlane(pixel);
    return {centre.x() - (centre.x() - shown.left()) * factor, centre.y() - (centre.y() - shown.top()) * factor,
            shown.width() * factor, shown.height() * factor};
}

QRectF withEqualScales(const QRectF& shown, const QSizeF& plot) {
    const double stretch = shown.width() / shown.height();
    if (plot.width() < 1 || plot.height() < 1 || stretch > kMostStretch || stretch < 1 / kMostStretch) return shown;
    const double unit = std::max(shown.width() / plot.width(), shown.height() / plot.height());
    const QSizeF size = plot * unit;
    return {shown.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

void paintPlaneAxes(QPainter& painter, const PlaneMap& map, const QString& across, const QString& up) {
    const QRectF& plot = map.plot;
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(colour(Role::Secondary));
    for (const double tick :
         roundTicks(map.shown.left(), map.shown.right(), std::max(2, static_cast<int>(plot.width()) / 90))) {
        const double x = map.toPixel({tick, 0}).x();
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter.drawText(QRectF(x - 40, plot.bottom() + 4, 80, 14), Qt::AlignCenter, shortNumber(tick));
    }
    for (const double tick :
         roundTicks(map.shown.top(), map.shown.bottom(), std::max(2, static_cast<int>(plot.height()) / 60))) {
        const double y = map.toPixel({0, tick}).y();
        painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.left(), y));
        painter.drawText(QRectF(plot.left() - 46, y - 8, 40, 16), Qt::AlignRight | Qt::AlignVCenter, shortNumber(tick));
    }
    const QFontMetricsF metrics = painter.fontMetrics();
    painter.drawText(QRectF(plot.left(), plot.bottom() + 18, plot.width(), 18), Qt::AlignCenter,
                     metrics.elidedText(across, Qt::ElideRight, plot.width()));
    painter.save();
    painter.translate(plot.left() - 50, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, 0, plot.height(), 16), Qt::AlignCenter,
                     metrics.elidedText(up, Qt::ElideRight, plot.height()));
    painter.restore();
}

QImage answersImage(const study::Regions& regions, bool classes, bool shade, const QColor& ground) {
    const Shape& shape = regions.answers.shape();
    const auto height = static_cast<int>(shape[0]), width = static_cast<int>(shape[1]);
    const std::int64_t k = shape[2];
    const float* answers = regions.answers.data<float>();
    QImage image(width, height, QImage::Format_RGB32);
    const ColourMap numbers = ColourMap::sequential(extentOf(regions.answers));
    std::vector<QColor> colours;
    for (std::int64_t c = 0; c < k; ++c) colours.push_back(classColour(static_cast<int>(c)));
    for (int row = 0; row < height; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(height - 1 - row));
        for (int column = 0; column < width; ++column) {
            const float* p = answers + (static_cast<std::int64_t>(row) * width + column) * k;
            if (!classes) {
                line[column] = numbers(p[0]);
                continue;
            }
            // The colours of the classes mixed by their probability, on the ground: grey where none is sure.
            double red = 0, green = 0, blue = 0;
            const std::int64_t best = std::max_element(p, p + k) - p;
            for (std::int64_t c = 0; c < k; ++c) {
                const double share = shade ? static_cast<double>(p[c]) : c == best ? 1.0 : 0.0;
                red += share * colours[static_cast<std::size_t>(c)].red();
                green += share * colours[static_cast<std::size_t>(c)].green();
                blue += share * colours[static_cast<std::size_t>(c)].blue();
            }
            // How much of the colour: none for an even guess, most for certainty.
            const double even = 1.0 / static_cast<double>(std::max<std::int64_t>(k, 2));
            const double sure = shade ? (static_cast<double>(p[best]) - even) / (1 - even) : 1.0;
            const double strength = 0.12 + 0.43 * std::clamp(sure, 0.0, 1.0);
            const auto mix = [strength](int base, double ink) {
                return static_cast<int>(base + strength * (ink - base));
            };
            line[column] = qRgb(mix(ground.red(), red), mix(ground.green(), green), mix(ground.blue(), blue));
        }
    }
    return image;
}

}  // namespace perceptarium::ui
