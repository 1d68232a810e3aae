// Fixes of what is wrong inside a block: looked for in its inside as it stands there, with the values that its settings
// give, and put back into the block, or into the settings of the node that stands for it.
#include <fmt/format.h>

#include <algorithm>

#include "network/block_edits.h"
#include "network/expand.h"
#include "network/fix_rules.h"

namespace perceptarium::network {
namespace {

Error changed() { return {"the drawing has changed since this was offered", {}, {}, {}}; }

/// The block whose inside the path leads to; nullptr if it leads nowhere.
const Block* blockAt(const Graph& whole, const BlockPath& path, std::string* name = nullptr) {
    const auto around = drawingAt(whole, {path.begin(), path.end() - 1});
    const Node* node = around ? around->find(path.back()) : nullptr;
    const Block* block = node ? blockOf(whole, *node) : nullptr;
    if (block && name) *name = blockName(node->layer);
    return block;
}

/// The drawing at the path with the values that the settings of the blocks around it give.
std::optional<Graph> givenAt(const Graph& whole, const BlockPath& path) {
    Graph drawing = whole;
    for (const NodeId id : path) {
        const Node* node = drawing.find(id);
        const Block* block = node ? blockOf(whole, *node) : nullptr;
        const auto settings = block ? settingsOf(*node, *specOf(whole, node->layer)) : Result<Settings>(Settings{});
        if (!block || !settings) return std::nullopt;
        drawing = insideWith(*block, *settings);
        drawing.setBlocks(whole.blocks());
    }
    return drawing;
}

/// A value given to a node inside, changed where it comes from.
struct GivenValue {
    Node node;  ///< that stands for the block
    SettingSpec setting;
    SettingValue value;
};

/// A setting of a block is called what its author calls it.
std::string titleOf(const GivenValue& given) { return fmt::format("Set “{}” of {} to {}", given.setting.name, quoted(given.node), settingText(given.value)); }

/// Sets it at the node, or where the node has it from. Says where it was set in the end.
Result<GivenValue> setGiven(Graph& whole, const BlockPath& path, NodeId id, const std::string& setting, const SettingValue& value) {
    auto drawing = drawingAt(whole, path);
    const Node* node = drawing ? drawing->find(id) : nullptr;
    if (!node) return changed();
    std::string name;
    if (!path.empty() && !blockAt(whole, path, &name)) return changed();
    if (const BlockSetting* giver = path.empty() ? nullptr : giverOf(whole, name, id, setting))
        return setGiven(whole, {path.begin(), path.end() - 1}, path.back(), std::string(giver->name), value);
    const SpecPtr spec = specOf(whole, node->layer);
    const SettingSpec* declared = spec ? findSetting(spec->settings, setting) : nullptr;
    if (!declared) return changed();
    GivenValue given{*node, *declared, value};
    if (path.empty()) {
        PC_TRY(changeSetting(whole, id, setting, value));
    } else {
        PC_TRY(changeSetting(*drawing, id, setting, value));
        PC_TRY(putBack(whole, name, *drawing));
    }
    return given;
}

struct PutInside {
    bool drawing = false;  ///< something else than given values was changed
    std::vector<GivenValue> given;
};

/// Would a layer in the node's place take what the block's setting gives by itself, and on each node that stands for the block?
Status takesWhatIsGiven(const Graph& whole, const std::string& name, const BlockSetting& setting, const SettingSpec& taker) {
    if (const auto fits = checkSetting(taker, setting.standard); !fits) return fits.error();
    std::vector<const Graph*> drawings{&whole};
    for (const auto& [other, block] : whole.blocks()) drawings.push_back(&block->inside);
    for (const Graph* drawing : drawings)
        for (const auto& [id, node] : drawing->nodes()) {
            if (!isBlock(node.layer) || blockName(node.layer) != name) continue;
            const auto value = node.settings.find(setting.name);
            if (value == node.settings.end()) continue;
            if (const auto fits = checkSetting(taker, value->second); !fits) return fits.error();
        }
    return {};
}

/// Puts the inside, with given values as givenAt() shows it, back where it came from.
Result<PutInside> putGiven(Graph& whole, const BlockPath& path, Graph inside) {
    std::string name;
    const Block* found = blockAt(whole, path, &name);
    const auto before = givenAt(whole, path);
    if (!found || !before) return changed();
    const Block block = *found;
    PutInside put;
    for (const BlockSetting& setting : block.settings)
        for (const auto& drive : setting.drives) {
            const Node *now = inside.find(drive.node), *was = before->find(drive.node);
            if (!now || !was) continue;
            if (now->layer != was->layer) {  // another layer keeps what it was given, where it can take it
                const SpecPtr layer = specOf(inside, now->layer);
                const SettingSpec* taker = layer ? findSetting(layer->settings, drive.setting) : nullptr;
                if (taker) PC_TRY(takesWhatIsGiven(whole, name, setting, *taker));
                continue;
            }
            const auto value = now->settings.find(drive.setting);
            if (value != now->settings.end() && value->second != was->settings.at(drive.setting))
                put.given.push_back(PC_TRY(setGiven(whole, path, drive.node, drive.setting, value->second)));
            Node own = *now;  // inside stays what it was before it was given one
            own.settings.erase(drive.setting);
            const Settings& drawn = block.inside.find(drive.node)->settings;
            if (const auto kept = drawn.find(drive.setting); kept != drawn.end()) own.settings.insert(*kept);
            inside.replace(own);
        }
    put.drawing = inside.nodes() != block.inside.nodes() || inside.edges() != block.inside.edges();
    if (!sameBlocks(inside.blocks(), before->blocks())) {  // a block further inside was mended
        whole.setBlocks(inside.blocks());
        put.drawing = true;
    }
    inside.setBlocks(whole.blocks());
    if (put.drawing) PC_TRY(putBack(whole, name, inside));
    return put;
}

BlockPath placeOf(const Finding& finding) {
    BlockPath place{finding.node};
    place.insert(place.end(), finding.inside.begin(), finding.inside.end());
    return place;
}

/// Where the same block stands elsewhere and has an error: a fix must not mend one by spoiling another.
std::set<BlockPath> errorsElsewhere(const Graph& whole, const Inference& inference, const BlockPath& path) {
    std::set<BlockPath> places;
    const Block* block = blockAt(whole, path);
    for (const Finding& finding : inference.findings) {
        if (finding.inside.empty() || finding.severity != Severity::Error) continue;
        const BlockPath place = placeOf(finding), around(place.begin(), place.end() - 1);
        if (around != path && blockAt(whole, around) == block) places.insert(place);
    }
    return places;
}

using Copies = std::vector<int>;  ///< of the blocks around something, outermost first: in which copy of each it lies

/// Of a flat node that lies in the drawing at the path, or further inside; nullopt of others.
std::optional<Copies> copiesAround(const std::vector<Expansion::Level>& origin, const BlockPath& path) {
    if (origin.size() <= path.size()) return std::nullopt;
    Copies copies;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (origin[i].node != path[i]) return std::nullopt;
        copies.push_back(origin[i].copy);
    }
    return copies;
}

/// The first copies in which something in that drawing is wrong.
std::optional<Copies> firstWrong(const Expansion& expansion, const Inference& flat, const BlockPath& path) {
    std::optional<Copies> first;
    for (const Finding& finding : flat.findings) {
        if (finding.node == kNoNode || finding.severity != Severity::Error) continue;
        const auto copies = copiesAround(expansion.origins.at(finding.node), path);
        if (copies && (!first || *copies < *first)) first = copies;
    }
    return first;
}

/// What is known of the inside after a change of it; nullopt where the change cannot be made or spoils something else: the same
/// block elsewhere, or a copy of it before the one that is mended.
std::optional<Inference> tryInside(const Graph& whole, const DataTypes& data, const BlockPath& path, const Copies& mended, const Graph& inside) {
    Graph tried = whole;
    if (!putGiven(tried, path, inside)) return std::nullopt;
    const Expansion before = expand(whole), after = expand(tried);
    if (after.findings.size() > before.findings.size()) return std::nullopt;
    const Inference was = infer(before, data), flat = infer(after, data);
    const auto wrong = errorsElsewhere(whole, seenAt({}, whole, before, was), path);
    const auto now = errorsElsewhere(tried, seenAt({}, tried, after, flat), path);
    if (!std::includes(wrong.begin(), wrong.end(), now.begin(), now.end())) return std::nullopt;
    if (const auto first = firstWrong(after, flat, path); first && *first < mended) return std::nullopt;
    return seenAt(path, tried, after, flat);
}

/// The flat node that the finding at that place is of.
NodeId flatNodeOf(const Expansion& expansion, const Inference& flat, const BlockPath& place, const std::string& rule) {
    for (const Finding& finding : flat.findings) {
        if (finding.rule != rule || finding.node == kNoNode) continue;
        const auto& origin = expansion.origins.at(finding.node);
        const bool here = std::equal(origin.begin(), origin.end(), place.begin(), place.end(),
                                     [](const Expansion::Level& level, NodeId node) { return level.node == node; });
        if (here) return finding.node;
    }
    return kNoNode;
}

/// Only as many copies of the outermost repeated block as work.
std::optional<Fix> repeatLess(const Graph& whole, const BlockPath& path, const Copies& copies) {
    const auto repeated = std::find_if(copies.begin(), copies.end(), [](int copy) { return copy > 0; });
    if (repeated == copies.end()) return std::nullopt;
    const auto depth = repeated - copies.begin();
    const BlockPath around(path.begin(), path.begin() + depth);
    const auto apply = [around, id = path[static_cast<std::size_t>(depth)], copy = std::int64_t{*repeated}](Graph& graph) { return setGiven(graph, around, id, kRepeat, copy); };
    Graph tried = whole;
    const auto given = apply(tried);
    if (!given) return std::nullopt;
    return Fix{titleOf(*given), [apply](Graph& graph) -> Status {
                   PC_TRY(apply(graph));
                   return {};
               }};
}

/// The fix as an edit of the whole, in words that say which block it changes; nullopt if it cannot be made.
std::optional<Fix> asEditOfWhole(const Graph& whole, const BlockPath& path, const Fix& fix) {
    const auto apply = [path, fix](Graph& graph) -> Result<PutInside> {
        auto inside = givenAt(graph, path);
        if (!inside) return changed();
        PC_TRY(fix.apply(*inside));
        Graph after = graph;
        PutInside put = PC_TRY(putGiven(after, path, *inside));
        graph = std::move(after);
        return put;
    };
    Graph tried = whole;
    const auto put = apply(tried);
    if (!put) return std::nullopt;
    std::string name;
    blockAt(whole, path, &name);
    const bool onlyGiven = !put->drawing && put->given.size() == 1;
    return Fix{onlyGiven ? titleOf(put->given[0]) : fmt::format("{} in the block “{}”", fix.title, name),
               [apply](Graph& graph) -> Status {
                   PC_TRY(apply(graph));
                   return {};
               }};
}

}  // namespace

Fix inTheBlock(const std::string& block, const Fix& fix) {
    return {fmt::format("{} in the block “{}”", fix.title, block), [block, apply = fix.apply](Graph& graph) -> Status {
                const auto found = graph.blocks().find(block);
                if (found == graph.blocks().end()) return changed();
                Graph inside = found->second->inside;
                inside.setBlocks(graph.blocks());
                PC_TRY(apply(inside));
                return putBack(graph, block, inside);
            }};
}

Fixes fixesInside(const Graph& whole, const DataTypes& data, const Finding& finding) {
    const BlockPath place = placeOf(finding), path(place.begin(), place.end() - 1);
    const auto drawing = drawingAt(whole, path);
    const auto inside = givenAt(whole, path);
    if (!drawing || !inside) return {};
    const Expansion expansion = expand(whole);
    const Inference flat = infer(expansion, data);
    Inference seen = seenAt(path, whole, expansion, flat);
    const auto found = std::find_if(seen.findings.begin(), seen.findings.end(), [&](const Finding& other) {
        return other.node == place.back() && other.inside.empty() && other.rule == finding.rule;
    });
    if (found == seen.findings.end()) return {};
    const Finding here = *found;
    const NodeId flatNode = flatNodeOf(expansion, flat, place, here.rule);
    const auto copies = flatNode == kNoNode ? std::nullopt : copiesAround(expansion.origins.at(flatNode), path);
    if (!copies) return {};
    // In a copy that does not work something else comes in than in the first.
    if (const auto in = flat.inputs.find(flatNode); in != flat.inputs.end()) seen.inputs[place.back()] = in->second;
    Fixes fixes;
    for (const Fix& fix : helpfulFixes(*inside, data, seen, here, [&](const Graph& tried) { return tryInside(whole, data, path, *copies, tried); }))
        if (auto edit = asEditOfWhole(whole, path, fix)) fixes.push_back(std::move(*edit));
    if (auto less = repeatLess(whole, path, *copies)) {
        if (fixes.size() == kMostFixes) fixes.pop_back();
        fixes.push_back(std::move(*less));
    }
    return fixes;
}

}  // namespace perceptarium::network
