// What is known of the flat network, as a drawing with blocks shows it.
#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "network/checks.h"
#include "network/expand.h"
#include "network/summary.h"

namespace perceptarium::network {
namespace {

using Levels = std::vector<Expansion::Level>;

/// Does the flat node lie in the drawing at the path, or further inside?
bool isWithin(const Levels& origin, const BlockPath& path) {
    return origin.size() > path.size() &&
           std::equal(path.begin(), path.end(), origin.begin(),
                      [](NodeId node, const Expansion::Level& level) { return node == level.node; });
}

bool inFirstCopy(const Levels& origin, std::size_t depth) {
    return std::all_of(origin.begin(), origin.begin() + static_cast<std::ptrdiff_t>(depth),
                       [](const Expansion::Level& level) { return level.copy == 0; });
}

/// The setting of the node at `depth` that gives its value to `setting` of the innermost node; empty if there is none.
std::string settingAbove(const Graph& whole, const Levels& origin, std::size_t depth, std::string setting) {
    std::vector<const Block*> blocks;
    const Graph* drawing = &whole;
    for (std::size_t i = 0; i + 1 < origin.size(); ++i) {
        const Node* node = drawing->find(origin[i].node);
        const Block* block = node ? blockOf(whole, *node) : nullptr;
        if (!block) return {};
        blocks.push_back(block);
        drawing = &block->inside;
    }
    for (std::size_t i = origin.size() - 1; i > depth && !setting.empty(); --i) {
        const BlockSetting::Drive drive{origin[i].node, setting};
        setting.clear();
        for (const BlockSetting& each : blocks[i - 1]->settings)
            if (std::find(each.drives.begin(), each.drives.end(), drive) != each.drives.end()) setting = each.name;
    }
    return setting;
}

/// A finding at a flat node, told at the node of the drawing.
Finding toldAt(std::size_t depth, const Finding& found, const Levels& origin, const Graph& whole, const Graph& flat) {
    Finding told = found;
    told.node = origin[depth].node;
    const bool inside = origin.size() > depth + 1;
    if (inside) {
        told.port = -1;
        told.setting = settingAbove(whole, origin, depth, found.setting);
        for (std::size_t level = depth + 1; level < origin.size(); ++level) told.inside.push_back(origin[level].node);
        told.what = fmt::format("In “{}”: {}", flat.find(found.node)->name, told.what);
    }
    // What is wrong in every copy was said of the first.
    const auto repeated = std::find_if(origin.begin(), origin.end(), [](const auto& level) { return level.copy > 0; });
    if (repeated != origin.end())
        told.what = fmt::format("Copy {} of the repeated block does not work with what copy {} gives. {}",
                                repeated->copy + 1, repeated->copy, told.what);
    return told;
}

/// Nodes of the drawing of which nothing is computed.
std::set<NodeId> leftOutAt(const BlockPath& path, const Expansion& expansion, const Inference& flat) {
    std::set<NodeId> leftOut, computed;
    for (const auto& [id, origin] : expansion.origins)
        if (isWithin(origin, path) && inFirstCopy(origin, path.size()))
            (flat.leftOut.contains(id) ? leftOut : computed).insert(origin[path.size()].node);
    for (const NodeId id : computed) leftOut.erase(id);
    return leftOut;
}

std::vector<Finding> findingsAt(const BlockPath& path, const Graph& whole, const Expansion& expansion,
                                const Inference& flat) {
    std::vector<Finding> findings;
    std::set<std::pair<BlockPath, std::string>> told;  // copies have the same mistakes
    for (const Finding& finding : flat.findings) {
        if (finding.node == kNoNode) {
            if (path.empty()) findings.push_back(finding);
            continue;
        }
        const Levels& origin = expansion.origins.at(finding.node);
        if (!isWithin(origin, path)) continue;
        BlockPath place;
        for (const auto& level : origin) place.push_back(level.node);
        if (told.emplace(place, finding.setting.empty() ? finding.what : finding.setting).second)
            findings.push_back(toldAt(path.size(), finding, origin, whole, expansion.flat));
    }
    return findings;
}

}  // namespace

std::optional<Graph> drawingAt(const Graph& whole, const BlockPath& path) {
    const Graph* drawing = &whole;
    for (const NodeId id : path) {
        const Node* node = drawing->find(id);
        const Block* block = node ? blockOf(whole, *node) : nullptr;
        if (!block) return std::nullopt;
        drawing = &block->inside;
    }
    Graph found = *drawing;
    found.setBlocks(whole.blocks());
    return found;
}

Inference infer(const Expansion& expansion, const DataTypes& data) {
    Inference inference = inferFlat(expansion.flat, data);
    inference.findings.insert(inference.findings.begin(), expansion.findings.begin(), expansion.findings.end());
    return inference;
}

Inference seenAt(const BlockPath& path, const Graph& whole, const Expansion& expansion, const Inference& flat) {
    const auto drawing = drawingAt(whole, path);
    CHECK(drawing.has_value(), "a path that leads to no drawing");
    Inference seen;
    BlockPath place = path;
    place.push_back(kNoNode);
    for (const auto& [id, node] : drawing->nodes()) {
        place.back() = id;
        const auto gives = expansion.gives.find(place);
        const auto type = gives == expansion.gives.end() ? flat.outputs.end() : flat.outputs.find(gives->second);
        if (type != flat.outputs.end()) seen.outputs[id] = type->second;
    }
    seen.leftOut = leftOutAt(path, expansion, flat);
    const Wiring wiring(*drawing);
    for (const auto& [id, node] : drawing->nodes()) {
        if (seen.leftOut.contains(id)) continue;  // nothing comes in where nothing is computed
        std::vector<TensorType> in;
        for (const Edge& edge : wiring.into(id))
            if (const auto type = seen.outputs.find(edge.from); type != seen.outputs.end()) in.push_back(type->second);
        if (!in.empty() && in.size() == wiring.into(id).size()) seen.inputs[id] = std::move(in);
    }
    for (const auto& [id, count] : flat.parameters) {
        const Levels& origin = expansion.origins.at(id);
        if (!isWithin(origin, path) || !inFirstCopy(origin, path.size())) continue;
        seen.parameters[origin[path.size()].node] += count;
        if (expansion.flat.find(id)->frozen) seen.frozenParameters += count;
    }
    seen.findings = findingsAt(path, whole, expansion, flat);
    if (!path.empty())
        seen.output = outputOf(*drawing);
    else if (flat.output != kNoNode)
        seen.output = expansion.origins.at(flat.output).front().node;
    return seen;
}

Summary summaryAt(const BlockPath& path, const Graph& whole, const Expansion& expansion, const Inference& flat) {
    const auto drawing = drawingAt(whole, path);
    CHECK(drawing.has_value(), "a path that leads to no drawing");
    const Inference seen = seenAt(path, whole, expansion, flat);
    std::map<NodeId, Costs> costs;
    for (const SummaryRow& row : summarize(expansion.flat, flat).rows) {
        const Levels& origin = expansion.origins.at(row.node);
        if (isWithin(origin, path) && inFirstCopy(origin, path.size())) costs[origin[path.size()].node] += row.costs;
    }
    Summary summary;
    for (const NodeId id : drawing->topologicalOrder()) {
        const Node& node = *drawing->find(id);
        const SpecPtr spec = specOf(*drawing, node.layer);
        SummaryRow row{.node = id, .name = node.name, .layer = node.layer, .title = spec ? spec->title : node.layer, .costs = costs[id]};
        if (const auto output = seen.outputs.find(id); output != seen.outputs.end()) row.output = output->second;
        summary.total += row.costs;
        summary.rows.push_back(std::move(row));
    }
    return summary;
}

}  // namespace perceptarium::network
