// Fixes of blocks that cannot be used as they are: not defined here, without a way in, with several ends.
#include <fmt/format.h>

#include <algorithm>

#include "network/blocks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

const auto leaveOutHere = [](const Site& site, Fixes& fixes) { fixes.push_back(leaveOut(*site.node)); };
const Registered<FixRule> unknownBlock{{.id = "unknown-block", .offer = leaveOutHere}};

const Registered<FixRule> strayBlockInput{{
    .id = "stray-block-input",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back(replaceBy(*site.node, "input"));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> blockInItself{{
    .id = "block-in-itself",
    .offer = [](const Site& site, Fixes& fixes) {
        const std::string name = blockName(site.node->layer);
        for (const auto& [id, node] : blockOf(site.graph, *site.node)->inside.nodes())
            if (isBlock(node) && blocksUsed(blockOf(site.graph, node) ? blockOf(site.graph, node)->inside : Graph(), site.graph).contains(name))
                fixes.push_back(inTheBlock(name, leaveOut(node)));
        fixes.push_back(leaveOut(*site.node));
    },
}};

/// Nodes inside that a block input may feed: those that wait for an input.
std::vector<NodeId> waiting(const Graph& inside) {
    std::vector<NodeId> nodes;
    for (const auto& [id, node] : inside.nodes())
        if (node.layer != kBlockInput && inside.edgesInto(id).empty()) nodes.push_back(id);
    return nodes;
}

const Registered<FixRule> blockWithoutInput{{
    .id = "block-without-input",
    .offer = [](const Site& site, Fixes& fixes) {
        const Graph& inside = blockOf(site.graph, *site.node)->inside;
        const auto heads = waiting(inside);
        if (!heads.empty())
            fixes.push_back(inTheBlock(blockName(site.node->layer),
                                       {fmt::format("Add a Block input before {}", quoted(inside, heads.front())), [heads](Graph& graph) -> Status {
                                            const Point place = graph.find(heads.front())->position;
                                            const NodeId input = PC_TRY(addNode(graph, kBlockInput, {place.x - kNodeWidth - kGapX, place.y}));
                                            for (const NodeId head : heads) PC_TRY(connect(graph, {input, head, 0}));
                                            return {};
                                        }}));
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> blockInputLoose{{
    .id = "block-input-loose",
    .offer = [](const Site& site, Fixes& fixes) {
        const std::string name = blockName(site.node->layer);
        const Graph& inside = blockOf(site.graph, *site.node)->inside;
        const auto inputs = inputsOf(inside);
        for (const NodeId input : inputs) {
            if (!inside.edgesOutOf(input).empty()) continue;
            for (const NodeId head : waiting(inside)) fixes.push_back(inTheBlock(name, connectTo(inside, input, head, 0)));
            if (inputs.size() > 1) fixes.push_back(inTheBlock(name, leaveOut(*inside.find(input))));
        }
        fixes.push_back(leaveOut(*site.node));
    },
}};

const Registered<FixRule> blockEnds{{
    .id = "block-ends",
    .offer = [](const Site& site, Fixes& fixes) {
        const Graph& inside = blockOf(site.graph, *site.node)->inside;
        std::vector<NodeId> ends;
        for (const NodeId id : inside.sinks())
            if (!inside.edgesInto(id).empty()) ends.push_back(id);
        const FixRule* rule = Registry<FixRule>::instance().find("several-ends");
        if (ends.size() > 1 && rule) {
            const Wiring wiring(inside);
            const Inference unknown;
            const Finding finding{.node = ends.back(), .rule = rule->id};
            Fixes found;
            rule->offer({inside, site.data, unknown, wiring, finding, site.trial, inside.find(ends.back()), nullptr}, found);
            for (const Fix& fix : found) fixes.push_back(inTheBlock(blockName(site.node->layer), fix));
        }
        fixes.push_back(leaveOut(*site.node));
    },
}};

}  // namespace
}  // namespace perceptarium::network
