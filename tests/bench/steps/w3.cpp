// w3: LeNet-5 on 28×28 pictures, Adam, batches of 64.
#include "autograd/ops.h"
#include "steps/workload.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

void run() {
    Parameters p;
    for (const Shape& weights : {Shape{5, 5, 1, 6}, Shape{5, 5, 6, 16}, Shape{400, 120}, Shape{120, 84}, Shape{84, 10}})
        addLayer(p, weights);
    Data data(20, {64, 28, 28, 1});
    std::int64_t t = 0;
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = data.turn();
        Variable a = maxPool2d(relu(conv2d(Variable(data.x[b]), p[0].variable, p[1].variable, 1, {2, 2, 2, 2})), 2, 2);
        a = maxPool2d(relu(conv2d(a, p[2].variable, p[3].variable, 1, {})), 2, 2);
        a = relu(linear(reshape(a, {64, 400}), p[4].variable, p[5].variable));
        a = relu(linear(a, p[6].variable, p[7].variable));
        const Variable cost = softmaxCrossEntropy(linear(a, p[8].variable, p[9].variable), data.y[b]);
        backward(cost);
        adam(p, ++t);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 20, 2);
    report("w3", p, loss, rates);
}

const Workload w3{"w3", run};

}  // namespace
}  // namespace perceptarium::bench
