// MiniMap: the whole drawing in a corner of the canvas, with a frame around what is in sight; dragging in it goes there.
#pragma once

#include <QWidget>

namespace perceptarium::ui {

class NetworkCanvas;

class MiniMap : public QWidget {
    Q_OBJECT
public:
    explicit MiniMap(NetworkCanvas& canvas);
    /// Into the lower right corner; after the canvas was resized.
    void place();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QRectF seenArea() const;
    QTransform toMap() const;
    void goTo(QPointF at);
    NetworkCanvas& canvas_;
};

}  // namespace perceptarium::ui
