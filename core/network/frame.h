// Frame: what explains a drawing and computes nothing: a titled, coloured rectangle behind a group of nodes, or a note.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace perceptarium::network {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

using FrameId = std::int64_t;  ///< 1, 2, …; never used again within a document. 0: none
inline constexpr FrameId kNoFrame = 0;

enum class Tint { Grey, Blue, Green, Yellow, Red, Violet };
/// As files say it: "grey", "blue", …, by Tint.
const std::vector<std::string>& tintNames();

struct Frame {
    FrameId id = kNoFrame;
    bool note = false;  ///< words at a place; otherwise a frame, which holds the nodes that lie in it
    std::string text;   ///< a frame's title (one line), or what the note says
    Tint tint = Tint::Blue;
    Point corner;  ///< top left, scene units
    Point size;    ///< width and height, at least kSmallestFrame
    bool operator==(const Frame&) const = default;
};

inline constexpr double kSmallestFrame = 48;
inline constexpr std::size_t kLongestFrameText = 4000;  ///< bytes

/// Is the point in the frame (its rim counts)?
bool holds(const Frame& frame, Point point);
/// Is `inner` a part of `outer`, rim and all? Not of itself.
bool holds(const Frame& outer, const Frame& inner);

}  // namespace perceptarium::network
