#include "network/block_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "network/edit_parts.h"

namespace perceptarium::network {
namespace {

Error noSuchBlock(const std::string& name) { return {"this project has no such block", {}, {}, name}; }

/// Changes a copy of the block and puts it in the block's place.
void change(Graph& graph, const std::string& name, const std::function<void(Block&)>& how) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return;
    Block block = *found->second;
    how(block);
    Blocks blocks = graph.blocks();
    blocks[name] = std::make_shared<const Block>(std::move(block));
    graph.setBlocks(std::move(blocks));
}

/// Changes nodes of the drawing and of all that its blocks are.
void changeNodes(Graph& whole, const std::function<void(Node&)>& how) {
    const auto changeIn = [&](Graph& graph) {
        for (const auto& [id, node] : std::map(graph.nodes())) {
            Node changed = node;
            how(changed);
            if (changed != node) graph.replace(changed);
        }
    };
    changeIn(whole);
    for (const auto& [name, block] : Blocks(whole.blocks())) {
        Graph inside = block->inside;
        changeIn(inside);
        if (inside != block->inside) change(whole, name, [&](Block& changed) { changed.inside = inside; });
    }
}

BlockSetting* settingOf(Block& block, const std::string& name) {
    const auto found = std::find_if(block.settings.begin(), block.settings.end(),
                                    [&](const BlockSetting& setting) { return setting.name == name; });
    return found == block.settings.end() ? nullptr : &*found;
}

bool takesValue(const Graph& whole, const Block& block, const BlockSetting::Drive& drive) {
    const Node* node = block.inside.find(drive.node);
    const SpecPtr spec = node ? specOf(whole, node->layer) : nullptr;
    return node && (!spec || findSetting(spec->settings, drive.setting));
}

/// What leads to nothing goes: from settings to nodes and settings that are gone, settings that give to nothing, values for
/// settings that are gone.
void tidy(Graph& whole) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& [name, block] : Blocks(whole.blocks())) {
            auto settings = block->settings;
            for (BlockSetting& setting : settings)
                std::erase_if(setting.drives, [&](const auto& drive) { return !takesValue(whole, *block, drive); });
            std::erase_if(settings, [](const BlockSetting& setting) { return setting.drives.empty(); });
            if (settings == block->settings) continue;
            change(whole, name, [&](Block& tidied) { tidied.settings = settings; });
            changed = true;
        }
    }
    const Graph now = whole;
    changeNodes(whole, [&](Node& node) {
        const SpecPtr spec = isBlock(node) ? specOf(now, node.layer) : nullptr;
        if (spec) std::erase_if(node.settings, [&](const auto& value) { return !findSetting(spec->settings, value.first); });
    });
}

/// Links to inputs that are gone go, the others follow their input.
void followInputs(Graph& graph, const std::string& layer, const std::vector<NodeId>& before, const std::vector<NodeId>& now) {
    std::set<Edge> edges;
    for (Edge edge : graph.edges()) {
        if (graph.find(edge.to)->layer == layer && static_cast<std::size_t>(edge.port) < before.size()) {
            const auto place = std::find(now.begin(), now.end(), before[static_cast<std::size_t>(edge.port)]);
            if (place == now.end()) continue;
            edge.port = static_cast<int>(place - now.begin());
        }
        edges.insert(edge);
    }
    graph.assign(graph.nodes(), std::move(edges));
}

}  // namespace

bool canGive(SettingKind from, SettingKind to) {
    return from == to || (from == SettingKind::Integer && to == SettingKind::Pair);
}

const BlockSetting* giverOf(const Graph& graph, const std::string& name, NodeId node, const std::string& setting) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return nullptr;
    const BlockSetting::Drive drive{node, setting};
    for (const BlockSetting& each : found->second->settings)
        if (std::find(each.drives.begin(), each.drives.end(), drive) != each.drives.end()) return &each;
    return nullptr;
}

Status driveSetting(Graph& graph, const std::string& name, NodeId id, const std::string& setting, const std::string& giver) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return noSuchBlock(name);
    const Node* node = found->second->inside.find(id);
    if (!node) return Error{"there is no such layer in the block", {}, {}, {}};
    const SpecPtr layer = PC_TRY(knownSpec(graph, node->layer));
    const SettingSpec* spec = findSetting(layer->settings, setting);
    if (!spec) return Error{layer->title + " has no such setting", setting, {}, {}};
    PC_TRY(checkName("a setting", giver));
    if (giver == kRepeat) return Error{"every block has a setting of this name", {}, "another name", giver};

    const SpecPtr block = specOf(graph, blockLayer(name));
    if (const SettingSpec* there = findSetting(block->settings, giver); there && !canGive(there->kind, spec->kind))
        return Error{fmt::format("“{}” gives another kind of value", giver), setting, "a setting of the same kind", {}};
    const auto own = node->settings.find(setting);
    const SettingValue standard = own != node->settings.end() ? own->second : spec->standard;
    change(graph, name, [&](Block& changed) {
        for (BlockSetting& each : changed.settings) std::erase(each.drives, BlockSetting::Drive{id, setting});
        if (!settingOf(changed, giver)) changed.settings.push_back({giver, standard, {}});
        settingOf(changed, giver)->drives.push_back({id, setting});
    });
    tidy(graph);
    return {};
}

void releaseSetting(Graph& graph, const std::string& name, NodeId id, const std::string& setting) {
    const BlockSetting* giver = giverOf(graph, name, id, setting);
    if (!giver) return;
    const SettingValue value = giver->standard;
    change(graph, name, [&](Block& changed) {
        for (BlockSetting& each : changed.settings) std::erase(each.drives, BlockSetting::Drive{id, setting});
        Node node = *changed.inside.find(id);
        node.settings[setting] = value;
        changed.inside.replace(node);
    });
    tidy(graph);
}

Status changeStandard(Graph& graph, const std::string& name, const std::string& setting, const SettingValue& value) {
    const SpecPtr block = PC_TRY(knownSpec(graph, blockLayer(name)));
    const SettingSpec* spec = findSetting(block->settings, setting);
    if (!spec || setting == kRepeat) return Error{"the block has no such setting", setting, {}, {}};
    const SettingValue checked = PC_TRY(checkSetting(*spec, value));
    change(graph, name, [&](Block& changed) { settingOf(changed, setting)->standard = checked; });
    return {};
}

Status renameBlockSetting(Graph& graph, const std::string& name, const std::string& setting, const std::string& to) {
    if (setting == to) return {};
    const SpecPtr block = PC_TRY(knownSpec(graph, blockLayer(name)));
    if (!findSetting(block->settings, setting) || setting == kRepeat) return Error{"the block has no such setting", setting, {}, {}};
    PC_TRY(checkName("a setting", to));
    if (findSetting(block->settings, to)) return Error{"another setting of the block has this name", {}, "a name of its own", to};
    change(graph, name, [&](Block& changed) { settingOf(changed, setting)->name = to; });
    const std::string layer = blockLayer(name);
    for (const auto& [other, each] : Blocks(graph.blocks()))
        change(graph, other, [&](Block& changed) {
            for (BlockSetting& giver : changed.settings)
                for (auto& drive : giver.drives) {
                    const Node* node = changed.inside.find(drive.node);
                    if (node && node->layer == layer && drive.setting == setting) drive.setting = to;
                }
        });
    changeNodes(graph, [&](Node& node) {
        if (node.layer != layer) return;
        if (auto value = node.settings.extract(setting)) {
            value.key() = to;
            node.settings.insert(std::move(value));
        }
    });
    return {};
}

void removeBlockSetting(Graph& graph, const std::string& name, const std::string& setting) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return;
    for (const BlockSetting& each : std::vector(found->second->settings))
        if (each.name == setting)
            for (const auto& drive : each.drives) releaseSetting(graph, name, drive.node, drive.setting);
}

Status renameBlock(Graph& graph, const std::string& from, const std::string& to, NodeId named) {
    if (from == to) return {};
    if (!graph.blocks().contains(from)) return noSuchBlock(from);
    PC_TRY(checkName("a block", to));
    if (to.size() > kLongestBlockName)
        return Error{"this name is too long", {}, fmt::format("at most {} letters", kLongestBlockName), {}};
    if (graph.blocks().contains(to)) return Error{"another block has this name", {}, "a name of its own", to};
    Blocks blocks = graph.blocks();
    auto block = blocks.extract(from);
    block.key() = to;
    blocks.insert(std::move(block));
    graph.setBlocks(std::move(blocks));
    changeNodes(graph, [&](Node& node) {
        if (node.layer == blockLayer(from)) node.layer = blockLayer(to);
    });
    if (const Node* found = graph.find(named)) {
        Node node = *found;
        node.name = graph.freeName(stemOf(node.layer));
        graph.replace(node);
    }
    return {};
}

void describeBlock(Graph& graph, const std::string& name, const std::string& meaning) {
    change(graph, name, [&](Block& block) { block.meaning = meaning; });
}

Status putBack(Graph& whole, const std::string& name, const Graph& inside) {
    const auto found = inside.blocks().find(name);
    if (found == inside.blocks().end()) return noSuchBlock(name);
    const auto before = inputsOf(found->second->inside), now = inputsOf(inside);
    Graph after = whole;
    after.setBlocks(inside.blocks());
    change(after, name, [&](Block& block) {
        block.inside = inside;
        block.inside.setBlocks({});
    });
    if (blocksUsed(inside, after).contains(name))
        return Error{fmt::format("the block “{}” cannot hold itself", name), {}, {}, {}};
    if (before != now) {
        const std::string layer = blockLayer(name);
        followInputs(after, layer, before, now);
        for (const auto& [other, block] : Blocks(after.blocks()))
            change(after, other, [&](Block& changed) { followInputs(changed.inside, layer, before, now); });
    }
    tidy(after);
    whole = std::move(after);
    return {};
}

void dropUnusedBlocks(Graph& graph) {
    const auto used = blocksUsed(graph);
    Blocks blocks = graph.blocks();
    std::erase_if(blocks, [&](const auto& block) { return !used.contains(block.first); });
    if (blocks.size() != graph.blocks().size()) graph.setBlocks(std::move(blocks));
}

}  // namespace perceptarium::network
