// Differentiable changes of shape: which number goes where, nothing is computed. Axes may be negative: from the end.
// Tensors are dense, so all but the first few copy.
#pragma once

#include <vector>

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_shape.cpp: the same numbers in the same order, nothing is copied
// ------------------------------------------------
Variable reshape(const Variable& x, Shape shape);  ///< equal element counts
Variable squeeze(const Variable& x, int axis);     ///< drops an axis of extent 1
/// Adds an axis of extent 1; the result's `axis` is the new one.
Variable unsqueeze(const Variable& x, int axis);

// --- ops_shape.cpp: other orders
// ---------------------------------------------------------------------------------------
/// The result's axis i is x's axis order[i]; each axis once (CHECK).
Variable permute(const Variable& x, const std::vector<int>& order);
Variable transpose(const Variable& x, int axis, int other);      ///< swaps two axes
Variable flip(const Variable& x, const std::vector<int>& axes);  ///< runs back along the axes named

// --- ops_slice.cpp: parts
// ------------------------------------------------------------------------------------------------
/// Places begin, begin + step, … before `end` along the axis. Requires 0 ≤ begin ≤ end ≤ extent, step ≥ 1 (CHECK).
Variable slice(const Variable& x, int axis, std::int64_t begin, std::int64_t end, std::int64_t step = 1);
/// One after another along the axis; the sizes add up to its extent (CHECK).
Variables split(const Variable& x, const std::vector<std::int64_t>& sizes, int axis = -1);
/// `value` around x: before[i] and after[i] places along axis i, none negative.
Variable pad(const Variable& x, const std::vector<std::int64_t>& before, const std::vector<std::int64_t>& after,
             double value = 0);

// --- ops_join.cpp: several, or several times
// -----------------------------------------------------------------------------
/// One after another along the axis; all other extents equal.
Variable concatenate(const Variables& parts, int axis = -1);
/// Side by side along a new axis; equal shapes.
Variable stack(const Variables& parts, int axis = 0);
/// NumPy's broadcasting to a given shape.
Variable broadcastTo(const Variable& x, const Shape& shape);
/// The whole, `times` times one after another along the axis.
Variable repeat(const Variable& x, int axis, std::int64_t times);
/// Each place `times` times before the next one comes.
Variable repeatEach(const Variable& x, int axis, std::int64_t times);

}  // namespace perceptarium::autograd
