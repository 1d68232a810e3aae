// The points of a map: examples or words, each with its class, its name, its neighbours in the layer's own space, and
// the place to which it glides.
#pragma once

#include <QElapsedTimer>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

#include "ui/views/map_worker.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

struct MapNeighbour {
    int point = 0;
    double cosine = 0;
};

class MapPoints {
public:
    explicit MapPoints(const Workbench& workbench) : workbench_(workbench) {}

    void clear();
    /// Shows this map. Returns whether it is of other points or of another kind than the one before.
    bool take(std::shared_ptr<const MapWorker::Map> map);
    /// Goes some of the way to where the points belong; false when all are there.
    bool glide();

    const MapWorker::Map* map() const { return map_.get(); }
    bool empty() const { return !map_ || shown_.empty(); }
    int size() const { return static_cast<int>(shown_.size()); }
    bool areWords() const { return map_->outputs->asked.words; }
    QPointF place(int point) const { return shown_[static_cast<std::size_t>(point)]; }
    /// All places, with a margin.
    const QRectF& bounds() const { return bounds_; }
    /// In the data set, or in the vocabulary.
    std::int64_t idOf(int point) const { return map_->outputs->ids[static_cast<std::size_t>(point)]; }
    int classOf(int point) const;  ///< −1: none
    QString classNameOf(int point) const;
    QString nameOf(int point) const;
    /// Its name or class has these words in it.
    bool matches(int point, const QString& words) const;
    /// The nearest points in the layer's own space, by the cosine of the angle between them.
    std::vector<MapNeighbour> neighbours(int point) const;
    QString csv() const;

private:
    const Workbench& workbench_;
    std::shared_ptr<const MapWorker::Map> map_;
    std::vector<QPointF> shown_, target_;
    QRectF bounds_{-1, -1, 2, 2};
    QElapsedTimer sinceGlide_;
};

}  // namespace perceptarium::ui
