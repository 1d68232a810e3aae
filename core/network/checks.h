// The parts of shape inference: each looks at one kind of thing and adds what it finds. Private to network/.
#pragma once

#include <map>
#include <vector>

#include "layers/layer_spec.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

/// Edges by node, gathered once, so that inference stays O(nodes + edges).
struct Wiring {
    explicit Wiring(const Graph& graph);
    /// By port, then by source.
    const std::vector<Edge>& into(NodeId id) const;
    int outOf(NodeId id) const;

private:
    std::map<NodeId, std::vector<Edge>> into_;
    std::map<NodeId, int> out_;
};

/// infer() of a drawing whose blocks are laid out. Of a block that could not be, nothing is said here.
Inference inferFlat(const Graph& graph, const DataTypes& data);

/// Settings as the present version of the layer reads them: upgraded from an older file, checked and completed.
/// Error names the setting.
Result<Settings> settingsOf(const Node& node, const layers::LayerSpec& spec);

/// Of a Result's error: problem and advice apart, with the setting when it names one of the layer's.
Finding findingFrom(const Error& error, NodeId node, const layers::LayerSpec& spec);

/// Empty drawing, no Input, circles, names used twice, several ends; sets inference.output.
void checkStructure(const Graph& graph, const Wiring& wiring, const std::vector<NodeId>& order, Inference& inference);

/// The Dense that decides how many numbers come out of `id`: that node, or one before it with only layers between that keep
/// the shape. nullptr if there is none.
const Node* denseBefore(const Graph& graph, const Wiring& wiring, NodeId id);

/// How many numbers the data ask for; two classes may be told apart by one, when there is one now.
std::int64_t wantedUnits(const TargetInfo& target, std::int64_t now);

/// Is it a vector of as many numbers as the data ask for?
bool fitsTarget(const TensorType& type, const TargetInfo& target);

/// Does what comes out fit what the data ask for? Requires inference.outputs of the output node.
void checkTarget(const Graph& graph, const Wiring& wiring, const TargetInfo& target, Inference& inference);

/// How far the stride of a window may go along each axis without skipping anything. (A size of 1 is there to skip.)
Pair farthestStride(const Settings& settings);

/// Legal, but probably not what was meant.
void addHints(const Graph& graph, const Wiring& wiring, const std::vector<NodeId>& order, Inference& inference);

}  // namespace perceptarium::network
