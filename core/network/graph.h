// Graph: the network as drawn. A plain value: small ids, no pointers into the engine, no pictures; comparing and copying
// it is all that undo needs.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/settings.h"
#include "network/frame.h"

namespace perceptarium::network {

using NodeId = std::int64_t;  ///< 1, 2, …; never used again within a document. 0: none
inline constexpr NodeId kNoNode = 0;

struct Node {
    NodeId id = kNoNode;
    std::string layer;  ///< id of the LayerSpec; kept when the layer is not known here ("missing layer")
    int version = 1;    ///< of the LayerSpec that the settings were written for
    std::string name;   ///< unique in the graph: "conv1"
    Settings settings;  ///< only what differs from the standard needs to be there
    Point position;     ///< centre, in scene units
    bool bypassed = false;   ///< as if it were not there: its first input goes on in its place (bypass.h)
    bool frozen = false;     ///< its parameters are not trained, its running averages rest
    bool collapsed = false;  ///< drawn small, with its name only
    bool operator==(const Node&) const = default;
};

/// From a node's output to input number `port` of another. A merge's ports are 0 … k−1 without gaps.
struct Edge {
    NodeId from = kNoNode;
    NodeId to = kNoNode;
    int port = 0;
    auto operator<=>(const Edge&) const = default;
};

struct Block;
/// Definitions of blocks by name (block.h). Copies of a graph share them; a change makes a new one.
using Blocks = std::map<std::string, std::shared_ptr<const Block>>;

class Graph {
public:
    const std::map<NodeId, Node>& nodes() const { return nodes_; }
    const std::set<Edge>& edges() const { return edges_; }
    const std::map<FrameId, Frame>& frames() const { return frames_; }
    /// What a node of layer "block/<name>" stands for.
    const Blocks& blocks() const { return blocks_; }
    /// The same drawing; which ids were used before does not count.
    bool operator==(const Graph& other) const;

    const Node* find(NodeId id) const;
    const Node* findByName(const std::string& name) const;
    /// By port number; the ports that are connected.
    std::vector<Edge> edgesInto(NodeId id) const;
    std::vector<Edge> edgesOutOf(NodeId id) const;
    std::optional<Edge> edgeInto(NodeId id, int port) const;
    /// Is there a way from → … → to (or are they the same)? Each node is visited once.
    bool reaches(NodeId from, NodeId to) const;
    /// Every node after all that it needs; ties by id. Nodes on a cycle are left out (only a bad file has one).
    std::vector<NodeId> topologicalOrder() const;
    /// Nodes without outgoing edges.
    std::vector<NodeId> sinks() const;

    /// An id that no node had.
    NodeId nextId() const { return nextId_; }
    /// "conv2d" → "conv2d3": the first free name with this stem.
    std::string freeName(const std::string& stem) const;

    /// Plain changes; what a user does is in edits.h. Requires the id (if not 0) and name to be free (CHECK); returns the id.
    NodeId insert(Node node);
    void replace(const Node& node);  ///< same id
    void erase(NodeId id);           ///< with its edges; merge ports close up
    void connect(Edge edge);         ///< replaces what was at that port
    void disconnect(Edge edge);      ///< merge ports close up
    /// All nodes and edges at once, for undo. Ids that were used stay used.
    void assign(std::map<NodeId, Node> nodes, std::set<Edge> edges);
    void setBlocks(Blocks blocks) { blocks_ = std::move(blocks); }

    const Frame* findFrame(FrameId id) const;
    FrameId insertFrame(Frame frame);         ///< an id that is free (CHECK), or 0 for the next
    void replaceFrame(const Frame& frame);    ///< same id
    void eraseFrame(FrameId id) { frames_.erase(id); }
    void assignFrames(std::map<FrameId, Frame> frames);  ///< likewise for undo

private:
    void closeUpPorts(NodeId id);
    std::map<NodeId, Node> nodes_;
    std::set<Edge> edges_;
    std::map<FrameId, Frame> frames_;
    Blocks blocks_;
    NodeId nextId_ = 1;
    FrameId nextFrame_ = 1;
};

}  // namespace perceptarium::network
