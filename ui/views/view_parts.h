// What the views are put together from: a row of compact controls, a paper to paint on, words for when there is nothing
// to see yet, and the legend of a colour map.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QWidget>
#include <functional>

#include "ui/shared/tensor_image.h"

namespace perceptarium::ui {

/// A line of controls that wraps. Every control has a name for screen readers and a tooltip that teaches.
class ControlRow : public QWidget {
public:
    explicit ControlRow(QWidget* parent = nullptr);
    void add(QWidget* widget);
    QComboBox* addChoice(const QString& name, const QString& tip, const QStringList& items);
    QToolButton* addButton(const QString& icon, const QString& name, const QString& tip, bool checkable = false);
    /// A button with words on it.
    QToolButton* addToggle(const QString& text, const QString& tip);
    QLabel* addNote();
};

/// A widget that is painted by whoever owns it, on the colour of the ground. The functions that are set are called.
class Paper : public QWidget {
public:
    explicit Paper(const QString& name, QWidget* parent = nullptr);
    std::function<void(QPainter&, const QRectF&)> paint;
    std::function<void(QPointF)> moved, pressed, released, doubleClicked;
    std::function<void(QPointF, double steps)> wheeled;
    std::function<void()> left;
    std::function<bool(int key)> keyPressed;  ///< true: used
    std::function<QString(QPointF)> tip;      ///< empty: none
    QSize sizeHint() const override { return {360, 260}; }
    QSize minimumSizeHint() const override { return {120, 90}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

/// In the middle: an icon, what will be seen here, and how to get there.
void paintEmpty(QPainter& painter, const QRectF& area, const QString& icon, const QString& what, const QString& how);

/// A bar with both ends of the map named below it, and the middle where it means zero.
void paintColourBar(QPainter& painter, const QRectF& bar, const ColourMap& map);

/// "0.00123", "1.2e-7", "12,300": short, for labels.
QString shortNumber(double value);

}  // namespace perceptarium::ui
