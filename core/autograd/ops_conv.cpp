#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/conv.h"
#include "kernels/pooling.h"

namespace perceptarium::autograd {
namespace {

Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

kernels::PoolShape poolShape(const Shape& x, std::int64_t size, std::int64_t stride) {
    CHECK(x.rank() == 4 && size >= 1 && stride >= 1 && x[1] >= size && x[2] >= size,
          "pooling of " + x.text() + " with a window of " + std::to_string(size));
    kernels::PoolShape s{x[0], x[1], x[2], x[3], size, stride, 0, 0};
    s.ho = (s.h - size) / stride + 1;
    s.wo = (s.w - size) / stride + 1;
    return s;
}

}  // namespace

Variable conv2d(const Variable& x, const Variable& w, const Variable& b, std::int64_t stride, Padding2d padding) {
    const auto [top, bottom, left, right] = padding;
    CHECK(x.shape().rank() == 4 && w.shape().rank() == 4 && x.shape()[3] == w.shape()[2] && x.dtype() == w.dtype() &&
              stride >= 1 && top >= 0 && bottom >= 0 && left >= 0 && right >= 0,
          "conv2d of " + x.shape().text() + " with weights " + w.shape().text());
    CHECK(!b.defined() || (b.shape() == Shape{w.shape()[3]} && b.dtype() == w.dtype()),
          "conv2d with weights " + w.shape().text() + " and bias " + b.shape().text());
    kernels::ConvShape s;
    s.n = x.shape()[0], s.h = x.shape()[1], s.w = x.shape()[2], s.c = x.shape()[3];
    s.kh = w.shape()[0], s.kw = w.shape()[1], s.f = w.shape()[3], s.stride = stride;
    s.top = top, s.left = left;
    CHECK(s.kh >= 1 && s.kw >= 1 && s.h + top + bottom >= s.kh && s.w + left + right >= s.kw,
          "conv2d of " + x.shape().text() + " with weights " + w.shape().text());
    s.ho = (s.h + top + bottom - s.kh) / stride + 1;
    s.wo = (s.w + left + right - s.kw) / stride + 1;

    Tensor y = Tensor::empty(Shape{s.n, s.ho, s.wo, s.f}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::conv(s, x.value().data<T>(), w.value().data<T>(), b.defined() ? b.value().data<T>() : nullptr,
                      y.data<T>());
    });
    Variables inputs{x, w};
    if (b.defined()) inputs.push_back(b);
    return record("conv2d", std::move(y), std::move(inputs), [x, w, b, s](const Tensor& dy) {
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            if (w.requiresGrad() || b.requiresGrad()) {
                Tensor dw = w.requiresGrad() ? like(w.value()) : Tensor();
                Tensor db = b.requiresGrad() ? like(b.value()) : Tensor();
                kernels::convBackwardWeights(s, x.value().data<T>(), dy.data<T>(),
                                             dw.defined() ? dw.data<T>() : nullptr,
                                             db.defined() ? db.data<T>() : nullptr);
                if (dw.defined()) w.addGrad(std::move(dw));
                if (db.defined()) b.addGrad(std::move(db));
            }
            if (x.requiresGrad()) {
                Tensor dx = like(x.value());
                kernels::convBackwardData(s, w.value().data<T>(), dy.data<T>(), dx.data<T>());
                x.addGrad(std::move(dx));
            }
        });
    });
}

Variable maxPool2d(const Variable& x, std::int64_t size, std::int64_t stride) {
    const kernels::PoolShape s = poolShape(x.shape(), size, stride);
    Tensor y = Tensor::empty(Shape{s.n, s.ho, s.wo, s.c}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::maxPool(s, x.value().data<T>(), y.data<T>());
    });
    return record("maxPool2d", y, {x}, [x, y, s](const Tensor& dy) {
        Tensor dx = like(x.value());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::maxPoolBackward(s, x.value().data<T>(), y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable averagePool2d(const Variable& x, std::int64_t size, std::int64_t stride) {
    const kernels::PoolShape s = poolShape(x.shape(), size, stride);
    Tensor y = Tensor::empty(Shape{s.n, s.ho, s.wo, s.c}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::averagePool(s, x.value().data<T>(), y.data<T>());
    });
    return record("averagePool2d", std::move(y), {x}, [x, s](const Tensor& dy) {
        Tensor dx = like(x.value());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::averagePoolBackward(s, dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable globalAveragePool(const Variable& x) {
    CHECK(x.shape().rank() >= 2, "global average pooling of " + x.shape().text());
    const std::int64_t n = x.shape()[0], c = x.shape()[-1];
    CHECK(x.value().elements() > 0, "global average pooling of nothing");
    const std::int64_t places = x.value().elements() / (n * c);
    Tensor y = Tensor::empty(Shape{n, c}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::globalAveragePool(n, places, c, x.value().data<T>(), y.data<T>());
    });
    return record("globalAveragePool", std::move(y), {x}, [x, n, places, c](const Tensor& dy) {
        Tensor dx = like(x.value());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::globalAveragePoolBackward(n, places, c, dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace perceptarium::autograd
