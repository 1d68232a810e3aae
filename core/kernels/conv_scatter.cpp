#include "kernels/conv_scatter.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/frame.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {

bool scatteringPays(const ConvShape& s) {
    const auto dense = [](const WindowAxis& a) { return a.dilation == 1; };
    return s.groups == 1 && s.c <= 8 && s.axes[0].in == 1 && s.axes[0].taps == 1 && s.axes[0].out == 1 &&
           s.axes[0].before == 0 && dense(s.axes[1]) && dense(s.axes[2]) && tapsOf(s.axes) > 1;
}

template <class T>
void scatterBack(const ConvShape& s, Index examplesWorthAPiece, const T* weights, const T* dy, T* dx) {
    const auto& [depth, rows, columns] = s.axes;
    const Index width = columns.taps * s.c, widthPadded = paddedChannels<T>(width), padded = paddedChannels<T>(s.c);
    const Index wide = FrameExtents::touched(columns), dyRow = columns.out * s.f, dxRow = columns.in * s.c;
    // Rows of taps from the last to the first, as looking back counts them: [rows, f, width].
    Scratch<T> turned(rows.taps * s.f * width);
    for (Index r = 0; r < rows.taps; ++r)
        inner<T>().transpose(width, s.f, weights + r * width * s.f, s.f,
                             turned.data() + (rows.taps - 1 - r) * s.f * width, width);
    const std::vector<Stretch> stretches = stretchesBack(rows);
    const Index reached = std::clamp<Index>(wide - columns.before, 0, columns.in);  // columns that windows touch
    parallelFor(s.n, examplesWorthAPiece, [&](Index begin, Index end) {
        const Inner<T>& in = inner<T>();
        Scratch<T> given(columns.out * widthPadded), line(wide * padded);
        std::vector<WindowTap> taps;
        for (Index i = begin; i < end; ++i)
            for (const Stretch& stretch : stretches) {
                taps.clear();
                for (Index t = 0; t < stretch.taps; ++t)
                    taps.push_back({t * stretch.fromTapStep * dyRow,
                                    (stretch.firstTap + t * stretch.tapStep) * s.f * width});
                for (Index k = 0; k < stretch.count; ++k) {
                    T* to = dx + (i * rows.in + stretch.first + k * stretch.step) * dxRow;
                    const Index some = taps.empty() ? 0 : reached;
                    if (some > 0) {
                        line.clear();
                        in.windowRow({dy + (i * rows.out + stretch.from + k * stretch.fromStep) * dyRow, s.f, 0,
                                      stretch.taps, s.f, turned.data(), nullptr, given.data(), columns.out, width, width,
                                      widthPadded, taps.data()});
                        in.scatterTaps({given.data(), widthPadded, line.data(), columns.stride, padded, columns.taps,
                                        columns.out, s.c});
                        in.packRuns(some, s.c, line.data() + columns.before * padded, padded, to);
                    }
                    std::fill(to + some * s.c, to + dxRow, T(0));
                }
            }
    });
}

template void scatterBack<float>(const ConvShape&, Index, const float*, const float*, float*);
template void scatterBack<double>(const ConvShape&, Index, const double*, const double*, double*);

}  // namespace perceptarium::kernels
