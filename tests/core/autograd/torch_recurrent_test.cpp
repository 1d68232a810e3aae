// RNN, LSTM and GRU against what PyTorch computes (make_torch_recurrent.py), also as packed sequences and backwards.
#include <gtest/gtest.h>

#include <cmath>

#include "autograd/ops.h"
#include "autograd/ops_sequence.h"
#include "torch_recurrent_values.h"

namespace perceptarium::autograd {
namespace {

using namespace tests;
namespace torch = torch_recurrent;
using Numbers = std::vector<double>;

constexpr std::int64_t N = 3, T = 5, D = 2, H = 4;

Tensor wave(Shape shape, double seed) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    for (std::int64_t i = 0; i < tensor.elements(); ++i)
        tensor.data<double>()[i] = std::sin(0.7 * static_cast<double>(i) + seed) * (1 + 0.1 * seed);
    return tensor;
}

struct Expected {
    const Numbers &y, &h, &dx, &dwx, &dwh, &db, &dh0;
    const Numbers *c = nullptr, *dc0 = nullptr, *dbn = nullptr;
};

void expectNumbers(const Tensor& found, const Numbers& expected, const std::string& what) {
    ASSERT_TRUE(found.defined()) << what;
    ASSERT_EQ(static_cast<std::size_t>(found.elements()), expected.size()) << what;
    for (std::size_t i = 0; i < expected.size(); ++i)
        ASSERT_NEAR(found.at(static_cast<std::int64_t>(i)), expected[i], 1e-11 * (1 + std::abs(expected[i])))
            << what << " at " << i;
}

using Cell = RecurrentResult (*)(const Variable&, const RecurrentWeights&, const RecurrentState&, const Steps&);

void check(Cell cell, std::int64_t gates, bool reverse, bool packed, const Expected& expected,
           const std::string& what) {
    const Variable x(wave({N, T, D}, 1), true), h0(wave({N, H}, 2), true), c0(wave({N, H}, 3), true);
    const Variable wx(wave({D, gates * H}, 4), true), wh(wave({H, gates * H}, 5), true), b(wave({gates * H}, 6), true);
    const Variable bn(wave({H}, 7), true);
    Steps steps{.mask = {}, .reverse = reverse};
    if (packed) steps.mask = maskOfLengths(Tensor::of<std::int32_t>({N}, std::vector<std::int32_t>{3, 5, 1}), T);
    const RecurrentResult result =
        cell(x, {wx, wh, b, gates == 3 ? bn : Variable()}, {h0, gates == 4 ? c0 : Variable()}, steps);
    const auto weigh = [](const Variable& y, double seed) { return sum(multiply(y, Variable(wave(y.shape(), seed)))); };
    Variable loss = add(weigh(result.outputs, 8), weigh(result.last.state, 9));
    if (gates == 4) loss = add(loss, weigh(result.last.cell, 10));
    backward(loss);
    expectNumbers(result.outputs.value(), expected.y, what + " outputs");
    expectNumbers(result.last.state.value(), expected.h, what + " last state");
    expectNumbers(x.grad(), expected.dx, what + " dx");
    expectNumbers(wx.grad(), expected.dwx, what + " d input weights");
    expectNumbers(wh.grad(), expected.dwh, what + " d recurrent weights");
    expectNumbers(b.grad(), expected.db, what + " d bias");
    expectNumbers(h0.grad(), expected.dh0, what + " d first state");
    if (expected.c) expectNumbers(result.last.cell.value(), *expected.c, what + " last cell");
    if (expected.dc0) expectNumbers(c0.grad(), *expected.dc0, what + " d first cell");
    if (expected.dbn) expectNumbers(bn.grad(), *expected.dbn, what + " d candidate bias");
}

#define EXPECTED(name)                                                                                    \
    torch::name##Y, torch::name##H, torch::name##Dx, torch::name##Dwx, torch::name##Dwh, torch::name##Db, \
        torch::name##Dh0
#define CHECK_SIMPLE(name, reverse, packed) check(cell, 1, reverse, packed, {EXPECTED(name)}, #name)
#define CHECK_LSTM(name, reverse, packed) \
    check(lstm, 4, reverse, packed, {EXPECTED(name), &torch::name##C, &torch::name##Dc0, nullptr}, #name)
#define CHECK_GRU(name, reverse, packed) \
    check(gru, 3, reverse, packed, {EXPECTED(name), nullptr, nullptr, &torch::name##Dbn}, #name)

TEST(TorchValues, simpleRnn) {
    Cell cell = [](const Variable& x, const RecurrentWeights& w, const RecurrentState& start, const Steps& steps) {
        return simpleRnn(x, w, start, steps);
    };
    CHECK_SIMPLE(tanh, false, false);
    CHECK_SIMPLE(tanhPacked, false, true);
    CHECK_SIMPLE(tanhReverse, true, false);
    CHECK_SIMPLE(tanhReversePacked, true, true);
    cell = [](const Variable& x, const RecurrentWeights& w, const RecurrentState& start, const Steps& steps) {
        return simpleRnn(x, w, start, steps, SimpleActivation::Relu);
    };
    CHECK_SIMPLE(relu, false, false);
    CHECK_SIMPLE(reluPacked, false, true);
    CHECK_SIMPLE(reluReverse, true, false);
    CHECK_SIMPLE(reluReversePacked, true, true);
}

TEST(TorchValues, lstm) {
    CHECK_LSTM(lstm, false, false);
    CHECK_LSTM(lstmPacked, false, true);
    CHECK_LSTM(lstmReverse, true, false);
    CHECK_LSTM(lstmReversePacked, true, true);
}

TEST(TorchValues, gru) {
    CHECK_GRU(gru, false, false);
    CHECK_GRU(gruPacked, false, true);
    CHECK_GRU(gruReverse, true, false);
    CHECK_GRU(gruReversePacked, true, true);
}

}  // namespace
}  // namespace perceptarium::autograd
