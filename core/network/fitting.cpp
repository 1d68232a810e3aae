#include "network/fitting.h"

#include <algorithm>

#include "network/blocks.h"
#include "network/checks.h"

namespace perceptarium::network {
namespace {

/// A merge is asked about several of the same kind.
bool takes(const layers::LayerSpec& layer, const Settings& settings, const TensorType& from) {
    const layers::TensorTypes in(static_cast<std::size_t>(std::max(1, layer.minimumInputs)), from);
    const auto type = layer.shape(settings, in);
    return type || type.error().where != "input";
}

}  // namespace

bool canFollow(const layers::LayerSpec& layer, const std::optional<TensorType>& from) {
    if (layer.maximumInputs == 0) return false;
    if (!from || !layer.shape) return true;  // what does not fit inside a block is marked there
    const auto settings = completeSettings(layer.settings, {});
    return settings && takes(layer, *settings, *from);
}

bool canFeed(const layers::LayerSpec& layer, const Graph& graph, NodeId to) {
    if (layer.maximumInputs == 0)
        return std::none_of(graph.nodes().begin(), graph.nodes().end(), [&](const auto& entry) {
            const SpecPtr spec = specOf(graph, entry.second.layer);
            return spec && spec->maximumInputs == 0;
        });
    const Node* node = graph.find(to);
    const SpecPtr spec = node ? specOf(graph, node->layer) : nullptr;
    if (!spec || spec->maximumInputs == 0) return false;
    if (!spec->shape || !layer.shape) return true;  // what does not fit inside a block is marked there
    const auto settings = settingsOf(*node, *spec);
    if (!settings) return true;  // what is wrong there is said there
    return std::any_of(layer.samples.begin(), layer.samples.end(), [&](const layers::Sample& sample) {
        const auto own = completeSettings(layer.settings, sample.settings);
        if (!own) return false;
        const auto given = layer.shape(*own, sample.inputs);
        return given && takes(*spec, *settings, *given);
    });
}

}  // namespace perceptarium::network
