#include "autograd/ops_matmul.h"

#include <algorithm>
#include <utility>

#include "autograd/weighted.h"
#include "kernels/broadcast.h"
#include "kernels/linear.h"
#include "kernels/product.h"

namespace perceptarium::autograd {
namespace {

/// What a product is computed as: `batch` products of one shape.
struct Plan {
    kernels::ProductShape shape;
    Shape batchA, batchB, batch;  ///< leading axes
};

Shape leading(const Shape& shape) { return Shape(shape.extents().first(static_cast<std::size_t>(shape.rank() - 2))); }

Shape joined(const Shape& batch, std::int64_t rows, std::int64_t columns) {
    std::vector<std::int64_t> extents(batch.extents().begin(), batch.extents().end());
    extents.insert(extents.end(), {rows, columns});
    return Shape(extents);
}

Plan planOf(const Shape& a, const Shape& b, bool transposeA, bool transposeB) {
    CHECK(a.rank() >= 2 && b.rank() >= 2 && a[transposeA ? -2 : -1] == b[transposeB ? -1 : -2],
          "product of " + a.text() + (transposeA ? "ᵀ" : "") + " and " + b.text() + (transposeB ? "ᵀ" : ""));
    Plan plan{{a[transposeA ? -1 : -2], b[transposeB ? -2 : -1], a[transposeA ? -2 : -1], transposeA, transposeB},
              leading(a),
              leading(b),
              {}};
    plan.batch = broadcastShape(plan.batchA, plan.batchB);
    return plan;
}

/// op(a) · op(b), nothing recorded.
Tensor product(const Tensor& a, const Tensor& b, bool transposeA, bool transposeB) {
    CHECK(a.dtype() == b.dtype(), "a product of two kinds of numbers");
    const Plan plan = planOf(a.shape(), b.shape(), transposeA, transposeB);
    Tensor out = Tensor::empty(joined(plan.batch, plan.shape.m, plan.shape.n), a.dtype());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        const kernels::Walk<2> walk(plan.batch, {&plan.batchA, &plan.batchB});
        kernels::products(plan.shape, walk, a.data<T>(), b.data<T>(), out.data<T>());
    });
    return out;
}

/// All rows of a batch of matrices as one matrix.
Tensor rowsOf(const Tensor& x) {
    const std::int64_t width = x.shape()[-1];
    return x.reshaped(Shape{width == 0 ? 0 : x.elements() / width, width});
}

}  // namespace

Variable matmul(const Variable& a, const Variable& b, bool transposeA, bool transposeB) {
    // One matrix on the right serves a whole batch of rows: one large product instead of many small ones.
    const bool together = !transposeA && b.shape().rank() == 2 && a.shape().rank() > 2 && a.value().elements() > 0;
    Tensor out;
    if (together) {
        (void)planOf(a.shape(), b.shape(), transposeA, transposeB);
        out = product(rowsOf(a.value()), b.value(), false, transposeB);
        out = out.reshaped(joined(leading(a.shape()), a.shape()[-2], out.shape()[1]));
    } else {
        out = product(a.value(), b.value(), transposeA, transposeB);
    }
    return record("matmul", std::move(out), {a, b}, [a, b, transposeA, transposeB, together](const Tensor& grad) {
        // C = A B: dA = dC Bᵀ, dB = Aᵀ dC, and the same transposed where an operand is.
        const Tensor& x = a.value();
        const Tensor& y = b.value();
        if (together) {
            const Tensor rows = rowsOf(grad);
            if (a.requiresGrad()) a.addGrad(product(rows, y, false, !transposeB).reshaped(x.shape()));
            if (b.requiresGrad())
                b.addGrad(transposeB ? product(rows, rowsOf(x), true, false) : product(rowsOf(x), rows, true, false));
            return;
        }
        if (a.requiresGrad())
            give(a, transposeA ? product(y, grad, transposeB, true) : product(grad, y, false, !transposeB));
        if (b.requiresGrad())
            give(b, transposeB ? product(grad, x, true, transposeA) : product(x, grad, !transposeA, false));
    });
}

Variable linear(const Variable& x, const Variable& w, const Variable& b) {
    CHECK(x.shape().rank() >= 1 && w.shape().rank() == 2 && x.shape()[-1] == w.shape()[0] && x.dtype() == w.dtype(),
          "linear of " + x.shape().text() + " with weights " + w.shape().text());
    CHECK(!b.defined() || (b.shape() == Shape{w.shape()[1]} && b.dtype() == w.dtype()),
          "linear with weights " + w.shape().text() + " and bias " + b.shape().text());
    const std::int64_t d = w.shape()[0], f = w.shape()[1];
    const kernels::LinearShape shape{d == 0 ? 0 : x.value().elements() / d, d, f};
    Tensor out = Tensor::empty(Shape{shape.n, f}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::linear(shape, x.value().data<T>(), w.value().data<T>(), b.defined() ? b.value().data<T>() : nullptr,
                        out.data<T>());
    });
    return record("linear", std::move(out), inputsOf(x, w, b), [x, w, b, shape](const Tensor& dy) {
        goBack(
            x, w, b, dy,
            [&]<class T>(T* dw, T* db) {
                kernels::linearBackwardWeights(shape, x.value().data<T>(), dy.data<T>(), dw, db);
            },
            [&]<class T>(T* dx) { kernels::linearBackwardData(shape, w.value().data<T>(), dy.data<T>(), dx); });
    });
}

}  // namespace perceptarium::autograd
