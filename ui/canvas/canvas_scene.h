// CanvasScene: the items for the document's nodes and edges, kept in step by comparing ids; what is selected, and which thing
// the keyboard is on. Items never reach the document.
#pragma once

#include <QGraphicsScene>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "network/frame_edits.h"
#include "ui/canvas/frame_item.h"
#include "ui/canvas/items.h"
#include "ui/canvas/picture_cache.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

/// A frame or note as a thing: its id alone could be a node's.
struct FrameRef {
    network::FrameId id = network::kNoFrame;
    auto operator<=>(const FrameRef&) const = default;
};
/// A node, an edge, a frame or note, or none of them.
using Thing = std::variant<std::monostate, network::NodeId, network::Edge, FrameRef>;

/// A port of a node, as the mouse finds it.
struct PortSpot {
    network::NodeId node = network::kNoNode;
    bool output = false;
    int index = 0;  ///< of an input
    bool operator==(const PortSpot&) const = default;
};

/// What a press would take hold of: a frame's title bar or a note (no edges), or the sides that it would move.
struct FrameSpot {
    network::FrameId frame = network::kNoFrame;
    Qt::Edges edges;
};

class CanvasScene : public QGraphicsScene {
    Q_OBJECT
public:
    CanvasScene(Workbench& workbench, QObject* parent);

    NodeItem* node(network::NodeId id) const;
    EdgeItem* edge(const network::Edge& edge) const;
    const std::map<network::NodeId, NodeItem*>& nodeItems() const { return nodes_; }
    const std::map<network::Edge, EdgeItem*>& edgeItems() const { return edges_; }
    FrameItem* frame(network::FrameId id) const;
    const std::map<network::FrameId, FrameItem*>& frameItems() const { return frames_; }
    /// Around all nodes with their badges, and all frames; null when there are none.
    QRectF drawingRect() const;
    QRectF rectOf(const network::Parts& parts) const;
    QRectF boxOf(const Thing& thing) const;  ///< null when it is not there

    /// The topmost node there.
    NodeItem* nodeAt(QPointF place) const;
    /// The nearest port within `reach`.
    std::optional<PortSpot> portAt(QPointF place, double reach) const;
    /// The nearest edge within `reach`, those of the node `notOf` left out.
    EdgeItem* edgeAt(QPointF place, double reach, network::NodeId notOf = network::kNoNode) const;
    QPointF placeOf(const PortSpot& port) const;
    /// The topmost note, or part of a frame, within `reach`. The ground inside a frame belongs to no frame.
    std::optional<FrameSpot> frameAt(QPointF place, double reach, bool notes) const;

    /// Nodes and edges in the order of the flow: each node followed by its outgoing edges; then the frames.
    std::vector<Thing> order() const;
    /// Where the keyboard is. A node becomes the selection too unless `select` is false; an edge is selected alone.
    const Thing& current() const { return current_; }
    void setCurrent(Thing thing, bool select = true);
    /// Which way the drawing runs.
    network::Flow flow() const { return flow_; }
    const std::optional<network::Edge>& selectedEdge() const { return selectedEdge_; }
    /// After ports moved.
    void placeEdges();
    /// What the items paint themselves with.
    PictureCache& pictures() { return pictures_; }

    // --- looks during a gesture -----------------------------------------------------------------------------------
    /// Nodes and frames shifted without touching the document; edges follow. Empty parts end it.
    void preview(const network::Parts& parts, QPointF by);
    /// A frame shown otherwise than the document has it.
    void previewFrame(std::optional<network::Frame> frame);
    /// The edge that would take a dropped layer.
    void setTargetEdge(std::optional<network::Edge> edge);
    const std::optional<network::Edge>& targetEdge() const { return targetEdge_; }
    /// Edges that are being moved or would go are pale.
    void setMovingEdges(std::set<network::Edge> edges);
    void setPale(const std::set<network::NodeId>& nodes);
    void clearLights();

    /// The ring around the current thing is seen only while the canvas has the keyboard.
    void setKeyboardHere(bool here);
    bool keyboardHere() const { return keyboardHere_; }

public slots:
    /// Document or inference changed: items that differ are changed, no others.
    void sync();

signals:
    void currentChanged();
    void synced();

private:
    void syncFrames();
    bool isIdle(const network::Edge& edge) const;
    void mark();
    Workbench& workbench_;
    PictureCache pictures_;
    std::map<network::NodeId, NodeItem*> nodes_;
    std::map<network::Edge, EdgeItem*> edges_;
    Thing current_;
    std::optional<network::Edge> selectedEdge_, targetEdge_;
    std::set<network::Edge> movingEdges_;
    std::map<network::FrameId, FrameItem*> frames_;
    network::Parts shifted_;
    std::optional<network::Frame> previewed_;
    std::set<network::NodeId> pale_;
    QPointF shift_;
    network::Flow flow_ = network::Flow::Right;
    bool keyboardHere_ = false;
};

}  // namespace perceptarium::ui
