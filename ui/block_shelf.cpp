#include "ui/block_shelf.h"

#include "network/block_edits.h"

namespace perceptarium::ui {

namespace {
constexpr const char* kReady = "ready-block/";
constexpr const char* kOwn = "own-block/";
}  // namespace

BlockShelf::BlockShelf(std::string folder) : folder_(std::move(folder)), own_(exchange::ownBlocks(folder_)) {}

std::string BlockShelf::layerOf(const exchange::LibraryBlock& block) { return (block.file.empty() ? kReady : kOwn) + block.name; }

const exchange::LibraryBlock* BlockShelf::find(const std::string& layer) const {
    for (const auto* blocks : {&ready(), &own()})
        for (const auto& block : *blocks)
            if (layerOf(block) == layer) return &block;
    return nullptr;
}

Result<std::string> BlockShelf::take(network::Graph& graph, const std::string& layer) const {
    if (!layer.starts_with(kReady) && !layer.starts_with(kOwn)) return layer;
    const auto* block = find(layer);
    if (!block) return Error{"this block is not kept any more", {}, {}, layer.substr(layer.find('/') + 1)};
    return network::blockLayer(network::importBlocks(graph, block->blocks).at(block->name));
}

network::SpecPtr BlockShelf::specOf(const network::Graph& graph, const std::string& layer) const {
    network::Graph with = graph;
    const auto taken = take(with, layer);
    return taken ? network::specOf(with, *taken) : nullptr;
}

std::string BlockShelf::freeName(const network::Graph& graph, const std::string& name) const {
    network::Graph all = graph;
    network::Blocks blocks = all.blocks();
    for (const auto& block : own()) blocks.insert(block.blocks.begin(), block.blocks.end());
    all.setBlocks(std::move(blocks));
    return network::freeBlockName(all, name);
}

Status BlockShelf::keep(const network::Graph& graph, const std::string& name) {
    PC_TRY(exchange::keepBlock(folder_, graph, name));
    own_ = exchange::ownBlocks(folder_);
    emit changed();
    return {};
}

const exchange::LibraryBlock* BlockShelf::ownBlock(const std::string& name) const {
    for (const auto& block : own())
        if (block.name == name) return &block;
    return nullptr;
}

Status BlockShelf::forget(const std::string& name) {
    const auto* block = ownBlock(name);
    if (!block) return {};
    PC_TRY(exchange::forgetBlock(block->file));
    own_ = exchange::ownBlocks(folder_);
    emit changed();
    return {};
}

}  // namespace perceptarium::ui
