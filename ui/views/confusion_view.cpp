// The confusion matrix: what is taken for what, and by a click, which examples those are.
#include <QCoreApplication>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <optional>

#include "ui/steady_text.h"
#include "ui/views/confusion_matrix.h"
#include "ui/views/example_pictures.h"
#include "ui/views/outcome_list.h"
#include "ui/views/paper_view.h"

namespace perceptarium::ui {
namespace {

constexpr data::Part kParts[] = {data::Part::Dev, data::Part::Test, data::Part::Train};
constexpr std::int64_t kLimits[] = {500, 2000, 10000, 1'000'000};

class ConfusionView : public PaperView {
    Q_DECLARE_TR_FUNCTIONS(ConfusionView)
public:
    ConfusionView(Workbench& workbench, QWidget* parent);
    QString csv() const override { return matrix_ ? matrix_->csv() : QString(); }

protected:
    bool refresh() override;
    void trainerReplaced() override;
    void paint(QPainter& painter, const QRectF& area) override;
    QString tip(QPointF point) const override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(ConfusionCell cell);
    void hover(ConfusionCell cell);
    ConfusionCell cellAt(QPointF point) const;
    bool key(int key);

    std::shared_ptr<study::OutcomesProbe> probe_ = std::make_shared<study::OutcomesProbe>();
    std::uint64_t seen_ = 0;
    std::shared_ptr<const study::Outcomes> outcomes_;
    std::optional<ConfusionMatrix> matrix_;  ///< of the outcomes, where they have classes
    QComboBox *part_, *limit_, *numbers_;
    QLabel* note_;
    QSplitter* halves_;
    OutcomeList* list_;
};

ConfusionView::ConfusionView(Workbench& workbench, QWidget* parent)
    : PaperView(workbench, tr("Confusion matrix"), tr("Confusion matrix: arrow keys choose a cell"), parent),
      halves_(new QSplitter(Qt::Horizontal, this)),
      list_(new OutcomeList(workbench, halves_)) {
    part_ = controls()->addChoice(
        tr("Part of the data"),
        tr("Judge on dev while you work, and on test only at the end: what you tune by is no fair judge."),
        {tr("dev"), tr("test"), tr("train")});
    limit_ = controls()->addChoice(tr("Examples"),
                                   tr("How many examples of this part are judged, evenly spread over it."),
                                   {tr("500 examples"), tr("2,000 examples"), tr("10,000 examples"), tr("all examples")});
    limit_->setCurrentIndex(1);
    numbers_ = controls()->addChoice(
        tr("Numbers"),
        tr("Counts, or shares: of each true class (its recall is on the diagonal), or of each guess (precision)."),
        {tr("counts"), tr("share of the truth"), tr("share of the guess")});
    note_ = controls()->addNote();
    halves_->insertWidget(0, paper());
    halves_->setStretchFactor(0, 3);
    halves_->setStretchFactor(1, 2);
    halves_->setCollapsible(0, false);
    column()->addWidget(halves_, 1);

    paper()->pressed = [this](QPointF point) { choose(cellAt(point)); };
    paper()->moved = [this](QPointF point) { hover(cellAt(point)); };
    paper()->left = [this] { hover({}); };
    paper()->keyPressed = [this](int pressed) { return key(pressed); };
    const auto ask = [this] {
        probe_->ask({kParts[std::max(part_->currentIndex(), 0)], kLimits[std::max(limit_->currentIndex(), 0)]});
    };
    connect(part_, &QComboBox::currentIndexChanged, this, ask);
    connect(limit_, &QComboBox::currentIndexChanged, this, ask);
    connect(numbers_, &QComboBox::currentIndexChanged, paper(), qOverload<>(&QWidget::update));
    list_->showExamples(nullptr, {});
    ask();
    watch(probe_);
}

void ConfusionView::trainerReplaced() {
    outcomes_.reset();
    matrix_.reset();
    list_->showExamples(nullptr, {});
    setSteadyText(*note_, {});
    paper()->update();
}

bool ConfusionView::refresh() {
    const auto newer = probe_->answer.newer(seen_);
    const data::PreparedPtr prepared = workbench().data();
    if (!newer || !prepared || !workbench().trainer()) return false;
    outcomes_ = newer;
    const ConfusionMatrix* before = matrix_ ? &*matrix_ : nullptr;
    const ConfusionCell chosen = before ? before->chosen : ConfusionCell{}, hovered = before ? before->hovered : ConfusionCell{};
    matrix_.reset();
    const auto n = static_cast<double>(outcomes_->examples.size());
    if (n == 0) {
        setSteadyText(*note_, tr("this part has no examples"));
    } else if (outcomes_->classes == 0) {
        setSteadyText(*note_, tr("%n example(s)", nullptr, static_cast<int>(n)));
    } else {
        setSteadyText(*note_, tr("%1 % right of %2").arg(100 * static_cast<double>(outcomes_->right()) / n, 0, 'f', 1).arg(n));
        QStringList names;
        for (std::int64_t c = 0; c < outcomes_->classes; ++c) names << className(prepared->dataset->info(), c);
        matrix_.emplace(outcomes_, names);
        if (std::max(chosen.truth, chosen.guess) < matrix_->classes()) matrix_->chosen = chosen;
        matrix_->hovered = hovered;
    }
    list_->showExamples(outcomes_.get(), matrix_ ? matrix_->chosen : ConfusionCell{});
    paper()->update();
    return true;
}

ConfusionCell ConfusionView::cellAt(QPointF point) const {
    return matrix_ ? matrix_->cellAt(point, paper()->rect(), paper()->font()) : ConfusionCell{};
}

void ConfusionView::choose(ConfusionCell cell) {
    if (!matrix_) return;
    // A second click, or one beside the matrix, goes back to all mistakes.
    matrix_->chosen = cell == matrix_->chosen ? ConfusionCell{} : cell;
    list_->showExamples(outcomes_.get(), matrix_->chosen);
    paper()->update();
}

void ConfusionView::hover(ConfusionCell cell) {
    if (!matrix_ || cell == matrix_->hovered) return;
    matrix_->hovered = cell;
    paper()->update();
}

bool ConfusionView::key(int pressed) {
    if (!matrix_) return false;
    ConfusionCell to = matrix_->chosen.truth < 0 ? ConfusionCell{0, 0} : matrix_->chosen;
    switch (pressed) {
        case Qt::Key_Left: --to.guess; break;
        case Qt::Key_Right: ++to.guess; break;
        case Qt::Key_Up: --to.truth; break;
        case Qt::Key_Down: ++to.truth; break;
        case Qt::Key_Escape: choose({}); return true;
        default: return false;
    }
    const int last = matrix_->classes() - 1;
    to = {std::clamp(to.truth, 0, last), std::clamp(to.guess, 0, last)};
    if (to != matrix_->chosen) choose(to);
    return true;
}

void ConfusionView::paint(QPainter& painter, const QRectF& area) {
    if (!outcomes_ || outcomes_->examples.empty()) {
        paintNothing(painter, area, QStringLiteral("confusion"), tr("What is taken for what"),
                     outcomes_ ? tr("This part of the data has no examples: choose another one.")
                               : tr("Waiting for the trainer."));
    } else if (matrix_) {
        matrix_->numbers = static_cast<ConfusionMatrix::Numbers>(std::max(numbers_->currentIndex(), 0));
        matrix_->paint(painter, area);
    } else {
        paintAnswersOverTargets(painter, area, *outcomes_);
    }
}

QString ConfusionView::tip(QPointF point) const {
    const ConfusionCell cell = cellAt(point);
    return cell.truth < 0 ? QString() : matrix_->tip(cell);
}

void ConfusionView::resizeEvent(QResizeEvent* event) {
    // The matrix is square: the list gets what is left of it.
    const Qt::Orientation fitting = width() < height() ? Qt::Vertical : Qt::Horizontal;
    if (halves_->orientation() != fitting) halves_->setOrientation(fitting);
    PaperView::resizeEvent(event);
}

const Registered<ViewSpec> declared{{
    .id = "confusion",
    .order = 60,
    .title = QT_TRANSLATE_NOOP("View", "Confusion matrix"),
    .meaning = QT_TRANSLATE_NOOP("View", "What is taken for what, and which examples those are"),
    .make = makeView<ConfusionView>,
}};

}  // namespace
}  // namespace perceptarium::ui
