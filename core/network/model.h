// Model: a drawing compiled into a program with parameters. Owned by one thread (the trainer's).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "autograd/variable.h"
#include "base/result.h"
#include "layers/layer_spec.h"
#include "network/graph.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

struct Parameter {
    std::string name;  ///< "conv1.W": node name, dot, parameter name. Unique
    NodeId node = kNoNode;
    layers::ParameterSpec spec;
    autograd::Variable variable;
};

/// How one forward pass goes.
struct Pass {
    bool training = false;
    std::uint64_t seed = 0;  ///< of the run; nodes that draw random numbers use the stream (seed, "node/<name>", step)
    std::uint64_t step = 0;
};

/// The values of all nodes for one batch, by node.
using Activations = std::map<NodeId, autograd::Variable>;

class Model {
public:
    /// Compiles; the error of an invalid drawing is its first finding. Parameters are drawn from the streams
    /// (seed, "init/<parameter name>"), so editing one node does not change the start of another.
    /// dtype: F32, or F64 for gradient checks.
    static Result<Model> compile(const Graph& graph, const DataTypes& data, std::uint64_t seed,
                                 DType dtype = DType::F32);

    const Graph& graph() const { return graph_; }
    const Inference& inference() const { return inference_; }
    DType dtype() const { return dtype_; }
    const TensorType& inputType() const;   ///< one example, without the batch
    const TensorType& outputType() const;  ///< of the output node
    NodeId outputNode() const { return inference_.output; }
    /// The node that losses on logits read: the output node, or the one before it when the output is a Softmax or
    /// Sigmoid node (course: the loss is computed on z, which is stable).
    NodeId logitsNode() const { return logits_; }

    std::vector<Parameter>& parameters() { return parameters_; }
    const std::vector<Parameter>& parameters() const { return parameters_; }
    std::int64_t trainableCount() const;

    /// x [N, …input]; returns the value of `upTo` (default: the logits node), computing only what it needs.
    /// With `all`, every computed node's value is put there.
    autograd::Variable forward(const Tensor& x, const Pass& pass, NodeId upTo = kNoNode, Activations* all = nullptr);

    /// Same names and shapes required; all or nothing. Error names the first that does not fit.
    Status setParameters(const std::map<std::string, Tensor>& values);

private:
    struct Step {
        NodeId node;
        const layers::LayerSpec* spec;
        Settings settings;
        std::vector<NodeId> inputs;
        std::vector<std::size_t> parameters;
    };
    Graph graph_;
    Inference inference_;
    DType dtype_ = DType::F32;
    NodeId logits_ = kNoNode;
    std::vector<Step> steps_;
    std::vector<Parameter> parameters_;
};

}  // namespace perceptarium::network
