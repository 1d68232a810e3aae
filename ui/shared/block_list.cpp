#include "ui/shared/block_list.h"

#include <QCoreApplication>

#include "network/block_edits.h"
#include "ui/shared/engine_messages.h"
#include "ui/shared/engine_words.h"

namespace perceptarium::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Blocks)
};
QString words(const std::string& utf8) { return QString::fromStdString(utf8); }

LayerList::Entry entryOf(const std::string& layer, const std::string& title, const std::string& meaning) {
    return {words(layer), engineText(title), meaning.empty() ? Words::tr("A block of your own.") : engineText(meaning)};
}

/// A block that holds the one that is open would hold itself.
LayerList::Group ofProject(const Workbench& workbench) {
    LayerList::Group group{Words::tr("Blocks of this project"), {}};
    const network::Graph& graph = workbench.graph();
    const std::string open = workbench.openedBlock();
    if (!open.empty()) {
        const auto input = network::specOf(graph, network::kBlockInput);
        group.entries << entryOf(network::kBlockInput, input->title, input->meaning);
    }
    for (const auto& [name, block] : graph.blocks())
        if (name != open && !network::blocksUsed(block->inside, graph).contains(open))
            group.entries << entryOf(network::blockLayer(name), name, block->meaning);
    return group;
}

LayerList::Group ofShelf(const QString& title, const std::vector<exchange::LibraryBlock>& blocks) {
    LayerList::Group group{title, {}};
    for (const auto& block : blocks) group.entries << entryOf(BlockShelf::layerOf(block), block.name, block.meaning);
    return group;
}

}  // namespace

void offerBlocks(LayerList& list, Workbench& workbench) {
    const auto refresh = [&list, &workbench] {
        list.setBlocks({ofProject(workbench), ofShelf(Words::tr("My blocks"), workbench.shelf().own()),
                        ofShelf(Words::tr("Ready blocks"), workbench.shelf().ready())});
    };
    QObject::connect(&workbench, &Workbench::documentChanged, &list, refresh);
    QObject::connect(&workbench, &Workbench::drawingOpened, &list, refresh);
    QObject::connect(&workbench.shelf(), &BlockShelf::changed, &list, refresh);
    refresh();
}

bool renameBlock(Workbench& workbench, const std::string& from, const std::string& to, network::NodeId named) {
    const auto& blocks = workbench.document().graph.blocks();
    const auto* kept = workbench.shelf().ownBlock(from);
    const bool keptToo = kept && blocks.contains(from) && *kept->blocks.at(from) == *blocks.at(from);
    const bool done = workbench.editWhole(Words::tr("Rename the block"), [&](project::Document& document) {
        return network::renameBlock(document.graph, from, to, named);
    });
    if (!done || !keptToo) return done;
    Status moved = workbench.shelf().keep(workbench.document().graph, to);
    if (moved) moved = workbench.shelf().forget(from);
    if (!moved) workbench.problem(errorText(moved.error()));
    return true;
}

QString titleFor(const Workbench& workbench, const QString& chosen) {
    const auto spec = workbench.shelf().specOf(workbench.graph(), chosen.toStdString());
    return spec ? engineText(spec->title) : chosen;
}

}  // namespace perceptarium::ui
