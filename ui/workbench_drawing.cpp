// Which drawing of the project is open: the whole network, or the inside of a block.
#include <algorithm>
#include <utility>

#include "network/block_edits.h"
#include "ui/workbench_impl.h"

namespace perceptarium::ui {

bool Workbench::edit(const QString& name, const std::function<Status(project::Document&)>& change,
                     const std::string& mergeKey) {
    if (opened_.empty()) return editWhole(name, change, mergeKey);
    return editWhole(
        name,
        [&](project::Document& document) -> Status {
            network::Graph whole = document.graph;
            document.graph = graph();
            PC_TRY(change(document));
            const network::Graph inside = std::exchange(document.graph, std::move(whole));
            return network::putBack(document.graph, openedBlock(), inside);
        },
        mergeKey);
}

std::string Workbench::openedBlock() const {
    if (opened_.empty()) return {};
    const auto around = network::drawingAt(document().graph, {opened_.begin(), opened_.end() - 1});
    return network::blockName(around->find(opened_.back())->layer);
}

void Workbench::show(network::BlockPath path) {
    opened_ = std::move(path);
    shown_ = opened_.empty() ? network::Graph() : *network::drawingAt(document().graph, opened_);
}

void Workbench::openDrawing(const network::BlockPath& path) {
    if (path == opened_ || !network::drawingAt(document().graph, path)) return;
    sealEdit();
    // Going back, the keyboard stays on the block that was left.
    const bool back = path.size() < opened_.size() && std::equal(path.begin(), path.end(), opened_.begin());
    selection_ = back ? std::set{opened_[path.size()]} : std::set<network::NodeId>{};
    selectedFrames_.clear();
    show(path);
    infer();
    emit selectionChanged();
    emit drawingOpened();
}

network::NodeId Workbench::flatNode(network::NodeId node) const {
    network::BlockPath path = opened_;
    path.push_back(node);
    const auto found = expansion_.gives.find(path);
    return found == expansion_.gives.end() ? network::kNoNode : found->second;
}

network::Node Workbench::asGiven(const network::Node& node) const {
    network::Node given = node;
    const auto* flat = opened_.empty() || network::isBlock(node) ? nullptr : flatGraph().find(flatNode(node.id));
    if (flat && flat->layer == node.layer) given.settings = flat->settings;
    return given;
}

void Workbench::showFlatNode(network::NodeId node) {
    const auto origin = expansion_.origins.find(node);
    if (origin == expansion_.origins.end()) return;
    network::BlockPath path;
    for (const auto& level : origin->second) path.push_back(level.node);
    const network::NodeId last = path.back();
    path.pop_back();
    openDrawing(path);
    select({last});
}

BlockShelf& Workbench::shelf() const { return impl_->shelf; }

}  // namespace perceptarium::ui
