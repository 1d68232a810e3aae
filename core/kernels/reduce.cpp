#include "kernels/reduce.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 65'536;
/// Columns a piece shares at least, so that two threads do not write into one cache line.
constexpr Index kColumnsTogether = 64;

Index grainFor(Index workPerItem) { return kWorthAPiece / std::max<Index>(workPerItem, 1) + 1; }

}  // namespace

template <class T>
void reduce(Reduction how, const MiddleAxis& axis, const T* x, T* out) {
    const auto [outer, n, columns] = axis;
    if (columns == 1) {
        const auto work = inner<T>().reduceRows[static_cast<int>(how)];
        parallelFor(outer, grainFor(n),
                    [=, n = n](Index begin, Index end) { work(end - begin, n, x + begin * n, out + begin); });
        return;
    }
    const auto work = inner<T>().reduceColumns[static_cast<int>(how)];
    if (outer == 1) {
        parallelFor(columns, std::max(grainFor(n), kColumnsTogether),
                    [=, n = n, columns = columns](Index begin, Index end) {
                        work(n, end - begin, columns, x + begin, out + begin);
                    });
        return;
    }
    parallelFor(outer, grainFor(n * columns), [=, n = n, columns = columns](Index begin, Index end) {
        for (Index i = begin; i < end; ++i) work(n, columns, columns, x + i * n * columns, out + i * columns);
    });
}

template <class T>
void argMaximum(const MiddleAxis& axis, const T* x, std::int32_t* out) {
    const auto [outer, n, columns] = axis;
    parallelFor(outer, grainFor(n * columns), [=, n = n, columns = columns](Index begin, Index end) {
        for (Index i = begin; i < end; ++i)
            for (Index j = 0; j < columns; ++j) {
                const T* line = x + i * n * columns + j;
                Index best = 0;
                for (Index k = 1; k < n; ++k) {
                    const T number = line[k * columns], greatest = line[best * columns];
                    if (number > greatest || (number != number && greatest == greatest)) best = k;
                }
                out[i * columns + j] = static_cast<std::int32_t>(best);
            }
    });
}

template <class T>
void runningSum(const MiddleAxis& axis, bool backwards, const T* x, T* out) {
    const auto [outer, n, columns] = axis;
    if (n == 0) return;
    parallelFor(outer, grainFor(n * columns), [=, n = n, columns = columns](Index begin, Index end) {
        const Index step = backwards ? -columns : columns;
        for (Index i = begin; i < end; ++i) {
            Index at = (i * n + (backwards ? n - 1 : 0)) * columns;
            std::copy_n(x + at, columns, out + at);
            for (Index k = 1; k < n; ++k, at += step)
                for (Index j = 0; j < columns; ++j) out[at + step + j] = out[at + j] + x[at + step + j];
        }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                          \
    template void reduce<T>(Reduction, const MiddleAxis&, const T*, T*);     \
    template void argMaximum<T>(const MiddleAxis&, const T*, std::int32_t*); \
    template void runningSum<T>(const MiddleAxis&, bool, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
