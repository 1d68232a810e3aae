#include "ui/views/map_points.h"

#include <algorithm>
#include <cmath>

#include "ui/views/example_pictures.h"

namespace perceptarium::ui {
namespace {

constexpr double kEase = 80;  ///< ms in which a point goes most of the way to its place
constexpr std::size_t kNeighbours = 6;

}  // namespace

void MapPoints::clear() {
    map_.reset();
    shown_.clear();
    target_.clear();
}

bool MapPoints::take(std::shared_ptr<const MapWorker::Map> map) {
    const bool another = !map_ || map_->outputs->ids != map->outputs->ids || map_->tsne != map->tsne;
    map_ = std::move(map);
    target_.clear();
    QPointF low(1e300, 1e300), high(-1e300, -1e300);
    const std::int64_t n = map_->places.defined() ? map_->places.shape()[0] : 0;
    for (std::int64_t i = 0; i < n; ++i) {
        const QPointF place(map_->places.at(2 * i), map_->places.at(2 * i + 1));
        if (!std::isfinite(place.x()) || !std::isfinite(place.y())) {
            target_.clear();
            break;
        }
        target_.push_back(place);
        low = {std::min(low.x(), place.x()), std::min(low.y(), place.y())};
        high = {std::max(high.x(), place.x()), std::max(high.y(), place.y())};
    }
    if (!target_.empty()) {
        const double room = std::max({0.06 * (high.x() - low.x()), 0.06 * (high.y() - low.y()), 1e-6});
        // At once: while t-SNE unfolds, a frame that followed slowly would be left behind.
        bounds_ = QRectF(low - QPointF(room, room), high + QPointF(room, room));
    }
    // Between two states of the same map points glide; a new map appears at once.
    if (another || shown_.size() != target_.size() || map_->tsne) shown_ = target_;
    sinceGlide_.start();
    return another;
}

bool MapPoints::glide() {
    if (shown_.size() != target_.size()) return false;
    bool moving = false;
    const double still = 1e-3 * std::max(bounds_.width(), bounds_.height());
    const double ease = 1 - std::exp(-static_cast<double>(sinceGlide_.isValid() ? sinceGlide_.restart() : 0) / kEase);
    for (std::size_t i = 0; i < shown_.size(); ++i) {
        const QPointF way = target_[i] - shown_[i];
        if (std::abs(way.x()) + std::abs(way.y()) < still) {
            shown_[i] = target_[i];
            continue;
        }
        shown_[i] += ease * way;
        moving = true;
    }
    return moving;
}

int MapPoints::classOf(int point) const {
    const data::PreparedPtr prepared = workbench_.data();
    if (!prepared || areWords()) return -1;
    const auto labels = prepared->dataset->labels();
    const auto index = static_cast<std::size_t>(idOf(point));
    return index < labels.size() ? labels[index] : -1;
}

QString MapPoints::classNameOf(int point) const {
    const data::PreparedPtr prepared = workbench_.data();
    const int label = classOf(point);
    return label >= 0 && prepared ? className(prepared->dataset->info(), label) : QString();
}

QString MapPoints::nameOf(int point) const {
    const data::PreparedPtr prepared = workbench_.data();
    if (!prepared) return {};
    if (!areWords()) return captionOf(workbench_, idOf(point));
    const auto& vocabulary = prepared->dataset->info().vocabulary;
    const auto index = static_cast<std::size_t>(idOf(point));
    return index < vocabulary.size() ? QString::fromStdString(vocabulary[index]) : QString::number(idOf(point));
}

bool MapPoints::matches(int point, const QString& words) const {
    return nameOf(point).contains(words, Qt::CaseInsensitive) ||
           classNameOf(point).contains(words, Qt::CaseInsensitive);
}

std::vector<MapNeighbour> MapPoints::neighbours(int point) const {
    const Tensor& rows = map_->outputs->rows;
    const std::int64_t n = rows.shape()[0], d = rows.shape()[1];
    const float* values = rows.data<float>();
    const float* own = values + point * d;
    const auto dot = [d](const float* a, const float* b) {
        float sum = 0;
        for (std::int64_t k = 0; k < d; ++k) sum += a[k] * b[k];
        return static_cast<double>(sum);
    };
    const double length = std::sqrt(dot(own, own));
    std::vector<MapNeighbour> all;
    for (std::int64_t i = 0; i < n; ++i) {
        const float* row = values + i * d;
        const double lengths = length * std::sqrt(dot(row, row));
        if (i != point && lengths > 0) all.push_back({static_cast<int>(i), dot(own, row) / lengths});
    }
    const std::size_t kept = std::min(all.size(), kNeighbours);
    std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                      [](const MapNeighbour& a, const MapNeighbour& b) { return a.cosine > b.cosine; });
    all.resize(kept);
    return all;
}

QString MapPoints::csv() const {
    if (!map_ || target_.empty()) return {};
    const auto quoted = [](QString text) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    };
    QString text = QStringLiteral("id,x,y,class,name\n");
    for (int i = 0; i < static_cast<int>(target_.size()); ++i) {
        const QPointF place = target_[static_cast<std::size_t>(i)];
        text += QStringList{QString::number(idOf(i)), QString::number(place.x(), 'g', 8),
                            QString::number(place.y(), 'g', 8), quoted(classNameOf(i)), quoted(nameOf(i))}
                    .join(QLatin1Char(',')) +
                QLatin1Char('\n');
    }
    return text;
}

}  // namespace perceptarium::ui
