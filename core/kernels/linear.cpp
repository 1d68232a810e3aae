#include "kernels/linear.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;

Index grainFor(Index workPerItem) { return kWorthAPiece / std::max<Index>(workPerItem, 1) + 1; }

}  // namespace

template <class T>
void linear(const LinearShape& shape, const T* x, const T* w, const T* b, T* y) {
    const auto [n, d, f] = shape;
    parallelFor(n, grainFor(d * f), [&, n = n, d = d, f = f](Index begin, Index end) {
        inner<T>().windowRow({x + begin * d, d, 0, 1, d, w, b, y + begin * f, end - begin, f, f, f});
    });
}

template <class T>
void linearBackwardData(const LinearShape& shape, const T* w, const T* dy, T* dx) {
    const auto [n, d, f] = shape;
    Scratch<T> transposed(d * f);
    inner<T>().transpose(d, f, w, f, transposed.data(), d);
    parallelFor(n, grainFor(d * f), [&, d = d, f = f](Index begin, Index end) {
        inner<T>().windowRow(
            {dy + begin * f, f, 0, 1, f, transposed.data(), nullptr, dx + begin * d, end - begin, d, d, d});
    });
}

template <class T>
void linearBackwardWeights(const LinearShape& shape, const T* x, const T* dy, T* dw, T* db) {
    const auto [n, d, f] = shape;
    if (db) inner<T>().columnSums(n, f, dy, db);
    if (!dw) return;
    parallelFor(d, grainFor(n * f), [&, n = n, d = d, f = f](Index begin, Index end) {
        inner<T>().windowWeights({x + begin, d, 0, 0, 1, end - begin, dy, 1, n, f, dw + begin * f, false});
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                  \
    template void linear<T>(const LinearShape&, const T*, const T*, const T*, T*);   \
    template void linearBackwardData<T>(const LinearShape&, const T*, const T*, T*); \
    template void linearBackwardWeights<T>(const LinearShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
