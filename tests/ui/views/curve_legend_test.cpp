// The legend of a chart stands where it hides least, and does not wander without need.
#include "ui/views/curve_legend.h"

#include <gtest/gtest.h>

#include <QImage>

namespace perceptarium::ui {
namespace {

const QColor kInk(200, 30, 30);
const std::vector<CurveLegend::Entry> kEntries{{QStringLiteral("train"), kInk},
                                               {QStringLiteral("dev"), kInk, Qt::DashLine}};
const QRectF kPlot(40, 10, 400, 160);

/// Where the legend's lines are seen; null when nowhere.
QRect seen(CurveLegend& legend, const std::function<int(const QRectF&)>& hidden, const QRectF& plot = kPlot) {
    QImage image(480, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    legend.paint(painter, plot, kEntries, hidden);
    painter.end();
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == kInk) box |= QRect(x, y, 1, 1);
    return box;
}

TEST(CurveLegend, standsRightAboveWhereNothingIsInItsWay) {
    CurveLegend legend;
    const QRect box = seen(legend, [](const QRectF&) { return 0; });
    EXPECT_GT(box.left(), kPlot.center().x());
    EXPECT_LT(box.bottom(), kPlot.center().y());
}

TEST(CurveLegend, leavesACurveFreeAndStaysThereWhenNothingCallsItBack) {
    CurveLegend legend;
    const QRectF curve(kPlot.left(), kPlot.top(), kPlot.width(), 30);  // an accuracy near 1
    const auto points = [&](const QRectF& box) { return box.intersects(curve) ? 50 : 0; };
    const QRect below = seen(legend, points);
    EXPECT_GT(below.top(), kPlot.center().y());
    EXPECT_EQ(seen(legend, [](const QRectF&) { return 0; }), below);
    // Where every corner hides something, it goes only to one that hides much less.
    EXPECT_EQ(seen(legend, [](const QRectF& box) { return box.top() > kPlot.center().y() ? 10 : 8; }), below);
}

TEST(CurveLegend, isLeftOutWhereItHasNoRoom) {
    CurveLegend legend;
    EXPECT_TRUE(seen(
                    legend, [](const QRectF&) { return 0; }, QRectF(40, 10, 60, 160))
                    .isNull());
}

}  // namespace
}  // namespace perceptarium::ui
