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

/// Sums for N taps of one vector of channels, over all pixels.
template <class T, int L, int N>
void channelWeightsTile(const ChannelWeights<T>& job, Index tap, Index channel) {
    using V = Vector<T, L>;
    V sums[N]{};
    Index from[N];
    for (int t = 0; t < N; ++t) from[t] = job.taps[tap + t].x;
    for (Index o = 0; o < job.rows; ++o) {
        const T* x = job.x + o * job.outRowStride + channel;
        const T* dy = job.dy + o * job.dyRowStride + channel;
        for (Index p = 0; p < job.pixels; ++p, x += job.pixelStride, dy += job.c) {
            const V gradient = load<T, L>(dy);
#pragma GCC unroll 9
            for (int t = 0; t < N; ++t) sums[t] += load<T, L>(x + from[t]) * gradient;
        }
    }
#pragma GCC unroll 9
    for (int t = 0; t < N; ++t) {
        T* to = job.dw + job.taps[tap + t].w + channel;
        storeChannels<T, L>(to, load<T, L>(to) + sums[t], job.c - channel, false);
    }
}

constexpr int kMostTogether = 9;
template <class T>
using ChannelWeightsTile = void (*)(const ChannelWeights<T>&, Index, Index);
template <class T, int L, int... N>
constexpr ChannelWeightsTile<T> channelWeightsTileOf(Index taps, std::integer_sequence<int, N...>) {
    constexpr ChannelWeightsTile<T> tiles[] = {channelWeightsTile<T, L, N + 1>...};
    return tiles[taps - 1];
}

/// Do the taps come in threes, each a pixel further than the one before? They then read the same numbers for neighbours.
bool inThrees(const WindowTap* taps, Index count, Index step) {
    for (Index t = 0; t < count; ++t)
        if (t % 3 != 0 && taps[t].x != taps[t - 1].x + step) return false;
    return count % 3 == 0;
}

/// The same for G times three taps that share what they read.
template <class T, int L, int G>
void sharedWeightsTile(const ChannelWeights<T>& job, Index tap, Index channel) {
    using V = Vector<T, L>;
    V sums[G][3]{};
    const Index step = job.pixelStride;
    for (Index o = 0; o < job.rows; ++o) {
        const T* dy = job.dy + o * job.dyRowStride + channel;
        const T* x[G];
#pragma GCC unroll 3
        for (int g = 0; g < G; ++g) x[g] = job.x + o * job.outRowStride + job.taps[tap + 3 * g].x + channel;
        Index p = 0;
        for (; p + 2 <= job.pixels; p += 2, dy += 2 * job.c) {
            const V first = load<T, L>(dy), second = load<T, L>(dy + job.c);
#pragma GCC unroll 3
            for (int g = 0; g < G; ++g) {
                const V a = load<T, L>(x[g]), b = load<T, L>(x[g] + step), c = load<T, L>(x[g] + 2 * step);
                sums[g][0] += a * first;
                sums[g][1] += b * first;
                sums[g][2] += c * first;
                sums[g][0] += b * second;
                sums[g][1] += c * second;
                sums[g][2] += load<T, L>(x[g] + 3 * step) * second;
                x[g] += 2 * step;
            }
        }
        if (p < job.pixels) {
            const V gradient = load<T, L>(dy);
#pragma GCC unroll 3
            for (int g = 0; g < G; ++g)
#pragma GCC unroll 3
                for (int k = 0; k < 3; ++k) sums[g][k] += load<T, L>(x[g] + k * step) * gradient;
        }
    }
#pragma GCC unroll 3
    for (int g = 0; g < G; ++g)
#pragma GCC unroll 3
        for (int k = 0; k < 3; ++k) {
            T* to = job.dw + job.taps[tap + 3 * g + k].w + channel;
            storeChannels<T, L>(to, load<T, L>(to) + sums[g][k], job.c - channel, false);
        }
}

template <class T>
void channelWeights(const ChannelWeights<T>& job) {
    const bool shared = inThrees(job.taps, job.tapCount, job.pixelStride);
    overChannels<T>(job.c, [&job, shared](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        constexpr ChannelWeightsTile<T> sharedTiles[] = {sharedWeightsTile<T, L, 1>, sharedWeightsTile<T, L, 2>,
                                                         sharedWeightsTile<T, L, 3>};
        for (Index tap = 0; tap < job.tapCount; tap += kMostTogether) {
            const Index taps = job.tapCount - tap < kMostTogether ? job.tapCount - tap : kMostTogether;
            const ChannelWeightsTile<T> tile =
                shared ? sharedTiles[taps / 3 - 1]
                       : channelWeightsTileOf<T, L>(taps, std::make_integer_sequence<int, kMostTogether>());
            tile(job, tap, channel);
        }
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
