#include "ui/panels/block_setting_menu.h"

#include <QMenu>

#include "network/block_edits.h"
#include "ui/shared/setting_words.h"

namespace perceptarium::ui {
namespace {

/// "filters", or "filters2" where the block has one of that name.
std::string freeName(const layers::LayerSpec& block, const std::string& setting) {
    const std::string stem = setting == network::kRepeat ? "depth" : setting;
    std::string name = stem;
    for (int number = 2; findSetting(block.settings, name); ++number) name = stem + std::to_string(number);
    return name;
}

}  // namespace

BlockSettingMenu::BlockSettingMenu(Workbench& workbench, QWidget* parent) : QPushButton(parent), workbench_(workbench) {
    setObjectName(QStringLiteral("block-settings"));
    setText(tr("Add setting…"));
    setToolTip(tr("Make a setting of this layer a setting of the block, so that each node that stands for the block can have its own value."));
    setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &BlockSettingMenu::fill);
    hide();
}

void BlockSettingMenu::showNode(network::NodeId id) {
    node_ = id;
    const auto* node = workbench_.graph().find(id);
    const auto spec = node ? network::specOf(workbench_.graph(), node->layer) : nullptr;
    setVisible(!workbench_.opened().empty() && spec && !spec->settings.empty());
}

void BlockSettingMenu::fill() {
    menu()->clear();
    const auto& graph = workbench_.graph();
    const auto* node = graph.find(node_);
    const auto spec = node ? network::specOf(graph, node->layer) : nullptr;
    const auto block = network::specOf(graph, network::blockLayer(workbench_.openedBlock()));
    if (!spec || !block) return;
    for (const SettingSpec& setting : spec->settings) fillFor(*menu()->addMenu(settingTitle(setting)), setting, block);
}

void BlockSettingMenu::fillFor(QMenu& menu, const SettingSpec& setting, const network::SpecPtr& block) {
    const std::string name = workbench_.openedBlock(), own = setting.name;
    const auto* giver = network::giverOf(workbench_.graph(), name, node_, own);
    const auto drive = [this, name, own](const std::string& from) {
        workbench_.editWhole(tr("Set %1 from outside").arg(QString::fromStdString(own)), [&](project::Document& document) {
            return network::driveSetting(document.graph, name, node_, own, from);
        });
    };
    auto* alone = menu.addAction(tr("Its own value"), this, [this, name, own] {
        workbench_.editWhole(tr("Set %1 inside").arg(QString::fromStdString(own)), [&](project::Document& document) -> Status {
            network::releaseSetting(document.graph, name, node_, own);
            return {};
        });
    });
    alone->setCheckable(true);
    alone->setChecked(!giver);
    for (const SettingSpec& there : block->settings) {
        if (there.name == network::kRepeat || !network::canGive(there.kind, setting.kind)) continue;
        auto* action = menu.addAction(tr("Set by “%1” of the block").arg(QString::fromStdString(there.name)), this,
                                      [drive, from = there.name] { drive(from); });
        action->setCheckable(true);
        action->setChecked(giver && giver->name == there.name);
    }
    menu.addSeparator();
    const std::string fresh = freeName(*block, own);
    menu.addAction(tr("New setting “%1” of the block").arg(QString::fromStdString(fresh)), this, [drive, fresh] { drive(fresh); });
}

}  // namespace perceptarium::ui
