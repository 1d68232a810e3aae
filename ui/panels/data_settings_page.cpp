#include "ui/panels/data_settings_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <cmath>

#include "network/edits.h"
#include "ui/panels/number_edit.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/split_bar.h"
#include "ui/panels/wording.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

/// Usual shares of train, dev and test (course 2, week 1: large sets need less for dev and test).
struct Preset {
    double train, dev, test;
};
constexpr Preset kPresets[] = {{60, 20, 20}, {80, 10, 10}, {90, 5, 5}, {98, 1, 1}};

struct NormalizationChoice {
    const char *id, *title, *meaning;
};
constexpr NormalizationChoice kNormalizations[] = {
    {"standardize", QT_TRANSLATE_NOOP("Normalization", "Mean 0, variance 1"),
     QT_TRANSLATE_NOOP("Normalization", "(x − μ) / σ, per channel of a picture and per feature of a row. Makes the loss surface "
                                        "round, so that gradient descent goes straight.")},
    {"scale", QT_TRANSLATE_NOOP("Normalization", "Scale to 0 … 1"),
     QT_TRANSLATE_NOOP("Normalization", "x / 255 for pictures: brightness as a fraction.")},
    {"none", QT_TRANSLATE_NOOP("Normalization", "None"),
     QT_TRANSLATE_NOOP("Normalization", "The network sees the raw numbers. Large ones make training slow or unstable.")},
};

constexpr int kShareWidth = 64;

/// A narrow dock must not be widened by a long entry.
void letShrink(QComboBox* box) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
}

QLabel* note(const char* role = "secondary") {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setProperty("role", role);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(40);
    return label;
}

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("role", "title");
    return label;
}

void showNote(QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString listed(const Tensor& numbers, bool inverse) {
    if (!numbers.defined()) return {};
    QStringList shown;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(numbers.elements(), 3); ++i)
        shown << numberText(inverse ? 1 / numbers.at(i) : numbers.at(i));
    if (numbers.elements() > 3) shown << QStringLiteral("…");
    return shown.join(QStringLiteral(", "));
}

}  // namespace

DataSettingsPage::DataSettingsPage(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kSpacing);
    column->addWidget(makeSource());
    column->addWidget(makeSplit());
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(&workbench_, &Workbench::documentChanged, this, &DataSettingsPage::refresh);
    connect(&workbench_, &Workbench::dataChanged, this, &DataSettingsPage::refresh);
    connect(&workbench_, &Workbench::inferenceChanged, this, &DataSettingsPage::refresh);
    connect(&workbench_, &Workbench::dataProgress, this, [this](double fraction, const QString& what) {
        progress_->setValue(static_cast<int>(fraction * 1000));
        loadingText_->setText(what);
        refreshLoading();
    });
    refresh();
}

QWidget* DataSettingsPage::makeSource() {
    source_ = new QComboBox;
    source_->setAccessibleName(tr("Source of the data"));
    source_->setToolTip(tr("Where the examples come from. A file or folder can also be dropped on the window."));
    bool files = false;
    for (const data::SourceSpec* source : data::allSources()) {
        if (!source->builtIn && !files && source_->count() > 0) source_->insertSeparator(source_->count());
        files = files || !source->builtIn;
        source_->addItem(qt(source->title) + (source->builtIn ? QString() : tr(" …")), qt(source->id));
        source_->setItemData(source_->count() - 1, qt(source->meaning), Qt::ToolTipRole);
    }
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
    auto* words = new QVBoxLayout;
    words->addWidget(loadingText_);
    words->addWidget(progress_);
    auto* row = new QHBoxLayout(loading_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(words, 1);
    row->addWidget(cancel);
    failure_ = note();
    notes_ = note();

    fitRow_ = new QWidget;
    misfit_ = note();
    auto* fit = new QPushButton(tr("Make the network fit"));
    fit->setToolTip(tr("Changes the Input and the last Dense layer so that they suit these data. Undo takes it back."));
    auto* fitLayout = new QVBoxLayout(fitRow_);
    fitLayout->setContentsMargins(0, 0, 0, 0);
    fitLayout->addWidget(misfit_);
    fitLayout->addWidget(fit, 0, Qt::AlignLeft);

    auto* section = new QWidget;
    auto* layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(heading(tr("Source")));
    layout->addWidget(source_);
    layout->addWidget(meaning_);
    layout->addLayout(buttons);
    layout->addWidget(form_);
    for (QWidget* widget : {loading_, static_cast<QWidget*>(failure_), static_cast<QWidget*>(notes_), fitRow_})
        layout->addWidget(widget);

    connect(source_, &QComboBox::activated, this, [this] { takeSource(source_->currentData().toString()); });
    connect(file, &QPushButton::clicked, this, &DataSettingsPage::chooseFile);
    connect(folder, &QPushButton::clicked, this, &DataSettingsPage::chooseFolder);
    connect(cancel, &QPushButton::clicked, &workbench_, &Workbench::cancelLoading);
    connect(fit, &QPushButton::clicked, this, &DataSettingsPage::fitNetwork);
    connect(form_, &SettingsForm::changed, this, [this](const QString& name, const SettingValue& value) {
        workbench_.edit(tr("Change the data"), [&](project::Document& document) -> Status {
            const auto* source = data::findSource(document.data.source);
            const SettingSpec* spec = source ? findSetting(source->settings, name.toStdString()) : nullptr;
            if (!spec) return Error{"this source has no such setting", name.toStdString(), {}, {}};
            document.data.settings[spec->name] = PC_TRY(checkSetting(*spec, value));
            return {};
        }, "data/" + name.toStdString());
    });
    connect(form_, &SettingsForm::finished, &workbench_, &Workbench::sealEdit);
    return section;
}

QWidget* DataSettingsPage::makeSplit() {
    bar_ = new SplitBar;
    splitNote_ = note();
    asGiven_ = new QCheckBox(tr("As the set is given"));
    asGiven_->setToolTip(tr("Keep the training and test parts that the set came with; a missing dev part is taken from train."));
    stratified_ = new QCheckBox(tr("Stratified"));
    stratified_->setToolTip(tr("Each part gets the same share of every class."));
    presets_ = new QComboBox;
    presets_->setAccessibleName(tr("Usual splits"));
    presets_->setToolTip(tr("Usual shares of train, dev and test. The larger the set, the smaller the share that dev and test need."));
    presets_->addItem(tr("Own shares"));
    for (const Preset& preset : kPresets)
        presets_->addItem(QStringLiteral("%1 / %2 / %3 %").arg(preset.train).arg(preset.dev).arg(preset.test));
    auto* shares = new QHBoxLayout;
    shares->setSpacing(4);
    const QString names[] = {tr("Train share, percent"), tr("Dev share, percent"), tr("Test share, percent")};
    double data::SplitSettings::*const members[] = {&data::SplitSettings::train, &data::SplitSettings::dev, &data::SplitSettings::test};
    for (int part = 0; part < 3; ++part) {
        shares_[part] = new NumberEdit(false, 0, 100);
        shares_[part]->setAccessibleName(names[part]);
        shares_[part]->setToolTip(names[part]);
        shares_[part]->setFixedWidth(kShareWidth);
        shares->addWidget(shares_[part]);
        connect(shares_[part], &QDoubleSpinBox::valueChanged, this, [this, part, member = members[part]](double value) {
            changeSplit(tr("Change the split"), [=](data::SplitSettings& split) { split.*member = value / 100; },
                        "data/split/" + std::to_string(part));
        });
        connect(shares_[part], &QAbstractSpinBox::editingFinished, &workbench_, &Workbench::sealEdit);
    }
    shares->addStretch(1);
    seed_ = new NumberEdit(true, 0, 9e15);
    seed_->setAccessibleName(tr("Seed of the split"));
    seed_->setToolTip(tr("The same seed gives the same parts."));
    normalization_ = new QComboBox;
    normalization_->setAccessibleName(tr("Normalization"));
    for (const NormalizationChoice& choice : kNormalizations) {
        normalization_->addItem(QCoreApplication::translate("Normalization", choice.title), QLatin1String(choice.id));
        normalization_->setItemData(normalization_->count() - 1, QCoreApplication::translate("Normalization", choice.meaning),
                                    Qt::ToolTipRole);
    }
    normalizationNote_ = note();
    for (QComboBox* box : {source_, presets_, normalization_}) letShrink(box);

    auto* section = new QWidget;
    auto* layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpacing);
    layout->addWidget(heading(tr("Train, dev and test")));
    layout->addWidget(bar_);
    layout->addWidget(splitNote_);
    layout->addWidget(asGiven_);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(kSpacing);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->addRow(tr("Usual"), presets_);
    form->addRow(tr("Shares %"), shares);
    form->addRow(QString(), stratified_);
    form->addRow(tr("Seed"), seed_);
    layout->addLayout(form);
    layout->addWidget(heading(tr("Normalization")));
    layout->addWidget(normalization_);
    layout->addWidget(normalizationNote_);

    connect(asGiven_, &QCheckBox::toggled, this, [this](bool on) {
        changeSplit(tr("Split as given"), [on](data::SplitSettings& split) { split.asGiven = on; }, {});
    });
    connect(stratified_, &QCheckBox::toggled, this, [this](bool on) {
        changeSplit(tr("Stratified split"), [on](data::SplitSettings& split) { split.stratified = on; }, {});
    });
    connect(presets_, &QComboBox::activated, this, [this](int index) {
        if (index < 1) return;
        const Preset& preset = kPresets[index - 1];
        changeSplit(tr("Change the split"), [&](data::SplitSettings& split) {
            split.train = preset.train / 100;
            split.dev = preset.dev / 100;
            split.test = preset.test / 100;
            split.asGiven = false;
        }, {});
    });
    connect(seed_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeSplit(tr("Seed of the split"), [=](data::SplitSettings& split) { split.seed = static_cast<std::uint64_t>(value); },
                    "data/split/seed");
    });
    connect(normalization_, &QComboBox::activated, this, [this] {
        const std::string kind = normalization_->currentData().toString().toStdString();
        workbench_.edit(tr("Normalization"), [&](project::Document& document) -> Status {
            document.data.normalization = kind;
            return {};
        });
    });
    return section;
}

void DataSettingsPage::refresh() {
    const data::DataSettings& settings = workbench_.document().data;
    const data::SourceSpec* source = data::findSource(settings.source);
    const data::PreparedPtr prepared = workbench_.data();

    source_->setCurrentIndex(source_->findData(qt(settings.source)));
    meaning_->setText(source ? qt(source->meaning) : tr("This version does not know the source “%1”.").arg(qt(settings.source)));
    form_->setSpecs(source ? source->settings : std::vector<SettingSpec>{});
    form_->setValues(settings.settings);
    showNote(failure_, workbench_.dataFailure());
    QPalette red = palette();
    red.setColor(QPalette::WindowText, colour(Role::Error));
    failure_->setPalette(red);
    failure_->setProperty("role", {});
    QStringList notes;
    if (prepared)
        for (const std::string& line : prepared->notes()) notes << qt(line);
    showNote(notes_, notes.join(QLatin1Char('\n')));

    const data::SplitSettings& split = settings.split;
    const bool hasParts = prepared && !prepared->dataset->info().given.empty();
    const bool byShares = !(hasParts && split.asGiven);
    const QSignalBlocker quiet[] = {QSignalBlocker(asGiven_), QSignalBlocker(stratified_), QSignalBlocker(seed_),
                                    QSignalBlocker(shares_[0]), QSignalBlocker(shares_[1]), QSignalBlocker(shares_[2])};
    asGiven_->setVisible(hasParts);
    asGiven_->setChecked(split.asGiven);
    stratified_->setChecked(split.stratified);
    stratified_->setEnabled(byShares && (!prepared || prepared->dataset->info().target == data::TargetKind::Class));
    seed_->display(static_cast<double>(split.seed));
    const double given[] = {split.train, split.dev, split.test};
    int preset = 0;
    for (int i = 0; i < static_cast<int>(std::size(kPresets)); ++i)
        if (std::abs(kPresets[i].train - 100 * split.train) < 1e-6 && std::abs(kPresets[i].dev - 100 * split.dev) < 1e-6 &&
            std::abs(kPresets[i].test - 100 * split.test) < 1e-6)
            preset = i + 1;
    presets_->setCurrentIndex(preset);
    presets_->setEnabled(byShares);
    for (int part = 0; part < 3; ++part) {
        shares_[part]->display(100 * given[part]);
        shares_[part]->setEnabled(byShares);
    }
    bar_->setVisible(prepared != nullptr);
    if (prepared)
        bar_->setCounts(static_cast<std::int64_t>(prepared->split.train.size()), static_cast<std::int64_t>(prepared->split.dev.size()),
                        static_cast<std::int64_t>(prepared->split.test.size()));
    showNote(splitNote_, tr("Weights are learned on train, choices are made on dev, the result is told by test."));

    normalization_->setCurrentIndex(normalization_->findData(qt(settings.normalization)));
    normalization_->setToolTip(normalization_->currentData(Qt::ToolTipRole).toString());
    if (prepared && !prepared->normalization.identity())
        normalizationNote_->setText(tr("Fitted on the training part only: μ = %1, σ = %2.")
                                        .arg(listed(prepared->normalization.shift, false), listed(prepared->normalization.scale, true)));
    else if (prepared && prepared->dataset->info().form == data::InputForm::Text)
        normalizationNote_->setText(tr("Word ids are not normalized; an Embedding layer gives each word its vector."));
    else
        normalizationNote_->setText(normalization_->currentData(Qt::ToolTipRole).toString());

    QStringList changes;
    if (prepared && !workbench_.graph().nodes().empty()) {
        network::Graph fitted = workbench_.graph();
        for (const std::string& change : network::fitToData(fitted, workbench_.dataTypes())) changes << qt(change);
    }
    fitRow_->setVisible(!changes.isEmpty());
    misfit_->setText(tr("The network was drawn for other data. Fitting it would change this: %1.").arg(changes.join(QStringLiteral("; "))));
    refreshLoading();
}

void DataSettingsPage::refreshLoading() { loading_->setVisible(workbench_.isLoading()); }

void DataSettingsPage::takeSource(const QString& id) {
    const data::SourceSpec* source = data::findSource(id.toStdString());
    if (!source || id == qt(workbench_.document().data.source)) return;
    Settings settings;
    if (!source->builtIn) {
        const bool folder = source->id.find("folder") != std::string::npos || source->id == "cifar10";
        const QString path = folder ? QFileDialog::getExistingDirectory(this, qt(source->title))
                                    : QFileDialog::getOpenFileName(this, qt(source->title));
        if (path.isEmpty()) {
            refresh();
            return;
        }
        settings["path"] = path.toStdString();
    }
    workbench_.edit(tr("Use %1").arg(qt(source->title)), [&](project::Document& document) -> Status {
        document.data.source = source->id;
        document.data.settings = settings;
        return {};
    });
}

void DataSettingsPage::chooseFile() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open data"));
    if (!path.isEmpty()) workbench_.useDataPath(path);
}

void DataSettingsPage::chooseFolder() {
    const QString path = QFileDialog::getExistingDirectory(this, tr("Open a folder of data"));
    if (!path.isEmpty()) workbench_.useDataPath(path);
}

void DataSettingsPage::changeSplit(const QString& name, const std::function<void(data::SplitSettings&)>& change,
                                   const std::string& key) {
    workbench_.edit(name, [&](project::Document& document) -> Status {
        change(document.data.split);
        const auto& split = document.data.split;
        if (split.train + split.dev + split.test <= 0)
            return Error{"the shares of train, dev and test are all zero", "split", "at least one above zero", {}};
        return {};
    }, key);
}

void DataSettingsPage::fitNetwork() {
    workbench_.edit(tr("Fit the network to the data"), [this](project::Document& document) -> Status {
        network::fitToData(document.graph, workbench_.dataTypes());
        return {};
    });
}

}  // namespace perceptarium::ui
