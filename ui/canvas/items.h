// The items of the canvas: a node, an edge, and what is only there during a drag. They paint and tell where things are;
// what the mouse does is in gestures.h.
#pragma once

#include <QGraphicsItem>
#include <QImage>
#include <QPainterPath>

#include "network/edits.h"
#include "ui/canvas/node_look.h"
#include "ui/shared/canvas_font.h"

namespace perceptarium::ui {

/// While a wire is dragged: may it go there?
enum class PortLight { Off, Possible, Refused, Snapped };

class NodeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 1 };
    explicit NodeItem(network::NodeId id);
    int type() const override { return Type; }

    network::NodeId id() const { return id_; }
    const NodeLook& look() const { return look_; }
    void setLook(NodeLook look);
    /// Selected; with the keyboard's ring; pale while something else matters.
    void setMarks(bool selected, bool current, bool pale);
    bool isPale() const { return pale_; }
    /// Ports above and below instead of left and right.
    void setFlow(network::Flow flow);
    /// Room above the body for the picture of what the node makes of the example; says whether that changed.
    bool setPictureShown(bool shown);
    /// Null: nothing is known.
    void setPicture(QImage picture);
    const QImage& picture() const { return picture_; }
    QRectF pictureRect() const;  ///< item coordinates
    bool isPictureShown() const { return pictureShown_; }
    static constexpr double kPictureZoom = 0.45;  ///< from which it can be made out
    static constexpr double kPictureHeight = 30;
    void setInputLight(int port, PortLight light);
    void setOutputLight(PortLight light);
    void clearLights();

    /// The node without ports, badge and ring, in item coordinates.
    QRectF body() const;
    /// Scene coordinates.
    QPointF inputPlace(int port) const;
    QPointF outputPlace() const;
    QRectF titleRect() const;  ///< where the name is, item coordinates
    QRectF padlockRect() const;  ///< of a frozen node
    QRectF badgeRect() const { return badge_; }  ///< below the body, where what is wrong is told
    /// Under which its picture is kept.
    QString key() const { return u'n' + QString::number(id_); }

    QRectF boundingRect() const override { return bounds_; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPointF inputAt(int port) const;
    double portStep() const;
    QPointF outputAt() const;
    bool down() const { return flow_ == network::Flow::Down; }
    QRectF shapeRect() const;  ///< where the output's shape is told when no edge tells it
    void changed();
    void measure();
    void paintNode(QPainter& painter) const;
    void paintPicture(QPainter& painter) const;
    void paintThrough(QPainter& painter) const;
    void paintStack(QPainter& painter, const QColor& tint) const;
    void paintText(QPainter& painter, const QRectF& box, double detail) const;
    void paintPorts(QPainter& painter) const;
    network::NodeId id_;
    NodeLook look_;
    bool selected_ = false, current_ = false, pale_ = false;
    std::vector<PortLight> inputLights_;
    PortLight outputLight_ = PortLight::Off;
    QRectF bounds_, badge_;
    quint64 version_ = 0;  ///< of how it is painted, without the picture
    network::Flow flow_ = network::Flow::Right;
    bool pictureShown_ = false;
    QImage picture_;
};

class EdgeItem : public QGraphicsItem {
public:
    enum { Type = UserType + 2 };
    explicit EdgeItem(network::Edge edge);
    int type() const override { return Type; }

    const network::Edge& edge() const { return edge_; }
    /// `above`: what the node it leads to has above its body, which a way between the rows keeps free.
    void setEnds(QPointF from, QPointF to, network::Flow flow, double above);
    /// What flows: label and colour. `broken`: the edge leads into an error.
    void setFlow(std::optional<TensorType> type, const QString& label, bool broken);
    void setMarks(bool selected, bool current, bool pale, bool target);
    const QPainterPath& path() const { return path_; }
    QPointF middle() const { return middle_; }
    const QString& label() const { return label_; }
    /// Distance from a scene point to the curve.
    double distance(QPointF point) const;

    QRectF boundingRect() const override { return bounds_; }
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    double labelScale(double width) const;
    QPointF labelPlace() const;
    void measure();
    void paintLine(QPainter& painter, double detail, bool rough) const;
    void paintLabel(QPainter& painter) const;
    network::Edge edge_;
    QPointF from_, to_;
    network::Flow flow_ = network::Flow::Right;
    double above_ = 0;
    QPainterPath path_;
    QList<QLineF> pieces_;  ///< the path as short straight pieces
    QPointF middle_;
    QRectF bounds_;
    double labelWidth_ = 0;
    std::optional<TensorType> type_;
    QString label_;
    bool broken_ = false, selected_ = false, current_ = false, pale_ = false, target_ = false;
};

/// The wire that is being drawn, or the outline of a node about to be dropped.
class DragItem : public QGraphicsItem {
public:
    DragItem();
    void showWire(QPointF from, QPointF to, const QColor& tint, bool good, network::Flow flow);
    void showNode(QPointF centre, const QString& title, const QColor& tint, bool good);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPainterPath path_;
    QRectF node_;
    QString title_;
    QColor tint_;
    bool good_ = true;
};

/// From an output to an input: leaves to the right, arrives from the left, also when it runs back. Back to another row it
/// runs between the rows, as the eye does in a text. In a drawing that runs down the same from top to bottom.
QPainterPath wirePath(QPointF from, QPointF to, network::Flow flow, double above = 0);
/// A port's outline around `centre`: its shape tells the kind of tensor, as its colour does: vectors are round, pictures
/// square, sequences diamonds, word ids triangles.
QPainterPath portShape(const std::optional<TensorType>& type, QPointF centre, double radius);

}  // namespace perceptarium::ui
