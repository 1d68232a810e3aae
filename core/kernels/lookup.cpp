#include "kernels/lookup.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 16'384;
/// Columns a piece shares at least, so that two threads do not write into one cache line.
constexpr Index kColumnsTogether = 64;

Index grainFor(Index workPerItem) { return kWorthAPiece / std::max<Index>(workPerItem, 1) + 1; }

/// Calls one(offset into the [outer, n, inner] side, offset into the [outer, count, inner] side and ids) for all
/// numbers.
template <class One>
void forEach(const MiddleAxis& axis, Index count, const std::int32_t* ids, One one) {
    const auto [outer, n, inner] = axis;
    parallelFor(outer, grainFor(count * inner), [=, n = n, inner = inner](Index begin, Index end) {
        for (Index i = begin; i < end; ++i)
            for (Index j = 0; j < count; ++j)
                for (Index k = 0; k < inner; ++k) {
                    const Index place = (i * count + j) * inner + k;
                    one((i * n + ids[place]) * inner + k, place);
                }
    });
}

}  // namespace

template <class T>
void gather(const MiddleAxis& axis, Index count, const T* x, const std::int32_t* ids, T* out) {
    forEach(axis, count, ids, [=](Index there, Index here) { out[here] = x[there]; });
}

template <class T>
void scatterAdd(const MiddleAxis& axis, Index count, const T* values, const std::int32_t* ids, T* sums) {
    forEach(axis, count, ids, [=](Index there, Index here) { sums[there] += values[here]; });
}

template <class T>
void takeRows(const MiddleAxis& axis, Index count, const T* x, const std::int32_t* ids, T* out) {
    const auto [outer, n, width] = axis;
    parallelFor(outer * count, grainFor(width), [=, n = n, width = width](Index begin, Index end) {
        for (Index i = begin; i < end; ++i)
            std::copy_n(x + (i / count * n + ids[i % count]) * width, width, out + i * width);
    });
}

template <class T>
void addRows(const MiddleAxis& axis, Index count, const T* values, const std::int32_t* ids, T* sums) {
    const auto [outer, n, width] = axis;
    const auto part = [=, n = n, width = width](Index i, Index column, Index columns) {
        for (Index j = 0; j < count; ++j)
            inner<T>().addTo(columns, values + (i * count + j) * width + column,
                             sums + (i * n + ids[j]) * width + column);
    };
    // Rows may be named twice, so pieces share columns, never rows.
    if (outer == 1)
        return parallelFor(width, std::max(grainFor(count), kColumnsTogether),
                           [&](Index begin, Index end) { part(0, begin, end - begin); });
    parallelFor(outer, grainFor(count * width), [&, width = width](Index begin, Index end) {
        for (Index i = begin; i < end; ++i) part(i, 0, width);
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                           \
    template void gather<T>(const MiddleAxis&, Index, const T*, const std::int32_t*, T*);     \
    template void scatterAdd<T>(const MiddleAxis&, Index, const T*, const std::int32_t*, T*); \
    template void takeRows<T>(const MiddleAxis&, Index, const T*, const std::int32_t*, T*);   \
    template void addRows<T>(const MiddleAxis&, Index, const T*, const std::int32_t*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
