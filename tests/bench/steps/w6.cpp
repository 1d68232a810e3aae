// w6: a small translator: GRU encoder and decoder, dot attention over the encoder's states (Luong et al. 2015), the
// right word fed at each step; 16 steps, batches of 32, Adam.
#include "autograd/ops.h"
#include "steps/sequences.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

void run() {
    constexpr std::int64_t V = 30, E = 32, H = 64, T = 16, B = 32, batches = 20;
    Parameters p;
    const std::size_t sourceTable = addTable(p, V, E), targetTable = addTable(p, V, E);
    const autograd::RecurrentWeights encoder = addCell(p, 3, E, H, true), decoder = addCell(p, 3, E, H, true);
    const std::size_t join = p.size(), out = join + 2;
    addLayer(p, {2 * H, H});
    addLayer(p, {H, V});
    std::vector<Tensor> source, target, y;
    for (std::uint64_t i = 0; i < batches; ++i) {
        source.push_back(randomIds(B, T, V, i));
        const Tensor ids = randomIds(B, T + 1, V, 100 + i);
        target.push_back(columnsOf(ids, 0, T));
        y.push_back(columnsOf(ids, 1, T).reshaped({B * T}));
    }
    std::int64_t t = 0;
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = static_cast<std::size_t>(t % batches);
        const autograd::RecurrentResult read = gru(embedding(source[b], p[sourceTable].variable), encoder);
        const Variable written =
            gru(embedding(target[b], p[targetTable].variable), decoder, {read.last.state, {}}).outputs;
        const Variable seen = matmul(softmax(matmul(written, read.outputs, false, true)), read.outputs);
        const Variable joined =
            tanh(linear(autograd::concatenate({written, seen}), p[join].variable, p[join + 1].variable));
        const Variable cost = softmaxCrossEntropy(linear(joined, p[out].variable, p[out + 1].variable), y[b]);
        backward(cost);
        adam(p, ++t);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 10, 2);
    report("w6", p, loss, rates);
}

const Workload w6{"w6", run};

}  // namespace
}  // namespace perceptarium::bench
