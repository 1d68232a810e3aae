#include "ui/panels/part_section.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

PartSection::PartSection(Workbench& workbench, const train::TrainPart& part, QWidget* parent)
    : QWidget(parent),
      workbench_(workbench),
      part_(part),
      form_(new SettingsForm),
      title_(new QLabel),
      about_(new QLabel) {
    title_->setProperty("role", "title");
    about_->setProperty("role", "secondary");
    about_->setWordWrap(true);
    about_->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpacing);
    column->addWidget(title_);
    column->addWidget(form_);
    column->addWidget(about_);
    connect(form_, &SettingsForm::changed, this, &PartSection::changeSetting);
    connect(form_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    connect(&workbench_, &Workbench::documentChanged, this, &PartSection::refresh);
    refresh();
}

void PartSection::setRemark(const QString& remark) {
    if (remark == remark_) return;
    remark_ = remark;
    refresh();
}

void PartSection::refresh() {
    const train::TrainSettings& training = workbench_.document().training;
    const std::string& id = training.*part_.id;
    const auto& specs = part_.specs(id);
    form_->setSpecs(specs);
    form_->setValues(training.*part_.settings);
    form_->setProblems({});
    form_->setVisible(!specs.empty());
    const auto about = part_.about(id);
    setVisible(about.has_value());
    if (!about) return;
    title_->setText(engineText(about->title));
    about_->setText(engineText(about->meaning) + u'\n' + qt(about->formula) +
                    (remark_.isEmpty() ? QString() : u'\n' + remark_));
}

void PartSection::changeSetting(const QString& name, const SettingValue& value) {
    // A text that is being typed may be no value yet: said at its field, and the document stays as it is.
    const std::string key = name.toStdString();
    train::TrainSettings after = workbench_.document().training;
    if (const Status fine = train::changePart(after, part_, key, value); !fine) {
        form_->setProblems({{key, errorText(fine.error())}});
        return;
    }
    const SettingSpec* spec = findSetting(part_.specs(after.*part_.id), key);
    workbench_.edit(
        tr("Change %1").arg(settingTitle(*spec)),
        [&](project::Document& document) -> Status { return train::changePart(document.training, part_, key, value); },
        "training/" + part_.name + "/" + key);
}

}  // namespace perceptarium::ui
