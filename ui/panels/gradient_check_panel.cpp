#include "ui/panels/gradient_check_panel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/panels/wording.h"
#include "ui/theme/theme.h"
#include "ui/shared/background.h"

namespace perceptarium::ui {
namespace {

enum Column { Name, Shape, Compared, Tape, Difference, Error, Verdict, ColumnCount };

QString errorText(double relativeError) { return QLocale().toString(relativeError, 'e', 1); }

/// A word beside the colour: not everyone sees the colour.
QString wordOf(study::Agreement agreement) {
    switch (agreement) {
        case study::Agreement::Good:
            return GradientCheckPanel::tr("good");
        case study::Agreement::Doubtful:
            return GradientCheckPanel::tr("look again");
        case study::Agreement::Wrong:
            return GradientCheckPanel::tr("wrong");
    }
    return {};
}

Role roleOf(study::Agreement agreement) {
    switch (agreement) {
        case study::Agreement::Good:
            return Role::Good;
        case study::Agreement::Doubtful:
            return Role::Warning;
        case study::Agreement::Wrong:
            return Role::Error;
    }
    return Role::Secondary;
}

}  // namespace

GradientCheckPanel::GradientCheckPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      button_(new QPushButton(icon("check"), tr("Check gradients"))),
      progress_(new QProgressBar),
      verdict_(new QLabel),
      nothing_(new QLabel),
      list_(new QTreeWidget),
      pages_(new QStackedWidget) {
    button_->setAccessibleName(tr("Check gradients"));
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("How much of the check is done"));
    progress_->hide();
    verdict_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    verdict_->setAccessibleName(tr("Result of the gradient check"));
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setProperty("role", "secondary");
    nothing_->setText(
        tr("Is back-propagation right? The check nudges single weights up and down by a hundred-thousandth, in "
           "double precision, and compares how the loss changes with what back-propagation said. "
           "Press Check gradients: each weight tensor of this network will appear here with its relative "
           "error. Up to 10⁻⁷ is good, above 10⁻⁵ something is wrong."));
    list_->setColumnCount(ColumnCount);
    list_->setHeaderLabels({tr("Parameter"), tr("Shape"), tr("Compared"), tr("Back-propagation"), tr("Difference"),
                            tr("Relative error"), tr("Verdict")});
    for (const int column : {Compared, Tape, Difference, Error})
        list_->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    list_->headerItem()->setToolTip(Compared,
                                    tr("Entries of the tensor that were nudged. Those where the loss has a kink "
                                       "(ReLU, max pooling) are passed over."));
    list_->headerItem()->setToolTip(Tape, tr("∂J/∂w of the entry that agrees least, by back-propagation."));
    list_->headerItem()->setToolTip(Difference, tr("The same by nudging: (J(w + ε) − J(w − ε)) / 2ε."));
    list_->headerItem()->setToolTip(Error, tr("‖g − ĝ‖ / (‖g‖ + ‖ĝ‖) over all compared entries."));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setAlternatingRowColors(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setAccessibleName(tr("Relative error of each parameter"));
    list_->setToolTip(tr("Press Enter on a row to select its layer in the drawing."));
    pages_->addWidget(nothing_);
    pages_->addWidget(list_);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(kSpacing, kSpacing, kSpacing, 0);
    top->setSpacing(kSpacing);
    top->addWidget(button_);
    top->addWidget(verdict_);
    top->addWidget(progress_, 1);
    top->addStretch(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addLayout(top);
    layout->addWidget(pages_, 1);

    connect(button_, &QPushButton::clicked, this, [this] { checking_ ? cancel() : check(); });
    connect(list_, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const std::string parameter = item->text(Name).toStdString();
        const std::string node = parameter.substr(0, parameter.rfind('.'));
        if (const auto* found = workbench_.flatGraph().findByName(node)) workbench_.showFlatNode(found->id);
    });
    connect(&workbench_, &Workbench::trainerChanged, this, &GradientCheckPanel::forget);
    connect(&workbench_, &Workbench::dataChanged, this, &GradientCheckPanel::refreshButton);
    connect(&workbench_, &Workbench::inferenceChanged, this, &GradientCheckPanel::refreshButton);
    refreshButton();
}

GradientCheckPanel::~GradientCheckPanel() { stop_.request_stop(); }

void GradientCheckPanel::refreshButton() {
    const bool possible = workbench_.trainer() != nullptr;
    button_->setEnabled(checking_ || possible);
    button_->setText(checking_ ? tr("Cancel") : tr("Check gradients"));
    button_->setIcon(icon(checking_ ? "close" : "check"));
    button_->setAccessibleName(button_->text());
    button_->setToolTip(
        checking_  ? tr("Stops the check.")
        : possible ? tr("Compares back-propagation with two-sided differences, with the weights as they are now. "
                        "Training may go on meanwhile.")
                   : workbench_.whyNotReady());
    progress_->setVisible(checking_);
    verdict_->setVisible(!checking_);
}

void GradientCheckPanel::check() {
    const auto trainer = workbench_.trainer();
    if (checking_ || !trainer) return;
    checking_ = true;
    stop_ = std::stop_source();
    progress_->setValue(0);
    task_ = workbench_.tasks().begin(tr("Checking gradients"), [this] { cancel(); });
    refreshButton();
    QPointer<GradientCheckPanel> panel(this);
    Progress progress;
    progress.stop = stop_.get_token();
    progress.report = [panel](double fraction, std::string_view) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [panel, fraction] {
                if (!panel) return;
                panel->progress_->setValue(static_cast<int>(fraction * 1000));
                if (panel->task_) panel->task_->done = fraction;
            },
            Qt::QueuedConnection);
    };
    // Everything is copied here: the drawing, the settings; the data never change; the weights are a copy of the
    // trainer's.
    inBackground(
        this,
        [trainer, graph = workbench_.document().graph, settings = workbench_.document().training, data = workbench_.data(),
         progress] {
            const train::State state = trainer->state();
            return study::checkOnTrainingExamples(graph, *data, settings, state.step > 0 ? &state.parameters : nullptr,
                                                  progress);
        },
        [this, trainer](const Result<study::ModelGradients>& result) {
            checking_ = false;
            task_.reset();
            refreshButton();
            if (trainer == workbench_.trainer()) showResult(result);
        });
}

void GradientCheckPanel::cancel() { stop_.request_stop(); }

void GradientCheckPanel::showResult(const Result<study::ModelGradients>& result) {
    if (!result) {
        if (!Progress::isCancelled(result.error())) workbench_.problem(qt(result.error().message()));
        return;
    }
    shown_ = *result;
    fill();
}

void GradientCheckPanel::fill() {
    list_->clear();
    for (const study::ParameterGradient& row : shown_.parameters) {
        const study::Agreement agreement = study::agreementOf(row.relativeError);
        QString compared = countText(row.checked);
        if (row.kinks > 0) compared += tr(" (%1 at kinks)").arg(row.kinks);
        auto* item = new QTreeWidgetItem(
            list_, {qt(row.name), qt(row.shape.text()), compared, numberText(row.worstTape),
                    numberText(row.worstDifference), errorText(row.relativeError), wordOf(agreement)});
        for (const int column : {Compared, Tape, Difference, Error})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setForeground(Verdict, colour(roleOf(agreement)));
    }
    for (int column = 0; column < ColumnCount; ++column) {
        list_->resizeColumnToContents(column);
        list_->setColumnWidth(column, list_->columnWidth(column) + 2 * kSpacing);
    }
    const bool any = !shown_.parameters.empty();
    pages_->setCurrentWidget(any ? static_cast<QWidget*>(list_) : nothing_);
    const study::Agreement worst = study::agreementOf(shown_.worst());
    verdict_->setText(any ? tr("Worst relative error %1: %2").arg(errorText(shown_.worst()), wordOf(worst))
                          : QString());
    QPalette colours = verdict_->palette();
    colours.setColor(QPalette::WindowText, colour(roleOf(worst)));
    verdict_->setPalette(colours);
}

void GradientCheckPanel::forget() {
    // Another network or other data: what was found says nothing about them.
    stop_.request_stop();
    shown_ = {};
    fill();
    refreshButton();
}

void GradientCheckPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && list_->topLevelItemCount() > 0) fill();
    QWidget::changeEvent(event);
}

}  // namespace perceptarium::ui
