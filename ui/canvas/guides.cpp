#include "ui/canvas/guides.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace perceptarium::ui {
namespace {

/// The nearest that is level with `at`, by the other coordinate; nullptr if none is.
const network::Node* nearest(const network::Graph& graph, const std::set<network::NodeId>& moved, QPointF at, double near, bool level) {
    const network::Node* best = nullptr;
    double least = INFINITY;
    for (const auto& [id, other] : graph.nodes()) {
        if (moved.contains(id)) continue;
        const double dx = std::abs(other.position.x - at.x()), dy = std::abs(other.position.y - at.y());
        if ((level ? dy : dx) > near || (level ? dx : dy) >= least) continue;
        least = level ? dx : dy;
        best = &other;
    }
    return best;
}

/// Along a line on which others lie at `places`: where `wish` is pulled to so that gaps are equal, with the ends of these gaps.
struct Even {
    double at = 0;
    std::vector<std::pair<double, double>> gaps;
};
std::optional<Even> evenly(std::vector<double> places, double wish, double near) {
    std::sort(places.begin(), places.end());
    const auto after = std::upper_bound(places.begin(), places.end(), wish);
    const auto before = static_cast<std::size_t>(after - places.begin());
    std::vector<Even> candidates;
    const auto place = [&](std::size_t i) { return places[i]; };
    if (before > 0 && before < places.size()) {  // between two
        const double low = place(before - 1), high = place(before), middle = (low + high) / 2;
        candidates.push_back({middle, {{low, middle}, {middle, high}}});
    }
    if (before > 1) {  // going on as the two before
        const double a = place(before - 2), b = place(before - 1);
        candidates.push_back({2 * b - a, {{a, b}, {b, 2 * b - a}}});
    }
    if (before + 1 < places.size()) {  // as the two after
        const double a = place(before), b = place(before + 1);
        candidates.push_back({2 * a - b, {{2 * a - b, a}, {a, b}}});
    }
    const auto away = [wish](const Even& even) { return std::abs(even.at - wish); };
    const auto best = std::min_element(candidates.begin(), candidates.end(), [&](const Even& a, const Even& b) { return away(a) < away(b); });
    if (best == candidates.end() || away(*best) > near) return {};
    return *best;
}

}  // namespace

Guided guided(const network::Graph& graph, const std::set<network::NodeId>& moved, QPointF at, double near) {
    Guided found{at, {}, {}};
    const auto* level = nearest(graph, moved, at, near, true);
    const auto* below = nearest(graph, moved, at, near, false);
    if (level) found.at.setY(level->position.y);
    if (below) found.at.setX(below->position.x);
    for (const bool row : {true, false}) {  // in a row with `level`, or a column with `below`, the gaps may become equal
        if (row ? !level || below : !below || level) continue;
        std::vector<double> places;
        for (const auto& [id, other] : graph.nodes()) {
            const bool inLine = std::abs(row ? other.position.y - found.at.y() : other.position.x - found.at.x()) < 0.5;
            if (inLine && !moved.contains(id)) places.push_back(row ? other.position.x : other.position.y);
        }
        const auto even = evenly(places, row ? at.x() : at.y(), near);
        if (!even) continue;
        if (row) found.at.setX(even->at);
        else found.at.setY(even->at);
        for (const auto& [from, to] : even->gaps)
            found.gaps << (row ? QLineF(from, found.at.y(), to, found.at.y()) : QLineF(found.at.x(), from, found.at.x(), to));
    }
    if (level) found.lines << QLineF(found.at, {level->position.x, level->position.y});
    if (below) found.lines << QLineF(found.at, {below->position.x, below->position.y});
    return found;
}

}  // namespace perceptarium::ui
