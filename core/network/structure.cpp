// What can be said of a drawing from its nodes and edges alone, before any shape is known.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "layers/wording.h"
#include "network/checks.h"

namespace perceptarium::network {
namespace {

bool isInput(const Node& node) {
    const auto* spec = layers::findLayer(node.layer);
    return spec && spec->category == layers::Category::Data;
}

void add(Inference& inference, const char* rule, NodeId node, std::string what, std::string tryThis,
         std::string expected = {}, std::string found = {}) {
    inference.findings.push_back({.node = node,
                                  .what = std::move(what),
                                  .expected = std::move(expected),
                                  .found = std::move(found),
                                  .tryThis = std::move(tryThis),
                                  .rule = rule});
}

void checkInputs(const Graph& graph, const Wiring& wiring, Inference& inference) {
    std::vector<const Node*> inputs;
    for (const auto& [id, node] : graph.nodes())
        if (isInput(node)) inputs.push_back(&node);
    if (inputs.empty())
        add(inference, "no-input", kNoNode, "There is no Input, so no data can enter the network",
            "Add an Input and connect it to the first layer.", "one Input", "none");
    for (const Node* node : inputs) {
        if (inputs.size() > 1)
            add(inference, "several-inputs", node->id,
                fmt::format("There are {} Inputs, but the data have one kind of example", inputs.size()),
                "Keep one Input and connect it to all that need it.", "one Input", std::to_string(inputs.size()));
        else if (wiring.outOf(node->id) == 0)
            add(inference, "input-alone", node->id, "Nothing comes after the Input yet",
                "Append a layer, or draw an edge from the Input to the first layer.", "at least one layer", "none");
    }
}

/// Of the nodes that have no place in the order, those on a circle (or between two), not those that only come after it.
std::set<NodeId> onCircles(const Graph& graph, const std::vector<NodeId>& order) {
    std::set<NodeId> left;
    for (const auto& [id, node] : graph.nodes()) left.insert(id);
    for (const NodeId id : order) left.erase(id);
    if (left.empty()) return left;
    std::map<NodeId, std::vector<NodeId>> sources;
    std::map<NodeId, int> out;
    for (const Edge& edge : graph.edges())
        if (left.contains(edge.from) && left.contains(edge.to)) {
            sources[edge.to].push_back(edge.from);
            ++out[edge.from];
        }
    std::vector<NodeId> ends;
    for (const NodeId id : left)
        if (out[id] == 0) ends.push_back(id);
    while (!ends.empty()) {
        const NodeId id = ends.back();
        ends.pop_back();
        left.erase(id);
        for (const NodeId from : sources[id])
            if (--out[from] == 0) ends.push_back(from);
    }
    return left;
}

void checkNames(const Graph& graph, Inference& inference) {
    std::map<std::string, int> uses;
    for (const auto& [id, node] : graph.nodes()) ++uses[node.name];
    for (const auto& [id, node] : graph.nodes())
        if (uses[node.name] > 1)
            add(inference, "name-twice", id, fmt::format("{} nodes have the name “{}”", uses[node.name], node.name),
                "Rename all but one of them: parameters are saved under the name of their node.");
}

void findOutput(const Graph& graph, const Wiring& wiring, Inference& inference) {
    std::vector<const Node*> ends;
    for (const auto& [id, node] : graph.nodes())
        if (wiring.outOf(id) == 0 && !wiring.into(id).empty()) ends.push_back(&node);
    if (ends.size() == 1) inference.output = ends.front()->id;
    if (ends.size() < 2) return;
    std::string names;
    for (std::size_t i = 0; i < ends.size() && i < 4; ++i) names += (i == 0 ? "“" : ", “") + ends[i]->name + "”";
    if (ends.size() > 4) names += fmt::format(" and {} more", ends.size() - 4);
    for (const Node* end : ends)
        add(inference, "several-ends", end->id, fmt::format("The network ends in {} places: {}", ends.size(), names),
            "Only one end can be the answer: join the branches with Add or Concatenate, or delete the ends that are "
            "not needed.",
            "one end", std::to_string(ends.size()));
}

}  // namespace

Wiring::Wiring(const Graph& graph) {
    for (const Edge& edge : graph.edges()) {
        into_[edge.to].push_back(edge);
        ++out_[edge.from];
    }
    for (auto& [id, edges] : into_)
        std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.port < b.port; });
}

const std::vector<Edge>& Wiring::into(NodeId id) const {
    static const std::vector<Edge> kNone;
    const auto found = into_.find(id);
    return found == into_.end() ? kNone : found->second;
}

int Wiring::outOf(NodeId id) const {
    const auto found = out_.find(id);
    return found == out_.end() ? 0 : found->second;
}

void checkStructure(const Graph& graph, const Wiring& wiring, const std::vector<NodeId>& order, Inference& inference) {
    if (graph.nodes().empty()) {
        add(inference, "empty", kNoNode, "The drawing is empty", "Drag an Input onto it, then the layers that follow.");
        return;
    }
    checkInputs(graph, wiring, inference);
    checkNames(graph, inference);
    for (const NodeId id : onCircles(graph, order))
        add(inference, "circle", id, "This node is part of a circle: it would have to wait for its own output",
            "Delete one of the edges of the circle.", "edges that lead from the Input to the end", "a circle");
    findOutput(graph, wiring, inference);
}

}  // namespace perceptarium::network
