#include "autograd/ops_math.h"

#include <utility>

#include "autograd/tensor_math.h"

namespace perceptarium::autograd {

using kernels::Binary;

Variable add(const Variable& a, const Variable& b) {
    return record("add", combine(Binary::Add, a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) give(a, grad);
        if (b.requiresGrad()) give(b, grad);
    });
}

Variable subtract(const Variable& a, const Variable& b) {
    return record("subtract", combine(Binary::Subtract, a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) give(a, grad);
        if (b.requiresGrad()) b.addGrad(scaled(sumTo(grad, b.shape()), -1));
    });
}

Variable multiply(const Variable& a, const Variable& b) {
    return record("multiply", combine(Binary::Multiply, a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) give(a, combine(Binary::Multiply, grad, b.value()));
        if (b.requiresGrad()) give(b, combine(Binary::Multiply, grad, a.value()));
    });
}

Variable divide(const Variable& a, const Variable& b) {
    return record("divide", combine(Binary::Divide, a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad()) give(a, combine(Binary::Divide, grad, b.value()));
        if (b.requiresGrad())
            give(b, combine(Binary::Multiply, grad, combine(Binary::DivideSlope, a.value(), b.value())));
    });
}

Variable power(const Variable& a, const Variable& b) {
    return record("power", combine(Binary::Power, a.value(), b.value()), {a, b}, [a, b](const Tensor& grad) {
        if (a.requiresGrad())
            give(a, combine(Binary::Multiply, grad, combine(Binary::PowerSlope, a.value(), b.value())));
        if (b.requiresGrad())
            give(b, combine(Binary::Multiply, grad, combine(Binary::ExponentSlope, a.value(), b.value())));
    });
}

Variable power(const Variable& x, double exponent) { return power(x, Variable(Tensor::full({}, exponent, x.dtype()))); }

namespace {

/// `share`: how much of the gradient goes to the first of (first, second).
Variable extreme(std::string_view operation, Binary f, Binary share, const Variable& a, const Variable& b) {
    return record(operation, combine(f, a.value(), b.value()), {a, b}, [a, b, share](const Tensor& grad) {
        if (a.requiresGrad()) give(a, combine(Binary::Multiply, grad, combine(share, a.value(), b.value())));
        if (b.requiresGrad()) give(b, combine(Binary::Multiply, grad, combine(share, b.value(), a.value())));
    });
}

}  // namespace

Variable minimum(const Variable& a, const Variable& b) {
    return extreme("minimum", Binary::Minimum, Binary::LessShare, a, b);
}
Variable maximum(const Variable& a, const Variable& b) {
    return extreme("maximum", Binary::Maximum, Binary::GreaterShare, a, b);
}

}  // namespace perceptarium::autograd
