// Fixes of what is bypassed or frozen.
#include "layers/layer_spec.h"
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

const Registered<FixRule> allFrozen{{
    .id = "all-frozen",
    .offer = [](const Site& site, Fixes& fixes) {
        std::vector<NodeId> frozen;
        for (const NodeId id : site.graph.topologicalOrder()) {
            const auto count = site.inference.parameters.find(id);
            if (site.graph.find(id)->frozen && count != site.inference.parameters.end() && count->second > 0) frozen.push_back(id);
        }
        if (frozen.empty()) return;
        fixes.push_back({"Unfreeze " + quoted(site.graph, frozen.back()), [last = frozen.back()](Graph& graph) { return freeze(graph, {last}, false); }});
        if (frozen.size() > 1) fixes.push_back({"Unfreeze all layers", [frozen](Graph& graph) { return freeze(graph, frozen, false); }});
    },
}};

}  // namespace
}  // namespace perceptarium::network
