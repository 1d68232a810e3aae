// What a node that stands for a block is to everyone else: a layer like others, with settings and ports.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "layers/layer_spec.h"
#include "network/block.h"
#include "network/findings.h"

namespace perceptarium::network {

inline constexpr std::string_view kBlockPrefix = "block/";  ///< of Node::layer, before the block's name
inline constexpr const char* kBlockInput = "block-input";   ///< the layer of a block's input, inside it
inline constexpr const char* kRepeat = "repeat";            ///< the setting that every block has
inline constexpr int kMostRepeats = 1000;
inline constexpr std::size_t kLongestBlockName = 80;

bool isBlock(const std::string& layer);
inline bool isBlock(const Node& node) { return isBlock(node.layer); }
/// "block/Residual" ↔ "Residual". Requires a block's layer (CHECK).
std::string blockName(const std::string& layer);
std::string blockLayer(const std::string& name);

/// Everything that has a LayerSpec: registered layers, blocks of this drawing, a block's input. A block's has no shape rule,
/// parameters or forward pass of its own: these come from its inside (expand.h).
using SpecPtr = std::shared_ptr<const layers::LayerSpec>;
/// nullptr if there is no such layer or block.
SpecPtr specOf(const Graph& graph, const std::string& layer);

/// The block that the node stands for; nullptr if it is none or not defined here.
const Block* blockOf(const Graph& graph, const Node& node);
/// The block's inputs inside, by port.
std::vector<NodeId> inputsOf(const Graph& inside);
/// The node that gives the block's output; kNoNode when there is none or several.
NodeId outputOf(const Graph& inside);
/// Names of the blocks that these nodes stand for, and of those inside them.
std::set<std::string> blocksUsed(const Graph& graph);
/// The same of a drawing whose blocks are defined in `whole`.
std::set<std::string> blocksUsed(const Graph& inside, const Graph& whole);
/// The block's inside with the values of its settings given to the nodes that take them. Requires a value for each.
Graph insideWith(const Block& block, const Settings& settings);
/// Why this block cannot be used, tied to no node; nullopt if nothing is wrong with it as a block.
std::optional<Finding> faultOf(const Graph& graph, const std::string& name);

}  // namespace perceptarium::network
