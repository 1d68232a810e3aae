// w4: ResNet-20 for 32×32×3 pictures (He et al. 2015, §4.2; shortcuts without parameters: option A), momentum with
// weight decay, batches of 64.
#include "autograd/ops.h"
#include "steps/workload.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

/// A convolution without bias and the batch normalization after it.
struct Unit {
    std::size_t first;  ///< of its parameters: weights, gamma, beta
    Tensor mean, variance;
};

Unit addUnit(Parameters& p, std::int64_t kernel, std::int64_t in, std::int64_t out) {
    const std::size_t first = p.size();
    p.emplace_back(Shape{kernel, kernel, in, out}, static_cast<double>(kernel * kernel * in), first + 1);
    p.emplace_back(Tensor::full({out}, 1));
    p.emplace_back(Tensor::zeros({out}));
    return {first, Tensor::zeros({out}), Tensor::full({out}, 1)};
}

/// With ReLU at the end, after adding the shortcut, if any.
Variable apply(Parameters& p, Unit& unit, const Variable& x, std::int64_t stride, const Variable& shortcut = {}) {
    const Variable y = conv2d(x, p[unit.first].variable, {}, stride, {1, 1, 1, 1});
    return batchNormRelu(y, p[unit.first + 1].variable, p[unit.first + 2].variable, unit.mean, unit.variance, true, 0.1,
                         1e-5, shortcut);
}

/// Every other pixel, and channels of zeros on either side.
Variable shortcut(const Variable& x, std::int64_t channels) {
    const Variable every = averagePool2d(x, 1, 2);
    Shape missing{every.shape()[0], every.shape()[1], every.shape()[2], (channels - x.shape()[3]) / 2};
    const Variable zeros(Tensor::zeros(missing));
    return autograd::concatenate({zeros, every, zeros});
}

void run() {
    Parameters p;
    std::vector<Unit> units{addUnit(p, 3, 3, 16)};
    std::int64_t channels = 16;
    for (const std::int64_t width : {16, 32, 64})
        for (int block = 0; block < 3; ++block) {
            units.push_back(addUnit(p, 3, channels, width));
            units.push_back(addUnit(p, 3, width, width));
            channels = width;
        }
    const std::size_t dense = p.size();
    addLayer(p, {64, 10});
    Data data(4, {64, 32, 32, 3});
    double loss = 0;
    const auto step = [&] {
        const std::size_t b = data.turn();
        Variable x = apply(p, units[0], Variable(data.x[b]), 1);
        std::size_t next = 1;
        for (const std::int64_t width : {16, 32, 64})
            for (int block = 0; block < 3; ++block) {
                const bool smaller = width != x.shape()[3];
                const Variable y = apply(p, units[next++], x, smaller ? 2 : 1);
                x = apply(p, units[next++], y, 1, smaller ? shortcut(x, width) : x);
            }
        const Variable cost =
            softmaxCrossEntropy(linear(globalAveragePool(x), p[dense].variable, p[dense + 1].variable), data.y[b]);
        backward(cost);
        momentum(p, 0.1, 0.9, 1e-4);
        loss = cost.value().data<float>()[0];
    };
    const Rates rates = measure(step, 2, 1);
    report("w4", p, loss, rates);
}

const Workload w4{"w4", run};

}  // namespace
}  // namespace perceptarium::bench
