// Which layers can follow a node or come before it: for the search that opens where a wire is dropped.
#pragma once

#include <optional>

#include "layers/layer_spec.h"
#include "network/infer_shapes.h"

namespace perceptarium::network {

/// Could the layer, set as it comes, be fed with this? A layer of which only a setting does not suit (a window larger than the
/// picture) can: that is changed after it is there. Nothing known about what comes: every layer with an input.
bool canFollow(const layers::LayerSpec& layer, const std::optional<TensorType>& from);
/// Could the layer give what input `port` of the node takes? Judged by what it makes of its declared samples. Layers without
/// an input only while the drawing has none of them.
bool canFeed(const layers::LayerSpec& layer, const Graph& graph, NodeId to);

}  // namespace perceptarium::network
