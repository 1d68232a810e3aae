#include "kernels/pooling.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that a piece should at least read.
constexpr Index kWorthAPiece = 50'000;

Index picturesWorthAPiece(const PoolShape& s) {
    return kWorthAPiece / std::max<Index>(s.h * s.w * s.c, 1) + 1;
}

/// Calls work(output pixel, input pixel of the window's first place) for all windows of pictures begin … end−1.
template <class Work>
void overWindows(const PoolShape& s, Index begin, Index end, Work work) {
    for (Index i = begin; i < end; ++i)
        for (Index oy = 0; oy < s.ho; ++oy)
            for (Index ox = 0; ox < s.wo; ++ox)
                work((i * s.ho + oy) * s.wo + ox, (i * s.h + oy * s.stride) * s.w + ox * s.stride);
}

}  // namespace

template <class T>
void maxPool(const PoolShape& s, const T* x, T* y) {
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        const auto maxPoolRow = inner<T>().maxPoolRow;
        for (Index i = begin; i < end; ++i)
            for (Index oy = 0; oy < s.ho; ++oy)
                maxPoolRow(s.size, s.stride, s.c, s.w * s.c, s.wo, x + (i * s.h + oy * s.stride) * s.w * s.c,
                           y + (i * s.ho + oy) * s.wo * s.c);
    });
}

template <class T>
void maxPoolBackward(const PoolShape& s, const T* x, const T* y, const T* dy, T* dx) {
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        const auto maxPoolRowBackward = inner<T>().maxPoolRowBackward;
        std::fill(dx + begin * s.h * s.w * s.c, dx + end * s.h * s.w * s.c, T(0));
        for (Index i = begin; i < end; ++i)
            for (Index oy = 0; oy < s.ho; ++oy) {
                const Index from = (i * s.h + oy * s.stride) * s.w * s.c, to = (i * s.ho + oy) * s.wo * s.c;
                maxPoolRowBackward(s.size, s.stride, s.c, s.w * s.c, s.wo, x + from, y + to, dy + to, dx + from);
            }
    });
}

template <class T>
void averagePool(const PoolShape& s, const T* x, T* y) {
    const T factor = T(1) / static_cast<T>(s.size * s.size);
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        overWindows(s, begin, end, [&](Index to, Index from) {
            T* out = y + to * s.c;
            std::fill_n(out, s.c, T(0));
            for (Index r = 0; r < s.size; ++r)
                for (Index q = 0; q < s.size; ++q)
                    for (Index k = 0; k < s.c; ++k) out[k] += x[(from + r * s.w + q) * s.c + k];
            for (Index k = 0; k < s.c; ++k) out[k] *= factor;
        });
    });
}

template <class T>
void averagePoolBackward(const PoolShape& s, const T* dy, T* dx) {
    const T factor = T(1) / static_cast<T>(s.size * s.size);
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        std::fill(dx + begin * s.h * s.w * s.c, dx + end * s.h * s.w * s.c, T(0));
        overWindows(s, begin, end, [&](Index to, Index from) {
            for (Index r = 0; r < s.size; ++r)
                for (Index q = 0; q < s.size; ++q)
                    for (Index k = 0; k < s.c; ++k)
                        dx[(from + r * s.w + q) * s.c + k] += factor * dy[to * s.c + k];
        });
    });
}

template <class T>
void globalAveragePool(Index n, Index places, Index c, const T* x, T* y) {
    const T factor = T(1) / static_cast<T>(places);
    for (Index i = 0; i < n; ++i) {
        T* out = y + i * c;
        std::fill_n(out, c, T(0));
        for (Index place = 0; place < places; ++place)
            for (Index k = 0; k < c; ++k) out[k] += x[(i * places + place) * c + k];
        for (Index k = 0; k < c; ++k) out[k] *= factor;
    }
}

template <class T>
void globalAveragePoolBackward(Index n, Index places, Index c, const T* dy, T* dx) {
    const T factor = T(1) / static_cast<T>(places);
    for (Index i = 0; i < n; ++i)
        for (Index place = 0; place < places; ++place)
            for (Index k = 0; k < c; ++k) dx[(i * places + place) * c + k] = factor * dy[i * c + k];
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                         \
    template void maxPool<T>(const PoolShape&, const T*, T*);                                               \
    template void maxPoolBackward<T>(const PoolShape&, const T*, const T*, const T*, T*);                   \
    template void averagePool<T>(const PoolShape&, const T*, T*);                                           \
    template void averagePoolBackward<T>(const PoolShape&, const T*, T*);                                   \
    template void globalAveragePool<T>(Index, Index, Index, const T*, T*);             \
    template void globalAveragePoolBackward<T>(Index, Index, Index, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
