#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/activations.h"
#include "kernels/elementwise.h"

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

/// One of the kernels' own activations, with its number.
Variable activation(std::string_view operation, const Variable& x, kernels::Activation kind, double a = 0) {
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::activate(kind, y.elements(), static_cast<T>(a), x.value().data<T>(), y.data<T>());
    });
    return record(operation, std::move(y), {x}, [x, kind, a](const Tensor& dy) {
        Tensor dx = like(dy);
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::activateBackward(kind, dy.elements(), static_cast<T>(a), x.value().data<T>(), dy.data<T>(),
                                      dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace

Variable elu(const Variable& x, double alpha) { return activation("elu", x, kernels::Activation::Elu, alpha); }
Variable selu(const Variable& x) { return activation("selu", x, kernels::Activation::Selu); }
Variable gelu(const Variable& x, GeluForm form) {
    return activation("gelu", x, form == GeluForm::Exact ? kernels::Activation::Gelu : kernels::Activation::GeluTanh);
}
Variable silu(const Variable& x) { return activation("silu", x, kernels::Activation::Silu); }
Variable softplus(const Variable& x, double beta) {
    CHECK(beta > 0, "softplus with β ≤ 0");
    return activation("softplus", x, kernels::Activation::Softplus, beta);
}

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

Variable prelu(const Variable& x, const Variable& slope) {
    CHECK(x.shape().rank() >= 1 && slope.shape().rank() == 1 && slope.dtype() == x.dtype(),
          "prelu of " + x.shape().text() + " with slope " + slope.shape().text());
    const std::int64_t c = x.shape()[-1], n = c == 0 ? 0 : x.value().elements() / c;
    const bool shared = slope.shape()[0] == 1;
    CHECK(shared || slope.shape()[0] == c, "a slope for each of other channels");
    const Tensor row = shared ? Tensor::full({c}, slope.value().at(0), x.dtype()) : slope.value();
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::prelu(n, c, x.value().data<T>(), row.data<T>(), y.data<T>());
    });
    return record("prelu", std::move(y), {x, slope}, [x, slope, row, shared, n, c](const Tensor& dy) {
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            if (x.requiresGrad()) {
                Tensor dx = like(dy);
                kernels::preluBackwardData(n, c, x.value().data<T>(), row.data<T>(), dy.data<T>(), dx.data<T>());
                x.addGrad(std::move(dx));
            }
            if (slope.requiresGrad()) {
                Tensor dslope = like(row);
                kernels::preluBackwardSlope(n, c, x.value().data<T>(), dy.data<T>(), dslope.data<T>());
                if (shared) {
                    const T total = kernels::sum(c, dslope.data<T>());
                    dslope = Tensor::full({1}, static_cast<double>(total), dy.dtype());
                }
                slope.addGrad(std::move(dslope));
            }
        });
    });
}

Variable hardmax(const Variable& x) {
    CHECK(x.shape().rank() >= 1 && x.shape()[-1] >= 1, "hardmax of " + x.shape().text());
    const std::int64_t c = x.shape()[-1];
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::hardmax(y.elements() / c, c, x.value().data<T>(), y.data<T>());
    });
    return record("hardmax", std::move(y), {}, nullptr);
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
