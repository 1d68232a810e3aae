// Pooling of sequences, pictures and volumes, channels last: x [n, depth, rows, columns, c], y [n, …, c] by the axes'
// windows. Padding never counts: neither as a maximum nor in a mean. Every window must meet the input (CHECK).
#pragma once

#include "kernels/windows.h"

namespace perceptarium::kernels {

struct PoolShape {
    std::int64_t n = 0, c = 0;
    WindowAxes axes;
};

/// NaN counts as the greatest, so that it is not hidden.
template <class T>
void maxPool(const PoolShape& shape, const T* x, T* y);
/// Sets dx: each dy goes to the first place of its window that holds y.
template <class T>
void maxPoolBackward(const PoolShape& shape, const T* x, const T* y, const T* dy, T* dx);
template <class T>
void averagePool(const PoolShape& shape, const T* x, T* y);
/// Sets dx.
template <class T>
void averagePoolBackward(const PoolShape& shape, const T* dy, T* dx);
/// y [n, c] = the mean of x [n, places, c] over the places.
template <class T>
void globalAveragePool(std::int64_t n, std::int64_t places, std::int64_t c, const T* x, T* y);
/// Sets dx.
template <class T>
void globalAveragePoolBackward(std::int64_t n, std::int64_t places, std::int64_t c, const T* dy, T* dx);

}  // namespace perceptarium::kernels
