// What outputs of classifiers mean as predictions, for the losses that share it.
#pragma once

#include "tensor/tensor.h"

namespace perceptarium::train {

/// logits [N, 1] of the second class → [N, 2]: a probability for each, as every classifier gives.
Tensor probabilitiesOfTwo(const Tensor& logits);
/// logits [N, C] → probabilities [N, C].
Tensor probabilitiesOfAll(const Tensor& logits);

}  // namespace perceptarium::train
