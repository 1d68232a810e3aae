// Convolutions and pools along one, two and three axes with random sizes, strides, dilations, paddings and groups:
// cases of the gradient check. And what holds for all of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::GradientCase;
using tests::randomTensor;
using tests::separatedTensor;

std::int64_t oneTo(Random& random, std::int64_t most) {
    return 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
}
Tensor normals(Random& random, const std::vector<std::int64_t>& shape) {
    return randomTensor(Shape(shape), random.bits(), DType::F64);
}

/// Extent, taps and movement along one axis, so that at least one window fits.
struct RandomAxis {
    std::int64_t extent, taps;
    ConvAxis move;

    explicit RandomAxis(Random& random) : extent(oneTo(random, 7)), taps(oneTo(random, 4)) {
        move.stride = oneTo(random, 3);
        move.dilation = oneTo(random, 2);
        move.before = oneTo(random, 3) - 1;
        move.after = std::max(oneTo(random, 3) - 1, (taps - 1) * move.dilation + 1 - extent - move.before);
    }
    std::string text() const {
        return ", " + std::to_string(taps) + " taps over " + std::to_string(extent) + " (stride " +
               std::to_string(move.stride) + ", dilation " + std::to_string(move.dilation) + ", padding " +
               std::to_string(move.before) + "+" + std::to_string(move.after) + ")";
    }
};

GradientCase convolution(Random& random, std::size_t rank) {
    std::vector<RandomAxis> axes;
    std::vector<std::int64_t> x{oneTo(random, 2)}, w;
    const std::int64_t groups = oneTo(random, 3), each = oneTo(random, 3), filters = groups * oneTo(random, 3);
    std::string name = std::to_string(groups) + " group(s)";
    for (std::size_t i = 0; i < rank; ++i) {
        axes.emplace_back(random);
        x.push_back(axes.back().extent);
        w.push_back(axes.back().taps);
        name += axes.back().text();
    }
    x.push_back(groups * each);
    w.insert(w.end(), {each, filters});
    std::vector<Tensor> inputs{normals(random, x), normals(random, w)};
    if (random.below(2) == 0) inputs.push_back(normals(random, {filters}));
    return {name, inputs, [=](const Variables& in) {
                const Variable bias = in.size() > 2 ? in[2] : Variable();
                if (rank == 1) return conv1d(in[0], in[1], bias, axes[0].move, groups);
                if (rank == 2) return conv2d(in[0], in[1], bias, axes[0].move, axes[1].move, groups);
                return conv3d(in[0], in[1], bias, axes[0].move, axes[1].move, axes[2].move, groups);
            }};
}

GradientCase transposedConvolution(Random& random) {
    std::vector<RandomAxis> axes{RandomAxis(random), RandomAxis(random)};
    const std::int64_t groups = oneTo(random, 2), channels = groups * oneTo(random, 3),
                       filters = groups * oneTo(random, 3);
    std::string name = std::to_string(groups) + " group(s)";
    for (RandomAxis& a : axes) {  // something must be left after cutting the edges off
        a.move.before = std::min(a.move.before, (a.taps - 1) * a.move.dilation / 2);
        a.move.after = std::min(a.move.after, (a.taps - 1) * a.move.dilation / 2);
        name += a.text();
    }
    return {
        name,
        {normals(random, {2, axes[0].extent, axes[1].extent, channels}),
         normals(random, {axes[0].taps, axes[1].taps, filters / groups, channels}), normals(random, {filters})},
        [=](const Variables& in) { return convTranspose2d(in[0], in[1], in[2], axes[0].move, axes[1].move, groups); }};
}

enum class Kind { Maximum, Mean };

GradientCase pool(Random& random, std::size_t rank, Kind kind) {
    std::vector<PoolAxis> axes;
    std::vector<std::int64_t> x{oneTo(random, 2)};
    std::string name = kind == Kind::Maximum ? "maximum" : "mean";
    for (std::size_t i = 0; i < rank; ++i) {
        const std::int64_t size = oneTo(random, 3), extent = size + oneTo(random, 5);
        const std::int64_t dilation = (size - 1) * 2 < extent ? oneTo(random, 2) : 1;
        // At most half a window of padding on either side, as PyTorch asks for.
        axes.push_back({size, oneTo(random, 3), dilation, std::min<std::int64_t>(oneTo(random, 2) - 1, size / 2),
                        std::min<std::int64_t>(oneTo(random, 2) - 1, size / 2)});
        x.push_back(extent);
        name += ", size " + std::to_string(size) + " over " + std::to_string(extent) + " (stride " +
                std::to_string(axes.back().stride) + ", dilation " + std::to_string(dilation) + ", padding " +
                std::to_string(axes.back().before) + "+" + std::to_string(axes.back().after) + ")";
    }
    x.push_back(oneTo(random, 5));
    const bool maximum = kind == Kind::Maximum;
    return {name, {maximum ? separatedTensor(Shape(x), random.bits()) : normals(random, x)}, [=](const Variables& in) {
                if (rank == 1) return maximum ? maxPool1d(in[0], axes[0]) : averagePool1d(in[0], axes[0]);
                if (rank == 2)
                    return maximum ? maxPool2d(in[0], axes[0], axes[1]) : averagePool2d(in[0], axes[0], axes[1]);
                return maximum ? maxPool3d(in[0], axes[0], axes[1], axes[2])
                               : averagePool3d(in[0], axes[0], axes[1], axes[2]);
            }};
}

const tests::AddRandomCases added({
    {"conv1d", [](Random& random) { return convolution(random, 1); }},
    {"conv2d", [](Random& random) { return convolution(random, 2); }},
    {"conv3d", [](Random& random) { return convolution(random, 3); }},
    {"convTranspose2d", [](Random& random) { return transposedConvolution(random); }},
    {"maxPool1d", [](Random& random) { return pool(random, 1, Kind::Maximum); }},
    {"maxPool2d", [](Random& random) { return pool(random, 2, Kind::Maximum); }},
    {"maxPool3d", [](Random& random) { return pool(random, 3, Kind::Maximum); }},
    {"averagePool1d", [](Random& random) { return pool(random, 1, Kind::Mean); }},
    {"averagePool2d", [](Random& random) { return pool(random, 2, Kind::Mean); }},
    {"averagePool3d", [](Random& random) { return pool(random, 3, Kind::Mean); }},
});

TEST(Conv, ofOneRowIsTheConvolutionOfASequence) {
    const Tensor x = randomTensor({2, 9, 3}, 1), w = randomTensor({4, 3, 5}, 2);
    const ConvAxis time{2, 1, 1, 2};
    const Variable sequence = conv1d(Variable(x), Variable(w), {}, time);
    const Variable picture =
        conv2d(Variable(x.reshaped({2, 1, 9, 3})), Variable(w.reshaped({1, 4, 3, 5})), {}, {}, time);
    EXPECT_EQ(sequence.shape(), (Shape{2, 5, 5}));
    EXPECT_TRUE(sequence.value().identical(picture.value().reshaped(sequence.shape())));
}

TEST(Conv, whatDoesNotFitIsOurBug) {
    const Variable x(randomTensor({1, 4, 4, 4}, 1)), w(randomTensor({3, 3, 4, 2}, 2)),
        half(randomTensor({3, 3, 2, 3}, 3));
    EXPECT_THROW((void)conv2d(x, w, {}, ConvAxis{1, 2}, {}), InternalError);   // 5 rows wide after dilation
    EXPECT_THROW((void)conv2d(x, w, {}, {}, {}, 2), InternalError);            // weights for one group
    EXPECT_THROW((void)conv2d(x, half, {}, {}, {}, 2), InternalError);         // 3 filters for 2 groups
    EXPECT_THROW((void)conv1d(x, w, {}, {}), InternalError);                   // a picture is no sequence
    EXPECT_THROW((void)maxPool2d(x, {2, 2, 1, 2, 0}, {2, 2}), InternalError);  // a window in the padding
    EXPECT_THROW((void)averagePool2d(x, {5, 1}, {2, 2}), InternalError);       // too large a window
}

}  // namespace
}  // namespace perceptarium::autograd
