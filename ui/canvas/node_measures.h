// Sizes of a node's parts, scene units: where they are (node_item.cpp) and how they are painted (node_paint.cpp).
#pragma once

namespace perceptarium::ui::node {

inline constexpr double kRadius = 9, kBar = 5, kPort = 5, kPortStep = 18, kRing = 5, kCard = 3.5;
inline constexpr double kTitlePixels = 14, kSmallPixels = 12;
inline constexpr double kCollapsedHeight = 30, kSmallPortStep = 10, kPadlock = 13;
inline constexpr double kFrame = 4;    // around the picture above the body
inline constexpr double kNear = 0.45;  // zoom from which settings and counts can be read

}  // namespace perceptarium::ui::node
