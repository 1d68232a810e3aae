// The network without blocks: what each node that stands for a block is made of, laid out flat. Shape inference, training,
// export and everything else that runs a network works on that; findings are led back to the drawing.
#pragma once

#include <map>
#include <vector>

#include "network/blocks.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

/// More nodes than this (and copies of blocks) are refused.
inline constexpr int kMostExpanded = 10'000;

/// A drawing in the document: the whole (empty), or the inside of a node that stands for a block, and so on inward.
using BlockPath = std::vector<NodeId>;

struct Expansion {
    /// One level of where a flat node comes from: a node of that drawing, in which copy of a repeated block.
    struct Level {
        NodeId node = kNoNode;
        int copy = 0;
        auto operator<=>(const Level&) const = default;
    };
    /// Nodes that are in no block keep id and name; others are called "res1/conv1", in repeated blocks "res1/2/conv1", and
    /// keep their id while nothing changes above them; in a frozen block they are frozen. A block that cannot be laid out, or is
    /// bypassed, stays one node.
    Graph flat;
    std::map<NodeId, std::vector<Level>> origins;  ///< of every flat node, outermost first
    std::vector<Finding> findings;                 ///< blocks that cannot be laid out; at flat nodes
    /// The flat node that gives what a node of a drawing gives (of repeated blocks: the node's first copy, the block's last).
    std::map<BlockPath, NodeId> gives;
};

/// O(nodes + edges) of the result. Never fails: what is wrong is in the findings.
Expansion expand(const Graph& graph);

/// The inference of the flat network, with the expansion's findings.
Inference infer(const Expansion& expansion, const DataTypes& data);

/// The drawing at the path, with the whole's definitions; nullopt if the path leads nowhere.
std::optional<Graph> drawingAt(const Graph& whole, const BlockPath& path);
/// What the inference of the flat network says of the drawing at the path, in its ids. Requires the path to lead somewhere.
Inference seenAt(const BlockPath& path, const Graph& whole, const Expansion& expansion, const Inference& flat);

}  // namespace perceptarium::network
