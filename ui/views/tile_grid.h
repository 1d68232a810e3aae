// Equal tiles set in lines: as large as lets all of them be seen at once, never smaller than can be recognized.
#pragma once

#include <QRectF>
#include <algorithm>
#include <cmath>

namespace perceptarium::ui {

class TileGrid {
public:
    struct Room {
        double width = 0, height = 0;       ///< what is to be seen without scrolling
        double least = 24, greatest = 110;  ///< of a tile's longer side
        double gap = 6, label = 0;          ///< between tiles; extra height below each for its words
        double top = 0, left = 0;
    };

    TileGrid() = default;
    /// `columns` > 0 fixes how many there are in a line.
    TileGrid(int count, double aspect, const Room& room, int columns = 0) : count_(count), room_(room) {
        if (count <= 0) return;
        aspect = aspect > 0 ? aspect : 1;
        // From large to small until everything fits; then the least size, and the height is what it is.
        for (double side = room.greatest;; side -= 2) {
            side = std::max(side, room.least);
            width_ = aspect >= 1 ? side : side * aspect;
            height_ = aspect >= 1 ? side / aspect : side;
            const int most = std::max(1, static_cast<int>((room.width + room.gap) / (width_ + room.gap)));
            columns_ = columns > 0 ? columns : std::min(most, count);
            if (side <= room.least || (total() <= room.height && columns_ <= most)) break;
        }
    }

    int count() const { return count_; }
    int columns() const { return columns_; }
    double tileWidth() const { return width_; }
    double total() const {
        const int lines = count_ > 0 ? (count_ + columns_ - 1) / columns_ : 0;
        return lines * (height_ + room_.label + room_.gap);
    }
    QRectF tile(int index) const {
        return {room_.left + index % columns_ * (width_ + room_.gap),
                room_.top + index / columns_ * (height_ + room_.label + room_.gap), width_, height_};
    }
    /// −1: none there.
    int at(QPointF point) const {
        for (int i = 0; i < count_; ++i)
            if (tile(i).adjusted(0, 0, 0, room_.label).contains(point)) return i;
        return -1;
    }

private:
    int count_ = 0, columns_ = 1;
    Room room_;
    double width_ = 1, height_ = 1;
};

}  // namespace perceptarium::ui
