#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>

#include "autograd/ops.h"
#include "autograd/weighted.h"
#include "kernels/conv.h"
#include "kernels/linear.h"

namespace perceptarium::autograd {
namespace {

using Axes = std::array<ConvAxis, 3>;  // depth, rows, columns

/// What a convolution is asked to do; its words are for CHECKs.
struct Call {
    const char* operation;
    const Variable &x, &w, &b;
    Axes along;
    std::int64_t groups;

    std::string text() const {
        return fmt::format("{} of {} with weights {}{} in {} group(s)", operation, x.shape().text(), w.shape().text(),
                           b.defined() ? " and bias " + b.shape().text() : "", groups);
    }
};

/// Shape of a convolution of an input [N, extents…, C] with weights [taps…, C/groups, F]; the last axes of `along` are
/// in use.
kernels::ConvShape shapeOf(const Call& call, const Shape& x) {
    const Shape& w = call.w.shape();
    CHECK(x.rank() >= 3 && x.rank() <= 5 && w.rank() == x.rank() && call.groups >= 1, call.text());
    kernels::ConvShape s;
    s.n = x[0], s.c = x[-1], s.f = w[-1], s.groups = call.groups;
    CHECK(s.c == w[-2] * s.groups && s.f % s.groups == 0, call.text());
    const int rank = x.rank() - 2;
    for (int i = 0; i < rank; ++i) {
        kernels::WindowAxis& axis = s.axes[static_cast<std::size_t>(3 - rank + i)];
        const ConvAxis& asked = call.along[static_cast<std::size_t>(3 - rank + i)];
        axis = {x[i + 1], w[i], asked.stride, asked.dilation, asked.before, 1};
        CHECK(axis.taps >= 1 && asked.stride >= 1 && asked.dilation >= 1 && asked.before >= 0 && asked.after >= 0,
              call.text());
        const std::int64_t left = axis.in + asked.before + asked.after - (axis.taps - 1) * asked.dilation - 1;
        CHECK(left >= 0, call.text());
        axis.out = left / asked.stride + 1;
    }
    return s;
}

void checkKinds(const Call& call, std::int64_t outputs) {
    const auto& [operation, x, w, b, along, groups] = call;
    CHECK(x.dtype() == w.dtype() && (!b.defined() || (b.shape() == Shape{outputs} && b.dtype() == w.dtype())),
          call.text());
}

Variable convolve(const Call& call) {
    const auto& [operation, x, w, b, along, groups] = call;
    const kernels::ConvShape s = shapeOf(call, x.shape());
    checkKinds(call, s.f);
    const int rank = x.shape().rank() - 2;
    std::array<std::int64_t, 5> extents{s.n};
    for (int i = 0; i < rank; ++i)
        extents[static_cast<std::size_t>(i + 1)] = s.axes[static_cast<std::size_t>(3 - rank + i)].out;
    extents[static_cast<std::size_t>(rank + 1)] = s.f;
    Tensor y = Tensor::empty(Shape(std::span(extents).first(static_cast<std::size_t>(rank) + 2)), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::conv(s, x.value().data<T>(), w.value().data<T>(), b.defined() ? b.value().data<T>() : nullptr,
                      y.data<T>());
    });
    return record(operation, std::move(y), inputsOf(x, w, b), [x = x, w = w, b = b, s](const Tensor& dy) {
        goBack(
            x, w, b, dy,
            [&]<class T>(T* dw, T* db) {
                kernels::convBackwardWeights(s, x.value().data<T>(), dy.data<T>(), dw, db);
            },
            [&]<class T>(T* dx) {
                kernels::convBackwardData<T>(s, w.value().data<T>(), dy.data<T>(), dx, nullptr);
            });
    });
}

}  // namespace

Variable conv1d(const Variable& x, const Variable& w, const Variable& b, ConvAxis time, std::int64_t groups) {
    CHECK(x.shape().rank() == 3, "conv1d of " + x.shape().text());
    return convolve({"conv1d", x, w, b, {ConvAxis{}, ConvAxis{}, time}, groups});
}
Variable conv2d(const Variable& x, const Variable& w, const Variable& b, ConvAxis rows, ConvAxis columns,
                std::int64_t groups) {
    CHECK(x.shape().rank() == 4, "conv2d of " + x.shape().text());
    return convolve({"conv2d", x, w, b, {ConvAxis{}, rows, columns}, groups});
}
Variable conv3d(const Variable& x, const Variable& w, const Variable& b, ConvAxis depth, ConvAxis rows,
                ConvAxis columns, std::int64_t groups) {
    CHECK(x.shape().rank() == 5, "conv3d of " + x.shape().text());
    return convolve({"conv3d", x, w, b, {depth, rows, columns}, groups});
}

Variable convTranspose2d(const Variable& x, const Variable& w, const Variable& b, ConvAxis rows, ConvAxis columns,
                         std::int64_t groups) {
    // The convolution that this one is the backward pass of goes from our output to our input.
    const Call call{"convTranspose2d", x, w, b, {ConvAxis{}, rows, columns}, groups};
    CHECK(x.shape().rank() == 4 && w.shape().rank() == 4 && w.shape()[3] == x.shape()[3], call.text());
    const auto extent = [&](int i, const ConvAxis& axis) {
        return (x.shape()[i + 1] - 1) * axis.stride + axis.dilation * (w.shape()[i] - 1) + 1 - axis.before - axis.after;
    };
    const std::int64_t height = extent(0, rows), width = extent(1, columns);
    CHECK(height >= 1 && width >= 1, call.text());
    const Shape result{x.shape()[0], height, width, w.shape()[2] * groups};
    const kernels::ConvShape s = shapeOf(call, result);
    CHECK(s.axes[1].out == x.shape()[1] && s.axes[2].out == x.shape()[2], call.text());
    checkKinds(call, s.c);
    Tensor y = Tensor::empty(result, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::convBackwardData(s, w.value().data<T>(), x.value().data<T>(), y.data<T>(),
                                  b.defined() ? b.value().data<T>() : nullptr);
    });
    return record("convTranspose2d", std::move(y), inputsOf(x, w, b), [x = x, w = w, b = b, s](const Tensor& dy) {
        goBack(
            x, w, b, dy,
            [&]<class T>(T* dw, T* db) {
                if (dw) kernels::convBackwardWeights<T>(s, dy.data<T>(), x.value().data<T>(), dw, nullptr);
                const kernels::LinearShape places{dy.elements() / s.c, 0, s.c};
                if (db) kernels::linearBackwardWeights<T>(places, nullptr, dy.data<T>(), nullptr, db);
            },
            [&]<class T>(T* dx) { kernels::conv<T>(s, dy.data<T>(), w.value().data<T>(), nullptr, dx); });
    });
}

}  // namespace perceptarium::autograd
