#include "ui/panels/selection_page.h"

#include <QVBoxLayout>
#include <set>

#include "network/edits.h"
#include "ui/shared/node_words.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/layer_table.h"
#include "ui/panels/setting_widgets.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {

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
        workbench_.edit(tr("Change %1 of %n layer(s)", nullptr, static_cast<int>(chosen.size())).arg(setting), [&](project::Document& document) -> Status {
            for (const auto id : chosen) PC_TRY(network::changeSetting(document.graph, id, key, value));
            return {};
        }, "settings/" + key);
    });
    connect(form_, &SettingsForm::finished, this, [this] { workbench_.sealEdit(); });
}

void SelectionPage::showSelection() {
    const auto& graph = workbench_.graph();
    std::set<std::string> kinds;
    std::int64_t parameters = 0;
    const network::Node* first = nullptr;
    bool alike = true;
    for (const auto id : workbench_.selection()) {
        const auto* node = graph.find(id);
        if (!node) continue;
        kinds.insert(node->layer);
        if (const auto count = workbench_.inference().parameters.find(id); count != workbench_.inference().parameters.end()) parameters += count->second;
        if (!first) first = node;
    }
    title_->setTitle(tr("%n layer(s) selected", nullptr, static_cast<int>(workbench_.selection().size())), {}, -1);
    const auto* spec = first && kinds.size() == 1 ? layers::findLayer(first->layer) : nullptr;
    if (spec)
        for (const auto id : workbench_.selection())
            if (const auto* node = graph.find(id); node && node->settings != first->settings) alike = false;
    summary_->setText(parameters > 0 ? tr("Together %1.").arg(parametersText(parameters)) : tr("Together they have no parameters."));
    const bool settings = spec && !spec->settings.empty();
    if (settings) {
        form_->setSpecs(spec->settings);
        form_->setValues(first->settings);
        common_->setText(alike ? tr("Settings of all of them") : tr("Settings of all of them (they differ; shown are those of %1)").arg(QString::fromStdString(first->name)));
        common_->setWordWrap(true);
    }
    form_->setVisible(settings);
    common_->setVisible(settings);
    table_->showNodes(workbench_.selection());
}

}  // namespace perceptarium::ui
