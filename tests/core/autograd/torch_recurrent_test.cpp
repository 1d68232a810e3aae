// RNN, LSTM and GRU against what PyTorch computes (make_torch_recurrent.py), also as packed sequences and backwards.
#include "autograd/ops.h"
#include "autograd/ops_sequence.h"
#include "core/autograd/torch_numbers.h"

namespace perceptarium::autograd {
namespace {

using tests::wave;

constexpr std::int64_t N = 3, T = 5, D = 2, H = 4;

using Cell = RecurrentResult (*)(const Variable&, const RecurrentWeights&, const RecurrentState&, const Steps&);

void check(Cell cell, std::int64_t gates, bool reverse, bool packed, const std::string& name) {
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
    static const tests::TorchNumbers numbers("torch_recurrent.json");
    const auto expect = [&](const Tensor& found, const char* what) { numbers.expect(found, name + what, 1e-11); };
    expect(result.outputs.value(), "Y");
    expect(result.last.state.value(), "H");
    expect(x.grad(), "Dx");
    expect(wx.grad(), "Dwx");
    expect(wh.grad(), "Dwh");
    expect(b.grad(), "Db");
    expect(h0.grad(), "Dh0");
    if (gates == 4) expect(result.last.cell.value(), "C");
    if (gates == 4) expect(c0.grad(), "Dc0");
    if (gates == 3) expect(bn.grad(), "Dbn");
}

void checkAll(Cell cell, std::int64_t gates, const std::string& name) {
    for (const bool reverse : {false, true})
        for (const bool packed : {false, true})
            check(cell, gates, reverse, packed, name + (reverse ? "Reverse" : "") + (packed ? "Packed" : ""));
}

TEST(TorchValues, simpleRnn) {
    checkAll([](const Variable& x, const RecurrentWeights& w, const RecurrentState& start,
                const Steps& steps) { return simpleRnn(x, w, start, steps); },
             1, "tanh");
    checkAll([](const Variable& x, const RecurrentWeights& w, const RecurrentState& start,
                const Steps& steps) { return simpleRnn(x, w, start, steps, SimpleActivation::Relu); },
             1, "relu");
}

TEST(TorchValues, lstm) { checkAll(lstm, 4, "lstm"); }

TEST(TorchValues, gru) { checkAll(gru, 3, "gru"); }

}  // namespace
}  // namespace perceptarium::autograd
