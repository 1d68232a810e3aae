// How probes run the network: in evaluation mode, unrecorded, a batch at a time, so that training is not disturbed.
#pragma once

#include "train/probe.h"

namespace perceptarium::study {

/// Up to `limit` examples of a part, evenly spaced over it, in its order: the same ones every time.
std::vector<std::int64_t> evenly(const std::vector<std::int64_t>& part, std::int64_t limit);

/// Values of `node` for these examples, [N, …], in whatever kind of number the node gives.
Result<Tensor> outputsOf(const train::ProbeContext& context, network::NodeId node,
                         std::span<const std::int64_t> examples);

/// What a user reads as the answer for inputs x [N, …] that are normalized already: probabilities [N, classes], or
/// numbers [N, K] in the data's own units.
Tensor predict(const train::ProbeContext& context, const Tensor& x);

/// What predict() reads: the answers for these examples; `targets` (optional) becomes their y,
/// numbers in the data's own units too.
Result<Tensor> predictions(const train::ProbeContext& context, std::span<const std::int64_t> examples,
                           Tensor* targets = nullptr);

/// The picture [H, W, C] whose pixels are the inputs of this node, in order, when there is one: the node's own input,
/// or what was flattened on the way to it. For showing a dense layer's weights as pictures.
std::optional<Shape> pictureBehind(const network::Model& model, network::NodeId node);

}  // namespace perceptarium::study
