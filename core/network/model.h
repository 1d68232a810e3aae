// Model: a drawing compiled into a program with parameters. Owned by one thread (the trainer's).
#pragma once

#include <cstdint>
#include <map>
#include <set>
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
    bool frozen = false;  ///< its node is: kept as it is, without a gradient

    bool trains() const { return spec.trainable && !frozen; }
    bool decays() const { return spec.decays && !frozen; }
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
    /// Parameters are shared by nobody: a model moves, it is not copied.
    Model(Model&&) = default;
    Model& operator=(Model&&) = default;
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    /// Compiles; the error of an invalid drawing is its first finding. Parameters are drawn from the streams
    /// (seed, "init/<parameter name>"), so editing one node does not change the start of another.
    /// dtype: F32, or F64 for gradient checks.
    static Result<Model> compile(const Graph& drawing, const DataTypes& data, std::uint64_t seed,
                                 DType dtype = DType::F32);

    /// Of what is computed: blocks laid out (expand.h), without the nodes that the drawing bypasses.
    const Graph& graph() const { return graph_; }
    const Inference& inference() const { return inference_; }
    DType dtype() const { return dtype_; }
    const TensorType& inputType() const;   ///< one example, without the batch
    const TensorType& outputType() const;  ///< of the output node
    NodeId outputNode() const { return inference_.output; }
    /// The node whose value losses on logits read, by way of logits(): the output node, or the one before it when the
    /// output node turns logits into probabilities (course: the loss is computed on z, which is stable).
    NodeId logitsNode() const { return logits_; }

    std::vector<Parameter>& parameters() { return parameters_; }
    const std::vector<Parameter>& parameters() const { return parameters_; }
    std::int64_t trainableCount() const;
    /// Freezes the nodes with these names and unfreezes all others. A frozen node's parameters have no gradient; where
    /// training keeps a state in it (batch norm's running averages), it computes as in evaluation and the state rests.
    void setFrozen(const std::set<std::string>& nodes);
    std::set<std::string> frozen() const;

    /// x [N, …input], of the input's kind of number (f32 is converted for an f64 model); returns the value of `upTo`
    /// (default: the logits), computing only what it needs. With `all`, every computed node's value is put there.
    autograd::Variable forward(const Tensor& x, const Pass& pass, NodeId upTo = kNoNode, Activations* all = nullptr);
    /// The logits, given the logits node's value: the same, but where the output node changes them before it makes
    /// probabilities (a Softmax with a temperature).
    autograd::Variable logits(const autograd::Variable& value);

    /// Same names and shapes required; all or nothing. Error names the first that does not fit.
    Status setParameters(const std::map<std::string, Tensor>& values);

private:
    Model() = default;
    void freezeAsDrawn();
    /// One node of the program; everything that does not change between passes is looked up when it is compiled.
    struct Step {
        NodeId node = kNoNode;
        layers::Forward forward;                   ///< empty for the Input
        std::vector<std::size_t> inputs;           ///< steps whose values come in, by port
        std::vector<std::size_t> parameters;       ///< places in parameters_, in the layer's order
        std::vector<layers::ParameterSpec> specs;  ///< of these, so that names have a home
        std::string stream;                        ///< of the node's random numbers
        bool takesRelu = false, isRelu = false;
        bool rests = false;  ///< frozen, with a state that training would change
    };
    /// What one target needs: the steps in order, and which values are not needed any more after each.
    struct Plan {
        NodeId upTo = kNoNode;
        std::vector<std::size_t> steps;
        std::vector<std::vector<std::size_t>> released;
        /// By step: its layer does the ReLU that follows, too; or it is that ReLU, and hands on what comes in. Not when all
        /// values are asked for.
        std::vector<char> thenRelu, handsOn;
    };
    const Plan& planFor(NodeId upTo);

    Graph graph_;
    Inference inference_;
    DType dtype_ = DType::F32;
    NodeId logits_ = kNoNode;
    layers::Forward toLogits_;  ///< the output node's, if it makes probabilities
    std::vector<Step> steps_;
    std::vector<Parameter> parameters_;
    std::vector<Plan> plans_;
    std::vector<autograd::Variable> values_;  ///< by step, during a pass
    layers::Context context_;                 ///< reused by all steps, so that a pass allocates nothing of its own
};

}  // namespace perceptarium::network
