// A frame behind its nodes, or a note: it paints, and tells which part of it is where. What the mouse does with that is in
// frame_gestures.cpp.
#pragma once

#include <QGraphicsItem>

#include "network/frame_edits.h"

namespace perceptarium::ui {

class FrameItem : public QGraphicsItem {
public:
    enum { Type = UserType + 3 };
    explicit FrameItem(const network::Frame& frame);
    int type() const override { return Type; }

    network::FrameId id() const { return frame_.id; }
    bool isNote() const { return frame_.note; }
    /// As the document has it, or as a gesture previews it.
    const network::Frame& frame() const { return frame_; }
    void setFrame(const network::Frame& frame);
    /// Selected; with the keyboard's ring.
    void setMarks(bool selected, bool current);
    QString accessibleName() const;

    /// Scene coordinates.
    QRectF box() const;
    QRectF titleBar() const;  ///< of a frame: what it is moved by; of a note all of it
    QRectF textRect() const;  ///< where the text stands
    /// The sides that a press there would move, none where it would not resize.
    Qt::Edges edgesAt(QPointF place, double reach) const;
    /// What a press takes hold of: the title bar of a frame, all of a note.
    bool gripAt(QPointF place) const { return titleBar().contains(place); }

    QRectF boundingRect() const override;
    QPainterPath shape() const override;  ///< where its tool tip is shown
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintFrame(QPainter& painter, double detail) const;
    void paintNote(QPainter& painter, double detail) const;
    network::Frame frame_;
    bool selected_ = false, current_ = false;
};

}  // namespace perceptarium::ui
