// Convolutions and pools along one, two and three axes with random sizes, strides, dilations, paddings and groups: the
// tape against two-sided differences, in f64.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "autograd/gradient_check.h"
#include "autograd/ops.h"
#include "core/support/random_tensor.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;
using tests::separatedTensor;

constexpr double kBar = 1e-7;

std::int64_t oneTo(Random& random, std::int64_t most) {
    return 1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
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
};

void expectGradients(const std::vector<Tensor>& tensors, const std::function<Variable(const Variables&)>& operation,
                     const std::string& words) {
    Variables inputs;
    std::vector<std::pair<std::string, Variable>> named;
    for (const Tensor& tensor : tensors) {
        inputs.emplace_back(tensor, true);
        named.emplace_back("input " + std::to_string(named.size()), inputs.back());
    }
    const auto loss = [&] {
        const Variable y = operation(inputs);
        return sum(multiply(y, Variable(randomTensor(y.shape(), 99, DType::F64))));
    };
    for (const GradientCheck& check : checkGradients(loss, named, 40))
        EXPECT_LE(check.relativeError, kBar) << words << ": " << check.name << " at " << check.worstIndex << ": tape "
                                             << check.worstTape << ", difference " << check.worstDifference;
}

std::string text(const std::vector<RandomAxis>& axes, std::int64_t groups) {
    std::string words = std::to_string(groups) + " group(s)";
    for (const RandomAxis& a : axes)
        words += ", " + std::to_string(a.taps) + " taps over " + std::to_string(a.extent) + " (stride " +
                 std::to_string(a.move.stride) + ", dilation " + std::to_string(a.move.dilation) + ", padding " +
                 std::to_string(a.move.before) + "+" + std::to_string(a.move.after) + ")";
    return words;
}

TEST(ConvGradient, agreesWithDifferencesWhateverTheSettings) {
    Random random(1, "settings");
    for (std::uint64_t round = 0; round < 60; ++round) {
        const auto rank = static_cast<std::size_t>(1 + round % 3);
        std::vector<RandomAxis> axes;
        std::vector<std::int64_t> x{oneTo(random, 2)}, w;
        for (std::size_t i = 0; i < rank; ++i) {
            axes.emplace_back(random);
            x.push_back(axes.back().extent);
            w.push_back(axes.back().taps);
        }
        const std::int64_t groups = oneTo(random, 3), each = oneTo(random, 3), filters = groups * oneTo(random, 3);
        x.push_back(groups * each);
        w.push_back(each);
        w.push_back(filters);
        std::vector<Tensor> inputs{randomTensor(Shape(x), round, DType::F64),
                                   randomTensor(Shape(w), round + 1, DType::F64)};
        if (random.below(2) == 0) inputs.push_back(randomTensor({filters}, round + 2, DType::F64));
        const auto operation = [&](const Variables& in) {
            const Variable bias = in.size() > 2 ? in[2] : Variable();
            if (rank == 1) return conv1d(in[0], in[1], bias, axes[0].move, groups);
            if (rank == 2) return conv2d(in[0], in[1], bias, axes[0].move, axes[1].move, groups);
            return conv3d(in[0], in[1], bias, axes[0].move, axes[1].move, axes[2].move, groups);
        };
        expectGradients(inputs, operation, text(axes, groups));
    }
}

TEST(ConvGradient, transposedConvolutionAgreesWithDifferences) {
    Random random(2, "settings");
    for (std::uint64_t round = 0; round < 25; ++round) {
        std::vector<RandomAxis> axes{RandomAxis(random), RandomAxis(random)};
        for (RandomAxis& a : axes) {  // something must be left after cutting the edges off
            a.move.before = std::min(a.move.before, (a.taps - 1) * a.move.dilation / 2);
            a.move.after = std::min(a.move.after, (a.taps - 1) * a.move.dilation / 2);
        }
        const std::int64_t groups = oneTo(random, 2), channels = groups * oneTo(random, 3),
                           filters = groups * oneTo(random, 3);
        expectGradients(
            {randomTensor({2, axes[0].extent, axes[1].extent, channels}, round, DType::F64),
             randomTensor({axes[0].taps, axes[1].taps, filters / groups, channels}, round + 1, DType::F64),
             randomTensor({filters}, round + 2, DType::F64)},
            [&](const Variables& in) {
                return convTranspose2d(in[0], in[1], in[2], axes[0].move, axes[1].move, groups);
            },
            text(axes, groups));
    }
}

TEST(PoolGradient, agreesWithDifferencesWhateverTheSettings) {
    Random random(3, "settings");
    for (std::uint64_t round = 0; round < 60; ++round) {
        const auto rank = static_cast<std::size_t>(1 + round % 3);
        std::vector<PoolAxis> axes;
        std::vector<std::int64_t> x{oneTo(random, 2)};
        for (std::size_t i = 0; i < rank; ++i) {
            const std::int64_t size = oneTo(random, 3), extent = size + oneTo(random, 5);
            const std::int64_t dilation = (size - 1) * 2 < extent ? oneTo(random, 2) : 1;
            // At most half a window of padding on either side, as PyTorch asks for.
            axes.push_back({size, oneTo(random, 3), dilation, std::min<std::int64_t>(oneTo(random, 2) - 1, size / 2),
                            std::min<std::int64_t>(oneTo(random, 2) - 1, size / 2)});
            x.push_back(extent);
        }
        x.push_back(oneTo(random, 5));
        for (const bool maximum : {true, false})
            expectGradients(
                {maximum ? separatedTensor(Shape(x), round) : randomTensor(Shape(x), round, DType::F64)},
                [&](const Variables& in) {
                    if (rank == 1) return maximum ? maxPool1d(in[0], axes[0]) : averagePool1d(in[0], axes[0]);
                    if (rank == 2)
                        return maximum ? maxPool2d(in[0], axes[0], axes[1]) : averagePool2d(in[0], axes[0], axes[1]);
                    return maximum ? maxPool3d(in[0], axes[0], axes[1], axes[2])
                                   : averagePool3d(in[0], axes[0], axes[1], axes[2]);
                },
                (maximum ? "maximum of " : "mean of ") + Shape(x).text() + ", size " + std::to_string(axes[0].size) +
                    " stride " + std::to_string(axes[0].stride));
    }
}

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
