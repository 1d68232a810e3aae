// Moving nodes, and dropping a layer: both may end on an edge, which then takes the node into its middle.
#include <QApplication>
#include <QGraphicsView>
#include <QPainter>
#include <cmath>

#include "ui/canvas/gestures.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/network_canvas.h"
#include "ui/shared/block_list.h"
#include "ui/shared/engine_words.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr double kEdgeReach = 30;  // scene units from a dropped node's centre to an edge

network::Point toPoint(QPointF place) { return {place.x(), place.y()}; }

class Move : public Gesture {
public:
    Move(NetworkCanvas& canvas, network::NodeId node, QPoint at, Qt::KeyboardModifiers held)
        : canvas_(canvas), node_(node), start_(canvas.mapToScene(at)), pressedAt_(at) {
        auto& workbench = canvas.workbench();
        auto selection = workbench.selection();
        const bool was = selection.contains(node);
        if (held & Qt::ControlModifier) {
            if (was) selection.erase(node);
            else selection.insert(node);
            workbench.select(selection, workbench.selectedFrames());
        } else if (held & Qt::ShiftModifier) {
            selection.insert(node);
            workbench.select(selection, workbench.selectedFrames());
        } else if (!was) {
            workbench.select({node});
        } else {
            narrowOnClick_ = selection.size() > 1 || !workbench.selectedFrames().empty();
        }
        canvas.drawing().setCurrent(node, false);
        parts_ = network::withContent(workbench.graph(), {workbench.selection(), workbench.selectedFrames()});
        moved_ = parts_.nodes;
        if (held & Qt::AltModifier && !takeOutEdges().empty()) takesOut_ = true;
        canvas.scene()->addItem(&healed_);
        healed_.hide();
    }
    ~Move() override {
        if (healed_.scene()) healed_.scene()->removeItem(&healed_);
    }

    void move(QPoint at, Qt::KeyboardModifiers held) override {
        if (!moving_ && (at - pressedAt_).manhattanLength() < QApplication::startDragDistance()) return;
        const auto* node = canvas_.workbench().graph().find(node_);
        if (!node || moved_.empty()) return;
        if (!moving_ && takesOut_) showTakingOut();
        moving_ = true;
        // The Alt that takes out of the chain says nothing about the grid until it was let go once.
        if (!(held & Qt::AltModifier)) altIsForGrid_ = true;
        if (takesOut_ && !altIsForGrid_) held &= ~Qt::KeyboardModifiers(Qt::AltModifier);
        QPointF by = canvas_.mapToScene(at) - start_;
        if (canvas_.snapsToGrid() && !(held & Qt::AltModifier)) {
            const auto place = snapped({node->position.x + by.x(), node->position.y + by.y()});
            by = {place.x - node->position.x, place.y - node->position.y};
        }
        // In line with others when it is almost that; Alt: exactly as the pointer says.
        const QPointF from(node->position.x, node->position.y);
        guides_ = guided(canvas_.workbench().graph(), moved_, from + by, held & Qt::AltModifier ? 0.01 : network::kGrid / 2 + 0.01);
        by = guides_.at - from;
        by_ = toPoint(by);
        canvas_.drawing().preview(parts_, by);
        canvas_.viewport()->update();
        canvas_.drawing().setTargetEdge(edgeBelow(guides_.at));
    }

    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        if (moving_) move(at, held);
        const auto target = canvas_.drawing().targetEdge();
        cancel();
        if (!moving_) {
            if (narrowOnClick_) canvas_.workbench().select({node_});
            return;
        }
        const auto& graph = canvas_.workbench().graph();
        const std::vector<network::NodeId> nodes(moved_.begin(), moved_.end());
        if (target) {
            const auto from = graph.find(node_)->position;
            const auto to = placeOnEdge(graph, *target, {from.x + by_.x, from.y + by_.y});
            canvas_.workbench().edit(NetworkCanvas::tr("Put on an edge"), [&](project::Document& document) -> Status {
                if (takesOut_) network::takeOut(document.graph, nodes);
                if (!document.graph.edges().contains(*target)) return Error{"this link is not there any more", {}, {}, {}};
                network::move(document.graph, nodes, {to.x - from.x, to.y - from.y});
                return network::putOnEdge(document.graph, node_, *target);
            });
        } else {
            const auto by = freeShift(graph, moved_, by_);
            const QString name = takesOut_ ? NetworkCanvas::tr("Take out of the chain") : NetworkCanvas::tr("Move");
            canvas_.workbench().edit(name, [&](project::Document& document) -> Status {
                if (takesOut_) network::takeOut(document.graph, nodes);
                network::moveParts(document.graph, parts_, by);
                return {};
            });
        }
        canvas_.workbench().sealEdit();
    }

    void cancel() override {
        guides_ = {};
        healed_.hide();
        canvas_.drawing().preview({}, {});
        canvas_.drawing().clearLights();
        canvas_.viewport()->update();
    }

    void paint(QPainter& painter) const override {
        painter.setPen(QPen(colour(Role::Accent), 1, Qt::DashLine));
        for (const QLineF& line : guides_.lines) painter.drawLine(canvas_.mapFromScene(line.p1()), canvas_.mapFromScene(line.p2()));
        painter.setPen(QPen(colour(Role::Accent), 2));
        for (const QLineF& gap : guides_.gaps) paintGap(painter, canvas_.mapFromScene(gap.p1()), canvas_.mapFromScene(gap.p2()));
    }

private:
    /// A short double line across its middle: gaps that have it are equal.
    static void paintGap(QPainter& painter, QPointF from, QPointF to) {
        const QPointF along = (to - from) / std::max(1.0, QLineF(from, to).length()), across(-along.y(), along.x());
        for (const double shift : {-2.5, 2.5}) {
            const QPointF at = (from + to) / 2 + shift * along;
            painter.drawLine(at - 7 * across, at + 7 * across);
        }
    }

    /// Edges between what is moved and the rest.
    std::set<network::Edge> takeOutEdges() const {
        std::set<network::Edge> open;
        for (const auto& edge : canvas_.workbench().graph().edges())
            if (moved_.contains(edge.from) != moved_.contains(edge.to)) open.insert(edge);
        return open;
    }

    /// The edges that would go are pale; the one that closes the gap is drawn.
    void showTakingOut() {
        canvas_.drawing().setMovingEdges(takeOutEdges());
        for (const auto& edge : network::healingEdges(canvas_.workbench().graph(), moved_)) {
            healed_.showWire(canvas_.drawing().placeOf({edge.from, true, 0}), canvas_.drawing().placeOf({edge.to, false, edge.port}), colour(Role::Good), true,
                             canvas_.drawing().flow());
            healed_.show();
        }
    }

    /// Only a single node without connections can be put on an edge, or one that is being taken out of its chain.
    std::optional<network::Edge> edgeBelow(QPointF place) const {
        const auto& graph = canvas_.workbench().graph();
        const auto* item = canvas_.drawing().node(node_);
        if (moved_.size() != 1 || !item || item->look().inputs.empty()) return {};
        if (!takesOut_ && (!graph.edgesInto(node_).empty() || !graph.edgesOutOf(node_).empty())) return {};
        const auto* edge = canvas_.drawing().edgeAt(place, kEdgeReach, node_);
        return edge ? std::optional(edge->edge()) : std::nullopt;
    }

    NetworkCanvas& canvas_;
    network::NodeId node_;
    QPointF start_;
    QPoint pressedAt_;
    network::Parts parts_;
    std::set<network::NodeId> moved_;  ///< the nodes of these
    network::Point by_;
    Guided guides_;
    DragItem healed_;  ///< the edge that closes the gap
    bool moving_ = false, narrowOnClick_ = false, takesOut_ = false, altIsForGrid_ = false;
};

class Drop : public Gesture {
public:
    Drop(NetworkCanvas& canvas, const QString& layer)
        : canvas_(canvas), layer_(layer), spec_(canvas.workbench().shelf().specOf(canvas.workbench().graph(), layer.toStdString())) {
        canvas.scene()->addItem(&ghost_);
        ghost_.hide();
    }
    ~Drop() override {
        if (ghost_.scene()) ghost_.scene()->removeItem(&ghost_);
    }

    void move(QPoint at, Qt::KeyboardModifiers held) override {
        if (!spec_) return;
        const QPointF pointer = canvas_.mapToScene(at);
        const auto* edge = spec_->maximumInputs > 0 ? canvas_.drawing().edgeAt(pointer, kEdgeReach) : nullptr;
        canvas_.drawing().setTargetEdge(edge ? std::optional(edge->edge()) : std::nullopt);
        place_ = toPoint(pointer);
        if (canvas_.snapsToGrid() && !(held & Qt::AltModifier)) place_ = snapped(place_);
        ghost_.showNode({place_.x, place_.y}, engineText(spec_->title), categoryColour(spec_->category), true);
        ghost_.show();
    }

    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        move(at, held);
        if (!spec_) return;
        const auto target = canvas_.drawing().targetEdge();
        cancel();
        network::NodeId made = network::kNoNode;
        const QString title = engineText(spec_->title);
        const bool done = canvas_.workbench().edit(
            (target ? NetworkCanvas::tr("Insert %1") : NetworkCanvas::tr("Add %1")).arg(title), [&](project::Document& document) -> Status {
                auto& graph = document.graph;
                const std::string layer = PC_TRY(layerFor(canvas_.workbench(), graph, layer_));
                if (target) made = PC_TRY(network::insertOnEdge(graph, layer, *target, placeOnEdge(graph, *target, place_)));
                else made = PC_TRY(network::addNode(graph, layer, place_));
                return {};
            });
        if (!done) return;
        canvas_.drawing().setCurrent(made);
        canvas_.setFocus(Qt::MouseFocusReason);
    }

    void cancel() override {
        ghost_.hide();
        canvas_.drawing().setTargetEdge({});
    }

private:
    NetworkCanvas& canvas_;
    QString layer_;
    network::SpecPtr spec_;
    network::Point place_;
    DragItem ghost_;
};

}  // namespace

std::unique_ptr<Gesture> moveGesture(NetworkCanvas& canvas, network::NodeId node, QPoint at, Qt::KeyboardModifiers held) {
    return std::make_unique<Move>(canvas, node, at, held);
}
std::unique_ptr<Gesture> dropGesture(NetworkCanvas& canvas, const QString& layer) { return std::make_unique<Drop>(canvas, layer); }

}  // namespace perceptarium::ui
