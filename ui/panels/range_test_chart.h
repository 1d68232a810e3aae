// RangeTestChart: the loss over the learning rate (logarithmic), the suggested rate, and one that the user points at.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "train/range_test.h"

namespace perceptarium::ui {

class RangeTestChart : public QWidget {
    Q_OBJECT
public:
    explicit RangeTestChart(QWidget* parent = nullptr);
    void show(std::vector<train::RangePoint> points, std::optional<double> suggested);
    /// Pointed at, else suggested.
    std::optional<double> rate() const { return cursor_ ? cursor_ : suggested_; }
    QSize sizeHint() const override { return {320, 200}; }
    QSize minimumSizeHint() const override { return {180, 120}; }

signals:
    void rateChanged();
    /// A click or Enter: this rate is wanted.
    void taken(double rate);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRectF plot() const;
    double xOf(double rate) const;
    double yOf(double loss) const;
    void setCursor(std::optional<double> rate);
    void paintAxes(QPainter& painter) const;
    void paintRate(QPainter& painter, double rate, const QColor& colour, const QString& text, bool below) const;

    std::vector<train::RangePoint> points_;
    std::optional<double> suggested_, cursor_;
    double low_ = 0, high_ = 1;  ///< of the loss
};

}  // namespace perceptarium::ui
