// Reuse a tensor that has the right shape already, so that reading batches allocates nothing after the first few.
#pragma once

#include "tensor/tensor.h"

namespace perceptarium::data {

/// Is `tensor` [batch, …example] of this kind? Builds no Shape.
inline bool hasShape(const Tensor& tensor, std::int64_t batch, const Shape& example, DType dtype) {
    if (!tensor.defined() || tensor.dtype() != dtype) return false;
    const auto& have = tensor.shape().extents();
    const auto& want = example.extents();
    return have.size() == want.size() + 1 && have[0] == batch && std::equal(want.begin(), want.end(), have.begin() + 1);
}

/// Makes `tensor` [batch, …example] of this kind; its numbers are whatever they are.
inline void reuse(Tensor& tensor, std::int64_t batch, const Shape& example, DType dtype) {
    if (!hasShape(tensor, batch, example, dtype)) tensor = Tensor::empty(example.withBatch(batch), dtype);
}

}  // namespace perceptarium::data
