// The blocks that can be taken into any drawing: those that ship with the program, and the user's own in a folder. Each is a
// plain project file that uses the block of the project's name, and can be opened as such.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "network/block.h"

namespace perceptarium::exchange {

struct LibraryBlock {
    std::string name, meaning;
    std::string file;        ///< of a block of the user's own; empty: ready
    network::Blocks blocks;  ///< its definition, and those of the blocks inside
};

const std::vector<LibraryBlock>& readyBlocks();

struct OwnBlocks {
    std::vector<LibraryBlock> blocks;  ///< by name
    std::vector<Error> unreadable;     ///< files that hold no block, and why
};
/// Those in the folder; none when there is no such folder.
OwnBlocks ownBlocks(const std::string& folder);
/// "…/perceptarium/blocks" in the user's data folder.
std::string standardBlockFolder();

/// Writes the drawing's block of that name (and those inside) into the folder, over one of the same name. Returns the file.
Result<std::string> keepBlock(const std::string& folder, const network::Graph& graph, const std::string& name);
/// Deletes the file. Error: the system's reason.
Status forgetBlock(const std::string& file);

}  // namespace perceptarium::exchange
