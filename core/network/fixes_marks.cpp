// Fixes of what is bypassed or frozen.
#include <algorithm>

#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

const Registered<FixRule> bypassedInput{{
    .id = "bypassed-input",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back({"Switch " + quoted(*site.node) + " on again",
                         [id = site.node->id](Graph& graph) { return bypass(graph, {id}, false); }});
    },
}};

/// Nothing that learns is drawn out here: the last of what is frozen in each block, the last block first.
void offerInsideBlocks(const Site& site, Fixes& fixes) {
    auto order = site.graph.topologicalOrder();
    std::reverse(order.begin(), order.end());
    for (const NodeId id : order) {
        const Block* block = blockOf(site.graph, *site.graph.find(id));
        if (!block) continue;
        const std::string name = blockName(site.graph.find(id)->layer);
        if (site.graph.find(id)->frozen)
            fixes.push_back({"Unfreeze " + quoted(site.graph, id), [id](Graph& graph) { return freeze(graph, {id}, false); }});
        auto inside = block->inside.topologicalOrder();
        std::reverse(inside.begin(), inside.end());
        for (const NodeId inner : inside)
            if (const Node& node = *block->inside.find(inner); node.frozen)
                fixes.push_back(inTheBlock(name, {"Unfreeze " + quoted(node), [inner](Graph& graph) { return freeze(graph, {inner}, false); }}));
    }
}

const Registered<FixRule> allFrozen{{
    .id = "all-frozen",
    .offer = [](const Site& site, Fixes& fixes) {
        std::vector<NodeId> frozen;
        for (const NodeId id : site.graph.topologicalOrder()) {
            const auto count = site.inference.parameters.find(id);
            if (site.graph.find(id)->frozen && count != site.inference.parameters.end() && count->second > 0) frozen.push_back(id);
        }
        if (frozen.empty()) return offerInsideBlocks(site, fixes);
        fixes.push_back({"Unfreeze " + quoted(site.graph, frozen.back()), [last = frozen.back()](Graph& graph) { return freeze(graph, {last}, false); }});
        if (frozen.size() > 1) fixes.push_back({"Unfreeze all layers", [frozen](Graph& graph) { return freeze(graph, frozen, false); }});
    },
}};

}  // namespace
}  // namespace perceptarium::network
