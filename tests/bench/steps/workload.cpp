#include "steps/workload.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "kernels/update.h"

namespace perceptarium::bench {
namespace {

std::vector<const Workload*>& workloads() {
    static std::vector<const Workload*> all;
    return all;
}

}  // namespace

Workload::Workload(std::string itsName, std::function<void()> itsRun)
    : name(std::move(itsName)), run(std::move(itsRun)) {
    auto& all = workloads();
    all.insert(std::upper_bound(all.begin(), all.end(), this, [](auto* a, auto* b) { return a->name < b->name; }),
               this);
}
const std::vector<const Workload*>& allWorkloads() { return workloads(); }

Tensor uniformTensor(Shape shape, double low, double high, std::uint64_t seed) {
    Tensor tensor = Tensor::empty(std::move(shape));
    Random random(seed, "bench");
    for (float& value : tensor.values<float>()) value = static_cast<float>(random.uniform(low, high));
    return tensor;
}

Parameter::Parameter(Tensor value)
    : variable(value, true), first(Tensor::zeros(value.shape())), second(Tensor::zeros(value.shape())) {}
Parameter::Parameter(Shape shape, double fanIn, std::uint64_t seed)
    : Parameter(uniformTensor(std::move(shape), -1 / std::sqrt(fanIn), 1 / std::sqrt(fanIn), seed)) {}

void addLayer(Parameters& parameters, Shape weights) {
    const double fanIn = static_cast<double>(weights.elements() / weights[-1]);
    const Shape bias{weights[-1]};
    parameters.emplace_back(std::move(weights), fanIn, parameters.size() + 1);
    parameters.emplace_back(bias, fanIn, parameters.size() + 1);
}

void sgd(Parameters& parameters, double rate) {
    for (Parameter& p : parameters) {
        const Tensor& g = p.variable.grad();
        kernels::sgdStep(g.elements(), g.data<float>(), p.variable.mutableValue().data<float>(), rate, 0);
        p.variable.clearGrad();
    }
}

void momentum(Parameters& parameters, double rate, double keep, double decay) {
    for (Parameter& p : parameters) {
        const Tensor& g = p.variable.grad();
        kernels::momentumStep(g.elements(), g.data<float>(), p.first.data<float>(),
                              p.variable.mutableValue().data<float>(), rate, keep, false, decay);
        p.variable.clearGrad();
    }
}

void adam(Parameters& parameters, std::int64_t step) {
    for (Parameter& p : parameters) {
        const Tensor& g = p.variable.grad();
        kernels::adamStep(g.elements(), g.data<float>(), p.first.data<float>(), p.second.data<float>(),
                          p.variable.mutableValue().data<float>(), step, 1e-3, 0.9, 0.999, 1e-8, 0);
        p.variable.clearGrad();
    }
}

Data::Data(int count, const Shape& shape) {
    for (int i = 0; i < count; ++i) {
        x.push_back(uniformTensor(shape, 0, 1, static_cast<std::uint64_t>(100 + i)));
        Tensor labels = Tensor::empty({shape[0]}, DType::I32);
        Random random(static_cast<std::uint64_t>(i), "labels");
        for (std::int32_t& label : labels.values<std::int32_t>()) label = static_cast<std::int32_t>(random.below(10));
        y.push_back(labels);
    }
}

void report(const std::string& name, const Parameters& parameters, double loss, Rates rates) {
    std::int64_t count = 0;
    for (const Parameter& p : parameters) count += p.variable.value().elements();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);  // kB
    fmt::print(
        R"({{"workload": "{}", "program": "ours", "steps_per_s": {:.1f}, "best_steps_per_s": {:.1f}, )"
        R"("processor_us_per_step": {:.2f}, "threads": {}, "isa": "{}", "parameters": {}, "loss": {:.4f}, "peak_mb": {:.0f}}})"
        "\n",
        name, rates.median, rates.best, rates.processorMicroseconds, kernels::threads(), kernels::instructionSet(),
        count, loss, static_cast<double>(usage.ru_maxrss) / 1024);
    std::fflush(stdout);
}

}  // namespace perceptarium::bench
