// w2: 784-128-10 with ReLU and Adam, batches of 64.
#include "autograd/ops.h"
#include "steps/workload.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

void run() {
    Parameters p;
    for (const Shape& weights : {Shape{784, 128}, Shape{128, 10}}) addLayer(p, weights);
    Data data(100, {64, 784});
    std::int64_t t = 0;
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = data.turn();
        const Variable a = relu(linear(Variable(data.x[b]), p[0].variable, p[1].variable));
        const Variable cost = softmaxCrossEntropy(linear(a, p[2].variable, p[3].variable), data.y[b]);
        backward(cost);
        adam(p, ++t);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 50, 5);
    report("w2", p, loss, rates);
}

const Workload w2{"w2", run};

}  // namespace
}  // namespace perceptarium::bench
