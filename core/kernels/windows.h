// Where windows lie over sequences, pictures and volumes. Along each axis the outputs are cut into stretches whose
// windows meet the same taps inside of the input, so that padding costs nothing: what is outside is never looked at.
// The same stretches, read the other way, say which outputs an input belongs to, which is all that a derivative needs.
#pragma once

#include <array>
#include <vector>

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// Windows along one axis. Places before 0 and from `in` on count as padding.
struct WindowAxis {
    Index in = 1, taps = 1, stride = 1, dilation = 1;
    Index before = 0;  ///< places of padding in front; those behind follow from `out`
    Index out = 1;
};
/// Depth, rows, columns. What a picture or a sequence lacks stays as it is: one place, one tap.
using WindowAxes = std::array<WindowAxis, 3>;

Index inPlaces(const WindowAxes& axes);
Index outPlaces(const WindowAxes& axes);
Index tapsOf(const WindowAxes& axes);

/// Results first, first + step, … (`count` of them) along one axis, and the taps that each of them meets: tap
/// firstTap + t·tapStep lies, for result k, at place from + k·fromStep + t·fromTapStep of what is read; t < taps.
struct Stretch {
    Index first = 0, step = 1, count = 0;
    Index firstTap = 0, tapStep = 1, taps = 0;
    Index from = 0, fromStep = 1, fromTapStep = 1;
};
/// Outputs that read inputs.
std::vector<Stretch> stretchesOf(const WindowAxis& axis);
/// Inputs that read the outputs they went into. Taps are counted from the last one here, as a flipped kernel has them.
std::vector<Stretch> stretchesBack(const WindowAxis& axis);

/// The outputs that have one tap inside of the input: first … first + count − 1 (count may be 0 or less); for the first
/// one the tap lies at place `from`, and a stride further for each next.
struct Reach {
    Index first = 0, count = 0, from = 0;
};
Reach reachOf(const WindowAxis& axis, Index tap);

enum class Looking { Forward, Back };

/// A block of results that meet the same taps.
struct WindowRegion {
    std::array<Stretch, 3> axes;
    Index tapCount = 0;
    Index run = 0;                      ///< numbers in a row that each tap reads
    std::array<Index, 3> fromStride{};  ///< how much further the next result along each axis reads
    Index firstTap = -1;                ///< in the plan's taps, if they were worth keeping
};

class WindowPlan {
public:
    std::vector<WindowRegion> regions;

    /// The region's taps; their x is where its first result reads. `room` holds them when the plan does not: large
    /// windows have more taps in all regions together than memory should be spent on.
    const WindowTap* tapsOf(const WindowRegion& region, std::vector<WindowTap>& room) const;

private:
    friend WindowPlan planWindows(const WindowAxes&, Looking, Index, Index, Index, bool);
    void append(const WindowRegion& region, std::vector<WindowTap>& taps) const;

    WindowAxes axes_;
    std::array<Index, 3> strides_{};  ///< numbers from one place to the next along each axis of what is read
    Index tapWeights_ = 0;
    std::vector<WindowTap> taps_;
};

/// `channels` numbers a place are read from (inputs when looking forward, outputs when looking back); `run` of them by
/// each tap, whose weights are `tapWeights` numbers. With `join`, taps that follow each other in both are read as one
/// long run.
WindowPlan planWindows(const WindowAxes& axes, Looking looking, Index channels, Index run, Index tapWeights, bool join);

}  // namespace perceptarium::kernels
