#include "ui/panels/block_page.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "network/block_edits.h"
#include "ui/panels/inspector_parts.h"
#include "ui/panels/layer_table.h"
#include "ui/panels/setting_widgets.h"
#include "ui/panels/wording.h"
#include "ui/shared/block_list.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

int usesOf(const network::Graph& graph, const std::string& layer) {
    int uses = 0;
    const auto count = [&](const network::Graph& drawing) {
        for (const auto& [id, node] : drawing.nodes()) uses += node.layer == layer;
    };
    count(graph);
    for (const auto& [name, block] : graph.blocks()) count(block->inside);
    return uses;
}

/// "conv1 · filters, conv2 · filters".
QString drivesText(const network::Block& block, const network::BlockSetting& setting) {
    QStringList places;
    for (const auto& drive : setting.drives)
        if (const auto* node = block.inside.find(drive.node)) places << qt(node->name) + QStringLiteral(" · ") + qt(drive.setting);
    return places.join(QStringLiteral(", "));
}

}  // namespace

BlockPage::BlockPage(Workbench& workbench, QWidget* parent)
    : QScrollArea(parent), workbench_(workbench), title_(new TitleBar), name_(new QLineEdit), meaning_(new QLineEdit),
      facts_(textLabel(true)), settingsHint_(textLabel(true)), findings_(new FindingsBox), standards_(new SettingsForm),
      settings_(new QGridLayout), table_(new LayerTable(workbench)) {
    name_->setObjectName(QStringLiteral("block-name"));
    name_->setAccessibleName(tr("Name of the block"));
    name_->setToolTip(tr("What the block is called in palette and files"));
    meaning_->setAccessibleName(tr("What the block is for"));
    meaning_->setToolTip(tr("One line, shown below the name in the palette"));
    settings_->setHorizontalSpacing(6);
    settings_->setColumnStretch(1, 1);

    auto* layout = pageLayout(*this);
    layout->addWidget(title_);
    auto* naming = new QFormLayout;
    naming->setHorizontalSpacing(kMargin);
    naming->addRow(tr("Name"), name_);
    naming->addRow(tr("Purpose"), meaning_);
    layout->addLayout(naming);
    layout->addWidget(facts_);
    layout->addWidget(findings_);
    layout->addWidget(headingLabel(tr("Settings of the block")));
    layout->addLayout(settings_);
    layout->addWidget(settingsHint_);
    layout->addWidget(standards_);
    layout->addWidget(headingLabel(tr("Inside")));
    layout->addWidget(table_);
    layout->addStretch(1);

    connect(name_, &QLineEdit::editingFinished, this, [this] {
        if (!name_->isModified()) return;
        name_->setModified(false);
        if (!renameBlock(workbench_, workbench_.openedBlock(), name_->text().trimmed().toStdString()))
            name_->setText(qt(workbench_.openedBlock()));
    });
    connect(meaning_, &QLineEdit::editingFinished, this, [this] {
        if (!meaning_->isModified()) return;
        meaning_->setModified(false);
        workbench_.editWhole(tr("Describe the block"), [this](project::Document& document) -> Status {
            network::describeBlock(document.graph, workbench_.openedBlock(), meaning_->text().trimmed().toStdString());
            return {};
        });
    });
    connect(findings_, &FindingsBox::nodeChosen, this, [this](network::NodeId id) { workbench_.select({id}); });
    connect(standards_, &SettingsForm::changed, this, [this](const QString& setting, const SettingValue& value) {
        const std::string block = workbench_.openedBlock(), name = setting.toStdString();
        const auto spec = network::specOf(workbench_.graph(), network::blockLayer(block));
        const auto* declared = spec ? findSetting(spec->settings, name) : nullptr;
        if (!declared || !checkSetting(*declared, value)) return;  // told below the field
        workbench_.editWhole(
            tr("Change the usual %1").arg(setting),
            [&](project::Document& document) { return network::changeStandard(document.graph, block, name, value); },
            "block/" + block + "/" + name);
    });
    connect(standards_, &SettingsForm::finished, this, [this] { workbench_.sealEdit(); });
}

void BlockPage::showBlock() {
    const std::string name = workbench_.openedBlock();
    const auto& graph = workbench_.document().graph;
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return;
    const network::Block& block = *found->second;
    const bool other = name != shown_;
    shown_ = name;
    title_->setTitle(qt(name), tr("Block"), static_cast<int>(layers::Category::Block));
    if (other || !name_->isModified()) name_->setText(qt(name));
    if (other || !meaning_->isModified()) meaning_->setText(qt(block.meaning)), meaning_->setCursorPosition(0);
    const int uses = usesOf(graph, network::blockLayer(name));
    facts_->setText(uses == 1 ? tr("One node stands for it. Shapes are those of that node's first copy.")
                              : tr("%1 nodes stand for it; a change here counts for all of them. Shapes are those of the one that was opened.").arg(uses));
    std::vector<const network::Finding*> findings;
    for (const auto& finding : workbench_.inference().findings) findings.push_back(&finding);
    findings_->setFindings(findings, &workbench_.graph());
    showSettings();
    table_->showNodes();
}

void BlockPage::showSettings() {
    const network::Block& block = *workbench_.document().graph.blocks().at(shown_);
    auto spec = network::specOf(workbench_.graph(), network::blockLayer(shown_))->settings;
    spec.pop_back();  // repeat belongs to each node
    standards_->setSpecs(spec);
    standards_->setValues({});
    standards_->setVisible(!spec.empty());
    settingsHint_->setText(spec.empty() ? tr("None yet. Select a layer and press “Add setting…” to let every node that stands for the block choose its own value.")
                                        : tr("The usual values, for nodes that do not say otherwise:"));
    std::vector<std::string> rows;
    for (const auto& setting : block.settings) rows.push_back(setting.name + "\n" + drivesText(block, setting).toStdString());
    if (rows == rows_) return;
    rows_ = rows;
    while (auto* item = settings_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int row = 0; row < static_cast<int>(block.settings.size()); ++row) {
        const auto& setting = block.settings[static_cast<std::size_t>(row)];
        auto* name = new QLineEdit(qt(setting.name));
        name->setObjectName(QStringLiteral("setting-name-%1").arg(row));
        name->setAccessibleName(tr("Name of the setting"));
        name->setToolTip(tr("What the setting is called"));
        name->setMaximumWidth(110);
        connect(name, &QLineEdit::editingFinished, this, [this, name, was = setting.name] {
            if (!name->isModified()) return;
            name->setModified(false);
            const std::string now = name->text().trimmed().toStdString();
            const bool done = workbench_.editWhole(tr("Rename a setting"), [&](project::Document& document) {
                return network::renameBlockSetting(document.graph, shown_, was, now);
            });
            if (!done) name->setText(qt(was));
        });
        auto* drives = textLabel(true);
        drives->setText(drivesText(block, setting));
        auto* remove = new QToolButton;
        remove->setIcon(icon(QStringLiteral("remove")));
        remove->setAutoRaise(true);
        remove->setAccessibleName(tr("Remove the setting %1").arg(qt(setting.name)));
        remove->setToolTip(tr("Each layer inside keeps the usual value as its own"));
        connect(remove, &QToolButton::clicked, this, [this, was = setting.name] {
            workbench_.editWhole(tr("Remove a setting"), [&](project::Document& document) -> Status {
                network::removeBlockSetting(document.graph, shown_, was);
                return {};
            });
        });
        settings_->addWidget(name, row, 0);
        settings_->addWidget(drives, row, 1);
        settings_->addWidget(remove, row, 2);
    }
}

}  // namespace perceptarium::ui
