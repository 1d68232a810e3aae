#include "exchange/block_library.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "base/check.h"
#include "exchange/project_file.h"
#include "network/block_edits.h"
#include "train/run_record.h"

namespace perceptarium::exchange {
namespace {

namespace fs = std::filesystem;

Result<LibraryBlock> blockOf(const project::Document& document, const std::string& where) {
    const network::Graph& graph = document.graph;
    if (!graph.blocks().contains(document.name))
        return Error{"this project has no block of its own name", where, "a block called " + document.name, {}};
    return LibraryBlock{document.name, graph.blocks().at(document.name)->meaning, {}, network::withInner(graph, {document.name})};
}

/// What a file system takes everywhere: other letters than these become "_".
std::string fileName(const std::string& block) {
    std::string name;
    for (const char c : block) {
        const auto byte = static_cast<unsigned char>(c);
        name += byte >= 0x80 || std::isalnum(byte) || c == ' ' || c == '-' || c == '_' || c == '+' ? c : '_';
    }
    return name + ".json";
}

}  // namespace

const std::vector<LibraryBlock>& readyBlocks() {
    static const std::vector<LibraryBlock> blocks = [] {
        std::vector<LibraryBlock> all;
        for (const auto& ready : project::readyBlockProjects()) {
            const auto document = documentFromText(ready.json, ready.id);
            CHECK(document.has_value(), "a ready block that cannot be read: " + ready.id);
            const auto block = blockOf(*document, ready.id);
            CHECK(block.has_value(), "a ready block's file without the block: " + ready.id);
            all.push_back(*block);
        }
        return all;
    }();
    return blocks;
}

OwnBlocks ownBlocks(const std::string& folder) {
    OwnBlocks own;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        if (entry->path().extension() != ".json") continue;
        const std::string file = entry->path().string();
        const auto project = loadProject(file);
        auto block = project ? blockOf(project->document, file) : Result<LibraryBlock>(project.error());
        if (!block) {
            own.unreadable.push_back(block.error());
            continue;
        }
        block->file = file;
        own.blocks.push_back(std::move(*block));
    }
    std::sort(own.blocks.begin(), own.blocks.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return own;
}

std::string standardBlockFolder() {
    return (fs::path(train::standardRecordPath()).parent_path() / "blocks").string();
}

Result<std::string> keepBlock(const std::string& folder, const network::Graph& graph, const std::string& name) {
    const auto found = graph.blocks().find(name);
    if (found == graph.blocks().end()) return Error{"this project has no such block", {}, {}, name};
    project::Project project;
    project.document.name = name;
    project.document.description = found->second->meaning;
    network::Graph& alone = project.document.graph;
    alone.setBlocks(network::withInner(graph, {name}));
    PC_TRY(network::addNode(alone, network::blockLayer(name), {0, 0}));
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) return Error{"the folder for blocks cannot be made", folder, {}, code.message()};
    const std::string file = (fs::path(folder) / fileName(name)).string();
    PC_TRY(saveProject(project, file));
    return file;
}

Status forgetBlock(const std::string& file) {
    std::error_code code;
    fs::remove(file, code);
    if (code) return Error{"the block's file cannot be deleted", file, {}, code.message()};
    return {};
}

}  // namespace perceptarium::exchange
