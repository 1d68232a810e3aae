// Copies between tensors that walk their numbers in different orders: the one loop behind transposing, slicing,
// joining, padding, flipping and repeating.
#pragma once

#include <array>

#include "kernels/isa/inner.h"
#include "tensor/shape.h"

namespace perceptarium::kernels {

/// A box of numbers and the distance, in numbers, from one to the next along each axis on either side. `from` may stand
/// still (0) or run back (negative); each number of `to` is met once.
struct Strided {
    int rank = 0;
    std::array<Index, Shape::kMaximumRank> extents{};
    std::array<Index, Shape::kMaximumRank> from{}, to{};
};
/// Distances of a dense tensor of this shape.
std::array<Index, Shape::kMaximumRank> denseStrides(const Shape& shape);

/// to[…] = from[…]. Floats also carry whole numbers of the same size: nothing is computed.
template <class T>
void copyStrided(const Strided& box, const T* from, T* to);
/// to[…] += from[…]
template <class T>
void addStrided(const Strided& box, const T* from, T* to);

}  // namespace perceptarium::kernels
