// Does what comes out of the network fit what the data ask for?
#include <fmt/format.h>

#include "layers/wording.h"
#include "network/checks.h"

namespace perceptarium::network {

const Node* denseBefore(const Graph& graph, const Wiring& wiring, NodeId id) {
    for (std::size_t steps = 0; steps <= graph.nodes().size(); ++steps) {
        const Node* node = graph.find(id);
        if (!node || node->layer == "dense") return node;
        const auto* spec = layers::findLayer(node->layer);
        const auto& into = wiring.into(id);
        if (!spec || into.size() != 1) return nullptr;
        const bool keepsShape = spec->category == layers::Category::Activation ||
                                spec->category == layers::Category::Dropout ||
                                spec->category == layers::Category::Normalization;
        if (!keepsShape) return nullptr;
        id = into.front().from;
    }
    return nullptr;
}

namespace {

std::string wantedText(const TargetInfo& target) {
    if (target.kind == TargetInfo::Kind::Number)
        return target.width == 1 ? "1 number" : fmt::format("{} numbers", target.width);
    if (target.classes.size() == 2) return "2 numbers, or 1, for 2 classes";
    return fmt::format("{0} numbers for {0} classes", target.classes.size());
}

}  // namespace

std::int64_t wantedUnits(const TargetInfo& target, std::int64_t now) {
    if (target.kind == TargetInfo::Kind::Number) return target.width;
    const auto classes = static_cast<std::int64_t>(target.classes.size());
    return classes == 2 && now == 1 ? 1 : classes;
}

bool fitsTarget(const TensorType& type, const TargetInfo& target) {
    if (!layers::isVector(type)) return false;
    const std::int64_t width = type.shape[0];
    if (target.kind == TargetInfo::Kind::Number) return width == target.width;
    const auto classes = static_cast<std::int64_t>(target.classes.size());
    return width == classes || (classes == 2 && width == 1);
}

void checkTarget(const Graph& graph, const Wiring& wiring, const TargetInfo& target, Inference& inference) {
    if (target.kind == TargetInfo::Kind::Class && target.classes.empty()) return;  // the data did not say
    const TensorType& type = inference.outputs.at(inference.output);
    const std::string units = target.kind == TargetInfo::Kind::Number ? std::to_string(target.width)
                              : target.classes.size() == 2            ? "2 (or 1)"
                                                                      : std::to_string(target.classes.size());
    Finding finding{.node = inference.output, .expected = wantedText(target), .found = layers::inWords(type)};
    if (!layers::isVector(type)) {
        finding.what = fmt::format("The network ends in {}, but the data ask for {}", finding.found, finding.expected);
        finding.tryThis = fmt::format("Append {} and a Dense with {} units.",
                                      layers::isSequence(type) ? "a Global average pool" : "a Flatten", units);
        if (layers::isWords(type))
            finding.tryThis =
                fmt::format("Append an Embedding, a Global average pool and a Dense with {} units.", units);
        finding.rule = "not-a-vector";
        inference.findings.push_back(finding);
        return;
    }
    const std::int64_t width = type.shape[0];
    const Node* output = graph.find(inference.output);
    if (!fitsTarget(type, target)) {
        finding.rule = "width";
        finding.found = fmt::format("{} number{}", width, width == 1 ? "" : "s");
        finding.what = fmt::format("The network gives {}, but the data ask for {}", finding.found, finding.expected);
        if (const Node* dense = denseBefore(graph, wiring, inference.output)) {
            finding.node = dense->id;
            finding.setting = "units";
            finding.tryThis = fmt::format("Set the units of “{}” to {}.", dense->name, units);
        } else {
            finding.tryThis = fmt::format("Append a Dense with {} units.", units);
        }
        inference.findings.push_back(finding);
    } else if (target.kind == TargetInfo::Kind::Number && output->layer == "softmax") {
        finding.rule = "shares-of-number";
        finding.what = "Softmax gives shares that add up to 1, but the data ask for numbers of any size";
        finding.found = "shares";
        finding.tryThis = fmt::format("Delete “{}”: the Dense before it gives the numbers.", output->name);
        inference.findings.push_back(finding);
    } else if (target.kind == TargetInfo::Kind::Class && output->layer == "softmax" && width == 1) {
        finding.rule = "softmax-of-one";
        finding.what = "Softmax of a single number is always 1";
        finding.expected = "Sigmoid, or a Dense with 2 units before the Softmax";
        finding.found = "1 number";
        finding.tryThis = "Use Sigmoid here, or set the units of the Dense before it to 2.";
        inference.findings.push_back(finding);
    } else if (target.kind == TargetInfo::Kind::Number && (output->layer == "sigmoid" || output->layer == "tanh")) {
        const char* range = output->layer == "tanh" ? "−1 to 1" : "0 to 1";
        inference.findings.push_back({.severity = Severity::Hint,
                                      .node = output->id,
                                      .what = fmt::format("The answers go from {} only, but the data ask for numbers of any size", range),
                                      .tryThis = fmt::format("Delete “{}”: the Dense before it gives the numbers.", output->name),
                                      .rule = "bounded-number"});
    }
}

}  // namespace perceptarium::network
