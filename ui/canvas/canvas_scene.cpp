#include "ui/canvas/canvas_scene.h"

#include <cmath>

#include "ui/shared/node_words.h"

namespace perceptarium::ui {
namespace {
// Large enough for any drawing, so that the ground can be pushed about freely.
constexpr double kGround = 100'000;
QPointF toPoint(network::Point point) { return {point.x, point.y}; }
}  // namespace

CanvasScene::CanvasScene(Workbench& workbench, QObject* parent) : QGraphicsScene(parent), workbench_(workbench) {
    setSceneRect(-kGround, -kGround, 2 * kGround, 2 * kGround);
    setItemIndexMethod(QGraphicsScene::BspTreeIndex);
    connect(&workbench, &Workbench::inferenceChanged, this, &CanvasScene::sync);  // follows every change of the document
    connect(&workbench, &Workbench::selectionChanged, this, [this] {
        if (!workbench_.selection().empty() || !workbench_.selectedFrames().empty()) selectedEdge_.reset();
        const auto* node = std::get_if<network::NodeId>(&current_);
        if (workbench_.selectedNode() != network::kNoNode && (!node || *node != workbench_.selectedNode()))
            setCurrent(workbench_.selectedNode(), false);
        if (const FrameRef only{workbench_.selectedFrame()}; only.id != network::kNoFrame && current_ != Thing(only))
            setCurrent(only, false);
        mark();
    });
    sync();
}

NodeItem* CanvasScene::node(network::NodeId id) const {
    const auto found = nodes_.find(id);
    return found != nodes_.end() ? found->second : nullptr;
}

EdgeItem* CanvasScene::edge(const network::Edge& edge) const {
    const auto found = edges_.find(edge);
    return found != edges_.end() ? found->second : nullptr;
}

void CanvasScene::sync() {
    const auto& graph = workbench_.graph();
    const auto& inference = workbench_.inference();
    std::erase_if(nodes_, [&](const auto& entry) {
        if (graph.find(entry.first)) return false;
        delete entry.second;
        return true;
    });
    std::erase_if(edges_, [&](const auto& entry) {
        if (graph.edges().contains(entry.first)) return false;
        delete entry.second;
        return true;
    });
    flow_ = network::flowOf(graph);
    for (const auto& [id, node] : graph.nodes()) {
        NodeItem*& item = nodes_[id];
        if (!item) {
            addItem(item = new NodeItem(id));
            pictures_.forget(item->key());  // of a node that was there before, and came back by undo
        }
        item->setLook(lookOf(graph, inference, workbench_.asGiven(node)));
        item->setFlow(flow_);
        item->setPos(toPoint(node.position) + (shifted_.nodes.contains(id) ? shift_ : QPointF()));
    }
    for (const auto& edge : graph.edges()) {
        EdgeItem*& item = edges_[edge];
        if (!item) addItem(item = new EdgeItem(edge));
        const auto type = inference.outputs.find(edge.from);
        const auto findings = findingsAt(inference, edge.to);
        const bool broken = std::any_of(findings.begin(), findings.end(), [&](const auto* finding) {
            return finding->severity == network::Severity::Error && finding->port == edge.port;
        });
        if (type == inference.outputs.end()) item->setFlow({}, {}, broken);
        else item->setFlow(type->second, QString::fromStdString(type->second.shape.text()), broken);
    }
    syncFrames();
    if (const auto* at = std::get_if<network::NodeId>(&current_); at && !node(*at)) current_ = {};
    if (const auto* at = std::get_if<FrameRef>(&current_); at && !frame(at->id)) current_ = {};
    if (const auto* at = std::get_if<network::Edge>(&current_); at && !edge(*at)) current_ = {};
    if (selectedEdge_ && !edge(*selectedEdge_)) selectedEdge_.reset();
    if (targetEdge_ && !edge(*targetEdge_)) targetEdge_.reset();
    placeEdges();
    mark();
    emit synced();
}

void CanvasScene::syncFrames() {
    const auto& graph = workbench_.graph();
    std::erase_if(frames_, [&](const auto& entry) {
        if (graph.findFrame(entry.first)) return false;
        delete entry.second;
        return true;
    });
    for (const auto& [id, drawn] : graph.frames()) {
        network::Frame shown = previewed_ && previewed_->id == id ? *previewed_ : drawn;
        if (shifted_.frames.contains(id)) shown.corner = {shown.corner.x + shift_.x(), shown.corner.y + shift_.y()};
        FrameItem*& item = frames_[id];
        if (!item) addItem(item = new FrameItem(shown));
        item->setFrame(shown);
    }
}

/// Nothing flows here: what it leads to, or comes from, is left out.
bool CanvasScene::isIdle(const network::Edge& edge) const {
    const auto& graph = workbench_.graph();
    const auto& out = workbench_.inference().leftOut;
    if (out.empty()) return false;
    const auto isGone = [&](network::NodeId id) {
        const auto* drawn = graph.find(id);
        return out.contains(id) && drawn && !drawn->bypassed;
    };
    if (isGone(edge.from) || isGone(edge.to)) return true;
    if (!out.contains(edge.to)) return false;
    const auto into = graph.edgesInto(edge.to);
    return !into.empty() && into.front() != edge;  // only the first input of a bypassed node goes on
}

void CanvasScene::placeEdges() {
    for (const auto& [edge, item] : edges_) {
        const auto* from = node(edge.from);
        const auto* to = node(edge.to);
        if (from && to) item->setEnds(from->outputPlace(), to->inputPlace(edge.port), flow_, to->isPictureShown() ? NodeItem::kPictureHeight : 0);
    }
}

void CanvasScene::mark() {
    const auto& selection = workbench_.selection();
    const auto* currentNode = std::get_if<network::NodeId>(&current_);
    const auto* currentEdge = std::get_if<network::Edge>(&current_);
    for (const auto& [id, item] : frames_)
        item->setMarks(workbench_.selectedFrames().contains(id), keyboardHere_ && current_ == Thing(FrameRef{id}));
    for (const auto& [id, item] : nodes_)
        item->setMarks(selection.contains(id), keyboardHere_ && currentNode && *currentNode == id, pale_.contains(id));
    for (const auto& [edge, item] : edges_)
        item->setMarks(selectedEdge_ == edge, keyboardHere_ && currentEdge && *currentEdge == edge,
                       movingEdges_.contains(edge) || isIdle(edge) || (!pale_.empty() && targetEdge_ != edge), targetEdge_ == edge);
}

QRectF CanvasScene::drawingRect() const {
    QRectF all;
    for (const auto& [id, item] : nodes_) all |= item->sceneBoundingRect();
    for (const auto& [id, item] : frames_) all |= item->sceneBoundingRect();
    return all;
}

QRectF CanvasScene::rectOf(const network::Parts& parts) const {
    QRectF all;
    for (const auto id : parts.nodes)
        if (const auto* item = node(id)) all |= item->sceneBoundingRect();
    for (const auto id : parts.frames)
        if (const auto* item = frame(id)) all |= item->sceneBoundingRect();
    return all;
}

QRectF CanvasScene::boxOf(const Thing& thing) const {
    if (const auto* id = std::get_if<network::NodeId>(&thing)) return rectOf({{*id}, {}});
    if (const auto* ref = std::get_if<FrameRef>(&thing)) return rectOf({{}, {ref->id}});
    const auto* link = std::get_if<network::Edge>(&thing);
    const auto* item = link ? edge(*link) : nullptr;
    return item ? item->sceneBoundingRect() : QRectF();
}

FrameItem* CanvasScene::frame(network::FrameId id) const {
    const auto found = frames_.find(id);
    return found != frames_.end() ? found->second : nullptr;
}

std::optional<FrameSpot> CanvasScene::frameAt(QPointF place, double reach, bool notes) const {
    const FrameItem* top = nullptr;
    Qt::Edges edges;
    for (const auto& [id, item] : frames_) {
        if (item->isNote() != notes || (top && item->zValue() < top->zValue())) continue;
        const Qt::Edges sides = item->edgesAt(place, reach);
        if (!sides && !item->gripAt(place)) continue;
        top = item;
        edges = sides;
    }
    if (!top) return std::nullopt;
    return FrameSpot{top->id(), edges};
}

NodeItem* CanvasScene::nodeAt(QPointF place) const {
    NodeItem* top = nullptr;
    for (const auto& [id, item] : nodes_)
        if (item->body().contains(item->mapFromScene(place)) && (!top || item->zValue() >= top->zValue())) top = item;
    return top;
}

QPointF CanvasScene::placeOf(const PortSpot& port) const {
    const auto* item = node(port.node);
    if (!item) return {};
    return port.output ? item->outputPlace() : item->inputPlace(port.index);
}

std::optional<PortSpot> CanvasScene::portAt(QPointF place, double reach) const {
    std::optional<PortSpot> nearest;
    double best = reach;
    const auto consider = [&](const PortSpot& port, QPointF at) {
        const double away = std::hypot(at.x() - place.x(), at.y() - place.y());
        if (away > best) return;
        best = away;
        nearest = port;
    };
    for (const auto& [id, item] : nodes_) {
        consider({id, true, 0}, item->outputPlace());
        for (int i = 0; i < static_cast<int>(item->look().inputs.size()); ++i) consider({id, false, i}, item->inputPlace(i));
    }
    return nearest;
}

EdgeItem* CanvasScene::edgeAt(QPointF place, double reach, network::NodeId notOf) const {
    EdgeItem* nearest = nullptr;
    double best = reach;
    for (const auto& [edge, item] : edges_) {
        if (notOf != network::kNoNode && (edge.from == notOf || edge.to == notOf)) continue;
        if (!item->boundingRect().adjusted(-reach, -reach, reach, reach).contains(place)) continue;
        if (const double away = item->distance(place); away <= best) {
            best = away;
            nearest = item;
        }
    }
    return nearest;
}

std::vector<Thing> CanvasScene::order() const {
    std::vector<Thing> things;
    const auto& graph = workbench_.graph();
    for (const auto id : graph.topologicalOrder()) {
        things.emplace_back(id);
        for (const auto& edge : graph.edgesOutOf(id)) things.emplace_back(edge);
    }
    for (const auto& [id, frame] : graph.frames()) things.emplace_back(FrameRef{id});
    return things;
}

void CanvasScene::setCurrent(Thing thing, bool select) {
    current_ = thing;
    if (const auto* at = std::get_if<network::Edge>(&thing)) {
        selectedEdge_ = select ? std::optional(*at) : std::nullopt;
        if (select) workbench_.select({});
    } else if (select) {
        selectedEdge_.reset();
        if (const auto* id = std::get_if<network::NodeId>(&thing)) workbench_.select({*id});
        if (const auto* frame = std::get_if<FrameRef>(&thing)) workbench_.select({}, {frame->id});
    }
    mark();
    emit currentChanged();
}

void CanvasScene::preview(const network::Parts& parts, QPointF by) {
    std::set<network::NodeId> touched = shifted_.nodes;
    touched.insert(parts.nodes.begin(), parts.nodes.end());
    shifted_ = parts;
    shift_ = by;
    for (const auto id : touched) {
        const auto* drawn = workbench_.graph().find(id);
        if (auto* item = node(id); item && drawn) item->setPos(toPoint(drawn->position) + (parts.nodes.contains(id) ? by : QPointF()));
    }
    syncFrames();
    placeEdges();
}

void CanvasScene::previewFrame(std::optional<network::Frame> frame) {
    previewed_ = std::move(frame);
    syncFrames();
}

void CanvasScene::setTargetEdge(std::optional<network::Edge> edge) {
    if (edge == targetEdge_) return;
    targetEdge_ = edge;
    mark();
}

void CanvasScene::setMovingEdges(std::set<network::Edge> edges) {
    movingEdges_ = std::move(edges);
    mark();
}

void CanvasScene::setPale(const std::set<network::NodeId>& nodes) {
    pale_ = nodes;
    mark();
}

void CanvasScene::clearLights() {
    for (const auto& [id, item] : nodes_) item->clearLights();
    pale_.clear();
    movingEdges_.clear();
    targetEdge_.reset();
    mark();
}

void CanvasScene::setKeyboardHere(bool here) {
    keyboardHere_ = here;
    mark();
}

}  // namespace perceptarium::ui
