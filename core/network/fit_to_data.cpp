#include <fmt/format.h>

#include "layers/layer_spec.h"
#include "network/bypass.h"
#include "network/checks.h"
#include "network/edits.h"

namespace perceptarium::network {
namespace {

/// The Dense that decides how many numbers come out, walking back from the sink over what keeps their count.
const Node* lastDense(const Graph& graph) {
    const auto sinks = graph.sinks();
    if (sinks.size() != 1) return nullptr;
    const Node* node = graph.find(sinks[0]);
    while (node && node->layer != "dense") {
        const auto* spec = layers::findLayer(node->layer);
        const auto into = graph.edgesInto(node->id);
        const bool keepsCount = spec && (spec->category == layers::Category::Activation || spec->category == layers::Category::Dropout);
        if (!keepsCount || into.size() != 1) return nullptr;
        node = graph.find(into[0].from);
    }
    return node;
}

/// A closing Softmax or Sigmoid makes shares of what may be any number (a Softmax of one number is always 1).
void dropClosingShares(Graph& graph, std::vector<std::string>& changes) {
    const Graph drawn = withoutBypassed(graph).graph;
    const auto sinks = drawn.sinks();
    if (sinks.size() != 1) return;
    const Node sink = *graph.find(sinks[0]);
    const auto* spec = layers::findLayer(sink.layer);
    if (!spec || !spec->bindLogits || drawn.edgesInto(sink.id).size() != 1) return;
    removeHealing(graph, {sink.id});
    changes.push_back(fmt::format("{} is left out: the data ask for a number, not for shares of classes", sink.name));
}

}  // namespace

std::vector<std::string> fitToData(Graph& graph, const DataTypes& data) {
    std::vector<std::string> changes;
    for (const auto& [id, node] : std::map(graph.nodes())) {
        if (node.layer != "input" || settingOr<std::string>(node.settings, "shape", "").empty()) continue;
        if (changeSetting(graph, id, "shape", std::string())) changes.push_back(fmt::format("{} takes its shape from the data", node.name));
    }
    if (data.target && data.target->kind == TargetInfo::Kind::Number) dropClosingShares(graph, changes);
    const Graph drawn = withoutBypassed(graph).graph;
    const Node* dense = lastDense(drawn);
    if (!dense || !data.target) return changes;
    const auto* units = findSetting(layers::findLayer("dense")->settings, "units");
    const auto now = settingOr<std::int64_t>(dense->settings, "units", std::get<std::int64_t>(units->standard));
    const auto wanted = wantedUnits(*data.target, now);
    if (wanted == now) return changes;
    const auto name = dense->name;
    if (changeSetting(graph, dense->id, "units", wanted))
        changes.push_back(fmt::format("{} has {} unit{} instead of {}, as the data ask", name, wanted, wanted == 1 ? "" : "s", now));
    return changes;
}

}  // namespace perceptarium::network
