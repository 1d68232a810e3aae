// The canvas's search boxes: where a layer is added, and which ones are offered there.
#include "network/fitting.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/canvas/search_popup.h"
#include "ui/shared/block_list.h"

namespace perceptarium::ui {
namespace {

/// The centre of a node that a wire at `place` leads into (way 1) or out of (way −1).
network::Point beside(QPointF place, network::Flow flow, int way) {
    if (flow == network::Flow::Down) return {place.x(), place.y() + way * network::kNodeHeight / 2};
    return {place.x() + way * network::kNodeWidth / 2, place.y()};
}

}  // namespace

void NetworkCanvas::search(QPointF place, const QString& what, std::function<bool(const QString&)> fits, const QString& step,
                           std::function<Result<network::NodeId>(network::Graph&, const std::string&)> add) {
    auto* popup = new SearchPopup(this, what, std::move(fits));
    offerBlocks(popup->list(), workbench_);
    connect(popup, &SearchPopup::chosen, this, [this, step, add = std::move(add)](const QString& layer) {
        network::NodeId made = network::kNoNode;
        const bool done = workbench_.edit(step.arg(titleFor(workbench_, layer)), [&](project::Document& document) -> Status {
            const std::string id = PC_TRY(layerFor(workbench_, document.graph, layer));
            made = PC_TRY(add(document.graph, id));
            return {};
        });
        if (done) {
            scene_->setCurrent(made);
            reveal(made);
        }
        setFocus(Qt::PopupFocusReason);
    });
    popup->openAt(viewport()->mapToGlobal(mapFromScene(place)));
}

std::function<bool(const QString&)> NetworkCanvas::thatFollow(network::NodeId from) const {
    std::optional<TensorType> type;
    if (const auto known = workbench_.inference().outputs.find(from); known != workbench_.inference().outputs.end()) type = known->second;
    return [this, type](const QString& layer) {
        const auto spec = workbench_.shelf().specOf(workbench_.graph(), layer.toStdString());
        return spec && network::canFollow(*spec, type);
    };
}

void NetworkCanvas::searchAt(QPointF place, network::NodeId from) {
    const auto* source = workbench_.graph().find(from);
    if (!source) {
        search(place, {}, {}, tr("Add %1"), [place](network::Graph& graph, const std::string& layer) {
            return network::addNode(graph, layer, snapped({place.x(), place.y()}));
        });
        return;
    }
    // The pointer is where the wire ends: the node's left side, or its top.
    search(place, tr("What %1 feeds: layers that fit").arg(QString::fromStdString(source->name)), thatFollow(from), tr("Add %1"),
           [this, place, from](network::Graph& graph, const std::string& layer) -> Result<network::NodeId> {
               const auto made = PC_TRY(network::addNode(graph, layer, snapped(beside(place, scene_->flow(), 1))));
               PC_TRY(network::connect(graph, {from, made, 0}));
               return made;
           });
}

void NetworkCanvas::searchBefore(QPointF place, network::NodeId to, int port) {
    const auto* target = workbench_.graph().find(to);
    if (!target) return;
    const auto fits = [this, to](const QString& layer) {
        const auto spec = workbench_.shelf().specOf(workbench_.graph(), layer.toStdString());
        return spec && network::canFeed(*spec, workbench_.graph(), to);
    };
    search(place, tr("What feeds %1: layers that fit").arg(QString::fromStdString(target->name)), fits, tr("Add %1"),
           [this, place, to, port](network::Graph& graph, const std::string& layer) -> Result<network::NodeId> {
               const auto made = PC_TRY(network::addNode(graph, layer, snapped(beside(place, scene_->flow(), -1))));
               PC_TRY(network::connect(graph, {made, to, port}));
               return made;
           });
}

void NetworkCanvas::searchAfter(network::NodeId node) {
    const auto* source = workbench_.graph().find(node);
    const auto* item = scene_->node(node);
    if (!source || !item) return;
    search(item->outputPlace() + QPointF(12, -network::kNodeHeight / 2), tr("What comes after %1").arg(QString::fromStdString(source->name)),
           thatFollow(node), tr("Append %1"), [node](network::Graph& graph, const std::string& layer) -> Result<network::NodeId> {
               if (!graph.find(node)) return Error{"this layer is not there any more", {}, {}, {}};
               return network::appendNode(graph, layer, node);
           });
}

void NetworkCanvas::searchOnEdge(const network::Edge& edge, QPointF place) {
    search(place, tr("A layer between: type to search"), thatFollow(edge.from), tr("Insert %1"),
           [edge, place](network::Graph& graph, const std::string& layer) -> Result<network::NodeId> {
               if (!graph.edges().contains(edge)) return Error{"this link is not there any more", {}, {}, {}};
               return network::insertOnEdge(graph, layer, edge, placeOnEdge(graph, edge, {place.x(), place.y()}));
           });
}

}  // namespace perceptarium::ui
