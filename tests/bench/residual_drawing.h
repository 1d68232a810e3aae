// ResNet as it is drawn: the large drawing that the canvas is measured with.
#pragma once

#include <array>

#include "network/graph.h"

namespace perceptarium::bench {

/// Blocks a stage, as in He et al. 2015, "Deep residual learning", table 1.
inline constexpr std::array kResNet50{3, 4, 6, 3};
/// A little deeper: 306 nodes.
inline constexpr std::array k300Nodes{3, 5, 18, 3};

/// Bottleneck blocks with their batch norms and activations as nodes of their own, arranged; for pictures of any size, and
/// ten classes.
network::Graph residualDrawing(const std::array<int, 4>& blocks);

}  // namespace perceptarium::bench
