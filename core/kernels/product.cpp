#include "kernels/product.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/packed_product.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;
/// … and that make one product of a batch worth all threads, although they could each take another one.
constexpr Index kWorthAllThreads = 100 * kWorthAPiece;

Index grainFor(Index workPerItem) { return kWorthAPiece / std::max<Index>(workPerItem, 1) + 1; }

/// Rows begin … end − 1 of one product with B [k, n]. Without A's rows apart in memory there is no place for a bias.
template <class T>
void rowsOf(const ProductShape& s, Index begin, Index end, const T* a, const T* b, const T* bias, T* c) {
    if (s.transposeA)
        inner<T>().windowWeights(
            {a + begin, s.m, 0, 0, 1, end - begin, b, 1, s.k, s.n, c + begin * s.n, bias != nullptr});
    else
        inner<T>().windowRow({a + begin * s.k, s.k, 0, 1, s.k, b, bias, c + begin * s.n, end - begin, s.n, s.n, s.n});
}

/// B as [k, n], in `room`.
template <class T>
const T* turned(const ProductShape& s, const T* b, Scratch<T>& room) {
    inner<T>().transpose(s.n, s.k, b, s.k, room.data(), s.n);
    return room.data();
}

}  // namespace

template <class T>
void product(const ProductShape& s, const T* a, const T* b, const T* bias, T* c) {
    if (s.m * s.n == 0) return;
    if (worthPacking<T>(s)) return packedProduct(s, a, b, bias, c);
    if (bias && s.transposeA)
        for (Index i = 0; i < s.m; ++i) std::copy_n(bias, s.n, c + i * s.n);
    const auto times = [&](const T* plain) {
        parallelFor(s.m, grainFor(s.n * s.k),
                    [&](Index begin, Index end) { rowsOf(s, begin, end, a, plain, bias, c); });
    };
    if (!s.transposeB) return times(b);
    Scratch<T> room(s.k * s.n);
    times(turned(s, b, room));
}

template <class T>
void products(const ProductShape& s, const Walk<2>& batch, const T* a, const T* b, T* c) {
    const Index count = batch.count(), work = s.m * s.n * s.k;
    const auto left = [&](Index i) { return a + batch.offset(0, i) * s.m * s.k; };
    const auto right = [&](Index i) { return b + batch.offset(1, i) * s.k * s.n; };
    const auto to = [&](Index i) { return c + i * s.m * s.n; };
    if (s.m * s.n == 0) return;
    const bool packing = worthPacking<T>(s);
    if ((count < 2 * threads() && work >= kWorthAPiece) || work >= kWorthAllThreads) {
        for (Index i = 0; i < count; ++i) product<T>(s, left(i), right(i), nullptr, to(i));
        return;
    }
    parallelFor(count, grainFor(work), [&](Index begin, Index end) {
        Scratch<T> room(s.transposeB && !packing ? s.k * s.n : 0);
        for (Index i = begin; i < end; ++i) {
            if (packing) {
                packedProduct<T>(s, left(i), right(i), nullptr, to(i));
                continue;
            }
            const T* plain = s.transposeB ? turned(s, right(i), room) : right(i);
            rowsOf<T>(s, 0, s.m, left(i), plain, nullptr, to(i));
        }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                  \
    template void product<T>(const ProductShape&, const T*, const T*, const T*, T*); \
    template void products<T>(const ProductShape&, const Walk<2>&, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
