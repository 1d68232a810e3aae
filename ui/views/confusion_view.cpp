// The confusion matrix: what is taken for what, and by a click, which examples those are.
#include <QCoreApplication>
#include <QListWidget>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "study/outcomes_probe.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/views/curve_data.h"
#include "ui/views/example_focus.h"
#include "ui/views/example_pictures.h"
#include "ui/views/view.h"
#include "ui/views/view_parts.h"

namespace perceptarium::ui {
namespace {

constexpr data::Part kParts[] = {data::Part::Dev, data::Part::Test, data::Part::Train};
constexpr std::int64_t kLimits[] = {500, 2000, 10000, 1'000'000};
constexpr std::size_t kMostListed = 300;
constexpr int kExample = Qt::UserRole;

class ConfusionView : public View {
    Q_DECLARE_TR_FUNCTIONS(ConfusionView)
public:
    ConfusionView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    QWidget* picture() override { return paper_; }
    bool refresh() override;
    void trainerReplaced() override;

private:
    struct Cell {
        int truth = -1, guess = -1;
        bool operator==(const Cell&) const = default;
    };
    const data::DatasetInfo* info() const;
    bool hasClasses() const { return outcomes_ && outcomes_->classes > 0; }
    std::int64_t count(Cell cell) const;
    std::int64_t rowSum(int truth) const;
    std::int64_t columnSum(int guess) const;
    QRectF matrix(const QRectF& area) const;
    Cell cellAt(QPointF point) const;
    void choose(Cell cell);
    void fillList();
    void showIcons();
    void paint(QPainter& painter, const QRectF& area);
    void paintNumbers(QPainter& painter, const QRectF& area);
    bool key(int key);
    QString tip(QPointF point) const;

    std::shared_ptr<study::OutcomesProbe> probe_ = std::make_shared<study::OutcomesProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Outcomes> outcomes_;
    QComboBox *part_, *limit_, *normalized_;
    QLabel *note_, *listTitle_;
    Paper* paper_;
    QListWidget* list_;
    ExamplePictures* pictures_;
    Cell chosen_, hovered_;
    double labelRoom_ = 60;
};

ConfusionView::ConfusionView(Workbench& workbench, QWidget* parent) : View(workbench, parent) {
    setWindowTitle(tr("Confusion matrix"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* controls = new ControlRow(this);
    part_ = controls->addChoice(
        tr("Part of the data"),
        tr("Judge on dev while you work, and on test only at the end: what you tune by is no fair judge."),
        {tr("dev"), tr("test"), tr("train")});
    limit_ =
        controls->addChoice(tr("Examples"), tr("How many examples of this part are judged, evenly spread over it."),
                            {tr("500 examples"), tr("2,000 examples"), tr("10,000 examples"), tr("all examples")});
    limit_->setCurrentIndex(1);
    normalized_ = controls->addChoice(
        tr("Numbers"),
        tr("Counts, or shares: of each true class (its recall is on the diagonal), or of each guess (precision)."),
        {tr("counts"), tr("share of the truth"), tr("share of the guess")});
    note_ = controls->addNote();
    column->addWidget(controls);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    paper_ = new Paper(tr("Confusion matrix: arrow keys choose a cell"), splitter);
    auto* side = new QWidget(splitter);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(kSpacing, 0, kSpacing, kSpacing);
    sideColumn->setSpacing(kSpacing / 2);
    listTitle_ = new QLabel(QString(), side);
    listTitle_->setWordWrap(true);
    listTitle_->setProperty("role", "secondary");
    list_ = new QListWidget(side);
    list_->setAccessibleName(tr("Examples of the chosen cell"));
    list_->setToolTip(tr("Truth, guess and how sure the network is. Choosing one shows it in the other views."));
    list_->setResizeMode(QListView::Adjust);
    list_->setMovement(QListView::Static);
    list_->setWordWrap(false);
    list_->setTextElideMode(Qt::ElideRight);
    sideColumn->addWidget(listTitle_);
    sideColumn->addWidget(list_, 1);
    splitter->addWidget(paper_);
    splitter->addWidget(side);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setCollapsible(0, false);
    column->addWidget(splitter, 1);
    pictures_ = new ExamplePictures(workbench, this);
    connect(pictures_, &ExamplePictures::arrived, this, &ConfusionView::showIcons);
    paper_->paint = [this](QPainter& painter, const QRectF& area) { paint(painter, area); };
    paper_->tip = [this](QPointF point) { return tip(point); };
    paper_->pressed = [this](QPointF point) { choose(cellAt(point)); };
    paper_->moved = [this](QPointF point) {
        const Cell cell = cellAt(point);
        if (cell == hovered_) return;
        hovered_ = cell;
        paper_->update();
    };
    paper_->left = [this] {
        hovered_ = {};
        paper_->update();
    };
    paper_->keyPressed = [this](int pressed) { return key(pressed); };
    const auto ask = [this] {
        probe_->ask({kParts[std::max(part_->currentIndex(), 0)], kLimits[std::max(limit_->currentIndex(), 0)]});
    };
    connect(part_, &QComboBox::currentIndexChanged, this, ask);
    connect(limit_, &QComboBox::currentIndexChanged, this, ask);
    connect(normalized_, &QComboBox::currentIndexChanged, paper_, qOverload<>(&QWidget::update));
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item) ExampleFocus::of(this->workbench()).pick(item->data(kExample).toLongLong());
    });
    ask();
    watch(probe_);
}

const data::DatasetInfo* ConfusionView::info() const {
    const data::PreparedPtr prepared = workbench().data();
    return prepared ? &prepared->dataset->info() : nullptr;
}

void ConfusionView::trainerReplaced() {
    outcomes_.reset();
    chosen_ = {};
    fillList();
    setSteadyText(*note_, {});
    paper_->update();
}

bool ConfusionView::refresh() {
    const auto newer = probe_->answer.newer(seen_);
    if (!newer || !workbench().trainer()) return false;
    outcomes_ = newer;
    const auto n = static_cast<double>(outcomes_->examples.size());
    if (n == 0)
        setSteadyText(*note_, tr("this part has no examples"));
    else if (hasClasses())
        setSteadyText(*note_, tr("%1 % right of %2").arg(100 * static_cast<double>(outcomes_->right()) / n, 0, 'f', 1).arg(n));
    else
        setSteadyText(*note_, tr("%1 examples").arg(n));
    fillList();
    paper_->update();
    return true;
}

std::int64_t ConfusionView::count(Cell cell) const {
    return outcomes_->counts[static_cast<std::size_t>(cell.truth * outcomes_->classes + cell.guess)];
}
std::int64_t ConfusionView::rowSum(int truth) const {
    std::int64_t sum = 0;
    for (int guess = 0; guess < outcomes_->classes; ++guess) sum += count({truth, guess});
    return sum;
}
std::int64_t ConfusionView::columnSum(int guess) const {
    std::int64_t sum = 0;
    for (int truth = 0; truth < outcomes_->classes; ++truth) sum += count({truth, guess});
    return sum;
}

QRectF ConfusionView::matrix(const QRectF& area) const {
    const double side = std::min(area.width() - labelRoom_ - 24 - kMargin, area.height() - 20 - 34 - kSpacing);
    const double spare = std::max(0.0, area.width() - labelRoom_ - 24 - kMargin - side);
    return {area.left() + labelRoom_ + 24 + spare / 2, area.top() + 34, std::max(side, 10.0), std::max(side, 10.0)};
}

ConfusionView::Cell ConfusionView::cellAt(QPointF point) const {
    if (!hasClasses()) return {};
    const QRectF box = matrix(paper_->rect());
    if (!box.contains(point)) return {};
    const auto n = static_cast<double>(outcomes_->classes);
    return {static_cast<int>((point.y() - box.top()) / box.height() * n),
            static_cast<int>((point.x() - box.left()) / box.width() * n)};
}

void ConfusionView::choose(Cell cell) {
    chosen_ = cell == chosen_ ? Cell{} : cell;  // a second click, or one beside the matrix, goes back to all mistakes
    fillList();
    paper_->update();
}

bool ConfusionView::key(int pressed) {
    if (!hasClasses()) return false;
    Cell to = chosen_.truth < 0 ? Cell{0, 0} : chosen_;
    switch (pressed) {
        case Qt::Key_Left:
            --to.guess;
            break;
        case Qt::Key_Right:
            ++to.guess;
            break;
        case Qt::Key_Up:
            --to.truth;
            break;
        case Qt::Key_Down:
            ++to.truth;
            break;
        case Qt::Key_Escape:
            choose({});
            return true;
        default:
            return false;
    }
    const int last = static_cast<int>(outcomes_->classes) - 1;
    choose({std::clamp(to.truth, 0, last), std::clamp(to.guess, 0, last)});
    return true;
}

void ConfusionView::fillList() {
    const data::DatasetInfo* known = info();
    std::vector<std::pair<std::size_t, double>> rows;  // place among the outcomes, how sure
    const bool one =
        hasClasses() && chosen_.truth >= 0 && chosen_.truth < outcomes_->classes && chosen_.guess < outcomes_->classes;
    if (hasClasses() && known) {
        const std::int32_t* truths = outcomes_->targets.data<std::int32_t>();
        for (std::size_t i = 0; i < outcomes_->examples.size(); ++i) {
            const bool listed = one ? truths[i] == chosen_.truth && outcomes_->guesses[i] == chosen_.guess
                                    : truths[i] != outcomes_->guesses[i];
            if (listed)
                rows.emplace_back(i, outcomes_->answers.at(static_cast<std::int64_t>(i) * outcomes_->classes +
                                                           outcomes_->guesses[i]));
        }
        std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        listTitle_->setText(
            one ? tr("%1 taken for %2: %3, the surest first")
                      .arg(className(*known, chosen_.truth), className(*known, chosen_.guess))
                      .arg(rows.size())
            : rows.empty()
                ? tr("No mistakes among these examples.")
                : tr("All %1 mistakes, the surest first. Choose a cell to see only its examples.").arg(rows.size()));
    } else {
        listTitle_->setText(tr("The mistakes will be listed here."));
    }
    if (rows.size() > kMostListed) rows.resize(kMostListed);
    // Keep the items where nothing changed: the list must not jump under the reader's eyes.
    const QSignalBlocker blocked(list_);
    const bool pictures = pictures_->available();
    list_->setViewMode(pictures ? QListView::IconMode : QListView::ListMode);
    list_->setIconSize(pictures ? QSize(48, 48) : QSize(0, 0));
    list_->setGridSize(pictures ? QSize(one ? 66 : 92, 74) : QSize());
    while (list_->count() > static_cast<int>(rows.size())) delete list_->takeItem(list_->count() - 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        QListWidgetItem* item = list_->item(static_cast<int>(row));
        if (!item) item = new QListWidgetItem(list_);
        const std::int64_t example = outcomes_->examples[rows[row].first];
        const std::size_t at = rows[row].first;
        const QString truth = className(*known, outcomes_->targets.data<std::int32_t>()[at]);
        const QString guess = className(*known, outcomes_->guesses[at]);
        const QString sure = tr("%1 %").arg(100 * rows[row].second, 0, 'f', 0),
                      caption = captionOf(workbench(), example);
        const QString what = one ? sure : tr("%1 → %2  %3").arg(truth, guess, sure);
        item->setData(kExample, QVariant::fromValue<qlonglong>(example));
        item->setText(pictures ? what : what + QStringLiteral("   ") + caption);
        item->setToolTip(tr("%1\ntruth %2, guess %3, %4 sure").arg(caption, truth, guess, sure));
    }
    showIcons();
}

void ConfusionView::showIcons() {
    if (!pictures_->available()) return;
    const QSignalBlocker blocked(list_);
    for (int row = 0; row < list_->count(); ++row) {
        QListWidgetItem* item = list_->item(row);
        const QImage image = pictures_->picture(item->data(kExample).toLongLong());
        if (image.isNull()) continue;
        QPixmap pixmap = QPixmap::fromImage(image.scaled(
            48, 48, Qt::KeepAspectRatio, image.width() > 48 ? Qt::SmoothTransformation : Qt::FastTransformation));
        item->setIcon(QIcon(pixmap));
    }
}

void ConfusionView::paint(QPainter& painter, const QRectF& area) {
    const data::DatasetInfo* known = info();
    if (!outcomes_ || !known || outcomes_->examples.empty()) {
        const QString why = workbench().whyNotReady();
        paintEmpty(painter, area, QStringLiteral("confusion"), tr("What is taken for what"),
                   !why.isEmpty() ? why
                   : outcomes_ && outcomes_->examples.empty()
                       ? tr("This part of the data has no examples: choose another one.")
                       : tr("Waiting for the trainer."));
        return;
    }
    if (!hasClasses()) return paintNumbers(painter, area);
    const int n = static_cast<int>(outcomes_->classes);
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    const QFontMetricsF metrics(small);
    labelRoom_ = 20;
    for (int c = 0; c < n; ++c)
        labelRoom_ =
            std::max(labelRoom_, std::min(metrics.horizontalAdvance(className(*known, c)) + 8, area.width() / 4));
    const QRectF box = matrix(area);
    const double cell = box.width() / n;
    const int mode = normalized_->currentIndex();
    const QColor ground = palette().color(QPalette::Base), good = colour(Role::Accent), bad = colour(Role::Error);
    const int labelStep = std::max(1, static_cast<int>(std::ceil(metrics.height() / cell)));

    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int truth = 0; truth < n; ++truth) {
        const auto inRow = static_cast<double>(std::max<std::int64_t>(rowSum(truth), 1));
        for (int guess = 0; guess < n; ++guess) {
            const Cell here{truth, guess};
            const auto hits = static_cast<double>(count(here));
            const double whole = mode == 2 ? static_cast<double>(std::max<std::int64_t>(columnSum(guess), 1)) : inRow;
            const double share = hits / whole;
            // Mistakes are rare and are what one looks for: their colour grows faster.
            const double strength = truth == guess ? 0.85 * share : std::min(0.9, 0.95 * std::sqrt(share));
            const QColor ink = truth == guess ? good : bad;
            const auto mix = [strength](int from, int to) { return static_cast<int>(from + strength * (to - from)); };
            const QColor fill(mix(ground.red(), ink.red()), mix(ground.green(), ink.green()),
                              mix(ground.blue(), ink.blue()));
            const QRectF place(box.left() + guess * cell, box.top() + truth * cell, cell, cell);
            painter.fillRect(place.adjusted(cell > 8 ? 1 : 0, cell > 8 ? 1 : 0, 0, 0), fill);
            if (cell >= 22 && hits > 0) {
                painter.setPen(strength > 0.55 ? QColor(Qt::white) : palette().color(QPalette::Text));
                const QString text =
                    mode == 0 ? QString::number(hits) : QString::number(100 * share, 'f', cell >= 40 ? 1 : 0);
                painter.drawText(place, Qt::AlignCenter, text);
            }
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour(Role::Edge), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    painter.setPen(palette().color(QPalette::Text));
    for (int c = 0; c < n; c += labelStep) {
        const QString name = className(*known, c);
        painter.drawText(QRectF(box.left() - labelRoom_ - 4, box.top() + c * cell, labelRoom_, cell),
                         Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, labelRoom_ - 2));
        const int across =
            std::max(1, static_cast<int>(std::ceil(metrics.horizontalAdvance(QStringLiteral("00")) / cell)));
        if (c % across == 0)
            painter.drawText(QRectF(box.left() + c * cell, box.top() - 16, cell * across, 15), Qt::AlignCenter,
                             metrics.elidedText(name, Qt::ElideRight, cell * across));
    }
    painter.setPen(colour(Role::Secondary));
    painter.drawText(QRectF(box.left(), box.top() - 33, box.width(), 16), Qt::AlignCenter,
                     mode == 0 ? tr("guess (counts)") : tr("guess (percent)"));
    painter.save();
    painter.translate(box.left() - labelRoom_ - 22, box.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-box.height() / 2, 0, box.height(), 16), Qt::AlignCenter, tr("truth"));
    painter.restore();
    for (const auto& [which, width] : {std::pair{hovered_, 1.2}, {chosen_, 2.2}}) {
        if (which.truth < 0 || which.truth >= n || which.guess >= n) continue;
        painter.setPen(QPen(palette().color(QPalette::Text), width));
        painter.drawRect(QRectF(box.left() + which.guess * cell, box.top() + which.truth * cell, cell, cell));
    }
}

/// For numbers: what was answered over what was right; on the diagonal it is exact.
void ConfusionView::paintNumbers(QPainter& painter, const QRectF& area) {
    const Tensor &answers = outcomes_->answers, &targets = outcomes_->targets;
    const std::int64_t k = answers.shape()[-1];
    Extent extent = extentOf(targets);
    extent.include(extentOf(answers));
    const double low = static_cast<double>(extent.low), span = std::max(static_cast<double>(extent.high) - low, 1e-9);
    const QRectF plot = area.adjusted(56, 12, -kMargin, -40);
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
    painter.drawText(QRectF(plot.left(), plot.bottom() + 18, plot.width(), 18), Qt::AlignCenter,
                     tr("target (across), answer (up)"));
    painter.setPen(Qt::NoPen);
    for (std::int64_t i = 0; i < answers.shape()[0]; ++i)
        for (std::int64_t c = 0; c < k; ++c) {
            QColor ink = seriesColour(static_cast<int>(c));
            ink.setAlpha(150);
            painter.setBrush(ink);
            painter.drawEllipse(place(targets.at(i * k + c), answers.at(i * k + c)), 2.5, 2.5);
        }
}

QString ConfusionView::tip(QPointF point) const {
    const Cell cell = cellAt(point);
    const data::DatasetInfo* known = info();
    if (cell.truth < 0 || !known) return {};
    const auto hits = static_cast<double>(count(cell));
    return tr("%1 of %2 examples of %3 (%4 %) were taken for %5.\nOf all guesses %5, %6 % are these.")
        .arg(hits)
        .arg(rowSum(cell.truth))
        .arg(className(*known, cell.truth))
        .arg(100 * hits / static_cast<double>(std::max<std::int64_t>(rowSum(cell.truth), 1)), 0, 'f', 1)
        .arg(className(*known, cell.guess))
        .arg(100 * hits / static_cast<double>(std::max<std::int64_t>(columnSum(cell.guess), 1)), 0, 'f', 1);
}

QString ConfusionView::csv() const {
    const data::DatasetInfo* known = info();
    if (!hasClasses() || !known) return {};
    const auto quoted = [](QString text) {
        return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    };
    QString text = QStringLiteral("truth");
    for (int guess = 0; guess < outcomes_->classes; ++guess)
        text += QLatin1Char(',') + quoted(className(*known, guess));
    text += QLatin1Char('\n');
    for (int truth = 0; truth < outcomes_->classes; ++truth) {
        text += quoted(className(*known, truth));
        for (int guess = 0; guess < outcomes_->classes; ++guess)
            text += QLatin1Char(',') + QString::number(count({truth, guess}));
        text += QLatin1Char('\n');
    }
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "confusion",
    .order = 60,
    .title = QT_TRANSLATE_NOOP("View", "Confusion matrix"),
    .meaning = QT_TRANSLATE_NOOP("View", "What is taken for what, and which examples those are"),
    .make = [](Workbench& workbench, QWidget* parent) -> View* { return new ConfusionView(workbench, parent); },
}};

}  // namespace
}  // namespace perceptarium::ui
