#include <utility>

#include "autograd/ops_math.h"
#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"
#include "kernels/unary.h"

namespace perceptarium::autograd {
namespace {

using kernels::Unary;

Variable function(std::string_view operation, Unary f, const Variable& x) {
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::unary(f, y.elements(), x.value().data<T>(), y.data<T>());
    });
    return record(operation, y, {x}, [x, y, f](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::unaryBackward(f, dy.elements(), x.value().data<T>(), y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace

Variable scale(const Variable& x, double factor) {
    return record("scale", scaled(x.value(), factor), {x},
                  [x, factor](const Tensor& grad) { x.addGrad(scaled(grad, factor)); });
}

Variable negate(const Variable& x) { return function("negate", Unary::Negate, x); }
Variable exp(const Variable& x) { return function("exp", Unary::Exp, x); }
Variable log(const Variable& x) { return function("log", Unary::Log, x); }
Variable sqrt(const Variable& x) { return function("sqrt", Unary::Sqrt, x); }
Variable square(const Variable& x) { return function("square", Unary::Square, x); }
Variable abs(const Variable& x) { return function("abs", Unary::Abs, x); }
Variable reciprocal(const Variable& x) { return function("reciprocal", Unary::Reciprocal, x); }
Variable sin(const Variable& x) { return function("sin", Unary::Sin, x); }
Variable cos(const Variable& x) { return function("cos", Unary::Cos, x); }

Variable clip(const Variable& x, double low, double high) {
    CHECK(low <= high, "clipping to nothing");
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::clip(y.elements(), static_cast<T>(low), static_cast<T>(high), x.value().data<T>(), y.data<T>());
    });
    return record("clip", std::move(y), {x}, [x, low, high](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::clipBackward(dy.elements(), static_cast<T>(low), static_cast<T>(high), x.value().data<T>(),
                                  dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace perceptarium::autograd
