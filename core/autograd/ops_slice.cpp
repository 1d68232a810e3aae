#include <algorithm>
#include <numeric>
#include <utility>

#include "autograd/ops_shape.h"
#include "autograd/tensor_math.h"

namespace perceptarium::autograd {
namespace {

std::vector<std::int64_t> extentsOf(const Shape& shape) { return {shape.extents().begin(), shape.extents().end()}; }

/// The part of a larger tensor that the smaller one stands for: where it begins and how its places are spaced.
struct Part {
    kernels::Strided box;  ///< from the larger (from) to the smaller (to)
    std::int64_t offset = 0;

    kernels::Strided back() const {
        kernels::Strided other = box;
        std::swap(other.from, other.to);
        return other;
    }
};

Part partOf(const Shape& whole, const Shape& part, int axis, std::int64_t begin, std::int64_t step) {
    Part result{boxOf(part), 0};
    result.box.from = kernels::denseStrides(whole);
    result.box.to = kernels::denseStrides(part);
    const auto i = static_cast<std::size_t>(axis);
    result.offset = begin * result.box.from[i];
    result.box.from[i] *= step;
    return result;
}

}  // namespace

Variable slice(const Variable& x, int axis, std::int64_t begin, std::int64_t end, std::int64_t step) {
    const int at = axisOf(x.shape(), axis);
    CHECK(begin >= 0 && begin <= end && end <= x.shape()[at] && step >= 1,
          "slice " + std::to_string(begin) + "…" + std::to_string(end) + " of axis " + std::to_string(at) + " of " +
              x.shape().text());
    auto extents = extentsOf(x.shape());
    extents[static_cast<std::size_t>(at)] = (end - begin + step - 1) / step;
    Tensor out = Tensor::empty(Shape(extents), x.dtype());
    const Part part = partOf(x.shape(), out.shape(), at, begin, step);
    copyBox(part.box, x.value(), part.offset, out, 0);
    // Added in place: many slices of one tensor (time steps, gates) must not cost a whole gradient each.
    return record("slice", std::move(out), {x},
                  [x, part](const Tensor& grad) { addBox(part.back(), grad, 0, x.gradToAddTo(), part.offset); });
}

Variables split(const Variable& x, const std::vector<std::int64_t>& sizes, int axis) {
    const int at = axisOf(x.shape(), axis);
    CHECK(std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}) == x.shape()[at],
          "parts that do not add up to axis " + std::to_string(at) + " of " + x.shape().text());
    Variables parts;
    std::int64_t begin = 0;
    for (const std::int64_t size : sizes) {
        parts.push_back(slice(x, at, begin, begin + size));
        begin += size;
    }
    return parts;
}

Variable pad(const Variable& x, const std::vector<std::int64_t>& before, const std::vector<std::int64_t>& after,
             double value) {
    const auto rank = static_cast<std::size_t>(x.shape().rank());
    CHECK(before.size() == rank && after.size() == rank, "padding for another number of axes than " + x.shape().text());
    auto extents = extentsOf(x.shape());
    for (std::size_t axis = 0; axis < rank; ++axis) {
        CHECK(before[axis] >= 0 && after[axis] >= 0, "negative padding");
        extents[axis] += before[axis] + after[axis];
    }
    Tensor out = Tensor::full(Shape(extents), value, x.dtype());
    Part part = partOf(out.shape(), x.shape(), 0, 0, 1);
    for (std::size_t axis = 0; axis < rank; ++axis) part.offset += before[axis] * part.box.from[axis];
    copyBox(part.back(), x.value(), 0, out, part.offset);
    return record("pad", std::move(out), {x}, [x, part](const Tensor& grad) {
        Tensor dx = like(x.value());
        copyBox(part.box, grad, part.offset, dx, 0);
        x.addGrad(std::move(dx));
    });
}

}  // namespace perceptarium::autograd
