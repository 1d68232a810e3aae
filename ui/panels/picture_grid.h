// PictureGrid: all pictures of a set in a grid that scrolls over tens of thousands; only what is seen is read and drawn.
#pragma once

#include <QAbstractScrollArea>
#include <cstdint>
#include <vector>

#include "ui/panels/example_reader.h"

namespace perceptarium::ui {

class PictureGrid : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PictureGrid(ExampleReader& reader, QWidget* parent = nullptr);

    /// Which examples, in this order.
    void setExamples(std::vector<std::int64_t> examples);
    const std::vector<std::int64_t>& examples() const { return examples_; }
    int current() const { return current_; }

signals:
    void currentChanged(qint64 example);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    int columns() const;
    int rowHeight() const { return side_ + 6; }
    QRect cell(int index) const;  ///< in the viewport
    int indexAt(QPoint point) const;
    void layOut();
    void wantVisible();
    void setCurrent(int index);
    QString describe(int index) const;

    ExampleReader& reader_;
    std::vector<std::int64_t> examples_;
    int side_ = 56;  ///< of a cell, in logical pixels
    int current_ = -1;
};

}  // namespace perceptarium::ui
