// Windows over pictures, and matrix products, which are windows of one row: accumulators for P pixels × NV vectors of
// output channels stay in registers while the taps run by. Taps along (column, channel) are contiguous in memory
// because pictures are channels-last, so one loop serves any kernel width and channel count.
#include <utility>

#include "kernels/isa/fill.h"
#include "kernels/isa/pixel_lanes.h"

namespace perceptarium::kernels {
namespace {

/// How a tile's last vector is written: all lanes are outputs; or the spare lanes fall on the next pixel, which is
/// written later (all pixels but the last, when no vector reaches further than the next pixel); or only the outputs.
enum class Ending { Whole, Overlap, Exact };

template <class T, int L, int P>
PERCEPTARIUM_ALWAYS_INLINE void storeLast(T* to, Index step, const Vector<T, L> (&last)[P], Index lanes,
                                          Ending ending) {
    if (ending == Ending::Exact) {
        T vectors[P * L];
#pragma GCC unroll 32
        for (int p = 0; p < P; ++p) store<T, L>(vectors + p * L, last[p]);
        storeSome<T, L>(to, step, vectors, P, lanes);
        return;
    }
#pragma GCC unroll 32
    for (int p = 0; p < P - 1; ++p) store<T, L>(to + p * step, last[p]);
    if (ending == Ending::Whole) {
        store<T, L>(to + (P - 1) * step, last[P - 1]);
    } else {
        T vector[L];
        store<T, L>(vector, last[P - 1]);
        storeSome<T, L>(to + (P - 1) * step, step, vector, 1, lanes);
    }
}

template <class T>
WindowTap tapOf(const WindowRow<T>& row, Index r) {
    return row.taps ? row.taps[r] : WindowTap{r * row.rowStride, r * row.run * row.wStride};
}

template <class T, int L, int P, int NV>
void rowTile(const WindowRow<T>& row, Index pixel, Index channel, Index lanesLeft, Ending ending) {
    using V = Vector<T, L>;
    V sums[P][NV];
#pragma GCC unroll 4
    for (int v = 0; v < NV; ++v) {
        const V bias = row.bias ? load<T, L>(row.bias + channel + v * L) : V{};
#pragma GCC unroll 32
        for (int p = 0; p < P; ++p) sums[p][v] = bias;
    }
    const Index step = row.pixelStride, wStride = row.wStride;
    for (Index r = 0; r < row.kh; ++r) {
        const WindowTap tap = tapOf(row, r);
        const T* x = row.x + pixel * step + tap.x;
        const T* w = row.w + channel + tap.w;
        for (Index q = 0; q < row.run; ++q, w += wStride) {
            V weights[NV];
#pragma GCC unroll 4
            for (int v = 0; v < NV; ++v) weights[v] = load<T, L>(w + v * L);
#pragma GCC unroll 32
            for (int p = 0; p < P; ++p) {
                const V number = broadcast<T, L>(x[p * step + q]);
#pragma GCC unroll 4
                for (int v = 0; v < NV; ++v) sums[p][v] += number * weights[v];
            }
        }
    }
    T* y = row.y + pixel * row.yStride + channel;
    V last[P];
#pragma GCC unroll 32
    for (int p = 0; p < P; ++p) last[p] = sums[p][NV - 1];
    storeLast<T, L, P>(y + (NV - 1) * L, row.yStride, last, lanesLeft - (NV - 1) * L, ending);
    // After the last ones, whose spare lanes may have fallen on them.
#pragma GCC unroll 32
    for (int p = 0; p < P; ++p)
#pragma GCC unroll 4
        for (int v = 0; v < NV - 1; ++v) store<T, L>(y + p * row.yStride + v * L, sums[p][v]);
}

/// Taps that follow each other a pixel apart read the same numbers for neighbouring pixels: how many of them can be taken
/// together, 1 if none. They are either one long run, or taps by themselves.
template <class T>
int tapsTogether(const WindowRow<T>& row) {
    const Index step = row.pixelStride;
    for (const int taps : {5, 3, 2}) {
        if (row.run == taps * step) return taps;
        if (!row.taps || row.kh % taps != 0 || row.run > step) continue;
        bool together = true;
        for (Index r = 0; r < row.kh; ++r)
            together = together && (r % taps == 0 || row.taps[r].x == row.taps[r - 1].x + step);
        if (together) return taps;
    }
    return 1;
}

/// One vector of channels for P pixels and K taps together: each number is read once for all taps that see it. With one
/// vector of channels, reading a number for each multiplication is what would take longest.
template <class T, int L, int P, int K>
void sharedTile(const WindowRow<T>& row, Index pixel, Index channel, Index lanesLeft, Ending ending) {
    using V = Vector<T, L>;
    V sums[P];
    const V bias = row.bias ? load<T, L>(row.bias + channel) : V{};
#pragma GCC unroll 16
    for (int p = 0; p < P; ++p) sums[p] = bias;
    const Index step = row.pixelStride, wStride = row.wStride;
    const bool oneRun = row.run == K * step;
    const Index groups = oneRun ? row.kh : row.kh / K, run = oneRun ? step : row.run;
    for (Index group = 0; group < groups; ++group) {
        const WindowTap first = tapOf(row, oneRun ? group : group * K);
        const T* w[K];
#pragma GCC unroll 5
        for (int k = 0; k < K; ++k)
            w[k] = row.w + channel + (oneRun ? first.w + k * step * wStride : tapOf(row, group * K + k).w);
        const T* x = row.x + pixel * step + first.x;
        for (Index q = 0; q < run; ++q, ++x) {
            V weights[K];
#pragma GCC unroll 5
            for (int k = 0; k < K; ++k) weights[k] = load<T, L>(w[k] + q * wStride);
#pragma GCC unroll 32
            for (int j = 0; j < P + K - 1; ++j) {
                const V number = broadcast<T, L>(x[j * step]);
#pragma GCC unroll 5
                for (int k = 0; k < K; ++k)
                    if (j - k >= 0 && j - k < P) sums[j - k] += number * weights[k];
            }
        }
    }
    storeLast<T, L, P>(row.y + pixel * row.yStride + channel, row.yStride, sums, lanesLeft, ending);
}

template <class T>
using RowTile = void (*)(const WindowRow<T>&, Index, Index, Index, Ending);

/// Pixels at once: as many accumulators as there are registers, but for the weights and the broadcast number.
template <int NV>
constexpr int kMostPixels = kRegisters == 32 ? (NV == 1 ? 16 : 14) : (NV == 1 ? 12 : 6);

template <class T, int L, int NV, int... P>
constexpr RowTile<T> rowTileOf(int pixels, std::integer_sequence<int, P...>) {
    constexpr RowTile<T> tiles[] = {rowTile<T, L, P + 1, NV>...};
    return tiles[pixels - 1];
}

/// The same with K taps together.
template <int K>
constexpr int kMostShared = kRegisters == 32 ? 16 : kRegisters - K - 3;
template <class T, int L, int K, int... P>
constexpr RowTile<T> sharedTileOf(int pixels, std::integer_sequence<int, P...>) {
    constexpr RowTile<T> tiles[] = {sharedTile<T, L, P + 1, K>...};
    return tiles[pixels - 1];
}

/// All pixels of the row for the channels of one tile, at most `most` of them at a time by tileOf(how many).
template <class T, int L, int NV, class TileOf>
void overPixels(const WindowRow<T>& row, Index channel, Index lanesLeft, Index most, TileOf tileOf) {
    const Index room = row.room > 0 ? row.room : row.yStride;
    const Ending ending = lanesLeft >= NV * L || room - channel >= NV * L               ? Ending::Whole
                          : channel == 0 && row.yStride == row.f && 2 * row.f >= NV * L ? Ending::Overlap
                                                                                        : Ending::Exact;
    const Index tiles = (row.pixels + most - 1) / most;
    const int pixels = static_cast<int>((row.pixels + tiles - 1) / tiles);
    const RowTile<T> tile = tileOf(pixels);
    // The last tile is moved back to end with the row; what it writes twice, it writes the same.
    for (Index pixel = 0; pixel < row.pixels; pixel += pixels)
        tile(row, pixel + pixels <= row.pixels ? pixel : row.pixels - pixels, channel, lanesLeft, ending);
}

template <class T, int L, int NV>
void rowStrip(const WindowRow<T>& row, Index channel, Index lanesLeft) {
    overPixels<T, L, NV>(row, channel, lanesLeft, kMostPixels<NV>, [](int pixels) {
        return rowTileOf<T, L, NV>(pixels, std::make_integer_sequence<int, kMostPixels<NV>>());
    });
}
template <class T, int L, int K>
void sharedStrip(const WindowRow<T>& row, Index channel, Index lanesLeft) {
    overPixels<T, L, 1>(row, channel, lanesLeft, kMostShared<K>, [](int pixels) {
        return sharedTileOf<T, L, K>(pixels, std::make_integer_sequence<int, kMostShared<K>>());
    });
}

/// One vector of channels that is more than half full.
template <class T>
void oneVector(const WindowRow<T>& row, Index channel, Index lanesLeft) {
    constexpr int L = kLanes<T>;
    switch (tapsTogether(row)) {
        case 2:
            return sharedStrip<T, L, 2>(row, channel, lanesLeft);
        case 3:
            return sharedStrip<T, L, 3>(row, channel, lanesLeft);
        case 5:
            return sharedStrip<T, L, 5>(row, channel, lanesLeft);
    }
    rowStrip<T, L, 1>(row, channel, lanesLeft);
}

template <class T>
void windowRow(const WindowRow<T>& row) {
    constexpr int L = kLanes<T>;
    if (row.pixels <= 0) return;
    if (pixelLanesPay<T>(row.pixelStride, row.pixels, row.f))
        return withFewChannels<T>(row.f, [&row](auto f) { pixelRow<T, decltype(f)::value>(row); });
    Index channel = 0;
    for (; row.f - channel > L; channel += 2 * L) rowStrip<T, L, 2>(row, channel, row.f - channel);
    const Index left = row.f - channel;
    if (left <= 0) return;
    if constexpr (L / 4 >= kFewestLanes<T>)
        if (left <= L / 4) return rowStrip<T, L / 4, 1>(row, channel, left);
    if constexpr (L / 2 >= kFewestLanes<T>)
        if (left <= L / 2) return rowStrip<T, L / 2, 1>(row, channel, left);
    oneVector(row, channel, left);
}

// --- derivative by the weights ---------------------------------------------------------------------------------------

/// Sums for R kernel rows × Q taps × NV vectors of channels.
template <class T, int L, int R, int Q, int NV>
void weightsTile(const WindowWeights<T>& job, Index r, Index q, Index channel, Index lanesLeft, Ending ending) {
    using V = Vector<T, L>;
    V sums[R][Q][NV];
    const Index dwStride = job.dwStride > 0 ? job.dwStride : job.f, dyStride = job.dyStride > 0 ? job.dyStride : job.f;
    const Index dyRowStride = job.dyRowStride > 0 ? job.dyRowStride : job.pixels * dyStride;
    T* dw = job.dw + (r * job.run + q) * dwStride + channel;
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i)
#pragma GCC unroll 32
        for (int k = 0; k < Q; ++k)
#pragma GCC unroll 4
            for (int v = 0; v < NV; ++v)
                sums[i][k][v] = job.add ? load<T, L>(dw + (i * job.run + k) * dwStride + v * L) : V{};
    const Index step = job.pixelStride;
    for (Index o = 0; o < job.rows; ++o) {
        const T* dy = job.dy + o * dyRowStride + channel;
        const T* x[R];
#pragma GCC unroll 8
        for (int i = 0; i < R; ++i) x[i] = job.x + o * job.outRowStride + (r + i) * job.rowStride + q;
        for (Index p = 0; p < job.pixels; ++p, dy += dyStride) {
            V gradients[NV];
#pragma GCC unroll 4
            for (int v = 0; v < NV; ++v) gradients[v] = load<T, L>(dy + v * L);
#pragma GCC unroll 8
            for (int i = 0; i < R; ++i) {
#pragma GCC unroll 32
                for (int k = 0; k < Q; ++k) {
                    const V number = broadcast<T, L>(x[i][k]);
#pragma GCC unroll 4
                    for (int v = 0; v < NV; ++v) sums[i][k][v] += number * gradients[v];
                }
                x[i] += step;
            }
        }
    }
#pragma GCC unroll 8
    for (int i = 0; i < R; ++i) {
        T* to = dw + i * job.run * dwStride;
#pragma GCC unroll 32
        for (int k = 0; k < Q; ++k)
#pragma GCC unroll 4
            for (int v = 0; v < NV - 1; ++v) store<T, L>(to + k * dwStride + v * L, sums[i][k][v]);
        V last[Q];
#pragma GCC unroll 32
        for (int k = 0; k < Q; ++k) last[k] = sums[i][k][NV - 1];
        storeLast<T, L, Q>(to + (NV - 1) * L, dwStride, last, lanesLeft - (NV - 1) * L, ending);
    }
}

template <class T>
using WeightsTile = void (*)(const WindowWeights<T>&, Index, Index, Index, Index, Ending);

template <class T, int L, int R, int NV, int... Q>
constexpr WeightsTile<T> weightsTileOf(int taps, std::integer_sequence<int, Q...>) {
    constexpr WeightsTile<T> tiles[] = {weightsTile<T, L, R, Q + 1, NV>...};
    return tiles[taps - 1];
}

/// Taps of R kernel rows at once.
template <int R, int NV>
constexpr int kMostTaps = kMostPixels<NV> / R;

template <class T, int L, int R, int NV>
void weightsRows(const WindowWeights<T>& job, Index r, Index channel, Index lanesLeft) {
    constexpr int most = R == 5 && kRegisters == 32 ? 5 : R == 3 && kRegisters == 32 ? 9 : kMostTaps<R, NV>;
    const bool dense = job.dwStride == 0 || job.dwStride == job.f;
    const Ending ending = lanesLeft >= NV * L                                      ? Ending::Whole
                          : channel == 0 && R == 1 && dense && 2 * job.f >= NV * L ? Ending::Overlap
                                                                                   : Ending::Exact;
    const Index tiles = (job.run + most - 1) / most;
    const int taps = static_cast<int>((job.run + tiles - 1) / tiles);
    const auto sizes = std::make_integer_sequence<int, most>();
    Index q = 0;
    for (; q + taps <= job.run; q += taps)
        weightsTileOf<T, L, R, NV>(taps, sizes)(job, r, q, channel, lanesLeft, ending);
    if (q < job.run)  // not moved back: adding twice would be wrong
        weightsTileOf<T, L, R, NV>(static_cast<int>(job.run - q), sizes)(job, r, q, channel, lanesLeft, ending);
}

template <class T, int L, int NV>
void weightsStrip(const WindowWeights<T>& job, Index channel, Index lanesLeft) {
    Index r = 0;
    // Short runs (few input channels) would leave most registers idle: take several kernel rows together.
    if constexpr (NV == 1) {
        if (job.run <= 5 && kRegisters == 32)
            for (; job.kh - r >= 5; r += 5) weightsRows<T, L, 5, NV>(job, r, channel, lanesLeft);
        if (job.run <= 9 && kRegisters == 32)
            for (; job.kh - r >= 3; r += 3) weightsRows<T, L, 3, NV>(job, r, channel, lanesLeft);
        if (job.run <= 6)
            for (; job.kh - r >= 2; r += 2) weightsRows<T, L, 2, NV>(job, r, channel, lanesLeft);
    }
    for (; r < job.kh; ++r) weightsRows<T, L, 1, NV>(job, r, channel, lanesLeft);
}

template <class T>
void windowWeights(const WindowWeights<T>& job) {
    constexpr int L = kLanes<T>;
    if (pixelLanesPay<T>(job.pixelStride, job.pixels, job.f) && job.kh * job.run * job.f <= kPixelSums)
        return withFewChannels<T>(job.f, [&job](auto f) { pixelWeights<T, decltype(f)::value>(job); });
    Index channel = 0;
    for (; job.f - channel >= 2 * L; channel += 2 * L) weightsStrip<T, L, 2>(job, channel, job.f - channel);
    for (Index left; (left = job.f - channel) > 0; channel += L) {
        if constexpr (L / 4 >= kFewestLanes<T>) {
            if (left <= L / 4) {
                weightsStrip<T, L / 4, 1>(job, channel, left);
                return;
            }
        }
        if constexpr (L / 2 >= kFewestLanes<T>) {
            if (left <= L / 2) {
                weightsStrip<T, L / 2, 1>(job, channel, left);
                return;
            }
        }
        weightsStrip<T, L, 1>(job, channel, left);
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillWindow(Inner<T>& inner) {
    inner.windowRow = windowRow<T>;
    inner.windowWeights = windowWeights<T>;
}
template void fillWindow(Inner<float>&);
template void fillWindow(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
