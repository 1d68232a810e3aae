#include "network/edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "network/block_edits.h"
#include "network/edit_parts.h"

namespace perceptarium::network {
namespace {

/// How many inputs a node can take; a layer that is not known here keeps what it has.
int maximumInputs(const Graph& graph, const Node& node) {
    const SpecPtr spec = specOf(graph, node.layer);
    return spec ? spec->maximumInputs : layers::kAnyInputs;
}

bool overlap(Point a, Point b) {
    return std::abs(a.x - b.x) < kNodeWidth + kGrid && std::abs(a.y - b.y) < kNodeHeight + kGrid;
}

/// The nearest free place at or below `wanted`.
Point freePlace(const Graph& graph, Point wanted, NodeId except = kNoNode) {
    Point place = snapped(wanted);
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& [id, node] : graph.nodes())
            if (id != except && overlap(node.position, place)) {
                place = snapped({place.x, node.position.y + kNodeHeight + kGapY});
                moved = true;
            }
    }
    return place;
}

/// "conv12" → "conv".
std::string withoutNumber(std::string name) {
    while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
    return name;
}

double along(Point point, Flow flow) { return flow == Flow::Down ? point.y : point.x; }
/// From one node to the next.
double stepOf(Flow flow) { return flow == Flow::Down ? kNodeHeight + kGapDown : kNodeWidth + kGapX; }
Point shifted(Point point, double by, Flow flow) { return flow == Flow::Down ? Point{point.x, point.y + by} : Point{point.x + by, point.y}; }

/// What is downstream moves on, until a node at `start` has its gap.
void makeRoom(Graph& graph, const std::set<NodeId>& downstream, double start, Flow flow) {
    double nearest = INFINITY;
    for (const NodeId id : downstream) nearest = std::min(nearest, along(graph.find(id)->position, flow));
    const double shift = start + stepOf(flow) - nearest;
    if (!std::isfinite(shift) || shift <= 0) return;
    for (const NodeId id : downstream) setPosition(graph, id, snapped(shifted(graph.find(id)->position, shift, flow)));
}

/// What those edges lead to as long as it goes on in the flow's direction: the rest of a row, not the rows below it.
std::set<NodeId> onwardFrom(const Graph& graph, std::vector<Edge> edges, Flow flow) {
    std::set<NodeId> reached;
    while (!edges.empty()) {
        const Edge edge = edges.back();
        edges.pop_back();
        if (along(graph.find(edge.to)->position, flow) <= along(graph.find(edge.from)->position, flow)) continue;
        if (!reached.insert(edge.to).second) continue;
        for (const Edge& next : graph.edgesOutOf(edge.to)) edges.push_back(next);
    }
    return reached;
}

}  // namespace

Result<SpecPtr> knownSpec(const Graph& graph, const std::string& layer) {
    if (SpecPtr spec = specOf(graph, layer)) return spec;
    if (isBlock(layer)) return Error{"this project has no such block", {}, {}, blockName(layer)};
    return Error{"there is no such layer", {}, "a layer of the palette", layer};
}

std::string stemOf(const std::string& layer) {
    std::string stem = isBlock(layer) ? blockName(layer) : layer;
    std::erase_if(stem, [](char c) { return c == '-' || c == ' ' || c == '.'; });
    std::transform(stem.begin(), stem.end(), stem.begin(), [](unsigned char c) { return std::tolower(c); });
    if (!isBlock(layer)) return stem;
    stem = withoutNumber(stem);
    return stem.empty() ? "block" : stem;
}

std::string freeNameLike(const Graph& graph, const std::string& name, const std::string& layer) {
    if (!graph.findByName(name)) return name;
    const std::string stem = withoutNumber(name);
    return graph.freeName(stem.empty() ? stemOf(layer) : stem);
}

Point snapped(Point point) {
    return {std::round(point.x / kGrid) * kGrid, std::round(point.y / kGrid) * kGrid};
}

void setPosition(Graph& graph, NodeId id, Point position) {
    Node node = *graph.find(id);
    node.position = position;
    graph.replace(node);
}

Status checkName(const std::string& what, const std::string& name) {
    if (name.empty()) return Error{what + " needs a name", {}, {}, {}};
    if (name.find_first_of("./\\\"\n\r\t") != std::string::npos)
        return Error{what + "'s name cannot hold dots, slashes or quotes", {}, {}, name};
    return {};
}

Result<NodeId> addNode(Graph& graph, const std::string& layer, Point position) {
    const SpecPtr spec = PC_TRY(knownSpec(graph, layer));
    Node node;
    node.layer = layer;
    node.version = spec->version;
    node.name = graph.freeName(stemOf(layer));
    node.position = freePlace(graph, position);
    return graph.insert(std::move(node));
}

Result<NodeId> appendNode(Graph& graph, const std::string& layer, NodeId after) {
    const SpecPtr spec = PC_TRY(knownSpec(graph, layer));
    const Flow flow = flowOf(graph);
    if (after == kNoNode && !graph.nodes().empty()) {
        // The sink furthest to the right (or down) is where a drawing is being continued.
        for (const NodeId id : graph.sinks())
            if (after == kNoNode || along(graph.find(id)->position, flow) > along(graph.find(after)->position, flow)) after = id;
    }
    if (after == kNoNode || !graph.find(after)) return addNode(graph, layer, {0, 0});
    const Point from = graph.find(after)->position;
    const Point place = shifted(from, stepOf(flow), flow);
    if (spec->maximumInputs == 0) return addNode(graph, layer, {from.x, from.y + kNodeHeight + kGapY});

    const std::vector<Edge> onward = graph.edgesOutOf(after);
    makeRoom(graph, onwardFrom(graph, onward, flow), along(place, flow), flow);
    const NodeId id = PC_TRY(addNode(graph, layer, place));
    for (const Edge& edge : onward) graph.connect({id, edge.to, edge.port});
    graph.connect({after, id, 0});
    return id;
}

Result<NodeId> insertOnEdge(Graph& graph, const std::string& layer, const Edge& edge, Point position) {
    const SpecPtr spec = PC_TRY(knownSpec(graph, layer));
    if (spec->maximumInputs == 0)
        return Error{spec->title + " takes no input, so it cannot go between two layers", {}, {}, {}};
    const Flow flow = flowOf(graph);
    makeRoom(graph, onwardFrom(graph, {edge}, flow), along(position, flow), flow);
    const NodeId id = PC_TRY(addNode(graph, layer, position));
    const NodeId from = edge.from;  // the edge may be one of the graph's own, and goes with the first line
    graph.connect({id, edge.to, edge.port});
    graph.connect({from, id, 0});
    return id;
}

Status putOnEdge(Graph& graph, NodeId id, const Edge& edge) {
    const Node* node = graph.find(id);
    if (!node || maximumInputs(graph, *node) == 0) return Error{"this layer takes no input, so it cannot go between two layers", {}, {}, {}};
    if (!graph.edgesInto(id).empty() || !graph.edgesOutOf(id).empty())
        return Error{node->name + " is connected already", {}, "a layer without connections", {}};
    const Flow flow = flowOf(graph);
    makeRoom(graph, onwardFrom(graph, {edge}, flow), along(node->position, flow), flow);
    const NodeId from = edge.from;  // as in insertOnEdge()
    graph.connect({id, edge.to, edge.port});
    graph.connect({from, id, 0});
    return {};
}

Status connect(Graph& graph, const Edge& edge) {
    const Node* from = graph.find(edge.from);
    const Node* to = graph.find(edge.to);
    if (!from || !to) return Error{"there is no such layer in the drawing", {}, {}, {}};
    if (maximumInputs(graph, *to) == 0) return Error{to->name + " takes no input", {}, {}, {}};
    const int connected = static_cast<int>(graph.edgesInto(edge.to).size());
    if (edge.port < 0 || edge.port >= maximumInputs(graph, *to) || edge.port > connected)
        return Error{fmt::format("{} has no input {}", to->name, edge.port + 1), {}, {}, {}};
    if (graph.reaches(edge.to, edge.from))
        return Error{fmt::format("{} already feeds {}: data would run in a circle", to->name, from->name), {}, {}, {}};
    graph.connect(edge);
    return {};
}

void disconnect(Graph& graph, const Edge& edge) { graph.disconnect(edge); }

void removeHealing(Graph& graph, const std::vector<NodeId>& nodes) {
    for (const NodeId id : nodes) {
        if (!graph.find(id)) continue;
        const auto into = graph.edgesInto(id);
        if (into.size() == 1)
            for (const Edge& edge : graph.edgesOutOf(id)) graph.connect({into[0].from, edge.to, edge.port});
        graph.erase(id);
    }
}

std::vector<Edge> healingEdges(const Graph& graph, const std::set<NodeId>& nodes) {
    std::set<NodeId> sources;
    std::vector<Edge> healing;
    for (const Edge& edge : graph.edges()) {
        const bool from = nodes.contains(edge.from), to = nodes.contains(edge.to);
        if (to && !from) sources.insert(edge.from);
        if (from && !to) healing.push_back(edge);
    }
    if (sources.size() != 1) return {};
    // Only what was fed by way of these nodes from there: anything else could run in a circle.
    std::erase_if(healing, [&](const Edge& edge) { return !graph.reaches(*sources.begin(), edge.from); });
    for (Edge& edge : healing) edge.from = *sources.begin();
    return healing;
}

void takeOut(Graph& graph, const std::vector<NodeId>& nodes) {
    const std::set<NodeId> chosen(nodes.begin(), nodes.end());
    const std::vector<Edge> healing = healingEdges(graph, chosen);
    for (const Edge& edge : healing) graph.connect(edge);  // in the place of the node's own edge
    // From the last port, so that those of a merge that close up do not move the ones still to go.
    std::vector<Edge> open;
    for (const Edge& edge : graph.edges())
        if (chosen.contains(edge.from) != chosen.contains(edge.to)) open.push_back(edge);
    std::sort(open.begin(), open.end(), [](const Edge& a, const Edge& b) { return a.port > b.port; });
    for (const Edge& edge : open) graph.disconnect(edge);
}

void remove(Graph& graph, const std::vector<NodeId>& nodes) {
    for (const NodeId id : nodes) graph.erase(id);
}

Status changeSetting(Graph& graph, NodeId id, const std::string& setting, const SettingValue& value) {
    const Node* found = graph.find(id);
    if (!found) return Error{"there is no such layer in the drawing", {}, {}, {}};
    const SpecPtr layer = PC_TRY(knownSpec(graph, found->layer));
    const SettingSpec* spec = findSetting(layer->settings, setting);
    if (!spec) return Error{layer->title + " has no such setting", setting, {}, {}};
    Node node = *found;
    node.settings[setting] = PC_TRY(checkSetting(*spec, value));
    graph.replace(node);
    return {};
}

Status renameInRow(Graph& graph, const std::vector<NodeId>& nodes, const std::string& stem) {
    PC_TRY(checkName("a layer", stem));
    const std::set<NodeId> chosen(nodes.begin(), nodes.end());
    std::set<std::string> taken;
    for (const auto& [id, node] : graph.nodes())
        if (!chosen.contains(id)) taken.insert(node.name);
    auto order = graph.topologicalOrder();
    for (const NodeId id : chosen)  // on a circle there is no order
        if (std::find(order.begin(), order.end(), id) == order.end()) order.push_back(id);
    int number = 0;
    for (const NodeId id : order) {
        if (!chosen.contains(id) || !graph.find(id)) continue;
        Node node = *graph.find(id);
        do node.name = stem + std::to_string(++number);
        while (taken.contains(node.name));
        graph.replace(node);
    }
    return {};
}

Status rename(Graph& graph, NodeId id, const std::string& name) {
    const Node* found = graph.find(id);
    if (!found) return Error{"there is no such layer in the drawing", {}, {}, {}};
    PC_TRY(checkName("a layer", name));
    const Node* other = graph.findByName(name);
    if (other && other->id != id) return Error{"another layer has this name", {}, "a name of its own", name};
    Node node = *found;
    node.name = name;
    graph.replace(node);
    return {};
}

void move(Graph& graph, const std::vector<NodeId>& nodes, Point by) {
    for (const NodeId id : nodes)
        if (const Node* node = graph.find(id))
            setPosition(graph, id, {node->position.x + by.x, node->position.y + by.y});
}

namespace {

Status setFlag(Graph& graph, const std::vector<NodeId>& nodes, bool Node::*flag, bool on) {
    for (const NodeId id : nodes) {
        if (!graph.find(id)) continue;
        Node node = *graph.find(id);
        node.*flag = on;
        graph.replace(node);
    }
    return {};
}

}  // namespace

Status bypass(Graph& graph, const std::vector<NodeId>& nodes, bool on) {
    for (const NodeId id : nodes) {
        const Node* node = graph.find(id);
        const SpecPtr spec = node ? specOf(graph, node->layer) : nullptr;
        if (on && spec && spec->category == layers::Category::Data)
            return Error{node->name + " cannot be bypassed: the data enter there", {}, {}, {}};
    }
    return setFlag(graph, nodes, &Node::bypassed, on);
}

Status freeze(Graph& graph, const std::vector<NodeId>& nodes, bool on) {
    return setFlag(graph, nodes, &Node::frozen, on);
}

Status collapse(Graph& graph, const std::vector<NodeId>& nodes, bool on) {
    return setFlag(graph, nodes, &Node::collapsed, on);
}

Fragment copy(const Graph& graph, const std::vector<NodeId>& nodes, const std::vector<FrameId>& frames) {
    Fragment fragment;
    for (const FrameId id : std::set<FrameId>(frames.begin(), frames.end()))
        if (const Frame* frame = graph.findFrame(id)) fragment.frames.push_back(*frame);
    const std::set<NodeId> chosen(nodes.begin(), nodes.end());
    for (const NodeId id : chosen)
        if (const Node* node = graph.find(id)) fragment.nodes.push_back(*node);
    for (const Edge& edge : graph.edges())
        if (chosen.contains(edge.to)) fragment.edges.push_back(edge);
    std::set<std::string> blocks;
    for (const Node& node : fragment.nodes)
        if (isBlock(node)) blocks.insert(blockName(node.layer));
    fragment.blocks = withInner(graph, blocks);
    return fragment;
}

std::vector<NodeId> paste(Graph& graph, const Fragment& fragment, Point by, bool keepInputs,
                          std::vector<FrameId>* frames) {
    for (Frame frame : fragment.frames) {
        frame.id = kNoFrame;
        frame.corner = {frame.corner.x + by.x, frame.corner.y + by.y};
        const FrameId id = graph.insertFrame(std::move(frame));
        if (frames) frames->push_back(id);
    }
    std::map<NodeId, NodeId> renamed;
    std::vector<NodeId> pasted;
    const auto blocks = importBlocks(graph, fragment.blocks);
    for (Node node : fragment.nodes) {
        const NodeId old = node.id;
        node.id = kNoNode;
        node.name = freeNameLike(graph, node.name, node.layer);
        if (isBlock(node))
            if (const auto here = blocks.find(blockName(node.layer)); here != blocks.end())
                node.layer = blockLayer(here->second);
        node.position = freePlace(graph, {node.position.x + by.x, node.position.y + by.y});
        pasted.push_back(renamed[old] = graph.insert(std::move(node)));
    }
    std::vector<Edge> edges = fragment.edges;
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.port < b.port; });
    for (const Edge& edge : edges) {
        if (!renamed.contains(edge.to)) continue;
        const NodeId to = renamed.at(edge.to);
        const bool inside = renamed.contains(edge.from);
        if (!inside && !(keepInputs && graph.find(edge.from))) continue;
        const Node& node = *graph.find(to);
        // Merges close up over inputs that did not come along; others keep their port.
        const int port = maximumInputs(graph, node) > 1 ? static_cast<int>(graph.edgesInto(to).size()) : edge.port;
        const NodeId from = inside ? renamed.at(edge.from) : edge.from;
        if (!graph.reaches(to, from)) graph.connect({from, to, port});
    }
    return pasted;
}

void align(Graph& graph, const std::vector<NodeId>& nodes, Alignment alignment) {
    std::vector<Point> at;
    for (const NodeId id : nodes)
        if (const Node* node = graph.find(id)) at.push_back(node->position);
    if (at.size() < 2) return;
    const auto [left, right] = std::minmax_element(at.begin(), at.end(), [](Point a, Point b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(at.begin(), at.end(), [](Point a, Point b) { return a.y < b.y; });
    for (const NodeId id : nodes) {
        if (!graph.find(id)) continue;
        Point point = graph.find(id)->position;
        switch (alignment) {
            case Alignment::Left: point.x = left->x; break;
            case Alignment::Right: point.x = right->x; break;
            case Alignment::Top: point.y = top->y; break;
            case Alignment::Bottom: point.y = bottom->y; break;
            case Alignment::CentreHorizontally: point.x = (left->x + right->x) / 2; break;
            case Alignment::CentreVertically: point.y = (top->y + bottom->y) / 2; break;
        }
        setPosition(graph, id, point);
    }
}

}  // namespace perceptarium::network
