#include "study/drawing_activations.h"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "network/model.h"
#include "train/trainer.h"

namespace perceptarium::study {
namespace {

// Half a second on an old laptop: drawing random weights takes some 20 ns each.
constexpr double kMostParameters = 5e6, kMostMultiplyAdds = 4e8;

using network::Edge;
using network::Graph;
using network::NodeId;

/// All that a node needs, with itself, as a drawing of its own; none where a name is there twice, which is a finding.
std::optional<Graph> upTo(const Graph& graph, NodeId end) {
    std::set<NodeId> needed{end};
    std::vector<NodeId> open{end};
    Graph part;
    std::vector<Edge> edges;
    while (!open.empty()) {
        const NodeId id = open.back();
        open.pop_back();
        if (part.findByName(graph.find(id)->name)) return std::nullopt;
        part.insert(*graph.find(id));
        for (const Edge& edge : graph.edgesInto(id)) {
            edges.push_back(edge);
            if (needed.insert(edge.from).second) open.push_back(edge.from);
        }
    }
    for (const Edge& edge : edges) part.connect(edge);
    return part;
}

/// Nodes that are understood and lead to none that is.
std::vector<NodeId> ends(const Graph& graph, const network::Inference& inference) {
    std::vector<NodeId> ends;
    for (const auto& [id, type] : inference.outputs) {
        bool leadsOn = false;
        for (const Edge& edge : graph.edgesOutOf(id)) leadsOn = leadsOn || inference.outputs.contains(edge.to);
        if (!leadsOn) ends.push_back(id);
    }
    return ends;
}

}  // namespace

DrawingCost costOf(const network::Inference& inference) {
    DrawingCost cost;
    for (const auto& [id, count] : inference.parameters) {
        const auto output = inference.outputs.find(id);
        if (output == inference.outputs.end()) continue;
        const Shape& shape = output->second.shape;
        const auto parameters = static_cast<double>(count);
        cost.parameters += parameters;
        double positions = 1;
        for (int axis = 0; axis + 1 < shape.rank(); ++axis) positions *= static_cast<double>(shape[axis]);
        cost.multiplyAdds += parameters * positions;
    }
    return cost;
}

Result<std::map<NodeId, Tensor>> drawingActivations(const Graph& graph, const network::Inference& inference,
                                                    const data::Prepared& data, std::int64_t example, std::uint64_t seed) {
    const DrawingCost cost = costOf(inference);
    if (cost.parameters > kMostParameters || cost.multiplyAdds > kMostMultiplyAdds)
        return Error{"the drawing is too large to be run while it is being drawn",
                     {},
                     fmt::format("at most {:.0f} million parameters and {:.0f} million multiply-adds", kMostParameters / 1e6,
                                 kMostMultiplyAdds / 1e6),
                     fmt::format("{:.1f} million and {:.0f} million", cost.parameters / 1e6, cost.multiplyAdds / 1e6)};
    Tensor x, y;
    PC_TRY(data.read(std::span(&example, 1), x, y));
    network::DataTypes types = train::dataTypes(data.dataset->info());
    types.target.reset();  // what comes out need not fit yet
    std::map<NodeId, Tensor> values;
    for (const NodeId end : ends(graph, inference)) {
        const auto part = upTo(graph, end);
        if (!part) continue;
        auto model = network::Model::compile(*part, types, seed);
        if (!model) continue;  // an unfinished branch keeps no other one from being seen
        const autograd::NoGrad unrecorded;
        network::Activations all;
        model->forward(x, network::Pass{}, model->outputNode(), &all);
        for (const auto& [id, value] : all) values[id] = value.value().reshaped(value.shape().withoutBatch()).clone();
    }
    return values;
}

}  // namespace perceptarium::study
