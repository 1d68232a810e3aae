// Softmax over rows, and the losses that are computed on logits so that nothing overflows. Logits [n, c].
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// y may be x. The row's maximum is subtracted first.
template <class T>
void softmax(std::int64_t n, std::int64_t c, const T* x, T* y);
/// dx = y · (dy − Σ dy·y)
template <class T>
void softmaxBackward(std::int64_t n, std::int64_t c, const T* y, const T* dy, T* dx);
/// −mean log softmax(logits)[label]; `gradient` [n, c] is set to its derivative (softmax − one-hot)/n; it may be null.
template <class T>
T softmaxCrossEntropy(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels, T* gradient);
/// mean of max(z,0) − z·y + log(1 + e^−|z|); `gradient` [n] is set to (sigmoid(z) − y)/n; it may be null.
template <class T>
T sigmoidCrossEntropy(std::int64_t n, const T* logits, const std::int32_t* labels, T* gradient);
/// mean of (a − y)²; `gradient` [n] is set to 2(a − y)/n; it may be null.
template <class T>
T meanSquaredError(std::int64_t n, const T* prediction, const T* target, T* gradient);

}  // namespace perceptarium::kernels
