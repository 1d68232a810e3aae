#include "kernels/pooling.h"

#include <algorithm>

#include "base/check.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that a piece should at least read.
constexpr Index kWorthAPiece = 50'000;

Index examplesWorthAPiece(const PoolShape& s) { return kWorthAPiece / std::max<Index>(inPlaces(s.axes) * s.c, 1) + 1; }

/// Do windows neither overlap nor leave gaps along the rows?
bool sideBySide(const PoolShape& s, const WindowPlan& plan) {
    const auto apart = [](const WindowAxis& a) { return a.stride >= a.taps && a.dilation == 1; };
    return plan.regions.size() == 1 && std::all_of(s.axes.begin(), s.axes.end(), apart) &&
           s.axes[2].stride == s.axes[2].taps;
}

/// Zeros where adding begins, or where no window comes.
template <class T>
void clearGradient(const PoolShape& s, const WindowPlan& plan, Index begin, Index end, T* dx) {
    const auto covered = [](const WindowAxis& a) { return a.before == 0 && a.out * a.taps == a.in; };
    if (sideBySide(s, plan) && std::all_of(s.axes.begin(), s.axes.end(), covered)) return;
    std::fill(dx + begin * inPlaces(s.axes) * s.c, dx + end * inPlaces(s.axes) * s.c, T(0));
}

/// Calls work(row, first number of x that it sees, first number of y that it writes) for all rows of windows of the
/// examples begin … end−1.
template <class T, class Work>
void overRows(const PoolShape& s, const WindowPlan& plan, Index begin, Index end, Work work) {
    const WindowAxes& axes = s.axes;
    const bool once = sideBySide(s, plan);
    std::vector<WindowTap> room;
    for (Index i = begin; i < end; ++i) {
        const Index x = i * inPlaces(axes) * s.c, y = i * outPlaces(axes);
        for (const WindowRegion& region : plan.regions) {
            const auto& [deep, down, along] = region.axes;
            const PoolRow<T> row{along.count,     s.c, region.fromStride[2], plan.tapsOf(region, room),
                                 region.tapCount, once};
            for (Index z = 0; z < deep.count; ++z)
                for (Index r = 0; r < down.count; ++r)
                    work(row, x + z * region.fromStride[0] + r * region.fromStride[1],
                         (y + ((deep.first + z) * axes[1].out + down.first + r) * axes[2].out + along.first) * s.c);
        }
    }
}

WindowPlan planOf(const PoolShape& s) {
    WindowPlan plan = planWindows(s.axes, Looking::Forward, s.c, s.c, 0, false);
    for (const WindowRegion& region : plan.regions) CHECK(region.tapCount > 0, "a pooling window lies in the padding");
    return plan;
}

template <class T>
T shareOf(const PoolRow<T>& row) {
    return T(1) / static_cast<T>(row.tapCount);
}

}  // namespace

template <class T>
void maxPool(const PoolShape& s, const T* x, T* y) {
    const WindowPlan plan = planOf(s);
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        overRows<T>(s, plan, begin, end,
                    [&, work = inner<T>().maxPoolRow](const PoolRow<T>& row, Index from, Index to) {
                        work(row, x + from, y + to);
                    });
    });
}

template <class T>
void maxPoolBackward(const PoolShape& s, const T* x, const T* y, const T* dy, T* dx) {
    const WindowPlan plan = planOf(s);
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        clearGradient(s, plan, begin, end, dx);
        overRows<T>(s, plan, begin, end,
                    [&, work = inner<T>().maxPoolRowBackward](const PoolRow<T>& row, Index from, Index to) {
                        work(row, x + from, y + to, dy + to, dx + from);
                    });
    });
}

template <class T>
void averagePool(const PoolShape& s, const T* x, T* y) {
    const WindowPlan plan = planOf(s);
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        overRows<T>(s, plan, begin, end,
                    [&, work = inner<T>().averagePoolRow](const PoolRow<T>& row, Index from, Index to) {
                        work(row, shareOf(row), x + from, y + to);
                    });
    });
}

template <class T>
void averagePoolBackward(const PoolShape& s, const T* dy, T* dx) {
    const WindowPlan plan = planOf(s);
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        clearGradient(s, plan, begin, end, dx);
        overRows<T>(s, plan, begin, end,
                    [&, work = inner<T>().averagePoolRowBackward](const PoolRow<T>& row, Index from, Index to) {
                        work(row, shareOf(row), dy + to, dx + from);
                    });
    });
}

template <class T>
void globalAveragePool(Index n, Index places, Index c, const T* x, T* y) {
    const T factor = T(1) / static_cast<T>(places);
    parallelFor(n, kWorthAPiece / std::max<Index>(places * c, 1) + 1, [&](Index begin, Index end) {
        for (Index i = begin; i < end; ++i) {
            inner<T>().columnSums(places, c, x + i * places * c, y + i * c);
            inner<T>().scale(c, factor, y + i * c, y + i * c);
        }
    });
}

template <class T>
void globalAveragePoolBackward(Index n, Index places, Index c, const T* dy, T* dx) {
    const T factor = T(1) / static_cast<T>(places);
    parallelFor(n, kWorthAPiece / std::max<Index>(places * c, 1) + 1, [&](Index begin, Index end) {
        for (Index i = begin; i < end; ++i) {
            T* const first = dx + i * places * c;
            if (places > 0) inner<T>().scale(c, factor, dy + i * c, first);
            for (Index place = 1; place < places; ++place) std::copy_n(first, c, first + place * c);
        }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                       \
    template void maxPool<T>(const PoolShape&, const T*, T*);                             \
    template void maxPoolBackward<T>(const PoolShape&, const T*, const T*, const T*, T*); \
    template void averagePool<T>(const PoolShape&, const T*, T*);                         \
    template void averagePoolBackward<T>(const PoolShape&, const T*, T*);                 \
    template void globalAveragePool<T>(Index, Index, Index, const T*, T*);                \
    template void globalAveragePoolBackward<T>(Index, Index, Index, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
