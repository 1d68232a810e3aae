#include "ui/panels/schedule_preview.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "train/schedule.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kSamples = 240;
constexpr double kGrab = 9;      ///< pixels
constexpr double kApart = 1e-3;  ///< of the run, between two points
constexpr const char* kHandDrawn = "hand-drawn";

QString alphaText(double rate) { return QString::number(rate, 'g', 3); }

}  // namespace

SchedulePreview::SchedulePreview(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    setAccessibleName(tr("Learning rate over the run"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&workbench_, &Workbench::documentChanged, this, &SchedulePreview::refresh);
    connect(&workbench_, &Workbench::trainerChanged, this, &SchedulePreview::refresh);
    connect(&workbench_, &Workbench::tick, this, &SchedulePreview::tick);
    refresh();
}

void SchedulePreview::refresh() {
    const train::TrainSettings& training = workbench_.document().training;
    const train::ScheduleSpec* spec = train::findSchedule(training.schedule);
    const auto settings =
        spec ? completeSettings(spec->settings, training.scheduleSettings) : Result<Settings>(Error{});
    factors_.clear();
    points_.clear();
    if (!spec || !settings || !train::checkSchedule(spec->id, *settings)) return update();
    const std::int64_t perEpoch = std::max<std::int64_t>(workbench_.standing().batchesPerEpoch, 1);
    const std::int64_t steps = training.epochs * perEpoch;
    const auto schedule = spec->make(*settings);
    for (int i = 0; i < kSamples; ++i) {
        const std::int64_t step = static_cast<std::int64_t>(static_cast<double>(steps - 1) * i / (kSamples - 1));
        factors_.push_back(schedule->factor({step, steps, perEpoch}));
    }
    followsResults_ = spec->looksAtResults;
    if (spec->id == kHandDrawn)
        if (auto points = train::parseSchedulePoints(std::get<std::string>(settings->at("points"))))
            points_ = std::move(*points);
    chosen_ = std::min(chosen_, static_cast<int>(points_.size()) - 1);
    if (!dragging_) {
        highest_ = 1;
        for (const double factor : factors_) highest_ = std::max(highest_, factor);
        for (const auto& point : points_) highest_ = std::max(highest_, point.factor);
    }
    setCursor(points_.empty() ? Qt::ArrowCursor : Qt::CrossCursor);
    progress_ = -1;  // so that tick() looks again
    tick();
    setAccessibleDescription(description());
    update();
}

void SchedulePreview::tick() {
    if (!isVisible()) return;
    const train::Standing now = workbench_.standing();
    const double steps = static_cast<double>(now.epochs * std::max<std::int64_t>(now.batchesPerEpoch, 1));
    const double progress = steps > 0 ? std::min(1.0, static_cast<double>(now.step) / steps) : 0;
    if (progress == progress_ && now.learningRate == rate_) return;
    // Not more often than it can be seen.
    const bool seen =
        std::abs(progress - progress_) * plot().width() >= 1 || now.learningRate != rate_ || progress_ < 0;
    if (!seen) return;
    progress_ = progress;
    rate_ = now.learningRate;
    update();
}

QRectF SchedulePreview::plot() const {
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(6, line + 4, -6, -line - 4);
}

QPointF SchedulePreview::place(double progress, double factor) const {
    const QRectF area = plot();
    return {area.left() + progress * area.width(), area.bottom() - factor / highest_ * area.height()};
}

train::SchedulePoint SchedulePreview::pointAt(QPointF at) const {
    const QRectF area = plot();
    return {std::clamp((at.x() - area.left()) / area.width(), 0.0, 1.0),
            std::clamp((area.bottom() - at.y()) / area.height() * highest_, 0.0, train::kLargestScheduleFactor)};
}

void SchedulePreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const QRectF area = plot();
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.drawLine(area.topLeft(), area.topRight());
    const double alpha = workbench_.document().training.learningRate;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    painter.setPen(colour(Role::Secondary));
    const QRectF above(area.left(), 0, area.width(), area.top() - 2);
    const QRectF below(area.left(), area.bottom() + 2, area.width(), height() - area.bottom() - 2);
    painter.drawText(above, Qt::AlignLeft | Qt::AlignVCenter, tr("α %1").arg(alphaText(alpha * highest_)));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter,
                     tr("%1 epoch(s)", nullptr, workbench_.document().training.epochs == 1 ? 1 : 2).arg(countText(workbench_.document().training.epochs)));
    if (factors_.empty()) return;

    QPainterPath path;
    for (int i = 0; i < kSamples; ++i) {
        const QPointF at = place(static_cast<double>(i) / (kSamples - 1), factors_[static_cast<std::size_t>(i)]);
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    painter.setPen(QPen(colour(Role::Accent), 1.8, followsResults_ ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const bool chosen = static_cast<int>(i) == chosen_ && (hasFocus() || dragging_);
        painter.setPen(QPen(palette().color(QPalette::Base), 1.5));
        painter.setBrush(chosen ? colour(Role::Mark) : colour(Role::Accent));
        painter.drawEllipse(place(points_[i].progress, points_[i].factor), chosen ? 6 : 5, chosen ? 6 : 5);
    }
    if (progress_ > 0 && alpha > 0) {
        const double factor = rate_ / alpha;
        const double x = area.left() + progress_ * area.width();
        painter.setPen(QPen(colour(Role::Mark), 1, Qt::DashDotLine));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(Role::Mark));
        painter.drawEllipse(place(progress_, std::clamp(factor, 0.0, highest_)), 4, 4);
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(above, Qt::AlignRight | Qt::AlignVCenter, tr("now %1").arg(alphaText(rate_)));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colour(Role::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

int SchedulePreview::grabbed(QPointF at) const {
    int nearest = -1;
    double least = kGrab;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const QPointF apart = place(points_[i].progress, points_[i].factor) - at;
        const double distance = std::hypot(apart.x(), apart.y());
        if (distance < least) {
            least = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

void SchedulePreview::setPoints(const std::vector<train::SchedulePoint>& points) {
    const std::string text = train::schedulePointsText(points);
    workbench_.edit(
        tr("Draw the schedule"),
        [&](project::Document& document) -> Status {
            return train::changePart(document.training, *train::findTrainPart("schedule"), "points", text);
        },
        "training/schedule/drawing");
}

/// Points keep their order: each stays between its neighbours.
void SchedulePreview::move(int index, train::SchedulePoint to) {
    if (index < 0 || index >= static_cast<int>(points_.size())) return;
    auto points = points_;
    const auto at = static_cast<std::size_t>(index);
    const double low = at > 0 ? points[at - 1].progress + kApart : 0;
    const double high = at + 1 < points.size() ? points[at + 1].progress - kApart : 1;
    points[at] = {std::clamp(to.progress, low, std::max(low, high)),
                  std::clamp(to.factor, 0.0, train::kLargestScheduleFactor)};
    setPoints(points);
}

void SchedulePreview::remove(int index) {
    if (index < 0 || points_.size() < 2) return;
    auto points = points_;
    points.erase(points.begin() + index);
    chosen_ = std::min(index, static_cast<int>(points.size()) - 1);
    setPoints(points);
    workbench_.sealEdit();
}

void SchedulePreview::mousePressEvent(QMouseEvent* event) {
    if (points_.empty()) return;
    chosen_ = grabbed(event->position());
    if (event->button() == Qt::RightButton) return remove(chosen_);
    if (event->button() != Qt::LeftButton) return;
    dragging_ = true;
    if (chosen_ >= 0) return update();
    // A new point where there was none.
    const train::SchedulePoint fresh = pointAt(event->position());
    auto points = points_;
    const auto next = std::upper_bound(points.begin(), points.end(), fresh,
                                       [](const auto& a, const auto& b) { return a.progress < b.progress; });
    const bool tight = (next != points.begin() && fresh.progress - (next - 1)->progress < kApart) ||
                       (next != points.end() && next->progress - fresh.progress < kApart);
    if (tight || points.size() >= train::kMostSchedulePoints) return;
    chosen_ = static_cast<int>(next - points.begin());
    points.insert(next, fresh);
    setPoints(points);
}

void SchedulePreview::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_ && chosen_ >= 0) move(chosen_, pointAt(event->position()));
}

void SchedulePreview::mouseReleaseEvent(QMouseEvent*) {
    if (!std::exchange(dragging_, false)) return;
    workbench_.sealEdit();
    refresh();
}

void SchedulePreview::keyPressEvent(QKeyEvent* event) {
    // Arrows choose a point, with Shift they move it; Delete takes it away.
    if (points_.empty()) return QWidget::keyPressEvent(event);
    const bool moves = event->modifiers().testFlag(Qt::ShiftModifier);
    const int last = static_cast<int>(points_.size()) - 1;
    const int sideways = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int upwards = event->key() == Qt::Key_Down ? -1 : event->key() == Qt::Key_Up ? 1 : 0;
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) return remove(chosen_);
    if (sideways == 0 && (upwards == 0 || !moves)) return QWidget::keyPressEvent(event);
    if (!moves || chosen_ < 0) {
        chosen_ = std::clamp(chosen_ + sideways, 0, last);
    } else {
        train::SchedulePoint to = points_[static_cast<std::size_t>(chosen_)];
        to.progress += 0.01 * sideways;
        to.factor += 0.02 * highest_ * upwards;
        move(chosen_, to);
        workbench_.sealEdit();
    }
    setAccessibleDescription(description());
    update();
}

QString SchedulePreview::description() const {
    if (factors_.empty()) return {};
    const double alpha = workbench_.document().training.learningRate;
    QString words =
        followsResults_
            ? tr("It falls when training brings nothing better.")
            : tr("From %1 to %2.").arg(alphaText(alpha * factors_.front()), alphaText(alpha * factors_.back()));
    if (chosen_ >= 0 && chosen_ < static_cast<int>(points_.size())) {
        const auto& point = points_[static_cast<std::size_t>(chosen_)];
        words += u' ' + tr("Point %1 of %2: at %3 % of the run, factor %4.")
                            .arg(chosen_ + 1)
                            .arg(points_.size())
                            .arg(point.progress * 100, 0, 'f', 0)
                            .arg(alphaText(point.factor));
    }
    return words;
}

bool SchedulePreview::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    if (event->type() == QEvent::Show) QMetaObject::invokeMethod(this, &SchedulePreview::refresh, Qt::QueuedConnection);
    if (event->type() == QEvent::ShortcutOverride && !points_.empty()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            event->accept();  // the point, not what is selected on the canvas
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text = tr("<b>Learning rate over the run</b><br>The curve is the schedule, the line is now.");
    if (!points_.empty())
        text +=
            tr("<br>Drag the points; click beside them for a new one; a right click or Delete takes one away. "
               "Arrow keys choose a point, with Shift they move it.");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace perceptarium::ui
