// How a map is painted: what part of it is seen, points as dots, pictures or words, what was found, picked and pointed
// at, and a card about the picked one.
#pragma once

#include <QPainter>
#include <QPalette>
#include <vector>

#include "ui/views/dot_stamps.h"
#include "ui/views/map_points.h"

namespace perceptarium::ui {

class ExamplePictures;

class MapPicture {
public:
    enum class Marks { Dots, Words, Pictures };
    MapPicture(const MapPoints& points, ExamplePictures& pictures) : points_(points), pictures_(pictures) {}

    Marks marks = Marks::Dots;
    std::vector<bool> found;  ///< by the search; empty: nothing is searched
    int hovered = -1, picked = -1;
    std::vector<MapNeighbour> near;  ///< of the picked one

    void fitAll();
    /// The same place stays under the pixel.
    void zoomAt(QPointF pixel, double steps, const QRectF& area);
    /// From now on drags move the map; `to` is where the mouse is now.
    void startPan(QPointF from);
    void pan(QPointF to, const QRectF& area);
    /// Within reach of the mouse; −1: none.
    int pointAt(QPointF pixel, const QRectF& area) const;

    void paint(QPainter& painter, const QRectF& area);
    /// Of the painted area, what the points have.
    QRectF plot(const QRectF& area) const;

private:
    QPointF toPixel(QPointF place, const QRectF& room) const;
    double scale(const QRectF& room) const;  ///< pixels a unit of the map
    double radius() const;
    bool hit(int point) const { return found.empty() || found[static_cast<std::size_t>(point)]; }
    bool asPictures() const;
    void paintMarks(QPainter& painter, const QRectF& room);
    void paintNames(QPainter& painter, const QRectF& room) const;
    void paintChosen(QPainter& painter, const QRectF& room) const;
    void paintHovered(QPainter& painter, const QRectF& room) const;
    void paintCard(QPainter& painter, const QRectF& area) const;

    const MapPoints& points_;
    ExamplePictures& pictures_;
    DotStamps stamps_;
    double zoom_ = 1;
    QPointF centre_;  ///< of the view, relative to the bounds' centre, in units of the map
    QPointF panFrom_, panCentre_;
};

}  // namespace perceptarium::ui
