// Pooling of pictures, channels last: x [n, h, w, c], y [n, ho, wo, c], ho = ⌊(h − size)/stride⌋ + 1.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

struct PoolShape {
    std::int64_t n = 0, h = 0, w = 0, c = 0;
    std::int64_t size = 0, stride = 0;
    std::int64_t ho = 0, wo = 0;
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
