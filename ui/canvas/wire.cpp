// Drawing a wire from port to port: what can take it is lit, what cannot is pale and says why.
#include "ui/canvas/gestures.h"
#include "ui/canvas/network_canvas.h"
#include "ui/shared/engine_messages.h"
#include "ui/theme/theme.h"

namespace perceptarium::ui {
namespace {

constexpr double kReach = 22;  // pixels from the pointer to a port that it snaps to

class Wire : public Gesture {
public:
    Wire(NetworkCanvas& canvas, const PortSpot& port, Qt::KeyboardModifiers held)
        : canvas_(canvas), start_(port), graph_(canvas.workbench().graph()) {
        if (held & Qt::ControlModifier) takeUp();
        inference_ = moved_.empty() || !canvas.workbench().opened().empty() ? canvas.workbench().inference() : network::infer(graph_, canvas.workbench().dataTypes());
        canvas.scene()->addItem(&wire_);
        wire_.hide();
        light();
    }
    ~Wire() override {
        if (wire_.scene()) wire_.scene()->removeItem(&wire_);
    }

    void move(QPoint at, Qt::KeyboardModifiers) override {
        const QPointF pointer = canvas_.mapToScene(at);
        const auto target = targetAt(pointer);
        if (target != target_) {
            setLight(target_, PortLight::Possible);
            target_ = target;
            reason_ = target ? refusal(*target) : QString();
            if (target && reason_.isEmpty()) setLight(target, PortLight::Snapped);
        }
        const bool good = reason_.isEmpty();
        const QPointF end = target && good ? canvas_.drawing().placeOf(*target) : pointer;
        const QPointF from = fixedEnd();
        const QColor tint = !good ? colour(Role::Error) : target ? colour(Role::Good) : colour(Role::Accent);
        if (seeksInput()) wire_.showWire(from, end, tint, good, canvas_.drawing().flow());
        else wire_.showWire(end, from, tint, good, canvas_.drawing().flow());
        wire_.show();
        if (good) canvas_.hideNote();
        else canvas_.showNote(at, reason_);
    }

    void finish(QPoint at, Qt::KeyboardModifiers held) override {
        move(at, held);
        const auto target = target_;
        const QString reason = reason_;
        cancel();
        auto& workbench = canvas_.workbench();
        if (target && !reason.isEmpty()) {
            canvas_.showNote(at, reason, true);
            workbench.say(reason);
        } else if (target) {
            workbench.edit(moved_.empty() ? NetworkCanvas::tr("Connect") : NetworkCanvas::tr("Move a link"),
                           [&](project::Document& document) -> Status {
                               for (const auto& edge : moved_) document.graph.disconnect(edge);
                               for (const auto& edge : edgesTo(*target)) PC_TRY(network::connect(document.graph, edge));
                               return {};
                           });
        } else if (!moved_.empty()) {
            workbench.edit(NetworkCanvas::tr("Disconnect"), [&](project::Document& document) -> Status {
                for (const auto& edge : moved_) network::disconnect(document.graph, edge);
                return {};
            });
        } else if (const QPointF place = canvas_.mapToScene(at); !canvas_.drawing().nodeAt(place)) {
            if (start_.output) canvas_.searchAt(place, start_.node);
            else canvas_.searchBefore(place, start_.node, start_.index);
        }
    }

    void cancel() override {
        wire_.hide();
        canvas_.drawing().clearLights();
        canvas_.hideNote();
    }

private:
    /// Ctrl: the links that end at the start are carried to another port; their other end stays.
    void takeUp() {
        if (start_.output) moved_ = graph_.edgesOutOf(start_.node);
        else if (const auto edge = graph_.edgeInto(start_.node, start_.index)) moved_ = {*edge};
        // From the back, so that the ports of a merge that close up do not move those still to go.
        for (auto edge = moved_.rbegin(); edge != moved_.rend(); ++edge) graph_.disconnect(*edge);
        if (!moved_.empty() && !start_.output) canvas_.drawing().setMovingEdges({moved_.front()});
    }

    /// A new wire seeks the other kind of port; a moved link seeks the kind that it was taken from.
    bool seeksInput() const { return moved_.empty() ? start_.output : !start_.output; }

    QPointF fixedEnd() const {
        if (moved_.empty()) return canvas_.drawing().placeOf(start_);
        const auto& edge = moved_.front();
        return canvas_.drawing().placeOf(start_.output ? PortSpot{edge.to, false, edge.port} : PortSpot{edge.from, true, 0});
    }

    std::vector<network::Edge> edgesTo(const PortSpot& target) const {
        if (moved_.empty())
            return {start_.output ? network::Edge{start_.node, target.node, target.index} : network::Edge{target.node, start_.node, start_.index}};
        std::vector<network::Edge> edges;
        for (auto edge : moved_) {
            if (start_.output) edge.from = target.node;
            else {
                // Without the moved link a merge may have one port less than is drawn.
                const auto* item = canvas_.drawing().node(target.node);
                const bool merge = item && item->look().inputs.size() > 1;
                edge.to = target.node;
                edge.port = merge ? std::min(target.index, static_cast<int>(graph_.edgesInto(target.node).size())) : target.index;
            }
            edges.push_back(edge);
        }
        return edges;
    }

    /// Empty: it would work.
    QString refusal(const PortSpot& target) const {
        for (const auto& edge : edgesTo(target)) {
            if (edge.from == edge.to) return NetworkCanvas::tr("A layer cannot feed itself.");
            const auto finding = network::refuseConnection(graph_, edge, inference_);
            if (finding) return findingText(*finding);
        }
        return {};
    }

    /// The port near the pointer, else the one that suits of the node below it.
    std::optional<PortSpot> targetAt(QPointF pointer) const {
        const auto port = canvas_.drawing().portAt(pointer, kReach / canvas_.zoom());
        if (port && port->output != seeksInput() && (port->node != start_.node || !moved_.empty())) return port;
        const auto* item = canvas_.drawing().nodeAt(pointer);
        if (!item || (item->id() == start_.node && moved_.empty())) return {};
        if (!seeksInput()) return PortSpot{item->id(), true, 0};
        const auto& inputs = item->look().inputs;
        for (std::size_t i = 0; i < inputs.size(); ++i)
            if (!inputs[i].connected) return PortSpot{item->id(), false, static_cast<int>(i)};
        return PortSpot{item->id(), false, 0};  // a node without inputs refuses in words
    }

    void setLight(const std::optional<PortSpot>& port, PortLight light) {
        auto* item = port ? canvas_.drawing().node(port->node) : nullptr;
        if (!item) return;
        if (light == PortLight::Possible && !refusal(*port).isEmpty()) light = PortLight::Refused;
        if (port->output) item->setOutputLight(light);
        else item->setInputLight(port->index, light);
    }

    void light() {
        std::set<network::NodeId> pale;
        for (const auto& [id, item] : canvas_.drawing().nodeItems()) {
            const bool isStart = id == (moved_.empty() ? start_.node : start_.output ? moved_.front().to : moved_.front().from);
            if (isStart) continue;
            bool any = false;
            if (!seeksInput()) {
                const bool possible = refusal({id, true, 0}).isEmpty();
                item->setOutputLight(possible ? PortLight::Possible : PortLight::Refused);
                any = possible;
            } else {
                for (int i = 0; i < static_cast<int>(item->look().inputs.size()); ++i) {
                    const bool possible = refusal({id, false, i}).isEmpty();
                    item->setInputLight(i, possible ? PortLight::Possible : PortLight::Refused);
                    any = any || possible;
                }
            }
            if (!any) pale.insert(id);
        }
        canvas_.drawing().setPale(pale);
    }

    NetworkCanvas& canvas_;
    PortSpot start_;
    network::Graph graph_;              ///< without the links that are being moved
    network::Inference inference_;      ///< of that
    std::vector<network::Edge> moved_;  ///< empty: a new wire
    std::optional<PortSpot> target_;
    QString reason_;
    DragItem wire_;
};

}  // namespace

std::unique_ptr<Gesture> wireGesture(NetworkCanvas& canvas, const PortSpot& port, Qt::KeyboardModifiers held) {
    return std::make_unique<Wire>(canvas, port, held);
}

}  // namespace perceptarium::ui
