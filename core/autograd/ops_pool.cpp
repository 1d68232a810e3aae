#include <array>
#include <span>
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/pooling.h"

namespace perceptarium::autograd {
namespace {

Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

using Axes = std::span<const PoolAxis>;

kernels::PoolShape poolShape(const Shape& x, Axes axes) {
    const auto words = [&] { return "pooling of " + x.text() + " along " + std::to_string(axes.size()) + " axes"; };
    CHECK(x.rank() == static_cast<int>(axes.size()) + 2, words());
    kernels::PoolShape s{x[0], x[-1], {}};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto [size, stride, dilation, before, after] = axes[i];
        CHECK(size >= 1 && stride >= 1 && dilation >= 1 && before >= 0 && after >= 0, words());
        const std::int64_t in = x[static_cast<int>(i) + 1], left = in + before + after - (size - 1) * dilation - 1;
        CHECK(left >= 0, words());
        s.axes[3 - axes.size() + i] = {in, size, stride, dilation, before, left / stride + 1};
    }
    return s;
}

Shape resultShape(const kernels::PoolShape& s, std::size_t rank) {
    std::array<std::int64_t, 5> extents{s.n};
    for (std::size_t i = 0; i < rank; ++i) extents[i + 1] = s.axes[3 - rank + i].out;
    extents[rank + 1] = s.c;
    return Shape(std::span(extents).first(rank + 2));
}

Variable maxPool(const char* operation, const Variable& x, Axes axes) {
    const kernels::PoolShape s = poolShape(x.shape(), axes);
    Tensor y = Tensor::empty(resultShape(s, axes.size()), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::maxPool(s, x.value().data<T>(), y.data<T>());
    });
    return record(operation, y, {x}, [x, y, s](const Tensor& dy) {
        Tensor dx = like(x.value());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::maxPoolBackward(s, x.value().data<T>(), y.data<T>(), dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

Variable averagePool(const char* operation, const Variable& x, Axes axes) {
    const kernels::PoolShape s = poolShape(x.shape(), axes);
    Tensor y = Tensor::empty(resultShape(s, axes.size()), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::averagePool(s, x.value().data<T>(), y.data<T>());
    });
    return record(operation, std::move(y), {x}, [x, s](const Tensor& dy) {
        Tensor dx = like(x.value());
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            kernels::averagePoolBackward(s, dy.data<T>(), dx.data<T>());
        });
        x.addGrad(std::move(dx));
    });
}

}  // namespace

Variable maxPool1d(const Variable& x, PoolAxis time) { return maxPool("maxPool1d", x, std::array{time}); }
Variable maxPool2d(const Variable& x, PoolAxis rows, PoolAxis columns) {
    return maxPool("maxPool2d", x, std::array{rows, columns});
}
Variable maxPool3d(const Variable& x, PoolAxis depth, PoolAxis rows, PoolAxis columns) {
    return maxPool("maxPool3d", x, std::array{depth, rows, columns});
}
Variable averagePool1d(const Variable& x, PoolAxis time) { return averagePool("averagePool1d", x, std::array{time}); }
Variable averagePool2d(const Variable& x, PoolAxis rows, PoolAxis columns) {
    return averagePool("averagePool2d", x, std::array{rows, columns});
}
Variable averagePool3d(const Variable& x, PoolAxis depth, PoolAxis rows, PoolAxis columns) {
    return averagePool("averagePool3d", x, std::array{depth, rows, columns});
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
