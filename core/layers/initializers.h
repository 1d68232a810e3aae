// How parameters get their first values (course §5.3).
#pragma once

#include "base/random.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

/// HeNormal: N(0, 2/fanIn), He et al. 2015. GlorotUniform: U(±√(6/(fanIn + fanOut))), Glorot and Bengio 2010.
enum class Initializer { Zeros, Ones, Normal, HeNormal, GlorotUniform };

/// Fills `tensor` (f32 or f64; the same values up to rounding in both). Normal: N(0, 0.05²).
void initialize(Tensor& tensor, Initializer initializer, std::int64_t fanIn, std::int64_t fanOut, Random& random);

}  // namespace perceptarium::layers
