// Laying a drawing out: columns by depth, rows by branch, and wide drawings broken into rows like a text.
#include <algorithm>
#include <cmath>

#include "network/edits.h"
#include "network/frame_edits.h"

namespace perceptarium::network {
namespace {

/// Where every node goes before anything is broken: column by longest way from a source, row by branch.
struct Layout {
    std::map<NodeId, int> column;
    std::map<NodeId, double> row;
    int columns = 0;
};

Layout layOut(const Graph& graph, const std::set<NodeId>& chosen, Flow flow) {
    Layout layout;
    auto& [column, row, columns] = layout;
    std::map<int, std::vector<NodeId>> members;
    for (const NodeId id : graph.topologicalOrder()) {
        if (!chosen.contains(id)) continue;
        int depth = 0;
        for (const Edge& edge : graph.edgesInto(id))
            if (column.contains(edge.from)) depth = std::max(depth, column[edge.from] + 1);
        column[id] = depth;
        members[depth].push_back(id);
        columns = std::max(columns, depth + 1);
    }
    for (auto& [depth, nodes] : members) {
        // The mean row of what feeds it, then the next free one.
        const auto wantedRow = [&](NodeId id) {
            double sum = 0;
            int count = 0;
            for (const Edge& edge : graph.edgesInto(id))
                if (row.contains(edge.from)) sum += row[edge.from], ++count;
            return count ? sum / count : 0.0;
        };
        // Of branches that want the same row the upper one stays the upper one: who arranges twice finds what he knows.
        const auto across = [&](NodeId id) { return flow == Flow::Down ? graph.find(id)->position.x : graph.find(id)->position.y; };
        std::stable_sort(nodes.begin(), nodes.end(), [&](NodeId a, NodeId b) {
            const double rowA = wantedRow(a), rowB = wantedRow(b);
            return rowA != rowB ? rowA < rowB : across(a) < across(b);
        });
        double next = -INFINITY;
        for (const NodeId id : nodes) {
            row[id] = std::max(next, wantedRow(id));
            next = row[id] + 1;
        }
    }
    // An edge that skips columns would run through nodes in between when all rows are 0: bow those nodes down.
    for (const Edge& edge : graph.edges()) {
        if (!column.contains(edge.from) || !column.contains(edge.to)) continue;
        if (column[edge.to] - column[edge.from] < 2) continue;
        for (const auto& [id, depth] : column) {
            const bool between = depth > column[edge.from] && depth < column[edge.to];
            if (between && graph.reaches(edge.from, id) && graph.reaches(id, edge.to) && std::abs(row[id] - row[edge.from]) < 0.5)
                row[id] += 1;
        }
    }
    for (auto& [depth, nodes] : members) {  // one that was bowed down pushes those below it on
        std::stable_sort(nodes.begin(), nodes.end(), [&, &rows = row](NodeId a, NodeId b) { return rows.at(a) < rows.at(b); });
        double next = -INFINITY;
        for (const NodeId id : nodes) next = (row[id] = std::max(next, row[id])) + 1;
    }
    return layout;
}

constexpr double kColumn = kNodeWidth + kGapX, kRow = kNodeHeight + kGapY;
constexpr double kBandGap = 4 * kGrid;  // beyond a row's own gap: room for the edge that runs back

/// First column of each band. A drawing is broken when it could otherwise only be read from too far away, judged by a
/// canvas of ordinary size between its panels; and only where all that runs on comes from one node, best by one edge, so
/// that a block stays in one piece.
std::vector<int> bandsOf(const Graph& graph, const Layout& layout) {
    constexpr double kCanvasWidth = 720, kCanvasHeight = 680, kTooFar = 0.62, kReadable = 0.75;
    double rows = 0;
    for (const auto& [id, row] : layout.row) rows = std::max(rows, row + 1);
    const auto scale = [&](int bands) {
        const double perBand = std::ceil(static_cast<double>(layout.columns) / bands);
        return std::min(kCanvasWidth / (perBand * kColumn), kCanvasHeight / (bands * (rows * kRow + kBandGap)));
    };
    int bands = 1;
    if (scale(1) < kTooFar)
        while (scale(bands) < kReadable && scale(bands + 1) > scale(bands)) ++bands;
    std::vector<std::vector<NodeId>> crossing(static_cast<std::size_t>(layout.columns) + 1);  // by boundary: the sources
    for (const Edge& edge : graph.edges()) {
        const auto from = layout.column.find(edge.from), to = layout.column.find(edge.to);
        if (from == layout.column.end() || to == layout.column.end()) continue;
        for (int k = from->second + 1; k <= to->second; ++k) crossing[static_cast<std::size_t>(k)].push_back(edge.from);
    }
    std::vector<int> starts{0};
    for (int left = bands; left > 1; --left) {
        const int start = starts.back();
        const int wanted = start + static_cast<int>(std::ceil(static_cast<double>(layout.columns - start) / left));
        int best = 0;
        double least = INFINITY;
        for (int k = start + 1; k < layout.columns; ++k) {
            const auto& sources = crossing[static_cast<std::size_t>(k)];
            if (std::any_of(sources.begin(), sources.end(), [&](NodeId id) { return id != sources.front(); })) continue;
            const double cost = std::abs(k - wanted) + (k > wanted ? 0.5 : 0) + (sources.size() > 1 ? 2 : 0);
            if (cost < least) least = cost, best = k;
        }
        if (!best) break;
        starts.push_back(best);
    }
    return starts;
}

double onGrid(double value) { return std::round(value / kGrid) * kGrid; }

/// Layers below each other, branches beside each other.
void arrangeDown(Graph& graph, const Layout& layout, Point origin) {
    constexpr double kDown = kNodeHeight + kGapDown, kAcross = kNodeWidth + kGapY;
    double first = INFINITY;
    for (const auto& [id, row] : layout.row) first = std::min(first, row);
    for (const auto& [id, depth] : layout.column) {
        Node node = *graph.find(id);
        node.position = {onGrid(origin.x + (layout.row.at(id) - first) * kAcross), onGrid(origin.y + depth * kDown)};
        graph.replace(node);
    }
}

}  // namespace

Flow flowOf(const Graph& graph) {
    int right = 0, down = 0;
    for (const Edge& edge : graph.edges()) {
        const Point from = graph.find(edge.from)->position, to = graph.find(edge.to)->position;
        if (to.x - from.x >= kNodeWidth) ++right;
        else if (to.y - from.y > kNodeHeight && std::abs(to.x - from.x) < kNodeWidth) ++down;
    }
    return down >= 3 && down > right ? Flow::Down : Flow::Right;
}

void arrange(Graph& graph, const std::vector<NodeId>& nodes, Flow flow) {
    std::set<NodeId> chosen(nodes.begin(), nodes.end());
    if (chosen.empty())
        for (const auto& [id, node] : graph.nodes()) chosen.insert(id);
    std::erase_if(chosen, [&](NodeId id) { return !graph.find(id); });
    if (chosen.empty()) return;
    Point origin{INFINITY, INFINITY};
    for (const NodeId id : chosen) {
        const Point at = graph.find(id)->position;
        origin = {std::min(origin.x, at.x), std::min(origin.y, at.y)};
    }
    const Graph before = graph;
    const Layout layout = layOut(graph, chosen, flow);
    if (flow == Flow::Down) {
        arrangeDown(graph, layout, origin);
        return followNodes(graph, before);
    }
    const std::vector<int> starts = bandsOf(graph, layout);
    double top = origin.y;
    for (std::size_t band = 0; band < starts.size(); ++band) {
        const int first = starts[band], end = band + 1 < starts.size() ? starts[band + 1] : layout.columns;
        double lowest = INFINITY, highest = -INFINITY;
        for (const auto& [id, column] : layout.column)
            if (column >= first && column < end) {
                lowest = std::min(lowest, layout.row.at(id));
                highest = std::max(highest, layout.row.at(id));
            }
        for (const auto& [id, column] : layout.column) {
            if (column < first || column >= end) continue;
            Node node = *graph.find(id);
            node.position = {onGrid(origin.x + (column - first) * kColumn), onGrid(top + (layout.row.at(id) - lowest) * kRow)};
            graph.replace(node);
        }
        top += (highest - lowest + 1) * kRow + kBandGap;
    }
    followNodes(graph, before);
}

}  // namespace perceptarium::network
