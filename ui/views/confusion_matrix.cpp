#include "ui/views/confusion_matrix.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"
#include "ui/views/curve_data.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr double kTitles = 34;    // above: "guess" and the names of the classes
constexpr double kTruth = 24;     // to the left: "truth"
constexpr double kScale = 40;     // below, when the cells have no room for numbers
constexpr double kReadable = 22;  // of a cell, for a number in it

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConfusionView)
};
QColor ink(QPalette::ColorRole role) { return QGuiApplication::palette().color(role); }

/// How strong the colour of a cell is. Mistakes are rare and are what one looks for: theirs grows faster.
double strengthOf(double share, bool right) { return right ? 0.85 * share : std::min(0.9, 0.95 * std::sqrt(share)); }

QColor fillOf(double share, bool right) {
    const QColor ground = ink(QPalette::Base), full = colour(right ? Role::Accent : Role::Error);
    const double strength = strengthOf(share, right);
    const auto mix = [strength](int from, int to) { return static_cast<int>(from + strength * (to - from)); };
    return {mix(ground.red(), full.red()), mix(ground.green(), full.green()), mix(ground.blue(), full.blue())};
}

double percent(double part, std::int64_t whole) {
    return 100 * part / static_cast<double>(std::max<std::int64_t>(whole, 1));
}

}  // namespace

ConfusionMatrix::ConfusionMatrix(std::shared_ptr<const study::Outcomes> outcomes, QStringList names)
    : outcomes_(std::move(outcomes)), names_(std::move(names)) {}

std::int64_t ConfusionMatrix::count(ConfusionCell cell) const {
    return outcomes_->counts[static_cast<std::size_t>(cell.truth * outcomes_->classes + cell.guess)];
}
std::int64_t ConfusionMatrix::rowSum(int truth) const {
    std::int64_t sum = 0;
    for (int guess = 0; guess < classes(); ++guess) sum += count({truth, guess});
    return sum;
}
std::int64_t ConfusionMatrix::columnSum(int guess) const {
    std::int64_t sum = 0;
    for (int truth = 0; truth < classes(); ++truth) sum += count({truth, guess});
    return sum;
}

ConfusionMatrix::Places ConfusionMatrix::places(const QRectF& area, const QFont& font) const {
    const QFontMetricsF metrics(font);
    Places at;
    at.labels = 20;
    for (const QString& name : names_)
        at.labels = std::max(at.labels, std::min(metrics.horizontalAdvance(name) + 8, area.width() / 4));
    const double wide = area.width() - at.labels - kTruth - kMargin, high = area.height() - kTitles - kSpacing;
    const int n = std::max(classes(), 1);
    double side = std::min(wide, high);
    at.numbers = side / n >= kReadable;
    if (!at.numbers) side = std::min(wide, high - kScale);
    side = std::max(side, 10.0);
    const double spare = std::max(0.0, wide - side);
    at.box = {area.left() + at.labels + kTruth + spare / 2, area.top() + kTitles, side, side};
    at.cell = side / n;
    return at;
}

ConfusionCell ConfusionMatrix::cellAt(QPointF point, const QRectF& area, const QFont& font) const {
    const Places at = places(area, smallFont(font));
    if (!at.box.contains(point)) return {};
    const int last = classes() - 1;
    return {std::clamp(static_cast<int>((point.y() - at.box.top()) / at.cell), 0, last),
            std::clamp(static_cast<int>((point.x() - at.box.left()) / at.cell), 0, last)};
}

double ConfusionMatrix::share(ConfusionCell cell) const {
    const std::int64_t whole = numbers == Numbers::OfGuess ? columnSum(cell.guess) : rowSum(cell.truth);
    return static_cast<double>(count(cell)) / static_cast<double>(std::max<std::int64_t>(whole, 1));
}

void ConfusionMatrix::paint(QPainter& painter, const QRectF& area) const {
    painter.setFont(smallFont(painter.font()));
    const Places at = places(area, painter.font());
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintCells(painter, at);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(at.box);
    paintNames(painter, at);
    if (!at.numbers) paintScale(painter, at);
    for (const auto& [which, width] : {std::pair{hovered, 1.2}, {chosen, 2.2}}) {
        if (which.truth < 0 || which.truth >= classes() || which.guess >= classes()) continue;
        painter.setPen(QPen(ink(QPalette::Text), width));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(
            QRectF(at.box.left() + which.guess * at.cell, at.box.top() + which.truth * at.cell, at.cell, at.cell));
    }
}

void ConfusionMatrix::paintCells(QPainter& painter, const Places& at) const {
    const double gap = at.cell > 8 ? 1 : 0;
    for (int truth = 0; truth < classes(); ++truth)
        for (int guess = 0; guess < classes(); ++guess) {
            const ConfusionCell here{truth, guess};
            const double part = share(here);
            const QRectF place(at.box.left() + guess * at.cell, at.box.top() + truth * at.cell, at.cell, at.cell);
            painter.fillRect(place.adjusted(gap, gap, 0, 0), fillOf(part, truth == guess));
            if (!at.numbers || count(here) == 0) continue;
            painter.setPen(strengthOf(part, truth == guess) > 0.55 ? QColor(Qt::white) : ink(QPalette::Text));
            painter.drawText(place, Qt::AlignCenter,
                             numbers == Numbers::Counts ? QString::number(count(here))
                                                        : QString::number(100 * part, 'f', at.cell >= 40 ? 1 : 0));
        }
}

void ConfusionMatrix::paintNames(QPainter& painter, const Places& at) const {
    const QFontMetricsF metrics = painter.fontMetrics();
    const int down = std::max(1, static_cast<int>(std::ceil(metrics.height() / at.cell)));
    const int across =
        std::max(1, static_cast<int>(std::ceil(metrics.horizontalAdvance(QStringLiteral("00")) / at.cell)));
    painter.setPen(ink(QPalette::Text));
    for (int c = 0; c < classes(); ++c) {
        const double place = c * at.cell;
        if (c % down == 0)
            painter.drawText(QRectF(at.box.left() - at.labels - 4, at.box.top() + place, at.labels,
                                    at.cell * std::min(down, classes() - c)),
                             Qt::AlignRight | (down > 1 ? Qt::AlignTop : Qt::AlignVCenter),
                             metrics.elidedText(names_[c], Qt::ElideRight, at.labels - 2));
        const double room = at.cell * across - 2;
        if (c % across == 0)
            painter.drawText(QRectF(at.box.left() + place, at.box.top() - 16, room, 15), Qt::AlignCenter,
                             metrics.elidedText(names_[c], Qt::ElideRight, room));
    }
    painter.setPen(colour(Role::Secondary));
    painter.drawText(QRectF(at.box.left(), at.box.top() - 33, at.box.width(), 16), Qt::AlignCenter,
                     numbers == Numbers::Counts    ? Words::tr("guess (counts)")
                     : numbers == Numbers::OfTruth ? Words::tr("guess (% of the truth)")
                                                   : Words::tr("guess (% of the guess)"));
    painter.save();
    painter.translate(at.box.left() - at.labels - 22, at.box.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-at.box.height() / 2, 0, at.box.height(), 16), Qt::AlignCenter, Words::tr("truth"));
    painter.restore();
}

/// What the colours say where there is no room for numbers.
void ConfusionMatrix::paintScale(QPainter& painter, const Places& at) const {
    const double width = std::min(110.0, (at.box.width() - 2 * kMargin) / 2);
    if (width < 50) return;
    const double middle = at.box.center().x();
    for (const bool right : {true, false}) {
        const QRectF bar(right ? middle - width - kMargin : middle + kMargin, at.box.bottom() + 8, width, 9);
        constexpr int kSteps = 48;
        for (int i = 0; i < kSteps; ++i)
            painter.fillRect(
                QRectF(bar.left() + bar.width() * i / kSteps, bar.top(), bar.width() / kSteps + 0.5, bar.height()),
                fillOf((i + 0.5) / kSteps, right));
        painter.setPen(QPen(colour(Role::Grid), 1));
        painter.drawRect(bar);
        painter.setPen(colour(Role::Secondary));
        const QRectF line(bar.left() - kMargin, bar.bottom() + 2, bar.width() + 2 * kMargin,
                          painter.fontMetrics().height());
        painter.drawText(line, Qt::AlignCenter, right ? Words::tr("right, 0 … 100 %") : Words::tr("mistaken, 0 … 100 %"));
    }
}

QString ConfusionMatrix::tip(ConfusionCell cell) const {
    const auto hits = static_cast<double>(count(cell));
    return Words::tr("%1 of %2 examples of %3 (%4 %) were taken for %5.\nOf all guesses %5, %6 % are these.")
        .arg(hits)
        .arg(rowSum(cell.truth))
        .arg(names_[cell.truth])
        .arg(percent(hits, rowSum(cell.truth)), 0, 'f', 1)
        .arg(names_[cell.guess])
        .arg(percent(hits, columnSum(cell.guess)), 0, 'f', 1);
}

QString ConfusionMatrix::csv() const {
    const auto quoted = [](QString text) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    };
    QString text = QStringLiteral("truth");
    for (const QString& name : names_) text += QLatin1Char(',') + quoted(name);
    text += QLatin1Char('\n');
    for (int truth = 0; truth < classes(); ++truth) {
        text += quoted(names_[truth]);
        for (int guess = 0; guess < classes(); ++guess)
            text += QLatin1Char(',') + QString::number(count({truth, guess}));
        text += QLatin1Char('\n');
    }
    return text;
}

void paintAnswersOverTargets(QPainter& painter, const QRectF& area, const study::Outcomes& outcomes) {
    const Tensor &answers = outcomes.answers, &targets = outcomes.targets;
    const std::int64_t k = answers.shape()[-1];
    painter.setFont(smallFont(painter.font()));
    Extent extent = extentOf(targets);
    extent.include(extentOf(answers));
    const double low = static_cast<double>(extent.low), span = std::max(static_cast<double>(extent.high) - low, 1e-9);
    const QRectF plot = area.adjusted(72, 12, -kMargin, -40);
    const auto place = [&](double target, double answer) {
        return QPointF(plot.left() + (target - low) / span * plot.width(),
                       plot.bottom() - (answer - low) / span * plot.height());
    };
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.drawRect(plot);
    painter.setPen(QPen(colour(Role::Good), 1, Qt::DashLine));
    painter.drawLine(place(low, low), place(low + span, low + span));
    painter.setPen(colour(Role::Secondary));
    for (const double tick : roundTicks(low, low + span, 4)) {
        painter.drawText(QRectF(place(tick, low).x() - 40, plot.bottom() + 3, 80, 14), Qt::AlignCenter,
                         shortNumber(tick));
        painter.drawText(QRectF(plot.left() - 54, place(low, tick).y() - 8, 50, 16), Qt::AlignRight | Qt::AlignVCenter,
                         shortNumber(tick));
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 18, plot.width(), 18), Qt::AlignCenter, Words::tr("target"));
    painter.save();
    painter.translate(area.left() + 4, plot.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-plot.height() / 2, 0, plot.height(), 16), Qt::AlignCenter, Words::tr("answer"));
    painter.restore();
    painter.setPen(Qt::NoPen);
    for (std::int64_t i = 0; i < answers.shape()[0]; ++i)
        for (std::int64_t c = 0; c < k; ++c) {
            QColor dot = seriesColour(static_cast<int>(c));
            dot.setAlpha(150);
            painter.setBrush(dot);
            painter.drawEllipse(place(targets.at(i * k + c), answers.at(i * k + c)), 2.5, 2.5);
        }
}

}  // namespace perceptarium::ui
