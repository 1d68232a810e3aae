// What a user does to a drawing, as functions from a graph to a graph: each is checked, named and undoable without a
// window. (The history that undoes them is project/history.h.)
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "network/graph.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

/// Which way a drawing runs. It is read from the drawing itself: Down when at least three of its edges lead straight down, and
/// more than lead to the right. The ports are where it runs in and out, and what is appended goes on that way.
enum class Flow { Right, Down };
Flow flowOf(const Graph& graph);

/// A new node of that layer, with a free name. Error: unknown layer.
Result<NodeId> addNode(Graph& graph, const std::string& layer, Point position);
/// After `after`: its outgoing edges move to the new node when that node has an input; placed to its right (or below), what is
/// in the way moves. kNoNode: after the sink, or alone in an empty drawing.
Result<NodeId> appendNode(Graph& graph, const std::string& layer, NodeId after);
/// In the middle of an edge. Error when the layer takes no input.
Result<NodeId> insertOnEdge(Graph& graph, const std::string& layer, const Edge& edge, Point position);
/// An existing, unconnected node dropped on an edge.
Status putOnEdge(Graph& graph, NodeId node, const Edge& edge);
/// Replaces what was at that port; a merge gets a new port when `edge.port` is one past its last. Error: a cycle, no such
/// node, a node without inputs.
Status connect(Graph& graph, const Edge& edge);
void disconnect(Graph& graph, const Edge& edge);
/// Removes nodes; where a removed node had one input, what it fed is fed by that input (the chain heals).
void removeHealing(Graph& graph, const std::vector<NodeId>& nodes);
/// Out of the chain, but still in the drawing: edges among these nodes stay, those to others go; what they fed is fed by what
/// fed them, when that was one node.
void takeOut(Graph& graph, const std::vector<NodeId>& nodes);
/// The edges that then close the chain, for showing them before.
std::vector<Edge> healingEdges(const Graph& graph, const std::set<NodeId>& nodes);
/// Only removes.
void remove(Graph& graph, const std::vector<NodeId>& nodes);
/// Error names the setting.
Status changeSetting(Graph& graph, NodeId node, const std::string& setting, const SettingValue& value);
/// Error: empty, or taken by another node.
Status rename(Graph& graph, NodeId node, const std::string& name);
/// "conv" makes them conv1, conv2, … in the order of the flow; numbers that others have are left out. Error: empty.
Status renameInRow(Graph& graph, const std::vector<NodeId>& nodes, const std::string& stem);
void move(Graph& graph, const std::vector<NodeId>& nodes, Point by);
/// Switches nodes off (bypass.h), or on again. Error: an Input, where the data enter. This and the next two skip nodes
/// that are not there.
Status bypass(Graph& graph, const std::vector<NodeId>& nodes, bool on);
/// Keeps what nodes have learned from being trained further.
Status freeze(Graph& graph, const std::vector<NodeId>& nodes, bool on);
/// Draws them small.
Status collapse(Graph& graph, const std::vector<NodeId>& nodes, bool on);

/// Makes the drawing suit other data: the Input takes them as they are, and the last Dense (before a closing Softmax or
/// Sigmoid) gives as many numbers as they ask for; two classes stay one number where it was one. For a target that is a
/// number, a closing Softmax or Sigmoid goes. What was changed, in words.
std::vector<std::string> fitToData(Graph& graph, const DataTypes& data);

/// A part of a drawing on the clipboard: nodes and the edges among them, and (for paste keeping inputs) into them; with
/// what the blocks among them are.
struct Fragment {
    std::vector<Node> nodes;
    std::vector<Edge> edges;
    std::vector<Frame> frames;
    Blocks blocks;
};
Fragment copy(const Graph& graph, const std::vector<NodeId>& nodes, const std::vector<FrameId>& frames = {});
/// New ids and free names; shifted by `by`. With `keepInputs`, edges from outside are kept where their source still is.
/// The frames that were made go to `frames`.
std::vector<NodeId> paste(Graph& graph, const Fragment& fragment, Point by, bool keepInputs = false,
                          std::vector<FrameId>* frames = nullptr);

/// Layers from left to right by depth (longest path), branches spread up and down; nothing overlaps. What would be too
/// wide to read goes on in further rows below, broken where only one node's output runs on. Branches keep their order from
/// top to bottom. `nodes` empty: all. Flow::Down: the same from top to bottom, in one column of layers. Frames follow the
/// nodes that they held.
void arrange(Graph& graph, const std::vector<NodeId>& nodes = {}, Flow flow = Flow::Right);
enum class Alignment { Left, Right, Top, Bottom, CentreHorizontally, CentreVertically };
void align(Graph& graph, const std::vector<NodeId>& nodes, Alignment alignment);

/// Distances that canvas and arrange() share, in scene units.
inline constexpr double kNodeWidth = 168, kNodeHeight = 64, kGapX = 56, kGapY = 40, kGrid = 8;
inline constexpr double kGapDown = 88;  ///< between layers of a drawing that runs down: each may have a picture above it

}  // namespace perceptarium::network
