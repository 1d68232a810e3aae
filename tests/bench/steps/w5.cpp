// w5: a language model over characters: LSTM of 256 units through 64 steps, batches of 32, Adam.
#include "autograd/ops.h"
#include "steps/sequences.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

void run() {
    constexpr std::int64_t V = 65, E = 64, H = 256, T = 64, B = 32, batches = 10;
    Parameters p;
    const std::size_t table = addTable(p, V, E);
    const autograd::RecurrentWeights cell = addCell(p, 4, E, H, false);
    const std::size_t out = p.size();
    addLayer(p, {H, V});
    std::vector<Tensor> x, y;
    for (std::uint64_t i = 0; i < batches; ++i) {
        const Tensor ids = randomIds(B, T + 1, V, i);
        x.push_back(columnsOf(ids, 0, T));
        y.push_back(columnsOf(ids, 1, T).reshaped({B * T}));
    }
    std::int64_t t = 0;
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = static_cast<std::size_t>(t % batches);
        const Variable states = lstm(embedding(x[b], p[table].variable), cell).outputs;
        const Variable cost = softmaxCrossEntropy(linear(states, p[out].variable, p[out + 1].variable), y[b]);
        backward(cost);
        adam(p, ++t);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 3, 1);
    report("w5", p, loss, rates);
}

const Workload w5{"w5", run};

}  // namespace
}  // namespace perceptarium::bench
