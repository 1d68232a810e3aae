// Differentiable look-ups: places are named by whole numbers (i32), which have no gradient. Ids outside of the axis are
// a CHECK. Axes may be negative: from the end.
#pragma once

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_index.cpp
// --------------------------------------------------------------------------------------------------------
/// One id for each number: ids has x's shape but for its extent along `axis`, and so has the result:
/// y[…, j, …] = x[…, ids[…, j, …], …].
Variable gather(const Variable& x, const Tensor& ids, int axis = -1);
/// The way back: y = x, and y[…, ids[…, j, …], …] += values[…, j, …]; ids has the shape of `values`.
Variable scatterAdd(const Variable& x, const Tensor& ids, const Variable& values, int axis = -1);
/// One id for each slab along `axis`, which ids' axes replace: x [V, D], ids [N, T], axis 0 → [N, T, D].
Variable indexSelect(const Variable& x, const Tensor& ids, int axis = 0);

/// ids […] → […, classes] of zeros with a 1 at the id. No gradient.
Tensor oneHot(const Tensor& ids, std::int64_t classes, DType dtype = DType::F32);

// --- ops_embedding.cpp
// ----------------------------------------------------------------------------------------------------
/// ids [N, T] i32, table [V, D] → [N, T, D]. Ids outside 0…V−1 are a CHECK. With `padding` ≥ 0, that id gives zeros and
/// gets no gradient.
Variable embedding(const Tensor& ids, const Variable& table, std::int64_t padding = -1);

}  // namespace perceptarium::autograd
