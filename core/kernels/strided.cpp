#include "kernels/strided.h"

#include <algorithm>
#include <cstring>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 32'768;
/// Shorter runs are copied by a loop: calling would cost more.
constexpr Index kWorthACall = 16;

struct Axis {
    Index extent, from, to;
};

/// The axes with more than one number, outermost first as `to` walks them, joined where both sides walk on.
struct Axes {
    explicit Axes(const Strided& box) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(box.rank); ++i) {
            empty |= box.extents[i] == 0;
            if (box.extents[i] != 1) axes[count++] = {box.extents[i], box.from[i], box.to[i]};
        }
        std::stable_sort(axes.begin(), axes.begin() + count,
                         [](const Axis& a, const Axis& b) { return std::abs(a.to) > std::abs(b.to); });
        int last = 0;
        for (int i = 1; i < count; ++i) {
            Axis& outer = axes[static_cast<std::size_t>(last)];
            const Axis& next = axes[static_cast<std::size_t>(i)];
            if (outer.from == next.from * next.extent && outer.to == next.to * next.extent)
                outer = {outer.extent * next.extent, next.from, next.to};
            else
                axes[static_cast<std::size_t>(++last)] = next;
        }
        if (count > 0) count = last + 1;
    }
    std::array<Axis, Shape::kMaximumRank> axes{};
    int count = 0;
    bool empty = false;
};

/// Calls inside(from, to) for each place of the given axes.
template <class Inside>
void forPlaces(const Axis* axis, const Axis* end, Index from, Index to, const Inside& inside) {
    if (axis == end) return inside(from, to);
    for (Index i = 0; i < axis->extent; ++i, from += axis->from, to += axis->to)
        forPlaces(axis + 1, end, from, to, inside);
}

template <bool adding, class T>
void run(const Axis& axis, const T* from, T* to) {
    if (axis.from == 1 && axis.to == 1 && axis.extent >= kWorthACall) {
        if constexpr (adding)
            inner<T>().addTo(axis.extent, from, to);
        else
            std::memcpy(to, from, static_cast<std::size_t>(axis.extent) * sizeof(T));
        return;
    }
    for (Index i = 0; i < axis.extent; ++i, from += axis.from, to += axis.to) *to = adding ? *to + *from : *from;
}

template <bool adding, class T>
void walk(const Axes& all, const T* from, T* to) {
    const Axis* axes = all.axes.data();
    const int count = all.count;
    // Where the two sides' innermost axes differ, both are walked at once in small squares.
    int crossing = -1;
    if (!adding && count >= 2 && axes[count - 1].to == 1 && axes[count - 1].from != 1)
        for (int i = 0; i < count - 1; ++i)
            if (axes[i].from == 1) crossing = i;
    if (crossing >= 0) {
        const Axis rows = axes[count - 1], columns = axes[crossing];
        std::array<Axis, Shape::kMaximumRank> others{};
        Axis* end = others.data();
        for (int i = 0; i < count - 1; ++i)
            if (i != crossing) *end++ = axes[i];
        forPlaces(others.data(), end, 0, 0, [&](Index f, Index t) {
            inner<T>().transpose(rows.extent, columns.extent, from + f, rows.from, to + t, columns.to);
        });
        return;
    }
    const Axis innermost = count > 0 ? axes[count - 1] : Axis{1, 1, 1};
    forPlaces(axes, axes + std::max(count - 1, 0), 0, 0,
              [&](Index f, Index t) { run<adding>(innermost, from + f, to + t); });
}

template <bool adding, class T>
void inPieces(const Strided& box, const T* from, T* to) {
    Axes all(box);
    if (all.empty) return;
    if (all.count == 0) return walk<adding>(all, from, to);
    Index below = 1;
    for (int i = 1; i < all.count; ++i) below *= all.axes[static_cast<std::size_t>(i)].extent;
    const Axis first = all.axes[0];
    parallelFor(first.extent, kWorthAPiece / below + 1, [&](Index begin, Index end) {
        Axes piece = all;
        piece.axes[0].extent = end - begin;
        walk<adding>(piece, from + begin * first.from, to + begin * first.to);
    });
}

}  // namespace

std::array<Index, Shape::kMaximumRank> denseStrides(const Shape& shape) {
    std::array<Index, Shape::kMaximumRank> strides{};
    Index whole = 1;
    for (int axis = shape.rank() - 1; axis >= 0; --axis) {
        strides[static_cast<std::size_t>(axis)] = whole;
        whole *= shape[axis];
    }
    return strides;
}

template <class T>
void copyStrided(const Strided& box, const T* from, T* to) {
    inPieces<false>(box, from, to);
}
template <class T>
void addStrided(const Strided& box, const T* from, T* to) {
    inPieces<true>(box, from, to);
}

#define PERCEPTARIUM_INSTANTIATE(T)                             \
    template void copyStrided<T>(const Strided&, const T*, T*); \
    template void addStrided<T>(const Strided&, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
