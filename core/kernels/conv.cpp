// Two ways to deal with padding, by which is faster: many channels are worth cutting the output into regions whose
// windows meet the same taps (windows.h); of pictures with few channels a copy with a border of zeros is made, so that
// there is one region only.
#include "kernels/conv.h"

#include <algorithm>

#include "kernels/conv_scatter.h"
#include "kernels/dispatch.h"
#include "kernels/frame.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;
/// Multiply-adds of one tap at one place below which a border of zeros is cheaper than looking after the edges.
constexpr Index kWorthRegions = 200;
/// Rows of a border region shorter than this are walked down the picture, where there is more to do at once.
constexpr Index kShortRow = 5;

Index workPerPlace(const ConvShape& s) { return s.c / s.groups * s.f; }
Index examplesWorthAPiece(const ConvShape& s) {
    return kWorthAPiece / std::max<Index>(outPlaces(s.axes) * tapsOf(s.axes) * workPerPlace(s), 1) + 1;
}
bool isDepthwise(const ConvShape& s) { return s.groups == s.c && s.c == s.f && s.groups > 1; }

/// The same convolution with fewer axes where that changes nothing: 1 × 1 windows see one long row of places.
ConvShape simplified(ConvShape s) {
    const auto pointwise = [](const WindowAxis& a) {
        return a.taps == 1 && a.stride == 1 && a.before == 0 && a.in == a.out;
    };
    if (std::all_of(s.axes.begin(), s.axes.end(), pointwise)) {
        const Index places = inPlaces(s.axes);
        s.axes = {};
        s.axes[2].in = s.axes[2].out = places;
    }
    return s;
}

/// The same taps, those of a column one after another: neighbours down the picture then see the same numbers in turn.
const WindowTap* byColumns(const WindowRegion& region, const WindowTap* taps, std::vector<WindowTap>& room) {
    const auto& [deep, down, along] = region.axes;
    const Index columns = region.tapCount / std::max<Index>(deep.taps * down.taps, 1);  // 1 where they are joined to a run
    std::vector<WindowTap> turned;
    for (Index z = 0; z < deep.taps; ++z)
        for (Index c = 0; c < columns; ++c)
            for (Index r = 0; r < down.taps; ++r) turned.push_back(taps[(z * down.taps + r) * columns + c]);
    room = std::move(turned);
    return room.data();
}

/// Results of one example: y (+ bias) = the taps of `plan` over x.
template <class T>
struct Gathering {
    const WindowPlan& plan;
    const T* weights;
    const T* bias;
    Index groups, run;             ///< of each group: numbers a tap reads
    Index results;                 ///< of all groups: channels of y
    std::array<Index, 3> extents;  ///< of y
    bool depthwise;

    void operator()(const T* x, T* y) const {
        const Index each = results / groups;
        std::vector<WindowTap> room;
        const auto work = depthwise ? inner<T>().channelRow : inner<T>().windowRow;
        for (const WindowRegion& region : plan.regions) {
            const auto& [deep, down, along] = region.axes;
            const bool upright = along.count < kShortRow && down.count > along.count;
            const WindowTap* taps = plan.tapsOf(region, room);
            if (upright) taps = byColumns(region, taps, room);
            for (Index g = 0; g < (depthwise ? 1 : groups); ++g) {
                const Stretch &row = upright ? down : along, &rows = upright ? along : down;
                const std::array<Index, 3> places{extents[1] * extents[2], extents[2], 1};
                const std::size_t rowAxis = upright ? 1 : 2, rowsAxis = upright ? 2 : 1;
                WindowRow<T> job{nullptr,
                                 region.fromStride[rowAxis],
                                 0,
                                 region.tapCount,
                                 region.run,
                                 weights + g * each,
                                 bias ? bias + g * each : nullptr,
                                 nullptr,
                                 row.count,
                                 depthwise ? results : each,
                                 results,
                                 row.step * places[rowAxis] * results,
                                 taps,
                                 results - g * each};
                for (Index z = 0; z < deep.count; ++z)
                    for (Index i = 0; i < rows.count; ++i) {
                        job.x = x + g * run + z * region.fromStride[0] + i * region.fromStride[rowsAxis];
                        job.y = y + g * each +
                                ((deep.first + z * deep.step) * places[0] +
                                 (rows.first + i * rows.step) * places[rowsAxis] + row.first * places[rowAxis]) *
                                    results;
                        work(job);
                    }
            }
        }
    }
};

/// Weights for looking back: taps from the last to the first, [taps, f/groups, c].
template <class T>
void flip(const ConvShape& s, const T* weights, T* flipped) {
    const Index taps = tapsOf(s.axes), cEach = s.c / s.groups, fEach = s.f / s.groups;
    for (Index tap = 0; tap < taps; ++tap)
        for (Index g = 0; g < s.groups; ++g)
            inner<T>().transpose(cEach, fEach, weights + tap * cEach * s.f + g * fEach, s.f,
                                 flipped + (taps - 1 - tap) * fEach * s.c + g * cEach, s.c);
}

/// dw += x ⊗ dy of one example, tap by tap, over the outputs whose tap lies inside.
template <class T>
void addWeightsByTap(const ConvShape& s, const T* x, const T* dy, T* dw) {
    const auto& [depth, rows, columns] = s.axes;
    const Index cEach = s.c / s.groups, fEach = s.f / s.groups;
    for (Index tz = 0; tz < depth.taps; ++tz)
        for (Index tr = 0; tr < rows.taps; ++tr)
            for (Index tc = 0; tc < columns.taps; ++tc, dw += cEach * s.f) {
                const Reach z = reachOf(depth, tz), r = reachOf(rows, tr), c = reachOf(columns, tc);
                if (r.count <= 0 || c.count <= 0) continue;
                WindowWeights<T> job{nullptr, columns.stride * s.c, 0,   rows.stride * columns.in * s.c,
                                     1,       cEach,                nullptr, r.count,
                                     c.count, fEach,                nullptr, true,
                                     s.f,     columns.out * s.f,    s.f};
                for (Index i = 0; i < z.count; ++i) {
                    const T* xPlace =
                        x + (((z.from + i * depth.stride) * rows.in + r.from) * columns.in + c.from) * s.c;
                    const T* dyPlace = dy + (((z.first + i) * rows.out + r.first) * columns.out + c.first) * s.f;
                    for (Index g = 0; g < s.groups; ++g) {
                        job.x = xPlace + g * cEach, job.dy = dyPlace + g * fEach, job.dw = dw + g * fEach;
                        inner<T>().windowWeights(job);
                    }
                }
            }
}

/// The same where each channel is by itself, region by region of the forward plan: all taps at once.
template <class T>
void addWeightsByChannel(const ConvShape& s, const WindowPlan& plan, const T* x, const T* dy, T* dw) {
    std::vector<WindowTap> room;
    const Index dyRow = s.axes[2].out * s.f;
    for (const WindowRegion& region : plan.regions) {
        const auto& [deep, down, along] = region.axes;
        const WindowTap* taps = plan.tapsOf(region, room);
        for (Index z = 0; z < deep.count; ++z)
            inner<T>().channelWeights({x + z * region.fromStride[0], region.fromStride[2], region.fromStride[1], taps,
                                       region.tapCount,
                                       dy + ((deep.first + z) * s.axes[1].out + down.first) * dyRow + along.first * s.f,
                                       dyRow, down.count, along.count, s.c, dw});
    }
}

/// dw += x ⊗ dy of one framed example: taps of several columns and channels make one run, which fills the registers
/// when there are few channels. Requires groups and column dilation of 1.
template <class T>
void addWeightsByRun(const ConvShape& s, const T* framed, const FrameExtents& frame, const T* dy, T* dw) {
    const auto& [depth, rows, columns] = s.axes;
    const Index rowStride = frame.columns * s.c, run = columns.taps * s.c;
    for (Index tz = 0; tz < depth.taps; ++tz)
        for (Index oz = 0; oz < depth.out; ++oz)
            inner<T>().windowWeights({framed + (oz * depth.stride + tz * depth.dilation) * frame.rows * rowStride,
                                      columns.stride * s.c, rows.dilation * rowStride, rows.stride * rowStride,
                                      rows.taps, run, dy + oz * rows.out * columns.out * s.f, rows.out, columns.out,
                                      s.f, dw + tz * rows.taps * run * s.f, true});
}

}  // namespace

template <class T>
void conv(const ConvShape& whole, const T* x, const T* weights, const T* b, T* y) {
    const ConvShape s = simplified(whole);
    const FrameExtents frame(s.axes);
    const bool framing = !isDepthwise(s) && workPerPlace(s) < kWorthRegions && !frame.fits(s.axes);
    const WindowAxes axes = framing ? frame.axes(s.axes) : s.axes;
    const Index cEach = s.c / s.groups;
    const WindowPlan plan =
        planWindows(axes, Looking::Forward, s.c, isDepthwise(s) ? s.c : cEach, cEach * s.f, s.groups == 1);
    const Gathering<T> gather{plan,          weights, b, s.groups, cEach, s.f, {axes[0].out, axes[1].out, axes[2].out},
                              isDepthwise(s)};
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        Framed<T> framed(s.axes, s.c, framing);
        for (Index i = begin; i < end; ++i)
            gather(framed.show(x + i * inPlaces(s.axes) * s.c), y + i * outPlaces(s.axes) * s.f);
    });
}

template <class T>
void convBackwardData(const ConvShape& whole, const T* weights, const T* dy, T* dx, const T* b) {
    const ConvShape s = simplified(whole);
    if (!b && scatteringPays(s)) return scatterBack(s, examplesWorthAPiece(s), weights, dy, dx);
    const Index fEach = s.f / s.groups;
    Scratch<T> flipped(tapsOf(s.axes) * fEach * s.c);
    flip(s, weights, flipped.data());
    const WindowPlan plan =
        planWindows(s.axes, Looking::Back, s.f, isDepthwise(s) ? s.f : fEach, fEach * s.c, s.groups == 1);
    const Gathering<T> gather{
        plan, flipped.data(), b, s.groups, fEach, s.c, {s.axes[0].in, s.axes[1].in, s.axes[2].in}, isDepthwise(s)};
    parallelFor(s.n, examplesWorthAPiece(s), [&](Index begin, Index end) {
        for (Index i = begin; i < end; ++i) gather(dy + i * outPlaces(s.axes) * s.f, dx + i * inPlaces(s.axes) * s.c);
    });
}

template <class T>
void convBackwardWeights(const ConvShape& whole, const T* x, const T* dy, T* dw, T* db) {
    const ConvShape s = simplified(whole);
    // Each piece adds up its examples by itself; the sums are then added in the order of the pieces.
    const Index size = tapsOf(s.axes) * (s.c / s.groups) * s.f, places = outPlaces(s.axes);
    const Pieces pieces = piecesOf(s.n, examplesWorthAPiece(s));
    const Index partSize = (dw ? size : 0) + (db ? s.f : 0) + 16;  // 16: parts do not share cache lines
    const bool byChannel = isDepthwise(s);
    const bool byRun = s.groups == 1 && s.c < 12 && s.axes[2].dilation == 1 && s.axes[2].taps > 1;
    const WindowPlan plan = byChannel ? planWindows(s.axes, Looking::Forward, s.c, s.c, s.f, false) : WindowPlan();
    Scratch<T> parts(partSize * pieces.count);
    parallelPieces(pieces.count, [&](Index piece) {
        T* const part = parts.data() + piece * partSize;
        const Index begin = pieces.begin(piece), end = pieces.end(piece);
        if (db) inner<T>().columnSums((end - begin) * places, s.f, dy + begin * places * s.f, part + (dw ? size : 0));
        if (!dw) return;
        std::fill_n(part, size, T(0));
        Framed<T> framed(s.axes, s.c, byRun);
        for (Index i = begin; i < end; ++i) {
            const T* example = x + i * inPlaces(s.axes) * s.c;
            if (byChannel)
                addWeightsByChannel(s, plan, example, dy + i * places * s.f, part);
            else if (byRun)
                addWeightsByRun(s, framed.show(example), framed.extents(), dy + i * places * s.f, part);
            else
                addWeightsByTap(s, example, dy + i * places * s.f, part);
        }
    });
    for (Index piece = 0; piece < pieces.count; ++piece) {
        const T* part = parts.data() + piece * partSize;
        if (dw && piece == 0) std::copy_n(part, size, dw);
        if (dw && piece > 0) inner<T>().addTo(size, part, dw);
        const T* partOfBias = part + (dw ? size : 0);
        if (db && piece == 0) std::copy_n(partOfBias, s.f, db);
        if (db && piece > 0) inner<T>().addTo(s.f, partOfBias, db);
    }
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                        \
    template void conv<T>(const ConvShape&, const T*, const T*, const T*, T*);             \
    template void convBackwardData<T>(const ConvShape&, const T*, const T*, T*, const T*); \
    template void convBackwardWeights<T>(const ConvShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
