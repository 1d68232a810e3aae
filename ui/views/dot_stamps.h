// Dots by the hundred: drawn once for each colour and stamped from then on, on the screen at a fifth of the price.
#pragma once

#include <QColor>
#include <QPainter>
#include <QPixmap>
#include <map>

namespace perceptarium::ui {

class DotStamps {
public:
    /// A disc with a thin rim of the colour of the ground, so that dots that overlap can be told apart. Into a file of
    /// vectors it is drawn as what it is.
    void draw(QPainter& painter, QPointF centre, double radius, const QColor& ink, const QColor& ground);

private:
    struct Stamp {
        QPixmap picture;
        double half = 0;  ///< of its side
    };
    using Key = std::tuple<QRgb, QRgb, int, int>;  ///< ink, ground, radius and ratio of pixels in hundredths
    std::map<Key, Stamp> stamps_;
};

}  // namespace perceptarium::ui
