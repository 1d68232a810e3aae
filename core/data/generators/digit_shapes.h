// The skeletons of the ten digits: several handwritten and several printed shapes each, as polylines in a unit square.
#pragma once

#include <span>
#include <vector>

namespace perceptarium::data {

struct DigitShape {
    struct Point {
        float x = 0, y = 0;  ///< 0 … 1, y downwards
        bool down = false;   ///< is there ink between the point before and this one?
    };
    int digit = 0;
    bool printed = false;  ///< drawn with a broad pen: thick uprights, thin bars
    std::vector<Point> points;
};

/// All shapes of `digit`, 0 … 9. Made once.
std::span<const DigitShape> shapesOf(int digit);

}  // namespace perceptarium::data
