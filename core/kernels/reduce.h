// Reductions of x [outer, n, inner] along its middle axis, and running sums along it.
#pragma once

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

struct MiddleAxis {
    Index outer = 1, n = 0, inner = 1;
};

/// out [outer, inner]. The sum of nothing is 0; maximum and minimum need n ≥ 1. NaN wins over every number. Rounding
/// errors of sums along rows grow with the logarithm of n.
template <class T>
void reduce(Reduction how, const MiddleAxis& axis, const T* x, T* out);
/// out [outer, inner]: where the greatest number is, the first one when there are several (or the first NaN). n ≥ 1.
template <class T>
void argMaximum(const MiddleAxis& axis, const T* x, std::int32_t* out);
/// out[i] = x[0] + … + x[i] along the axis; `backwards`: x[i] + … + x[n − 1].
template <class T>
void runningSum(const MiddleAxis& axis, bool backwards, const T* x, T* out);

}  // namespace perceptarium::kernels
