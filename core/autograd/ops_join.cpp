#include <algorithm>
#include <utility>

#include "autograd/ops_shape.h"
#include "autograd/tensor_math.h"

namespace perceptarium::autograd {
namespace {

std::vector<std::int64_t> extentsOf(const Shape& shape) { return {shape.extents().begin(), shape.extents().end()}; }

/// From a part of `extents` to the whole; `strides` are the whole's.
kernels::Strided toWhole(const Shape& part, const Shape& whole) {
    kernels::Strided box = boxOf(part);
    box.from = kernels::denseStrides(part);
    box.to = kernels::denseStrides(whole);
    return box;
}

}  // namespace

Variable concatenate(const Variables& parts, int axis) {
    CHECK(!parts.empty() && parts.front().shape().rank() >= 1, "nothing to concatenate");
    const Shape& first = parts.front().shape();
    const int at = axisOf(first, axis);
    auto extents = extentsOf(first);
    std::int64_t& along = extents[static_cast<std::size_t>(at)];
    along = 0;
    for (const Variable& part : parts) {
        bool fits = part.shape().rank() == first.rank() && part.dtype() == parts.front().dtype();
        for (int i = 0; fits && i < first.rank(); ++i) fits = i == at || part.shape()[i] == first[i];
        CHECK(fits, "concatenating " + first.text() + " and " + part.shape().text());
        along += part.shape()[at];
    }
    Tensor out = Tensor::empty(Shape(extents), parts.front().dtype());
    const std::int64_t step = kernels::denseStrides(out.shape())[static_cast<std::size_t>(at)];
    std::int64_t offset = 0;
    for (const Variable& part : parts) {
        copyBox(toWhole(part.shape(), out.shape()), part.value(), 0, out, offset);
        offset += part.shape()[at] * step;
    }
    return record("concatenate", std::move(out), parts, [parts, at, step](const Tensor& grad) {
        std::int64_t from = 0;
        for (const Variable& part : parts) {
            if (part.requiresGrad()) {
                Tensor share = like(part.value());
                kernels::Strided box = toWhole(part.shape(), grad.shape());
                std::swap(box.from, box.to);
                copyBox(box, grad, from, share, 0);
                part.addGrad(std::move(share));
            }
            from += part.shape()[at] * step;
        }
    });
}

Variable stack(const Variables& parts, int axis) {
    CHECK(!parts.empty(), "nothing to stack");
    Variables slabs;
    for (const Variable& part : parts) {
        CHECK(part.shape() == parts.front().shape(),
              "stacking " + parts.front().shape().text() + " and " + part.shape().text());
        slabs.push_back(unsqueeze(part, axis));
    }
    return concatenate(slabs, axis);
}

Variable broadcastTo(const Variable& x, const Shape& shape) {
    CHECK(broadcastShape(x.shape(), shape) == shape, "broadcasting " + x.shape().text() + " to " + shape.text());
    kernels::Strided box = boxOf(shape);
    box.to = kernels::denseStrides(shape);
    const auto own = kernels::denseStrides(x.shape());
    for (int back = 1; back <= x.shape().rank(); ++back)
        if (x.shape()[-back] != 1)
            box.from[static_cast<std::size_t>(shape.rank() - back)] =
                own[static_cast<std::size_t>(x.shape().rank() - back)];
    Tensor out = Tensor::empty(shape, x.dtype());
    copyBox(box, x.value(), 0, out, 0);
    return record("broadcastTo", std::move(out), {x}, [x](const Tensor& grad) { give(x, grad); });
}

namespace {

/// The axis beside the new one, which is repeated, and both together as one.
Variable repeated(const Variable& x, int axis, std::int64_t times, bool each) {
    const int at = axisOf(x.shape(), axis);
    CHECK(times >= 0, "repeated less than never");
    auto extents = extentsOf(x.shape());
    auto whole = extents;
    whole[static_cast<std::size_t>(at)] *= times;
    extents.insert(extents.begin() + at + (each ? 1 : 0), times);
    return reshape(broadcastTo(unsqueeze(x, at + (each ? 1 : 0)), Shape(extents)), Shape(whole));
}

}  // namespace

Variable repeat(const Variable& x, int axis, std::int64_t times) { return repeated(x, axis, times, false); }
Variable repeatEach(const Variable& x, int axis, std::int64_t times) { return repeated(x, axis, times, true); }

}  // namespace perceptarium::autograd
