// Matrix products, row-major, either operand stored as it is or transposed.
#pragma once

#include "kernels/broadcast.h"
#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// C [m, n] = op(A) [m, k] · op(B) [k, n]. A is stored [k, m] with `transposeA`, B [n, k] with `transposeB`.
struct ProductShape {
    Index m = 0, n = 0, k = 0;
    bool transposeA = false, transposeB = false;
};

/// One product; `bias` [n] (may be null) is added to each row. c must not be a or b.
template <class T>
void product(const ProductShape& shape, const T* a, const T* b, const T* bias, T* c);
/// As many products as the walk has places, which tells, in matrices, where each finds its A and B; the results are
/// dense.
template <class T>
void products(const ProductShape& shape, const Walk<2>& batch, const T* a, const T* b, T* c);

}  // namespace perceptarium::kernels
