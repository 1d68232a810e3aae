#include "ui/views/curve_chart.h"

#include <QApplication>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QWheelEvent>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <limits>

#include "train/metric.h"
#include "ui/theme/theme.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// Around the plot, fixed, so that charts above each other line up; less below where the axis has no title.
constexpr QMargins kRoom{58, 10, 14, 40}, kRoomWithoutTitle{58, 10, 14, 22};

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

QString axisTitle(CurveAxis axis) {
    return axis == CurveAxis::Step    ? CurveChart::tr("step (mini-batches)")
           : axis == CurveAxis::Epoch ? CurveChart::tr("epoch")
                                      : CurveChart::tr("training time (s)");
}

}  // namespace

QString metricTitle(const QString& metric) {
    if (metric == QLatin1String("loss")) return CurveChart::tr("loss");
    const train::MetricSpec* spec = train::findMetric(metric.toStdString());
    return spec ? QString::fromStdString(spec->title).toLower() : metric;
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
        setTicks(*yAxis_, y_, roundTicks(y_.low, y_.high, wantedY), shortNumber);
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

QStringList CurveChart::readings(double x) const {
    QStringList lines;
    for (const Run& run : runs_) {
        QStringList parts;
        const CurveLine& raw = run.curves->raw(look_.metric, look_.axis);
        if (!raw.x.empty()) {
            const std::size_t at = nearest(raw, x);
            QString text = tr("train %1").arg(shortNumber(static_cast<double>(raw.y[at])));
            if (look_.weight > 0)
                text += tr(" (smooth %1)")
                            .arg(shortNumber(
                                static_cast<double>(run.curves->smooth(look_.metric, look_.axis, look_.weight).y[at])));
            parts << text;
        } else if (const CurveLine train = run.curves->epochLine(look_.metric, look_.axis, false); !train.x.empty()) {
            parts << tr("train %1").arg(shortNumber(static_cast<double>(train.y[nearest(train, x)])));
        }
        if (const CurveLine dev = run.curves->epochLine(look_.metric, look_.axis, true); !dev.x.empty())
            parts << tr("dev %1").arg(shortNumber(static_cast<double>(dev.y[nearest(dev, x)])));
        if (!parts.isEmpty())
            lines << (runs_.size() > 1 ? run.name + QStringLiteral(": ") : QString()) +
                         parts.join(QStringLiteral(" · "));
    }
    return lines;
}

void CurveChart::paintMarks(QPainter& painter) const {
    if (runs_.empty()) return;
    painter.setPen(QPen(colour(Role::Mark), 1, Qt::DashDotLine));
    double labelled = -1e9;
    std::vector<train::Mark> marks = runs_.front().curves->marks();  // the best epoch is marked when it is known: at the end
    std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.step < b.step; });
    for (const train::Mark& mark : marks) {
        const double x = pixelX(runs_.front().curves->xOf(mark.step, look_.axis));
        if (x < plot().left() || x > plot().right()) continue;
        painter.setPen(QPen(colour(Role::Mark), 1, Qt::DashDotLine));
        painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
        const QString text = QString::fromStdString(mark.what);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        const bool leftwards = x + width + 6 > plot().right();
        const double start = leftwards ? x - width - 4 : x + 4;
        if (start < labelled) continue;  // no room beside the last one; the tooltip of the crosshair still names it
        painter.drawText(QPointF(start, plot().bottom() - 5), text);
        labelled = start + width + 6;
    }
}

void CurveChart::paintLegend(QPainter& painter) const {
    // Right above, where curves seldom are: loss falls; for the rest it stands on the ground colour.
    const QFontMetricsF metrics(painter.font());
    struct Entry {
        QString text;
        QColor colour;
        Qt::PenStyle style;
    };
    std::vector<Entry> entries;
    for (const Run& run : runs_) {
        const bool any = !run.curves->empty();
        if (!any) continue;
        const QString prefix = runs_.size() > 1 ? run.name + QStringLiteral(" ") : QString();
        entries.push_back({prefix + tr("train"), run.colour, Qt::SolidLine});
        if (!run.curves->epochLine(look_.metric, look_.axis, true).x.empty())
            entries.push_back({tr("dev"), run.colour, Qt::DashLine});
    }
    double x = plot().right();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        x -= metrics.horizontalAdvance(entry->text) + 36;
    if (x < plot().left()) return;  // too many runs: the list of runs shows their colours
    const double y = plot().top() + metrics.height() / 2 + 2;
    const QRectF ground(x, plot().top() + 1, plot().right() - x, metrics.height() + 2);
    QColor base = palette().color(QPalette::Base);
    base.setAlpha(200);
    painter.fillRect(ground, base);
    for (const Entry& entry : entries) {
        painter.setPen(QPen(entry.colour, 1.8, entry.style));
        painter.drawLine(QPointF(x + 6, y), QPointF(x + 26, y));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QPointF(x + 30, y + metrics.ascent() / 2 - 1), entry.text);
        x += metrics.horizontalAdvance(entry.text) + 36;
    }
}

void CurveChart::paintCrosshair(QPainter& painter) const {
    if (std::isnan(hover_) || hover_ < x_.low || hover_ > x_.high || runs_.empty()) return;
    const double x = pixelX(hover_);
    painter.setPen(QPen(colour(Role::Secondary), 1, Qt::DotLine));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
    QStringList lines = readings(hover_);
    if (lines.isEmpty()) return;
    const QString where = look_.axis == CurveAxis::Step    ? tr("step %1").arg(std::llround(hover_))
                          : look_.axis == CurveAxis::Epoch ? tr("epoch %1").arg(hover_, 0, 'f', 2)
                                                           : tr("%1 s").arg(hover_, 0, 'f', 1);
    lines.prepend(where);
    for (const train::Mark& mark : runs_.front().curves->marks())
        if (std::abs(pixelX(runs_.front().curves->xOf(mark.step, look_.axis)) - x) < 5)
            lines << QString::fromStdString(mark.what);
    const QFontMetricsF metrics(painter.font());
    double width = 0;
    for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
    QRectF box(x + 12, plot().top() + 22, width + 16, metrics.lineSpacing() * static_cast<double>(lines.size()) + 10);
    if (box.right() > plot().right()) box.moveRight(x - 12);
    if (box.left() < 2) box.moveLeft(2);
    painter.setPen(QPen(colour(Role::Edge), 1));
    QColor ground = palette().color(QPalette::ToolTipBase);
    ground.setAlpha(235);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 5, 5);
    double y = box.top() + 5 + metrics.ascent();
    for (int i = 0; i < lines.size(); ++i, y += metrics.lineSpacing()) {
        painter.setPen(i == 0 ? colour(Role::Secondary) : palette().color(QPalette::ToolTipText));
        painter.drawText(QPointF(box.left() + 8, y), lines[i]);
    }
    // A dot on each run's training curve.
    for (const Run& run : runs_) {
        const CurveLine& line = run.curves->smooth(look_.metric, look_.axis, look_.weight);
        if (line.x.empty()) continue;
        const std::size_t at = nearest(line, hover_);
        const QPointF place(pixelX(line.x[at]), pixelY(shownY(static_cast<double>(line.y[at]))));
        if (!std::isfinite(place.y()) || !plot().contains(place)) continue;
        painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
        painter.setBrush(run.colour);
        painter.drawEllipse(place, 4, 4);
    }
}

void CurveChart::paintNoise(QPainter& painter) const {
    const QRectF room = plot();
    for (const Noise& noise : noise_) {
        QPolygonF line;
        line.reserve(noise.points.size());
        for (const QPointF& point : noise.points) line << QPointF(pixelX(point.x()), pixelY(point.y()));
        // Where it is dense and faint no one can tell a smooth edge, and it would cost most of the picture.
        const bool dense = static_cast<double>(line.size()) > room.width() / 3;
        painter.setRenderHint(QPainter::Antialiasing, !dense || look_.weight == 0);
        painter.setPen(QPen(noise.colour, 1));
        painter.drawPolyline(line);
    }
}

void CurveChart::drawBackground(QPainter* painter, const QRectF& rect) {
    QChartView::drawBackground(painter, rect);
    painter->save();
    painter->setClipRect(plot(), Qt::IntersectClip);
    paintNoise(*painter);
    painter->restore();
}

void CurveChart::drawForeground(QPainter* painter, const QRectF&) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter->setFont(small);
    paintMarks(*painter);
    paintLegend(*painter);
    paintCrosshair(*painter);
    if (drag_ == Drag::Box) {
        QColor fill = colour(Role::Accent);
        painter->setPen(QPen(fill, 1));
        fill.setAlpha(40);
        painter->setBrush(fill);
        painter->drawRect(QRectF(dragFrom_, dragTo_).normalized().intersected(plot()));
    }
    painter->restore();
}

void CurveChart::zoomTo(CurveRange x, std::optional<CurveRange> y) {
    if (!(x.high - x.low > 1e-9 * std::max(1.0, std::abs(x.high)))) return;
    if (y) yZoom_ = y;
    emit zoomed(x.low, x.high);
}

void CurveChart::mousePressEvent(QMouseEvent* event) {
    const bool pan = event->button() == Qt::MiddleButton ||
                     (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ShiftModifier));
    if (pan || event->button() == Qt::LeftButton) {
        drag_ = pan ? Drag::Pan : Drag::Box;
        dragFrom_ = dragTo_ = event->position();
        panX_ = x_;
        panY_ = y_;
    }
}

void CurveChart::mouseMoveEvent(QMouseEvent* event) {
    dragTo_ = event->position();
    if (drag_ == Drag::Pan) {
        const double byX = (dragFrom_.x() - dragTo_.x()) / plot().width() * (panX_.high - panX_.low);
        const double byY = (dragTo_.y() - dragFrom_.y()) / plot().height() * (panY_.high - panY_.low);
        zoomTo({panX_.low + byX, panX_.high + byX}, CurveRange{panY_.low + byY, panY_.high + byY});
    }
    emit hovered(plot().contains(event->position()) ? toX(event->position().x()) : kNone);
    if (drag_ == Drag::Box) viewport()->update();
}

void CurveChart::mouseReleaseEvent(QMouseEvent* event) {
    const Drag was = std::exchange(drag_, Drag::None);
    if (was != Drag::Box) return;
    const QRectF box = QRectF(dragFrom_, event->position()).normalized().intersected(plot());
    if (box.width() > 5 && box.height() > 5)
        zoomTo({toX(box.left()), toX(box.right())}, CurveRange{toY(box.bottom()), toY(box.top())});
    viewport()->update();
}

void CurveChart::mouseDoubleClickEvent(QMouseEvent*) {
    yZoom_.reset();
    emit zoomReset();
}

void CurveChart::wheelEvent(QWheelEvent* event) {
    const double factor = std::pow(0.85, event->angleDelta().y() / 120.0);
    const double x = toX(event->position().x()), y = toY(event->position().y());
    const bool onlyX = !plot().contains(event->position()) && event->position().y() > plot().bottom();
    const bool onlyY = !plot().contains(event->position()) && event->position().x() < plot().left();
    const auto around = [factor](const CurveRange& range, double centre) {
        return CurveRange{centre - (centre - range.low) * factor, centre + (range.high - centre) * factor};
    };
    zoomTo(onlyY ? x_ : around(x_, x), onlyX ? std::optional<CurveRange>(y_) : around(y_, y));
    event->accept();
}

void CurveChart::leaveEvent(QEvent* event) {
    QChartView::leaveEvent(event);
    emit hovered(kNone);
}

void CurveChart::keyPressEvent(QKeyEvent* event) {
    // The same without a mouse: + and − zoom around the middle, arrows move, Home shows everything.
    const double width = x_.high - x_.low, middle = (x_.low + x_.high) / 2;
    switch (event->key()) {
        case Qt::Key_Plus:
            return zoomTo({middle - width * 0.4, middle + width * 0.4}, std::nullopt);
        case Qt::Key_Minus:
            return zoomTo({middle - width * 0.625, middle + width * 0.625}, std::nullopt);
        case Qt::Key_Left:
            return zoomTo({x_.low - width * 0.1, x_.high - width * 0.1}, std::nullopt);
        case Qt::Key_Right:
            return zoomTo({x_.low + width * 0.1, x_.high + width * 0.1}, std::nullopt);
        case Qt::Key_Home:
            return mouseDoubleClickEvent(nullptr);
        default:
            QChartView::keyPressEvent(event);
    }
}

}  // namespace perceptarium::ui
