#include "ui/panels/problems_panel.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/panels/panel_parts.h"
#include "ui/panels/problem_card.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr std::size_t kMostWithFixes = 24;  // each fix is tried on a copy of the drawing
constexpr std::size_t kMostCards = 40;      // nobody reads more; they come when those before are solved

/// What only data or trainer say, as a problem like the others.
project::Problem plainProblem(const QString& what, const QString& tryThis) {
    project::Problem problem{.place = project::Problem::Place::Training};
    problem.finding.what = what.toStdString();
    problem.finding.tryThis = tryThis.toStdString();
    return problem;
}

bool isError(const project::Problem& problem) { return problem.finding.severity == network::Severity::Error; }

}  // namespace

ProblemsPanel::ProblemsPanel(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), page_(new QWidget), column_(new QVBoxLayout(page_)), nothing_(note()), more_(note()) {
    setAccessibleName(tr("Problems"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);  // its buttons have the keyboard
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    nothing_->setText(tr("No problems: the network can be trained. What is wrong with the drawing, the data or the training will "
                         "appear here, with buttons that put it right."));
    more_->setContentsMargins(kMargin, kSpacing, kMargin, kSpacing);
    column_->addWidget(nothing_);
    column_->addWidget(more_);
    column_->addStretch(1);
    setWidget(page_);

    settle_.setSingleShot(true);
    settle_.setInterval(0);  // several signals of one edit make one list
    connect(&settle_, &QTimer::timeout, this, &ProblemsPanel::build);
    for (const auto signal : {&Workbench::inferenceChanged, &Workbench::documentChanged, &Workbench::dataChanged, &Workbench::trainerChanged})
        connect(&workbench_, signal, this, &ProblemsPanel::refresh);
    refresh();
}

std::vector<ProblemsPanel::Shown> ProblemsPanel::problems(std::size_t withFixes) const {
    std::vector<Shown> all;
    if (const QString failure = workbench_.dataFailure(); !failure.isEmpty())
        all.push_back({plainProblem(failure, tr("Choose another file or source in the data panel.")), tr("Data")});
    for (project::Problem& problem : problemsOf(workbench_, withFixes)) {
        const network::Node* node = workbench_.document().graph.find(problem.finding.node);
        const bool training = problem.place == project::Problem::Place::Training;
        const QString where = node ? qt(node->name) : training ? tr("Training") : tr("Network");
        all.push_back({std::move(problem), where});
    }
    // What only the trainer finds, such as an empty training part.
    const bool errors = std::any_of(all.begin(), all.end(), [](const Shown& shown) { return isError(shown.problem); });
    if (!errors && !workbench_.trainer() && !workbench_.isLoading() && workbench_.data())
        if (const QString why = workbench_.whyNotReady(); !why.isEmpty()) all.push_back({plainProblem(why, {}), tr("Training")});
    return all;
}

void ProblemsPanel::refresh() {
    const auto all = problems(0);
    errors_ = static_cast<int>(std::count_if(all.begin(), all.end(), [](const Shown& shown) { return isError(shown.problem); }));
    stale_ = true;
    if (isVisible()) settle_.start();
    emit countChanged(errors_);
}

void ProblemsPanel::build() {
    if (!stale_ || !isVisible()) return;
    stale_ = false;
    const bool hadKeyboard = focusWidget() && isAncestorOf(QApplication::focusWidget());
    for (ProblemCard* card : std::exchange(cards_, {})) {
        card->hide();
        card->deleteLater();  // a button of it may be what led here
    }
    const auto all = problems(kMostWithFixes);
    for (const Shown& shown : all) {
        if (cards_.size() == static_cast<qsizetype>(kMostCards)) break;
        auto* card = new ProblemCard(shown.problem, shown.where, page_);
        column_->insertWidget(static_cast<int>(cards_.size()), card);
        card->show();  // at once, so that a button of it can have the keyboard
        cards_ << card;
        connect(card, &ProblemCard::chosen, this, [this, card] { emit nodeRequested(card->problem().finding.node, card->problem().finding.inside); });
        connect(card, &ProblemCard::fixChosen, this, [this, card](int index) { accept(workbench_, card->problem().fixes[static_cast<std::size_t>(index)]); });
    }
    nothing_->setVisible(all.empty());
    showNote(more_, all.size() > kMostCards ? tr("And %n more.", nullptr, static_cast<int>(all.size() - kMostCards)) : QString());
    if (hadKeyboard) focusFirstFix();
}

void ProblemsPanel::focusFirstFix() {
    for (ProblemCard* card : cards_)
        if (!card->fixes().isEmpty()) {
            card->fixes().front()->setFocus(Qt::OtherFocusReason);
            return;
        }
}

void ProblemsPanel::showEvent(QShowEvent* event) {
    QScrollArea::showEvent(event);
    build();
}

void ProblemsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) refresh();
    QScrollArea::changeEvent(event);
}

}  // namespace perceptarium::ui
