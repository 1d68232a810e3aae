#include "network/model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "network/bypass.h"
#include "network/checks.h"
#include "network/expand.h"

namespace perceptarium::network {
namespace {

Error errorFrom(const Finding& finding, const Graph& graph) {
    const Node* node = graph.find(finding.node);
    std::string where = node ? node->name : "";
    if (node && !finding.setting.empty()) where += "." + finding.setting;
    std::string what = finding.text();
    what.pop_back();  // an Error's sentence has no full stop
    return {std::move(what), std::move(where), {}, {}};
}

}  // namespace

Result<Model> Model::compile(const Graph& drawing, const DataTypes& data, std::uint64_t seed, DType dtype) {
    CHECK(dtype != DType::I32, "a model computes with f32 or f64");
    Model model;
    const Expansion expansion = expand(drawing);
    Bypass bypass = anyBypassed(expansion.flat) ? withoutBypassed(expansion.flat) : Bypass{.graph = expansion.flat};
    model.graph_ = std::move(bypass.graph);
    const Graph& graph = model.graph_;
    model.inference_ = inferFlat(graph, data);
    model.dtype_ = dtype;
    std::vector<Finding> findings = expansion.findings;
    findings.insert(findings.end(), bypass.findings.begin(), bypass.findings.end());
    findings.insert(findings.end(), model.inference_.findings.begin(), model.inference_.findings.end());
    for (const Finding& finding : findings)
        if (finding.severity == Severity::Error) return errorFrom(finding, expansion.flat);
    CHECK(model.inference_.output != kNoNode, "a valid drawing has an end");

    const Wiring wiring(graph);
    std::map<NodeId, std::size_t> stepOf;
    for (const NodeId id : graph.topologicalOrder()) {
        const Node& node = *graph.find(id);
        const layers::LayerSpec& spec = *layers::findLayer(node.layer);
        const Settings settings = PC_TRY(settingsOf(node, spec));
        Step step;
        step.node = id;
        step.stream = "node/" + node.name;
        step.takesRelu = spec.takesRelu;
        step.isRelu = node.layer == "relu";
        for (const Edge& edge : wiring.into(id)) step.inputs.push_back(stepOf.at(edge.from));
        if (spec.category != layers::Category::Data) step.forward = spec.bind(settings);
        if (spec.parameters) step.specs = spec.parameters(settings, model.inference_.inputs.at(id));
        for (const auto& parameter : step.specs) {
            const std::string name = node.name + "." + parameter.name;
            Random random(seed, "init/" + name);
            Tensor value = Tensor::empty(parameter.shape, dtype);
            layers::initialize(value, parameter.initializer, parameter.fanIn, parameter.fanOut, random);
            step.parameters.push_back(model.parameters_.size());
            model.parameters_.push_back(
                {name, id, parameter, autograd::Variable(std::move(value), parameter.trainable)});
        }
        stepOf[id] = model.steps_.size();
        model.steps_.push_back(std::move(step));
    }
    model.values_.resize(model.steps_.size());

    const Node& output = *graph.find(model.outputNode());
    const layers::LayerSpec& last = *layers::findLayer(output.layer);
    model.logits_ = output.id;
    if (last.bindLogits) {
        model.logits_ = wiring.into(output.id).front().from;
        model.toLogits_ = last.bindLogits(PC_TRY(settingsOf(output, last)));
    }
    model.freezeAsDrawn();
    return model;
}

const TensorType& Model::inputType() const {
    for (const Step& step : steps_)
        if (!step.forward) return inference_.outputs.at(step.node);
    CHECK(false, "a compiled model has an Input");
}

const TensorType& Model::outputType() const { return inference_.outputs.at(inference_.output); }

std::int64_t Model::trainableCount() const {
    std::int64_t count = 0;
    for (const Parameter& parameter : parameters_)
        if (parameter.trains()) count += parameter.variable.value().elements();
    return count;
}

void Model::setFrozen(const std::set<std::string>& nodes) {
    freezeOnly(graph_, nodes);
    freezeAsDrawn();
}

std::set<std::string> Model::frozen() const { return frozenNames(graph_); }

void Model::freezeAsDrawn() {
    for (Parameter& parameter : parameters_) {
        parameter.frozen = graph_.find(parameter.node)->frozen;
        parameter.variable.setRequiresGrad(parameter.trains());
        if (parameter.frozen) parameter.variable.clearGrad();
    }
    for (Step& step : steps_)
        step.rests = graph_.find(step.node)->frozen &&
                     std::any_of(step.specs.begin(), step.specs.end(), [](const auto& spec) { return !spec.trainable; });
}

const Model::Plan& Model::planFor(NodeId upTo) {
    for (const Plan& plan : plans_)
        if (plan.upTo == upTo) return plan;
    std::size_t target = 0;
    while (target < steps_.size() && steps_[target].node != upTo) ++target;
    CHECK(target < steps_.size(), "the model has no such node");

    std::vector<char> needed(steps_.size());
    needed[target] = true;
    for (std::size_t i = target + 1; i-- > 0;)
        if (needed[i])
            for (const std::size_t input : steps_[i].inputs) needed[input] = true;
    Plan plan;
    plan.upTo = upTo;
    std::map<std::size_t, std::size_t> lastUse;  // value → place in the plan after which nobody reads it
    for (std::size_t i = 0; i <= target; ++i) {
        if (!needed[i]) continue;
        for (const std::size_t input : steps_[i].inputs) lastUse[input] = plan.steps.size();
        plan.steps.push_back(i);
    }
    std::vector<int> readers(steps_.size());
    for (const std::size_t i : plan.steps)
        for (const std::size_t input : steps_[i].inputs) ++readers[input];
    plan.thenRelu.resize(steps_.size());
    plan.handsOn.resize(steps_.size());
    for (const std::size_t i : plan.steps) {
        if (!steps_[i].isRelu) continue;
        const std::size_t before = steps_[i].inputs.front();
        if (steps_[before].takesRelu && readers[before] == 1) plan.thenRelu[before] = plan.handsOn[i] = true;
    }
    plan.released.resize(plan.steps.size());
    for (const auto& [value, place] : lastUse) plan.released[place].push_back(value);
    plans_.push_back(std::move(plan));
    return plans_.back();
}

autograd::Variable Model::forward(const Tensor& x, const Pass& pass, NodeId upTo, Activations* all) {
    const Plan& plan = planFor(upTo == kNoNode ? logits_ : upTo);
    CHECK(x.shape().rank() >= 1, "a batch has a first axis");
    context_.seed = pass.seed;
    context_.step = pass.step;
    for (std::size_t place = 0; place < plan.steps.size(); ++place) {
        const std::size_t index = plan.steps[place];
        const Step& step = steps_[index];
        if (!step.forward) {
            CHECK(x.shape() == inference_.outputs.at(step.node).shape.withBatch(x.shape()[0]),
                  "the batch is not of the input's shape");
            values_[index] = autograd::Variable(x.dtype() == DType::I32 ? x : x.cast(dtype_));
        } else if (!all && plan.handsOn[index]) {
            values_[index] = values_[step.inputs.front()];
        } else {
            context_.thenRelu = !all && plan.thenRelu[index];
            context_.in.clear();
            for (const std::size_t input : step.inputs) context_.in.push_back(values_[input]);
            context_.parameters.clear();
            for (std::size_t i = 0; i < step.parameters.size(); ++i)
                context_.parameters.push_back({step.specs[i].name, &parameters_[step.parameters[i]].variable});
            context_.stream = step.stream;
            context_.training = pass.training && !step.rests;
            values_[index] = step.forward(context_);
        }
        if (all) (*all)[step.node] = values_[index];
        // What the tape does not keep goes back to the pool as soon as nobody reads it any more.
        for (const std::size_t value : plan.released[place]) values_[value] = {};
    }
    context_.in.clear();
    autograd::Variable value = std::exchange(values_[plan.steps.back()], {});
    return upTo == kNoNode ? logits(value) : value;
}

autograd::Variable Model::logits(const autograd::Variable& value) {
    if (!toLogits_) return value;
    context_.in = {value};
    context_.parameters.clear();
    autograd::Variable result = toLogits_(context_);
    context_.in.clear();
    return result;
}

Status Model::setParameters(const std::map<std::string, Tensor>& values) {
    for (const Parameter& parameter : parameters_) {
        const auto found = values.find(parameter.name);
        if (found == values.end())
            return Error{"there is no value for this parameter", parameter.name, parameter.spec.shape.text(), "none"};
        if (found->second.shape() != parameter.spec.shape)
            return Error{"the shape does not fit", parameter.name, parameter.spec.shape.text(),
                         found->second.shape().text()};
        if (found->second.dtype() == DType::I32)
            return Error{"the kind of number does not fit", parameter.name, std::string(nameOf(dtype_)), "i32"};
    }
    for (const auto& [name, value] : values)
        if (std::none_of(parameters_.begin(), parameters_.end(), [&](const Parameter& p) { return p.name == name; }))
            return Error{"the network has no such parameter", name, {}, {}};
    for (Parameter& parameter : parameters_) {
        const Tensor value = values.at(parameter.name).cast(dtype_);
        std::memcpy(parameter.variable.mutableValue().bytes(), value.bytes(), value.byteSize());
    }
    return {};
}

}  // namespace perceptarium::network
