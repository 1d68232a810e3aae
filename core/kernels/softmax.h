// Softmax over rows, and the losses that are computed on logits so that nothing overflows. Logits [n, c].
#pragma once

#include <cstdint>

#include "kernels/broadcast.h"

namespace perceptarium::kernels {

/// Which places of rows [n, c] count: a row of `mask` for each, at rows.offset(1, i) rows from the start.
struct RowMask {
    const std::int32_t* mask;
    Walk<2> rows;
};

/// y may be x. The row's maximum is subtracted first. Places that do not count give 0, and so does a row without any
/// that does; `mask` may be null: all count.
template <class T>
void softmax(std::int64_t n, std::int64_t c, const T* x, T* y, const RowMask* mask = nullptr);
/// dx = y · (dy − Σ dy·y)
template <class T>
void softmaxBackward(std::int64_t n, std::int64_t c, const T* y, const T* dy, T* dx);
/// log softmax; 0 at places that do not count.
template <class T>
void logSoftmax(std::int64_t n, std::int64_t c, const T* x, T* y, const RowMask* mask = nullptr);
/// dx = dy − eʸ · Σ dy, of what counts; 0 elsewhere.
template <class T>
void logSoftmaxBackward(std::int64_t n, std::int64_t c, const T* y, const T* dy, T* dx, const RowMask* mask = nullptr);
/// y [n] = log Σ eˣ
template <class T>
void logSumExp(std::int64_t n, std::int64_t c, const T* x, T* y);
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
