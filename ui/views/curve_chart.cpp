// Lines, axes and ranges of a chart of curves; what is painted besides is in curve_chart_paint.cpp, the mouse in _input.cpp.
#include "ui/views/curve_chart.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QScatterSeries>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <limits>

#include "train/metric.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Around the plot, fixed, so that charts above each other line up; less below where the axis has no title.
constexpr QMargins kRoom{62, 10, 24, 40}, kRoomWithoutTitle{62, 10, 24, 22};  // half of the last number is right of the plot

constexpr qsizetype kMostMarkers = 80;  ///< more epochs than that are lines, not beads

/// Sets labels and range only where they changed: an axis that is laid out anew costs a millisecond.
void setTicks(QCategoryAxis& axis, const CurveRange& range, const std::vector<double>& ticks,
              const std::function<QString(double)>& text) {
    QStringList labels;
    for (const double tick : ticks) labels << text(tick);
    bool same = axis.categoriesLabels() == labels && axis.min() == range.low && axis.max() == range.high;
    for (int i = 0; same && i < labels.size(); ++i)
        same = axis.endValue(labels[i]) == ticks[static_cast<std::size_t>(i)];
    if (same) return;
    for (const QString& label : axis.categoriesLabels()) axis.remove(label);
    axis.setStartValue(range.low);
    axis.setRange(range.low, range.high);
    for (int i = 0; i < labels.size(); ++i) axis.append(labels[i], ticks[static_cast<std::size_t>(i)]);
}

/// Replacing the points of a series costs the more the more of them there are, even by the same ones.
void setPoints(QXYSeries& series, const QList<QPointF>& points) {
    if (series.points() != points) series.replace(points);
}

/// At least two, or one could not read the scale from them.
std::vector<double> scaleTicks(const CurveRange& range, int wanted) {
    std::vector<double> ticks = roundTicks(range.low, range.high, wanted);
    for (int more = wanted + 1; ticks.size() < 2 && more < wanted + 6; ++more) ticks = roundTicks(range.low, range.high, more);
    return ticks;
}

QString axisTitle(CurveAxis axis) {
    return axis == CurveAxis::Step    ? CurveChart::tr("step (mini-batches)")
           : axis == CurveAxis::Epoch ? CurveChart::tr("epoch")
                                      : CurveChart::tr("training time (s)");
}

}  // namespace

QString metricTitle(const QString& metric) {
    if (metric == QLatin1String("loss")) return CurveChart::tr("loss");
    if (metric == QLatin1String("cost")) return CurveChart::tr("cost (loss and penalties)");
    const train::MetricSpec* spec = train::findMetric(metric.toStdString());
    return spec ? withinSentence(engineText(spec->title)) : metric;
}

CurveChart::CurveChart(const QString& name, QWidget* parent) : QChartView(parent), hover_(kNone) {
    setAccessibleName(name);
    setMinimumSize(160, 110);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    chart()->legend()->hide();
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    xAxis_ = new QCategoryAxis(this);
    yAxis_ = new QCategoryAxis(this);
    for (QCategoryAxis* axis : {xAxis_, yAxis_}) axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart()->addAxis(xAxis_, Qt::AlignBottom);
    chart()->addAxis(yAxis_, Qt::AlignLeft);
    applyTheme();
}

void CurveChart::applyTheme() {
    styleChart(*chart());
    chart()->setBackgroundVisible(false);  // the noise is behind it
    setBackgroundBrush(palette().color(QPalette::Base));
}

CurveChart::Series& CurveChart::series(std::size_t index) {
    while (series_.size() <= index) {
        Series made{new QLineSeries, new QLineSeries, new QScatterSeries};
        for (QXYSeries* each : {static_cast<QXYSeries*>(made.smooth), static_cast<QXYSeries*>(made.dev),
                                static_cast<QXYSeries*>(made.points)}) {
            chart()->addSeries(each);
            each->attachAxis(xAxis_);
            each->attachAxis(yAxis_);
        }
        series_.push_back(made);
    }
    return series_[index];
}

double CurveChart::shownY(double value) const {
    if (!look_.log) return value;
    return value > 0 ? std::log10(value) : kNone;
}

void CurveChart::show(std::vector<Run> runs, const Look& look) {
    const bool another = look.metric != look_.metric || look.log != look_.log;
    if (another) yZoom_.reset();
    if (another || look.axis != look_.axis || !look.growing) x_ = y_ = {0, 0};  // nothing to be steady about
    const bool otherRoom = look.xTitle != look_.xTitle;
    runs_ = std::move(runs);
    look_ = look;
    if (otherRoom) chart()->setPlotArea(plot());
    redraw();
}

void CurveChart::redraw() {
    std::vector<const CurveLine*> noisy, sure;
    struct Lines {
        const CurveLine *raw, *smooth;
        CurveLine train, dev;
    };
    std::vector<Lines> lines;
    lines.reserve(runs_.size());
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const Run& run : runs_) {
        Lines line{&run.curves->raw(look_.metric, look_.axis),
                   &run.curves->smooth(look_.metric, look_.axis, look_.weight),
                   run.curves->epochLine(look_.metric, look_.axis, false),
                   run.curves->epochLine(look_.metric, look_.axis, true)};
        lines.push_back(std::move(line));
        const Lines& kept = lines.back();
        noisy.push_back(kept.raw);
        sure.insert(sure.end(), {&kept.train, &kept.dev});
        if (look_.weight > 0) noisy.push_back(kept.smooth);
        for (const CurveLine* each : {kept.raw, &kept.train, &kept.dev})
            if (!each->x.empty()) {
                low = std::min(low, each->x.front());
                high = std::max(high, each->x.back());
            }
    }
    if (!(high >= low)) low = 0, high = 1;
    if (look_.axis != CurveAxis::Step || low <= 1) low = 0;
    if (high <= low) high = low + 1;
    if (look_.x)
        x_ = *look_.x;
    else if (const CurveRange whole{low, high}; x_.low == low)
        x_ = steadyRange(x_, whole);
    else
        x_ = whole;
    if (yZoom_) {
        y_ = *yZoom_;
    } else {
        const CurveRange before = y_;
        y_ = robustRange(noisy, sure, x_.low, x_.high);
        if (look_.log) {
            const double top = y_.high > 0 ? y_.high : 1;
            // Below the least value by a little, never below a millionth of the top.
            double bottom = std::numeric_limits<double>::infinity();
            for (const CurveLine* each : noisy)
                for (const QPointF& point : thinned(*each, x_.low, x_.high, 100))
                    if (point.y() > 0) bottom = std::min(bottom, point.y());
            for (const CurveLine* each : sure)
                for (const float value : each->y)
                    if (value > 0) bottom = std::min(bottom, static_cast<double>(value));
            if (!std::isfinite(bottom)) bottom = top / 10;
            bottom = std::max(bottom, top * 1e-6);
            y_ = {std::log10(bottom) - 0.05, std::log10(top) + 0.05};
            y_ = steadyRange(before, y_);
        } else {
            const double least = y_.low + 0.06 * (y_.high - y_.low);  // of all values: the range is wider by so much
            y_ = steadyRange(before, y_);
            if (look_.metric == QLatin1String("loss")) {
                y_.low = std::max(y_.low, std::min(0.0, least));  // not below 0 for its own sake
            } else if (y_.low >= -0.3 && y_.high <= 1.3) {
                y_.high = std::min(y_.high, 1.02);  // shares
                y_.low = std::max(y_.low, -0.02);
            }
        }
    }

    const int columns = std::max(static_cast<int>(plot().width()), 10);
    const auto points = [&](const CurveLine& line, int pixels = 3) {
        // Qt Charts outlines every line for the mouse whenever it changes, which costs far more than painting it: one
        // low and one high for each few pixels look the same at a fraction of the price.
        QList<QPointF> chosen = thinned(line, x_.low, x_.high, std::max(columns / pixels, 10));
        if (look_.log) {
            for (QPointF& point : chosen) point.setY(shownY(point.y()));
            chosen.removeIf([](const QPointF& point) { return !std::isfinite(point.y()); });
        }
        return chosen;
    };
    noise_.clear();
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        Series& each = series(i);
        const QColor colour = runs_[i].colour;
        QColor faint = colour;
        faint.setAlpha(look_.weight > 0 ? 70 : 255);
        noise_.push_back({points(*lines[i].raw, 2), faint});
        each.smooth->setPen(QPen(colour, 1.8));
        each.dev->setPen(QPen(colour, 1.6, Qt::DashLine));
        each.points->setMarkerSize(6);
        each.points->setColor(colour);
        each.points->setBorderColor(palette().color(QPalette::Base));
        const bool batches = !lines[i].raw->x.empty();
        setPoints(*each.smooth, !batches           ? points(lines[i].train)
                                : look_.weight > 0 ? points(*lines[i].smooth, 6)
                                                   : QList<QPointF>());
        setPoints(*each.dev, points(lines[i].dev));
        QList<QPointF> ends = points(lines[i].train);
        ends += points(lines[i].dev);
        setPoints(*each.points, ends.size() <= kMostMarkers ? ends : QList<QPointF>());
    }
    for (std::size_t i = runs_.size(); i < series_.size(); ++i)
        for (QXYSeries* each : {static_cast<QXYSeries*>(series_[i].smooth), static_cast<QXYSeries*>(series_[i].dev),
                                static_cast<QXYSeries*>(series_[i].points)})
            if (each->count() > 0) each->clear();

    const int wantedX = std::max(2, columns / 90), wantedY = std::max(2, static_cast<int>(plot().height()) / 45);
    setTicks(*xAxis_, x_, roundTicks(x_.low, x_.high, wantedX), shortNumber);
    if (look_.log)
        setTicks(*yAxis_, y_, logTicks(y_.low, y_.high, wantedY),
                 [](double place) { return shortNumber(std::pow(10, place)); });
    else
        setTicks(*yAxis_, y_, scaleTicks(y_, wantedY), shortNumber);
    const QString below = look_.xTitle ? axisTitle(look_.axis) : QString();
    if (xAxis_->titleText() != below) xAxis_->setTitleText(below);
    if (yAxis_->titleText() != look_.title) yAxis_->setTitleText(look_.title);
    viewport()->update();
}

QRectF CurveChart::plot() const {
    return QRectF(rect()).marginsRemoved(QMarginsF(look_.xTitle ? kRoom : kRoomWithoutTitle));
}

void CurveChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    chart()->setPlotArea(plot());
    redraw();
    // Qt Charts 6.4 lays itself out later and then moves the axes, but the lines only when a range changes: once training
    // is over nothing would change any more, so a range is nudged and set right again.
    QTimer::singleShot(0, this, [this] {
        chart()->setPlotArea(plot());
        xAxis_->setMax(xAxis_->max() + 0.01 * (xAxis_->max() - xAxis_->min()));
        yAxis_->setMax(yAxis_->max() + 0.01 * (yAxis_->max() - yAxis_->min()));
        redraw();
    });
}

double CurveChart::toX(double pixel) const {
    return x_.low + (pixel - plot().left()) / plot().width() * (x_.high - x_.low);
}
double CurveChart::toY(double pixel) const {
    return y_.high - (pixel - plot().top()) / plot().height() * (y_.high - y_.low);
}
double CurveChart::pixelX(double x) const { return plot().left() + (x - x_.low) / (x_.high - x_.low) * plot().width(); }
double CurveChart::pixelY(double y) const {
    return plot().top() + (y_.high - y) / (y_.high - y_.low) * plot().height();
}

void CurveChart::setHover(double x) {
    if (std::isnan(x) && std::isnan(hover_)) return;
    hover_ = x;
    viewport()->update();
}

}  // namespace perceptarium::ui
