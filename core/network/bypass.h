// Bypass: what a drawing computes when some of its nodes are switched off, as if they were not there.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "network/findings.h"
#include "network/graph.h"

namespace perceptarium::network {

struct Bypass {
    Graph graph;  ///< the drawing without what is left out; what a left-out node fed is fed by its first input
    /// By bypassed node: whose value goes on in its place; kNoNode where nothing came in.
    std::map<NodeId, NodeId> standsIn;
    /// The bypassed nodes, and those whose results only went into inputs of theirs that do not go on.
    std::set<NodeId> leftOut;
    std::vector<Finding> findings;  ///< an Input that cannot be bypassed; which of several inputs goes on
};

bool anyBypassed(const Graph& graph);
/// Names of the frozen nodes that are not bypassed.
std::set<std::string> frozenNames(const Graph& graph);
/// Freezes the nodes with these names and unfreezes the others, of those that are not bypassed.
void freezeOnly(Graph& graph, const std::set<std::string>& names);

/// O(nodes + edges). A node whose layer is not known here can be bypassed too. Frames do not come along.
Bypass withoutBypassed(const Graph& graph);

}  // namespace perceptarium::network
