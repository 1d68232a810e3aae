#include "ui/panels/selection_page.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "network/block_edits.h"
#include "network/edits.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/node_words.h"
#include "ui/panels/differing.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/layer_table.h"
#include "ui/panels/setting_widgets.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

bool sameKind(const SettingSpec& a, const SettingSpec& b) {
    return a.name == b.name && a.kind == b.kind && a.unit == b.unit && a.choices == b.choices;
}

/// What all of them have, also when they are of different kinds: filters and strides of Conv1d and Conv2d. With the range that
/// suits all, and the first one's words.
std::vector<SettingSpec> sharedSettings(const network::Graph& graph, const std::vector<const network::Node*>& nodes) {
    std::vector<SettingSpec> shared;
    std::set<std::string> kinds;
    for (const auto* node : nodes) {
        const auto spec = network::specOf(graph, node->layer);
        if (!spec) return {};
        if (!kinds.insert(spec->id).second) continue;
        if (kinds.size() == 1) {
            shared = spec->settings;
            continue;
        }
        std::erase_if(shared, [&](SettingSpec& setting) {
            const auto* other = findSetting(spec->settings, setting.name);
            if (!other || !sameKind(setting, *other)) return true;
            setting.minimum = std::max(setting.minimum, other->minimum);
            setting.maximum = std::min(setting.maximum, other->maximum);
            return false;
        });
    }
    if (kinds.size() > 1)  // what decides whether it matters may not be shared
        for (SettingSpec& setting : shared)
            if (!findSetting(shared, setting.onlyFor.setting)) setting.onlyFor = {};
    return shared;
}

QString stemOf(const std::string& name) {
    QString stem = QString::fromStdString(name);
    while (!stem.isEmpty() && stem.back().isDigit()) stem.chop(1);
    return stem;
}

}  // namespace

SelectionPage::SelectionPage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), title_(new TitleBar), summary_(textLabel(true)),
      common_(headingLabel(tr("Settings of all of them"))), name_(new QLineEdit), bypass_(new QCheckBox(tr("Bypass"))),
      freeze_(new QCheckBox(tr("Freeze"))), form_(new SettingsForm), table_(new LayerTable(workbench)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kSpacing);
    layout->addWidget(title_);
    layout->addWidget(summary_);
    name_->setObjectName(QStringLiteral("selection-name"));
    name_->setAccessibleName(tr("Name of all of them"));
    name_->setToolTip(tr("<b>Name</b><br>conv calls them conv1, conv2, … in the order in which the data flow."));
    name_->setPlaceholderText(tr("different"));
    bypass_->setObjectName(QStringLiteral("selection-bypass"));
    bypass_->setToolTip(tr("<b>Bypass</b> (M on the canvas)<br>The network is computed as if these layers were not there: what comes into each goes on in its place. "
                           "Half filled: some of them are."));
    freeze_->setObjectName(QStringLiteral("selection-freeze"));
    freeze_->setToolTip(tr("<b>Freeze</b> (L on the canvas)<br>What these layers have learned stays as it is. Half filled: some of them are frozen."));
    auto* naming = new QFormLayout;
    naming->setHorizontalSpacing(kMargin);
    naming->addRow(tr("Name"), name_);
    auto* marks = new QHBoxLayout;
    marks->setSpacing(2 * kMargin);
    marks->addWidget(bypass_);
    marks->addWidget(freeze_);
    marks->addStretch(1);
    naming->addRow(QString(), marks);
    layout->addLayout(naming);
    layout->addWidget(common_);
    layout->addWidget(form_);
    layout->addWidget(table_);
    layout->addStretch(1);
    setWidget(page);
    connect(name_, &QLineEdit::editingFinished, this, &SelectionPage::commitName);
    connect(bypass_, &QCheckBox::clicked, this, [this](bool on) { setMark(on ? tr("Bypass") : tr("Switch on again"), on, &network::bypass); });
    connect(freeze_, &QCheckBox::clicked, this, [this](bool on) { setMark(on ? tr("Freeze") : tr("Unfreeze"), on, &network::freeze); });
    connect(form_, &SettingsForm::changed, this, [this](const QString& setting, const SettingValue& value) { changeAll(setting.toStdString(), value); });
    connect(form_, &SettingsForm::finished, this, [this] { workbench_.sealEdit(); });
}

void SelectionPage::changeAll(const std::string& setting, const SettingValue& value) {
    const auto chosen = workbench_.selection();
    // Half a number is no edit: what cannot be is told below the field, not in the log.
    const auto* declared = findSetting(shared_, setting);
    if (!declared || !checkSetting(*declared, value)) return;
    workbench_.edit(tr("Change %1 of %n layer(s)", nullptr, static_cast<int>(chosen.size())).arg(withinSentence(settingTitle(*declared))), [&](project::Document& document) -> Status {
        for (const auto id : chosen) PC_TRY(network::changeSetting(document.graph, id, setting, value));
        return {};
    }, "settings/" + setting);
}

void SelectionPage::setMark(const QString& name, bool on, Status (*set)(network::Graph&, const std::vector<network::NodeId>&, bool)) {
    const auto& chosen = workbench_.selection();
    const std::vector<network::NodeId> nodes(chosen.begin(), chosen.end());
    workbench_.edit(name, [&](project::Document& document) { return set(document.graph, nodes, on); });
    workbench_.sealEdit();
    showMarks(this->chosen());  // a refused edit changed nothing, but the box
}

void SelectionPage::commitName() {
    if (!name_->isModified()) return;
    name_->setModified(false);
    const std::string stem = name_->text().trimmed().toStdString();
    const auto& chosen = workbench_.selection();
    const std::vector<network::NodeId> nodes(chosen.begin(), chosen.end());
    if (!stem.empty())
        workbench_.edit(tr("Rename"), [&](project::Document& document) { return network::renameInRow(document.graph, nodes, stem); });
    workbench_.sealEdit();
    showNames(this->chosen());
}

std::vector<const network::Node*> SelectionPage::chosen() const {
    std::vector<const network::Node*> nodes;
    for (const auto id : workbench_.selection())
        if (const auto* node = workbench_.graph().find(id)) nodes.push_back(node);
    return nodes;
}

void SelectionPage::showSelection() {
    const auto nodes = chosen();
    const auto& counts = workbench_.inference().parameters;
    std::int64_t parameters = 0;
    for (const auto* node : nodes)
        if (const auto count = counts.find(node->id); count != counts.end()) parameters += count->second;
    title_->setTitle(tr("%n layer(s) selected", nullptr, static_cast<int>(nodes.size())), {}, -1);
    summary_->setText(parameters > 0 ? tr("Together %1.").arg(parametersText(parameters)) : tr("Together they have no parameters."));
    shared_ = sharedSettings(workbench_.graph(), nodes);
    if (!shared_.empty()) {
        form_->setSpecs(shared_);
        showValues(nodes);
        showGivers(nodes);
    }
    showNames(nodes);
    showMarks(nodes);
    form_->setVisible(!shared_.empty());
    common_->setVisible(!shared_.empty());
    table_->showNodes(workbench_.selection());
}

/// What their names have in common before the number.
void SelectionPage::showNames(const std::vector<const network::Node*>& nodes) {
    if (name_->isModified() && name_->hasFocus()) return;  // it is being typed
    QString stem = nodes.empty() ? QString() : stemOf(nodes.front()->name);
    for (const auto* node : nodes)
        if (stemOf(node->name) != stem) stem.clear();
    name_->setText(stem);
}

void SelectionPage::showMarks(const std::vector<const network::Node*>& nodes) {
    const auto show = [&](QCheckBox& box, bool network::Node::*mark) {
        const auto marked = std::count_if(nodes.begin(), nodes.end(), [mark](const auto* node) { return node->*mark; });
        box.setChecked(marked > 0);
        showDiffering(box, marked > 0 && marked < static_cast<std::ptrdiff_t>(nodes.size()));
    };
    show(*bypass_, &network::Node::bypassed);
    show(*freeze_, &network::Node::frozen);
}

/// The first one's values; where others have others, all of them are named below the field.
void SelectionPage::showValues(const std::vector<const network::Node*>& nodes) {
    std::map<std::string, QString> notes, problems;
    std::vector<Settings> given;  // inside a block some come from its settings
    for (const auto* node : nodes) given.push_back(workbench_.asGiven(*node).settings);
    std::set<std::string> changed;
    differing_.clear();
    for (const auto& setting : shared_) {
        QStringList different;
        for (const Settings& settings : given) {
            const auto own = settings.find(setting.name);
            const SettingValue& value = own != settings.end() ? own->second : setting.standard;
            if (value != setting.standard) changed.insert(setting.name);
            const QString words = settingValueText(setting, value);
            if (!different.contains(words)) different << words;
        }
        if (different.size() < 2) continue;
        differing_.insert(setting.name);
        const bool typed = setting.kind != SettingKind::Bool && setting.kind != SettingKind::Choice;
        notes[setting.name] = (typed ? tr("They differ: %1. A change is for all of them; Enter gives all of them what stands here.")
                                     : tr("They differ: %1. A change is for all of them."))
                                  .arg(different.join(QStringLiteral(", ")));
    }
    for (const auto* node : nodes)
        for (const auto* finding : findingsAt(workbench_.inference(), node->id))
            if (!finding->setting.empty() && finding->severity == network::Severity::Error)
                problems.emplace(finding->setting, tr("%1: %2").arg(QString::fromStdString(node->name), engineMessage(finding->what)));
    Settings values;
    for (const auto& setting : shared_)
        if (const auto own = given.front().find(setting.name); own != given.front().end()) values[setting.name] = own->second;
    form_->setValues(values);
    form_->setNotes(notes);
    form_->setProblems(problems);
    for (const auto& setting : shared_) {
        SettingWidget& widget = *form_->widget(setting.name);
        showDiffering(widget, differing_.contains(setting.name));
        if (auto* reset = widget.parentWidget()->findChild<QToolButton*>(QStringLiteral("reset-") + QString::fromStdString(setting.name)))
            reset->setVisible(changed.contains(setting.name));
        if (widget.property("forAll").toBool()) continue;
        widget.setProperty("forAll", true);
        onTakenAsItIs(widget, [this, name = setting.name, &widget] {
            if (!differing_.contains(name)) return;
            changeAll(name, widget.value());
            workbench_.sealEdit();
        });
    }
}

void SelectionPage::showGivers(const std::vector<const network::Node*>& nodes) {
    std::map<std::string, QString> givers;
    const std::string open = workbench_.openedBlock();
    for (const auto& setting : shared_)
        for (const auto* node : nodes)
            if (const auto* giver = open.empty() ? nullptr : network::giverOf(workbench_.graph(), open, node->id, setting.name))
                givers[setting.name] = tr("“%1” has it from “%2” of the block.").arg(QString::fromStdString(node->name), QString::fromStdString(giver->name));
    form_->setGivers(givers);
}

}  // namespace perceptarium::ui
