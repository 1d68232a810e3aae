#include "ui/panels/range_test_chart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

QString alphaText(double rate) { return QString::number(rate, 'g', 2); }

}  // namespace

RangeTestChart::RangeTestChart(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Loss over the learning rate"));
    setToolTip(
        tr("<b>Loss over the learning rate</b><br>Take a rate from where the curve falls steeply, well before it "
           "rises: click there, or move with the arrow keys and press Enter."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QWidget::setCursor(Qt::CrossCursor);
}

void RangeTestChart::show(std::vector<train::RangePoint> points, std::optional<double> suggested) {
    points_ = std::move(points);
    suggested_ = suggested;
    if (points_.empty()) cursor_.reset();
    if (!points_.empty()) {
        // What flies off must not press the interesting part flat.
        low_ = points_.front().smoothed;
        for (const auto& point : points_) low_ = std::min(low_, point.smoothed);
        high_ = points_.front().smoothed;
        for (const auto& point : points_)
            if (point.smoothed < low_ + 2 * std::abs(points_.front().smoothed - low_) + 1e-9)
                high_ = std::max(high_, point.smoothed);
        const double room = 0.12 * std::max(high_ - low_, 1e-9 + 0.05 * std::abs(high_));
        low_ -= room;
        high_ += room;
    }
    setAccessibleDescription(suggested_ ? tr("Suggested: %1.").arg(alphaText(*suggested_))
                                        : tr("%n point(s) so far.", nullptr, static_cast<int>(points_.size())));
    update();
    emit rateChanged();
}

QRectF RangeTestChart::plot() const {
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(fontMetrics().horizontalAdvance(QStringLiteral("0.00000")) + 8, line + 4, -8,
                                   -2 * line - 6);
}

double RangeTestChart::xOf(double rate) const {
    const double from = std::log(points_.front().learningRate), to = std::log(points_.back().learningRate);
    return plot().left() + (to > from ? (std::log(rate) - from) / (to - from) : 0.5) * plot().width();
}

double RangeTestChart::yOf(double loss) const {
    return plot().bottom() - (std::clamp(loss, low_, high_) - low_) / (high_ - low_) * plot().height();
}

void RangeTestChart::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.drawRect(area);
    painter.setPen(colour(Role::Secondary));
    const double line = fontMetrics().height();
    for (const double loss : {low_, (low_ + high_) / 2, high_})
        painter.drawText(QRectF(0, yOf(loss) - line / 2, area.left() - 4, line), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(loss, 'g', 3));
    const int first = static_cast<int>(std::ceil(std::log10(points_.front().learningRate) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(points_.back().learningRate) + 1e-9));
    for (int power = first; power <= last; ++power) {
        const double x = xOf(std::pow(10, power));
        painter.setPen(QPen(colour(Role::Grid), 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(x - 40, area.bottom() + 2, 80, line), Qt::AlignCenter,
                         QString::number(std::pow(10, power), 'g', 3));
    }
    painter.drawText(QRectF(area.left(), area.bottom() + line, area.width(), line + 4), Qt::AlignCenter,
                     tr("learning rate α"));
    painter.drawText(QRectF(0, 0, area.width(), area.top() - 2), Qt::AlignLeft | Qt::AlignVCenter, tr("loss"));
}

void RangeTestChart::paintRate(QPainter& painter, double rate, const QColor& colour, const QString& text,
                               bool below) const {
    const QRectF area = plot();
    const double x = xOf(rate);
    if (x < area.left() - 1 || x > area.right() + 1) return;
    painter.setPen(QPen(colour, 1.2, Qt::DashDotLine));
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    const double width = fontMetrics().horizontalAdvance(text) + 8;
    const double left = std::clamp(x - width / 2, area.left(), area.right() - width);
    const double line = fontMetrics().height();
    painter.drawText(QRectF(left, below ? area.bottom() - line - 2 : area.top() - line - 3, width, line),
                     Qt::AlignCenter, text);
}

void RangeTestChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (points_.size() < 2) {
        painter.setPen(colour(Role::Secondary));
        painter.drawText(rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The test trains a copy of the network for a moment while the learning rate grows."));
        return;
    }
    paintAxes(painter);
    painter.setClipRect(plot());
    QPainterPath raw, smooth;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const double x = xOf(points_[i].learningRate);
        const QPointF noisy(x, yOf(points_[i].loss)), even(x, yOf(points_[i].smoothed));
        if (i == 0) {
            raw.moveTo(noisy);
            smooth.moveTo(even);
        } else {
            raw.lineTo(noisy);
            smooth.lineTo(even);
        }
    }
    QColor faint = seriesColour(0);
    faint.setAlpha(80);
    painter.setPen(QPen(faint, 1));
    painter.drawPath(raw);
    painter.setPen(QPen(seriesColour(0), 1.8));
    painter.drawPath(smooth);
    painter.setClipping(false);
    if (suggested_)
        paintRate(painter, *suggested_, colour(Role::Good), tr("suggested %1").arg(alphaText(*suggested_)), false);
    if (cursor_) paintRate(painter, *cursor_, colour(Role::Mark), alphaText(*cursor_), true);
    if (hasFocus()) {
        painter.setPen(QPen(colour(Role::Accent), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void RangeTestChart::setCursor(std::optional<double> rate) {
    if (rate == cursor_) return;
    cursor_ = rate;
    if (cursor_) setAccessibleDescription(tr("Learning rate %1.").arg(alphaText(*cursor_)));
    update();
    emit rateChanged();
}

void RangeTestChart::mouseMoveEvent(QMouseEvent* event) {
    if (points_.size() < 2) return;
    const double share = std::clamp((event->position().x() - plot().left()) / plot().width(), 0.0, 1.0);
    const double from = std::log(points_.front().learningRate), to = std::log(points_.back().learningRate);
    // Two digits: nobody means 0.0031847.
    setCursor(QString::number(std::exp(from + share * (to - from)), 'g', 2).toDouble());
}

void RangeTestChart::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (event->button() == Qt::LeftButton && cursor_) emit taken(*cursor_);
}

void RangeTestChart::leaveEvent(QEvent*) {
    if (!hasFocus()) setCursor(std::nullopt);
}

void RangeTestChart::keyPressEvent(QKeyEvent* event) {
    if (points_.size() < 2) return QWidget::keyPressEvent(event);
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && rate()) return emit taken(*rate());
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0) return QWidget::keyPressEvent(event);
    const double at = rate().value_or(points_[points_.size() / 2].learningRate);
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < points_.size(); ++i)
        if (std::abs(std::log(points_[i].learningRate / at)) < std::abs(std::log(points_[nearest].learningRate / at)))
            nearest = i;
    const std::ptrdiff_t last = static_cast<std::ptrdiff_t>(points_.size()) - 1;
    const auto next =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(nearest) + step, 0, last));
    setCursor(points_[next].learningRate);
}

}  // namespace perceptarium::ui
