#include "network/infer_shapes.h"

#include <fmt/format.h>

#include <algorithm>

#include "layers/wording.h"
#include "network/bypass.h"
#include "network/checks.h"
#include "network/expand.h"

namespace perceptarium::network {
namespace {

// Larger networks would not fit into the memory of the machines this is made for: a parameter needs 16 bytes while Adam
// trains it, and the values of one example are kept for each of a batch.
constexpr double kMaximumParameters = 1 << 28;
constexpr double kMaximumValues = 1 << 26;

double product(const Shape& shape) {
    double product = 1;
    for (const std::int64_t extent : shape.extents()) product *= static_cast<double>(extent);
    return product;
}

std::string inputCountText(const layers::LayerSpec& spec) {
    if (spec.maximumInputs == layers::kAnyInputs) return fmt::format("{} or more inputs", spec.minimumInputs);
    if (spec.maximumInputs == 0) return "no inputs";
    return spec.maximumInputs == 1 ? "1 input" : fmt::format("{} inputs", spec.maximumInputs);
}

Finding unknownLayer(const Node& node) {
    return {.node = node.id,
            .what = fmt::format("Missing layer: this program has no layer “{}”", node.layer),
            .expected = "a layer of the palette",
            .found = node.layer,
            .tryThis = "Replace this node, or open the project in the program that made it. Its settings are kept.",
            .rule = "unknown-layer"};
}

Finding strayBlockInput(const Node& node) {
    return {.node = node.id,
            .what = "A Block input has a meaning only inside a block",
            .expected = "an Input",
            .found = "a Block input",
            .tryThis = "Use an Input here, or delete this node.",
            .rule = "stray-block-input"};
}

Finding fromTheFuture(const Node& node, const layers::LayerSpec& spec) {
    return {.node = node.id,
            .what = fmt::format("{} was saved by a newer version of this program", spec.title),
            .expected = fmt::format("version {} or older", spec.version),
            .found = fmt::format("version {}", node.version),
            .tryThis = "Update the program, or replace this node.",
            .rule = "newer-layer"};
}

/// Infers one node after another.
class Walk {
public:
    Walk(const DataTypes& data, const Wiring& wiring, Inference& inference)
        : data_(data), wiring_(wiring), inference_(inference) {}

    void visit(const Node& node) {
        if (isBlock(node)) return;  // it could not be laid out, which is said there
        if (node.layer == kBlockInput) return add(strayBlockInput(node));
        const auto* spec = layers::findLayer(node.layer);
        if (!spec) return add(unknownLayer(node));
        if (node.version > spec->version) return add(fromTheFuture(node, *spec));
        const bool wired = checkPorts(node, *spec);
        const auto settings = settingsOf(node, *spec);
        if (!settings) return add(findingFrom(settings.error(), node.id, *spec));
        if (!wired) return;
        layers::TensorTypes in;
        if (spec->category == layers::Category::Data) {
            if (data_.input) in.push_back(*data_.input);
        } else {
            for (const Edge& edge : wiring_.into(node.id)) {
                const auto type = inference_.outputs.find(edge.from);
                if (type == inference_.outputs.end()) return;  // what is wrong is said where it began
                in.push_back(type->second);
            }
            inference_.inputs[node.id] = in;
        }
        const auto type = spec->shape(*settings, in);
        if (!type) return add(findingFrom(type.error(), node.id, *spec));
        if (!checkSize(node, *spec, *settings, in, *type)) return;
        inference_.outputs[node.id] = *type;
    }

private:
    void add(Finding finding) { inference_.findings.push_back(std::move(finding)); }

    /// Ports 0 … k−1, each used once, k as the layer wants it.
    bool checkPorts(const Node& node, const layers::LayerSpec& spec) {
        const auto& into = wiring_.into(node.id);
        for (std::size_t i = 0; i < into.size(); ++i) {
            const int port = into[i].port;
            if (port < 0 || port >= spec.maximumInputs) {
                add({.node = node.id,
                     .port = port,
                     .what = fmt::format("{} has {}, but an edge leads to input {}", spec.title, inputCountText(spec),
                                         port + 1),
                     .expected = inputCountText(spec),
                     .found = fmt::format("input {}", port + 1),
                     .tryThis = "Delete this edge.",
                     .rule = "extra-edge"});
                return false;
            }
            if (port == static_cast<int>(i)) continue;
            add({.node = node.id,
                 .port = port,
                 .what = i > 0 && into[i - 1].port == port ? fmt::format("Two edges lead to input {}", port + 1)
                                                           : fmt::format("Input {} is not connected", i + 1),
                 .expected = "one edge at each input",
                 .tryThis = "Connect each input once.",
                 .rule = "edge-order"});
            return false;
        }
        const int count = static_cast<int>(into.size());
        if (count >= spec.minimumInputs) return true;
        Finding finding{.node = node.id, .port = count, .expected = inputCountText(spec)};
        if (count == 0 && wiring_.outOf(node.id) == 0) {
            finding.rule = "unconnected";
            finding.what = fmt::format("“{}” is not connected", node.name);
            finding.tryThis = "Draw an edge to it, drop it on an edge, or delete it.";
        } else if (spec.maximumInputs == 1) {
            finding.rule = "no-source";
            finding.what = fmt::format("“{}” gets no input", node.name);
            finding.tryThis = "Draw an edge to it from the node that should come before it.";
        } else {
            finding.rule = "too-few-inputs";
            finding.what = fmt::format("{} joins {}, but “{}” gets {}", spec.title, inputCountText(spec), node.name,
                                       count == 0 ? "none" : std::to_string(count));
            finding.tryThis = "Draw an edge to it from each branch that it should join.";
        }
        finding.found = count == 0 ? "none" : std::to_string(count);
        add(finding);
        return false;
    }

    bool checkSize(const Node& node, const layers::LayerSpec& spec, const Settings& settings,
                   const layers::TensorTypes& in, const TensorType& type) {
        if (product(type.shape) > kMaximumValues) {
            add({.node = node.id,
                 .what = fmt::format("{} would make {:.0f} million numbers of each example", spec.title,
                                     product(type.shape) / 1e6),
                 .expected = fmt::format("at most {:.0f} million", kMaximumValues / 1e6),
                 .found = fmt::format("{:.0f} million", product(type.shape) / 1e6),
                 .tryThis = "Make it smaller: fewer units, filters or pixels.",
                 .rule = "too-large"});
            return false;
        }
        if (!spec.parameters) return true;
        double count = 0;
        for (const auto& parameter : spec.parameters(settings, in))
            if (parameter.trainable) count += product(parameter.shape);
        total_ += count;
        if (total_ > kMaximumParameters) {
            add({.node = node.id,
                 .what = fmt::format("With {} the network has {:.0f} million parameters, more than memory can train",
                                     spec.title, total_ / 1e6),
                 .expected = fmt::format("at most {:.0f} million", kMaximumParameters / 1e6),
                 .found = fmt::format("{:.0f} million", total_ / 1e6),
                 .tryThis = "Use fewer units, or shrink the data first by pooling or a stride.",
                 .rule = "too-large"});
            return false;
        }
        inference_.parameters[node.id] = static_cast<std::int64_t>(count);
        if (node.frozen) inference_.frozenParameters += static_cast<std::int64_t>(count);
        return true;
    }

    const DataTypes& data_;
    const Wiring& wiring_;
    Inference& inference_;
    double total_ = 0;
};

}  // namespace

Result<Settings> settingsOf(const Node& node, const layers::LayerSpec& spec) {
    if (node.version < spec.version && spec.upgrade)
        return completeSettings(spec.settings, spec.upgrade(node.version, node.settings));
    return completeSettings(spec.settings, node.settings);
}

Finding findingFrom(const Error& error, NodeId node, const layers::LayerSpec& spec) {
    auto [problem, advice] = layers::splitAdvice(error.what);
    Finding finding{.node = node,
                    .port = error.where == "input" ? 0 : -1,
                    .what = std::move(problem),
                    .expected = error.expected,
                    .found = error.found,
                    .tryThis = std::move(advice),
                    .rule = error.where == "input" ? "input" : "unknown-setting"};
    if (findSetting(spec.settings, error.where)) {
        finding.setting = error.where;
        finding.rule = "setting";
        if (finding.tryThis.empty()) finding.tryThis = fmt::format("Give it {}.", error.expected);
    }
    return finding;
}

bool Inference::valid() const {
    return std::none_of(findings.begin(), findings.end(),
                        [](const Finding& finding) { return finding.severity == Severity::Error; });
}

std::int64_t Inference::totalParameters() const {
    std::int64_t total = 0;
    for (const auto& [id, count] : parameters) total += count;
    return total;
}

const Finding* Inference::errorAt(NodeId id) const {
    for (const Finding& finding : findings)
        if (finding.node == id && finding.severity == Severity::Error) return &finding;
    return nullptr;
}

Inference infer(const Graph& graph, const DataTypes& data) {
    const bool blocks = std::any_of(graph.nodes().begin(), graph.nodes().end(),
                                    [](const auto& node) { return isBlock(node.second); });
    if (!blocks) return inferFlat(graph, data);
    const Expansion expansion = expand(graph);
    return seenAt({}, graph, expansion, infer(expansion, data));
}

namespace {

/// Of a drawing in which nothing is bypassed.
Inference inferDrawn(const Graph& graph, const DataTypes& data) {
    Inference inference;
    const Wiring wiring(graph);
    const auto order = graph.topologicalOrder();
    checkStructure(graph, wiring, order, inference);
    Walk walk(data, wiring, inference);
    for (const NodeId id : order) walk.visit(*graph.find(id));
    if (data.target && inference.outputs.contains(inference.output))
        checkTarget(graph, wiring, *data.target, inference);
    addHints(graph, wiring, order, inference);
    return inference;
}

}  // namespace

Inference inferFlat(const Graph& graph, const DataTypes& data) {
    Inference inference;
    if (anyBypassed(graph)) {
        Bypass bypass = withoutBypassed(graph);
        inference = inferDrawn(bypass.graph, data);
        inference.findings.insert(inference.findings.begin(), bypass.findings.begin(), bypass.findings.end());
        inference.leftOut = std::move(bypass.leftOut);
        for (const auto& [id, standIn] : bypass.standsIn)
            if (const auto type = inference.outputs.find(standIn); type != inference.outputs.end())
                inference.outputs[id] = TensorType(type->second);
    } else {
        inference = inferDrawn(graph, data);
    }
    std::stable_partition(inference.findings.begin(), inference.findings.end(),
                          [](const Finding& finding) { return finding.severity == Severity::Error; });
    return inference;
}

std::optional<Finding> refuseConnection(const Graph& graph, const Edge& edge, const DataTypes& data) {
    return refuseConnection(graph, edge, infer(graph, data));
}

std::optional<Finding> refuseConnection(const Graph& graph, const Edge& edge, const Inference& inference) {
    const Node* to = graph.find(edge.to);
    if (!graph.find(edge.from) || !to) return Finding{.what = "One end of the edge is not there any more"};
    const auto refuse = [&](std::string what, std::string tryThis) {
        return Finding{.node = edge.to, .port = edge.port, .what = std::move(what), .tryThis = std::move(tryThis)};
    };
    if (edge.from == edge.to) return refuse("A node cannot be its own input", "Connect two different nodes.");
    const SpecPtr spec = specOf(graph, to->layer);
    if (!spec) return unknownLayer(*to);
    if (spec->maximumInputs == 0)
        return refuse(fmt::format("{} takes no edge: the data enter there", spec->title),
                      "Draw the edge away from it.");
    auto into = graph.edgesInto(edge.to);
    std::erase_if(into, [&](const Edge& old) { return old.port == edge.port; });
    const int count = static_cast<int>(into.size());
    if (edge.port < 0 || edge.port >= spec->maximumInputs || edge.port > count)
        return refuse(fmt::format("{} has no input {}", spec->title, edge.port + 1),
                      "Use one of the inputs that are shown.");
    if (graph.reaches(edge.to, edge.from))
        return refuse("That would make a circle: the node would wait for its own output",
                      "Edges lead from the Input to the end, never back.");
    if (to->bypassed || isBlock(*to)) return std::nullopt;  // what comes in only passes; what does not fit inside is marked there
    const auto settings = settingsOf(*to, *spec);
    if (!settings) return std::nullopt;  // marked at the node; the edge is not to blame
    into.insert(into.begin() + edge.port, edge);
    layers::TensorTypes in;
    for (const Edge& each : into) {
        const auto type = inference.outputs.find(each.from);
        if (type == inference.outputs.end()) return std::nullopt;  // not known yet
        in.push_back(type->second);
    }
    // A merge that waits for more branches is asked about several of the kind that it has.
    while (static_cast<int>(in.size()) < spec->minimumInputs) in.push_back(in.back());
    const auto type = spec->shape(*settings, in);
    // A setting that does not fit is marked at the node and can be changed there; only a wrong kind of input is
    // refused.
    if (type || type.error().where != "input") return std::nullopt;
    Finding finding = findingFrom(type.error(), edge.to, *spec);
    finding.port = edge.port;
    return finding;
}

}  // namespace perceptarium::network
