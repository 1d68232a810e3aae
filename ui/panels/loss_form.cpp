#include "ui/panels/loss_form.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include "train/loss.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

LossForm::LossForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent), workbench_(workbench), note_(new QLabel), settings_(new SettingsForm) {
    note_->setWordWrap(true);
    note_->setProperty("role", "secondary");
    note_->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    column->addWidget(note_);
    column->addWidget(settings_);
    connect(settings_, &SettingsForm::changed, this, &LossForm::change);
    connect(settings_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
}

void LossForm::refresh() {
    const train::TrainSettings& training = workbench_.document().training;
    const network::Inference& inference = workbench_.wholeInference();
    const auto& target = workbench_.dataTypes().target;
    const auto output = inference.outputs.find(inference.output);
    const train::LossSpec* loss = train::findLoss(training.loss);
    problem_.clear();
    if (output != inference.outputs.end() && target) {
        const auto chosen = train::chooseLoss(training.loss, output->second, *target);
        if (chosen)
            loss = *chosen;
        else
            problem_ = errorText(chosen.error());
    }
    note_->setVisible(loss != nullptr && problem_.isEmpty());
    settings_->setVisible(loss != nullptr && !loss->settings.empty());
    shown_ = loss ? loss->id : std::string();
    if (!loss) return;
    note_->setText(QStringLiteral("%1: %2\n%3").arg(engineText(loss->title), engineText(loss->meaning), qt(loss->formula)));
    showSettings(*loss);
}

void LossForm::showSettings(const train::LossSpec& loss) {
    const train::TrainSettings& training = workbench_.document().training;
    const Settings own = training.loss == loss.id ? training.lossSettings : Settings{};
    settings_->setSpecs(loss.settings);
    for (QComboBox* box : settings_->findChildren<QComboBox*>()) {  // a narrow dock must not be widened by a long entry
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
    }
    settings_->setValues(own);
    const bool given = settingOr<std::string>(own, "classWeights", "none") == "given";
    if (settings_->widget("weights")) settings_->setRowVisible("weights", given);
    std::map<std::string, QString> problems;
    if (const auto& target = workbench_.dataTypes().target) {
        const auto complete = completeSettings(loss.settings, own);
        const auto made =
            complete ? loss.make(*complete, {*target, {}}) : Result<train::LossFunctions>(complete.error());
        if (!made) problems[made.error().where] = errorText(made.error());
    }
    settings_->setProblems(problems);
}

/// The loss that "auto" took is named from now on.
void LossForm::change(const QString& name, const SettingValue& value) {
    const train::LossSpec* loss = train::findLoss(shown_);
    const SettingSpec* spec = loss ? findSetting(loss->settings, name.toStdString()) : nullptr;
    CHECK(spec != nullptr, "a setting of another loss");
    workbench_.edit(
        tr("Change %1").arg(settingTitle(*spec)),
        [&](project::Document& document) -> Status {
            PC_TRY(train::change(document.training, "loss", loss->id));
            return train::changePart(document.training, *train::findTrainPart("loss"), spec->name, value);
        },
        "training/loss/" + spec->name);
}

}  // namespace perceptarium::ui
