#include "ui/views/curve_legend.h"

#include <QGuiApplication>
#include <QPalette>
#include <array>

namespace perceptarium::ui {
namespace {

constexpr double kLine = 20, kGap = 6, kInset = 2;

}  // namespace

void CurveLegend::paint(QPainter& painter, const QRectF& plot, const std::vector<Entry>& entries,
                        const std::function<int(const QRectF&)>& hidden) {
    const QFontMetricsF metrics(painter.font());
    double width = kGap;
    for (const Entry& entry : entries) width += kLine + 2 * kGap + metrics.horizontalAdvance(entry.text);
    if (entries.empty() || width > plot.width()) return;  // too many runs: the list of runs shows their colours
    const QSizeF size(width, metrics.height() + 2);
    const double left = plot.left() + kInset, right = plot.right() - kInset - size.width();
    const double above = plot.top() + kInset, below = plot.bottom() - kInset - size.height();
    const std::array<QPointF, 4> corners{QPointF(right, above), QPointF(right, below), QPointF(left, below),
                                         QPointF(left, above)};
    int least = hidden(QRectF(corners[static_cast<std::size_t>(corner_)], size));
    for (int corner = 0; corner < 4 && least > 0; ++corner)
        if (const int points = hidden(QRectF(corners[static_cast<std::size_t>(corner)], size));
            points == 0 || 2 * points < least) {
            corner_ = corner;
            least = points;
        }
    const QRectF box(corners[static_cast<std::size_t>(corner_)], size);
    QColor ground = QGuiApplication::palette().color(QPalette::Base);
    ground.setAlpha(least > 0 ? 160 : 215);  // what has to be hidden shines through
    painter.fillRect(box, ground);
    double x = box.left() + kGap;
    const double y = box.center().y();
    for (const Entry& entry : entries) {
        painter.setPen(QPen(entry.colour, 1.8, entry.style));
        painter.drawLine(QPointF(x, y), QPointF(x + kLine, y));
        painter.setPen(QGuiApplication::palette().color(QPalette::Text));
        const double words = metrics.horizontalAdvance(entry.text);
        painter.drawText(QRectF(x + kLine + kGap / 2, box.top(), words + kGap, box.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += kLine + 2 * kGap + words;
    }
}

}  // namespace perceptarium::ui
