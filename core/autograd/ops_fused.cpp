// Operations that do at once what memory would make slow one after the other.
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/elementwise.h"

namespace perceptarium::autograd {

Variable addRelu(const Variable& a, const Variable& b) {
    CHECK(a.shape() == b.shape() && a.dtype() == b.dtype(),
          "operands " + a.shape().text() + " and " + b.shape().text());
    Tensor y = Tensor::empty(a.shape(), a.dtype());
    withReal(a.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::addRelu(y.elements(), a.value().data<T>(), b.value().data<T>(), y.data<T>());
    });
    return record("addRelu", y, {a, b}, [a, b, y](const Tensor& dy) {
        Tensor dz = Tensor::empty(dy.shape(), dy.dtype());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::reluBackward(dy.elements(), y.data<T>(), dy.data<T>(), dz.data<T>());
        });
        if (a.requiresGrad()) a.addGrad(dz);
        if (b.requiresGrad()) b.addGrad(std::move(dz));
    });
}

}  // namespace perceptarium::autograd
