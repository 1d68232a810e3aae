// What edits of drawings share. Private to network/.
#pragma once

#include "network/blocks.h"
#include "network/edits.h"

namespace perceptarium::network {

Result<SpecPtr> knownSpec(const Graph& graph, const std::string& layer);
/// The stem of a new node's name: "max-pool" → "maxpool", "block/Residual block" → "residualblock".
std::string stemOf(const std::string& layer);
/// The name, if no node has it, else one with the same stem.
std::string freeNameLike(const Graph& graph, const std::string& name, const std::string& layer);
Point snapped(Point point);
void setPosition(Graph& graph, NodeId id, Point position);
/// What every name of the user's must be: not empty, and without what separates names in files and errors.
Status checkName(const std::string& what, const std::string& name);

}  // namespace perceptarium::network
