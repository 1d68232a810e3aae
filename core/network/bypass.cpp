#include "network/bypass.h"

#include <fmt/format.h>

#include <algorithm>

#include "network/checks.h"

namespace perceptarium::network {
namespace {

/// Takes the bypassed nodes out of a drawing, one step after the other.
class Detour {
public:
    explicit Detour(const Graph& drawing) : drawing_(drawing), wiring_(drawing) {}

    Bypass take() {
        for (const auto& [id, node] : drawing_.nodes()) findStandIn(node);
        rewire();
        for (const auto& [id, standIn] : result_.standsIn) sayWhichGoesOn(id, leaveOutDeadEnds(id));
        return std::move(result_);
    }

private:
    bool isOut(NodeId id) const { return result_.standsIn.contains(id); }

    void findStandIn(const Node& node) {
        if (!node.bypassed) return;
        const auto* spec = layers::findLayer(node.layer);
        if (spec && spec->category == layers::Category::Data) {
            result_.findings.push_back({.node = node.id,
                                        .what = fmt::format("“{}” cannot be bypassed: the data enter there", node.name),
                                        .tryThis = "Switch its bypass off.",
                                        .rule = "bypassed-input"});
            return;
        }
        result_.standsIn[node.id] = kNoNode;
        result_.leftOut.insert(node.id);
    }

    /// Back along first inputs to a node that is there; kNoNode where that ends before one (or in a circle).
    NodeId sourceOf(NodeId id) const {
        for (std::size_t steps = 0; isOut(id) && steps <= drawing_.nodes().size(); ++steps) {
            const auto& into = wiring_.into(id);
            if (into.empty()) return kNoNode;
            id = into.front().from;
        }
        return isOut(id) ? kNoNode : id;
    }

    void rewire() {
        for (auto& [id, standIn] : result_.standsIn) {
            standIn = sourceOf(id);
            if (wiring_.outOf(id) == 0) newEnds_.insert(standIn);
        }
        std::map<NodeId, Node> nodes;
        for (const auto& [id, node] : drawing_.nodes())
            if (!isOut(id)) nodes.emplace(id, node);
        std::set<Edge> edges;
        for (const Edge& edge : drawing_.edges()) {
            const NodeId from = isOut(edge.from) ? result_.standsIn.at(edge.from) : edge.from;
            if (!isOut(edge.to) && from != kNoNode) edges.insert({from, edge.to, edge.port});
        }
        result_.graph.assign(std::move(nodes), std::move(edges));
    }

    /// What led only into inputs of `id` that do not go on leads nowhere any more. Its names.
    std::vector<std::string> leaveOutDeadEnds(NodeId id) {
        std::vector<NodeId> ends;
        const auto& into = wiring_.into(id);
        for (std::size_t i = 1; i < into.size(); ++i) ends.push_back(sourceOf(into[i].from));
        std::vector<std::string> names;
        while (!ends.empty()) {
            const NodeId end = ends.back();
            ends.pop_back();
            const Node* node = result_.graph.find(end);
            if (!node || newEnds_.contains(end) || !result_.graph.edgesOutOf(end).empty()) continue;
            const auto* spec = layers::findLayer(node->layer);
            if (spec && spec->category == layers::Category::Data) continue;  // that nothing uses it is said elsewhere
            names.push_back(node->name);
            for (const Edge& edge : result_.graph.edgesInto(end)) ends.push_back(edge.from);
            result_.leftOut.insert(end);
            result_.graph.erase(end);
        }
        return names;
    }

    void sayWhichGoesOn(NodeId id, const std::vector<std::string>& deadEnds) {
        const auto& into = wiring_.into(id);
        if (into.size() < 2) return;
        const Node& node = *drawing_.find(id);
        Finding finding{.severity = Severity::Hint,
                        .node = id,
                        .what = fmt::format("“{}” is bypassed: of its {} inputs only the first, “{}”, goes on", node.name,
                                            into.size(), drawing_.find(into.front().from)->name),
                        .tryThis = "To let another go on, connect that one first, or switch the bypass off."};
        for (std::size_t i = 0; i < deadEnds.size() && i < 4; ++i)
            finding.what += (i == 0 ? "; left out with the others: “" : ", “") + deadEnds[i] + "”";
        if (deadEnds.size() > 4) finding.what += fmt::format(" and {} more", deadEnds.size() - 4);
        result_.findings.push_back(std::move(finding));
    }

    const Graph& drawing_;
    const Wiring wiring_;
    std::set<NodeId> newEnds_;  ///< what stands in for a node that ended the drawing
    Bypass result_;
};

}  // namespace

bool anyBypassed(const Graph& graph) {
    return std::any_of(graph.nodes().begin(), graph.nodes().end(), [](const auto& entry) { return entry.second.bypassed; });
}

std::set<std::string> frozenNames(const Graph& graph) {
    std::set<std::string> names;
    for (const auto& [id, node] : graph.nodes())
        if (node.frozen && !node.bypassed) names.insert(node.name);
    return names;
}

void freezeOnly(Graph& graph, const std::set<std::string>& names) {
    std::vector<Node> changed;
    for (const auto& [id, node] : graph.nodes())
        if (!node.bypassed && node.frozen != names.contains(node.name)) changed.push_back(node);
    for (Node& node : changed) {
        node.frozen = !node.frozen;
        graph.replace(node);
    }
}

Bypass withoutBypassed(const Graph& graph) { return Detour(graph).take(); }

}  // namespace perceptarium::network
