#include "autograd/ops_sequence.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "autograd/real_kind.h"
#include "kernels/recurrent.h"

namespace perceptarium::autograd {
namespace {

using kernels::CellKind;

/// What the operation and its last state's gradients share. The node of the outputs does all the work; those of the
/// last state, which are walked before it, leave their gradients here.
template <class T>
struct Walk {
    Variable x;
    RecurrentWeights weights;
    RecurrentState start;
    Steps steps;
    kernels::RecurrentRun<T> run;
    Tensor dState, dCell;

    kernels::RecurrentInputs<T> inputs() const {
        const auto data = [](const Variable& v) { return v.defined() ? v.value().template data<T>() : nullptr; };
        return {.x = data(x),
                .wx = data(weights.input),
                .wh = data(weights.recurrent),
                .b = data(weights.bias),
                .candidateBias = data(weights.candidateBias),
                .h0 = data(start.state),
                .c0 = data(start.cell),
                .mask = steps.mask.defined() ? std::as_const(steps.mask).template data<std::int32_t>() : nullptr};
    }

    void back(const Tensor& dOutputs) {
        std::vector<std::pair<const Variable*, Tensor>> wanted;
        const auto room = [&](const Variable& v) -> T* {
            if (!v.requiresGrad()) return nullptr;
            wanted.emplace_back(&v, Tensor::empty(v.shape(), v.dtype()));
            return wanted.back().second.template data<T>();
        };
        const auto given = [](const Tensor& t) { return t.defined() ? t.template data<T>() : nullptr; };
        run.backward(inputs(), {.outputs = given(dOutputs),
                                .state = given(dState),
                                .cell = given(dCell),
                                .x = room(x),
                                .wx = room(weights.input),
                                .wh = room(weights.recurrent),
                                .b = room(weights.bias),
                                .candidateBias = room(weights.candidateBias),
                                .h0 = room(start.state),
                                .c0 = room(start.cell)});
        for (auto& [variable, gradient] : wanted) variable->addGrad(std::move(gradient));
    }
};

template <class T>
RecurrentResult walk(std::string_view operation, const kernels::RecurrentShape& shape, const Variable& x,
                     const RecurrentWeights& weights, const RecurrentState& start, const Steps& steps) {
    const DType dtype = x.dtype();
    Tensor outputs = Tensor::empty({shape.n, shape.t, shape.h}, dtype);
    Tensor state = Tensor::empty({shape.n, shape.h}, dtype);
    Tensor cell = shape.cell == CellKind::Lstm ? Tensor::empty({shape.n, shape.h}, dtype) : Tensor();
    const auto shared = std::make_shared<Walk<T>>(
        Walk<T>{x, weights, start, steps, kernels::RecurrentRun<T>(shape), Tensor(), Tensor()});
    shared->run.forward(
        shared->inputs(),
        {.outputs = outputs.data<T>(), .state = state.data<T>(), .cell = cell.defined() ? cell.data<T>() : nullptr});
    Variables inputs;
    for (const Variable& v :
         {x, weights.input, weights.recurrent, weights.bias, weights.candidateBias, start.state, start.cell})
        if (v.defined()) inputs.push_back(v);
    RecurrentResult result;
    result.outputs = record(operation, std::move(outputs), std::move(inputs),
                            [shared](const Tensor& dOutputs) { shared->back(dOutputs); });
    const auto last = [&](Tensor value, Tensor Walk<T>::*gradient) {
        const Variable all = result.outputs;
        return record("lastState", std::move(value), {all}, [shared, all, gradient](const Tensor& grad) {
            (*shared).*gradient = grad;
            if (!all.grad().defined()) all.gradToAddTo();  // so that the walk comes by
        });
    };
    result.last.state = last(std::move(state), &Walk<T>::dState);
    if (cell.defined()) result.last.cell = last(std::move(cell), &Walk<T>::dCell);
    return result;
}

RecurrentResult recurrent(std::string_view operation, CellKind kind, const Variable& x, const RecurrentWeights& weights,
                          const RecurrentState& start, const Steps& steps) {
    CHECK(x.shape().rank() == 3 && weights.recurrent.shape().rank() == 2,
          std::string(operation) + " of " + x.shape().text());
    const kernels::RecurrentShape shape{.cell = kind,
                                        .n = x.shape()[0],
                                        .t = x.shape()[1],
                                        .d = x.shape()[2],
                                        .h = weights.recurrent.shape()[0],
                                        .reverse = steps.reverse};
    const std::int64_t columns = kernels::cellGates(kind) * shape.h;
    const auto check = [&](const Variable& v, const Shape& expected, bool optional, const char* what) {
        CHECK(v.defined() ? v.shape() == expected && v.dtype() == x.dtype() : optional,
              std::string(operation) + ": " + what + " should be " + expected.text());
    };
    check(weights.input, {shape.d, columns}, false, "input weights");
    check(weights.recurrent, {shape.h, columns}, false, "recurrent weights");
    check(weights.bias, {columns}, true, "bias");
    check(weights.candidateBias, {shape.h}, true, "candidate bias");
    check(start.state, {shape.n, shape.h}, true, "first state");
    check(start.cell, {shape.n, shape.h}, true, "first cell");
    CHECK(kind == CellKind::Gru || !weights.candidateBias.defined(), "only a GRU has a candidate bias");
    CHECK(kind == CellKind::Lstm || !start.cell.defined(), "only an LSTM has a cell");
    const Shape all{shape.n, shape.t};
    CHECK(!steps.mask.defined() || (steps.mask.shape() == all && steps.mask.dtype() == DType::I32),
          "a mask should be " + all.text());
    RecurrentResult result;
    withReal(x.dtype(), [&](auto zero) { result = walk<decltype(zero)>(operation, shape, x, weights, start, steps); });
    return result;
}

}  // namespace

Tensor maskOfLengths(const Tensor& lengths, std::int64_t T) {
    CHECK(lengths.shape().rank() == 1 && lengths.dtype() == DType::I32, "lengths " + lengths.shape().text());
    Tensor mask = Tensor::zeros({lengths.elements(), T}, DType::I32);
    std::int32_t* row = mask.data<std::int32_t>();
    for (const std::int32_t length : lengths.values<std::int32_t>()) {
        CHECK(length >= 0 && length <= T, "length " + std::to_string(length) + " of " + std::to_string(T) + " steps");
        std::fill_n(row, length, 1);
        row += T;
    }
    return mask;
}

RecurrentResult simpleRnn(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start,
                          const Steps& steps, SimpleActivation activation) {
    const CellKind kind = activation == SimpleActivation::Tanh ? CellKind::Tanh : CellKind::Relu;
    return recurrent("simpleRnn", kind, x, weights, start, steps);
}

RecurrentResult lstm(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start,
                     const Steps& steps) {
    return recurrent("lstm", CellKind::Lstm, x, weights, start, steps);
}

RecurrentResult gru(const Variable& x, const RecurrentWeights& weights, const RecurrentState& start,
                    const Steps& steps) {
    return recurrent("gru", CellKind::Gru, x, weights, start, steps);
}

}  // namespace perceptarium::autograd
