// What a user does with blocks, as edits of a drawing. `graph` has the definitions (blocks.h); like all edits each is
// checked, and on an error nothing has changed.
#pragma once

#include "network/blocks.h"
#include "network/edits.h"

namespace perceptarium::network {

/// Puts the nodes into a new block of that name (free or made free) and a node for it in their place. Each node outside that
/// feeds them becomes a block input; none: what lacks an input gets one. Error: nothing chosen, an Input among them, not
/// exactly one node whose output is used outside or by no one, or something outside that would come both before and after.
Result<NodeId> makeBlock(Graph& graph, const std::vector<NodeId>& nodes, const std::string& name);
/// What is inside in place of the node, with its settings, all copies of it. Returns the new nodes. Error: no block, or one
/// that cannot be laid out.
Result<std::vector<NodeId>> unpackBlock(Graph& graph, NodeId node);

/// Gives `setting` of the node inside the block to a setting of the block with that name: a new one, whose standard is the
/// value that the node has, or one of a kind that can give to it. Every node inside has one giver for a setting.
Status driveSetting(Graph& graph, const std::string& block, NodeId node, const std::string& setting, const std::string& giver);
/// The node's setting is its own again, with the block setting's standard as value. A giver of nothing goes.
void releaseSetting(Graph& graph, const std::string& block, NodeId node, const std::string& setting);
/// Can a block's setting of kind `from` give its value to one of kind `to`? Of the same kind, or one number for a pair.
bool canGive(SettingKind from, SettingKind to);
/// The block's setting that gives this one its value; nullptr if none does.
const BlockSetting* giverOf(const Graph& graph, const std::string& block, NodeId node, const std::string& setting);
Status changeStandard(Graph& graph, const std::string& block, const std::string& setting, const SettingValue& value);
/// Error: empty or taken.
Status renameBlockSetting(Graph& graph, const std::string& block, const std::string& setting, const std::string& name);
/// The places that it gave to keep its standard.
void removeBlockSetting(Graph& graph, const std::string& block, const std::string& setting);

/// In all nodes that stand for it, too; the node `named` (it was just made) is given a name after the block's. Error: empty,
/// too long, or taken.
Status renameBlock(Graph& graph, const std::string& from, const std::string& to, NodeId named = kNoNode);
void describeBlock(Graph& graph, const std::string& block, const std::string& meaning);

/// Changes the inside of a block: `inside` as drawingAt() gave it, with whatever happened to the definitions meanwhile.
/// Links to inputs that are gone, and values for settings that are gone, go from every node that stands for the block.
/// Error: the block would hold itself.
Status putBack(Graph& whole, const std::string& block, const Graph& inside);
/// Forgets definitions that no node stands for.
void dropUnusedBlocks(Graph& graph);

/// Takes definitions over; one that is there already with other contents gets a free name. Returns what each is called here.
std::map<std::string, std::string> importBlocks(Graph& graph, const Blocks& blocks);
/// These blocks with all that is inside them.
Blocks withInner(const Graph& graph, const std::set<std::string>& names);
/// "Residual" → "Residual 2": the first name that no block has.
std::string freeBlockName(const Graph& graph, const std::string& name);

}  // namespace perceptarium::network
