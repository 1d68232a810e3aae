#include "ui/panels/problem_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/panel_parts.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/flow_layout.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr int kIcon = 16, kIndent = kIcon + kSpacing;
constexpr int kShortest = 90, kAroundText = 60;  // of a fix's button: its icon, its padding

/// What was found is usually part of the sentence; what was expected is not.
QString whatText(const network::Finding& finding) {
    network::Finding withoutAdvice = finding;
    withoutAdvice.tryThis.clear();
    return findingText(withoutAdvice);
}

}  // namespace

ProblemCard::ProblemCard(const project::Problem& problem, const QString& where, QWidget* parent) : QFrame(parent), problem_(problem) {
    const bool error = problem.finding.severity == network::Severity::Error;
    setObjectName(error ? QStringLiteral("problem-error") : QStringLiteral("problem-hint"));
    setAccessibleName((error ? tr("Error, %1: %2") : tr("Hint, %1: %2")).arg(where, findingText(problem.finding)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kSpacing, kMargin, kSpacing);
    layout->setSpacing(3);
    layout->addWidget(headline(where));
    if (!problem.fixes.empty()) {
        layout->addWidget(fixRow());
    } else if (!problem.finding.tryThis.empty()) {  // words only where no button does it
        auto* advice = note();
        advice->setText(engineMessage(problem.finding.tryThis));
        advice->setContentsMargins(kIndent, 0, 0, 0);
        layout->addWidget(advice);
    }
    const QColor tint = colour(error ? Role::Error : Role::Warning), line = palette().color(QPalette::Mid);
    setStyleSheet(QStringLiteral("#%1{border:none;border-left:3px solid %2;border-bottom:1px solid %3}").arg(objectName(), tint.name(), line.name()));
}

QWidget* ProblemCard::headline(const QString& where) {
    const bool error = problem_.finding.severity == network::Severity::Error;
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(kSpacing);
    auto* sign = new QLabel;
    sign->setPixmap(icon(error ? QStringLiteral("error") : QStringLiteral("hint")).pixmap(kIcon, kIcon));
    sign->setAccessibleName(error ? tr("Error") : tr("Hint"));
    auto* name = new QToolButton;
    name->setText(where);
    name->setObjectName(QStringLiteral("problem-place"));
    name->setToolTip(tr("Shows %1 in the drawing.").arg(where));
    name->setAccessibleName(tr("Show %1").arg(where));
    name->setCursor(Qt::PointingHandCursor);
    QFont strong = name->font();
    strong.setWeight(QFont::DemiBold);
    name->setFont(strong);
    const bool leads = problem_.finding.node != network::kNoNode;
    name->setEnabled(leads);
    name->setStyleSheet(QStringLiteral("QToolButton{padding:0 3px;margin:-1px 0 0 0} QToolButton:disabled{color:%1}").arg(palette().color(QPalette::Text).name()));
    connect(name, &QToolButton::clicked, this, [this] { emit chosen(problem_.finding.node); });
    auto* what = note("");
    what->setText(whatText(problem_.finding));
    what->setObjectName(QStringLiteral("problem-what"));
    what->setToolTip(engineMessage(problem_.finding.tryThis));
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(name, 0, Qt::AlignTop);
    layout->addWidget(what, 1);
    return line;
}

QWidget* ProblemCard::fixRow() {
    auto* row = new QWidget;
    auto* layout = new FlowLayout(row);
    layout->setContentsMargins(kIndent, 3, 0, 3);
    layout->setSpacing(6);
    for (const project::Fix& fix : problem_.fixes) {
        auto* button = new QPushButton(engineMessage(fix.title).replace(u'&', QStringLiteral("&&")));
        button->setObjectName(QStringLiteral("fix"));
        button->setIcon(icon(QStringLiteral("good")));
        button->setAccessibleName(tr("Fix: %1").arg(engineMessage(fix.title)));
        button->setToolTip(tr("%1.\nOne step: Ctrl+Z takes it back.").arg(engineMessage(fix.title)));
        button->setAutoDefault(true);  // Enter presses it, as Space does
        button->setMinimumWidth(kShortest);
        const int index = static_cast<int>(fixes_.size());
        connect(button, &QPushButton::clicked, this, [this, index] { emit fixChosen(index); });
        fixes_ << button;
        layout->addWidget(button);
    }
    return row;
}

void ProblemCard::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    // What even a line of its own has no room for ends in dots; the tooltip says all.
    const int room = std::max(kShortest, width() - 2 * kMargin - kIndent) - kAroundText;
    for (qsizetype i = 0; i < fixes_.size(); ++i)
        fixes_[i]->setText(fixes_[i]->fontMetrics().elidedText(engineMessage(problem_.fixes[static_cast<std::size_t>(i)].title), Qt::ElideRight, room).replace(u'&', QStringLiteral("&&")));
}

}  // namespace perceptarium::ui
