// Differentiable look-ups: places are given by whole numbers, which have no gradient.
#pragma once

#include "autograd/variable.h"

namespace perceptarium::autograd {

// --- ops_embedding.cpp
// ----------------------------------------------------------------------------------------------------
/// ids [N, T] i32, table [V, D] → [N, T, D]. Ids outside 0…V−1 are a CHECK. With `padding` ≥ 0, that id gives zeros and
/// gets no gradient.
Variable embedding(const Tensor& ids, const Variable& table, std::int64_t padding = -1);

}  // namespace perceptarium::autograd
