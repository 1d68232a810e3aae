#include "ui/panels/data_split_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <cmath>

#include "ui/panels/number_edit.h"
#include "ui/panels/panel_parts.h"
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
     QT_TRANSLATE_NOOP("Normalization",
                       "(x − μ) / σ, per channel of a picture and per feature of a row. Makes the loss surface "
                       "round, so that gradient descent goes straight.")},
    {"scale", QT_TRANSLATE_NOOP("Normalization", "Scale to 0 … 1"),
     QT_TRANSLATE_NOOP("Normalization", "x / 255 for pictures: brightness as a fraction.")},
    {"none", QT_TRANSLATE_NOOP("Normalization", "None"),
     QT_TRANSLATE_NOOP("Normalization",
                       "The network sees the raw numbers. Large ones make training slow or unstable.")},
};

constexpr int kShareWidth = 64;

QString listed(const Tensor& numbers, bool inverse) {
    if (!numbers.defined()) return {};
    QStringList shown;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(numbers.elements(), 3); ++i)
        shown << numberText(inverse ? 1 / numbers.at(i) : numbers.at(i));
    if (numbers.elements() > 3) shown << QStringLiteral("…");
    return shown.join(QStringLiteral(", "));
}

}  // namespace

DataSplitSection::DataSplitSection(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    bar_ = new SplitBar;
    splitNote_ = note();
    asGiven_ = new QCheckBox(tr("As the set is given"));
    asGiven_->setToolTip(
        tr("Keep the training and test parts that the set came with; a missing dev part is taken from train."));
    stratified_ = new QCheckBox(tr("Stratified"));
    stratified_->setToolTip(tr("Each part gets the same share of every class."));
    presets_ = new QComboBox;
    presets_->setAccessibleName(tr("Usual splits"));
    presets_->setToolTip(
        tr("Usual shares of train, dev and test. The larger the set, the smaller the share that dev and test need."));
    presets_->addItem(tr("Own shares"));
    for (const Preset& preset : kPresets)
        presets_->addItem(QStringLiteral("%1 / %2 / %3 %").arg(preset.train).arg(preset.dev).arg(preset.test));
    auto* shares = new QHBoxLayout;
    shares->setSpacing(4);
    const QString names[] = {tr("Train share, percent"), tr("Dev share, percent"), tr("Test share, percent")};
    double data::SplitSettings::*const members[] = {&data::SplitSettings::train, &data::SplitSettings::dev,
                                                    &data::SplitSettings::test};
    for (int part = 0; part < 3; ++part) {
        shares_[part] = new NumberEdit(false, 0, 100);
        shares_[part]->setAccessibleName(names[part]);
        shares_[part]->setToolTip(names[part]);
        shares_[part]->setFixedWidth(kShareWidth);
        shares->addWidget(shares_[part]);
        connect(shares_[part], &QDoubleSpinBox::valueChanged, this, [this, part, member = members[part]](double value) {
            changeSplit(
                tr("Change the split"), [=](data::SplitSettings& split) { split.*member = value / 100; },
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
        normalization_->setItemData(normalization_->count() - 1,
                                    QCoreApplication::translate("Normalization", choice.meaning), Qt::ToolTipRole);
    }
    normalizationNote_ = note();
    for (QComboBox* box : {presets_, normalization_}) letShrink(box);

    auto* layout = new QVBoxLayout(this);
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
        changeSplit(tr("Change the split"),
                    [&](data::SplitSettings& split) {
                        split.train = preset.train / 100;
                        split.dev = preset.dev / 100;
                        split.test = preset.test / 100;
                        split.asGiven = false;
                    },
                    {});
    });
    connect(seed_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        changeSplit(
            tr("Seed of the split"),
            [=](data::SplitSettings& split) { split.seed = static_cast<std::uint64_t>(value); }, "data/split/seed");
    });
    connect(normalization_, &QComboBox::activated, this, [this] {
        const std::string kind = normalization_->currentData().toString().toStdString();
        workbench_.edit(tr("Normalization"), [&](project::Document& document) -> Status {
            document.data.normalization = kind;
            return {};
        });
    });
    connect(&workbench_, &Workbench::documentChanged, this, &DataSplitSection::refresh);
    connect(&workbench_, &Workbench::dataChanged, this, &DataSplitSection::refresh);
    refresh();
}

void DataSplitSection::refresh() {
    const data::DataSettings& settings = workbench_.document().data;
    const data::PreparedPtr prepared = workbench_.data();
    const data::SplitSettings& split = settings.split;
    const bool hasParts = prepared && !prepared->dataset->info().given.empty();
    const bool byShares = !(hasParts && split.asGiven);
    const QSignalBlocker quiet[] = {QSignalBlocker(asGiven_),   QSignalBlocker(stratified_),
                                    QSignalBlocker(seed_),      QSignalBlocker(shares_[0]),
                                    QSignalBlocker(shares_[1]), QSignalBlocker(shares_[2])};
    asGiven_->setVisible(hasParts);
    asGiven_->setChecked(split.asGiven);
    stratified_->setChecked(split.stratified);
    stratified_->setEnabled(byShares && (!prepared || prepared->dataset->info().target == data::TargetKind::Class));
    seed_->display(static_cast<double>(split.seed));
    const double given[] = {split.train, split.dev, split.test};
    int preset = 0;
    for (int i = 0; i < static_cast<int>(std::size(kPresets)); ++i)
        if (std::abs(kPresets[i].train - 100 * split.train) < 1e-6 &&
            std::abs(kPresets[i].dev - 100 * split.dev) < 1e-6 && std::abs(kPresets[i].test - 100 * split.test) < 1e-6)
            preset = i + 1;
    presets_->setCurrentIndex(preset);
    presets_->setEnabled(byShares);
    for (int part = 0; part < 3; ++part) {
        shares_[part]->display(100 * given[part]);
        shares_[part]->setEnabled(byShares);
    }
    bar_->setVisible(prepared != nullptr);
    if (prepared)
        bar_->setCounts(static_cast<std::int64_t>(prepared->split.train.size()),
                        static_cast<std::int64_t>(prepared->split.dev.size()),
                        static_cast<std::int64_t>(prepared->split.test.size()));
    showNote(splitNote_, tr("Weights are learned on train, choices are made on dev, the result is told by test."));

    normalization_->setCurrentIndex(normalization_->findData(qt(settings.normalization)));
    normalization_->setToolTip(normalization_->currentData(Qt::ToolTipRole).toString());
    if (prepared && !prepared->normalization.identity())
        normalizationNote_->setText(
            tr("Fitted on the training part only: μ = %1, σ = %2.")
                .arg(listed(prepared->normalization.shift, false), listed(prepared->normalization.scale, true)));
    else if (prepared && prepared->dataset->info().form == data::InputForm::Text)
        normalizationNote_->setText(tr("Word ids are not normalized; an Embedding layer gives each word its vector."));
    else
        normalizationNote_->setText(normalization_->currentData(Qt::ToolTipRole).toString());
}

void DataSplitSection::changeSplit(const QString& name, const std::function<void(data::SplitSettings&)>& change,
                                   const std::string& key) {
    workbench_.edit(
        name,
        [&](project::Document& document) -> Status {
            change(document.data.split);
            const auto& split = document.data.split;
            if (split.train + split.dev + split.test <= 0)
                return Error{"the shares of train, dev and test are all zero", "split", "at least one above zero", {}};
            return {};
        },
        key);
}

}  // namespace perceptarium::ui
