// One chart of curves: batches faint and smoothed, epochs as points, dev dashed; zoomed with box and wheel, read with a
// crosshair that all charts of the view share.
#pragma once

#include <QChartView>
#include <optional>

#include "ui/views/curve_data.h"
#include "ui/views/curve_legend.h"

class QCategoryAxis;
class QLineSeries;
class QScatterSeries;

namespace perceptarium::ui {

class CurveChart : public QChartView {
    Q_OBJECT
public:
    struct Run {
        const RunCurves* curves = nullptr;
        QColor colour;
        QString name;
    };
    struct Look {
        QString metric = QStringLiteral("loss");
        QString title;  ///< of the vertical axis
        CurveAxis axis = CurveAxis::Step;
        double weight = 0;  ///< of smoothing
        bool log = false;
        bool xTitle = true;
        bool growing = false;  ///< more is to come soon: axes move in steps
        std::optional<CurveRange> x;  ///< what part is shown; none: all
    };
    explicit CurveChart(const QString& name, QWidget* parent = nullptr);

    /// Draws these runs; the pointers must stay valid until the next show().
    void show(std::vector<Run> runs, const Look& look);
    /// The crosshair; NaN: none.
    void setHover(double x);
    /// What part of the horizontal axis is shown.
    CurveRange xRange() const { return x_; }
    void resetZoom() { yZoom_.reset(); }
    void applyTheme();
    /// What is read at the crosshair, a line a run.
    QStringList readings(double x) const;

signals:
    void zoomed(double low, double high);
    void zoomReset();
    void hovered(double x);

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Series {
        QLineSeries *smooth, *dev;
        QScatterSeries* points;
    };
    /// Every batch: noise of some hundred points, which Qt Charts takes long over. It is painted under the chart's lines.
    struct Noise {
        QList<QPointF> points;  ///< as y is shown
        QColor colour;
    };
    Series& series(std::size_t index);
    void redraw();
    QRectF plot() const;
    double toX(double pixel) const;
    double toY(double pixel) const;
    double pixelX(double x) const;
    double pixelY(double y) const;
    double shownY(double value) const;
    void paintNoise(QPainter& painter) const;
    void paintMarks(QPainter& painter) const;
    void paintLegend(QPainter& painter);
    void paintCrosshair(QPainter& painter) const;
    void zoomTo(CurveRange x, std::optional<CurveRange> y);

    std::vector<Run> runs_;
    Look look_;
    std::vector<Series> series_;
    std::vector<Noise> noise_;
    CurveLegend legend_;
    QCategoryAxis *xAxis_, *yAxis_;
    CurveRange x_, y_;
    std::optional<CurveRange> yZoom_;
    double hover_;
    enum class Drag { None, Box, Pan } drag_ = Drag::None;
    QPointF dragFrom_, dragTo_;
    CurveRange panX_, panY_;
};

/// "loss" → "loss (train and dev)": the axis title of a metric.
QString metricTitle(const QString& metric);

}  // namespace perceptarium::ui
