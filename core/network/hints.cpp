// Hints: networks that would run, but probably not as their author thinks.
#include <fmt/format.h>

#include <algorithm>

#include "network/checks.h"

namespace perceptarium::network {
namespace {

void hint(Inference& inference, const char* rule, NodeId node, std::string what, std::string tryThis) {
    inference.findings.push_back({.severity = Severity::Hint,
                                  .node = node,
                                  .what = std::move(what),
                                  .tryThis = std::move(tryThis),
                                  .rule = rule});
}

void hintsAtEnd(const Node& node, const layers::LayerSpec& spec, const TensorType& type, Inference& inference) {
    if (spec.category == layers::Category::Dropout)
        hint(inference, "dropout-last", node.id,
             fmt::format("{} at the very end switches off answers while training", spec.title),
             "Move it before the last Dense.");
    if (spec.category == layers::Category::Normalization)
        hint(inference, "normalization-last", node.id,
             fmt::format("{} at the very end holds the answers to a fixed size", spec.title),
             "Remove it: the last Dense should answer freely.");
    if (node.layer == "relu")
        hint(inference, "relu-last", node.id, "After this ReLU the network can never answer with a negative number",
             "Remove it: the last Dense should answer freely.");
    if (node.layer == "sigmoid" && type.shape.rank() == 1 && type.shape[0] > 1)
        hint(inference, "sigmoid-of-classes", node.id, "Sigmoid gives each class a probability of its own; they do not sum to 1",
             "Use Softmax when each example belongs to one class.");
}

std::int64_t farthestAlong(std::int64_t size, std::int64_t stride, std::int64_t dilation) {
    return size < 2 ? stride : std::min(stride, dilation * (size - 1) + 1);
}

/// Windows that step further than they reach leave out what lies between.
void hintOnStride(const Node& node, const layers::LayerSpec& spec, Inference& inference) {
    const auto settings = settingsOf(node, spec);
    if (!settings) return;
    const auto size = settingOr<Pair>(*settings, "kernel", settingOr<Pair>(*settings, "size", {0, 0}));
    const auto stride = settingOr<Pair>(*settings, "stride", {0, 0});
    const Pair farthest = farthestStride(*settings);
    if (stride == farthest) return;
    hint(inference, "stride-skips", node.id,
         fmt::format("With a stride of {} and a window of {} most of what comes in is never looked at", pairText(stride), pairText(size)),
         fmt::format("Make the stride at most {}.", pairText(farthest)));
    inference.findings.back().setting = "stride";
}

/// The nearest node before each that has something to learn: kNoNode where there is none.
class Learners {
public:
    explicit Learners(const Inference& inference) : inference_(inference) {}
    NodeId before(NodeId id, const Wiring& wiring) {
        NodeId nearest = kNoNode;
        for (const Edge& edge : wiring.into(id)) {
            const auto count = inference_.parameters.find(edge.from);
            const auto earlier = upTo_.find(edge.from);
            const NodeId found = count != inference_.parameters.end() && count->second > 0 ? edge.from
                                 : earlier != upTo_.end()                                  ? earlier->second
                                                                                           : kNoNode;
            if (nearest == kNoNode) nearest = found;
        }
        return upTo_[id] = nearest;
    }

private:
    const Inference& inference_;
    std::map<NodeId, NodeId> upTo_;
};

}  // namespace

Pair farthestStride(const Settings& settings) {
    const auto size = settingOr<Pair>(settings, "kernel", settingOr<Pair>(settings, "size", {0, 0}));
    const auto stride = settingOr<Pair>(settings, "stride", {0, 0}), dilation = settingOr<Pair>(settings, "dilation", {});
    return {farthestAlong(size.rows, stride.rows, dilation.rows), farthestAlong(size.columns, stride.columns, dilation.columns)};
}

void addHints(const Graph& graph, const Wiring& wiring, const std::vector<NodeId>& order, Inference& inference) {
    if (inference.frozenParameters > 0 && inference.trainableParameters() == 0)
        hint(inference, "all-frozen", kNoNode, "All layers that learn are frozen, so training changes nothing",
             "Unfreeze at least one of them; usually the last ones.");
    Learners learners(inference);
    for (const NodeId id : order) {
        const Node& node = *graph.find(id);
        const NodeId learner = learners.before(id, wiring);
        const auto* spec = layers::findLayer(node.layer);
        const auto type = inference.outputs.find(id);
        if (!spec || type == inference.outputs.end()) continue;
        if (id == inference.output) hintsAtEnd(node, *spec, type->second, inference);
        hintOnStride(node, *spec, inference);
        if (!spec->differentiable && learner != kNoNode)
            hint(inference, "no-gradient", id,
                 fmt::format("No gradient passes through {}: “{}” before it cannot learn", spec->title,
                             graph.find(learner)->name),
                 "Use Softmax to train, and this only to look at answers.");
        if (node.layer == "softmax" && id != inference.output && wiring.outOf(id) > 0)
            hint(inference, "softmax-inside", id, "Softmax is followed by more layers; it belongs at the very end", "Use ReLU here.");
        const auto& into = wiring.into(id);
        if (into.size() != 1) continue;
        const Node* before = graph.find(into.front().from);
        const auto* specBefore = before ? layers::findLayer(before->layer) : nullptr;
        if (!specBefore) continue;
        if (id == inference.output && spec->bindLogits && specBefore->category == layers::Category::Dropout)
            hint(inference, "dropout-last", before->id,
                 fmt::format("{} just before {} switches off answers while training", specBefore->title, spec->title),
                 "Move it before the last Dense.");
        if (spec->category == layers::Category::Activation && specBefore->category == layers::Category::Activation &&
            before->layer != "softmax")
            hint(inference, "two-activations", id,
                 fmt::format("{} comes directly after {}: two activations in a row", spec->title, specBefore->title),
                 "One of them is enough: delete the other, or put a Dense or Conv2d between them.");
        if (node.layer == "dense" && before->layer == "dense")
            hint(inference, "two-dense", id, "Two Dense layers without an activation between them can learn no more than one",
                 fmt::format("Put a ReLU between “{}” and “{}”.", before->name, node.name));
        if (node.layer == "flatten" && inference.outputs.contains(before->id) &&
            inference.outputs.at(before->id).shape.rank() == 1)
            hint(inference, "flatten-vector", id, "There is nothing to flatten: this is a vector already", "Delete this node.");
    }
}

}  // namespace perceptarium::network
