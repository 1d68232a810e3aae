// A plane of two features: where its points are on a plot, what part of it is seen, its axes; and what a network
// answers everywhere in it, as a picture.
#pragma once

#include <QImage>
#include <QLineF>
#include <QPainter>
#include <vector>

#include "data/prepare.h"
#include "study/regions_probe.h"

namespace perceptarium::ui {

struct PlanePoint {
    QPointF place;
    std::int64_t example = 0;
    std::int32_t label = -1;
    bool dev = false;
};
/// Train and dev points, evenly chosen when there are very many. Reads the data: not on the window's thread.
std::vector<PlanePoint> planePoints(const data::Prepared& prepared);
/// All of them with a margin; top() is the least y. Without points the square around 0.
QRectF planeAround(const std::vector<PlanePoint>& points);

/// From the plane to a plot and back. `shown`: what is seen of the plane, top() is the least y.
struct PlaneMap {
    QRectF shown, plot;
    QPointF toPixel(QPointF place) const;
    QPointF toPlane(QPointF pixel) const;
    /// The same place under the pixel, `factor` times as much around it.
    QRectF zoomed(QPointF pixel, double factor) const;
};
/// `shown`, widened so that a step across and a step up are equally long on a plot of that shape: a circle is a circle.
/// Features of very different ranges keep their own scales.
QRectF withEqualScales(const QRectF& shown, const QSizeF& plot);

/// Frame, ticks and names of the features, around the plot.
void paintPlaneAxes(QPainter& painter, const PlaneMap& map, const QString& across, const QString& up);

/// What the network answers, one pixel a cell, the top row last in y. `shade`: paler where it is less sure.
QImage answersImage(const study::Regions& regions, bool classes, bool shade, const QColor& ground);

}  // namespace perceptarium::ui
