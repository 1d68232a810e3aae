#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/elementwise.h"
#include "kernels/linear.h"

namespace perceptarium::autograd {
namespace {

void checkAlike(const Variable& a, const Variable& b) {
    CHECK(a.shape() == b.shape() && a.dtype() == b.dtype(), "operands " + a.shape().text() + " and " + b.shape().text());
}

Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

Tensor product(const Tensor& a, const Tensor& b) {
    Tensor out = like(a);
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::multiply(a.elements(), a.data<T>(), b.data<T>(), out.data<T>());
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

/// factor · Σ a as a tensor of shape [].
Variable scaledSum(std::string_view operation, const Variable& a, double factor) {
    Tensor out = Tensor::empty({}, a.dtype());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        out.data<T>()[0] = static_cast<T>(factor) * kernels::sum(a.value().elements(), std::as_const(a.value()).data<T>());
    });
    return record(operation, std::move(out), {a}, [a, factor](const Tensor& grad) {
        a.addGrad(Tensor::full(a.shape(), factor * grad.at(0), a.dtype()));
    });
}

}  // namespace

Variable add(const Variable& a, const Variable& b) {
    checkAlike(a, b);
    Tensor out = like(a.value());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::add(out.elements(), a.value().data<T>(), b.value().data<T>(), out.data<T>());
    });
    return record("add", std::move(out), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) a.addGrad(grad);
        if (b.requiresGrad()) b.addGrad(grad);
    });
}

Variable subtract(const Variable& a, const Variable& b) {
    checkAlike(a, b);
    Tensor out = like(a.value());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::subtract(out.elements(), a.value().data<T>(), b.value().data<T>(), out.data<T>());
    });
    return record("subtract", std::move(out), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) a.addGrad(grad);
        if (b.requiresGrad()) b.addGrad(scaled(grad, -1));
    });
}

Variable multiply(const Variable& a, const Variable& b) {
    checkAlike(a, b);
    return record("multiply", product(a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) a.addGrad(product(grad, b.value()));
        if (b.requiresGrad()) b.addGrad(product(grad, a.value()));
    });
}

Variable scale(const Variable& a, double factor) {
    return record("scale", scaled(a.value(), factor), {a},
                  [a, factor](const Tensor& grad) { a.addGrad(scaled(grad, factor)); });
}

Variable sum(const Variable& a) { return scaledSum("sum", a, 1); }

Variable mean(const Variable& a) {
    CHECK(a.value().elements() > 0, "the mean of nothing");
    return scaledSum("mean", a, 1.0 / static_cast<double>(a.value().elements()));
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
    Variables inputs{x, w};
    if (b.defined()) inputs.push_back(b);
    return record("linear", std::move(out), std::move(inputs), [x, w, b, shape](const Tensor& grad) {
        withReal(grad.dtype(), [&](auto zero) {
            using T = decltype(zero);
            if (w.requiresGrad() || b.requiresGrad()) {
                Tensor dw = w.requiresGrad() ? like(w.value()) : Tensor();
                Tensor db = b.requiresGrad() ? like(b.value()) : Tensor();
                kernels::linearBackwardWeights(shape, x.value().data<T>(), grad.data<T>(),
                                               dw.defined() ? dw.data<T>() : nullptr,
                                               db.defined() ? db.data<T>() : nullptr);
                if (dw.defined()) w.addGrad(std::move(dw));
                if (db.defined()) b.addGrad(std::move(db));
            }
            if (x.requiresGrad()) {
                Tensor dx = like(x.value());
                kernels::linearBackwardData(shape, w.value().data<T>(), grad.data<T>(), dx.data<T>());
                x.addGrad(std::move(dx));
            }
        });
    });
}

}  // namespace perceptarium::autograd
