// Normalizations that look at one example at a time: layer norm (each row of numbers) and group norm (groups of
// channels over all positions). T is float or double; all arrays of x's size belong to tensors.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// x [n, c]: y = gamma · (x − mean)/√(variance + ε) + beta with each row's mean and biased variance, kept in mean [n]
/// and inverse [n] = 1/√(variance + ε). Ba et al. 2016.
template <class T>
void layerNorm(std::int64_t n, std::int64_t c, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean,
               T* inverse);
/// With g = dy·gamma and x̂ = (x − mean)·inverse: dx = inverse · (g − mean of g − x̂ · mean of g·x̂).
template <class T>
void layerNormBackwardData(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverse, const T* gamma,
                           const T* dy, T* dx);
/// dgamma [c] = Σ dy·x̂, dbeta [c] = Σ dy.
template <class T>
void layerNormBackwardParameters(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverse,
                                 const T* dy, T* dgamma, T* dbeta);

/// x [n, m, c] with c a multiple of `groups`: each example's groups of c/groups neighbouring channels are normalized
/// over all m positions. mean and inverse [n, groups]; gamma, beta [c]. Wu and He 2018.
struct GroupNormShape {
    std::int64_t n, m, c, groups;
};
template <class T>
void groupNorm(const GroupNormShape& s, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean,
               T* inverse);
/// dgamma, dbeta [c]; dx may be null.
template <class T>
void groupNormBackward(const GroupNormShape& s, const T* x, const T* mean, const T* inverse, const T* gamma,
                       const T* dy, T* dx, T* dgamma, T* dbeta);

}  // namespace perceptarium::kernels
