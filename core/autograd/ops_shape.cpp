#include "autograd/ops_shape.h"

#include <algorithm>
#include <utility>

#include "autograd/tensor_math.h"

namespace perceptarium::autograd {
namespace {

using Order = std::array<int, Shape::kMaximumRank>;

Variable reordered(std::string_view operation, const Variable& x, const Order& order) {
    Order back{};
    for (int axis = 0; axis < x.shape().rank(); ++axis)
        back[static_cast<std::size_t>(order[static_cast<std::size_t>(axis)])] = axis;
    return record(operation, permuted(x.value(), order), {x},
                  [x, back](const Tensor& grad) { x.addGrad(permuted(grad, back)); });
}

std::vector<std::int64_t> extentsOf(const Shape& shape) { return {shape.extents().begin(), shape.extents().end()}; }

Tensor flipped(const Tensor& x, const AxisMarks& marks) {
    kernels::Strided box = boxOf(x.shape());
    box.from = box.to = kernels::denseStrides(x.shape());
    std::int64_t offset = 0;
    for (std::size_t axis = 0; axis < static_cast<std::size_t>(box.rank); ++axis) {
        if (!marks[axis]) continue;
        offset += (box.extents[axis] - 1) * box.from[axis];
        box.from[axis] = -box.from[axis];
    }
    Tensor out = like(x);
    if (x.elements() > 0) copyBox(box, x, offset, out, 0);
    return out;
}

}  // namespace

Variable reshape(const Variable& x, Shape shape) {
    return record("reshape", x.value().reshaped(std::move(shape)), {x},
                  [x](const Tensor& grad) { x.addGrad(grad.reshaped(x.shape())); });
}

Variable squeeze(const Variable& x, int axis) {
    const int at = axisOf(x.shape(), axis);
    CHECK(x.shape()[at] == 1, "axis " + std::to_string(at) + " of " + x.shape().text() + " holds more than one");
    auto extents = extentsOf(x.shape());
    extents.erase(extents.begin() + at);
    return reshape(x, Shape(extents));
}

Variable unsqueeze(const Variable& x, int axis) {
    const int rank = x.shape().rank() + 1, at = axis < 0 ? axis + rank : axis;
    CHECK(at >= 0 && at < rank, "no place for a new axis " + std::to_string(axis) + " in " + x.shape().text());
    auto extents = extentsOf(x.shape());
    extents.insert(extents.begin() + at, 1);
    return reshape(x, Shape(extents));
}

Variable permute(const Variable& x, const std::vector<int>& order) {
    CHECK(static_cast<int>(order.size()) == x.shape().rank(), "an order for another number of axes");
    (void)marksOf(x.shape(), order);  // each once
    Order from{};
    std::transform(order.begin(), order.end(), from.begin(), [&](int axis) { return axisOf(x.shape(), axis); });
    return reordered("permute", x, from);
}

Variable transpose(const Variable& x, int axis, int other) {
    Order order{};
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    std::swap(order[static_cast<std::size_t>(axisOf(x.shape(), axis))],
              order[static_cast<std::size_t>(axisOf(x.shape(), other))]);
    return reordered("transpose", x, order);
}

Variable flip(const Variable& x, const std::vector<int>& axes) {
    CHECK(!axes.empty(), "no axis to flip");
    const AxisMarks marks = marksOf(x.shape(), axes);
    return record("flip", flipped(x.value(), marks), {x},
                  [x, marks](const Tensor& grad) { x.addGrad(flipped(grad, marks)); });
}

}  // namespace perceptarium::autograd
