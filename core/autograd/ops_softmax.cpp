#include "autograd/ops_softmax.h"

#include <optional>
#include <utility>

#include "autograd/ops_math.h"
#include "autograd/ops_shape.h"
#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"
#include "kernels/softmax.h"

namespace perceptarium::autograd {
namespace {

struct Rows {
    std::int64_t n, c;
    Tensor mask;  ///< kept alive for `counts`
    std::optional<kernels::RowMask> counts;

    const kernels::RowMask* use() const { return counts ? &*counts : nullptr; }
};

Rows rowsOf(const Shape& x, Tensor mask) {
    const std::int64_t c = x[-1];
    Rows rows{c == 0 ? 0 : x.elements() / c, c, {}, {}};
    if (!mask.defined()) return rows;
    CHECK(mask.dtype() == DType::I32 && broadcastShape(mask.shape(), x) == x,
          "a mask " + mask.shape().text() + " for " + x.text());
    if (mask.shape().rank() == 0 || mask.shape()[-1] != c) {  // one answer for whole rows
        std::vector<std::int64_t> extents(mask.shape().extents().begin(), mask.shape().extents().end());
        if (extents.empty()) extents.push_back(1);
        extents.back() = c;
        mask = broadcastTo(Variable(mask), Shape(extents)).value();
    }
    const auto leading = [](const Shape& shape) {
        return Shape(shape.extents().first(static_cast<std::size_t>(shape.rank() - 1)));
    };
    const Shape all = leading(x), own = leading(mask.shape());
    rows.counts = kernels::RowMask{mask.data<std::int32_t>(), kernels::Walk<2>(all, {&all, &own})};
    rows.mask = std::move(mask);
    return rows;
}

/// Along the last axis.
Variable softmaxOfRows(const Variable& x, const Tensor& mask) {
    const Rows rows = rowsOf(x.shape(), mask);
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::softmax(rows.n, rows.c, x.value().data<T>(), y.data<T>(), rows.use());
    });
    return record("softmax", y, {x}, [x, y, n = rows.n, c = rows.c](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::softmaxBackward(n, c, y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable logSoftmaxOfRows(const Variable& x, const Tensor& mask) {
    const Rows rows = rowsOf(x.shape(), mask);
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::logSoftmax(rows.n, rows.c, x.value().data<T>(), y.data<T>(), rows.use());
    });
    return record("logSoftmax", y, {x}, [x, y, rows](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::logSoftmaxBackward(rows.n, rows.c, y.data<T>(), dy.data<T>(), dx.data<T>(), rows.use());
        });
        x.addGrad(std::move(dx));
    });
}

/// Brings the axis to the end, calls rows(x, mask), and brings it back.
template <class OfRows>
Variable along(const Variable& x, int axis, double temperature, const Tensor& mask, OfRows rows) {
    CHECK(x.shape().rank() >= 1, "softmax of " + x.shape().text());
    CHECK(temperature > 0, "a temperature above 0");
    const Variable logits = temperature == 1 ? x : scale(x, 1 / temperature);
    const int at = axisOf(x.shape(), axis);
    if (at == x.shape().rank() - 1) return rows(logits, mask);
    Tensor turned = mask;
    if (mask.defined()) {
        std::vector<std::int64_t> extents(mask.shape().extents().begin(), mask.shape().extents().end());
        extents.insert(extents.begin(), static_cast<std::size_t>(x.shape().rank() - mask.shape().rank()), 1);
        turned = transpose(Variable(mask.reshaped(Shape(extents))), at, -1).value();
    }
    return transpose(rows(transpose(logits, at, -1), turned), at, -1);
}

}  // namespace

Variable softmax(const Variable& x, int axis, double temperature, const Tensor& mask) {
    return along(x, axis, temperature, mask, softmaxOfRows);
}

Variable logSoftmax(const Variable& x, int axis, double temperature, const Tensor& mask) {
    return along(x, axis, temperature, mask, logSoftmaxOfRows);
}

Variable logSumExp(const Variable& x, int axis, bool keepDims) {
    const int at = axisOf(x.shape(), axis);
    const Variable rows = at == x.shape().rank() - 1 ? x : transpose(x, at, -1);
    AxisMarks last{};
    last[static_cast<std::size_t>(x.shape().rank() - 1)] = true;
    Tensor y = Tensor::empty(shrunk(rows.shape(), last), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::logSumExp(y.elements(), rows.shape()[-1], rows.value().data<T>(), y.data<T>());
    });
    // The derivative is the softmax: e^(x − y).
    const Variable result = record("logSumExp", y, {rows}, [rows, y](const Tensor& dy) {
        const NoGrad off;
        const Variable weights = exp(subtract(Variable(rows.value()), Variable(y)));
        rows.addGrad(combine(kernels::Binary::Multiply, weights.value(), dy));
    });
    const Variable placed = at == x.shape().rank() - 1 ? result : transpose(result, at, -1);
    return keepDims ? placed : squeeze(placed, at);
}

}  // namespace perceptarium::autograd
