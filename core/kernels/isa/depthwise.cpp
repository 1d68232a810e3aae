// Windows that look at each channel by itself (depthwise convolution): no sums over channels, so vectors of channels
// are multiplied as they lie.
#include <utility>

#include "kernels/isa/channels.h"
#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

/// P pixels of one vector of channels.
template <class T, int L, int P>
void channelTile(const WindowRow<T>& row, Index pixel, Index channel) {
    using V = Vector<T, L>;
    V sums[P];
    const V bias = row.bias ? load<T, L>(row.bias + channel) : V{};
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p) sums[p] = bias;
    const Index step = row.pixelStride;
    for (Index t = 0; t < row.kh; ++t) {
        const T* x = row.x + pixel * step + row.taps[t].x + channel;
        const V weights = load<T, L>(row.w + row.taps[t].w + channel);
#pragma GCC unroll 16
        for (int p = 0; p < P; ++p) sums[p] += load<T, L>(x + p * step) * weights;
    }
    T* y = row.y + pixel * row.yStride + channel;
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p) storeChannels<T, L>(y + p * row.yStride, sums[p], row.f - channel, false);
}

/// Sums at once: enough that no addition waits for the one before.
constexpr int kMostSums = kRegisters == 32 ? 16 : 10;

template <class T>
using ChannelTile = void (*)(const WindowRow<T>&, Index, Index);
template <class T, int L, int... P>
constexpr ChannelTile<T> channelTileOf(Index pixels, std::integer_sequence<int, P...>) {
    constexpr ChannelTile<T> tiles[] = {channelTile<T, L, P + 1>...};
    return tiles[pixels - 1];
}

template <class T>
void channelRow(const WindowRow<T>& row) {
    if (row.pixels <= 0) return;
    const Index tiles = (row.pixels + kMostSums - 1) / kMostSums, pixels = (row.pixels + tiles - 1) / tiles;
    overChannels<T>(row.f, [&row, pixels](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        const ChannelTile<T> tile = channelTileOf<T, L>(pixels, std::make_integer_sequence<int, kMostSums>());
        // The last tile is moved back to end with the row; what it writes twice, it writes the same.
        for (Index pixel = 0; pixel < row.pixels; pixel += pixels)
            tile(row, pixel + pixels <= row.pixels ? pixel : row.pixels - pixels, channel);
    });
}

/// Sums for N taps of NV vectors of channels, over all pixels.
template <class T, int L, int NV, int N>
void channelWeightsTile(const ChannelWeights<T>& job, Index tap, Index channel) {
    using V = Vector<T, L>;
    V sums[N][NV]{};
    Index from[N];
    for (int t = 0; t < N; ++t) from[t] = job.taps[tap + t].x;
    for (Index o = 0; o < job.rows; ++o) {
        const T* x = job.x + o * job.outRowStride + channel;
        const T* dy = job.dy + o * job.dyRowStride + channel;
        for (Index p = 0; p < job.pixels; ++p, x += job.pixelStride, dy += job.c) {
            V gradients[NV];
#pragma GCC unroll 2
            for (int v = 0; v < NV; ++v) gradients[v] = load<T, L>(dy + v * L);
#pragma GCC unroll 9
            for (int t = 0; t < N; ++t)
#pragma GCC unroll 2
                for (int v = 0; v < NV; ++v) sums[t][v] += load<T, L>(x + from[t] + v * L) * gradients[v];
        }
    }
#pragma GCC unroll 9
    for (int t = 0; t < N; ++t)
#pragma GCC unroll 2
        for (int v = 0; v < NV; ++v) {
            T* to = job.dw + job.taps[tap + t].w + channel + v * L;
            storeChannels<T, L>(to, load<T, L>(to) + sums[t][v], job.c - channel - v * L, false);
        }
}

constexpr int kMostTogether = 9;
template <class T>
using ChannelWeightsTile = void (*)(const ChannelWeights<T>&, Index, Index);
template <class T, int L, int NV, int... N>
constexpr ChannelWeightsTile<T> channelWeightsTileOf(Index taps, std::integer_sequence<int, N...>) {
    constexpr ChannelWeightsTile<T> tiles[] = {channelWeightsTile<T, L, NV, N + 1>...};
    return tiles[taps - 1];
}
template <class T, int L, int NV>
void channelWeightsStrip(const ChannelWeights<T>& job, Index channel) {
    for (Index tap = 0; tap < job.tapCount; tap += kMostTogether) {
        const Index taps = job.tapCount - tap < kMostTogether ? job.tapCount - tap : kMostTogether;
        channelWeightsTileOf<T, L, NV>(taps, std::make_integer_sequence<int, kMostTogether>())(job, tap, channel);
    }
}

template <class T>
void channelWeights(const ChannelWeights<T>& job) {
    constexpr int L = kLanes<T>;
    Index done = 0;
    if constexpr (kRegisters == 32)  // two vectors: memory is read in longer pieces
        for (; job.c - done >= 2 * L; done += 2 * L) channelWeightsStrip<T, L, 2>(job, done);
    overChannels<T>(job.c - done, [&job, done](auto lanes, Index channel) {
        channelWeightsStrip<T, decltype(lanes)::value, 1>(job, done + channel);
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
