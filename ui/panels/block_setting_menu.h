// BlockSettingMenu: inside a block, which settings of a node are set from outside, by a setting of the block.
#pragma once

#include <QPushButton>

#include "ui/workbench.h"

class QMenu;

namespace perceptarium::ui {

class BlockSettingMenu : public QPushButton {
    Q_OBJECT
public:
    explicit BlockSettingMenu(Workbench& workbench, QWidget* parent = nullptr);
    /// Hidden while no block is open, or the node has nothing to set.
    void showNode(network::NodeId node);

private:
    void fill();
    void fillFor(QMenu& menu, const SettingSpec& setting, const network::SpecPtr& block);
    Workbench& workbench_;
    network::NodeId node_ = network::kNoNode;
};

}  // namespace perceptarium::ui
