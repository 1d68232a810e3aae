// Block: a drawing with a name that stands as one node in other drawings, with settings of its own.
#pragma once

#include <string>
#include <vector>

#include "network/graph.h"

namespace perceptarium::network {

/// A setting of the block: every node that stands for the block has a value for it, which is given to settings inside.
struct BlockSetting {
    /// The setting of a node inside that takes the value.
    struct Drive {
        NodeId node = kNoNode;
        std::string setting;
        auto operator<=>(const Drive&) const = default;
    };
    std::string name;  ///< "channels": what nodes and files hold
    SettingValue standard;
    std::vector<Drive> drives;  ///< kind, range and meaning are those of the first
    bool operator==(const BlockSetting&) const = default;
};

struct Block {
    std::string meaning;  ///< one line for the palette; may be empty
    /// Nodes of the layer kBlockInput, in the order of their ids, are the block's inputs; the one node that feeds no other
    /// is its output. Other blocks are found in the drawing that this one is defined in.
    Graph inside;
    std::vector<BlockSetting> settings;
    bool operator==(const Block&) const = default;
};

bool sameBlocks(const Blocks& a, const Blocks& b);

}  // namespace perceptarium::network
