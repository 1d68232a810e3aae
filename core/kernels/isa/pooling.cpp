// Rows of pooling windows and of scattered gradients: vectors of channels, pixel after pixel.
#include "kernels/isa/channels.h"
#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

template <class T, int L>
using Mask = decltype(Vector<T, L>{} < Vector<T, L>{});

template <class T, int L>
void maxPoolStrip(const PoolRow<T>& row, const T* x, T* y, Index channel) {
    using V = Vector<T, L>;
    const WindowTap* const taps = row.taps;
    const Index lanes = row.c - channel, count = row.tapCount, step = row.pixelStride;
    for (Index p = 0; p < row.pixels; ++p) {
        const T* window = x + p * step + channel;
        V best = load<T, L>(window + taps[0].x);
        for (Index t = 1; t < count; ++t) {
            const V value = load<T, L>(window + taps[t].x);
            // Not (value <= best): NaN wins, and stays.
            best = best != best ? best : value <= best ? best : value;
        }
        storeChannels<T, L>(y + p * row.c + channel, best, lanes, channel == 0 && (row.pixels - p) * row.c >= L);
    }
}

/// Gives pixel p's share to a place of dx.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE void give(const PoolRow<T>& row, Index p, T* to, Vector<T, L> share, Index channel) {
    const Index lanes = row.c - channel;
    if (row.once) {
        storeChannels<T, L>(to, share, lanes, channel == 0 && 2 * row.c >= L && p + 1 < row.pixels);
    } else if (lanes >= L) {
        store<T, L>(to, load<T, L>(to) + share);
    } else {
        for (Index lane = 0; lane < lanes; ++lane) to[lane] += share[lane];
    }
}

template <class T, int L>
void maxPoolStripBackward(const PoolRow<T>& row, const T* x, const T* y, const T* dy, T* dx, Index channel) {
    using V = Vector<T, L>;
    const WindowTap* const taps = row.taps;
    const Index count = row.tapCount, step = row.pixelStride;
    for (Index p = 0; p < row.pixels; ++p) {
        const V best = load<T, L>(y + p * row.c + channel);
        V gradient = load<T, L>(dy + p * row.c + channel);
        for (Index t = 0; t < count; ++t) {
            const Index at = p * step + channel + taps[t].x;
            const V value = load<T, L>(x + at);
            const Mask<T, L> chosen = (value == best) | ((value != value) & (best != best));
            const V share = chosen ? gradient : V{};
            gradient = chosen ? V{} : gradient;  // the first of equals takes it all
            give<T, L>(row, p, dx + at, share, channel);
        }
    }
}

template <class T>
void maxPoolRow(const PoolRow<T>& row, const T* x, T* y) {
    overChannels<T>(row.c, [&row, x, y](auto lanes, Index channel) {
        maxPoolStrip<T, decltype(lanes)::value>(row, x, y, channel);
    });
}
template <class T>
void maxPoolRowBackward(const PoolRow<T>& row, const T* x, const T* y, const T* dy, T* dx) {
    overChannels<T>(row.c, [&row, x, y, dy, dx](auto lanes, Index channel) {
        maxPoolStripBackward<T, decltype(lanes)::value>(row, x, y, dy, dx, channel);
    });
}

template <class T>
void averagePoolRow(const PoolRow<T>& row, T factor, const T* x, T* y) {
    overChannels<T>(row.c, [&row, factor, x, y](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        for (Index p = 0; p < row.pixels; ++p) {
            Vector<T, L> sum{};
            for (Index t = 0; t < row.tapCount; ++t)
                sum += load<T, L>(x + p * row.pixelStride + channel + row.taps[t].x);
            storeChannels<T, L>(y + p * row.c + channel, sum * factor, row.c - channel,
                                channel == 0 && (row.pixels - p) * row.c >= L);
        }
    });
}
template <class T>
void averagePoolRowBackward(const PoolRow<T>& row, T factor, const T* dy, T* dx) {
    overChannels<T>(row.c, [&row, factor, dy, dx](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        for (Index p = 0; p < row.pixels; ++p) {
            const auto share = load<T, L>(dy + p * row.c + channel) * factor;
            for (Index t = 0; t < row.tapCount; ++t)
                give<T, L>(row, p, dx + p * row.pixelStride + channel + row.taps[t].x, share, channel);
        }
    });
}

template <class T>
void scatterTaps(const TapScatter<T>& job) {
    overChannels<T>(job.c, [&job](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        const Index fromStride = job.fromStride, toStride = job.stride * job.padded;
        for (Index r = 0; r < job.kh; ++r)
            for (Index q = 0; q < job.kw; ++q) {
                // Neighbouring pixels meet in the same place only in the next round: no addition waits for a store.
                const T* from = job.from + (r * job.kw + q) * job.c + channel;
                T* to = job.to + r * job.rowStride + q * job.padded + channel;
                for (Index p = 0; p < job.pixels; ++p, from += fromStride, to += toStride)
                    store<T, L>(to, load<T, L>(to) + load<T, L>(from));
            }
    });
}

template <class T>
void packRuns(Index count, Index width, const T* from, Index fromStride, T* to) {
    overChannels<T>(width, [=](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        for (Index i = 0; i < count; ++i)
            storeChannels<T, L>(to + i * width + channel, load<T, L>(from + i * fromStride + channel), width - channel,
                                channel == 0 && (count - i) * width >= L);
    });
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillPooling(Inner<T>& inner) {
    inner.maxPoolRow = maxPoolRow<T>;
    inner.maxPoolRowBackward = maxPoolRowBackward<T>;
    inner.averagePoolRow = averagePoolRow<T>;
    inner.averagePoolRowBackward = averagePoolRowBackward<T>;
    inner.scatterTaps = scatterTaps<T>;
    inner.packRuns = packRuns<T>;
}
template void fillPooling(Inner<float>&);
template void fillPooling(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
