// Batch normalization, in vectors of channels down the rows of a block that fits into the cache.
#include "kernels/isa/channels.h"
#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

/// Is the rest of a vector that is stored at this row of the first channels written later, in the same strip?
template <int L>
PERCEPTARIUM_ALWAYS_INLINE bool restIsWrittenLater(Index rowsLeft, Index c, Index channel) {
    return channel == 0 && c < L && rowsLeft * c >= L;
}

/// Mean and sum of squared deviations of each column.
template <class T>
void normMoments(Index n, Index c, const T* x, T* mean, T* squares) {
    overChannels<T>(c, [=](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        using V = Vector<T, L>;
        // Additions need not wait for each other.
        const auto total = [&](auto term) {
            V sums[4]{};
            Index i = 0;
            for (; i + 4 <= n; i += 4)
#pragma GCC unroll 4
                for (int k = 0; k < 4; ++k) sums[k] += term(load<T, L>(x + (i + k) * c + channel));
            for (; i < n; ++i) sums[0] += term(load<T, L>(x + i * c + channel));
            return (sums[0] + sums[1]) + (sums[2] + sums[3]);
        };
        const V center = total([](V value) { return value; }) / broadcast<T, L>(static_cast<T>(n));
        const V deviations = total([center](V value) { return (value - center) * (value - center); });
        storeChannels<T, L>(mean + channel, center, c - channel, false);
        storeChannels<T, L>(squares + channel, deviations, c - channel, false);
    });
}

template <class T>
void normForward(Index n, Index c, const NormRows<T>& rows, T* y) {
    overChannels<T>(c, [n, c, &rows, y](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        using V = Vector<T, L>;
        const V factor = load<T, L>(rows.factor + channel), offset = load<T, L>(rows.offset + channel);
        const bool relu = rows.relu;
        for (Index i = 0; i < n; ++i) {
            const Index at = i * c + channel;
            V value = load<T, L>(rows.x + at) * factor + offset;
            if (rows.shortcut) value += load<T, L>(rows.shortcut + at);
            if (relu) value = value <= 0 ? V{} : value;  // NaN stays
            storeChannels<T, L>(y + at, value, c - channel, restIsWrittenLater<L>(n - i, c, channel));
        }
    });
}

enum class Passed { All, WherePositive, WhereOutputPositive };

template <class T, int L, Passed passed>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> through(Vector<T, L> dy, Vector<T, L> x, Vector<T, L> factor,
                                                Vector<T, L> offset, const T* y) {
    using V = Vector<T, L>;
    if constexpr (passed == Passed::All) return dy;
    if constexpr (passed == Passed::WhereOutputPositive) return load<T, L>(y) <= 0 ? V{} : dy;
    const V value = x * factor + offset;  // as it was computed then
    return value <= 0 ? V{} : dy;
}

template <class T, int L, Passed passed>
void sumsStrip(Index n, Index c, const NormRows<T>& rows, const T* mean, const T* y, const T* dy, T* dz, T* products,
               T* sums, Index channel) {
    using V = Vector<T, L>;
    const V center = load<T, L>(mean + channel);
    const V factor = load<T, L>(rows.factor + channel), offset = load<T, L>(rows.offset + channel);
    V product[4]{}, sum[4]{};
    const auto row = [&](Index i, int k) {
        const Index at = i * c + channel;
        const V x = load<T, L>(rows.x + at);
        const V passedOn = through<T, L, passed>(load<T, L>(dy + at), x, factor, offset, y + at);
        if constexpr (passed == Passed::WhereOutputPositive)
            storeChannels<T, L>(dz + at, passedOn, c - channel, restIsWrittenLater<L>(n - i, c, channel));
        product[k] += passedOn * (x - center);
        sum[k] += passedOn;
    };
    Index i = 0;
    for (; i + 4 <= n; i += 4)
#pragma GCC unroll 4
        for (int k = 0; k < 4; ++k) row(i + k, k);
    for (; i < n; ++i) row(i, 0);
    const auto add = [&](T* to, const V(&parts)[4]) {
        const V total = load<T, L>(to + channel) + ((parts[0] + parts[1]) + (parts[2] + parts[3]));
        storeChannels<T, L>(to + channel, total, c - channel, false);
    };
    add(products, product);
    add(sums, sum);
}

template <class T>
void normSums(Index n, Index c, const NormRows<T>& rows, const T* mean, const T* y, const T* dy, T* dz, T* products,
              T* sums) {
    overChannels<T>(c, [=, &rows](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        if (!rows.relu)
            sumsStrip<T, L, Passed::All>(n, c, rows, mean, nullptr, dy, nullptr, products, sums, channel);
        else if (!rows.shortcut)
            sumsStrip<T, L, Passed::WherePositive>(n, c, rows, mean, nullptr, dy, nullptr, products, sums, channel);
        else
            sumsStrip<T, L, Passed::WhereOutputPositive>(n, c, rows, mean, y, dy, dz, products, sums, channel);
    });
}

template <class T, int L, Passed passed>
void backwardStrip(Index n, Index c, const NormRows<T>& rows, const T* dy, const T* a, const T* b, const T* shift,
                   T* dx, Index channel) {
    using V = Vector<T, L>;
    const V factor = load<T, L>(rows.factor + channel), offset = load<T, L>(rows.offset + channel);
    const V byGradient = load<T, L>(a + channel), byValue = load<T, L>(b + channel), rest = load<T, L>(shift + channel);
    for (Index i = 0; i < n; ++i) {
        const Index at = i * c + channel;
        const V x = load<T, L>(rows.x + at);
        const V passedOn = through<T, L, passed>(load<T, L>(dy + at), x, factor, offset, nullptr);
        storeChannels<T, L>(dx + at, byGradient * passedOn + (byValue * x + rest), c - channel,
                            restIsWrittenLater<L>(n - i, c, channel));
    }
}

template <class T>
void normBackward(Index n, Index c, const NormRows<T>& rows, const T* dy, const T* a, const T* b, const T* shift,
                  T* dx) {
    overChannels<T>(c, [=, &rows](auto lanes, Index channel) {
        constexpr int L = decltype(lanes)::value;
        if (rows.relu && !rows.shortcut)
            backwardStrip<T, L, Passed::WherePositive>(n, c, rows, dy, a, b, shift, dx, channel);
        else
            backwardStrip<T, L, Passed::All>(n, c, rows, dy, a, b, shift, dx, channel);
    });
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillBatchNorm(Inner<T>& inner) {
    inner.normMoments = normMoments<T>;
    inner.normForward = normForward<T>;
    inner.normSums = normSums<T>;
    inner.normBackward = normBackward<T>;
}
template void fillBatchNorm(Inner<float>&);
template void fillBatchNorm(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
