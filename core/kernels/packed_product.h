// Large products: both operands are copied into the order in which the innermost loop reads them.
#pragma once

#include "kernels/product.h"

namespace perceptarium::kernels {

/// Is there enough work in one product for the copies to pay?
template <class T>
bool worthPacking(const ProductShape& shape);

/// As product(). Rounding does not depend on the number of threads.
template <class T>
void packedProduct(const ProductShape& shape, const T* a, const T* b, const T* bias, T* c);

}  // namespace perceptarium::kernels
