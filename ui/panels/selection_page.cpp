#include "ui/panels/selection_page.h"

#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "network/blocks.h"
#include "network/edits.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"
#include "ui/shared/node_words.h"
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

}  // namespace

SelectionPage::SelectionPage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), title_(new TitleBar), summary_(textLabel(true)),
      common_(headingLabel(tr("Settings of all of them"))), form_(new SettingsForm), table_(new LayerTable(workbench)) {
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
    layout->addWidget(common_);
    layout->addWidget(form_);
    layout->addWidget(table_);
    layout->addStretch(1);
    setWidget(page);
    connect(form_, &SettingsForm::changed, this, [this](const QString& setting, const SettingValue& value) {
        const auto chosen = workbench_.selection();
        const std::string key = setting.toStdString();
        // Half a number is no edit: what cannot be is told below the field, not in the log.
        const auto* declared = findSetting(shared_, key);
        if (!declared || !checkSetting(*declared, value)) return;
        workbench_.edit(tr("Change %1 of %n layer(s)", nullptr, static_cast<int>(chosen.size())).arg(withinSentence(settingTitle(*declared))), [&](project::Document& document) -> Status {
            for (const auto id : chosen) PC_TRY(network::changeSetting(document.graph, id, key, value));
            return {};
        }, "settings/" + key);
    });
    connect(form_, &SettingsForm::finished, this, [this] { workbench_.sealEdit(); });
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
    }
    form_->setVisible(!shared_.empty());
    common_->setVisible(!shared_.empty());
    table_->showNodes(workbench_.selection());
}

/// The first one's values; where others have others, all of them are named below the field.
void SelectionPage::showValues(const std::vector<const network::Node*>& nodes) {
    std::map<std::string, QString> notes, problems;
    for (const auto& setting : shared_) {
        QStringList different;
        for (const auto* node : nodes) {
            const auto own = node->settings.find(setting.name);
            const QString value = settingValueText(setting, own != node->settings.end() ? own->second : setting.standard);
            if (!different.contains(value)) different << value;
        }
        if (different.size() > 1) notes[setting.name] = tr("They differ: %1. A change is for all of them.").arg(different.join(QStringLiteral(", ")));
    }
    for (const auto* node : nodes)
        for (const auto* finding : findingsAt(workbench_.inference(), node->id))
            if (!finding->setting.empty() && finding->severity == network::Severity::Error)
                problems.emplace(finding->setting, tr("%1: %2").arg(QString::fromStdString(node->name), engineMessage(finding->what)));
    Settings values;
    for (const auto& setting : shared_)
        if (const auto own = nodes.front()->settings.find(setting.name); own != nodes.front()->settings.end()) values[setting.name] = own->second;
    form_->setValues(values);
    form_->setNotes(notes);
    form_->setProblems(problems);
}

}  // namespace perceptarium::ui
