// What operations and their derivatives are made of: tensors in, tensors out, nothing is recorded. For the sources of
// this folder.
#pragma once

#include <array>
#include <vector>

#include "autograd/variable.h"
#include "kernels/isa/inner.h"
#include "kernels/reduce.h"
#include "kernels/strided.h"

namespace perceptarium::autograd {

/// Uninitialized, of the same shape and kind.
inline Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

/// The shape that both make by NumPy's rule (CHECK that they do).
Shape broadcastShape(const Shape& a, const Shape& b);
/// f(a, b), broadcast. Requires equal kinds (CHECK).
Tensor combine(kernels::Binary f, const Tensor& a, const Tensor& b);
/// factor · a
Tensor scaled(const Tensor& a, double factor);
/// mask ? a : b, broadcast; mask i32.
Tensor choose(const Tensor& mask, const Tensor& a, const Tensor& b);

/// Axis counted from the front. Requires −rank ≤ axis < rank (CHECK).
int axisOf(const Shape& shape, int axis);
/// Marks the axes named (negative ones count from the end), or all when none is. Requires each at most once (CHECK).
using AxisMarks = std::array<bool, Shape::kMaximumRank>;
AxisMarks marksOf(const Shape& shape, const std::vector<int>& axes);
/// The shape with the marked extents 1.
Shape shrunk(const Shape& shape, const AxisMarks& marks);
/// The shape without the marked axes.
Shape without(const Shape& shape, const AxisMarks& marks);
/// Reduces the marked axes, which are kept with extent 1.
Tensor reduced(kernels::Reduction how, const Tensor& x, const AxisMarks& marks);
/// x as [outer, n, inner], the axis (from the front) in the middle.
kernels::MiddleAxis middleOf(const Shape& shape, int axis);
/// The gradient of an operand that was broadcast: summed over the axes along which it stood still.
Tensor sumTo(Tensor gradient, const Shape& shape);
/// Adds what sumTo makes of it to the variable's gradient.
void give(const Variable& to, Tensor gradient);

/// Copies a box between tensors of the same kind, of any kind; offsets in numbers.
void copyBox(const kernels::Strided& box, const Tensor& from, std::int64_t fromOffset, Tensor& to,
             std::int64_t toOffset);
/// Adds instead. Floating kinds only.
void addBox(const kernels::Strided& box, const Tensor& from, std::int64_t fromOffset, Tensor& to,
            std::int64_t toOffset);
/// A box of the given extents; strides are filled in by the caller.
kernels::Strided boxOf(const Shape& extents);
/// A copy whose axis i is axis order[i] of x.
Tensor permuted(const Tensor& x, const std::array<int, Shape::kMaximumRank>& order);

}  // namespace perceptarium::autograd
