// Y = X W + b and its derivatives. Row-major; x [n, d], w [d, f], b [f], y [n, f].
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

struct LinearShape {
    std::int64_t n = 0, d = 0, f = 0;
};

/// b may be null.
template <class T>
void linear(const LinearShape& shape, const T* x, const T* w, const T* b, T* y);
/// dx = dy Wᵀ
template <class T>
void linearBackwardData(const LinearShape& shape, const T* w, const T* dy, T* dx);
/// dw = Xᵀ dy, db = the column sums of dy; either may be null.
template <class T>
void linearBackwardWeights(const LinearShape& shape, const T* x, const T* dy, T* dw, T* db);

}  // namespace perceptarium::kernels
