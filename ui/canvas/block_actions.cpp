// What canvas and menus offer for blocks.
#include <QAction>

#include "network/block_edits.h"
#include "ui/block_shelf.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/network_canvas.h"
#include "ui/shared/engine_messages.h"

namespace perceptarium::ui {

using K = QKeySequence;

void CanvasActions::addBlockActions() {
    makeBlock_ = add(edit, "make-block", tr("Make &block"),
                     tr("Put the selected layers into a block: one node, which can be repeated, copied and used in other projects"),
                     {K(Qt::CTRL | Qt::Key_G)}, [this] { makeBlock(); });
    openBlock_ = add(edit, "open-block", tr("Open t&he block"), tr("See and change what is inside (Enter, double-click)"), {},
                     [this] { canvas_.openNode(canvas_.workbench().selectedNode()); });
    leaveBlock_ = add(edit, "leave-block", tr("Leave the bloc&k"), tr("Back to the drawing around it"), {K(Qt::ALT | Qt::Key_Up)},
                      [this] { canvas_.leaveBlock(); });
    unpackBlock_ = add(edit, "unpack-block", tr("Unpack the block"), tr("Put what is inside in place of the node"),
                       {K(Qt::CTRL | Qt::SHIFT | Qt::Key_G)}, [this] { unpackBlock(); });
    keepBlock_ = add(edit, "keep-block", tr("Keep amon&g my blocks"),
                     tr("Offer the block, as it is now, in the palette of every project"), {}, [this] { keepBlock(); });
}

const network::Node* CanvasActions::chosenBlock() const {
    const auto& workbench = canvas_.workbench();
    const auto* node = workbench.graph().find(workbench.selectedNode());
    return node && network::blockOf(workbench.graph(), *node) ? node : nullptr;
}

void CanvasActions::makeBlock() {
    auto& workbench = canvas_.workbench();
    const std::string name = workbench.shelf().freeName(workbench.graph(), tr("Block").toStdString());
    network::NodeId made = network::kNoNode;
    const bool done = change(tr("Make a block"), [&](network::Graph& graph) -> Status {
        made = PC_TRY(network::makeBlock(graph, chosen(), name));
        return {};
    });
    if (!done) return;
    workbench.select({made});
    canvas_.drawing().setCurrent(made);
    keepBlock();
    canvas_.nameBlock(made);
}

void CanvasActions::unpackBlock() {
    const auto* node = chosenBlock();
    if (!node) return;
    std::vector<network::NodeId> made;
    const auto id = node->id;
    const bool done = change(tr("Unpack %1").arg(QString::fromStdString(node->name)), [&](network::Graph& graph) -> Status {
        made = PC_TRY(network::unpackBlock(graph, id));
        return {};
    });
    if (done) canvas_.workbench().select({made.begin(), made.end()});
}

void CanvasActions::keepBlock() {
    const auto* node = chosenBlock();
    if (!node) return;
    auto& workbench = canvas_.workbench();
    const std::string name = network::blockName(node->layer);
    if (const Status kept = workbench.shelf().keep(workbench.graph(), name); !kept)
        workbench.problem(errorText(kept.error()));
    else
        workbench.say(tr("%1 is among your blocks in the palette.").arg(QString::fromStdString(name)));
}

}  // namespace perceptarium::ui
