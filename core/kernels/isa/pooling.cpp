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

/// How places of dx get their shares: set, or added to; all lanes, or only those that are channels.
enum class Giving { Set, SetSome, Add, AddSome };

template <class T, int L, Giving how>
PERCEPTARIUM_ALWAYS_INLINE void give(T* to, Vector<T, L> share, Index lanes) {
    if constexpr (how == Giving::Set) store<T, L>(to, share);
    if constexpr (how == Giving::SetSome)
        for (Index lane = 0; lane < lanes; ++lane) to[lane] = share[lane];
    if constexpr (how == Giving::Add) store<T, L>(to, load<T, L>(to) + share);
    if constexpr (how == Giving::AddSome)
        for (Index lane = 0; lane < lanes; ++lane) to[lane] += share[lane];
}

/// pixels(how to give as a type, first pixel, end) for the whole row.
template <int L, class T, class Pixels>
PERCEPTARIUM_ALWAYS_INLINE void overGiving(const PoolRow<T>& row, Index channel, Pixels pixels) {
    const Index lanes = row.c - channel;
    if (!row.once) {
        if (lanes >= L) return pixels(std::integral_constant<Giving, Giving::Add>(), Index{0}, row.pixels);
        return pixels(std::integral_constant<Giving, Giving::AddSome>(), Index{0}, row.pixels);
    }
    // Spare lanes fall on the next place, which is written later; after the last pixel there is none.
    const Index whole = lanes >= L ? row.pixels : channel == 0 && 2 * row.c >= L ? row.pixels - 1 : 0;
    pixels(std::integral_constant<Giving, Giving::Set>(), Index{0}, whole);
    pixels(std::integral_constant<Giving, Giving::SetSome>(), whole, row.pixels);
}

template <class T, int L>
void maxPoolStripBackward(const PoolRow<T>& row, const T* x, const T* y, const T* dy, T* dx, Index channel) {
    using V = Vector<T, L>;
    const WindowTap* const taps = row.taps;
    const Index count = row.tapCount, step = row.pixelStride, lanes = row.c - channel;
    overGiving<L>(row, channel, [=, c = row.c](auto how, Index begin, Index end) {
        for (Index p = begin; p < end; ++p) {
            const V best = load<T, L>(y + p * c + channel);
            V gradient = load<T, L>(dy + p * c + channel);
            for (Index t = 0; t < count; ++t) {
                const Index at = p * step + channel + taps[t].x;
                const V value = load<T, L>(x + at);
                const Mask<T, L> chosen = (value == best) | (value != value);  // NaN among them is the greatest
                const V share = chosen ? gradient : V{};
                gradient = chosen ? V{} : gradient;  // the first of equals takes it all
                give<T, L, decltype(how)::value>(dx + at, share, lanes);
            }
        }
    });
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
        overGiving<L>(row, channel, [&row, factor, dy, dx, channel](auto how, Index begin, Index end) {
            for (Index p = begin; p < end; ++p) {
                const auto share = load<T, L>(dy + p * row.c + channel) * factor;
                for (Index t = 0; t < row.tapCount; ++t)
                    give<T, L, decltype(how)::value>(dx + p * row.pixelStride + channel + row.taps[t].x, share,
                                                     row.c - channel);
            }
        });
    });
}

template <class T>
void scatterTaps(const TapScatter<T>& job) {
    overChannels<T>(job.c, [&job](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        const Index fromStride = job.fromStride, toStride = job.stride * job.padded;
        for (Index q = 0; q < job.kw; ++q) {
            // Neighbouring pixels meet in the same place only in the next round: no addition waits for a store.
            const T* from = job.from + q * job.c + channel;
            T* to = job.to + q * job.padded + channel;
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
