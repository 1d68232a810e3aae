// Fixes of what can be said from nodes and edges alone: Inputs, circles, names, ends.
#include <fmt/format.h>

#include <algorithm>

#include "layers/layer_spec.h"
#include "network/blocks.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

bool takesInput(const Node& node) {
    const auto* spec = layers::findLayer(node.layer);
    return node.layer != kBlockInput && (!spec || spec->maximumInputs > 0);
}

/// Nodes that wait for an input: those that lead on, or, where there are none, all.
std::vector<NodeId> headsOf(const Site& site) {
    std::vector<NodeId> leading, all;
    for (const auto& [id, node] : site.graph.nodes()) {
        if (!takesInput(node) || !site.wiring.into(id).empty()) continue;
        all.push_back(id);
        if (site.wiring.outOf(id) > 0) leading.push_back(id);
    }
    return leading.empty() ? all : leading;
}

const Registered<FixRule> empty{{
    .id = "empty",
    .offer = [](const Site&, Fixes& fixes) {
        fixes.push_back({"Add an Input", [](Graph& graph) -> Status {
                             PC_TRY(addNode(graph, "input", {0, 0}));
                             return {};
                         }});
    },
}};

const Registered<FixRule> noInput{{
    .id = "no-input",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto heads = headsOf(site);
        const std::string before = heads.size() == 1 ? " before " + quoted(site.graph, heads[0]) : "";
        fixes.push_back({"Add an Input" + before, [heads](Graph& graph) -> Status {
                             Point place{0, 0};
                             if (!heads.empty() && graph.find(heads[0])) place = graph.find(heads[0])->position;
                             const NodeId input = PC_TRY(addNode(graph, "input", {place.x - kNodeWidth - kGapX, place.y}));
                             for (const NodeId head : heads) PC_TRY(connect(graph, {input, head, 0}));
                             return {};
                         }});
    },
}};

const Registered<FixRule> severalInputs{{
    .id = "several-inputs",
    .offer = [](const Site& site, Fixes& fixes) {
        fixes.push_back({fmt::format("Let {} feed all, and delete the other Inputs", quoted(*site.node)),
                         [keep = site.node->id](Graph& graph) -> Status {
                             for (const auto& [id, node] : std::map(graph.nodes())) {
                                 const auto* spec = layers::findLayer(node.layer);
                                 if (id == keep || !spec || spec->category != layers::Category::Data) continue;
                                 for (const Edge& edge : graph.edgesOutOf(id)) graph.connect({keep, edge.to, edge.port});
                                 graph.erase(id);
                             }
                             return {};
                         }});
    },
}};

const Registered<FixRule> inputAlone{{
    .id = "input-alone",
    .offer = [](const Site& site, Fixes& fixes) {
        for (const NodeId head : headsOf(site)) fixes.push_back(connectTo(site.graph, site.node->id, head, 0));
        layers::Remedy::Use dense{"dense"};
        if (site.data.target) dense.settings["units"] = wantedUnits(*site.data.target, 2);
        const auto type = site.inference.outputs.find(site.node->id);
        std::vector<layers::Remedy::Use> uses;
        if (type != site.inference.outputs.end()) uses = layersToVector(type->second);
        uses.push_back(dense);
        fixes.push_back(append(*site.node, uses));
    },
}};

const Registered<FixRule> nameTwice{{
    .id = "name-twice",
    .offer = [](const Site& site, Fixes& fixes) {
        std::string stem = site.node->name;
        while (!stem.empty() && std::isdigit(static_cast<unsigned char>(stem.back()))) stem.pop_back();
        const std::string name = site.graph.freeName(stem.empty() ? site.node->layer : stem);
        fixes.push_back({fmt::format("Rename this one “{}”", name), [id = site.node->id, name](Graph& graph) -> Status {
                             if (!graph.find(id)) return Error{"the node is not there any more", {}, {}, {}};
                             Node node = *graph.find(id);
                             node.name = name;
                             graph.replace(node);
                             return {};
                         }});
    },
}};

/// Edges that lead back to a node on the way to them, looked for from the Inputs on, then from the oldest node.
std::vector<Edge> backEdges(const Site& site) {
    enum class State { New, Open, Done };
    std::map<NodeId, State> state;
    std::vector<Edge> back;
    std::vector<NodeId> starts;
    for (const bool inputs : {true, false})
        for (const auto& [id, node] : site.graph.nodes())
            if (takesInput(node) != inputs) starts.push_back(id);
    for (const NodeId start : starts) {
        if (state[start] != State::New) continue;
        struct Visit {
            NodeId node;
            std::vector<Edge> onward;
        };
        std::vector<Visit> way{{start, site.graph.edgesOutOf(start)}};
        state[start] = State::Open;
        while (!way.empty()) {
            if (way.back().onward.empty()) {
                state[way.back().node] = State::Done;
                way.pop_back();
                continue;
            }
            const Edge edge = way.back().onward.back();
            way.back().onward.pop_back();
            if (state[edge.to] == State::Open) back.push_back(edge);
            if (state[edge.to] != State::New) continue;
            state[edge.to] = State::Open;
            way.push_back({edge.to, site.graph.edgesOutOf(edge.to)});
        }
    }
    return back;
}

const Registered<FixRule> circle{{
    .id = "circle",
    .offer = [](const Site& site, Fixes& fixes) {
        const auto back = backEdges(site);
        for (const Edge& edge : back)
            fixes.push_back({fmt::format("Delete the edge from {} back to {}", quoted(site.graph, edge.from), quoted(site.graph, edge.to)),
                             [edge](Graph& graph) -> Status {
                                 disconnect(graph, edge);
                                 return {};
                             }});
        if (back.size() > 1)
            fixes.push_back({fmt::format("Delete all {} edges that run back", back.size()), [back](Graph& graph) -> Status {
                                 // By their ends: ports close up as edges go.
                                 for (const Edge& edge : back)
                                     for (const Edge& now : graph.edgesInto(edge.to))
                                         if (now.from == edge.from) {
                                             graph.disconnect(now);
                                             break;
                                         }
                                 return {};
                             }});
    },
}};

std::vector<NodeId> endsOf(const Site& site) {
    std::vector<NodeId> ends;
    for (const auto& [id, node] : site.graph.nodes())
        if (site.wiring.outOf(id) == 0 && !site.wiring.into(id).empty()) ends.push_back(id);
    return ends;
}

/// The end that most looks like the answer: it fits the data, or it comes last.
NodeId mainEnd(const Site& site) {
    std::map<NodeId, int> depth;
    for (const NodeId id : site.graph.topologicalOrder())
        for (const Edge& edge : site.wiring.into(id)) depth[id] = std::max(depth[id], depth[edge.from] + 1);
    const auto worth = [&](NodeId id) {
        const auto type = site.inference.outputs.find(id);
        const bool known = type != site.inference.outputs.end();
        return std::tuple(known && site.data.target && fitsTarget(type->second, *site.data.target), known, depth[id]);
    };
    const auto ends = endsOf(site);
    return *std::max_element(ends.begin(), ends.end(), [&](NodeId a, NodeId b) { return worth(a) < worth(b); });
}

/// What leads to those ends and nowhere else; an Input stays.
std::vector<NodeId> branchesTo(const Site& site, const std::vector<NodeId>& ends) {
    std::set<NodeId> gone(ends.begin(), ends.end());
    auto order = site.graph.topologicalOrder();
    std::reverse(order.begin(), order.end());
    for (const NodeId id : order) {
        const auto onward = site.graph.edgesOutOf(id);
        const bool onlyThere = !onward.empty() && std::all_of(onward.begin(), onward.end(), [&](const Edge& edge) { return gone.contains(edge.to); });
        if (onlyThere && takesInput(*site.graph.find(id))) gone.insert(id);
    }
    return {gone.begin(), gone.end()};
}

Fix deleteBranches(const Site& site, const std::vector<NodeId>& ends, const std::string& what) {
    const auto nodes = branchesTo(site, ends);
    const std::string count = nodes.size() == 1 ? "" : fmt::format(" ({} layers)", nodes.size());
    return {what + count, [nodes](Graph& graph) -> Status {
                remove(graph, nodes);
                return {};
            }};
}

const Registered<FixRule> severalEnds{{
    .id = "several-ends",
    .offer = [](const Site& site, Fixes& fixes) {
        const NodeId here = site.node->id;
        const auto ends = endsOf(site);
        if (ends.size() < 2) return;  // what is bypassed hides that there are several
        std::vector<NodeId> others;
        for (const NodeId id : ends)
            if (id != here) others.push_back(id);
        const NodeId best = mainEnd(site);
        const Fix keep = deleteBranches(site, others, fmt::format("Keep only the end {}, and delete what leads elsewhere", quoted(*site.node)));
        if (here == best) {
            fixes.push_back(keep);
        } else {
            // Of several, this end alone would leave the others: then it takes the fix of the best.
            fixes.push_back(deleteBranches(site, {here}, fmt::format("Delete the branch that ends in {}", quoted(*site.node))));
            fixes.push_back(keep);
        }
        for (const char* merge : {"concatenate", "add"})
            fixes.push_back({fmt::format("Join the ends with {}", withArticle(merge)), [ends, merge](Graph& graph) -> Status {
                                 const NodeId made = PC_TRY(appendNode(graph, merge, ends.back()));
                                 for (std::size_t i = 0; i + 1 < ends.size(); ++i)
                                     PC_TRY(connect(graph, {ends[i], made, static_cast<int>(i) + 1}));
                                 return {};
                             }});
    },
}};

}  // namespace
}  // namespace perceptarium::network
