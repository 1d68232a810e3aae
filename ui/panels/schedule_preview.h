// SchedulePreview: how the learning rate goes over the run, and where it is now. The points of a hand-drawn schedule
// can be dragged; the text field above them does the same.
#pragma once

#include <QWidget>
#include <vector>

#include "train/schedules/points.h"
#include "ui/workbench.h"

namespace perceptarium::ui {

class SchedulePreview : public QWidget {
    Q_OBJECT
public:
    explicit SchedulePreview(Workbench& workbench, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {240, 120}; }
    QSize minimumSizeHint() const override { return {120, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void refresh();
    void tick();
    QRectF plot() const;
    QPointF place(double progress, double factor) const;
    train::SchedulePoint pointAt(QPointF place) const;
    /// Index of the point under the mouse, −1: none.
    int grabbed(QPointF place) const;
    void move(int index, train::SchedulePoint to);
    void remove(int index);
    void setPoints(const std::vector<train::SchedulePoint>& points);
    QString description() const;

    Workbench& workbench_;
    std::vector<double> factors_;  ///< evenly over the run
    bool followsResults_ = false;
    double highest_ = 1;
    std::vector<train::SchedulePoint> points_;  ///< of a hand-drawn schedule; else empty
    int chosen_ = -1;
    bool dragging_ = false;
    double progress_ = 0, rate_ = 0;  ///< of the run now; 0: none
};

}  // namespace perceptarium::ui
