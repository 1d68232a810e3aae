// Qt Charts know nothing of the palette: background, axes, grid and legend are set by hand.
#include <QApplication>
#include <QChart>
#include <QLegend>
#include <QValueAxis>

#include "ui/theme/theme.h"

namespace perceptarium::ui {

void styleChart(QChart& chart) {
    const QPalette palette = QApplication::palette();
    const QColor text = palette.color(QPalette::Text), secondary = colour(Role::Secondary);
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() - 1);
    chart.setBackgroundBrush(palette.color(QPalette::Base));
    chart.setBackgroundPen(Qt::NoPen);
    chart.setBackgroundRoundness(0);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins({4, 4, 8, 4});
    chart.setTitleBrush(text);
    chart.setTitleFont(QApplication::font());
    if (QLegend* legend = chart.legend()) {
        legend->setLabelColor(text);
        legend->setFont(font);
        legend->setBackgroundVisible(false);
    }
    for (QAbstractAxis* axis : chart.axes()) {
        axis->setLabelsColor(secondary);
        axis->setTitleBrush(secondary);
        axis->setLinePen(QPen(colour(Role::Edge), 1));
        axis->setGridLinePen(QPen(colour(Role::Grid), 1));
        axis->setMinorGridLinePen(QPen(colour(Role::Grid), 1, Qt::DotLine));
        axis->setLabelsFont(font);
        axis->setTitleFont(font);
    }
}

}  // namespace perceptarium::ui
