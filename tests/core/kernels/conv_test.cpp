// Convolution and pooling kernels against plain loops over everything, for random sizes, strides, dilations, paddings
// and groups along one to three axes, in f32 and f64.
#include "kernels/conv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/random_tensor.h"
#include "kernels/pooling.h"

namespace perceptarium::kernels {
namespace {

using tests::randomTensor;

/// Calls work(output place, tap, input place) for all that lie inside, each counted along depth, rows and columns.
template <class Work>
void overAll(const WindowAxes& axes, Work work) {
    const auto& [z, r, c] = axes;
    for (Index place = 0; place < outPlaces(axes); ++place)
        for (Index tap = 0; tap < tapsOf(axes); ++tap) {
            const Index at[] = {place / (r.out * c.out), place / c.out % r.out, place % c.out};
            const Index of[] = {tap / (r.taps * c.taps), tap / c.taps % r.taps, tap % c.taps};
            Index from = 0;
            bool inside = true;
            for (std::size_t a = 0; a < 3; ++a) {
                const Index i = at[a] * axes[a].stride - axes[a].before + of[a] * axes[a].dilation;
                inside = inside && i >= 0 && i < axes[a].in;
                from = from * axes[a].in + i;
            }
            if (inside) work(place, tap, from);
        }
}

WindowAxis randomAxis(Random& random, Index longest) {
    WindowAxis axis;
    axis.in = 1 + static_cast<Index>(random.below(static_cast<std::uint64_t>(longest)));
    axis.taps = 1 + static_cast<Index>(random.below(5));
    axis.stride = 1 + static_cast<Index>(random.below(3));
    axis.dilation = random.below(3) == 0 ? 2 : 1;
    axis.before = static_cast<Index>(random.below(static_cast<std::uint64_t>(axis.taps + 1)));
    const Index reach = (axis.taps - 1) * axis.dilation + 1;
    const Index after = std::max(static_cast<Index>(random.below(static_cast<std::uint64_t>(axis.taps + 1))),
                                 reach - axis.in - axis.before);
    axis.out = (axis.in + axis.before + after - reach) / axis.stride + 1;
    return axis;
}

ConvShape randomShape(Random& random) {
    ConvShape s;
    s.n = 1 + static_cast<Index>(random.below(3));
    const int rank = 1 + static_cast<int>(random.below(3));
    for (int i = 0; i < rank; ++i) s.axes[static_cast<std::size_t>(2 - i)] = randomAxis(random, rank == 3 ? 6 : 12);
    const Index several[] = {1, 1, 1, 2, 3, 16};
    s.groups = several[random.below(6)];
    s.c = s.groups * (1 + static_cast<Index>(random.below(s.groups == 1 ? 24 : 5)));
    s.f = s.groups * (1 + static_cast<Index>(random.below(s.groups == 1 ? 40 : 5)));
    if (random.below(4) == 0) s.groups = s.f = s.c;  // depthwise
    return s;
}

std::string text(const ConvShape& s) {
    std::string words = std::to_string(s.n) + " × " + std::to_string(s.c) + " to " + std::to_string(s.f) + " in " +
                        std::to_string(s.groups) + " groups:";
    for (const WindowAxis& a : s.axes)
        words += " [" + std::to_string(a.in) + ", taps " + std::to_string(a.taps) + ", stride " +
                 std::to_string(a.stride) + ", dilation " + std::to_string(a.dilation) + ", before " +
                 std::to_string(a.before) + ", out " + std::to_string(a.out) + "]";
    return words;
}

/// The three passes by plain loops, in f64.
struct Plain {
    Tensor y, dx, dw, db;
    Plain(const ConvShape& s, const Tensor& x, const Tensor& w, const Tensor& b, const Tensor& dy)
        : y(Tensor::zeros(dy.shape(), DType::F64)),
          dx(Tensor::zeros(x.shape(), DType::F64)),
          dw(Tensor::zeros(w.shape(), DType::F64)),
          db(Tensor::zeros(b.shape(), DType::F64)) {
        const Index cEach = s.c / s.groups, fEach = s.f / s.groups;
        for (Index i = 0; i < s.n; ++i)
            for (Index place = 0; place < outPlaces(s.axes); ++place)
                for (Index k = 0; k < s.f; ++k) {
                    const Index at = (i * outPlaces(s.axes) + place) * s.f + k;
                    y.data<double>()[at] = b.at(k);
                    db.data<double>()[k] += dy.at(at);
                }
        for (Index i = 0; i < s.n; ++i)
            overAll(s.axes, [&](Index place, Index tap, Index from) {
                for (Index k = 0; k < s.f; ++k)
                    for (Index ci = 0; ci < cEach; ++ci) {
                        const Index inAt = (i * inPlaces(s.axes) + from) * s.c + k / fEach * cEach + ci;
                        const Index wAt = (tap * cEach + ci) * s.f + k,
                                    outAt = (i * outPlaces(s.axes) + place) * s.f + k;
                        y.data<double>()[outAt] += x.at(inAt) * w.at(wAt);
                        dx.data<double>()[inAt] += dy.at(outAt) * w.at(wAt);
                        dw.data<double>()[wAt] += dy.at(outAt) * x.at(inAt);
                    }
            });
    }
};

void expectClose(const Tensor& found, const Tensor& expected, double tolerance, const char* what, const ConvShape& s) {
    ASSERT_EQ(found.elements(), expected.elements());
    double size = 1;
    for (Index i = 0; i < expected.elements(); ++i) size = std::max(size, std::abs(expected.at(i)));
    for (Index i = 0; i < expected.elements(); ++i)
        ASSERT_NEAR(found.at(i), expected.at(i), tolerance * size) << what << " at " << i << " of " << text(s);
}

template <class T>
void comparePasses(const ConvShape& s, std::uint64_t seed, double tolerance) {
    constexpr DType kind = dtypeOf<T>();
    const Tensor x = randomTensor({s.n, inPlaces(s.axes), s.c}, seed, kind);
    const Tensor w = randomTensor({tapsOf(s.axes), s.c / s.groups, s.f}, seed + 1, kind);
    const Tensor b = randomTensor({s.f}, seed + 2, kind),
                 dy = randomTensor({s.n, outPlaces(s.axes), s.f}, seed + 3, kind);
    const Plain plain(s, x, w, b, dy);
    // What a kernel does not set would stay NaN.
    const auto unset = [&](const Tensor& like) { return Tensor::full(like.shape(), std::nan(""), kind); };
    Tensor y = unset(dy), dx = unset(x), dw = unset(w), db = unset(b);
    conv<T>(s, x.data<T>(), w.data<T>(), b.data<T>(), y.data<T>());
    expectClose(y, plain.y, tolerance, "y", s);
    convBackwardData<T>(s, w.data<T>(), dy.data<T>(), dx.data<T>());
    expectClose(dx, plain.dx, tolerance, "dx", s);
    convBackwardWeights<T>(s, x.data<T>(), dy.data<T>(), dw.data<T>(), db.data<T>());
    expectClose(dw, plain.dw, tolerance, "dw", s);
    expectClose(db, plain.db, tolerance, "db", s);
    // Without bias; and with a bias on the way back, as the transposed convolution has it.
    const Tensor none = Tensor::zeros({s.f}, kind), bias = randomTensor({s.c}, seed + 4, kind);
    conv<T>(s, x.data<T>(), w.data<T>(), nullptr, y.data<T>());
    convBackwardData<T>(s, w.data<T>(), dy.data<T>(), dx.data<T>(), bias.data<T>());
    for (Index i = 0; i < y.elements(); ++i)
        ASSERT_NEAR(y.at(i), plain.y.at(i) - b.at(i % s.f), tolerance * 100) << "y without bias, " << text(s);
    for (Index i = 0; i < dx.elements(); ++i)
        ASSERT_NEAR(dx.at(i), plain.dx.at(i) + bias.at(i % s.c), tolerance * 100) << "dx with bias, " << text(s);
}

TEST(ConvKernels, agreeWithPlainLoops) {
    Random random(11, "shapes");
    for (std::uint64_t round = 0; round < 400; ++round) {
        const ConvShape s = randomShape(random);
        comparePasses<double>(s, round, 1e-13);
        comparePasses<float>(s, round, 1e-5);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(ConvKernels, agreeWithPlainLoopsAtTheShapesOfNetworks) {
    const auto square = [](Index h, Index taps, Index stride, Index before, Index out) {
        return WindowAxes{WindowAxis{}, WindowAxis{h, taps, stride, 1, before, out},
                          WindowAxis{h, taps, stride, 1, before, out}};
    };
    for (const ConvShape& s :
         {ConvShape{2, 1, 6, 1, square(28, 5, 1, 2, 28)}, ConvShape{2, 6, 16, 1, square(14, 5, 1, 0, 10)},
          ConvShape{1, 3, 16, 1, square(32, 3, 1, 1, 32)}, ConvShape{2, 16, 16, 1, square(32, 3, 1, 1, 32)},
          ConvShape{2, 16, 32, 1, square(32, 3, 2, 1, 16)}, ConvShape{2, 32, 32, 1, square(16, 3, 1, 1, 16)},
          ConvShape{2, 64, 64, 1, square(8, 3, 1, 1, 8)}, ConvShape{1, 32, 64, 1, square(16, 1, 1, 0, 16)},
          ConvShape{1, 32, 64, 1, square(16, 1, 2, 0, 8)}, ConvShape{1, 48, 48, 48, square(16, 3, 1, 1, 16)},
          ConvShape{1, 64, 64, 4, square(9, 3, 1, 1, 9)}, ConvShape{1, 20, 50, 1, square(12, 5, 1, 0, 8)},
          ConvShape{1, 12, 22, 1, square(9, 3, 1, 1, 9)}, ConvShape{2, 40, 40, 40, square(12, 5, 1, 2, 12)},
          ConvShape{1, 32, 32, 2, square(10, 5, 1, 2, 10)}, ConvShape{1, 1, 8, 1, square(34, 11, 1, 5, 34)}}) {
        comparePasses<float>(s, 5, 2e-5);
        comparePasses<double>(s, 5, 1e-13);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(ConvKernels, agreeWithPlainLoopsForOneChannelAndWideRows) {
    Random random(14, "shapes");
    for (std::uint64_t round = 0; round < 60; ++round) {
        ConvShape s{1 + static_cast<Index>(random.below(2)), 1, 1 + static_cast<Index>(random.below(17)), 1, {}};
        s.axes[1] = randomAxis(random, 8);
        s.axes[2] = randomAxis(random, 8);
        s.axes[2].in += 12 + static_cast<Index>(random.below(36));
        const Index reach = (s.axes[2].taps - 1) * s.axes[2].dilation + 1;
        s.axes[2].out = (s.axes[2].in + 2 * s.axes[2].before - reach) / s.axes[2].stride + 1;
        comparePasses<double>(s, round, 1e-13);
        comparePasses<float>(s, round, 1e-5);
        if (testing::Test::HasFatalFailure()) return;
    }
}

TEST(PoolKernels, agreeWithPlainLoops) {
    Random random(12, "shapes");
    int checked = 0;
    for (std::uint64_t round = 0; round < 400; ++round) {
        const ConvShape asked = randomShape(random);
        const PoolShape s{asked.n, asked.c, asked.axes};
        const auto meets = [](const WindowAxis& axis) {
            for (const Stretch& stretch : stretchesOf(axis))
                if (stretch.taps == 0) return false;
            return true;
        };
        const Index places = outPlaces(s.axes), ins = inPlaces(s.axes);
        const Tensor x = randomTensor({s.n, ins, s.c}, round), dy = randomTensor({s.n, places, s.c}, round + 1);
        Tensor y = Tensor::full(dy.shape(), std::nan("")), dx = Tensor::full(x.shape(), std::nan(""));
        if (!std::all_of(s.axes.begin(), s.axes.end(), meets)) {
            EXPECT_THROW(maxPool<float>(s, x.data<float>(), y.data<float>()), InternalError) << text(asked);
            continue;
        }
        ++checked;
        const double least = -std::numeric_limits<double>::infinity();
        Tensor most = Tensor::full(dy.shape(), least, DType::F64), mean = Tensor::zeros(dy.shape(), DType::F64);
        Tensor counts = mean.clone(), dMost = Tensor::zeros(x.shape(), DType::F64), dMean = dMost.clone();
        std::vector<Index> winner(static_cast<std::size_t>(dy.elements()));
        const auto overChannels = [&](auto work) {
            for (Index i = 0; i < s.n; ++i)
                overAll(s.axes, [&](Index place, Index, Index from) {
                    for (Index k = 0; k < s.c; ++k) work((i * places + place) * s.c + k, (i * ins + from) * s.c + k);
                });
        };
        overChannels([&](Index out, Index in) {
            if (x.at(in) > most.at(out))
                most.data<double>()[out] = x.at(in), winner[static_cast<std::size_t>(out)] = in;
            mean.data<double>()[out] += x.at(in);
            counts.data<double>()[out] += 1;
        });
        overChannels([&](Index out, Index in) {
            if (winner[static_cast<std::size_t>(out)] == in) dMost.data<double>()[in] += dy.at(out);
            dMean.data<double>()[in] += dy.at(out) / counts.at(out);
        });
        for (Index i = 0; i < mean.elements(); ++i) mean.data<double>()[i] /= counts.at(i);
        maxPool<float>(s, x.data<float>(), y.data<float>());
        expectClose(y, most, 0, "maxima", asked);
        maxPoolBackward<float>(s, x.data<float>(), y.data<float>(), dy.data<float>(), dx.data<float>());
        expectClose(dx, dMost, 1e-6, "gradient of maxima", asked);
        y.fill(std::nan("")), dx.fill(std::nan(""));
        averagePool<float>(s, x.data<float>(), y.data<float>());
        expectClose(y, mean, 1e-6, "means", asked);
        averagePoolBackward<float>(s, dy.data<float>(), dx.data<float>());
        expectClose(dx, dMean, 1e-6, "gradient of means", asked);
        if (testing::Test::HasFatalFailure()) return;
    }
    EXPECT_GT(checked, 150);
}

TEST(WindowPlans, ofHugeWindowsDoNotKeepTheirTaps) {
    const WindowAxis axis{200, 199, 1, 1, 99, 200};
    const WindowAxes axes{WindowAxis{}, axis, axis};
    const WindowPlan plan = planWindows(axes, Looking::Forward, 1, 1, 1, false);
    std::vector<WindowTap> room;
    Index pairs = 0, kept = 0;
    for (const WindowRegion& region : plan.regions) {
        pairs += region.tapCount * region.axes[1].count * region.axes[2].count;
        kept += region.firstTap >= 0 ? region.tapCount : 0;
    }
    Index along = 0;
    for (Index tap = 0; tap < axis.taps; ++tap) along += reachOf(axis, tap).count;
    EXPECT_EQ(pairs, along * along);
    EXPECT_LT(kept, 100'000);
    // Those that are made when they are needed are the same.
    const WindowRegion& last = plan.regions.back();
    ASSERT_LT(last.firstTap, 0);
    const WindowTap* taps = plan.tapsOf(last, room);
    EXPECT_EQ(room.size(), static_cast<std::size_t>(last.tapCount));
    EXPECT_EQ(taps[0].x, 100 * 200 + 100);
    EXPECT_EQ(taps[last.tapCount - 1].x, 199 * 200 + 199);
    // Windows that see everything from everywhere, each by other taps.
    const WindowAxis whole{60, 119, 1, 1, 59, 60};
    const PoolShape s{1, 1, {WindowAxis{}, whole, whole}};
    const Tensor x = randomTensor({3600}, 1);
    Tensor y = Tensor::empty({3600});
    maxPool<float>(s, x.data<float>(), y.data<float>());
    const double most = *std::max_element(x.values<float>().begin(), x.values<float>().end());
    for (Index i = 0; i < y.elements(); ++i) ASSERT_EQ(y.at(i), most) << i;
}

TEST(WindowStretches, paddingIsLeftOutAndEveryPlaceIsThereOnce) {
    Random random(13, "axes");
    for (int round = 0; round < 500; ++round) {
        const WindowAxis axis = randomAxis(random, 20);
        Index outputs = 0, inputs = 0, pairs = 0, pairsBack = 0;
        for (const Stretch& s : stretchesOf(axis)) outputs += s.count, pairs += s.count * s.taps;
        for (const Stretch& s : stretchesBack(axis)) inputs += s.count, pairsBack += s.count * s.taps;
        EXPECT_EQ(outputs, axis.out);
        EXPECT_EQ(inputs, axis.in);
        EXPECT_EQ(pairs, pairsBack);
        Index reached = 0;
        for (Index tap = 0; tap < axis.taps; ++tap) reached += std::max<Index>(reachOf(axis, tap).count, 0);
        EXPECT_EQ(pairs, reached);
    }
}

}  // namespace
}  // namespace perceptarium::kernels
