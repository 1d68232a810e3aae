// What the measured training steps share. A workload is one file here and one with the same name in peers/workloads: it
// makes its data and parameters, and measures whole steps (forward, backward, update) through the tape.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "autograd/variable.h"
#include "measure.h"

namespace perceptarium::bench {

/// `const Workload w2{"w2", run};` in its file adds one; run() ends with report().
struct Workload {
    std::string name;
    std::function<void()> run;
    Workload(std::string name, std::function<void()> run);
};
/// In the order of their names.
const std::vector<const Workload*>& allWorkloads();

Tensor uniformTensor(Shape shape, double low, double high, std::uint64_t seed);

/// A parameter with room for its moments.
struct Parameter {
    autograd::Variable variable;
    Tensor first, second;
    /// Uniform between ±1/√fanIn, as PyTorch's layers are.
    Parameter(Shape shape, double fanIn, std::uint64_t seed);
    explicit Parameter(Tensor value);
};
using Parameters = std::vector<Parameter>;

/// Weights and bias of a layer with weights of this shape (the last extent counts the outputs).
void addLayer(Parameters& parameters, Shape weights);

void sgd(Parameters& parameters, double rate);
void momentum(Parameters& parameters, double rate, double keep, double decay);
void adam(Parameters& parameters, std::int64_t step);

/// Batches of random pictures (or vectors) and of labels 0 … 9, taken in turn.
struct Data {
    std::vector<Tensor> x, y;
    std::size_t next = 0;
    Data(int count, const Shape& shape);
    std::size_t turn() { return next = (next + 1) % x.size(); }
};

/// Prints the one JSON line of a workload.
void report(const std::string& name, const Parameters& parameters, double loss, Rates rates);

}  // namespace perceptarium::bench
