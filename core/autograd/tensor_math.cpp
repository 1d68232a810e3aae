#include "autograd/tensor_math.h"

#include <algorithm>
#include <utility>

#include "autograd/real_kind.h"
#include "kernels/broadcast.h"
#include "kernels/elementwise.h"
#include "kernels/reduce.h"

namespace perceptarium::autograd {

Shape broadcastShape(const Shape& a, const Shape& b) {
    auto shape = kernels::broadcast(a, b);
    CHECK(shape.has_value(), "operands " + a.text() + " and " + b.text());
    return *std::move(shape);
}

Tensor combine(kernels::Binary f, const Tensor& a, const Tensor& b) {
    CHECK(a.dtype() == b.dtype(), "operands of two kinds of numbers");
    const bool alike = a.shape() == b.shape();
    Tensor out = alike ? like(a) : Tensor::empty(broadcastShape(a.shape(), b.shape()), a.dtype());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        if (alike)
            kernels::binary(f, out.elements(), a.data<T>(), b.data<T>(), out.data<T>());
        else
            kernels::binary(f, kernels::Walk<2>(out.shape(), {&a.shape(), &b.shape()}), a.data<T>(), b.data<T>(),
                            out.data<T>());
    });
    return out;
}

Tensor scaled(const Tensor& a, double factor) {
    Tensor out = like(a);
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::scale(a.elements(), static_cast<T>(factor), a.data<T>(), out.data<T>());
    });
    return out;
}

Tensor choose(const Tensor& mask, const Tensor& a, const Tensor& b) {
    CHECK(mask.dtype() == DType::I32 && a.dtype() == b.dtype(), "a mask holds whole numbers, both choices one kind");
    Tensor out = Tensor::empty(broadcastShape(mask.shape(), broadcastShape(a.shape(), b.shape())), a.dtype());
    const kernels::Walk<3> walk(out.shape(), {&mask.shape(), &a.shape(), &b.shape()});
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::select(walk, mask.data<std::int32_t>(), a.data<T>(), b.data<T>(), out.data<T>());
    });
    return out;
}

int axisOf(const Shape& shape, int axis) {
    CHECK(axis >= -shape.rank() && axis < shape.rank(), "axis " + std::to_string(axis) + " of " + shape.text());
    return axis < 0 ? axis + shape.rank() : axis;
}

AxisMarks marksOf(const Shape& shape, const std::vector<int>& axes) {
    AxisMarks marks{};
    if (axes.empty()) std::fill_n(marks.begin(), shape.rank(), true);
    for (const int axis : axes) {
        bool& mark = marks[static_cast<std::size_t>(axisOf(shape, axis))];
        CHECK(!mark, "an axis named twice");
        mark = true;
    }
    return marks;
}

namespace {
Shape shapeOf(const std::array<std::int64_t, Shape::kMaximumRank>& extents, int rank) {
    return Shape(std::span<const std::int64_t>(extents.data(), static_cast<std::size_t>(rank)));
}
}  // namespace

Shape shrunk(const Shape& shape, const AxisMarks& marks) {
    std::array<std::int64_t, Shape::kMaximumRank> extents{};
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const auto i = static_cast<std::size_t>(axis);
        extents[i] = marks[i] ? 1 : shape[axis];
    }
    return shapeOf(extents, shape.rank());
}

Shape without(const Shape& shape, const AxisMarks& marks) {
    std::array<std::int64_t, Shape::kMaximumRank> extents{};
    std::size_t rank = 0;
    for (int axis = 0; axis < shape.rank(); ++axis)
        if (!marks[static_cast<std::size_t>(axis)]) extents[rank++] = shape[axis];
    return shapeOf(extents, static_cast<int>(rank));
}

Tensor reduced(kernels::Reduction how, const Tensor& x, const AxisMarks& marks) {
    const Shape& shape = x.shape();
    // The marked axes count as one when no other axis with more than one place lies between them.
    kernels::MiddleAxis middle{1, 1, 1};
    bool together = true;
    for (int axis = 0; axis < shape.rank(); ++axis) {
        const bool marked = marks[static_cast<std::size_t>(axis)];
        const std::int64_t extent = shape[axis];
        if (extent == 1) continue;
        if (marked && middle.inner != 1) together = false;
        if (marked)
            middle.n *= extent;
        else if (middle.n == 1)
            middle.outer *= extent;
        else
            middle.inner *= extent;
    }
    if (!together) {
        std::array<int, Shape::kMaximumRank> order{};
        std::size_t next = 0;
        for (const bool turn : {false, true})
            for (int axis = 0; axis < shape.rank(); ++axis)
                if (marks[static_cast<std::size_t>(axis)] == turn) order[next++] = axis;
        AxisMarks last{};
        int kept = without(shape, marks).rank();
        for (int axis = kept; axis < shape.rank(); ++axis) last[static_cast<std::size_t>(axis)] = true;
        return reduced(how, permuted(x, order), last).reshaped(shrunk(shape, marks));
    }
    CHECK(how == kernels::Reduction::Sum || x.elements() > 0 || shrunk(shape, marks).elements() == 0,
          "the greatest or least of nothing");
    Tensor out = Tensor::empty(shrunk(shape, marks), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::reduce(how, middle, x.data<T>(), out.data<T>());
    });
    return out;
}

Tensor sumTo(Tensor gradient, const Shape& shape) {
    if (gradient.shape() == shape) return gradient;
    const Shape& from = gradient.shape();
    AxisMarks marks{};
    for (int back = 1; back <= from.rank(); ++back)
        marks[static_cast<std::size_t>(from.rank() - back)] = back > shape.rank() || shape[-back] != from[-back];
    return reduced(kernels::Reduction::Sum, gradient, marks).reshaped(shape);
}

kernels::MiddleAxis middleOf(const Shape& shape, int axis) {
    kernels::MiddleAxis middle{1, shape[axis], 1};
    for (int i = 0; i < axis; ++i) middle.outer *= shape[i];
    for (int i = axis + 1; i < shape.rank(); ++i) middle.inner *= shape[i];
    return middle;
}

void give(const Variable& to, Tensor gradient) { to.addGrad(sumTo(std::move(gradient), to.shape())); }

void copyBox(const kernels::Strided& box, const Tensor& from, std::int64_t fromOffset, Tensor& to,
             std::int64_t toOffset) {
    CHECK(from.dtype() == to.dtype(), "a copy between two kinds of numbers");
    const auto copy = [&](auto zero) {
        using T = decltype(zero);
        kernels::copyStrided(box, reinterpret_cast<const T*>(from.bytes()) + fromOffset,
                             reinterpret_cast<T*>(to.bytes()) + toOffset);
    };
    sizeOf(from.dtype()) == 8 ? copy(double{}) : copy(float{});
}

void addBox(const kernels::Strided& box, const Tensor& from, std::int64_t fromOffset, Tensor& to,
            std::int64_t toOffset) {
    CHECK(from.dtype() == to.dtype(), "a sum of two kinds of numbers");
    withReal(from.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::addStrided(box, from.data<T>() + fromOffset, to.data<T>() + toOffset);
    });
}

kernels::Strided boxOf(const Shape& extents) {
    kernels::Strided box;
    box.rank = extents.rank();
    std::copy(extents.extents().begin(), extents.extents().end(), box.extents.begin());
    return box;
}

Tensor permuted(const Tensor& x, const std::array<int, Shape::kMaximumRank>& order) {
    const int rank = x.shape().rank();
    std::array<std::int64_t, Shape::kMaximumRank> extents{};
    const auto strides = kernels::denseStrides(x.shape());
    kernels::Strided box;
    box.rank = rank;
    for (std::size_t i = 0; i < static_cast<std::size_t>(rank); ++i) {
        extents[i] = box.extents[i] = x.shape()[order[i]];
        box.from[i] = strides[static_cast<std::size_t>(order[i])];
    }
    Tensor out = Tensor::empty(shapeOf(extents, rank), x.dtype());
    box.to = kernels::denseStrides(out.shape());
    copyBox(box, x, 0, out, 0);
    return out;
}

}  // namespace perceptarium::autograd
