// Differentiable reductions. `axes` names the axes to reduce, negative ones from the end, none for all; they are
// dropped, or kept with extent 1 (`keepDims`).
#pragma once

#include <vector>

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_reduce.cpp
// -----------------------------------------------------------------------------------------------------
Variable sum(const Variable& x);   ///< one number, shape []
Variable mean(const Variable& x);  ///< one number, shape []
/// The sum of nothing is 0.
Variable sum(const Variable& x, const std::vector<int>& axes, bool keepDims = false);
/// Requires something to average (CHECK), as the following do.
Variable mean(const Variable& x, const std::vector<int>& axes, bool keepDims = false);
/// NaN wins over every number; numbers that share the maximum share the gradient.
Variable max(const Variable& x, const std::vector<int>& axes = {}, bool keepDims = false);
Variable min(const Variable& x, const std::vector<int>& axes = {}, bool keepDims = false);
/// The mean of (x − mean)², over n; `unbiased`: over n − 1 (which must not be 0).
Variable variance(const Variable& x, const std::vector<int>& axes = {}, bool keepDims = false, bool unbiased = false);
/// √Σx²; the gradient at the origin is 0.
Variable norm(const Variable& x, const std::vector<int>& axes = {}, bool keepDims = false);
/// Running sums along one axis: y[i] = x[0] + … + x[i].
Variable cumulativeSum(const Variable& x, int axis = -1);

/// Where the greatest numbers along `axis` are, i32, without the axis; the first one of several. No gradient.
Tensor argmax(const Tensor& x, int axis = -1);

}  // namespace perceptarium::autograd
