#include "network/expand.h"

#include <fmt/format.h>

#include <algorithm>

#include "network/checks.h"

namespace perceptarium::network {
namespace {

using Level = Expansion::Level;

class Expander {
public:
    /// `closed`: blocks stay one node each.
    Expander(const Graph& whole, bool closed) : whole_(whole), closed_(closed) { place(whole_, "", {}); }

    bool tooLarge() const { return !closed_ && count_ > kMostExpanded; }
    Expansion take() {
        result_.flat.assign(std::move(nodes_), std::move(edges_));
        return std::move(result_);
    }

private:
    using Gives = std::map<NodeId, NodeId>;

    /// Lays a drawing out. `feeds`: flat nodes that feed its block inputs. Returns what gives what its nodes give.
    Gives place(const Graph& graph, const std::string& prefix, const std::vector<NodeId>& feeds) {
        Gives gives;
        for (const auto& [id, node] : graph.nodes()) {
            ++count_;
            if (tooLarge()) return gives;
            if (!isBlock(node) && !(node.layer == kBlockInput && !path_.empty())) gives[id] = insert(node, prefix);
        }
        const auto inputs = inputsOf(graph);
        for (std::size_t port = 0; port < inputs.size() && port < feeds.size(); ++port) gives[inputs[port]] = feeds[port];
        const Wiring wiring(graph);
        for (const NodeId id : graph.topologicalOrder()) {
            const Node& node = *graph.find(id);
            if (isBlock(node)) gives[id] = placeBlock(node, wiring.into(id), gives, prefix);
            if (tooLarge()) return gives;
        }
        for (const Edge& edge : graph.edges())
            if (const Node& to = *graph.find(edge.to); !isBlock(to) && (to.layer != kBlockInput || path_.empty()))
                link(gives, edge, gives[edge.to]);
        if (inFirstCopy())
            for (const auto& [id, flat] : gives) result_.gives[nodesOfPath(id)] = flat;
        return gives;
    }

    /// Returns the flat node that gives the block's output.
    NodeId placeBlock(const Node& node, const std::vector<Edge>& into, Gives& gives, const std::string& prefix) {
        auto found = node.bypassed ? std::optional<Finding>() : faultAt(node, into);
        if (found || closed_ || node.bypassed) {
            const NodeId one = insert(node, prefix);
            for (const Edge& edge : into) link(gives, edge, one);
            if (found) {
                found->node = one;
                result_.findings.push_back(std::move(*found));
            }
            return one;
        }
        const Settings settings = *settingsOf(node, *specOf(whole_, node.layer));
        const Block& block = *blockOf(whole_, node);
        const Graph inside = insideWith(block, settings);
        const NodeId output = outputOf(inside);
        std::vector<NodeId> feeds;
        for (const Edge& edge : into) feeds.push_back(gives[edge.from]);
        const auto repeat = settingOr<std::int64_t>(settings, kRepeat, 1);
        frozen_ += node.frozen;
        for (int copy = 0; copy < repeat && !tooLarge(); ++copy) {
            path_.push_back({node.id, copy});
            const std::string number = repeat > 1 ? std::to_string(copy + 1) + "/" : "";
            feeds[0] = place(inside, prefix + node.name + "/" + number, feeds)[output];
            path_.pop_back();
        }
        frozen_ -= node.frozen;
        return feeds[0];
    }

    /// Why the node's block cannot be laid out here.
    std::optional<Finding> faultAt(const Node& node, const std::vector<Edge>& into) {
        const std::string name = blockName(node.layer);
        if (const auto known = faults_.try_emplace(name); known.second) known.first->second = faultOf(whole_, name);
        if (faults_.at(name)) return faults_.at(name);
        const SpecPtr spec = specOf(whole_, node.layer);
        if (const auto settings = settingsOf(node, *spec); !settings) return findingFrom(settings.error(), node.id, *spec);
        for (int port = 0; port < spec->maximumInputs; ++port) {
            if (port < static_cast<int>(into.size()) && into[static_cast<std::size_t>(port)].port == port) continue;
            const bool one = spec->maximumInputs == 1;
            return Finding{.port = port,
                           .what = one ? fmt::format("“{}” gets no input", node.name)
                                       : fmt::format("Input {} of “{}” is not connected", port + 1, node.name),
                           .expected = one ? "1 input" : fmt::format("{} inputs", spec->maximumInputs),
                           .found = std::to_string(into.size()),
                           .tryThis = "Draw an edge to it from the node that should come before it.",
                           .rule = "no-source"};
        }
        if (static_cast<int>(into.size()) > spec->maximumInputs)
            return Finding{.port = into.back().port,
                           .what = fmt::format("“{}” has no input {}", node.name, into.back().port + 1),
                           .tryThis = "Delete this edge.",
                           .rule = "extra-edge"};
        return std::nullopt;
    }

    void link(Gives& gives, const Edge& edge, NodeId to) {
        const auto from = gives.find(edge.from);
        if (from != gives.end() && from->second != kNoNode) edges_.insert({from->second, to, edge.port});
    }

    NodeId insert(Node node, const std::string& prefix) {
        path_.push_back({node.id, 0});
        if (path_.size() > 1) {
            node.id = idFor(path_);
            node.name = prefix + node.name;
            node.frozen = node.frozen || frozen_ > 0;
        }
        // Only a file can hold a name that looks like one of these.
        if (path_.size() > 1)
            while (names_.contains(node.name)) node.name += '\'';
        names_.insert(node.name);
        const NodeId id = node.id;
        result_.origins[id] = path_;
        nodes_.emplace(id, std::move(node));
        path_.pop_back();
        return id;
    }

    /// From the path alone (FNV-1a), so that views keep their layer while other parts of the drawing change; above all ids
    /// of files.
    NodeId idFor(const std::vector<Level>& path) const {
        std::uint64_t hash = 14695981039346656037u;
        for (const Level& level : path)
            for (const auto number : {static_cast<std::uint64_t>(level.node), static_cast<std::uint64_t>(level.copy)})
                for (int byte = 0; byte < 8; ++byte) hash = (hash ^ ((number >> (8 * byte)) & 255)) * 1099511628211u;
        NodeId id = (NodeId{1} << 40) + static_cast<NodeId>(hash >> 24);
        while (nodes_.contains(id)) ++id;
        return id;
    }

    bool inFirstCopy() const {
        return std::all_of(path_.begin(), path_.end(), [](const Level& level) { return level.copy == 0; });
    }
    BlockPath nodesOfPath(NodeId last) const {
        BlockPath path;
        for (const Level& level : path_) path.push_back(level.node);
        path.push_back(last);
        return path;
    }

    const Graph& whole_;
    const bool closed_;
    std::map<std::string, std::optional<Finding>> faults_;  ///< by block, looked for once
    int count_ = 0, frozen_ = 0;  ///< frozen blocks around what is laid out
    std::vector<Level> path_;
    std::set<std::string> names_;
    std::map<NodeId, Node> nodes_;
    std::set<Edge> edges_;
    Expansion result_;
};

}  // namespace

Expansion expand(const Graph& graph) {
    Expander open(graph, false);
    if (!open.tooLarge()) return open.take();
    Expansion closed = Expander(graph, true).take();
    closed.findings = {{.what = fmt::format("Laid out with all its blocks the network has more than {} nodes", kMostExpanded),
                        .expected = fmt::format("at most {} nodes", kMostExpanded),
                        .found = "more",
                        .tryThis = "Repeat blocks less often."}};
    return closed;
}

}  // namespace perceptarium::network
