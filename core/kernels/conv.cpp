#include "kernels/conv.h"

#include <algorithm>
#include <vector>

#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// The taps 0 … kernel−1 that meet the picture when the window starts at `start` (it may lie outside).
struct Taps {
    std::int64_t begin, end;
    Taps(std::int64_t start, std::int64_t kernel, std::int64_t extent)
        : begin(std::clamp<std::int64_t>(-start, 0, kernel)), end(std::clamp<std::int64_t>(extent - start, begin, kernel)) {}
};

/// Calls work(output pixel, input offset, tap) for each output pixel of one picture and each tap that meets the picture.
template <class Work>
void overTaps(const ConvShape& s, Work work) {
    for (std::int64_t oy = 0; oy < s.ho; ++oy) {
        const std::int64_t y0 = oy * s.stride - s.top;
        const Taps rows(y0, s.kh, s.h);
        for (std::int64_t ox = 0; ox < s.wo; ++ox) {
            const std::int64_t x0 = ox * s.stride - s.left;
            const Taps columns(x0, s.kw, s.w);
            for (std::int64_t r = rows.begin; r < rows.end; ++r)
                for (std::int64_t q = columns.begin; q < columns.end; ++q)
                    work(oy * s.wo + ox, ((y0 + r) * s.w + x0 + q) * s.c, r * s.kw + q);
        }
    }
}

}  // namespace

template <class T>
void conv(const ConvShape& s, const T* x, const T* weights, const T* b, T* y) {
    parallelFor(s.n, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const T* picture = x + i * s.h * s.w * s.c;
            T* out = y + i * s.ho * s.wo * s.f;
            for (std::int64_t pixel = 0; pixel < s.ho * s.wo; ++pixel)
                for (std::int64_t j = 0; j < s.f; ++j) out[pixel * s.f + j] = b ? b[j] : T(0);
            overTaps(s, [&](std::int64_t pixel, std::int64_t from, std::int64_t tap) {
                for (std::int64_t k = 0; k < s.c; ++k) {
                    const T factor = picture[from + k];
                    const T* row = weights + (tap * s.c + k) * s.f;
                    for (std::int64_t j = 0; j < s.f; ++j) out[pixel * s.f + j] += factor * row[j];
                }
            });
        }
    });
}

template <class T>
void convBackwardData(const ConvShape& s, const T* weights, const T* dy, T* dx) {
    parallelFor(s.n, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            T* picture = dx + i * s.h * s.w * s.c;
            const T* gradient = dy + i * s.ho * s.wo * s.f;
            std::fill_n(picture, s.h * s.w * s.c, T(0));
            overTaps(s, [&](std::int64_t pixel, std::int64_t from, std::int64_t tap) {
                for (std::int64_t k = 0; k < s.c; ++k) {
                    const T* row = weights + (tap * s.c + k) * s.f;
                    T total = 0;
                    for (std::int64_t j = 0; j < s.f; ++j) total += gradient[pixel * s.f + j] * row[j];
                    picture[from + k] += total;
                }
            });
        }
    });
}

template <class T>
void convBackwardWeights(const ConvShape& s, const T* x, const T* dy, T* dw, T* db) {
    if (db) {
        std::fill_n(db, s.f, T(0));
        for (std::int64_t pixel = 0; pixel < s.n * s.ho * s.wo; ++pixel)
            for (std::int64_t j = 0; j < s.f; ++j) db[j] += dy[pixel * s.f + j];
    }
    if (!dw) return;
    // Each piece adds up its pictures by itself; the sums are then added in the order of the pieces.
    const std::int64_t size = s.kh * s.kw * s.c * s.f;
    const Pieces pieces = piecesOf(s.n, 1);
    std::vector<T> parts(static_cast<std::size_t>(size * pieces.count), T(0));
    parallelPieces(pieces.count, [&](std::int64_t piece) {
        T* part = parts.data() + piece * size;
        for (std::int64_t i = pieces.begin(piece); i < pieces.end(piece); ++i) {
            const T* picture = x + i * s.h * s.w * s.c;
            const T* gradient = dy + i * s.ho * s.wo * s.f;
            overTaps(s, [&](std::int64_t pixel, std::int64_t from, std::int64_t tap) {
                for (std::int64_t k = 0; k < s.c; ++k) {
                    const T factor = picture[from + k];
                    T* row = part + (tap * s.c + k) * s.f;
                    for (std::int64_t j = 0; j < s.f; ++j) row[j] += factor * gradient[pixel * s.f + j];
                }
            });
        }
    });
    std::copy_n(parts.data(), size, dw);
    for (std::int64_t piece = 1; piece < pieces.count; ++piece)
        for (std::int64_t i = 0; i < size; ++i) dw[i] += parts[static_cast<std::size_t>(piece * size + i)];
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                      \
    template void conv<T>(const ConvShape&, const T*, const T*, const T*, T*);           \
    template void convBackwardData<T>(const ConvShape&, const T*, const T*, T*);         \
    template void convBackwardWeights<T>(const ConvShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
