// BlockShelf: the blocks that can be taken into any drawing, ready ones and the user's own. Palette and search offer them;
// what a drawing takes from here is a copy.
#pragma once

#include <QObject>

#include "exchange/block_library.h"
#include "network/blocks.h"

namespace perceptarium::ui {

class BlockShelf : public QObject {
    Q_OBJECT
public:
    /// `folder`: of the user's own.
    explicit BlockShelf(std::string folder);

    const std::vector<exchange::LibraryBlock>& ready() const { return exchange::readyBlocks(); }
    const std::vector<exchange::LibraryBlock>& own() const { return own_.blocks; }
    /// What lists, drags and drops call it: a layer's id that is no node's until take() has changed it.
    static std::string layerOf(const exchange::LibraryBlock& block);

    /// Takes a block of the shelf into the drawing and gives the layer of nodes that stand for it; the id of any other layer
    /// comes back as it is. Error: the block is not here any more.
    Result<std::string> take(network::Graph& graph, const std::string& layer) const;
    /// What the layer will be once it was taken; nullptr if there is none.
    network::SpecPtr specOf(const network::Graph& graph, const std::string& layer) const;

    /// The name, or the first free one after it, that neither the drawing's blocks nor the user's own have.
    std::string freeName(const network::Graph& graph, const std::string& name) const;
    /// Puts the drawing's block of that name among the user's own, over one of the same name.
    Status keep(const network::Graph& graph, const std::string& name);
    Status forget(const std::string& name);
    const exchange::LibraryBlock* ownBlock(const std::string& name) const;
    /// Files in the folder that hold no block.
    const std::vector<Error>& unreadable() const { return own_.unreadable; }

signals:
    void changed();

private:
    const exchange::LibraryBlock* find(const std::string& layer) const;
    std::string folder_;
    exchange::OwnBlocks own_;
};

}  // namespace perceptarium::ui
