#include "kernels/norm.h"

#include <algorithm>

namespace perceptarium::kernels {

template <class T>
void columnMoments(std::int64_t n, std::int64_t c, const T* x, T* mean, T* variance) {
    const T factor = T(1) / static_cast<T>(n);
    std::fill_n(mean, c, T(0));
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k) mean[k] += x[i * c + k];
    for (std::int64_t k = 0; k < c; ++k) mean[k] *= factor;
    std::fill_n(variance, c, T(0));
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k) {
            const T difference = x[i * c + k] - mean[k];
            variance[k] += difference * difference;
        }
    for (std::int64_t k = 0; k < c; ++k) variance[k] *= factor;
}

template <class T>
void normalize(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation, const T* gamma,
               const T* beta, T* y) {
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k)
            y[i * c + k] = (x[i * c + k] - mean[k]) * (inverseDeviation[k] * gamma[k]) + beta[k];
}

template <class T>
void normalizeBackwardParameters(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation,
                                 const T* dy, T* dgamma, T* dbeta) {
    std::fill_n(dgamma, c, T(0));
    std::fill_n(dbeta, c, T(0));
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k) {
            dgamma[k] += dy[i * c + k] * (x[i * c + k] - mean[k]);
            dbeta[k] += dy[i * c + k];
        }
    for (std::int64_t k = 0; k < c; ++k) dgamma[k] *= inverseDeviation[k];
}

template <class T>
void normalizeBackwardData(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation,
                           const T* gamma, const T* dgamma, const T* dbeta, const T* dy, T* dx) {
    const T share = T(1) / static_cast<T>(n);
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k) {
            const T normalized = (x[i * c + k] - mean[k]) * inverseDeviation[k];
            dx[i * c + k] =
                gamma[k] * inverseDeviation[k] * (dy[i * c + k] - share * (dbeta[k] + normalized * dgamma[k]));
        }
}

template <class T>
void normalizeBackwardFixed(std::int64_t n, std::int64_t c, const T* inverseDeviation, const T* gamma, const T* dy,
                            T* dx) {
    for (std::int64_t i = 0; i < n; ++i)
        for (std::int64_t k = 0; k < c; ++k) dx[i * c + k] = gamma[k] * inverseDeviation[k] * dy[i * c + k];
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                                   \
    template void columnMoments<T>(std::int64_t, std::int64_t, const T*, T*, T*);                                     \
    template void normalize<T>(std::int64_t, std::int64_t, const T*, const T*, const T*, const T*, const T*, T*);     \
    template void normalizeBackwardParameters<T>(std::int64_t, std::int64_t, const T*, const T*, const T*, const T*,  \
                                                 T*, T*);                                                             \
    template void normalizeBackwardData<T>(std::int64_t, std::int64_t, const T*, const T*, const T*, const T*,        \
                                           const T*, const T*, const T*, T*);                                         \
    template void normalizeBackwardFixed<T>(std::int64_t, std::int64_t, const T*, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
