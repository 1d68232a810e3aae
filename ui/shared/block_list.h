// The blocks that palette and search offer below the layers.
#pragma once

#include "ui/block_shelf.h"
#include "ui/shared/layer_list.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

/// Of the open drawing: the project's blocks that may stand in it (inside a block also its inputs), the user's own, and the
/// ready ones. Follows every change while the list lives.
void offerBlocks(LayerList& list, Workbench& workbench);

/// Takes what was chosen into the drawing, when it is a block of the shelf, and gives the layer of the node to add.
inline Result<std::string> layerFor(const Workbench& workbench, network::Graph& graph, const QString& chosen) {
    return workbench.shelf().take(graph, chosen.toStdString());
}
/// Undoable. The user's own block of that name, when it is this one, is called so too. `named`: as network::renameBlock.
/// Returns whether it was done.
bool renameBlock(Workbench& workbench, const std::string& from, const std::string& to, network::NodeId named = network::kNoNode);
/// "Dense", "Residual block": what the chosen is called.
QString titleFor(const Workbench& workbench, const QString& chosen);

}  // namespace perceptarium::ui
