// How a drawing is laid out as text: which layers follow each other in a chain, which branches part and join again, and what
// must be named because something else begins there. Private to network/.
#pragma once

#include <vector>

#include "network/graph.h"

namespace perceptarium::network {

struct TextStep {
    enum class Kind { Layer, Reference, Branches } kind = Kind::Layer;
    NodeId node = kNoNode;                         ///< of Layer and Reference
    std::vector<std::vector<TextStep>> branches;  ///< an empty one is skipped
};
using TextChain = std::vector<TextStep>;

/// Every node is a Layer once; all edges are said, in the order of their ports.
std::vector<TextChain> textChainsOf(const Graph& graph);

}  // namespace perceptarium::network
