#include "train/losses/answers.h"

#include "autograd/ops.h"

namespace perceptarium::train {

Tensor probabilitiesOfTwo(const Tensor& logits) {
    const autograd::NoGrad off;
    const Tensor second = autograd::sigmoid(autograd::Variable(logits.cast(DType::F32))).value();
    Tensor both = Tensor::empty({second.elements(), 2});
    const auto from = second.values<float>();
    const auto to = both.values<float>();
    for (std::size_t n = 0; n < from.size(); ++n) {
        to[2 * n] = 1 - from[n];
        to[2 * n + 1] = from[n];
    }
    return both;
}

Tensor probabilitiesOfAll(const Tensor& logits) {
    const autograd::NoGrad off;
    return autograd::softmax(autograd::Variable(logits.cast(DType::F32))).value();
}

}  // namespace perceptarium::train
