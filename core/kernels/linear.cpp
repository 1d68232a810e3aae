#include "kernels/linear.h"

#include <algorithm>

#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that are worth a piece of their own.
constexpr std::int64_t kWorthAPiece = 200'000;

}  // namespace

template <class T>
void linear(const LinearShape& shape, const T* x, const T* w, const T* b, T* y) {
    const auto [n, d, f] = shape;
    parallelFor(n, kWorthAPiece / std::max<std::int64_t>(d * f, 1) + 1, [=](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            T* out = y + i * f;
            if (b)
                std::copy_n(b, f, out);
            else
                std::fill_n(out, f, T(0));
            for (std::int64_t k = 0; k < d; ++k) {
                const T factor = x[i * d + k];
                const T* row = w + k * f;
                for (std::int64_t j = 0; j < f; ++j) out[j] += factor * row[j];
            }
        }
    });
}

template <class T>
void linearBackwardData(const LinearShape& shape, const T* w, const T* dy, T* dx) {
    const auto [n, d, f] = shape;
    parallelFor(n, kWorthAPiece / std::max<std::int64_t>(d * f, 1) + 1, [=](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i)
            for (std::int64_t k = 0; k < d; ++k) {
                T total = 0;
                for (std::int64_t j = 0; j < f; ++j) total += dy[i * f + j] * w[k * f + j];
                dx[i * d + k] = total;
            }
    });
}

template <class T>
void linearBackwardWeights(const LinearShape& shape, const T* x, const T* dy, T* dw, T* db) {
    const auto [n, d, f] = shape;
    if (db) {
        std::fill_n(db, f, T(0));
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t j = 0; j < f; ++j) db[j] += dy[i * f + j];
    }
    if (!dw) return;
    parallelFor(d, kWorthAPiece / std::max<std::int64_t>(n * f, 1) + 1, [=](std::int64_t begin, std::int64_t end) {
        std::fill(dw + begin * f, dw + end * f, T(0));
        for (std::int64_t i = 0; i < n; ++i)
            for (std::int64_t k = begin; k < end; ++k) {
                const T factor = x[i * d + k];
                for (std::int64_t j = 0; j < f; ++j) dw[k * f + j] += factor * dy[i * f + j];
            }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                        \
    template void linear<T>(const LinearShape&, const T*, const T*, const T*, T*);         \
    template void linearBackwardData<T>(const LinearShape&, const T*, const T*, T*);       \
    template void linearBackwardWeights<T>(const LinearShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
