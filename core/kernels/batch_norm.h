// Batch normalization of x [n, c] over n (all axes but the last count as n), with what usually follows it: the sum with
// a shortcut and ReLU. These are limited by memory, so each pass over the numbers does all that can be done with them.
#pragma once

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// mean [c] and biased variance [c] of the columns. Blocks that fit into the cache are read twice (no cancellation),
/// and their moments are put together as in Chan, Golub and LeVeque 1983.
template <class T>
void batchMoments(Index n, Index c, const T* x, T* mean, T* variance);

/// y = x · factor + offset (by column) + shortcut, if any, and then ReLU, if asked for.
template <class T>
void normForward(Index n, Index c, const NormRows<T>& rows, T* y);

/// With dz = dy where ReLU let through, else 0 (all of dy without ReLU): products [c] = Σ dz · (x − mean), sums [c] = Σ
/// dz. With a shortcut, y must be what came out, and dz [n, c] is written, because the shortcut needs it.
template <class T>
void normSums(Index n, Index c, const NormRows<T>& rows, const T* mean, const T* y, const T* dy, T* dz, T* products,
              T* sums);

/// dx = a · dz + b · x + shift (by column). With a shortcut `dy` is the dz that normSums wrote.
template <class T>
void normBackward(Index n, Index c, const NormRows<T>& rows, const T* dy, const T* a, const T* b, const T* shift,
                  T* dx);

}  // namespace perceptarium::kernels
