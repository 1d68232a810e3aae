#include "kernels/product.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;

Index grainFor(Index workPerItem) { return kWorthAPiece / std::max<Index>(workPerItem, 1) + 1; }

/// Rows begin … end − 1 of one product. B is [k, n] here.
template <class T>
void rowsOf(const ProductShape& s, Index begin, Index end, const T* a, const T* b, T* c) {
    if (s.transposeA)
        inner<T>().windowWeights({a + begin, s.m, 0, 0, 1, end - begin, b, 1, s.k, s.n, c + begin * s.n, false});
    else
        inner<T>().windowRow(
            {a + begin * s.k, s.k, 0, 1, s.k, b, nullptr, c + begin * s.n, end - begin, s.n, s.n, s.n});
}

}  // namespace

template <class T>
void products(const ProductShape& s, const Walk<2>& batch, const T* a, const T* b, T* c) {
    const Index count = batch.count(), work = s.m * s.n * s.k;
    if (count * s.m * s.n == 0) return;
    const auto one = [&](Index i, auto&& rows) {
        const T* right = b + batch.offset(1, i) * s.k * s.n;
        const T* left = a + batch.offset(0, i) * s.m * s.k;
        if (!s.transposeB) return rows(left, right, c + i * s.m * s.n);
        Scratch<T> turned(s.k * s.n);
        inner<T>().transpose(s.n, s.k, right, s.k, turned.data(), s.n);
        rows(left, static_cast<const T*>(turned.data()), c + i * s.m * s.n);
    };
    if (count >= 2 * threads() || work < kWorthAPiece) {
        parallelFor(count, grainFor(work), [&](Index begin, Index end) {
            for (Index i = begin; i < end; ++i)
                one(i, [&](const T* left, const T* right, T* to) { rowsOf(s, 0, s.m, left, right, to); });
        });
        return;
    }
    for (Index i = 0; i < count; ++i)
        one(i, [&](const T* left, const T* right, T* to) {
            parallelFor(s.m, grainFor(s.n * s.k),
                        [&](Index begin, Index end) { rowsOf(s, begin, end, left, right, to); });
        });
}

template <class T>
void product(const ProductShape& shape, const T* a, const T* b, T* c) {
    const Shape once;
    products(shape, Walk<2>(once, {&once, &once}), a, b, c);
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                         \
    template void products<T>(const ProductShape&, const Walk<2>&, const T*, const T*, T*); \
    template void product<T>(const ProductShape&, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
