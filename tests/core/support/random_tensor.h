// Tensors with reproducible contents for tests.
#pragma once

#include <cmath>
#include <numeric>

#include "base/random.h"
#include "tensor/tensor.h"

namespace perceptarium::tests {

/// Standard normal numbers; the same ones (rounded) in f32 and f64.
inline Tensor randomTensor(Shape shape, std::uint64_t seed, DType dtype = DType::F32) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    Random random(seed, "test");
    for (double& value : tensor.values<double>()) value = random.normal();
    return tensor.cast(dtype);
}

/// Numbers that differ from zero and from each other by at least 0.02, in random order: away from all kinks.
inline Tensor separatedTensor(Shape shape, std::uint64_t seed, DType dtype = DType::F64) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    Random random(seed, "test");
    const auto order = random.permutation(tensor.elements());
    for (std::int64_t i = 0; i < tensor.elements(); ++i) {
        const double place = static_cast<double>(order[static_cast<std::size_t>(i)] - tensor.elements() / 2) + 0.5;
        tensor.data<double>()[i] = 0.02 * place;
    }
    return tensor.cast(dtype);
}

}  // namespace perceptarium::tests
