#include <cmath>
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/layer_norm.h"
#include "kernels/norm.h"

namespace perceptarium::autograd {

Variable batchNorm(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                   Tensor& runningVariance, bool training, double momentum, double epsilon) {
    CHECK(x.shape().rank() >= 2, "batch normalization of " + x.shape().text());
    const std::int64_t c = x.shape()[-1];
    const Shape channels{c};
    CHECK(gamma.shape() == channels && beta.shape() == channels && runningMean.shape() == channels &&
              runningVariance.shape() == channels && gamma.dtype() == x.dtype() && beta.dtype() == x.dtype() &&
              runningMean.dtype() == x.dtype() && runningVariance.dtype() == x.dtype(),
          "batch normalization of " + x.shape().text() + " with gamma " + gamma.shape().text());
    CHECK(c > 0, "batch normalization of nothing");
    const std::int64_t n = x.value().elements() / c;
    if (n == 0) training = false;  // there is nothing to learn from

    // Backward needs the statistics of this very batch; the running ones may have changed by then.
    Tensor mean = training ? Tensor::empty(channels, x.dtype()) : runningMean.clone();
    Tensor inverseDeviation = Tensor::empty(channels, x.dtype());
    Tensor y = Tensor::empty(x.shape(), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        Tensor variance = training ? Tensor::empty(channels, x.dtype()) : runningVariance;
        if (training) {
            kernels::columnMoments(n, c, x.value().data<T>(), mean.data<T>(), variance.data<T>());
            // The unbiased variance of a single number is not known.
            const T unbiased = n > 1 ? static_cast<T>(n) / static_cast<T>(n - 1) : T(0);
            const T take = static_cast<T>(momentum), keep = static_cast<T>(1 - momentum);
            for (std::int64_t k = 0; k < c; ++k) {
                T& runMean = runningMean.data<T>()[k];
                T& runVariance = runningVariance.data<T>()[k];
                runMean = keep * runMean + take * mean.data<T>()[k];
                if (n > 1) runVariance = keep * runVariance + take * unbiased * variance.data<T>()[k];
            }
        }
        for (std::int64_t k = 0; k < c; ++k)
            inverseDeviation.data<T>()[k] = 1 / std::sqrt(variance.data<T>()[k] + static_cast<T>(epsilon));
        kernels::normalize(n, c, x.value().data<T>(), mean.data<T>(), inverseDeviation.data<T>(),
                           gamma.value().data<T>(), beta.value().data<T>(), y.data<T>());
    });
    return record("batchNorm", std::move(y), {x, gamma, beta},
                  [x, gamma, beta, mean, inverseDeviation, training, n, c](const Tensor& dy) {
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            Tensor dgamma = Tensor::empty(gamma.shape(), gamma.dtype());
            Tensor dbeta = Tensor::empty(beta.shape(), beta.dtype());
            kernels::normalizeBackwardParameters(n, c, x.value().data<T>(), mean.data<T>(), inverseDeviation.data<T>(),
                                                 dy.data<T>(), dgamma.data<T>(), dbeta.data<T>());
            if (x.requiresGrad()) {
                Tensor dx = Tensor::empty(x.shape(), x.dtype());
                if (training)
                    kernels::normalizeBackwardData(n, c, x.value().data<T>(), mean.data<T>(),
                                                   inverseDeviation.data<T>(), gamma.value().data<T>(),
                                                   dgamma.data<T>(), dbeta.data<T>(), dy.data<T>(), dx.data<T>());
                else
                    kernels::normalizeBackwardFixed(n, c, inverseDeviation.data<T>(), gamma.value().data<T>(),
                                                    dy.data<T>(), dx.data<T>());
                x.addGrad(std::move(dx));
            }
            if (gamma.requiresGrad()) gamma.addGrad(std::move(dgamma));
            if (beta.requiresGrad()) beta.addGrad(std::move(dbeta));
        });
    });
}

namespace {

/// gamma and beta have one number for each channel.
void checkScale(const Variable& x, const Variable& gamma, const Variable& beta, std::string_view what) {
    CHECK(x.shape().rank() >= 2 && x.shape()[-1] > 0, std::string(what) + " of " + x.shape().text());
    const Shape channels{x.shape()[-1]};
    CHECK(gamma.shape() == channels && beta.shape() == channels && gamma.dtype() == x.dtype() && beta.dtype() == x.dtype(),
          std::string(what) + " of " + x.shape().text() + " with gamma " + gamma.shape().text());
}

}  // namespace

Variable layerNorm(const Variable& x, const Variable& gamma, const Variable& beta, double epsilon) {
    checkScale(x, gamma, beta, "layer normalization");
    const std::int64_t c = x.shape()[-1], n = x.value().elements() / c;
    Tensor y = Tensor::empty(x.shape(), x.dtype()), mean = Tensor::empty({n}, x.dtype()),
           inverse = Tensor::empty({n}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::layerNorm(n, c, static_cast<T>(epsilon), x.value().data<T>(), gamma.value().data<T>(),
                           beta.value().data<T>(), y.data<T>(), mean.data<T>(), inverse.data<T>());
    });
    return record("layerNorm", std::move(y), {x, gamma, beta}, [x, gamma, beta, mean, inverse, n, c](const Tensor& dy) {
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            const T* middle = mean.data<T>();
            const T* scale = inverse.data<T>();
            if (gamma.requiresGrad() || beta.requiresGrad()) {
                Tensor dgamma = Tensor::empty(gamma.shape(), gamma.dtype());
                Tensor dbeta = Tensor::empty(beta.shape(), beta.dtype());
                kernels::layerNormBackwardParameters(n, c, x.value().data<T>(), middle, scale, dy.data<T>(),
                                                     dgamma.data<T>(), dbeta.data<T>());
                if (gamma.requiresGrad()) gamma.addGrad(std::move(dgamma));
                if (beta.requiresGrad()) beta.addGrad(std::move(dbeta));
            }
            if (!x.requiresGrad()) return;
            Tensor dx = Tensor::empty(x.shape(), x.dtype());
            kernels::layerNormBackwardData(n, c, x.value().data<T>(), middle, scale, gamma.value().data<T>(),
                                           dy.data<T>(), dx.data<T>());
            x.addGrad(std::move(dx));
        });
    });
}

Variable groupNorm(const Variable& x, std::int64_t groups, const Variable& gamma, const Variable& beta, double epsilon) {
    checkScale(x, gamma, beta, "group normalization");
    const std::int64_t c = x.shape()[-1], n = x.shape()[0];
    CHECK(groups > 0 && c % groups == 0, std::to_string(groups) + " groups of " + std::to_string(c) + " channels");
    const kernels::GroupNormShape shape{n, n == 0 ? 0 : x.value().elements() / (n * c), c, groups};
    Tensor y = Tensor::empty(x.shape(), x.dtype()), mean = Tensor::empty({n, groups}, x.dtype()),
           inverse = Tensor::empty({n, groups}, x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        kernels::groupNorm(shape, static_cast<T>(epsilon), x.value().data<T>(), gamma.value().data<T>(),
                           beta.value().data<T>(), y.data<T>(), mean.data<T>(), inverse.data<T>());
    });
    return record("groupNorm", std::move(y), {x, gamma, beta}, [x, gamma, beta, mean, inverse, shape](const Tensor& dy) {
        withReal(dy.dtype(), [&](auto zero) {
            using T = decltype(zero);
            Tensor dgamma = Tensor::empty(gamma.shape(), gamma.dtype());
            Tensor dbeta = Tensor::empty(beta.shape(), beta.dtype());
            Tensor dx;
            if (x.requiresGrad()) dx = Tensor::empty(x.shape(), x.dtype());
            kernels::groupNormBackward(shape, x.value().data<T>(), mean.data<T>(), inverse.data<T>(),
                                       gamma.value().data<T>(), dy.data<T>(), dx.defined() ? dx.data<T>() : nullptr,
                                       dgamma.data<T>(), dbeta.data<T>());
            if (dx.defined()) x.addGrad(std::move(dx));
            if (gamma.requiresGrad()) gamma.addGrad(std::move(dgamma));
            if (beta.requiresGrad()) beta.addGrad(std::move(dbeta));
        });
    });
}

}  // namespace perceptarium::autograd
