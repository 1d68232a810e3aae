// Whole training steps (forward, backward, update) through the tape, as the peers' programs do them:
// bench_training [w1|w2|w3]… prints one JSON line each. THREADS, SECONDS and WINDOWS come from the environment.
#include <fmt/format.h>

#include <functional>
#include <map>

#include "autograd/ops.h"
#include "base/random.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "kernels/update.h"
#include "measure.h"

namespace perceptarium::bench {
namespace {

using autograd::Variable;

Tensor uniformTensor(Shape shape, double low, double high, std::uint64_t seed) {
    Tensor tensor = Tensor::empty(std::move(shape));
    Random random(seed, "bench");
    for (float& value : tensor.values<float>()) value = static_cast<float>(random.uniform(low, high));
    return tensor;
}

/// A parameter with room for its moments.
struct Parameter {
    Variable variable;
    Tensor first, second;

    Parameter(Shape shape, double fanIn, std::uint64_t seed)
        : variable(uniformTensor(shape, -1 / std::sqrt(fanIn), 1 / std::sqrt(fanIn), seed), true),
          first(Tensor::zeros(shape)),
          second(Tensor::zeros(shape)) {}
};

/// Weights and bias of a layer with weights of this shape (the last extent counts the outputs).
void addLayer(std::vector<Parameter>& parameters, Shape weights) {
    const double fanIn = static_cast<double>(weights.elements() / weights[-1]);
    const Shape bias{weights[-1]};
    parameters.emplace_back(std::move(weights), fanIn, parameters.size() + 1);
    parameters.emplace_back(bias, fanIn, parameters.size() + 1);
}

void sgd(std::vector<Parameter>& parameters, double rate) {
    for (Parameter& p : parameters) {
        const Tensor& g = p.variable.grad();
        kernels::sgdStep(g.elements(), g.data<float>(), p.variable.mutableValue().data<float>(), rate, 0);
        p.variable.clearGrad();
    }
}

void adam(std::vector<Parameter>& parameters, std::int64_t step) {
    for (Parameter& p : parameters) {
        const Tensor& g = p.variable.grad();
        kernels::adamStep(g.elements(), g.data<float>(), p.first.data<float>(), p.second.data<float>(),
                          p.variable.mutableValue().data<float>(), step, 1e-3, 0.9, 0.999, 1e-8, 0);
        p.variable.clearGrad();
    }
}

/// Batches 0 … count−1 of random pictures and labels.
struct Data {
    std::vector<Tensor> x, y;
    std::size_t next = 0;

    Data(int count, const Shape& shape) {
        for (int i = 0; i < count; ++i) {
            x.push_back(uniformTensor(shape, 0, 1, static_cast<std::uint64_t>(100 + i)));
            Tensor labels = Tensor::empty({shape[0]}, DType::I32);
            Random random(static_cast<std::uint64_t>(i), "labels");
            for (std::int32_t& label : labels.values<std::int32_t>()) label = static_cast<std::int32_t>(random.below(10));
            y.push_back(labels);
        }
    }
    std::size_t turn() { return next = (next + 1) % x.size(); }
};

void report(const std::string& name, const std::vector<Parameter>& parameters, double loss, Rates rates) {
    std::int64_t count = 0;
    for (const Parameter& p : parameters) count += p.variable.value().elements();
    fmt::print(R"({{"workload": "{}", "program": "ours", "steps_per_s": {:.1f}, "best_steps_per_s": {:.1f}, )"
               R"("processor_us_per_step": {:.2f}, "threads": {}, "isa": "{}", "parameters": {}, "loss": {:.4f}}})" "\n",
               name, rates.median, rates.best, rates.processorMicroseconds, kernels::threads(),
               kernels::instructionSet(), count, loss);
    std::fflush(stdout);
}

void w1() {
    std::vector<Parameter> p;
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

void w2() {
    std::vector<Parameter> p;
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

void w3() {
    std::vector<Parameter> p;
    for (const Shape& weights :
         {Shape{5, 5, 1, 6}, Shape{5, 5, 6, 16}, Shape{400, 120}, Shape{120, 84}, Shape{84, 10}})
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

}  // namespace
}  // namespace perceptarium::bench

int main(int count, char** names) {
    using namespace perceptarium::bench;
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 0)));
    const std::map<std::string, std::function<void()>> all{{"w1", w1}, {"w2", w2}, {"w3", w3}};
    for (const auto& [name, run] : all)
        if (count == 1 || std::count(names + 1, names + count, name) > 0) run();
}
