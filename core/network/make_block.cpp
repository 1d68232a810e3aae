// A part of a drawing becomes a block, and a block becomes a part of the drawing again.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "network/block_edits.h"
#include "network/checks.h"
#include "network/edit_parts.h"

namespace perceptarium::network {
namespace {

using Ids = std::set<NodeId>;

constexpr std::int64_t kMostUnpacked = 2'000;  ///< of nodes; drawings with more are slow to work with

std::string namesOf(const Graph& graph, const Ids& ids) {
    std::string names;
    for (const NodeId id : ids) names += (names.empty() ? "“" : ", “") + graph.find(id)->name + "”";
    return names;
}

/// The chosen nodes whose output is used outside, or by no one.
Ids endsOf(const Graph& graph, const Ids& chosen) {
    Ids ends;
    for (const NodeId id : chosen) {
        const auto out = graph.edgesOutOf(id);
        if (out.empty() || std::any_of(out.begin(), out.end(), [&](const Edge& e) { return !chosen.contains(e.to); }))
            ends.insert(id);
    }
    return ends;
}

/// What lies on a way from the chosen nodes out and back into them.
Ids between(const Graph& graph, const Ids& chosen) {
    Ids found, seen;
    std::vector<NodeId> open;
    for (const NodeId id : chosen)
        for (const Edge& edge : graph.edgesOutOf(id))
            if (!chosen.contains(edge.to) && seen.insert(edge.to).second) open.push_back(edge.to);
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        for (const Edge& edge : graph.edgesOutOf(id)) {
            if (chosen.contains(edge.to)) found.insert(id);
            else if (seen.insert(edge.to).second) open.push_back(edge.to);
        }
    }
    return found;
}

/// Nodes outside that feed the chosen ones, in the order of the drawing's flow.
std::vector<NodeId> sourcesOf(const Graph& graph, const Ids& chosen) {
    Ids outside;
    for (const Edge& edge : graph.edges())
        if (chosen.contains(edge.to) && !chosen.contains(edge.from)) outside.insert(edge.from);
    std::vector<NodeId> sources;
    for (const NodeId id : graph.topologicalOrder())
        if (outside.contains(id)) sources.push_back(id);
    return sources;
}

Status check(const Graph& graph, const Ids& chosen) {
    if (chosen.empty()) return Error{"nothing is selected that could become a block", {}, "one or more layers", {}};
    for (const NodeId id : chosen) {
        const Node* node = graph.find(id);
        if (!node) return Error{"there is no such layer in the drawing", {}, {}, {}};
        const SpecPtr spec = specOf(graph, node->layer);
        if (spec && spec->category == layers::Category::Data)
            return Error{fmt::format("“{}” stays outside: a block takes what comes from it. Select the layers only", node->name),
                         {}, {}, {}};
    }
    if (const Ids lying = between(graph, chosen); !lying.empty())
        return Error{fmt::format("{} would come both after and before the block. Select it too", namesOf(graph, lying)), {}, {}, {}};
    if (const Ids ends = endsOf(graph, chosen); ends.size() != 1)
        return Error{fmt::format("a block has one output, but {} are all used outside or lead nowhere. Select up to where they join",
                                 namesOf(graph, ends)),
                     {}, "one output", std::to_string(ends.size())};
    return {};
}

struct Box {
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    void add(Point at) {
        left = std::min(left, at.x);
        right = std::max(right, at.x);
        top = std::min(top, at.y);
        bottom = std::max(bottom, at.y);
    }
    Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
};

NodeId addBlockInput(Graph& inside, Point place) {
    Node node;
    node.layer = kBlockInput;
    node.name = inside.freeName("in");
    node.position = place;
    return inside.insert(std::move(node));
}

/// The chosen nodes with block inputs for what comes from `sources`; none: for what has no input.
Graph insideOf(const Graph& graph, const Ids& chosen, const std::vector<NodeId>& sources, const Box& box) {
    Graph inside;
    for (const NodeId id : chosen) inside.insert(*graph.find(id));
    for (const Edge& edge : graph.edges())
        if (chosen.contains(edge.from) && chosen.contains(edge.to)) inside.connect(edge);
    Point place = snapped({box.left - kNodeWidth - kGapX, box.centre().y - (kNodeHeight + kGapY) / 2 *
                           static_cast<double>(sources.empty() ? 0 : sources.size() - 1)});
    for (const NodeId source : sources) {
        const NodeId input = addBlockInput(inside, place);
        for (const Edge& edge : graph.edgesOutOf(source))
            if (chosen.contains(edge.to)) inside.connect({input, edge.to, edge.port});
        place.y += kNodeHeight + kGapY;
    }
    if (!sources.empty()) return inside;
    const NodeId input = addBlockInput(inside, place);
    for (const NodeId id : chosen) {
        const SpecPtr spec = specOf(graph, inside.find(id)->layer);
        if (inside.edgesInto(id).empty() && (!spec || spec->maximumInputs > 0)) inside.connect({input, id, 0});
    }
    return inside;
}

}  // namespace

Result<NodeId> makeBlock(Graph& graph, const std::vector<NodeId>& nodes, const std::string& name) {
    const Ids chosen(nodes.begin(), nodes.end());
    PC_TRY(check(graph, chosen));
    PC_TRY(checkName("a block", name));
    const NodeId end = *endsOf(graph, chosen).begin();
    const auto sources = sourcesOf(graph, chosen);
    Box box;
    for (const NodeId id : chosen) box.add(graph.find(id)->position);

    auto block = std::make_shared<Block>();
    block->inside = insideOf(graph, chosen, sources, box);
    const std::string free = freeBlockName(graph, name);
    Blocks blocks = graph.blocks();
    blocks[free] = std::move(block);
    graph.setBlocks(std::move(blocks));

    Node node;
    node.layer = blockLayer(free);
    node.position = snapped(box.centre());
    const auto onward = graph.edgesOutOf(end);
    for (const NodeId id : chosen) graph.erase(id);
    node.name = graph.freeName(stemOf(node.layer));
    const NodeId id = graph.insert(std::move(node));
    for (std::size_t port = 0; port < sources.size(); ++port) graph.connect({sources[port], id, static_cast<int>(port)});
    for (const Edge& edge : onward) graph.connect({id, edge.to, edge.port});
    return id;
}

Result<std::vector<NodeId>> unpackBlock(Graph& graph, NodeId id) {
    const Node* found = graph.find(id);
    if (!found || !isBlock(*found)) return Error{"only a block can be unpacked", {}, {}, {}};
    const Node node = *found;
    if (const auto fault = faultOf(graph, blockName(node.layer))) return Error{fault->what, node.name, {}, {}};
    const SpecPtr spec = specOf(graph, node.layer);
    const Settings settings = PC_TRY(settingsOf(node, *spec));
    const auto repeat = settingOr<std::int64_t>(settings, kRepeat, 1);
    const Graph inside = insideWith(*blockOf(graph, node), settings);
    if (repeat * static_cast<std::int64_t>(inside.nodes().size()) > kMostUnpacked)
        return Error{"unpacked this would be too many layers to draw", node.name, fmt::format("at most {}", kMostUnpacked), {}};

    const auto inputs = inputsOf(inside);
    Box box;
    for (const auto& [inner, each] : inside.nodes())
        if (each.layer != kBlockInput) box.add(each.position);
    const double width = box.right - box.left + kNodeWidth + kGapX;
    for (const auto& [other, each] : std::map(graph.nodes()))
        if (each.position.x > node.position.x)
            setPosition(graph, other, {each.position.x + width * static_cast<double>(repeat) - kNodeWidth - kGapX, each.position.y});

    std::vector<NodeId> feeds(inputs.size(), kNoNode), made;
    for (const Edge& edge : graph.edgesInto(id))
        if (static_cast<std::size_t>(edge.port) < feeds.size()) feeds[static_cast<std::size_t>(edge.port)] = edge.from;
    const auto onward = graph.edgesOutOf(id);
    graph.erase(id);
    for (int copy = 0; copy < repeat; ++copy) {
        std::map<NodeId, NodeId> here;
        for (std::size_t port = 0; port < inputs.size(); ++port) here[inputs[port]] = feeds[port];
        for (const auto& [inner, each] : inside.nodes()) {
            if (each.layer == kBlockInput) continue;
            Node out = each;
            out.id = kNoNode;
            out.name = freeNameLike(graph, each.name, each.layer);
            out.position = snapped({node.position.x + each.position.x - box.left + width * copy,
                                    node.position.y + each.position.y - box.centre().y});
            made.push_back(here[inner] = graph.insert(std::move(out)));
        }
        for (const Edge& edge : inside.edges())
            if (here[edge.from] != kNoNode) graph.connect({here[edge.from], here[edge.to], edge.port});
        feeds[0] = here[outputOf(inside)];
    }
    for (const Edge& edge : onward) graph.connect({feeds[0], edge.to, edge.port});
    return made;
}

}  // namespace perceptarium::network
