#include "ui/panels/data_source_section.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "network/edits.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

DataSourceSection::DataSourceSection(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    source_ = new QComboBox;
    source_->setAccessibleName(tr("Source of the data"));
    source_->setToolTip(tr("Where the examples come from. A file or folder can also be dropped on the window."));
    bool files = false;
    for (const data::SourceSpec* source : data::allSources()) {
        if (!source->builtIn && !files && source_->count() > 0) source_->insertSeparator(source_->count());
        files = files || !source->builtIn;
        source_->addItem(engineText(source->title) + (source->builtIn ? QString() : tr(" …")), qt(source->id));
        source_->setItemData(source_->count() - 1, engineText(source->meaning), Qt::ToolTipRole);
    }
    letShrink(source_);
    meaning_ = note();
    form_ = new SettingsForm;
    auto* file = new QPushButton(icon("open"), tr("Open file…"));
    file->setToolTip(tr("A table (CSV, TSV), texts, IDX or CIFAR-10 files; the kind is recognized."));
    auto* folder = new QPushButton(icon("folder"), tr("Open folder…"));
    folder->setToolTip(tr("A folder with a subfolder of pictures or texts for each class; the kind is recognized."));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kSpacing);
    buttons->addWidget(file);
    buttons->addWidget(folder);
    buttons->addStretch(1);

    loading_ = new QWidget;
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(6);
    progress_->setAccessibleName(tr("Progress of loading"));
    loadingText_ = note();
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel loading"));
    cancel->setToolTip(tr("Stops loading; there are no data then until another source is chosen or this one loaded again."));
    auto* words = new QVBoxLayout;
    words->addWidget(loadingText_);
    words->addWidget(progress_);
    auto* row = new QHBoxLayout(loading_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(cancel);
    failure_ = note();
    again_ = new QPushButton(icon("reset"), tr("Load again"));
    again_->setToolTip(tr("Tries the same source once more: after a cancelled loading, or when the file has changed."));
    notes_ = note();

    fitRow_ = new QWidget;
    misfit_ = note();
    auto* fit = new QPushButton(tr("Make the network fit"));
    fit->setToolTip(tr("Changes the Input and the last Dense layer so that they suit these data. Undo takes it back."));
    auto* fitLayout = new QVBoxLayout(fitRow_);
    fitLayout->setContentsMargins(0, 0, 0, 0);
    fitLayout->addWidget(misfit_);
    fitLayout->addWidget(fit, 0, Qt::AlignLeft);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(heading(tr("Source")));
    layout->addWidget(source_);
    layout->addWidget(meaning_);
    layout->addLayout(buttons);
    layout->addWidget(form_);
    layout->addWidget(loading_);
    layout->addWidget(failure_);
    layout->addWidget(again_, 0, Qt::AlignLeft);
    layout->addWidget(notes_);
    layout->addWidget(fitRow_);

    connect(source_, &QComboBox::activated, this, [this] { takeSource(source_->currentData().toString()); });
    connect(file, &QPushButton::clicked, this, &DataSourceSection::chooseFile);
    connect(folder, &QPushButton::clicked, this, &DataSourceSection::chooseFolder);
    connect(cancel, &QPushButton::clicked, &workbench_, &Workbench::cancelLoading);
    connect(again_, &QPushButton::clicked, &workbench_, &Workbench::reloadData);
    connect(fit, &QPushButton::clicked, this, &DataSourceSection::fitNetwork);
    connect(form_, &SettingsForm::changed, this, [this](const QString& name, const SettingValue& value) {
        workbench_.edit(
            tr("Change the data"),
            [&](project::Document& document) -> Status {
                const auto* source = data::findSource(document.data.source);
                const SettingSpec* spec = source ? findSetting(source->settings, name.toStdString()) : nullptr;
                if (!spec) return Error{"this source has no such setting", name.toStdString(), {}, {}};
                document.data.settings[spec->name] = PC_TRY(checkSetting(*spec, value));
                return {};
            },
            "data/" + name.toStdString());
    });
    connect(form_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    connect(&workbench_, &Workbench::documentChanged, this, &DataSourceSection::refresh);
    connect(&workbench_, &Workbench::dataChanged, this, &DataSourceSection::refresh);
    connect(&workbench_, &Workbench::inferenceChanged, this, &DataSourceSection::refresh);
    connect(&workbench_, &Workbench::dataProgress, this, [this](double fraction, const QString& what) {
        progress_->setValue(static_cast<int>(fraction * 1000));
        loadingText_->setText(what);
        refreshLoading();
    });
    refresh();
}

void DataSourceSection::refresh() {
    const data::DataSettings& settings = workbench_.document().data;
    const data::SourceSpec* source = data::findSource(settings.source);
    const data::PreparedPtr prepared = workbench_.data();
    source_->setCurrentIndex(source_->findData(qt(settings.source)));
    meaning_->setText(source ? engineText(source->meaning)
                             : tr("This version does not know the source “%1”.").arg(qt(settings.source)));
    form_->setSpecs(source ? source->settings : std::vector<SettingSpec>{});
    form_->setValues(settings.settings);
    showNote(failure_, workbench_.dataFailure());
    again_->setVisible(!workbench_.dataFailure().isEmpty());
    QPalette red = palette();
    red.setColor(QPalette::WindowText, colour(Role::Error));
    failure_->setPalette(red);
    failure_->setProperty("role", {});
    QStringList notes;
    if (prepared)
        for (const std::string& line : prepared->notes()) notes << qt(line);
    showNote(notes_, notes.join(QLatin1Char('\n')));

    QStringList changes;
    if (prepared && !workbench_.document().graph.nodes().empty()) {
        network::Graph fitted = workbench_.document().graph;
        for (const std::string& change : network::fitToData(fitted, workbench_.dataTypes())) changes << qt(change);
    }
    fitRow_->setVisible(!changes.isEmpty());
    misfit_->setText(tr("The network was drawn for other data. Fitting it would change this: %1.")
                         .arg(changes.join(QStringLiteral("; "))));
    refreshLoading();
}

void DataSourceSection::refreshLoading() { loading_->setVisible(workbench_.isLoading()); }

void DataSourceSection::takeSource(const QString& id) {
    const data::SourceSpec* source = data::findSource(id.toStdString());
    if (!source || id == qt(workbench_.document().data.source)) return;
    Settings settings;
    if (!source->builtIn) {
        const bool folder = source->id.find("folder") != std::string::npos || source->id == "cifar10";
        const QString path = folder ? QFileDialog::getExistingDirectory(this, engineText(source->title))
                                    : QFileDialog::getOpenFileName(this, engineText(source->title));
        if (path.isEmpty()) {
            refresh();
            return;
        }
        settings["path"] = path.toStdString();
    }
    workbench_.edit(tr("Use %1").arg(engineText(source->title)), [&](project::Document& document) -> Status {
        document.data.source = source->id;
        document.data.settings = settings;
        return {};
    });
}

void DataSourceSection::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open data"));
    if (!path.isEmpty()) workbench_.useDataPath(path);
}

void DataSourceSection::chooseFolder() {
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open a folder of data"));
    if (!path.isEmpty()) workbench_.useDataPath(path);
}

void DataSourceSection::fitNetwork() {
    workbench_.editWhole(tr("Fit the network to the data"), [this](project::Document& document) -> Status {
        network::fitToData(document.graph, workbench_.dataTypes());
        return {};
    });
}

}  // namespace perceptarium::ui
