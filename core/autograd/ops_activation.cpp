#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/elementwise.h"
#include "kernels/softmax.h"

namespace perceptarium::autograd {
namespace {

Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

/// y = forward(x), elementwise; dx = backward(y, dy). Both are kernels (n, from …, to) for the kind of T().
template <class Forward, class Back>
Variable elementwise(std::string_view operation, const Variable& x, Forward forward, Back back) {
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        forward(x.value().elements(), x.value().data<T>(), y.data<T>());
    });
    return record(operation, y, {x}, [x, y, back](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            back(dy.elements(), y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace

Variable sigmoid(const Variable& x) {
    return elementwise(
        "sigmoid", x, [](auto n, auto from, auto to) { kernels::sigmoid(n, from, to); },
        [](auto n, auto y, auto dy, auto dx) { kernels::sigmoidBackward(n, y, dy, dx); });
}

Variable tanh(const Variable& x) {
    return elementwise(
        "tanh", x, [](auto n, auto from, auto to) { kernels::tanh(n, from, to); },
        [](auto n, auto y, auto dy, auto dx) { kernels::tanhBackward(n, y, dy, dx); });
}

Variable relu(const Variable& x) {
    return elementwise(
        "relu", x, [](auto n, auto from, auto to) { kernels::relu(n, from, to); },
        [](auto n, auto y, auto dy, auto dx) { kernels::reluBackward(n, y, dy, dx); });
}

Variable leakyRelu(const Variable& x, double slope) {
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::leakyRelu(y.elements(), static_cast<T>(slope), x.value().data<T>(), y.data<T>());
    });
    return record("leakyRelu", std::move(y), {x}, [x, slope](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::leakyReluBackward(dy.elements(), static_cast<T>(slope), x.value().data<T>(), dy.data<T>(),
                                       dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable softmax(const Variable& x) {
    CHECK(x.shape().rank() >= 1 && x.shape()[-1] >= 1, "softmax of " + x.shape().text());
    const std::int64_t c = x.shape()[-1], n = x.value().elements() / c;
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::softmax(n, c, x.value().data<T>(), y.data<T>());
    });
    return record("softmax", y, {x}, [x, y, n, c](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::softmaxBackward(n, c, y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable dropout(const Variable& x, double rate, Random& random) {
    CHECK(rate >= 0 && rate < 1, "dropout of everything");
    // The mask holds 0 or 1/(1 − rate). 32 random bits decide, two places a draw.
    Tensor mask = like(x.value());
    const auto threshold = static_cast<std::uint64_t>(rate * 4294967296.0);
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        const T keep = static_cast<T>(1 / (1 - rate));
        T* out = mask.data<T>();
        const std::int64_t n = mask.elements();
        for (std::int64_t i = 0; i < n; i += 2) {
            const std::uint64_t bits = random.bits();
            out[i] = (bits >> 32) < threshold ? T(0) : keep;
            if (i + 1 < n) out[i + 1] = (bits & 0xffffffffu) < threshold ? T(0) : keep;
        }
    });
    const auto masked = [](const Tensor& values, const Tensor& by) {
        Tensor out = like(values);
        withReal(values.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::multiply(values.elements(), values.data<T>(), by.data<T>(), out.data<T>());
        });
        return out;
    };
    return record("dropout", masked(x.value(), mask), {x},
                  [x, mask, masked](const Tensor& dy) { x.addGrad(masked(dy, mask)); });
}

}  // namespace perceptarium::autograd
