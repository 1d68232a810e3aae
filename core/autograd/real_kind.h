// Chooses between float and double once an operation, so that the operations are written once.
#pragma once

#include "kernels/tiny_numbers.h"
#include "tensor/tensor.h"

namespace perceptarium::autograd {

/// Calls work(T()) with T float or double as `dtype` says. Requires a floating kind (CHECK).
template <class Work>
auto withReal(DType dtype, Work&& work) {
    CHECK(dtype != DType::I32, "an operation on real numbers got whole ones");
    const kernels::FlushTinyNumbers flush;
    return dtype == DType::F64 ? work(double{}) : work(float{});
}

}  // namespace perceptarium::autograd
