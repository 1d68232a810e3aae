#include "ui/panels/split_bar.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kBar = 10;

}  // namespace

SplitBar::SplitBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Sizes of the parts"));
}

void SplitBar::setCounts(std::int64_t train, std::int64_t dev, std::int64_t test) {
    counts_ = {train, dev, test};
    setAccessibleDescription(tr("train %1, dev %2, test %3").arg(countText(train), countText(dev), countText(test)));
    update();
}

QSize SplitBar::sizeHint() const { return {240, kBar + 4 + fontMetrics().height()}; }

void SplitBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::int64_t all = std::max<std::int64_t>(1, counts_[0] + counts_[1] + counts_[2]);
    QPainterPath rounded;
    rounded.addRoundedRect(QRectF(0, 0, width(), kBar), 4, 4);
    painter.setClipPath(rounded);
    painter.fillRect(QRectF(0, 0, width(), kBar), palette().color(QPalette::Mid));
    double x = 0;
    const QString names[] = {tr("train %1"), tr("dev %1"), tr("test %1")};
    const float strength[] = {1.0F, 0.6F, 0.35F};
    for (std::size_t part = 0; part < 3; ++part) {
        QColor shade = colour(Role::Accent);
        shade.setAlphaF(strength[part]);
        const double length = width() * static_cast<double>(counts_[part]) / static_cast<double>(all);
        painter.fillRect(QRectF(x, 0, std::max(0.0, length - 1), kBar), shade);
        x += length;
    }
    painter.setClipping(false);
    painter.setPen(colour(Role::Secondary));
    const QRect below(0, kBar + 4, width(), fontMetrics().height());
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, names[0].arg(countText(counts_[0])));
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignVCenter, names[1].arg(countText(counts_[1])));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, names[2].arg(countText(counts_[2])));
}

}  // namespace perceptarium::ui
