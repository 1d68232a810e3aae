#include "ui/panels/training_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "layers/layer_spec.h"
#include "network/edits.h"
#include "train/metric.h"
#include "train/optimizer.h"
#include "ui/panels/loss_form.h"
#include "ui/panels/measured_form.h"
#include "ui/panels/part_section.h"
#include "ui/panels/schedule_preview.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr const char *kDropout = "dropout", *kRate = "rate";

QLabel* note() {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("role", "secondary");
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("role", "title");
    return label;
}

/// The settings of a run as the declaration sees them.
Settings valuesOf(const train::TrainSettings& training) {
    Settings values;
    for (const train::TrainSetting& one : train::trainSettings())
        values[one.member.spec.name] = one.member.get(training);
    return values;
}

SettingSpec dropoutSpec() {
    const layers::LayerSpec* layer = layers::findLayer(kDropout);
    CHECK(layer != nullptr, "there is no dropout layer");
    SettingSpec spec = *findSetting(layer->settings, kRate);
    spec.title = "Dropout rate";
    return spec;
}

std::vector<network::NodeId> dropoutNodes(const network::Graph& graph) {
    std::vector<network::NodeId> nodes;
    for (const auto& [id, node] : graph.nodes())
        if (node.layer == kDropout) nodes.push_back(id);
    return nodes;
}

}  // namespace

TrainingPanel::TrainingPanel(Workbench& workbench, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      loss_(new LossForm(workbench)),
      measured_(new MeasuredForm),
      optimizer_(new PartSection(workbench, *train::findTrainPart("optimizer"))),
      dropout_(SettingWidget::make(dropoutSpec())),
      dropoutNote_(note()),
      stoppingNote_(note()),
      runNote_(note()) {
    auto* content = new QWidget;
    column_ = new QVBoxLayout(content);
    column_->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column_->setSpacing(kSpacing);
    addForm(tr("Run"), train::TrainGroup::Run);
    // What is turned most comes first.
    addForm(tr("Learning rate"), train::TrainGroup::LearningRate);
    column_->addWidget(new PartSection(workbench, *train::findTrainPart("schedule")));
    column_->addWidget(new SchedulePreview(workbench));
    column_->addWidget(rangeTestButton(), 0, Qt::AlignLeft);
    column_->addWidget(loss_);
    column_->addWidget(optimizer_);
    addForm(tr("Against overfitting"), train::TrainGroup::Regularizer);
    auto* dropoutRow = new QFormLayout;
    dropoutRow->addRow(settingTitle(dropout_->spec()), dropout_);
    column_->addLayout(dropoutRow);
    column_->addWidget(dropoutNote_);
    addForm(tr("Gradient clipping"), train::TrainGroup::Clipping);
    addForm(tr("Early stopping"), train::TrainGroup::Stopping);
    column_->addWidget(stoppingNote_);
    column_->addWidget(heading(tr("Measured")));
    column_->addWidget(measured_);
    column_->addSpacing(kSpacing);
    column_->addWidget(runNote_);
    column_->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    runNote_->setText(liveText());

    connect(measured_, &MeasuredForm::changed, this, &TrainingPanel::changeSetting);
    connect(measured_, &MeasuredForm::finished, &workbench_, &Workbench::sealEdit);
    connect(dropout_, &SettingWidget::changed, this, [this](const SettingValue& value) {
        changeDropout(settingOr(Settings{{kRate, value}}, kRate, 0.0));
    });
    connect(dropout_, &SettingWidget::finished, &workbench_, &Workbench::sealEdit);
    connect(&workbench_, &Workbench::documentChanged, this, &TrainingPanel::refresh);
    connect(&workbench_, &Workbench::inferenceChanged, this, &TrainingPanel::refresh);
    connect(&workbench_, &Workbench::trainerChanged, this, &TrainingPanel::refresh);
    refresh();
}

/// A heading, and the settings that are declared for this group.
void TrainingPanel::addForm(const QString& title, train::TrainGroup group) {
    std::vector<SettingSpec> specs;
    for (const train::TrainSetting& one : train::trainSettings())
        if (one.group == group) specs.push_back(one.member.spec);
    auto* form = new SettingsForm;
    form->setSpecs(specs);
    for (QComboBox* box : form->findChildren<QComboBox*>()) {  // a narrow dock must not be widened by a long entry
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    connect(form, &SettingsForm::changed, this, &TrainingPanel::changeSetting);
    connect(form, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    column_->addWidget(heading(title));
    column_->addWidget(form);
    forms_[group] = form;
}

QPushButton* TrainingPanel::rangeTestButton() {
    auto* button = new QPushButton(tr("Find a learning rate…"));
    button->setToolTip(
        tr("A range test: trains a copy of the network for a moment while the learning rate grows, and shows "
           "where the loss falls fastest."));
    connect(button, &QPushButton::clicked, this, &TrainingPanel::rangeTestWanted);
    return button;
}

/// What may change while it runs, as it is declared.
QString TrainingPanel::liveText() const {
    QStringList names;
    for (const train::TrainSetting& one : train::trainSettings())
        if (one.live) names << settingTitle(one.member.spec);
    return tr("%1 act at once, also while it runs, and leave a mark on the curves. Other changes start a new run; the "
              "one "
              "before stays in the record.")
        .arg(names.join(QStringLiteral(", ")));
}

void TrainingPanel::refresh() {
    const train::TrainSettings& training = workbench_.document().training;
    const Settings values = valuesOf(training);
    for (const auto& [group, form] : forms_) form->setValues(values);
    measured_->show(values, workbench_.dataTypes().target);
    loss_->refresh();
    std::map<std::string, QString> problems;
    if (!loss_->problem().isEmpty()) problems["loss"] = loss_->problem();
    forms_.at(train::TrainGroup::Run)->setProblems(problems);
    if (const train::OptimizerSpec* optimizer = train::findOptimizer(training.optimizer))
        optimizer_->setRemark(tr("Usual learning rate: %1").arg(optimizer->usualLearningRate));
    refreshDropout();
    refreshStopping();
}

void TrainingPanel::refreshDropout() {
    const std::vector<network::NodeId> nodes = dropoutNodes(workbench_.document().graph);
    dropout_->setEnabled(!nodes.empty());
    if (nodes.empty()) {
        dropoutNote_->setText(
            tr("This network has no Dropout layer. Drag one from the palette onto an edge, usually between "
               "two dense layers."));
        return;
    }
    const double rate = settingOr(workbench_.document().graph.find(nodes.front())->settings, kRate,
                                  settingOr(Settings{{kRate, dropout_->spec().standard}}, kRate, 0.5));
    dropout_->setValue(rate);
    const QString where =
        nodes.size() == 1 ? tr("in the one Dropout layer") : tr("in all %1 Dropout layers at once").arg(nodes.size());
    dropoutNote_->setText(tr("keep_prob = 1 − rate = %1, %2.").arg(1 - rate, 0, 'g', 4).arg(where));
}

void TrainingPanel::refreshStopping() {
    const train::TrainSettings& training = workbench_.document().training;
    const auto& target = workbench_.dataTypes().target;
    std::map<std::string, QString> problems;
    if (const train::MetricSpec* metric = train::findMetric(training.monitor);
        metric && target && !metric->applies(*target))
        problems["monitor"] = tr("These data have no %1.").arg(engineText(metric->title));
    forms_.at(train::TrainGroup::Stopping)->setProblems(problems);
    stoppingNote_->setText(training.patience == 0
                               ? tr("Off: all epochs are trained. The best epoch is kept in the record all the same.")
                               : tr("Stops when %1 epoch(s) brought nothing better%2.", nullptr, training.patience == 1 ? 1 : 2)
                                     .arg(countText(training.patience), training.restoreBest
                                                                            ? tr(", and goes back to the best weights")
                                                                            : QString()));
}

void TrainingPanel::changeSetting(const QString& name, const SettingValue& value) {
    const std::string key = name.toStdString();
    const SettingSpec* spec = findSetting(train::trainSettingSpecs(), key);
    CHECK(spec != nullptr, "a setting that is not declared");
    workbench_.edit(
        tr("Change %1").arg(settingTitle(*spec)),
        [&](project::Document& document) -> Status { return train::change(document.training, key, value); },
        "training/" + key);
}

void TrainingPanel::changeDropout(double rate) {
    workbench_.editWhole(
        tr("Change the dropout rate"),
        [&](project::Document& document) -> Status {
            for (const network::NodeId node : dropoutNodes(document.graph))
                PC_TRY(network::changeSetting(document.graph, node, kRate, rate));
            return {};
        },
        "training/dropout");
}

}  // namespace perceptarium::ui
