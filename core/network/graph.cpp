#include "network/graph.h"

#include <algorithm>
#include <limits>

#include "base/check.h"
#include "network/block.h"

namespace perceptarium::network {

bool Graph::operator==(const Graph& other) const {
    return nodes_ == other.nodes_ && edges_ == other.edges_ && frames_ == other.frames_ && sameBlocks(blocks_, other.blocks_);
}

const Node* Graph::find(NodeId id) const {
    const auto found = nodes_.find(id);
    return found == nodes_.end() ? nullptr : &found->second;
}

const Node* Graph::findByName(const std::string& name) const {
    for (const auto& [id, node] : nodes_)
        if (node.name == name) return &node;
    return nullptr;
}

std::vector<Edge> Graph::edgesInto(NodeId id) const {
    std::vector<Edge> into;
    for (const Edge& edge : edges_)
        if (edge.to == id) into.push_back(edge);
    std::sort(into.begin(), into.end(), [](const Edge& a, const Edge& b) { return a.port < b.port; });
    return into;
}

std::vector<Edge> Graph::edgesOutOf(NodeId id) const {
    constexpr auto kFirst = std::numeric_limits<NodeId>::min();
    std::vector<Edge> out;
    for (auto edge = edges_.lower_bound({id, kFirst, 0}); edge != edges_.end() && edge->from == id; ++edge)
        out.push_back(*edge);
    return out;
}

std::optional<Edge> Graph::edgeInto(NodeId id, int port) const {
    for (const Edge& edge : edges_)
        if (edge.to == id && edge.port == port) return edge;
    return std::nullopt;
}

bool Graph::reaches(NodeId from, NodeId to) const {
    std::set<NodeId> seen{from};
    std::vector<NodeId> open{from};
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (id == to) return true;
        for (const Edge& edge : edgesOutOf(id))
            if (seen.insert(edge.to).second) open.push_back(edge.to);
    }
    return false;
}

std::vector<NodeId> Graph::topologicalOrder() const {
    std::map<NodeId, int> waiting;
    for (const auto& [id, node] : nodes_) waiting[id] = 0;
    for (const Edge& edge : edges_) ++waiting[edge.to];
    std::set<NodeId> ready;
    for (const auto& [id, count] : waiting)
        if (count == 0) ready.insert(id);
    std::vector<NodeId> order;
    while (!ready.empty()) {
        const NodeId id = *ready.begin();
        ready.erase(ready.begin());
        order.push_back(id);
        for (const Edge& edge : edgesOutOf(id))
            if (--waiting[edge.to] == 0) ready.insert(edge.to);
    }
    return order;
}

std::vector<NodeId> Graph::sinks() const {
    std::vector<NodeId> ids;
    for (const auto& [id, node] : nodes_)
        if (edgesOutOf(id).empty()) ids.push_back(id);
    return ids;
}

std::string Graph::freeName(const std::string& stem) const {
    for (int number = 1;; ++number) {
        std::string name = stem + std::to_string(number);
        if (!findByName(name)) return name;
    }
}

NodeId Graph::insert(Node node) {
    if (node.id == kNoNode) node.id = nextId_;
    CHECK(!nodes_.contains(node.id), "a node id was used twice");
    CHECK(!findByName(node.name), "a node name was used twice");
    nextId_ = std::max(nextId_, node.id + 1);
    const NodeId id = node.id;
    nodes_.emplace(id, std::move(node));
    return id;
}

void Graph::replace(const Node& node) {
    const auto found = nodes_.find(node.id);
    CHECK(found != nodes_.end(), "replacing a node that is not there");
    found->second = node;
}

void Graph::erase(NodeId id) {
    std::set<NodeId> fed;
    std::erase_if(edges_, [&](const Edge& edge) {
        if (edge.from == id) fed.insert(edge.to);
        return edge.from == id || edge.to == id;
    });
    nodes_.erase(id);
    for (const NodeId to : fed) closeUpPorts(to);
}

void Graph::connect(Edge edge) {
    CHECK(nodes_.contains(edge.from) && nodes_.contains(edge.to), "connecting a node that is not there");
    std::erase_if(edges_, [&](const Edge& old) { return old.to == edge.to && old.port == edge.port; });
    edges_.insert(edge);
}

void Graph::disconnect(Edge edge) {
    edges_.erase(edge);
    closeUpPorts(edge.to);
}

void Graph::assign(std::map<NodeId, Node> nodes, std::set<Edge> edges) {
    nodes_ = std::move(nodes);
    edges_ = std::move(edges);
    if (!nodes_.empty()) nextId_ = std::max(nextId_, nodes_.rbegin()->first + 1);
}

const Frame* Graph::findFrame(FrameId id) const {
    const auto found = frames_.find(id);
    return found == frames_.end() ? nullptr : &found->second;
}

FrameId Graph::insertFrame(Frame frame) {
    if (frame.id == kNoFrame) frame.id = nextFrame_;
    CHECK(!frames_.contains(frame.id), "a frame id was used twice");
    nextFrame_ = std::max(nextFrame_, frame.id + 1);
    const FrameId id = frame.id;
    frames_.emplace(id, std::move(frame));
    return id;
}

void Graph::replaceFrame(const Frame& frame) {
    const auto found = frames_.find(frame.id);
    CHECK(found != frames_.end(), "replacing a frame that is not there");
    found->second = frame;
}

void Graph::assignFrames(std::map<FrameId, Frame> frames) {
    frames_ = std::move(frames);
    if (!frames_.empty()) nextFrame_ = std::max(nextFrame_, frames_.rbegin()->first + 1);
}

void Graph::closeUpPorts(NodeId id) {
    std::vector<Edge> into = edgesInto(id);
    for (const Edge& edge : into) edges_.erase(edge);
    int port = 0;
    for (Edge edge : into) {
        edge.port = port++;
        edges_.insert(edge);
    }
}

}  // namespace perceptarium::network
