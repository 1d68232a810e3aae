// Numbers fetched from, or added to, places along the middle axis of x [outer, n, inner] that ids name. Ids must be in
// 0 … n−1; the callers have checked.
#pragma once

#include "kernels/isa/inner.h"
#include "kernels/reduce.h"

namespace perceptarium::kernels {

/// out [outer, count, inner] = x at ids [outer, count, inner] along the axis: each number has an id of its own.
template <class T>
void gather(const MiddleAxis& axis, Index count, const T* x, const std::int32_t* ids, T* out);
/// The same way back: sums [outer, n, inner] += values [outer, count, inner].
template <class T>
void scatterAdd(const MiddleAxis& axis, Index count, const T* values, const std::int32_t* ids, T* sums);

/// out [outer, count, inner] = the rows of x that ids [count] name.
template <class T>
void takeRows(const MiddleAxis& axis, Index count, const T* x, const std::int32_t* ids, T* out);
/// sums [outer, n, inner]: rows += values [outer, count, inner].
template <class T>
void addRows(const MiddleAxis& axis, Index count, const T* values, const std::int32_t* ids, T* sums);

}  // namespace perceptarium::kernels
