// A copy of one example with a border of zeros as wide as its windows reach.
#pragma once

#include <algorithm>

#include "kernels/scratch.h"
#include "kernels/windows.h"

namespace perceptarium::kernels {

/// Places along each axis that the windows touch. (What no window reaches is cut off.)
struct FrameExtents {
    Index depth, rows, columns;
    explicit FrameExtents(const WindowAxes& axes)
        : depth(touched(axes[0])), rows(touched(axes[1])), columns(touched(axes[2])) {}
    /// Nothing lies outside of the example.
    bool fits(const WindowAxes& axes) const {
        return std::all_of(axes.begin(), axes.end(),
                           [](const WindowAxis& a) { return a.before == 0 && touched(a) <= a.in; });
    }
    /// The same windows over the framed example.
    WindowAxes axes(WindowAxes over) const {
        over[0].in = depth, over[1].in = rows, over[2].in = columns;
        for (WindowAxis& axis : over) axis.before = 0;
        return over;
    }
    static Index touched(const WindowAxis& a) { return (a.out - 1) * a.stride + (a.taps - 1) * a.dilation + 1; }
};

/// One example at a time; the border is written once, the inside for each example.
template <class T>
class Framed {
public:
    /// Not framed at all, examples are shown as they are; nor are those that fit.
    Framed(const WindowAxes& axes, Index channels, bool frame)
        : axes_(axes),
          channels_(channels),
          extents_(axes),
          asItIs_(!frame || (extents_.fits(axes) && extents_.rows == axes[1].in && extents_.columns == axes[2].in)),
          numbers_(asItIs_ ? 1 : extents_.depth * extents_.rows * extents_.columns * channels) {
        if (!asItIs_) numbers_.clear();
    }
    const FrameExtents& extents() const { return extents_; }
    const T* show(const T* example) {
        if (asItIs_) return example;
        const auto& [z, r, c] = axes_;
        const Index planes = std::min(z.in, extents_.depth - z.before), rows = std::min(r.in, extents_.rows - r.before);
        const Index columns = std::min(c.in, extents_.columns - c.before);
        for (Index plane = 0; plane < planes; ++plane)
            for (Index row = 0; row < rows && columns > 0; ++row)
                std::copy_n(example + (plane * r.in + row) * c.in * channels_, columns * channels_,
                            numbers_.data() +
                                (((plane + z.before) * extents_.rows + row + r.before) * extents_.columns + c.before) *
                                    channels_);
        return numbers_.data();
    }

private:
    const WindowAxes& axes_;
    Index channels_;
    FrameExtents extents_;
    bool asItIs_;
    Scratch<T> numbers_;
};

}  // namespace perceptarium::kernels
