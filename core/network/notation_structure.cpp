#include "network/notation_structure.h"

#include <algorithm>

#include "network/checks.h"

namespace perceptarium::network {
namespace {

constexpr int kDeepest = 16;  // deeper nesting nobody can read

class Structure {
public:
    explicit Structure(const Graph& graph) : graph_(graph), wiring_(graph), order_(graph.topologicalOrder()) {
        for (const NodeId id : order_)
            if (wiring_.into(id).size() > 1) findFork(id);
        for (const NodeId id : order_)
            if (wiring_.into(id).size() == 1) follow(wiring_.into(id)[0].from, id);
        for (const NodeId id : order_)
            if (wiring_.into(id).size() > 1 && !fork_.contains(id)) takeIn(id);
    }

    std::vector<TextChain> chains() const {
        std::vector<TextChain> all;
        std::set<NodeId> said(order_.begin(), order_.end());
        for (const NodeId id : order_)
            if (!next_.contains(id)) all.push_back(chainTo(id, kNoNode));
        // In the order in which they begin, so that a name is mostly read before it is referred to.
        std::map<NodeId, std::size_t> place;
        for (const NodeId id : order_) place.emplace(id, place.size());
        std::stable_sort(all.begin(), all.end(), [&](const TextChain& a, const TextChain& b) { return firstIn(a, place) < firstIn(b, place); });
        for (const auto& [id, node] : graph_.nodes())  // on a circle, or behind one: each by itself
            if (!said.contains(id)) all.push_back(alone(id));
        return all;
    }

private:
    /// In the chain `to` comes after `from`, if nothing else does yet.
    bool follow(NodeId from, NodeId to) { return next_.try_emplace(from, to).first->second == to; }

    /// From `end` back through chains and joined branches, as far as nothing else goes on from there.
    std::vector<NodeId> spine(NodeId end) const {
        std::vector<NodeId> nodes;
        for (NodeId id = end;;) {
            nodes.push_back(id);
            const auto& into = wiring_.into(id);
            const auto joined = fork_.find(id);
            if (into.size() != 1 && joined == fork_.end()) return nodes;
            const NodeId before = joined != fork_.end() ? joined->second : into[0].from;
            const auto next = next_.find(before);
            if (next != next_.end() && next->second != id) return nodes;
            id = before;
        }
    }

    /// Where the branches that `merge` joins have parted, if they have nothing else in common.
    void findFork(NodeId merge) {
        std::vector<std::vector<NodeId>> spines;
        for (const Edge& edge : wiring_.into(merge)) spines.push_back(spine(edge.from));
        for (const NodeId candidate : spines[0]) {
            std::set<NodeId> onWay;
            int depth = 1;
            bool all = !next_.contains(candidate);
            for (const auto& nodes : spines) {
                const auto end = std::find(nodes.begin(), nodes.end(), candidate);
                all = all && end != nodes.end();
                for (auto node = nodes.begin(); all && node != end; ++node) {
                    all = onWay.insert(*node).second && !(node == nodes.begin() && next_.contains(*node));
                    if (const auto inner = depth_.find(*node); inner != depth_.end()) depth = std::max(depth, inner->second + 1);
                }
            }
            if (!all || depth > kDeepest) continue;
            for (const auto& nodes : spines)
                for (std::size_t i = 0; nodes[i] != candidate; ++i)
                    if (nodes[i + 1] != candidate) follow(nodes[i + 1], nodes[i]);
            fork_[merge] = candidate;
            depth_[merge] = depth;
            next_[candidate] = merge;
            for (const auto& nodes : spines)
                if (nodes[0] != candidate) next_[nodes[0]] = merge;
            return;
        }
    }

    /// A branch that leads here only is written inside the parentheses, unless it holds such parentheses itself.
    void takeIn(NodeId merge) {
        for (const Edge& edge : wiring_.into(merge)) {
            if (wiring_.outOf(edge.from) != 1 || next_.contains(edge.from)) continue;
            const NodeId first = spine(edge.from).back();
            if (wiring_.into(first).size() > 1 && !fork_.contains(first)) continue;
            follow(edge.from, merge);
        }
    }

    static std::size_t firstIn(const TextChain& chain, const std::map<NodeId, std::size_t>& place) {
        std::size_t first = place.size();
        for (const TextStep& step : chain) {
            if (step.kind == TextStep::Kind::Layer) first = std::min(first, place.at(step.node));
            for (const TextChain& branch : step.branches) first = std::min(first, firstIn(branch, place));
        }
        return first;
    }

    static TextStep reference(NodeId id) { return {TextStep::Kind::Reference, id, {}}; }
    static TextStep layer(NodeId id) { return {TextStep::Kind::Layer, id, {}}; }

    TextChain alone(NodeId id) const {
        const auto& into = wiring_.into(id);
        if (into.empty()) return {layer(id)};
        if (into.size() == 1) return {reference(into[0].from), layer(id)};
        TextStep branches{TextStep::Kind::Branches, kNoNode, {}};
        for (const Edge& edge : into) branches.branches.push_back({reference(edge.from)});
        return {branches, layer(id)};
    }

    /// All that leads to `end` after `start` (kNoNode: from where it begins).
    TextChain chainTo(NodeId end, NodeId start) const {
        TextChain backwards;
        for (NodeId id = end; id != start;) {
            backwards.push_back(layer(id));
            const auto& into = wiring_.into(id);
            if (into.empty()) break;
            TextStep branches{TextStep::Kind::Branches, kNoNode, {}};
            if (const auto joined = fork_.find(id); joined != fork_.end()) {
                for (const Edge& edge : into) branches.branches.push_back(chainTo(edge.from, joined->second));
                backwards.push_back(std::move(branches));
                id = joined->second;
            } else if (into.size() > 1) {
                for (const Edge& edge : into) branches.branches.push_back(follows(edge.from, id) ? chainTo(edge.from, kNoNode) : TextChain{reference(edge.from)});
                backwards.push_back(std::move(branches));
                break;
            } else if (into[0].from == start || follows(into[0].from, id)) {
                id = into[0].from;
            } else {
                backwards.push_back(reference(into[0].from));
                break;
            }
        }
        return {backwards.rbegin(), backwards.rend()};
    }
    bool follows(NodeId from, NodeId to) const {
        const auto next = next_.find(from);
        return next != next_.end() && next->second == to;
    }

    const Graph& graph_;
    const Wiring wiring_;
    const std::vector<NodeId> order_;
    std::map<NodeId, NodeId> next_;  ///< what goes on from there in the same chain (or joins it)
    std::map<NodeId, NodeId> fork_;  ///< of a merge whose branches all come from one node: that node
    std::map<NodeId, int> depth_;    ///< of these merges, how deep their branches are nested
};

}  // namespace

std::vector<TextChain> textChainsOf(const Graph& graph) { return Structure(graph).chains(); }

}  // namespace perceptarium::network
