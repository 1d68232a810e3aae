#include "autograd/ops_reduce.h"

#include <utility>

#include "autograd/ops_math.h"
#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"
#include "kernels/elementwise.h"
#include "kernels/reduce.h"

namespace perceptarium::autograd {
namespace {

using kernels::Binary;
using kernels::Reduction;

/// factor · Σ a as a tensor of shape [].
Variable scaledSum(std::string_view operation, const Variable& a, double factor) {
    Tensor out = Tensor::empty({}, a.dtype());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        out.data<T>()[0] =
            static_cast<T>(factor) * kernels::sum(a.value().elements(), std::as_const(a.value()).data<T>());
    });
    return record(operation, std::move(out), {a}, [a, factor](const Tensor& grad) {
        a.addGrad(Tensor::full(a.shape(), factor * grad.at(0), a.dtype()));
    });
}

/// The gradient of a result without the axes, at every place of x, times `factor`.
Tensor spread(const Tensor& grad, const Shape& kept, const Shape& x, double factor) {
    const Tensor small = (factor == 1 ? grad : scaled(grad, factor)).reshaped(kept);
    Tensor out = Tensor::empty(x, grad.dtype());
    kernels::Strided box = boxOf(x);
    box.to = kernels::denseStrides(x);
    box.from = kernels::denseStrides(kept);
    for (int axis = 0; axis < x.rank(); ++axis)
        if (kept[axis] == 1) box.from[static_cast<std::size_t>(axis)] = 0;
    copyBox(box, small, 0, out, 0);
    return out;
}

Variable scaledSum(std::string_view operation, const Variable& x, const AxisMarks& marks, bool keepDims,
                   double factor) {
    Tensor y = reduced(Reduction::Sum, x.value(), marks);
    const Shape kept = y.shape();
    if (factor != 1) y = scaled(y, factor);
    if (!keepDims) y = y.reshaped(without(x.shape(), marks));
    return record(operation, std::move(y), {x},
                  [x, kept, factor](const Tensor& grad) { x.addGrad(spread(grad, kept, x.shape(), factor)); });
}

/// How many numbers make one of the result.
std::int64_t countOf(const Shape& shape, const AxisMarks& marks) {
    std::int64_t count = 1;
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (marks[static_cast<std::size_t>(axis)]) count *= shape[axis];
    return count;
}

Variable extreme(std::string_view operation, Reduction how, const Variable& x, const std::vector<int>& axes,
                 bool keepDims) {
    const AxisMarks marks = marksOf(x.shape(), axes);
    const Tensor y = reduced(how, x.value(), marks);
    return record(operation, keepDims ? y : y.reshaped(without(x.shape(), marks)), {x},
                  [x, y, marks](const Tensor& grad) {
                      const Tensor hits = combine(Binary::Same, x.value(), y);  // 1 at each place that holds the result
                      const Tensor share =
                          combine(Binary::Divide, grad.reshaped(y.shape()), reduced(Reduction::Sum, hits, marks));
                      x.addGrad(combine(Binary::Multiply, hits, share));
                  });
}

}  // namespace

Variable sum(const Variable& x) { return scaledSum("sum", x, 1); }

Variable mean(const Variable& x) {
    CHECK(x.value().elements() > 0, "the mean of nothing");
    return scaledSum("mean", x, 1.0 / static_cast<double>(x.value().elements()));
}

Variable sum(const Variable& x, const std::vector<int>& axes, bool keepDims) {
    return scaledSum("sum", x, marksOf(x.shape(), axes), keepDims, 1);
}

Variable mean(const Variable& x, const std::vector<int>& axes, bool keepDims) {
    const AxisMarks marks = marksOf(x.shape(), axes);
    const std::int64_t count = countOf(x.shape(), marks);
    CHECK(count > 0, "the mean of nothing");
    return scaledSum("mean", x, marks, keepDims, 1.0 / static_cast<double>(count));
}

Variable max(const Variable& x, const std::vector<int>& axes, bool keepDims) {
    return extreme("max", Reduction::Maximum, x, axes, keepDims);
}
Variable min(const Variable& x, const std::vector<int>& axes, bool keepDims) {
    return extreme("min", Reduction::Minimum, x, axes, keepDims);
}

Variable variance(const Variable& x, const std::vector<int>& axes, bool keepDims, bool unbiased) {
    const AxisMarks marks = marksOf(x.shape(), axes);
    const std::int64_t count = countOf(x.shape(), marks) - (unbiased ? 1 : 0);
    CHECK(count > 0, "the variance of too few numbers");
    const Variable deviation = subtract(x, mean(x, axes, true));
    return scaledSum("variance", square(deviation), marks, keepDims, 1.0 / static_cast<double>(count));
}

Variable norm(const Variable& x, const std::vector<int>& axes, bool keepDims) {
    const AxisMarks marks = marksOf(x.shape(), axes);
    Tensor y = reduced(Reduction::Sum, combine(Binary::Multiply, x.value(), x.value()), marks);
    y = combine(Binary::Power, y, Tensor::full({}, 0.5, y.dtype()));
    return record("norm", keepDims ? y : y.reshaped(without(x.shape(), marks)), {x}, [x, y](const Tensor& grad) {
        Tensor direction = combine(Binary::Divide, x.value(), y);
        const Tensor zero = Tensor::zeros({}, y.dtype());
        direction = choose(equal(y, zero), zero, direction);
        x.addGrad(combine(Binary::Multiply, direction, grad.reshaped(y.shape())));
    });
}

Variable cumulativeSum(const Variable& x, int axis) {
    const kernels::MiddleAxis middle = middleOf(x.shape(), axisOf(x.shape(), axis));
    const auto along = [middle](const Tensor& from, bool backwards) {
        Tensor to = like(from);
        withReal(from.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::runningSum(middle, backwards, from.data<T>(), to.data<T>());
        });
        return to;
    };
    return record("cumulativeSum", along(x.value(), false), {x},
                  [x, along](const Tensor& grad) { x.addGrad(along(grad, true)); });
}

Tensor argmax(const Tensor& x, int axis) {
    const int at = axisOf(x.shape(), axis);
    AxisMarks marks{};
    marks[static_cast<std::size_t>(at)] = true;
    Tensor out = Tensor::empty(without(x.shape(), marks), DType::I32);
    CHECK(x.shape()[at] > 0 || out.elements() == 0, "the greatest of nothing");
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::argMaximum(middleOf(x.shape(), at), x.data<T>(), out.data<std::int32_t>());
    });
    return out;
}

}  // namespace perceptarium::autograd
