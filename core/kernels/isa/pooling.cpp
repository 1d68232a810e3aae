// Rows of pooling windows and of scattered gradients: vectors of channels, pixel after pixel.
#include <type_traits>

#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

template <class T, int L>
using Mask = decltype(Vector<T, L>{} < Vector<T, L>{});

/// Writes one vector of channels of pixel p: whole if it fits or if what it spoils is written later.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE void storeChannels(T* to, Vector<T, L> value, Index lanes, bool spareIsWrittenLater) {
    if (lanes >= L || spareIsWrittenLater) {
        store<T, L>(to, value);
    } else {
        for (Index lane = 0; lane < lanes; ++lane) to[lane] = value[lane];
    }
}

template <class T, int L>
void maxPoolStrip(Index size, Index stride, Index c, Index rowStride, Index pixels, const T* x, T* y, Index channel) {
    using V = Vector<T, L>;
    const Index lanes = c - channel;
    for (Index p = 0; p < pixels; ++p) {
        const T* window = x + p * stride * c + channel;
        V best = load<T, L>(window);
        for (Index r = 0; r < size; ++r)
            for (Index q = 0; q < size; ++q) {
                const V value = load<T, L>(window + r * rowStride + q * c);
                // Not (value <= best): NaN wins, and stays.
                best = best != best ? best : value <= best ? best : value;
            }
        storeChannels<T, L>(y + p * c + channel, best, lanes, channel == 0 && p + 1 < pixels);
    }
}

template <class T, int L>
void maxPoolStripBackward(Index size, Index stride, Index c, Index rowStride, Index pixels, const T* x, const T* y,
                          const T* dy, T* dx, Index channel) {
    using V = Vector<T, L>;
    const Index lanes = c - channel;
    for (Index p = 0; p < pixels; ++p) {
        const Index place = p * stride * c + channel;
        const V best = load<T, L>(y + p * c + channel);
        V gradient = load<T, L>(dy + p * c + channel);
        for (Index r = 0; r < size; ++r)
            for (Index q = 0; q < size; ++q) {
                const Index at = place + r * rowStride + q * c;
                const V value = load<T, L>(x + at);
                const Mask<T, L> chosen = (value == best) | ((value != value) & (best != best));
                const V share = chosen ? gradient : V{};
                gradient = chosen ? V{} : gradient;  // the first of equals takes it all
                if (lanes >= L) {
                    store<T, L>(dx + at, load<T, L>(dx + at) + share);
                } else {
                    for (Index lane = 0; lane < lanes; ++lane) dx[at + lane] += share[lane];
                }
            }
    }
}

/// Strips of whole vectors, then one of the narrowest vectors that cover the rest.
template <class T, class Strip>
PERCEPTARIUM_ALWAYS_INLINE void overChannels(Index c, Strip strip) {
    constexpr int L = kLanes<T>;
    Index channel = 0;
    for (; channel + L <= c; channel += L) strip(std::integral_constant<int, L>(), channel);
    if (channel == c) return;
    if constexpr (L / 4 >= kFewestLanes<T>)
        if (c - channel <= L / 4) return strip(std::integral_constant<int, L / 4>(), channel);
    if constexpr (L / 2 >= kFewestLanes<T>)
        if (c - channel <= L / 2) return strip(std::integral_constant<int, L / 2>(), channel);
    strip(std::integral_constant<int, L>(), channel);
}

template <class T>
void maxPoolRow(Index size, Index stride, Index c, Index rowStride, Index pixels, const T* x, T* y) {
    overChannels<T>(c, [=](auto lanes, Index channel) {
        maxPoolStrip<T, decltype(lanes)::value>(size, stride, c, rowStride, pixels, x, y, channel);
    });
}
template <class T>
void maxPoolRowBackward(Index size, Index stride, Index c, Index rowStride, Index pixels, const T* x, const T* y,
                        const T* dy, T* dx) {
    overChannels<T>(c, [=](auto lanes, Index channel) {
        maxPoolStripBackward<T, decltype(lanes)::value>(size, stride, c, rowStride, pixels, x, y, dy, dx, channel);
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
                                channel == 0 && i + 1 < count);
    });
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillPooling(Inner<T>& inner) {
    inner.maxPoolRow = maxPoolRow<T>;
    inner.maxPoolRowBackward = maxPoolRowBackward<T>;
    inner.scatterTaps = scatterTaps<T>;
    inner.packRuns = packRuns<T>;
}
template void fillPooling(Inner<float>&);
template void fillPooling(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
