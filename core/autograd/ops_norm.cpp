#include <cmath>
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
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
    CHECK(x.value().elements() > 0, "batch normalization of nothing");
    const std::int64_t n = x.value().elements() / c;

    // Backward needs the statistics of this very batch; the running ones may have changed by then.
    Tensor mean = training ? Tensor::empty(channels, x.dtype()) : runningMean.clone();
    Tensor inverseDeviation = Tensor::empty(channels, x.dtype());
    Tensor y = Tensor::empty(x.shape(), x.dtype());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        Tensor variance = training ? Tensor::empty(channels, x.dtype()) : runningVariance;
        if (training) {
            kernels::columnMoments(n, c, x.value().data<T>(), mean.data<T>(), variance.data<T>());
            const T unbiased = n > 1 ? static_cast<T>(n) / static_cast<T>(n - 1) : T(1);
            const T take = static_cast<T>(momentum), keep = static_cast<T>(1 - momentum);
            for (std::int64_t k = 0; k < c; ++k) {
                T& runMean = runningMean.data<T>()[k];
                T& runVariance = runningVariance.data<T>()[k];
                runMean = keep * runMean + take * mean.data<T>()[k];
                runVariance = keep * runVariance + take * unbiased * variance.data<T>()[k];
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

}  // namespace perceptarium::autograd
