#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/elementwise.h"
#include "kernels/softmax.h"

namespace perceptarium::autograd {
namespace {

/// A loss whose kernel gives value and derivative in one go: compute(T*) → T, the argument being where the derivative
/// goes, null when nobody will ask.
template <class Compute>
Variable lossOf(std::string_view operation, const Variable& z, Compute compute) {
    const bool remember = isRecording() && z.requiresGrad();
    Tensor gradient = remember ? Tensor::empty(z.shape(), z.dtype()) : Tensor();
    Tensor loss = Tensor::empty({}, z.dtype());
    withReal(z.dtype(), [&](auto zero) {
        using T = decltype(zero);
        loss.data<T>()[0] = compute(z.value().data<T>(), remember ? gradient.data<T>() : nullptr);
    });
    return record(operation, std::move(loss), {z}, [z, gradient](const Tensor& dLoss) mutable {
        const double factor = dLoss.at(0);
        if (factor != 1)
            withReal(z.dtype(), [&](auto zero) {
                using T = decltype(zero);
                kernels::scale(gradient.elements(), static_cast<T>(factor), gradient.data<T>(), gradient.data<T>());
            });
        z.addGrad(std::move(gradient));
    });
}

void checkLabels(const Tensor& labels, std::int64_t n, std::int64_t classes) {
    CHECK(labels.dtype() == DType::I32 && labels.elements() == n && n > 0, "labels do not fit the logits");
    for (const std::int32_t label : labels.values<std::int32_t>())
        CHECK(label >= 0 && label < classes, "label " + std::to_string(label) + " of " + std::to_string(classes));
}

}  // namespace

Variable softmaxCrossEntropy(const Variable& logits, const Tensor& labels) {
    CHECK(logits.shape().rank() == 2, "cross-entropy of " + logits.shape().text());
    const std::int64_t n = logits.shape()[0], c = logits.shape()[1];
    checkLabels(labels, n, c);
    return lossOf("softmaxCrossEntropy", logits, [&](const auto* z, auto* gradient) {
        return kernels::softmaxCrossEntropy(n, c, z, labels.data<std::int32_t>(), gradient);
    });
}

Variable sigmoidCrossEntropy(const Variable& logits, const Tensor& labels) {
    const std::int64_t n = logits.value().elements();
    checkLabels(labels, n, 2);
    return lossOf("sigmoidCrossEntropy", logits, [&](const auto* z, auto* gradient) {
        return kernels::sigmoidCrossEntropy(n, z, labels.data<std::int32_t>(), gradient);
    });
}

Variable meanSquaredError(const Variable& prediction, const Tensor& target) {
    const std::int64_t n = prediction.value().elements();
    CHECK(target.elements() == n && target.dtype() == prediction.dtype() && n > 0,
          "squared error of " + prediction.shape().text() + " against " + target.shape().text());
    return lossOf("meanSquaredError", prediction, [&](const auto* a, auto* gradient) {
        using T = std::remove_pointer_t<decltype(gradient)>;
        return kernels::meanSquaredError(n, a, target.data<T>(), gradient);
    });
}

}  // namespace perceptarium::autograd
