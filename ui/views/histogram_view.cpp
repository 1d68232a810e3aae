// How the weights, gradients and activations of a layer are spread, with earlier states as ghosts behind.
#include <QCoreApplication>
#include <cmath>
#include <deque>

#include "study/spread_probe.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/views/curve_data.h"
#include "ui/views/layer_chooser.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostGhosts = 5;
constexpr double kLeft = 52, kBelow = 22, kHeader = 24;
constexpr double kNarrow = 460;  ///< below this width the numbers stand under the name, not beside it

/// Shares on a logarithmic scale: 0 stays 0, and a ten-thousandth is still seen.
double shareHeight(double share, bool log) { return log ? std::log10(1 + share * 1e4) : share; }

double headerHeight(const QRectF& area) { return area.width() < kNarrow ? kHeader + 16 : kHeader; }

class HistogramView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(HistogramView)
public:
    HistogramView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    bool refresh() override;
    void trainerReplaced() override;

private:
    enum Row { Weights, Gradients, Activations, Rows };
    const study::Histogram* histogram(const study::Spread& spread, Row row) const;
    void remember();
    void fillParts();
    void forget();
    void paint(QPainter& painter, const QRectF& area) override;
    void paintRow(QPainter& painter, const QRectF& area, Row row);
    void paintShares(QPainter& painter, const QRectF& plot, double most, bool log);
    QString tip(QPointF point) const override;
    QRectF plotOf(const QRectF& area, int row) const;

    std::shared_ptr<study::SpreadProbe> probe_ = std::make_shared<study::SpreadProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Spread> spread_;
    std::deque<std::shared_ptr<const study::Spread>> ghosts_;  ///< oldest first, at about even steps
    std::int64_t ghostGap_ = 25;                               ///< steps between them; doubles when there are too many
    LayerChooser* layer_;
    QComboBox* part_;
    QToolButton *log_, *ghost_;
    QLabel* note_;
};

HistogramView::HistogramView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Histogram"), tr("Histograms of weights, gradients and activations"), parent) {
    layer_ = new LayerChooser(workbench, hasOutput, controls(), hasWeights);
    controls()->add(layer_);
    part_ = controls()->addChoice(tr("Which weights"), tr("W are the weights, b the biases of the layer."), {});
    part_->hide();
    log_ = controls()->addButton(QStringLiteral("log-axis"), tr("Logarithmic counts"),
                               tr("Logarithmic counts: shows the few large values beside the many small ones."), true);
    ghost_ = controls()->addToggle(
        tr("Earlier"),
        tr("Outlines of earlier states behind, fainter the older: how the spread moves while it learns."));
    ghost_->setChecked(true);
    note_ = controls()->addNote();
    const auto ask = [this] {
        probe_->ask({layer_->node()});
        forget();
    };
    connect(layer_, &LayerChooser::chosen, this, ask);
    for (QToolButton* button : {log_, ghost_})
        connect(button, &QToolButton::toggled, paper(), qOverload<>(&QWidget::update));
    connect(part_, &QComboBox::currentIndexChanged, paper(), qOverload<>(&QWidget::update));
    ask();
    watch(probe_);
}

void HistogramView::forget() {
    ghosts_.clear();
    ghostGap_ = 25;
    spread_.reset();
    paper()->update();
}

void HistogramView::trainerReplaced() { forget(); }

bool HistogramView::refresh() {
    const auto newer = probe_->answer.newer(seen_);
    if (!newer || !workbench().trainer() || newer->asked.node != layer_->node()) return false;
    if (spread_ && newer->step < spread_->step) ghosts_.clear();  // reset
    remember();
    spread_ = newer;
    fillParts();
    setSteadyText(*note_, tr("step %1").arg(spread_->step));
    paper()->update();
    return true;
}

void HistogramView::remember() {
    if (!spread_ || (!ghosts_.empty() && spread_->step - ghosts_.back()->step < ghostGap_)) return;
    ghosts_.push_back(spread_);
    if (ghosts_.size() <= kMostGhosts) return;
    // Keep every other one, so that the whole run stays in view.
    ghostGap_ *= 2;
    for (std::size_t i = 1; i < ghosts_.size(); ++i) ghosts_.erase(ghosts_.begin() + static_cast<std::ptrdiff_t>(i));
}

void HistogramView::fillParts() {
    QStringList names, now;
    for (const auto& part : spread_->parts) names << QString::fromStdString(part.name);
    for (int i = 0; i < part_->count(); ++i) now << part_->itemText(i);
    if (names == now) return;
    const QSignalBlocker blocked(part_);
    part_->clear();
    part_->addItems(names);
    part_->setVisible(names.size() > 1);
}

const study::Histogram* HistogramView::histogram(const study::Spread& spread, Row row) const {
    if (row == Activations) return spread.activations.total > 0 ? &spread.activations : nullptr;
    const auto index = static_cast<std::size_t>(std::max(part_->currentIndex(), 0));
    if (index >= spread.parts.size()) return nullptr;
    const study::Histogram& found = row == Weights ? spread.parts[index].values : spread.parts[index].gradients;
    return found.counts.empty() || found.total + found.notFinite == 0 ? nullptr : &found;
}

QRectF HistogramView::plotOf(const QRectF& area, int row) const {
    const double height = area.height() / static_cast<int>(Rows), header = headerHeight(area);
    return QRectF(area.left() + kLeft, area.top() + row * height + header, area.width() - kLeft - kMargin,
                  height - header - kBelow);
}

void HistogramView::paint(QPainter& painter, const QRectF& area) {
    if (!spread_) {
        paintNothing(painter, area, QStringLiteral("histogram"), tr("How weights, gradients and activations are spread"),
                     tr("Waiting for the trainer."));
        return;
    }
    painter.setFont(smallFont(painter.font()));
    for (int row = 0; row < Rows; ++row) paintRow(painter, area, static_cast<Row>(row));
}

void HistogramView::paintRow(QPainter& painter, const QRectF& area, Row row) {
    const QRectF plot = plotOf(area, row);
    if (plot.height() < 12) return;
    const study::Histogram* now = histogram(*spread_, row);
    const QString name = row == Weights     ? tr("Weights")
                         : row == Gradients ? tr("Gradients of the last batch")
                                            : tr("Activations of dev examples");
    QFont bold = painter.font();
    const QFont plain = bold;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRectF header(area.left() + kMargin, plot.top() - headerHeight(area) + 2, area.width() - 2 * kMargin, 18);
    painter.drawText(header, Qt::AlignLeft | Qt::AlignVCenter, name);
    const double used = painter.fontMetrics().horizontalAdvance(name) + 12;
    painter.setFont(plain);
    painter.setPen(colour(Role::Secondary));
    if (!now) {
        painter.drawText(plot, Qt::AlignCenter | Qt::TextWordWrap,
                         row == Gradients && !spread_->parts.empty() ? tr("There are none before the first batch.")
                                                                     : tr("This layer has none."));
        return;
    }
    QString words = tr("mean %1   σ %2   %3 to %4")
                        .arg(shortNumber(now->mean), shortNumber(now->deviation), shortNumber(now->minimum),
                             shortNumber(now->maximum));
    if (now->total > 0 && now->zeros > 0)
        words += tr("   %1 % zeros")
                     .arg(100.0 * static_cast<double>(now->zeros) / static_cast<double>(now->total), 0, 'f', 1);
    if (now->notFinite > 0) words += tr("   %1 not finite").arg(now->notFinite);
    const QRectF beside = area.width() < kNarrow ? header.translated(0, 16) : header.adjusted(used, 0, 0, 0);
    painter.drawText(beside, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(beside.width())));

    // One range for now and the ghosts; shares, so that they compare.
    double low = now->low, high = now->high, most = 0;
    std::vector<const study::Histogram*> all;
    if (ghost_->isChecked())
        for (const auto& ghost : ghosts_)
            if (const study::Histogram* each = histogram(*ghost, row)) all.push_back(each);
    // A ghost of quite another width would squeeze the present to a line, or stand over it like a tower.
    std::erase_if(
        all, [&](const study::Histogram* each) { return each->high > 3 * now->high || now->high > 3 * each->high; });
    all.push_back(now);
    for (const study::Histogram* each : all) {
        low = std::min(low, each->low);
        high = std::max(high, each->high);
    }
    const bool log = log_->isChecked();
    // The share of all values that is in a bar as wide as those of now.
    const auto heightOf = [log, now](const study::Histogram& histogram, std::size_t bin) {
        const double share = static_cast<double>(histogram.counts[bin]) /
                             static_cast<double>(std::max<std::int64_t>(histogram.total, 1));
        return shareHeight(share * now->binWidth() / histogram.binWidth(), log);
    };
    for (const study::Histogram* each : all)
        for (std::size_t bin = 0; bin < each->counts.size(); ++bin) most = std::max(most, heightOf(*each, bin));
    if (most <= 0) most = 1;
    const auto x = [&](double value) { return plot.left() + (value - low) / (high - low) * plot.width(); };
    const QColor ink = row == Weights     ? categoryColour(layers::Category::Layer)
                       : row == Gradients ? categoryColour(layers::Category::Merge)
                                          : categoryColour(layers::Category::Activation);
    painter.setPen(QPen(colour(Role::Grid), 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.drawLine(plot.bottomLeft(), plot.topLeft());
    if (low < 0) painter.drawLine(QPointF(x(0), plot.top()), QPointF(x(0), plot.bottom()));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const study::Histogram& each = *all[i];
        const bool present = &each == now;
        QPolygonF outline;
        outline << QPointF(x(each.low), plot.bottom());
        for (std::size_t bin = 0; bin < each.counts.size(); ++bin) {
            const double y = plot.bottom() - heightOf(each, bin) / most * plot.height();
            outline << QPointF(x(each.low + static_cast<double>(bin) * each.binWidth()), y)
                    << QPointF(x(each.low + static_cast<double>(bin + 1) * each.binWidth()), y);
        }
        outline << QPointF(x(each.high), plot.bottom());
        QColor edge = ink, fill = ink;
        edge.setAlpha(present ? 255 : 40 + static_cast<int>(90 * i / all.size()));
        fill.setAlpha(present ? 90 : 0);
        painter.setPen(QPen(edge, present ? 1.2 : 1));
        painter.setBrush(fill);
        painter.drawPolygon(outline);
    }
    painter.setPen(colour(Role::Secondary));
    for (const double tick : roundTicks(low, high, std::max(2, static_cast<int>(plot.width()) / 80)))
        painter.drawText(QRectF(x(tick) - 40, plot.bottom() + 2, 80, 16), Qt::AlignHCenter | Qt::AlignTop,
                         shortNumber(tick));
    paintShares(painter, plot, most, log);
}

/// The upright axis: percent of all values in a bar.
void HistogramView::paintShares(QPainter& painter, const QRectF& plot, double most, bool log) {
    std::vector<double> shares;
    if (log)
        shares = {0.001, 0.01, 0.1, 1};
    else
        shares = roundTicks(0, most, plot.height() < 60 ? 1 : 2);
    double free = plot.bottom() + 1;  // labels do not overlap
    const double line = painter.fontMetrics().height();
    for (const double share : shares) {
        const double y = plot.bottom() - shareHeight(share, log) / most * plot.height();
        if (y < plot.top() - 1 || y > free) continue;
        free = y - line;
        painter.setPen(QPen(colour(Role::Edge), 1));
        painter.drawLine(QPointF(plot.left() - 4, y), QPointF(plot.left(), y));
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(plot.left() - kLeft, y - line / 2, kLeft - 6, line), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(shortNumber(100 * share)));
    }
}

QString HistogramView::tip(QPointF point) const {
    if (!spread_) return {};
    for (int row = 0; row < Rows; ++row) {
        const QRectF plot = plotOf(paper()->rect(), row);
        const study::Histogram* now = histogram(*spread_, static_cast<Row>(row));
        if (!plot.contains(point) || !now || (ghost_->isChecked() && !ghosts_.empty())) continue;
        const double value = now->low + (point.x() - plot.left()) / plot.width() * (now->high - now->low);
        const auto bin = std::clamp<std::int64_t>(static_cast<std::int64_t>((value - now->low) / now->binWidth()), 0,
                                                  static_cast<std::int64_t>(now->counts.size()) - 1);
        const double from = now->low + static_cast<double>(bin) * now->binWidth();
        return tr("%1 to %2: %3 of %4")
            .arg(shortNumber(from), shortNumber(from + now->binWidth()))
            .arg(now->counts[static_cast<std::size_t>(bin)])
            .arg(now->total);
    }
    return {};
}

QString HistogramView::csv() const {
    if (!spread_) return {};
    QString text = QStringLiteral("what,from,to,count\n");
    const auto write = [&](const QString& what, const study::Histogram& histogram) {
        for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin)
            text += QStringLiteral("%1,%2,%3,%4\n")
                        .arg(what)
                        .arg(histogram.low + static_cast<double>(bin) * histogram.binWidth(), 0, 'g', 8)
                        .arg(histogram.low + static_cast<double>(bin + 1) * histogram.binWidth(), 0, 'g', 8)
                        .arg(histogram.counts[bin]);
    };
    for (const study::Spread::Part& part : spread_->parts) {
        write(QString::fromStdString(part.name), part.values);
        write(QStringLiteral("gradient of ") + QString::fromStdString(part.name), part.gradients);
    }
    write(QStringLiteral("activations"), spread_->activations);
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "histogram",
    .order = 70,
    .title = QT_TRANSLATE_NOOP("View", "Histogram"),
    .meaning = QT_TRANSLATE_NOOP("View", "How the weights, gradients and activations of a layer are spread"),
    .make = makeView<HistogramView>,
}};

}  // namespace
}  // namespace perceptarium::ui
