// Windows that look at each channel by itself (depthwise convolution): no sums over channels, so vectors of channels
// are multiplied as they lie.
#include "kernels/isa/channels.h"
#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

/// P pixels of one vector of channels.
template <class T, int L, int P>
PERCEPTARIUM_ALWAYS_INLINE void channelTile(const WindowRow<T>& row, Index pixel, Index channel) {
    using V = Vector<T, L>;
    V sums[P];
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p) sums[p] = row.bias ? load<T, L>(row.bias + channel) : V{};
    const T* x = row.x + pixel * row.pixelStride + channel;
    for (Index t = 0; t < row.kh; ++t) {
        const V weights = load<T, L>(row.w + row.taps[t].w + channel);
#pragma GCC unroll 8
        for (int p = 0; p < P; ++p) sums[p] += load<T, L>(x + p * row.pixelStride + row.taps[t].x) * weights;
    }
#pragma GCC unroll 8
    for (int p = 0; p < P; ++p)
        storeChannels<T, L>(row.y + (pixel + p) * row.yStride + channel, sums[p], row.f - channel, false);
}

template <class T>
void channelRow(const WindowRow<T>& row) {
    overChannels<T>(row.f, [&row](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        Index pixel = 0;
        for (; pixel + 8 <= row.pixels; pixel += 8) channelTile<T, L, 8>(row, pixel, channel);
        for (; pixel + 4 <= row.pixels; pixel += 4) channelTile<T, L, 4>(row, pixel, channel);
        for (; pixel + 2 <= row.pixels; pixel += 2) channelTile<T, L, 2>(row, pixel, channel);
        for (; pixel < row.pixels; ++pixel) channelTile<T, L, 1>(row, pixel, channel);
    });
}

template <class T>
void channelWeights(const WindowWeights<T>& job) {
    overChannels<T>(job.f, [&job](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        using V = Vector<T, L>;
        const Index step = job.pixelStride, dyStep = job.dyStride > 0 ? job.dyStride : job.f;
        const Index dyRow = job.dyRowStride > 0 ? job.dyRowStride : job.pixels * dyStep;
        V sums[4]{};  // additions need not wait for each other
        for (Index o = 0; o < job.rows; ++o) {
            const T* x = job.x + o * job.outRowStride + channel;
            const T* dy = job.dy + o * dyRow + channel;
            Index p = 0;
            for (; p + 4 <= job.pixels; p += 4)
#pragma GCC unroll 4
                for (int k = 0; k < 4; ++k)
                    sums[k] += load<T, L>(x + (p + k) * step) * load<T, L>(dy + (p + k) * dyStep);
            for (; p < job.pixels; ++p) sums[0] += load<T, L>(x + p * step) * load<T, L>(dy + p * dyStep);
        }
        V total = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        if (job.add) total += load<T, L>(job.dw + channel);
        storeChannels<T, L>(job.dw + channel, total, job.f - channel, false);
    });
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillDepthwise(Inner<T>& inner) {
    inner.channelRow = channelRow<T>;
    inner.channelWeights = channelWeights<T>;
}
template void fillDepthwise(Inner<float>&);
template void fillDepthwise(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
