#include <utility>

#include "autograd/ops_math.h"
#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"
#include "kernels/broadcast.h"

namespace perceptarium::autograd {
namespace {

using kernels::Question;

Tensor ask(Question question, const Tensor& a, const Tensor& b) {
    CHECK(a.dtype() == b.dtype(), "operands of two kinds of numbers");
    Tensor out = Tensor::empty(broadcastShape(a.shape(), b.shape()), DType::I32);
    const kernels::Walk<2> walk(out.shape(), {&a.shape(), &b.shape()});
    const auto compare = [&](auto zero) {
        using T = decltype(zero);
        kernels::compare(question, walk, a.data<T>(), b.data<T>(), out.data<std::int32_t>());
    };
    a.dtype() == DType::I32 ? compare(std::int32_t{}) : withReal(a.dtype(), compare);
    return out;
}

void checkMask(const Tensor& mask) { CHECK(mask.dtype() == DType::I32, "a mask holds whole numbers"); }

}  // namespace

Variable where(const Tensor& mask, const Variable& a, const Variable& b) {
    return record("where", choose(mask, a.value(), b.value()), {a, b}, [mask, a, b](const Tensor& grad) {
        const Tensor zero = Tensor::zeros({}, grad.dtype());
        if (a.requiresGrad()) give(a, choose(mask, grad, zero));
        if (b.requiresGrad()) give(b, choose(mask, zero, grad));
    });
}

Variable maskedFill(const Variable& x, const Tensor& mask, double value) {
    CHECK(broadcastShape(mask.shape(), x.shape()) == x.shape(),
          "a mask " + mask.shape().text() + " for " + x.shape().text());
    return record("maskedFill", choose(mask, Tensor::full({}, value, x.dtype()), x.value()), {x},
                  [x, mask](const Tensor& grad) { x.addGrad(choose(mask, Tensor::zeros({}, grad.dtype()), grad)); });
}

Tensor equal(const Tensor& a, const Tensor& b) { return ask(Question::Equal, a, b); }
Tensor notEqual(const Tensor& a, const Tensor& b) { return ask(Question::NotEqual, a, b); }
Tensor less(const Tensor& a, const Tensor& b) { return ask(Question::Less, a, b); }
Tensor lessEqual(const Tensor& a, const Tensor& b) { return ask(Question::LessEqual, a, b); }
Tensor greater(const Tensor& a, const Tensor& b) { return ask(Question::Less, b, a); }
Tensor greaterEqual(const Tensor& a, const Tensor& b) { return ask(Question::LessEqual, b, a); }

Tensor both(const Tensor& a, const Tensor& b) {
    checkMask(a);
    return ask(Question::And, a, b);
}
Tensor either(const Tensor& a, const Tensor& b) {
    checkMask(a);
    return ask(Question::Or, a, b);
}
Tensor opposite(const Tensor& mask) {
    checkMask(mask);
    return ask(Question::Equal, mask, Tensor::zeros({}, DType::I32));
}

}  // namespace perceptarium::autograd
