// Walks the drawing and says what flows along every edge, how many parameters every node has, and what is wrong.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "network/findings.h"
#include "network/graph.h"
#include "tensor/tensor.h"

namespace perceptarium::network {

/// What the network is asked to give, as far as the data tells.
struct TargetInfo {
    enum class Kind { Class, Number } kind = Kind::Class;
    std::vector<std::string> classes;  ///< names, for Class
    std::int64_t width = 1;            ///< numbers an example, for Number
    bool operator==(const TargetInfo&) const = default;
};

/// What the data gives. Without it (no data loaded) the Input layer's own setting decides.
struct DataTypes {
    std::optional<TensorType> input;
    std::optional<TargetInfo> target;
};

struct Inference {
    std::map<NodeId, TensorType> outputs;              ///< of the nodes that could be inferred
    /// By port, of nodes whose inputs are all known (also where the layer refused them).
    std::map<NodeId, std::vector<TensorType>> inputs;
    std::map<NodeId, std::int64_t> parameters;         ///< numbers that are trained, or would be if not frozen
    std::int64_t frozenParameters = 0;                 ///< of these, in frozen nodes
    std::vector<Finding> findings;
    NodeId output = kNoNode;  ///< the one sink; kNoNode when there is none or several
    /// Bypassed nodes and what only led into them: not computed. A bypassed one's output is what goes on in its place.
    std::set<NodeId> leftOut;

    bool valid() const;
    std::int64_t totalParameters() const;  ///< frozen ones too
    std::int64_t trainableParameters() const { return totalParameters() - frozenParameters; }
    /// The first error at that node, nullptr if none.
    const Finding* errorAt(NodeId id) const;
};

/// O(nodes + edges). Never fails: what is wrong is in the findings.
Inference infer(const Graph& graph, const DataTypes& data = {});

/// Would an edge from → to (at `port`) work? nullopt if so, else the reason in words. For the canvas while dragging.
std::optional<Finding> refuseConnection(const Graph& graph, const Edge& edge, const DataTypes& data = {});
/// The same with the inference of `graph` at hand: O(edges), for lighting up every port while a wire is dragged.
std::optional<Finding> refuseConnection(const Graph& graph, const Edge& edge, const Inference& inference);

}  // namespace perceptarium::network
