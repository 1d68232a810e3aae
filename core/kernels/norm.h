// Batch normalization of x [n, c] over n (all axes but the last count as n): y = gamma · (x − mean)/√(variance + ε) + beta.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// mean [c] and biased variance [c] of the columns, in two passes (no cancellation).
template <class T>
void columnMoments(std::int64_t n, std::int64_t c, const T* x, T* mean, T* variance);
/// inverseDeviation [c] = 1/√(variance + ε), computed by the caller.
template <class T>
void normalize(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation, const T* gamma,
               const T* beta, T* y);
/// dgamma [c] = Σ dy · x̂, dbeta [c] = Σ dy, with x̂ = (x − mean) · inverseDeviation.
template <class T>
void normalizeBackwardParameters(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation,
                                 const T* dy, T* dgamma, T* dbeta);
/// dx when mean and variance came from x itself (Ioffe and Szegedy 2015, §3):
/// gamma · inverseDeviation · (dy − dbeta/n − x̂ · dgamma/n).
template <class T>
void normalizeBackwardData(std::int64_t n, std::int64_t c, const T* x, const T* mean, const T* inverseDeviation,
                           const T* gamma, const T* dgamma, const T* dbeta, const T* dy, T* dx);
/// dx when mean and variance are fixed numbers: gamma · inverseDeviation · dy.
template <class T>
void normalizeBackwardFixed(std::int64_t n, std::int64_t c, const T* inverseDeviation, const T* gamma, const T* dy,
                            T* dx);

}  // namespace perceptarium::kernels
