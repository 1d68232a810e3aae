#include "kernels/update.h"

#include <cmath>

namespace perceptarium::kernels {

template <class T>
void sgdStep(std::int64_t n, const T* g, T* w, double learningRate, double l2) {
    const T rate = static_cast<T>(learningRate), decay = static_cast<T>(l2);
    for (std::int64_t i = 0; i < n; ++i) w[i] -= rate * (g[i] + decay * w[i]);
}

template <class T>
void momentumStep(std::int64_t n, const T* g, T* v, T* w, double learningRate, double beta, bool dampened, double l2) {
    const T rate = static_cast<T>(learningRate), keep = static_cast<T>(beta), decay = static_cast<T>(l2);
    const T take = static_cast<T>(dampened ? 1 - beta : 1);
    for (std::int64_t i = 0; i < n; ++i) {
        v[i] = keep * v[i] + take * (g[i] + decay * w[i]);
        w[i] -= rate * v[i];
    }
}

template <class T>
void rmspropStep(std::int64_t n, const T* g, T* s, T* w, double learningRate, double beta, double epsilon, double l2) {
    const T rate = static_cast<T>(learningRate), keep = static_cast<T>(beta), take = static_cast<T>(1 - beta);
    const T tiny = static_cast<T>(epsilon), decay = static_cast<T>(l2);
    for (std::int64_t i = 0; i < n; ++i) {
        const T gradient = g[i] + decay * w[i];
        s[i] = keep * s[i] + take * gradient * gradient;
        w[i] -= rate * gradient / (std::sqrt(s[i]) + tiny);
    }
}

template <class T>
void adamStep(std::int64_t n, const T* g, T* m, T* v, T* w, std::int64_t step, double learningRate, double beta1,
              double beta2, double epsilon, double l2) {
    const double t = static_cast<double>(step);
    const T keep1 = static_cast<T>(beta1), take1 = static_cast<T>(1 - beta1);
    const T keep2 = static_cast<T>(beta2), take2 = static_cast<T>(1 - beta2);
    const T rate = static_cast<T>(learningRate / (1 - std::pow(beta1, t)));
    const T spread = static_cast<T>(1 / std::sqrt(1 - std::pow(beta2, t)));
    const T tiny = static_cast<T>(epsilon), decay = static_cast<T>(l2);
    for (std::int64_t i = 0; i < n; ++i) {
        const T gradient = g[i] + decay * w[i];
        m[i] = keep1 * m[i] + take1 * gradient;
        v[i] = keep2 * v[i] + take2 * gradient * gradient;
        w[i] -= rate * m[i] / (std::sqrt(v[i]) * spread + tiny);
    }
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                                  \
    template void sgdStep<T>(std::int64_t, const T*, T*, double, double);                                            \
    template void momentumStep<T>(std::int64_t, const T*, T*, T*, double, double, bool, double);                     \
    template void rmspropStep<T>(std::int64_t, const T*, T*, T*, double, double, double, double);                    \
    template void adamStep<T>(std::int64_t, const T*, T*, T*, T*, std::int64_t, double, double, double, double, double);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
