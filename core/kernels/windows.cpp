#include "kernels/windows.h"

#include <algorithm>

namespace perceptarium::kernels {
namespace {

Index roundedUp(Index a, Index b) { return a >= 0 ? (a + b - 1) / b : -(-a / b); }

/// Adds the result at `place`, which meets the taps of `met`: to the last stretch, or as a new one.
void append(std::vector<Stretch>& stretches, Index place, Stretch met) {
    if (!stretches.empty()) {
        Stretch& last = stretches.back();
        if (place == last.first + last.count * last.step && met.firstTap == last.firstTap && met.taps == last.taps &&
            met.step == last.step) {
            ++last.count;
            return;
        }
    }
    met.first = place;
    met.count = 1;
    stretches.push_back(met);
}

}  // namespace

Index inPlaces(const WindowAxes& axes) { return axes[0].in * axes[1].in * axes[2].in; }
Index outPlaces(const WindowAxes& axes) { return axes[0].out * axes[1].out * axes[2].out; }
Index tapsOf(const WindowAxes& axes) { return axes[0].taps * axes[1].taps * axes[2].taps; }

std::vector<Stretch> stretchesOf(const WindowAxis& axis) {
    std::vector<Stretch> stretches;
    for (Index o = 0; o < axis.out; ++o) {
        const Index start = o * axis.stride - axis.before;
        const Index begin = std::clamp<Index>(roundedUp(-start, axis.dilation), 0, axis.taps);
        const Index end = std::clamp<Index>(roundedUp(axis.in - start, axis.dilation), begin, axis.taps);
        Stretch met;
        met.firstTap = begin == end ? 0 : begin;
        met.taps = end - begin;
        met.from = start + met.firstTap * axis.dilation;
        met.fromStep = axis.stride;
        met.fromTapStep = axis.dilation;
        append(stretches, o, met);
    }
    return stretches;
}

std::vector<Stretch> stretchesBack(const WindowAxis& axis) {
    std::vector<Stretch> stretches;
    // Inputs a stride apart lie alike under the windows.
    for (Index phase = 0; phase < std::min(axis.stride, axis.in); ++phase)
        for (Index i = phase; i < axis.in; i += axis.stride) {
            // Tap q of output o lies here when o·stride = i + before − q·dilation; such taps come at equal distances.
            Stretch met;
            met.step = axis.stride;
            Index previous = -1;
            for (Index q = axis.taps - 1; q >= 0; --q) {
                const Index at = i + axis.before - q * axis.dilation;
                if (at < 0 || at % axis.stride != 0 || at / axis.stride >= axis.out) continue;
                const Index tap = axis.taps - 1 - q, place = at / axis.stride;
                if (met.taps == 0) {
                    met.firstTap = tap;
                    met.from = place;
                } else if (met.taps == 1) {
                    met.tapStep = tap - met.firstTap;
                    met.fromTapStep = place - previous;
                }
                previous = place;
                ++met.taps;
            }
            append(stretches, i, met);
        }
    return stretches;
}

Reach reachOf(const WindowAxis& axis, Index tap) {
    const Index start = tap * axis.dilation - axis.before;
    Reach reach;
    reach.first = std::max<Index>(roundedUp(-start, axis.stride), 0);
    reach.count = std::min(roundedUp(axis.in - start, axis.stride), axis.out) - reach.first;
    reach.from = start + reach.first * axis.stride;
    return reach;
}

void WindowPlan::append(const WindowRegion& region, std::vector<WindowTap>& taps) const {
    const auto& [z, r, c] = region.axes;
    const Index columns = region.tapCount / std::max<Index>(z.taps * r.taps, 1);  // 1 where they are joined to a run
    for (Index tz = 0; tz < z.taps; ++tz)
        for (Index tr = 0; tr < r.taps; ++tr)
            for (Index tc = 0; tc < columns; ++tc) {
                const Index tap =
                    ((z.firstTap + tz * z.tapStep) * axes_[1].taps + r.firstTap + tr * r.tapStep) * axes_[2].taps +
                    c.firstTap + tc * c.tapStep;
                taps.push_back({(z.from + tz * z.fromTapStep) * strides_[0] +
                                    (r.from + tr * r.fromTapStep) * strides_[1] +
                                    (c.from + tc * c.fromTapStep) * strides_[2],
                                tap * tapWeights_});
            }
}

const WindowTap* WindowPlan::tapsOf(const WindowRegion& region, std::vector<WindowTap>& room) const {
    if (region.firstTap >= 0) return taps_.data() + region.firstTap;
    room.clear();
    append(region, room);
    return room.data();
}

WindowPlan planWindows(const WindowAxes& axes, Looking looking, Index channels, Index run, Index tapWeights,
                       bool join) {
    constexpr Index kKeptTaps = 16'384;
    WindowPlan plan;
    std::array<std::vector<Stretch>, 3> along;
    std::array<Index, 3> extents;  // of what is read
    for (std::size_t a = 0; a < 3; ++a) {
        along[a] = looking == Looking::Forward ? stretchesOf(axes[a]) : stretchesBack(axes[a]);
        extents[a] = looking == Looking::Forward ? axes[a].in : axes[a].out;
    }
    plan.axes_ = axes;
    plan.strides_ = {extents[1] * extents[2] * channels, extents[2] * channels, channels};
    plan.tapWeights_ = tapWeights;
    for (const Stretch& z : along[0])
        for (const Stretch& r : along[1])
            for (const Stretch& c : along[2]) {
                WindowRegion region;
                region.axes = {z, r, c};
                for (std::size_t a = 0; a < 3; ++a) region.fromStride[a] = region.axes[a].fromStep * plan.strides_[a];
                const bool joined = join && run == channels && c.taps > 1 && c.tapStep == 1 && c.fromTapStep == 1;
                region.run = joined ? c.taps * run : run;
                region.tapCount = z.taps * r.taps * (joined ? 1 : c.taps);
                if (static_cast<Index>(plan.taps_.size()) + region.tapCount <= kKeptTaps) {
                    region.firstTap = static_cast<Index>(plan.taps_.size());
                    plan.append(region, plan.taps_);
                }
                plan.regions.push_back(region);
            }
    return plan;
}

}  // namespace perceptarium::kernels
