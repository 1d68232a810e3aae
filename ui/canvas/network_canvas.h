// NetworkCanvas: the drawing of the network, to look at and to edit with mouse and keyboard. It shows the workbench's
// document and changes it only through network/edits.
#pragma once

#include <QGraphicsView>
#include <QList>
#include <QTimer>
#include <memory>
#include <optional>

#include "ui/workbench.h"

class QAction;
class QLabel;
class QMenu;

namespace perceptarium::ui {

class CanvasScene;
class CanvasActions;
class Gesture;
class Breadcrumb;
class LivePreview;
class MiniMap;
struct FrameSpot;

class NetworkCanvas : public QGraphicsView {
    Q_OBJECT
public:
    explicit NetworkCanvas(Workbench& workbench, QWidget* parent = nullptr);
    ~NetworkCanvas() override;

    /// Ready for a menu, in order, with separators: undo, redo, cut, copy, paste, …, delete, select all, rename, …
    QList<QAction*> editActions() const;
    /// Fit, zoom, arrange, grid.
    QList<QAction*> viewActions() const;

    /// PNG (twice the size), SVG or PDF by the ending: the whole drawing. Error: names the file.
    Status exportPicture(const QString& path) const;

    // --- what actions, gestures and tests use ---------------------------------------------------------------------
    Workbench& workbench() const { return workbench_; }
    CanvasScene& drawing() const { return *scene_; }
    void fitAll();
    void fitSelection();
    /// Around a point of the viewport, 1 = actual size; stays between 10 % and 400 %.
    void zoomTo(double factor, std::optional<QPoint> around = {});
    double zoom() const { return transform().m11(); }
    /// Opens the search box; the layer chosen is added there (scene coordinates), wired from `from` if one is given: then
    /// only layers that fit are offered.
    void searchAt(QPointF place, network::NodeId from = network::kNoNode);
    /// The same for what shall feed that input.
    void searchBefore(QPointF place, network::NodeId to, int port);
    /// The layer chosen is appended after the node; what the node fed, it feeds.
    void searchAfter(network::NodeId node);
    /// The same, and the layer goes into the middle of the edge.
    void searchOnEdge(const network::Edge& edge, QPointF place);
    /// The inside of a block; of another node its details.
    void openNode(network::NodeId node);
    /// Back to the drawing around the block that is open.
    void leaveBlock();
    /// An editor over the node's name.
    void renameInPlace(network::NodeId node);
    /// The same for the block that the node stands for.
    void nameBlock(network::NodeId node);
    /// An editor over a frame's title or a note's words.
    void editFrameText(network::FrameId frame);
    /// A box to find a layer of the drawing by name.
    void findNode();
    void showMiniMap(bool shown);
    /// Small pictures of what each node makes of an example.
    LivePreview& preview() const { return *preview_; }
    /// What is to be seen became larger or smaller: the whole again, unless the user has looked elsewhere.
    void fitAgain();
    /// Scrolls as little as needed to see the node.
    void reveal(network::NodeId node);
    /// Words near the pointer: why a drop is refused. `lasting`: they stay for a while after the mouse is released.
    void showNote(QPoint at, const QString& text, bool lasting = false);
    void hideNote();
    bool snapsToGrid() const { return snap_; }
    void setSnapsToGrid(bool snap) { snap_ = snap; }

signals:
    /// Enter or double-click on a node: show it in the inspector.
    void detailsRequested(perceptarium::network::NodeId node);
    /// F1.
    void helpRequested(perceptarium::network::NodeId node);
    void zoomChanged(double factor);

protected:
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    std::optional<FrameSpot> frameUnder(QPointF place) const;
    /// A search box there; `add` makes the node of the layer chosen, as one undoable step.
    void search(QPointF place, const QString& what, std::function<bool(const QString&)> fits, const QString& step,
                std::function<Result<network::NodeId>(network::Graph&, const std::string& layer)> add);
    /// What the mouse can do where it is, for the status bar.
    void hint(const QString& text);
    std::function<bool(const QString&)> thatFollow(network::NodeId from) const;
    void placeBreadcrumb();
    /// An editor in place of the node's name; `take` gets what was typed, when it is something else.
    void editInPlace(network::NodeId node, const QString& text, const QString& what, std::function<void(const std::string&)> take);
    Workbench& workbench_;
    CanvasScene* scene_;
    LivePreview* preview_ = nullptr;
    CanvasActions* actions_;
    QLabel* note_;
    Breadcrumb* crumbs_ = nullptr;
    MiniMap* miniMap_ = nullptr;
    QTimer noteTimer_;
    std::unique_ptr<Gesture> gesture_;
    bool snap_ = true;
    bool touched_ = false;  ///< until the user moves the view, it keeps the whole drawing in sight
    bool spaceHeld_ = false, spacePanned_ = false;
    QString hint_;
};

}  // namespace perceptarium::ui
