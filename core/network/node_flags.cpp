#include "network/node_flags.h"

namespace perceptarium::network {

const std::vector<NodeFlag>& nodeFlags() {
    static const std::vector<NodeFlag> flags{
        {"bypassed", &Node::bypassed, "As if the node were not there: its first input goes on in its place."},
        {"frozen", &Node::frozen, "What it has learned is not trained further."},
        {"collapsed", &Node::collapsed, "Drawn small, with its name only."}};
    return flags;
}

}  // namespace perceptarium::network
