#include "kernels/pooling.h"

#include <algorithm>

#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that a piece should at least read.
constexpr std::int64_t kWorthAPiece = 50'000;

std::int64_t picturesWorthAPiece(const PoolShape& s) {
    return kWorthAPiece / std::max<std::int64_t>(s.h * s.w * s.c, 1) + 1;
}

/// Calls work(output pixel, input pixel of the window's first place) for all windows of pictures begin … end−1.
template <class Work>
void overWindows(const PoolShape& s, std::int64_t begin, std::int64_t end, Work work) {
    for (std::int64_t i = begin; i < end; ++i)
        for (std::int64_t oy = 0; oy < s.ho; ++oy)
            for (std::int64_t ox = 0; ox < s.wo; ++ox)
                work((i * s.ho + oy) * s.wo + ox, (i * s.h + oy * s.stride) * s.w + ox * s.stride);
}

}  // namespace

template <class T>
void maxPool(const PoolShape& s, const T* x, T* y, std::uint16_t* chosen) {
    parallelFor(s.n, picturesWorthAPiece(s), [&](std::int64_t begin, std::int64_t end) {
        overWindows(s, begin, end, [&](std::int64_t to, std::int64_t from) {
            for (std::int64_t k = 0; k < s.c; ++k) {
                T best = x[from * s.c + k];
                std::uint16_t place = 0;
                for (std::int64_t r = 0; r < s.size; ++r)
                    for (std::int64_t q = 0; q < s.size; ++q) {
                        const T value = x[(from + r * s.w + q) * s.c + k];
                        if (value > best || (value != value && best == best)) {
                            best = value;
                            place = static_cast<std::uint16_t>(r * s.size + q);
                        }
                    }
                y[to * s.c + k] = best;
                if (chosen) chosen[to * s.c + k] = place;
            }
        });
    });
}

template <class T>
void maxPoolBackward(const PoolShape& s, const std::uint16_t* chosen, const T* dy, T* dx) {
    parallelFor(s.n, picturesWorthAPiece(s), [&](std::int64_t begin, std::int64_t end) {
        std::fill(dx + begin * s.h * s.w * s.c, dx + end * s.h * s.w * s.c, T(0));
        overWindows(s, begin, end, [&](std::int64_t to, std::int64_t from) {
            for (std::int64_t k = 0; k < s.c; ++k) {
                const std::int64_t place = chosen[to * s.c + k];
                dx[(from + place / s.size * s.w + place % s.size) * s.c + k] += dy[to * s.c + k];
            }
        });
    });
}

template <class T>
void averagePool(const PoolShape& s, const T* x, T* y) {
    const T factor = T(1) / static_cast<T>(s.size * s.size);
    parallelFor(s.n, picturesWorthAPiece(s), [&](std::int64_t begin, std::int64_t end) {
        overWindows(s, begin, end, [&](std::int64_t to, std::int64_t from) {
            T* out = y + to * s.c;
            std::fill_n(out, s.c, T(0));
            for (std::int64_t r = 0; r < s.size; ++r)
                for (std::int64_t q = 0; q < s.size; ++q)
                    for (std::int64_t k = 0; k < s.c; ++k) out[k] += x[(from + r * s.w + q) * s.c + k];
            for (std::int64_t k = 0; k < s.c; ++k) out[k] *= factor;
        });
    });
}

template <class T>
void averagePoolBackward(const PoolShape& s, const T* dy, T* dx) {
    const T factor = T(1) / static_cast<T>(s.size * s.size);
    parallelFor(s.n, picturesWorthAPiece(s), [&](std::int64_t begin, std::int64_t end) {
        std::fill(dx + begin * s.h * s.w * s.c, dx + end * s.h * s.w * s.c, T(0));
        overWindows(s, begin, end, [&](std::int64_t to, std::int64_t from) {
            for (std::int64_t r = 0; r < s.size; ++r)
                for (std::int64_t q = 0; q < s.size; ++q)
                    for (std::int64_t k = 0; k < s.c; ++k)
                        dx[(from + r * s.w + q) * s.c + k] += factor * dy[to * s.c + k];
        });
    });
}

template <class T>
void globalAveragePool(std::int64_t n, std::int64_t places, std::int64_t c, const T* x, T* y) {
    const T factor = T(1) / static_cast<T>(places);
    for (std::int64_t i = 0; i < n; ++i) {
        T* out = y + i * c;
        std::fill_n(out, c, T(0));
        for (std::int64_t place = 0; place < places; ++place)
            for (std::int64_t k = 0; k < c; ++k) out[k] += x[(i * places + place) * c + k];
        for (std::int64_t k = 0; k < c; ++k) out[k] *= factor;
    }
}

template <class T>
void globalAveragePoolBackward(std::int64_t n, std::int64_t places, std::int64_t c, const T* dy, T* dx) {
    const T factor = T(1) / static_cast<T>(places);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t place = 0; place < places; ++place)
            for (std::int64_t k = 0; k < c; ++k) dx[(i * places + place) * c + k] = factor * dy[i * c + k];
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                         \
    template void maxPool<T>(const PoolShape&, const T*, T*, std::uint16_t*);                               \
    template void maxPoolBackward<T>(const PoolShape&, const std::uint16_t*, const T*, T*);                 \
    template void averagePool<T>(const PoolShape&, const T*, T*);                                           \
    template void averagePoolBackward<T>(const PoolShape&, const T*, T*);                                   \
    template void globalAveragePool<T>(std::int64_t, std::int64_t, std::int64_t, const T*, T*);             \
    template void globalAveragePoolBackward<T>(std::int64_t, std::int64_t, std::int64_t, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
