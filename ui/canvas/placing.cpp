// Where nodes may be put: on the grid, on an edge's line, never on another node.
#include <cmath>

#include "ui/canvas/gestures.h"

namespace perceptarium::ui {

using network::kGapX;
using network::kGrid;
using network::kNodeHeight;
using network::kNodeWidth;

network::Point snapped(network::Point point) {
    return {std::round(point.x / kGrid) * kGrid, std::round(point.y / kGrid) * kGrid};
}

network::Point placeOnEdge(const network::Graph& graph, const network::Edge& edge, network::Point wanted) {
    const auto* from = graph.find(edge.from);
    if (!from) return snapped(wanted);
    if (network::flowOf(graph) == network::Flow::Down) {
        wanted.y = std::max(wanted.y, from->position.y + kNodeHeight + network::kGapDown);
        if (std::abs(wanted.x - from->position.x) < kNodeWidth * 0.75) wanted.x = from->position.x;
        return {wanted.x, std::round(wanted.y / kGrid) * kGrid};
    }
    wanted.x = std::max(wanted.x, from->position.x + kNodeWidth + kGapX);
    if (std::abs(wanted.y - from->position.y) < kNodeHeight * 0.75) wanted.y = from->position.y;
    return {std::round(wanted.x / kGrid) * kGrid, wanted.y};
}

network::Point freeShift(const network::Graph& graph, const std::set<network::NodeId>& moved, network::Point by) {
    const auto free = [&](network::Point shift) {
        for (const auto id : moved) {
            const auto* node = graph.find(id);
            if (!node) continue;
            const double x = node->position.x + shift.x, y = node->position.y + shift.y;
            for (const auto& [other, there] : graph.nodes())
                if (!moved.contains(other) && std::abs(there.position.x - x) < kNodeWidth + kGrid / 2 &&
                    std::abs(there.position.y - y) < kNodeHeight + kGrid / 2)
                    return false;
        }
        return true;
    };
    // Rings of growing size around the wish; far enough to get past a few nodes, then as wished.
    constexpr int kRings = 60;
    for (int ring = 0; ring <= kRings; ++ring) {
        std::optional<network::Point> best;
        double nearest = INFINITY;
        for (int i = -ring; i <= ring; ++i)
            for (const auto& [dx, dy] : {std::pair{i, -ring}, {i, ring}, {-ring, i}, {ring, i}}) {
                const double away = std::hypot(dx, dy);
                const network::Point shift{by.x + dx * kGrid, by.y + dy * kGrid};
                if (away < nearest && free(shift)) {
                    nearest = away;
                    best = shift;
                }
            }
        if (best) return *best;
    }
    return by;
}

}  // namespace perceptarium::ui
