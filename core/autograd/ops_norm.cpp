#include <cmath>
#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/batch_norm.h"
#include "kernels/layer_norm.h"

namespace perceptarium::autograd {
namespace {

Tensor like(const Tensor& tensor) { return Tensor::empty(tensor.shape(), tensor.dtype()); }

/// What a pass keeps for its way back. Backward needs the statistics of this very batch; the running ones may have
/// changed by then.
struct Statistics {
    Tensor mean, inverseDeviation;
    Tensor factor, offset;  ///< y = x · factor + offset
};

/// Sets the statistics, and updates the running ones in training.
template <class T>
Statistics statisticsOf(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                        Tensor& runningVariance, bool training, double momentum, double epsilon) {
    const std::int64_t c = gamma.value().elements(), n = x.value().elements() / c;
    Statistics s{training ? like(runningMean) : runningMean.clone(), like(runningMean), like(runningMean),
                 like(runningMean)};
    Tensor variance = training ? like(runningVariance) : runningVariance;
    if (training) {
        kernels::batchMoments(n, c, x.value().data<T>(), s.mean.data<T>(), variance.data<T>());
        // The unbiased variance of a single number is not known: that average stays as it is.
        const T unbiased = n > 1 ? static_cast<T>(n) / static_cast<T>(n - 1) : T(0);
        const T take = static_cast<T>(momentum), keep = static_cast<T>(1 - momentum);
        for (std::int64_t k = 0; k < c; ++k) {
            T& runMean = runningMean.data<T>()[k];
            T& runVariance = runningVariance.data<T>()[k];
            runMean = keep * runMean + take * s.mean.data<T>()[k];
            if (n > 1) runVariance = keep * runVariance + take * unbiased * variance.data<T>()[k];
        }
    }
    for (std::int64_t k = 0; k < c; ++k) {
        const T inverse = 1 / std::sqrt(variance.data<T>()[k] + static_cast<T>(epsilon));
        s.inverseDeviation.data<T>()[k] = inverse;
        s.factor.data<T>()[k] = inverse * gamma.value().data<T>()[k];
        s.offset.data<T>()[k] = beta.value().data<T>()[k] - s.mean.data<T>()[k] * s.factor.data<T>()[k];
    }
    return s;
}

/// dx = factor · (dz − [training: dbeta/n + x̂ · dgamma/n]), x̂ = (x − mean) · inverseDeviation (Ioffe and Szegedy 2015,
/// §3), sorted by dz, x and the rest: a·dz + b·x + shift.
template <class T>
Tensor derivativeByData(const Tensor& x, const Statistics& s, const kernels::NormRows<T>& rows, const Tensor& dgamma,
                        const Tensor& dbeta, bool training, const T* dz) {
    const std::int64_t c = s.mean.elements(), n = x.elements() / c;
    Tensor b = Tensor::zeros(s.mean.shape(), s.mean.dtype()), shift = b.clone();
    const T share = T(1) / static_cast<T>(n);
    for (std::int64_t k = 0; training && k < c; ++k) {
        const T a = s.factor.data<T>()[k];
        b.data<T>()[k] = -a * share * s.inverseDeviation.data<T>()[k] * dgamma.data<T>()[k];
        shift.data<T>()[k] = -a * share * dbeta.data<T>()[k] - b.data<T>()[k] * s.mean.data<T>()[k];
    }
    Tensor dx = like(x);
    kernels::normBackward(n, c, rows, dz, s.factor.data<T>(), b.data<T>(), shift.data<T>(), dx.data<T>());
    return dx;
}

Variable normalized(const char* operation, const Variable& x, const Variable& gamma, const Variable& beta,
                    Tensor& runningMean, Tensor& runningVariance, bool training, double momentum, double epsilon,
                    const Variable& shortcut, bool withRelu) {
    CHECK(x.shape().rank() >= 2, "batch normalization of " + x.shape().text());
    const std::int64_t c = x.shape()[-1];
    const Shape channels{c};
    CHECK(gamma.shape() == channels && beta.shape() == channels && runningMean.shape() == channels &&
              runningVariance.shape() == channels && gamma.dtype() == x.dtype() && beta.dtype() == x.dtype() &&
              runningMean.dtype() == x.dtype() && runningVariance.dtype() == x.dtype(),
          "batch normalization of " + x.shape().text() + " with gamma " + gamma.shape().text());
    CHECK(c > 0, "batch normalization of nothing");
    CHECK(!shortcut.defined() || (shortcut.shape() == x.shape() && shortcut.dtype() == x.dtype()),
          "batch normalization of " + x.shape().text() + " plus " + shortcut.shape().text());
    const std::int64_t n = x.value().elements() / c;
    if (n == 0) training = false;  // there is nothing to learn from

    Statistics s;
    Tensor y = like(x.value());
    withReal(x.dtype(), [&](auto zero) {
        using T = decltype(zero);
        s = statisticsOf<T>(x, gamma, beta, runningMean, runningVariance, training, momentum, epsilon);
        kernels::normForward<T>(n, c,
                                {x.value().data<T>(), s.factor.data<T>(), s.offset.data<T>(),
                                 shortcut.defined() ? shortcut.value().data<T>() : nullptr, withRelu},
                                y.data<T>());
    });
    Variables inputs{x, gamma, beta};
    if (shortcut.defined()) inputs.push_back(shortcut);
    const Tensor kept = shortcut.defined() ? y : Tensor();  // else ReLU's sign is computed again from x
    return record(operation, std::move(y), std::move(inputs),
                  [x, gamma, beta, shortcut, s, kept, training, withRelu, n, c](const Tensor& dy) {
                      withReal(dy.dtype(), [&](auto zero) {
                          using T = decltype(zero);
                          Tensor dgamma = like(gamma.value()), dbeta = like(beta.value());
                          Tensor dz = shortcut.defined() ? like(dy) : dy;
                          const kernels::NormRows<T> rows{x.value().data<T>(), s.factor.data<T>(), s.offset.data<T>(),
                                                          shortcut.defined() ? shortcut.value().data<T>() : nullptr,
                                                          withRelu};
                          kernels::normSums<T>(n, c, rows, s.mean.data<T>(), kept.defined() ? kept.data<T>() : nullptr,
                                               dy.data<T>(), shortcut.defined() ? dz.data<T>() : nullptr,
                                               dgamma.data<T>(), dbeta.data<T>());
                          for (std::int64_t k = 0; k < c; ++k) dgamma.data<T>()[k] *= s.inverseDeviation.data<T>()[k];
                          if (x.requiresGrad())
                              x.addGrad(derivativeByData<T>(x.value(), s, rows, dgamma, dbeta, training,
                                                            std::as_const(dz).data<T>()));
                          if (shortcut.requiresGrad()) shortcut.addGrad(std::move(dz));
                          if (gamma.requiresGrad()) gamma.addGrad(std::move(dgamma));
                          if (beta.requiresGrad()) beta.addGrad(std::move(dbeta));
                      });
                  });
}

}  // namespace

Variable batchNorm(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                   Tensor& runningVariance, bool training, double momentum, double epsilon) {
    return normalized("batchNorm", x, gamma, beta, runningMean, runningVariance, training, momentum, epsilon, {},
                      false);
}
Variable batchNormRelu(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                       Tensor& runningVariance, bool training, double momentum, double epsilon,
                       const Variable& shortcut) {
    return normalized("batchNormRelu", x, gamma, beta, runningMean, runningVariance, training, momentum, epsilon,
                      shortcut, true);
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
