// Definitions of blocks from one drawing to another.
#include <algorithm>

#include "network/block_edits.h"

namespace perceptarium::network {
namespace {

/// The same network inside: where its nodes were moved does not count.
bool sameInside(const Block& a, const Block& b) {
    const auto still = [](const Block& block) {
        Block copy = block;
        for (const auto& [id, node] : block.inside.nodes()) {
            Node moved = node;
            moved.position = {};
            copy.inside.replace(moved);
        }
        return copy;
    };
    return still(a) == still(b);
}

/// Blocks of `blocks` that cannot keep their name: another of that name is there, or they hold one that has to change.
std::set<std::string> taken(const Graph& graph, const Blocks& blocks) {
    std::set<std::string> taken;
    for (const auto& [name, block] : blocks) {
        const auto here = graph.blocks().find(name);
        if (here != graph.blocks().end() && !sameInside(*here->second, *block)) taken.insert(name);
    }
    for (bool more = true; more;) {
        more = false;
        for (const auto& [name, block] : blocks) {
            if (taken.contains(name) || !graph.blocks().contains(name)) continue;
            for (const auto& [id, node] : block->inside.nodes())
                if (isBlock(node) && taken.contains(blockName(node.layer))) more = taken.insert(name).second || more;
        }
    }
    return taken;
}

/// What the block was called when it was taken over before; empty if it was not. Only of blocks that hold no others.
std::string twinOf(const Graph& graph, const std::string& name, const Block& block) {
    for (const auto& [id, node] : block.inside.nodes())
        if (isBlock(node)) return {};
    for (const auto& [there, each] : graph.blocks())
        if (there.starts_with(name + " ") && sameInside(*each, block)) return there;
    return {};
}

}  // namespace

std::string freeBlockName(const Graph& graph, const std::string& name) {
    if (!graph.blocks().contains(name)) return name;
    for (int number = 2;; ++number) {
        std::string free = name + " " + std::to_string(number);
        if (!graph.blocks().contains(free)) return free;
    }
}

Blocks withInner(const Graph& graph, const std::set<std::string>& names) {
    Graph some;
    for (const std::string& name : names) some.insert({.layer = blockLayer(name), .name = name});
    some.setBlocks(graph.blocks());
    const auto used = blocksUsed(some);
    Blocks blocks = graph.blocks();
    std::erase_if(blocks, [&](const auto& block) { return !used.contains(block.first); });
    return blocks;
}

std::map<std::string, std::string> importBlocks(Graph& graph, const Blocks& blocks) {
    const auto others = taken(graph, blocks);
    std::map<std::string, std::string> names;
    for (const auto& [name, block] : blocks) {
        names[name] = name;
        if (!others.contains(name)) continue;
        if (const std::string twin = twinOf(graph, name, *block); !twin.empty()) {
            names[name] = twin;
            continue;
        }
        Graph both = graph;
        Blocks known = graph.blocks();
        known.insert(blocks.begin(), blocks.end());
        for (const auto& [old, now] : names) known.try_emplace(now);
        both.setBlocks(std::move(known));
        names[name] = freeBlockName(both, name);
    }
    Blocks result = graph.blocks();
    for (const auto& [name, block] : blocks) {
        Block here = *block;
        for (const auto& [id, node] : block->inside.nodes()) {
            if (!isBlock(node) || !names.contains(blockName(node.layer))) continue;
            Node renamed = node;
            renamed.layer = blockLayer(names.at(blockName(node.layer)));
            here.inside.replace(renamed);
        }
        result.try_emplace(names.at(name), std::make_shared<const Block>(std::move(here)));
    }
    graph.setBlocks(std::move(result));
    return names;
}

}  // namespace perceptarium::network
