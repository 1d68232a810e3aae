// Recurrent cells: derivatives against two-sided differences over random shapes and masks, laws of masks and
// directions, and a plain loop.
#include "autograd/ops_sequence.h"

#include <gtest/gtest.h>

#include <cmath>

#include "autograd/gradient_check.h"
#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"
#include "core/support/random_tensor.h"
#include "kernels/thread_pool.h"
#include "tensor/storage_pool.h"

namespace perceptarium::autograd {
namespace {

using tests::randomTensor;

enum class Kind { Tanh, Relu, Lstm, Gru };
constexpr Kind kKinds[] = {Kind::Tanh, Kind::Relu, Kind::Lstm, Kind::Gru};
const char* const kNames[] = {"tanh", "relu", "lstm", "gru"};
std::int64_t gatesOf(Kind kind) { return kind == Kind::Lstm ? 4 : kind == Kind::Gru ? 3 : 1; }

RecurrentResult run(Kind kind, const Variable& x, const RecurrentWeights& weights, const RecurrentState& start,
                    const Steps& steps) {
    switch (kind) {
        case Kind::Lstm:
            return lstm(x, weights, start, steps);
        case Kind::Gru:
            return gru(x, weights, start, steps);
        default:
            return simpleRnn(x, weights, start, steps,
                             kind == Kind::Tanh ? SimpleActivation::Tanh : SimpleActivation::Relu);
    }
}

/// A cell with everything that it can have, as leaves.
struct Example {
    Kind kind;
    std::int64_t n, t, d, h;
    Variable x;
    RecurrentWeights weights;
    RecurrentState start;
    Steps steps;

    Example(Kind cell, std::int64_t N, std::int64_t T, std::int64_t D, std::int64_t H, std::uint64_t seed,
            DType dtype = DType::F64)
        : kind(cell), n(N), t(T), d(D), h(H) {
        std::uint64_t next = seed * 100;
        const auto leaf = [&](Shape shape, double size, bool positive = false) {
            Tensor tensor = randomTensor(std::move(shape), ++next, DType::F64);
            for (double& value : tensor.values<double>()) value = size * (positive ? std::abs(value) : value);
            return Variable(tensor.cast(dtype), true);
        };
        const std::int64_t columns = gatesOf(kind) * h;
        x = leaf({n, t, d}, 1);
        weights.input = leaf({d, columns}, 0.7 / std::sqrt(static_cast<double>(d)));
        weights.recurrent = leaf({h, columns}, 0.7 / std::sqrt(static_cast<double>(h)));
        // With ReLU, units that are mostly on: where nearly all are off, differences have nothing to see.
        weights.bias = leaf({columns}, 0.5, kind == Kind::Relu);
        if (kind == Kind::Gru) weights.candidateBias = leaf({h}, 0.5);
        start.state = leaf({n, h}, 0.5);
        if (kind == Kind::Lstm) start.cell = leaf({n, h}, 0.5);
    }

    RecurrentResult result() const { return run(kind, x, weights, start, steps); }
    std::vector<std::pair<std::string, Variable>> leaves() const {
        std::vector<std::pair<std::string, Variable>> all;
        const auto add = [&](const char* name, const Variable& v) {
            if (v.defined()) all.emplace_back(name, v);
        };
        add("x", x);
        add("input weights", weights.input);
        add("recurrent weights", weights.recurrent);
        add("bias", weights.bias);
        add("candidate bias", weights.candidateBias);
        add("first state", start.state);
        add("first cell", start.cell);
        return all;
    }
};

Tensor maskOf(std::int64_t n, std::int64_t t, std::vector<std::int32_t> values) {
    return Tensor::of<std::int32_t>({n, t}, values);
}
Tensor lengthsOf(std::vector<std::int32_t> values) {
    return Tensor::of<std::int32_t>({static_cast<std::int64_t>(values.size())}, values);
}

Variable weigh(const Variable& y, std::uint64_t seed) {
    return sum(multiply(y, Variable(randomTensor(y.shape(), seed, y.dtype()))));
}
/// Weighs everything that comes out, so that no two errors cancel. Means rather than sums keep long sequences in range.
Variable lossOf(const RecurrentResult& result) {
    Variable loss = add(weigh(result.outputs, 91), weigh(result.last.state, 92));
    if (result.last.cell.defined()) loss = add(loss, weigh(result.last.cell, 93));
    return loss;
}

void expectRightGradients(const Example& example, const std::string& what, std::int64_t entries) {
    for (const GradientCheck& check :
         checkGradients([&] { return lossOf(example.result()); }, example.leaves(), entries))
        EXPECT_LE(check.relativeError, 1e-7) << what << ", " << check.name << " at " << check.worstIndex << ": tape "
                                             << check.worstTape << ", difference " << check.worstDifference;
}

/// Everything that comes out, in one row.
Variable allOf(const RecurrentResult& result) {
    Variables parts;
    for (const Variable& part : {result.outputs, result.last.state, result.last.cell})
        if (part.defined()) parts.push_back(reshape(part, Shape{part.value().elements()}));
    return concatenate(parts);
}

/// A cell of this kind with random shapes, mask and direction.
tests::GradientCase randomCase(Kind kind, Random& random) {
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(high - low + 1)));
    };
    const Example example(kind, between(1, 5), between(1, 7), between(1, 9), between(1, 37), random.below(1000));
    Steps steps;
    steps.reverse = random.below(2) == 1;
    const auto masked = random.below(3);
    if (masked == 1) {  // right-padded, lengths 0 and T among them
        std::vector<std::int32_t> lengths;
        for (std::int64_t i = 0; i < example.n; ++i)
            lengths.push_back(static_cast<std::int32_t>(i == 0 ? 0 : i == 1 ? example.t : between(0, example.t)));
        steps.mask = maskOfLengths(lengthsOf(lengths), example.t);
    } else if (masked == 2) {  // holes anywhere
        steps.mask = Tensor::empty({example.n, example.t}, DType::I32);
        for (std::int32_t& value : steps.mask.values<std::int32_t>())
            value = static_cast<std::int32_t>(random.below(2));
    }
    tests::GradientCase made;
    made.name = std::string(kNames[static_cast<int>(kind)]) + " of " + example.x.shape().text() + ", " +
                std::to_string(example.h) + " units, " +
                (masked == 0   ? "all steps"
                 : masked == 1 ? "padded"
                               : "holes") +
                (steps.reverse ? ", reverse" : "");
    for (const auto& [name, leaf] : example.leaves()) made.inputs.push_back(leaf.value());
    made.operation = [kind, steps](const Variables& in) {
        const bool isGru = kind == Kind::Gru, isLstm = kind == Kind::Lstm;
        const RecurrentWeights weights{in[1], in[2], in[3], isGru ? in[4] : Variable()};
        const RecurrentState start{in[isGru ? 5 : 4], isLstm ? in[5] : Variable()};
        return allOf(run(kind, in[0], weights, start, steps));
    };
    return made;
}

const tests::AddRandomCases added({
    {"simpleRnn", [](Random& random) { return randomCase(random.below(2) == 0 ? Kind::Tanh : Kind::Relu, random); }},
    {"lstm", [](Random& random) { return randomCase(Kind::Lstm, random); }},
    {"gru", [](Random& random) { return randomCase(Kind::Gru, random); }},
});

TEST(SequenceOpGradient, throughFiftySteps) {
    for (const Kind kind : kKinds)
        expectRightGradients(Example(kind, 2, 50, 3, 6, 11), kNames[static_cast<int>(kind)], 30);
}

TEST(SequenceOpGradient, withoutWhatIsOptional) {
    for (const Kind kind : kKinds) {
        Example example(kind, 3, 4, 2, 5, 12);
        example.weights.bias = {};
        example.weights.candidateBias = {};
        example.start = {};
        expectRightGradients(example, kNames[static_cast<int>(kind)], 40);
    }
}

TEST(SequenceOpGradient, ofTheLastStateOrTheOutputsAlone) {
    for (const Kind kind : kKinds) {
        const Example example(kind, 3, 5, 2, 4, 13);
        const std::vector<std::function<Variable()>> losses{
            [&] { return weigh(example.result().outputs, 1); }, [&] { return weigh(example.result().last.state, 2); },
            [&] {
                return kind == Kind::Lstm ? weigh(example.result().last.cell, 3) : weigh(example.result().outputs, 3);
            }};
        for (const auto& loss : losses)
            for (const GradientCheck& check : checkGradients(loss, example.leaves(), 20))
                EXPECT_LE(check.relativeError, 1e-7) << kNames[static_cast<int>(kind)] << ", " << check.name;
    }
}

TEST(SequenceOps, f32AgreesWithF64) {
    for (const Kind kind : kKinds) {
        for (const std::int64_t h : {3, 16, 40}) {
            const auto all = [&](DType dtype) {
                Example example(kind, 19, 6, 5, h, 14, dtype);
                example.steps.mask =
                    maskOfLengths(lengthsOf({6, 0, 3, 6, 1, 2, 4, 5, 6, 6, 6, 3, 3, 2, 0, 1, 6, 5, 4}), 6);
                const RecurrentResult result = example.result();
                backward(lossOf(result));
                std::vector<Tensor> tensors{result.outputs.value(), result.last.state.value()};
                if (result.last.cell.defined()) tensors.push_back(result.last.cell.value());
                for (const auto& [name, leaf] : example.leaves()) tensors.push_back(leaf.grad());
                return tensors;
            };
            const auto narrow = all(DType::F32), wide = all(DType::F64);
            for (std::size_t i = 0; i < wide.size(); ++i)
                for (std::int64_t k = 0; k < wide[i].elements(); ++k)
                    ASSERT_NEAR(narrow[i].at(k), wide[i].at(k), 3e-5 * (1 + std::abs(wide[i].at(k))))
                        << kNames[static_cast<int>(kind)] << " tensor " << i << " at " << k;
        }
    }
}

/// Row i of a [rows, …] tensor, the first `keep` numbers of it.
std::vector<double> rowOf(const Tensor& tensor, std::int64_t i, std::int64_t keep) {
    const std::int64_t width = tensor.elements() / tensor.shape()[0];
    std::vector<double> row;
    for (std::int64_t k = 0; k < keep; ++k) row.push_back(tensor.at(i * width + k));
    return row;
}

TEST(SequenceOps, paddingChangesNothing) {
    // A row of 4 steps gives the same alone, and padded to 7 with whatever (even NaN), forwards and backwards.
    for (const Kind kind : kKinds) {
        for (const bool reverse : {false, true}) {
            Example longer(kind, 2, 7, 3, 5, 15);
            longer.steps = {maskOfLengths(lengthsOf({4, 7}), 7), reverse};
            double* x = longer.x.mutableValue().data<double>();
            std::fill_n(x + 4 * 3, 3 * 3, std::nan(""));
            Example alone(kind, 1, 4, 3, 5, 15);
            std::copy_n(x, 4 * 3, alone.x.mutableValue().data<double>());
            alone.weights = longer.weights;
            const auto first = [](const Variable& v) {
                return v.defined() ? Variable(Tensor::of<double>({1, 5}, v.value().values<double>().first(5)), true)
                                   : v;
            };
            alone.start = {first(longer.start.state), first(longer.start.cell)};
            alone.steps.reverse = reverse;

            const RecurrentResult padded = longer.result(), plain = alone.result();
            EXPECT_EQ(rowOf(padded.outputs.value(), 0, 4 * 5), rowOf(plain.outputs.value(), 0, 4 * 5));
            for (std::int64_t k = 4 * 5; k < 7 * 5; ++k) EXPECT_EQ(padded.outputs.value().at(k), 0);
            EXPECT_EQ(rowOf(padded.last.state.value(), 0, 5), rowOf(plain.last.state.value(), 0, 5));
            if (kind == Kind::Lstm) {
                EXPECT_EQ(rowOf(padded.last.cell.value(), 0, 5), rowOf(plain.last.cell.value(), 0, 5));
            }
            backward(weigh(padded.last.state, 3));
            for (std::int64_t k = 4 * 3; k < 7 * 3; ++k) EXPECT_EQ(longer.x.grad().at(k), 0);
            for (std::int64_t k = 0; k < longer.x.grad().elements(); ++k)
                ASSERT_TRUE(std::isfinite(longer.x.grad().at(k)));
            for (const double value : longer.weights.input.grad().values<double>()) ASSERT_TRUE(std::isfinite(value));
        }
    }
}

TEST(SequenceOps, aRowOfLengthZeroKeepsItsState) {
    for (const Kind kind : kKinds) {
        Example example(kind, 2, 3, 2, 4, 16);
        example.steps.mask = maskOfLengths(lengthsOf({0, 3}), 3);
        const RecurrentResult result = example.result();
        EXPECT_EQ(rowOf(result.last.state.value(), 0, 4), rowOf(example.start.state.value(), 0, 4));
        if (kind == Kind::Lstm) {
            EXPECT_EQ(rowOf(result.last.cell.value(), 0, 4), rowOf(example.start.cell.value(), 0, 4));
        }
        for (std::int64_t k = 0; k < 3 * 4; ++k) EXPECT_EQ(result.outputs.value().at(k), 0);
    }
}

TEST(SequenceOps, reverseIsForwardsOnTheReversedSequence) {
    for (const Kind kind : kKinds) {
        Example forwards(kind, 3, 6, 2, 5, 17), backwards(kind, 3, 6, 2, 5, 17);
        backwards.steps.reverse = true;
        for (std::int64_t i = 0; i < 3; ++i)
            for (std::int64_t t = 0; t < 6; ++t)
                for (std::int64_t k = 0; k < 2; ++k)
                    backwards.x.mutableValue().data<double>()[(i * 6 + t) * 2 + k] =
                        forwards.x.value().at((i * 6 + 5 - t) * 2 + k);
        const RecurrentResult a = forwards.result(), b = backwards.result();
        for (std::int64_t i = 0; i < 3; ++i)
            for (std::int64_t t = 0; t < 6; ++t)
                for (std::int64_t k = 0; k < 5; ++k)
                    EXPECT_EQ(a.outputs.value().at((i * 6 + t) * 5 + k), b.outputs.value().at((i * 6 + 5 - t) * 5 + k));
        EXPECT_TRUE(a.last.state.value().identical(b.last.state.value()));
    }
}

TEST(SequenceOps, twoHalvesJoinedByTheirStateAreTheWhole) {
    for (const Kind kind : kKinds) {
        Example whole(kind, 3, 6, 2, 5, 18), first(kind, 3, 2, 2, 5, 18), second(kind, 3, 4, 2, 5, 18);
        for (std::int64_t i = 0; i < 3; ++i) {
            const double* x = whole.x.value().data<double>() + i * 12;
            std::copy_n(x, 4, first.x.mutableValue().data<double>() + i * 4);
            std::copy_n(x + 4, 8, second.x.mutableValue().data<double>() + i * 8);
        }
        first.weights = second.weights = whole.weights;
        first.start = whole.start;
        second.start = first.result().last;
        EXPECT_TRUE(second.result().last.state.value().identical(whole.result().last.state.value()));
    }
}

TEST(SequenceOps, anLstmIsWhatTheFormulaSays) {
    const Example example(Kind::Lstm, 2, 5, 3, 17, 19);
    const RecurrentResult result = example.result();
    const auto at = [](const Variable& v, std::int64_t i) { return v.value().at(i); };
    for (std::int64_t i = 0; i < 2; ++i) {
        std::vector<double> h(17), c(17);
        for (std::int64_t k = 0; k < 17; ++k) {
            h[static_cast<std::size_t>(k)] = at(example.start.state, i * 17 + k);
            c[static_cast<std::size_t>(k)] = at(example.start.cell, i * 17 + k);
        }
        for (std::int64_t t = 0; t < 5; ++t) {
            std::vector<double> z(68);
            for (std::int64_t column = 0; column < 68; ++column) {
                double total = at(example.weights.bias, column);
                for (std::int64_t k = 0; k < 3; ++k)
                    total += at(example.x, (i * 5 + t) * 3 + k) * at(example.weights.input, k * 68 + column);
                for (std::int64_t k = 0; k < 17; ++k)
                    total += h[static_cast<std::size_t>(k)] * at(example.weights.recurrent, k * 68 + column);
                z[static_cast<std::size_t>(column)] = total;
            }
            const auto logistic = [](double v) { return 1 / (1 + std::exp(-v)); };
            for (std::size_t k = 0; k < 17; ++k) {
                c[k] = logistic(z[17 + k]) * c[k] + logistic(z[k]) * std::tanh(z[34 + k]);
                h[k] = logistic(z[51 + k]) * std::tanh(c[k]);
                EXPECT_NEAR(at(result.outputs, (i * 5 + t) * 17 + static_cast<std::int64_t>(k)), h[k], 1e-13);
            }
        }
        for (std::size_t k = 0; k < 17; ++k)
            EXPECT_NEAR(at(result.last.cell, i * 17 + static_cast<std::int64_t>(k)), c[k], 1e-13);
    }
}

TEST(SequenceOps, anEmptyBatchAndNoStepsAreFine) {
    for (const Kind kind : kKinds) {
        Example nobody(kind, 0, 3, 2, 4, 20);
        const RecurrentResult none = nobody.result();
        EXPECT_EQ(none.outputs.shape(), (Shape{0, 3, 4}));
        backward(lossOf(none));
        for (const double value : nobody.weights.recurrent.grad().values<double>()) EXPECT_EQ(value, 0);
        Example still(kind, 2, 0, 2, 4, 21);
        EXPECT_TRUE(still.result().last.state.value().identical(still.start.state.value()));
    }
}

TEST(SequenceOps, sameNumbersEachTimeAndTheOutputsOfAnyThreadCount) {
    const auto run = [] {
        Example example(Kind::Gru, 24, 12, 20, 40, 22, DType::F32);
        const RecurrentResult result = example.result();
        backward(lossOf(result));
        return std::make_pair(result.outputs.value(), example.weights.recurrent.grad());
    };
    const int before = kernels::threads();
    kernels::setThreads(2);
    const auto one = run(), again = run();
    kernels::setThreads(1);
    const auto alone = run();
    kernels::setThreads(before);
    EXPECT_TRUE(one.first.identical(again.first));
    EXPECT_TRUE(one.second.identical(again.second));
    EXPECT_TRUE(one.first.identical(alone.first));
}

TEST(SequenceOps, aTrainingStepTakesNothingNewFromTheSystem) {
    Example example(Kind::Lstm, 8, 10, 6, 20, 23, DType::F32);
    const auto step = [&] {
        for (auto& [name, leaf] : example.leaves()) leaf.clearGrad();
        backward(lossOf(example.result()));
    };
    step();
    step();
    const StoragePoolCounts before = storagePoolCounts();
    for (int i = 0; i < 10; ++i) step();
    EXPECT_EQ(storagePoolCounts().fromSystem, before.fromSystem);
    EXPECT_EQ(storagePoolCounts().bytesInUse, before.bytesInUse);
}

TEST(SequenceOps, impossibleShapesAreOurBug) {
    const Example good(Kind::Gru, 2, 3, 2, 4, 24);
    EXPECT_THROW(lstm(good.x, good.weights, good.start), InternalError);
    Example wrongMask(Kind::Gru, 2, 3, 2, 4, 24);
    wrongMask.steps.mask = maskOf(3, 2, {1, 1, 1, 1, 1, 1});
    EXPECT_THROW((void)wrongMask.result(), InternalError);
    EXPECT_THROW((void)maskOfLengths(lengthsOf({4}), 3), InternalError);
    EXPECT_THROW((void)maskOfLengths(lengthsOf({-1}), 3), InternalError);
}

}  // namespace
}  // namespace perceptarium::autograd
