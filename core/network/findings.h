// What is wrong with (or worth knowing about) a drawing, tied to the place and written for a learner.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "network/graph.h"

namespace perceptarium::network {

enum class Severity { Error, Hint };

struct Finding {
    Severity severity = Severity::Error;
    NodeId node = kNoNode;  ///< kNoNode: the whole drawing
    int port = -1;          ///< input port, −1: the node itself
    std::string what;       ///< what is wrong, plainly
    std::string expected, found;
    std::string tryThis;    ///< what to do about it
    std::string setting;    ///< the setting at fault, if one is
    std::string rule;       ///< which check found it ("no-input"), the same whatever the words are: fixes.h goes by it
    std::vector<NodeId> inside;  ///< where `node` is a block and the fault in it: the way on, from node to node inward

    std::string text() const;
    bool operator==(const Finding&) const = default;
};

}  // namespace perceptarium::network
