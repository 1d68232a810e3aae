// Which line of a chart is which run's, in the corner of the plot where it hides least of the curves.
#pragma once

#include <QColor>
#include <QPainter>
#include <QString>
#include <functional>
#include <vector>

namespace perceptarium::ui {

class CurveLegend {
public:
    struct Entry {
        QString text;
        QColor colour;
        Qt::PenStyle style = Qt::SolidLine;
    };
    /// `hidden` counts the points of curves in a box. The corner stays the same from one picture to the next unless it
    /// hides something that another one would not. Nothing is painted where there is no room for all entries.
    void paint(QPainter& painter, const QRectF& plot, const std::vector<Entry>& entries,
               const std::function<int(const QRectF&)>& hidden);

private:
    int corner_ = 0;  ///< of the plot: right above, right below, left below, left above
};

}  // namespace perceptarium::ui
