// Windows over one channel that give few: vectors of channels would be mostly empty, so the lanes are pixels of a row here,
// and what comes out is turned over into channels-last order. For the sources of this folder.
#pragma once

#include "kernels/isa/lanes.h"

namespace perceptarium::kernels {
namespace {

/// Do lanes of pixels pay? `step` is from one pixel to the next in what is read. (With as many channels as three quarters of
/// a vector the other way is as fast.)
template <class T>
bool pixelLanesPay(Index step, Index pixels, Index channels) {
    constexpr Index L = kLanes<T>;
    return L >= 4 && step == 1 && pixels >= L && channels <= 8 && 4 * channels <= 3 * L;
}

/// Lanes that a pixel's channels take when they lie together.
template <int F>
constexpr int kTogether = F <= 4 ? 4 : 8;

/// Vectors of pixels of one row: the last one is moved back to end with it.
template <class T>
struct PixelVectors {
    Index pixels, count;
    explicit PixelVectors(Index itsPixels) : pixels(itsPixels), count((itsPixels + kLanes<T> - 1) / kLanes<T>) {}
    Index first(Index vector) const {
        return vector + 1 < count ? vector * kLanes<T> : pixels - kLanes<T>;
    }
    /// Lanes that the vector before has, too.
    Index again(Index vector) const { return vector * kLanes<T> - first(vector); }
};

/// F channels of P vectors of pixels.
template <class T, int F, int P>
void pixelTile(const WindowRow<T>& row, const Index* first) {
    constexpr int L = kLanes<T>, K = kTogether<F>;
    using V = Vector<T, L>;
    V sums[F][P];
#pragma GCC unroll 8
    for (int f = 0; f < F; ++f)
#pragma GCC unroll 2
        for (int p = 0; p < P; ++p) sums[f][p] = row.bias ? broadcast<T, L>(row.bias[f]) : V{};
    for (Index r = 0; r < row.kh; ++r) {
        const WindowTap tap =
            row.taps ? row.taps[r] : WindowTap{r * row.rowStride, r * row.run * row.wStride};
        const T *x = row.x + tap.x, *w = row.w + tap.w;
        for (Index q = 0; q < row.run; ++q, ++x, w += row.wStride) {
            V numbers[P];
#pragma GCC unroll 2
            for (int p = 0; p < P; ++p) numbers[p] = load<T, L>(x + first[p]);
#pragma GCC unroll 8
            for (int f = 0; f < F; ++f)
#pragma GCC unroll 2
                for (int p = 0; p < P; ++p) sums[f][p] += broadcast<T, L>(w[f]) * numbers[p];
        }
    }
    // Spare lanes may be written where the pixel has room for them, or where the next pixel is written later.
    const bool spare = (row.room > 0 ? row.room : row.yStride) >= K;
    for (int p = 0; p < P; ++p) {
        V channels[K]{};
#pragma GCC unroll 8
        for (int f = 0; f < F; ++f) channels[f] = sums[f][p];
        turnOver<T, L, K>(channels);
        alignas(64) T numbers[K * L];
#pragma GCC unroll 8
        for (int k = 0; k < K; ++k) store<T, L>(numbers + k * L, channels[k]);
        T* y = row.y + first[p] * row.yStride;
        const bool ends = first[p] + L == row.pixels;
        const int whole = spare ? L : row.yStride == F ? L - ends : 0;
        for (int i = 0; i < whole; ++i) store<T, K>(y + i * row.yStride, load<T, K>(numbers + i * K));
        for (int i = whole; i < L; ++i)
            for (int f = 0; f < F; ++f) y[i * row.yStride + f] = numbers[i * K + f];
    }
}

template <class T, int F>
void pixelRow(const WindowRow<T>& row) {
    const PixelVectors<T> vectors(row.pixels);
    for (Index v = 0; v < vectors.count; v += 2) {
        const Index first[] = {vectors.first(v), v + 1 < vectors.count ? vectors.first(v + 1) : 0};
        v + 1 < vectors.count ? pixelTile<T, F, 2>(row, first) : pixelTile<T, F, 1>(row, first);
    }
}

// --- derivative by the weights ---------------------------------------------------------------------------------------

/// Vectors of gradients that are turned over together, and of sums that there is room for.
constexpr Index kPixelVectors = 16, kPixelSums = 512;

/// lanes[k][f] += the products of tap k's numbers with channel f's gradients.
template <class T, int F, int K>
void pixelWeightsTile(const T* x, const Index* taps, const Index* places, Index count, const T* gradients, T* lanes) {
    constexpr int L = kLanes<T>;
    using V = Vector<T, L>;
    V sums[K][F];
#pragma GCC unroll 8
    for (int k = 0; k < K; ++k)
#pragma GCC unroll 8
        for (int f = 0; f < F; ++f) sums[k][f] = load<T, L>(lanes + (k * F + f) * L);
    for (Index i = 0; i < count; ++i, gradients += F * L) {
        V given[F];
#pragma GCC unroll 8
        for (int f = 0; f < F; ++f) given[f] = load<T, L>(gradients + f * L);
#pragma GCC unroll 8
        for (int k = 0; k < K; ++k) {
            const V numbers = load<T, L>(x + places[i] + taps[k]);
#pragma GCC unroll 8
            for (int f = 0; f < F; ++f) sums[k][f] += numbers * given[f];
        }
    }
#pragma GCC unroll 8
    for (int k = 0; k < K; ++k)
#pragma GCC unroll 8
        for (int f = 0; f < F; ++f) store<T, L>(lanes + (k * F + f) * L, sums[k][f]);
}

/// Gradients of one vector of pixels, channel after channel; the first `again` lanes count as zero.
template <class T, int F>
void turnGradients(const T* dy, Index step, Index again, T* to) {
    constexpr int L = kLanes<T>, K = kTogether<F>;
    Vector<T, L> channels[K];
#pragma GCC unroll 8
    for (int k = 0; k < K; ++k) channels[k] = loadRuns<T, L, K>(dy + k * (L / K) * step, step);
    turnBack<T, L, K>(channels);
#pragma GCC unroll 8
    for (int f = 0; f < F; ++f) store<T, L>(to + f * L, channels[f]);
    for (int f = 0; f < F; ++f)
        for (Index lane = 0; lane < again; ++lane) to[f * L + lane] = 0;
}

template <class T, int F>
void pixelWeights(const WindowWeights<T>& job) {
    constexpr int L = kLanes<T>, most = (kRegisters == 32 ? 24 : 12) / F, K = most > 8 ? 8 : most;
    const Index dyStride = job.dyStride > 0 ? job.dyStride : job.f;
    const Index dyRowStride = job.dyRowStride > 0 ? job.dyRowStride : job.pixels * dyStride;
    const Index dwStride = job.dwStride > 0 ? job.dwStride : job.f, tapCount = job.kh * job.run;
    alignas(64) T lanes[kPixelSums * L], gradients[kPixelVectors * F * L];
    Index taps[kPixelSums], places[kPixelVectors];
    for (Index i = 0; i < tapCount * F * L; ++i) lanes[i] = 0;
    for (Index i = 0; i < tapCount; ++i) taps[i] = i / job.run * job.rowStride + i % job.run;
    const PixelVectors<T> vectors(job.pixels);
    const Index all = job.rows * vectors.count;
    for (Index begin = 0; begin < all; begin += kPixelVectors) {
        const Index count = all - begin < kPixelVectors ? all - begin : kPixelVectors;
        for (Index i = 0; i < count; ++i) {
            const Index o = (begin + i) / vectors.count, vector = (begin + i) % vectors.count;
            const Index pixel = vectors.first(vector);
            places[i] = o * job.outRowStride + pixel;
            turnGradients<T, F>(job.dy + o * dyRowStride + pixel * dyStride, dyStride, vectors.again(vector),
                                gradients + i * F * L);
        }
        Index tap = 0;
        for (; tap + K <= tapCount; tap += K)
            pixelWeightsTile<T, F, K>(job.x, taps + tap, places, count, gradients, lanes + tap * F * L);
        for (; tap < tapCount; ++tap)
            pixelWeightsTile<T, F, 1>(job.x, taps + tap, places, count, gradients, lanes + tap * F * L);
    }
    for (Index tap = 0; tap < tapCount; ++tap)
        for (int f = 0; f < F; ++f) {
            T& sum = job.dw[tap * dwStride + f];
            sum = (job.add ? sum : T(0)) + total<T, L>(load<T, L>(lanes + (tap * F + f) * L));
        }
}

/// work(number of channels as a type), for as many as pay.
template <class T, class Work>
PERCEPTARIUM_ALWAYS_INLINE void withFewChannels(Index channels, Work work) {
    if constexpr (kLanes<T> >= 4) {
        if (channels == 1) return work(std::integral_constant<int, 1>());
        if (channels == 2) return work(std::integral_constant<int, 2>());
        if (channels == 3) return work(std::integral_constant<int, 3>());
    }
    if constexpr (kLanes<T> >= 8) {
        if (channels == 4) return work(std::integral_constant<int, 4>());
        if (channels == 5) return work(std::integral_constant<int, 5>());
        if (channels == 6) return work(std::integral_constant<int, 6>());
    }
    if constexpr (kLanes<T> >= 16) {
        if (channels == 7) return work(std::integral_constant<int, 7>());
        if (channels == 8) return work(std::integral_constant<int, 8>());
    }
}

}  // namespace
}  // namespace perceptarium::kernels
