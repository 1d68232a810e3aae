// One example at a time: what it is, and how probable the network finds each answer.
#include <QCoreApplication>
#include <algorithm>
#include <numeric>

#include "study/activations_probe.h"
#include "study/outcomes_probe.h"
#include "ui/steady_text.h"
#include "ui/theme/theme.h"
#include "ui/shared/example_chooser.h"
#include "ui/views/example_pictures.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr std::int64_t kJudged = 2000;  ///< examples among which wrong ones are looked for
constexpr std::int64_t kMostBars = 12;

class PredictionsView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(PredictionsView)
public:
    PredictionsView(Workbench& workbench, QWidget* parent);
    QString csv() const override;

protected:
    bool refresh() override;
    void trainerReplaced() override;

private:
    void ask();
    void offerWrong();
    void paint(QPainter& painter, const QRectF& area) override;
    void paintBars(QPainter& painter, QRectF room, const data::DatasetInfo& info, std::int64_t truth);
    void paintNumbers(QPainter& painter, const QRectF& room, const data::DatasetInfo& info);

    // The wanted example is cheap to look at; the list of wrong ones is asked for only while it is used.
    std::shared_ptr<study::ActivationsProbe> one_ = std::make_shared<study::ActivationsProbe>();
    std::shared_ptr<study::OutcomesProbe> many_ = std::make_shared<study::OutcomesProbe>();
    std::shared_ptr<void> manySubscription_;
    std::uint64_t seenOne_ = 0, seenMany_ = 0;
    std::shared_ptr<const study::ExampleActivations> answer_;
    std::shared_ptr<const study::Outcomes> outcomes_;
    ExampleChooser* example_;
    QToolButton* wrong_;
    QLabel* note_;
    ExamplePictures* pictures_;

    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void followWrong();
};

PredictionsView::PredictionsView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Predictions"), tr("Example and its predictions: arrow keys step"), parent) {
    example_ = new ExampleChooser(workbench, controls());
    controls()->add(example_);
    wrong_ = controls()->addToggle(
        tr("Wrong only"), tr("Step only through examples that the network gets wrong: the quickest way to an idea "
                             "of what is missing."));
    note_ = controls()->addNote();
    pictures_ = new ExamplePictures(workbench, this);
    connect(pictures_, &ExamplePictures::arrived, paper(), qOverload<>(&QWidget::update));
    paper()->keyPressed = [this](int key) {
        if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
        example_->step(key == Qt::Key_Left ? -1 : 1);
        return true;
    };
    connect(example_, &ExampleChooser::chosen, this, &PredictionsView::ask);
    connect(wrong_, &QToolButton::toggled, this, &PredictionsView::followWrong);
    ask();
    watch(one_);
}

void PredictionsView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    followWrong();
}

void PredictionsView::hideEvent(QHideEvent* event) {
    View::hideEvent(event);
    manySubscription_.reset();
}

void PredictionsView::followWrong() {
    if (!wrong_->isChecked()) {
        manySubscription_.reset();
        example_->setOnly(std::nullopt);
        setSteadyText(*note_, {});
    } else if (isVisible() && !manySubscription_) {
        ask();
        manySubscription_ = workbench().subscribe(many_);
    }
}

void PredictionsView::ask() {
    one_->ask({example_->example()});
    many_->ask({example_->part(), kJudged});
    paper()->update();
}

void PredictionsView::trainerReplaced() {
    answer_.reset();
    outcomes_.reset();
    example_->setOnly(std::nullopt);
    paper()->update();
}

bool PredictionsView::refresh() {
    bool any = false;
    if (const auto newer = one_->answer.newer(seenOne_); newer && workbench().trainer()) {
        answer_ = newer;
        paper()->update();
        any = true;
    }
    if (!manySubscription_) return any;
    if (const auto newer = many_->answer.newer(seenMany_); newer && workbench().trainer()) {
        outcomes_ = newer;
        offerWrong();
        any = true;
    }
    return any;
}

void PredictionsView::offerWrong() {
    if (outcomes_->asked.part != example_->part() || outcomes_->classes == 0) return;
    std::vector<std::int64_t> wrong;
    const std::int32_t* truths = outcomes_->targets.data<std::int32_t>();
    for (std::size_t i = 0; i < outcomes_->examples.size(); ++i)
        if (truths[i] != outcomes_->guesses[i]) wrong.push_back(outcomes_->examples[i]);
    setSteadyText(*note_, tr("%1 wrong of %2").arg(wrong.size()).arg(outcomes_->examples.size()));
    if (!wrong.empty()) example_->setOnly(std::move(wrong));
}

void PredictionsView::paint(QPainter& painter, const QRectF& area) {
    const data::PreparedPtr prepared = workbench().data();
    const std::int64_t example = example_->example();
    if (!prepared || example < 0) {
        paintNothing(painter, area, QStringLiteral("predictions"), tr("One example and what the network makes of it"),
                     tr("Waiting for the data."));
        return;
    }
    const data::DatasetInfo& info = prepared->dataset->info();
    const auto labels = prepared->dataset->labels();
    const std::int64_t truth =
        static_cast<std::size_t>(example) < labels.size() ? labels[static_cast<std::size_t>(example)] : -1;
    QRectF room = area.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const bool wide = room.width() > 1.3 * room.height();
    const double share = pictures_->available() ? 0.42 : 0.3;
    QRectF left = room, right = room;
    if (wide) {
        left.setWidth(room.width() * share);
        right.setLeft(left.right() + kMargin);
    } else {
        left.setHeight(room.height() * share);
        right.setTop(left.bottom() + kMargin);
    }
    const double line = painter.fontMetrics().height();
    const QString caption = captionOf(workbench(), example);
    if (pictures_->available()) {
        const QImage image = pictures_->picture(example);
        const QRectF box =
            fitted(image.isNull() ? QSizeF(1, 1) : QSizeF(image.size()), left.adjusted(0, 0, 0, -line - 4));
        painter.setPen(QPen(colour(Role::Grid), 1));
        drawSharp(painter, box, image);
        painter.drawRect(box);
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(left.left(), box.bottom() + 4, left.width(), line), Qt::AlignHCenter | Qt::AlignTop,
                         painter.fontMetrics().elidedText(caption, Qt::ElideMiddle, static_cast<int>(left.width())));
    } else {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(left, Qt::AlignLeft | (wide ? Qt::AlignVCenter : Qt::AlignTop) | Qt::TextWordWrap, caption);
    }
    if (!answer_ || answer_->asked.example != example || !answer_->prediction.defined()) {
        const QString why = workbench().whyNotReady();
        painter.setPen(colour(Role::Secondary));
        painter.drawText(right, Qt::AlignCenter | Qt::TextWordWrap,
                         !why.isEmpty()          ? why
                         : workbench().trainer() ? tr("…")
                                                 : tr("Waiting for the trainer."));
        return;
    }
    if (info.target == data::TargetKind::Class)
        paintBars(painter, right, info, truth);
    else
        paintNumbers(painter, right, info);
}

void PredictionsView::paintBars(QPainter& painter, QRectF room, const data::DatasetInfo& info, std::int64_t truth) {
    const Tensor& prediction = answer_->prediction;
    std::vector<std::int64_t> shown(static_cast<std::size_t>(prediction.elements()));
    std::iota(shown.begin(), shown.end(), 0);
    const auto better = [&](std::int64_t a, std::int64_t b) { return prediction.at(a) > prediction.at(b); };
    const std::int64_t best = *std::min_element(shown.begin(), shown.end(), better);
    if (prediction.elements() > kMostBars) {  // the most probable ones, and the truth wherever it stands
        std::stable_sort(shown.begin(), shown.end(), better);
        shown.resize(kMostBars);
        if (truth >= 0 && std::find(shown.begin(), shown.end(), truth) == shown.end()) shown.back() = truth;
    }
    QFont bold = painter.font();
    const QFont plain = bold;
    bold.setBold(true);
    const bool right = truth < 0 || best == truth;
    painter.setFont(bold);
    painter.setPen(truth < 0 ? palette().color(QPalette::Text) : colour(right ? Role::Good : Role::Error));
    const double line = painter.fontMetrics().height();
    const QString said = tr("%1, %2 % sure").arg(className(info, best)).arg(100 * prediction.at(best), 0, 'f', 1);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                     truth < 0 ? said
                     : right   ? tr("Right: %1").arg(said)
                               : tr("Wrong: %1; it is %2").arg(said, className(info, truth)));
    room.setTop(room.top() + line + kSpacing);
    painter.setFont(plain);
    const QFontMetricsF metrics(plain);
    double names = 30;
    for (const std::int64_t c : shown) names = std::max(names, metrics.horizontalAdvance(className(info, c)) + 20);
    names = std::min(names, room.width() * 0.4);
    const double height = std::min(26.0, room.height() / static_cast<double>(shown.size()));
    const double numbers = metrics.horizontalAdvance(QStringLiteral("100.0 %")) + 6;
    const QRectF bars(room.left() + names, room.top(), std::max(room.width() - names - numbers, 20.0), room.height());
    double y = room.top();
    for (const std::int64_t c : shown) {
        const double p = prediction.at(c);
        const QRectF row(room.left(), y, room.width(), height);
        const QColor ink = c == truth ? colour(Role::Good) : c == best ? colour(Role::Error) : colour(Role::Edge);
        painter.setPen(c == truth ? palette().color(QPalette::Text) : colour(Role::Secondary));
        painter.setFont(c == truth ? bold : plain);
        painter.drawText(QRectF(row.left(), y, names - 8, height), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(className(info, c), Qt::ElideRight, names - 10));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(Role::Grid));
        const QRectF track(bars.left(), y + height * 0.2, bars.width(), height * 0.6);
        painter.drawRoundedRect(track, 3, 3);
        painter.setBrush(ink);
        painter.drawRoundedRect(QRectF(track.left(), track.top(), std::max(track.width() * p, 2.0), track.height()), 3,
                                3);
        painter.setFont(plain);
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(bars.right() + 4, y, numbers, height), Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(100 * p, 0, 'f', 1));
        y += height;
    }
}

void PredictionsView::paintNumbers(QPainter& painter, const QRectF& room, const data::DatasetInfo& info) {
    const QFontMetricsF metrics(painter.font());
    const double step = std::max(metrics.height() * 3.2, 48.0);
    double y = room.top();
    for (std::int64_t i = 0; i < std::min<std::int64_t>(answer_->prediction.elements(), kMostBars) && y < room.bottom();
         ++i, y += step) {
        const auto index = static_cast<std::size_t>(i);
        const QString name =
            index < info.targets.size() ? QString::fromStdString(info.targets[index]) : tr("output %1").arg(i + 1);
        const double answer = answer_->prediction.at(i);
        const bool known = answer_->target.dtype() == DType::F32 && i < answer_->target.elements();
        const double target = known ? answer_->target.at(i) : 0;
        painter.setPen(colour(Role::Secondary));
        painter.drawText(QRectF(room.left(), y, room.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                         name);
        painter.setPen(palette().color(QPalette::Text));
        QString text = tr("answer %1").arg(shortNumber(answer));
        if (known) text += tr("   target %1   difference %2").arg(shortNumber(target), shortNumber(answer - target));
        painter.drawText(QRectF(room.left(), y + metrics.height(), room.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        if (!known) continue;
        // Both on one line: from the smaller of them (or 0) to the larger.
        const double low = std::min({0.0, answer, target}), high = std::max({0.0, answer, target, low + 1e-9});
        const double line = y + 2.5 * metrics.height();
        const auto x = [&](double value) {
            return room.left() + 6 + (value - low) / (high - low) * (room.width() - 12);
        };
        painter.setPen(QPen(colour(Role::Grid), 3));
        painter.drawLine(QPointF(x(low), line), QPointF(x(high), line));
        painter.setPen(QPen(colour(Role::Good), 2));
        painter.drawLine(QPointF(x(target), line - 7), QPointF(x(target), line + 7));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour(Role::Accent));
        painter.drawEllipse(QPointF(x(answer), line), 5, 5);
    }
}

QString PredictionsView::csv() const {
    const data::PreparedPtr prepared = workbench().data();
    if (!answer_ || !answer_->prediction.defined() || !prepared) return {};
    QString text = QStringLiteral("answer,value\n");
    for (std::int64_t i = 0; i < answer_->prediction.elements(); ++i)
        text += QStringLiteral("\"%1\",%2\n")
                    .arg(className(prepared->dataset->info(), i).replace(QLatin1Char('"'), QLatin1String("\"\"")))
                    .arg(answer_->prediction.at(i), 0, 'g', 9);
    return text;
}

const Registered<ViewSpec> declared{{
    .id = "predictions",
    .order = 80,
    .title = QT_TRANSLATE_NOOP("View", "Predictions"),
    .meaning = QT_TRANSLATE_NOOP("View", "One example at a time, with the probability of every answer"),
    .make = makeView<PredictionsView>,
}};

}  // namespace
}  // namespace perceptarium::ui
