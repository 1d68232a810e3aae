// w1: the smallest network worth drawing, 2-8-8-1 with tanh on batches of 10 points. What counts here is the cost of an
// operation, not its arithmetic.
#include "autograd/ops.h"
#include "steps/workload.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

void run() {
    Parameters p;
    for (const Shape& weights : {Shape{2, 8}, Shape{8, 8}, Shape{8, 1}}) addLayer(p, weights);
    std::vector<Tensor> x, y;
    for (int i = 0; i < 20; ++i) {
        x.push_back(uniformTensor({10, 2}, -1, 1, static_cast<std::uint64_t>(i)));
        y.push_back(Tensor::empty({10, 1}));
        for (int k = 0; k < 10; ++k)
            y.back().data<float>()[k] = x.back().at(2 * k) * x.back().at(2 * k + 1) > 0 ? 1.0f : -1.0f;
    }
    std::size_t i = 0;
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = i++ % x.size();
        Variable a = autograd::tanh(linear(Variable(x[b]), p[0].variable, p[1].variable));
        a = autograd::tanh(linear(a, p[2].variable, p[3].variable));
        const Variable cost = meanSquaredError(linear(a, p[4].variable, p[5].variable), y[b]);
        backward(cost);
        sgd(p, 0.03);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 2000, 500);
    report("w1", p, loss, rates);
}

const Workload w1{"w1", run};

}  // namespace
}  // namespace perceptarium::bench
