// The marks that a node may have, declared once: project file, clipboard, text and command line read them here.
#pragma once

#include <vector>

#include "network/graph.h"

namespace perceptarium::network {

/// A mark of a node; files and texts only hold those that are set.
struct NodeFlag {
    const char* name;
    bool Node::*member;
    const char* meaning;
};
const std::vector<NodeFlag>& nodeFlags();

}  // namespace perceptarium::network
