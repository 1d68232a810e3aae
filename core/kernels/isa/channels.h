// Loops over channels in vectors: whole ones, then one of the narrowest that covers the rest.
#pragma once

#include <type_traits>

#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

/// Writes one vector of channels of pixel p: whole if it fits or if what it spoils is written later.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE void storeChannels(T* to, Vector<T, L> value, Index lanes, bool spareIsWrittenLater) {
    if (lanes >= L || spareIsWrittenLater) {
        store<T, L>(to, value);
    } else {
        for (Index lane = 0; lane < lanes; ++lane) to[lane] = value[lane];
    }
}

/// strip(std::integral_constant<int, L>, first channel)
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

}  // namespace
}  // namespace perceptarium::kernels
