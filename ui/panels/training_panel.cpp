#include "ui/panels/training_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>
#include <nlohmann/json.hpp>

#include "layers/layer_spec.h"
#include "network/edits.h"
#include "train/loss.h"
#include "train/optimizer.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
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
    nlohmann::json json = train::toJson(training);
    json.erase("optimizerSettings");
    auto values = settingsFromJson(train::trainSettingSpecs(), json);
    return values ? *values : Settings{};
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
      run_(new SettingsForm),
      optimizer_(new SettingsForm),
      dropout_(SettingWidget::make(dropoutSpec())),
      lossNote_(note()),
      optimizerNote_(note()),
      optimizerTitle_(heading({})),
      dropoutNote_(note()),
      runNote_(note()) {
    run_->setSpecs(train::trainSettingSpecs());
    for (QComboBox* box : run_->findChildren<QComboBox*>()) {  // a narrow dock must not be widened by a long entry
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    auto* dropoutRow = new QFormLayout;
    dropoutRow->addRow(settingTitle(dropout_->spec()), dropout_);

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kSpacing);
    column->addWidget(heading(tr("Run")));
    column->addWidget(run_);
    column->addWidget(lossNote_);
    column->addWidget(optimizerTitle_);
    column->addWidget(optimizer_);
    column->addWidget(optimizerNote_);
    column->addWidget(heading(tr("Against overfitting")));
    column->addLayout(dropoutRow);
    column->addWidget(dropoutNote_);
    column->addSpacing(kSpacing);
    column->addWidget(runNote_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(run_, &SettingsForm::changed, this, &TrainingPanel::changeSetting);
    connect(run_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    connect(optimizer_, &SettingsForm::changed, this, &TrainingPanel::changeOptimizerSetting);
    connect(optimizer_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    connect(dropout_, &SettingWidget::changed, this, [this](const SettingValue& value) {
        changeDropout(settingOr(Settings{{kRate, value}}, kRate, 0.0));
    });
    connect(dropout_, &SettingWidget::finished, &workbench_, &Workbench::sealEdit);
    connect(&workbench_, &Workbench::documentChanged, this, &TrainingPanel::refresh);
    connect(&workbench_, &Workbench::inferenceChanged, this, &TrainingPanel::refresh);
    connect(&workbench_, &Workbench::trainerChanged, this, &TrainingPanel::refresh);
    refresh();
}

void TrainingPanel::refresh() {
    const train::TrainSettings& training = workbench_.document().training;
    run_->setValues(valuesOf(training));

    // What "auto" comes to with this network and these data, or why a chosen loss does not suit.
    const network::Inference& inference = workbench_.inference();
    const auto& target = workbench_.dataTypes().target;
    std::map<std::string, QString> problems;
    QString lossText;
    if (const auto output = inference.outputs.find(inference.output); output != inference.outputs.end() && target) {
        const auto loss = train::chooseLoss(training.loss, output->second, *target);
        if (!loss)
            problems["loss"] = qt(loss.error().message());
        else
            lossText = QStringLiteral("%1: %2\n%3").arg(qt((*loss)->title), qt((*loss)->meaning), qt((*loss)->formula));
    } else if (const train::LossSpec* loss = train::findLoss(training.loss)) {
        lossText = QStringLiteral("%1: %2\n%3").arg(qt(loss->title), qt(loss->meaning), qt(loss->formula));
    }
    run_->setProblems(problems);
    lossNote_->setText(lossText);
    lossNote_->setVisible(!lossText.isEmpty());

    if (const train::OptimizerSpec* optimizer = train::findOptimizer(training.optimizer)) {
        optimizerTitle_->setText(qt(optimizer->title));
        optimizer_->setSpecs(optimizer->settings);
        optimizer_->setValues(training.optimizerSettings);
        optimizer_->setVisible(!optimizer->settings.empty());
        optimizerNote_->setText(tr("%1\n%2\nUsual learning rate: %3")
                                    .arg(qt(optimizer->meaning), qt(optimizer->formula))
                                    .arg(optimizer->usualLearningRate));
    }

    const std::vector<network::NodeId> nodes = dropoutNodes(workbench_.graph());
    dropout_->setEnabled(!nodes.empty());
    if (nodes.empty()) {
        dropoutNote_->setText(tr("This network has no Dropout layer. Drag one from the palette onto an edge, usually between "
                                 "two dense layers."));
    } else {
        const double rate = settingOr(workbench_.graph().find(nodes.front())->settings, kRate,
                                      settingOr(Settings{{kRate, dropout_->spec().standard}}, kRate, 0.5));
        dropout_->setValue(rate);
        const QString where = nodes.size() == 1 ? tr("in the one Dropout layer") : tr("in all %1 Dropout layers at once").arg(nodes.size());
        dropoutNote_->setText(tr("keep_prob = 1 − rate = %1, %2.").arg(1 - rate, 0, 'g', 4).arg(where));
    }
    runNote_->setText(tr("Learning rate, L2 and epochs act at once, also while it runs, and leave a mark on the curves. "
                         "Other changes start a new run; the one before stays in the record."));
}

void TrainingPanel::changeSetting(const QString& name, const SettingValue& value) {
    const std::string key = name.toStdString();
    const SettingSpec* spec = findSetting(train::trainSettingSpecs(), key);
    CHECK(spec != nullptr, "a setting that is not declared");
    workbench_.edit(tr("Change %1").arg(settingTitle(*spec)), [&](project::Document& document) -> Status {
        const train::TrainSettings before = document.training;
        nlohmann::json json = train::toJson(before);
        json.erase("optimizerSettings");
        json.update(settingsToJson({{key, value}}));
        document.training = PC_TRY(train::trainSettingsFromJson(json));
        if (document.training.optimizer == before.optimizer) {
            document.training.optimizerSettings = before.optimizerSettings;
        } else if (const auto* was = train::findOptimizer(before.optimizer);
                   was && before.learningRate == was->usualLearningRate) {
            // Nobody chose the old rate: take the new optimizer's usual one along.
            document.training.learningRate = train::findOptimizer(document.training.optimizer)->usualLearningRate;
        }
        return {};
    }, "training/" + key);
}

void TrainingPanel::changeOptimizerSetting(const QString& name, const SettingValue& value) {
    workbench_.edit(tr("Change %1").arg(name), [&](project::Document& document) -> Status {
        const auto* optimizer = train::findOptimizer(document.training.optimizer);
        const SettingSpec* spec = optimizer ? findSetting(optimizer->settings, name.toStdString()) : nullptr;
        if (!spec) return Error{"this optimizer has no such setting", name.toStdString(), {}, {}};
        document.training.optimizerSettings[spec->name] = PC_TRY(checkSetting(*spec, value));
        return {};
    }, "training/optimizer/" + name.toStdString());
}

void TrainingPanel::changeDropout(double rate) {
    workbench_.edit(tr("Change the dropout rate"), [&](project::Document& document) -> Status {
        for (const network::NodeId node : dropoutNodes(document.graph))
            PC_TRY(network::changeSetting(document.graph, node, kRate, rate));
        return {};
    }, "training/dropout");
}

}  // namespace perceptarium::ui
