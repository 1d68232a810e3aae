// What a chart of curves shows besides Qt Charts' own lines: the noise of single batches behind them, marks, legend,
// and the values under the pointer.
#include <QApplication>
#include <QLineSeries>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/views/curve_chart.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {

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
    // Words that would meet stand above each other; where there is no room even so, the crosshair still names them.
    std::array<double, 3> labelled;
    labelled.fill(-1e9);
    std::vector<train::Mark> marks =
        runs_.front().curves->marks();  // the best epoch is marked when it is known: at the end
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
        const auto row = std::find_if(labelled.begin(), labelled.end(), [&](double end) { return end <= start; });
        if (row == labelled.end()) continue;
        const auto above = static_cast<double>(row - labelled.begin()) * painter.fontMetrics().height();
        painter.drawText(QPointF(start, plot().bottom() - 5 - above), text);
        *row = start + width + 6;
    }
}

void CurveChart::paintLegend(QPainter& painter) {
    std::vector<CurveLegend::Entry> entries;
    for (const Run& run : runs_) {
        if (run.curves->empty()) continue;
        const QString prefix = runs_.size() > 1 ? run.name + QStringLiteral(" ") : QString();
        entries.push_back({prefix + tr("train"), run.colour, Qt::SolidLine});
        if (!run.curves->epochLine(look_.metric, look_.axis, true).x.empty())
            entries.push_back({tr("dev"), run.colour, Qt::DashLine});
    }
    legend_.paint(painter, plot(), entries, [this](const QRectF& box) {
        int points = 0;
        const auto count = [&](const QList<QPointF>& line) {
            for (const QPointF& point : line) points += box.contains(QPointF(pixelX(point.x()), pixelY(point.y())));
        };
        for (const Noise& noise : noise_) count(noise.points);
        for (const Series& each : series_)
            for (const QXYSeries* line : {static_cast<QXYSeries*>(each.smooth), static_cast<QXYSeries*>(each.dev)})
                count(line->points());
        return points;
    });
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

}  // namespace perceptarium::ui
