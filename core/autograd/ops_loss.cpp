#include <utility>

#include "autograd/ops.h"
#include "autograd/real_kind.h"
#include "kernels/elementwise.h"
#include "kernels/losses.h"
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

/// Are all labels there?
bool checkLabels(const Tensor& labels, std::int64_t n, std::int64_t classes) {
    CHECK(labels.dtype() == DType::I32 && labels.elements() == n, "labels do not fit the logits");
    bool all = true;
    for (const std::int32_t label : labels.values<std::int32_t>()) {
        CHECK(label >= kMissingLabel && label < classes,
              "label " + std::to_string(label) + " of " + std::to_string(classes));
        all = all && label != kMissingLabel;
    }
    return all;
}

kernels::LabelTreatment forKernel(const LabelTreatment& treatment, std::int64_t classes) {
    CHECK(treatment.weights.empty() || static_cast<std::int64_t>(treatment.weights.size()) == classes,
          "a weight a class");
    CHECK(treatment.smoothing >= 0 && treatment.smoothing < 1, "smoothing outside 0 … 1");
    return {treatment.smoothing, treatment.weights.empty() ? nullptr : treatment.weights.data()};
}

void checkNumbers(const Variable& prediction, const Tensor& target) {
    CHECK(target.elements() == prediction.value().elements() && target.dtype() == prediction.dtype(),
          "loss of " + prediction.shape().text() + " against " + target.shape().text());
}

/// A loss of numbers: compute(n, a, y, gradient).
template <class Compute>
Variable lossOfNumbers(std::string_view operation, const Variable& prediction, const Tensor& target, Compute compute) {
    checkNumbers(prediction, target);
    return lossOf(operation, prediction, [&](const auto* a, auto* gradient) {
        using T = std::remove_pointer_t<decltype(gradient)>;
        return compute(prediction.value().elements(), a, target.data<T>(), gradient);
    });
}

}  // namespace

Variable softmaxCrossEntropy(const Variable& logits, const Tensor& labels, const LabelTreatment& treatment) {
    CHECK(logits.shape().rank() == 2, "cross-entropy of " + logits.shape().text());
    const std::int64_t n = logits.shape()[0], c = logits.shape()[1];
    const bool plain = checkLabels(labels, n, c) && treatment.plain() && n > 0;
    const kernels::LabelTreatment wanted = forKernel(treatment, c);
    return lossOf("softmaxCrossEntropy", logits, [&](const auto* z, auto* gradient) {
        const std::int32_t* y = labels.data<std::int32_t>();
        return plain ? kernels::softmaxCrossEntropy(n, c, z, y, gradient)
                     : kernels::treatedSoftmaxCrossEntropy(n, c, z, y, wanted, gradient);
    });
}

Variable sigmoidCrossEntropy(const Variable& logits, const Tensor& labels, const LabelTreatment& treatment) {
    const std::int64_t n = logits.value().elements();
    const bool plain = checkLabels(labels, n, 2) && treatment.plain() && n > 0;
    const kernels::LabelTreatment wanted = forKernel(treatment, 2);
    return lossOf("sigmoidCrossEntropy", logits, [&](const auto* z, auto* gradient) {
        const std::int32_t* y = labels.data<std::int32_t>();
        return plain ? kernels::sigmoidCrossEntropy(n, z, y, gradient)
                     : kernels::treatedSigmoidCrossEntropy(n, z, y, wanted, gradient);
    });
}

Variable meanSquaredError(const Variable& prediction, const Tensor& target) {
    return lossOfNumbers("meanSquaredError", prediction, target,
                         [](std::int64_t n, const auto* a, const auto* y, auto* gradient) {
                             using T = std::remove_pointer_t<decltype(gradient)>;
                             return n > 0 ? kernels::meanSquaredError(n, a, y, gradient) : T(0);
                         });
}

Variable meanAbsoluteError(const Variable& prediction, const Tensor& target) {
    return lossOfNumbers("meanAbsoluteError", prediction, target,
                         [](std::int64_t n, const auto* a, const auto* y, auto* gradient) {
                             return kernels::meanAbsoluteError(n, a, y, gradient);
                         });
}

Variable huberLoss(const Variable& prediction, const Tensor& target, double delta) {
    CHECK(delta > 0, "Huber's δ is above 0");
    return lossOfNumbers("huberLoss", prediction, target,
                         [delta](std::int64_t n, const auto* a, const auto* y, auto* gradient) {
                             return kernels::huber(n, a, y, delta, gradient);
                         });
}

Variable binaryHinge(const Variable& logits, const Tensor& labels, double margin, bool squared) {
    const std::int64_t n = logits.value().elements();
    checkLabels(labels, n, 2);
    return lossOf("binaryHinge", logits, [&](const auto* z, auto* gradient) {
        return kernels::binaryHinge(n, z, labels.data<std::int32_t>(), margin, squared, gradient);
    });
}

Variable multiHinge(const Variable& logits, const Tensor& labels, double margin, bool squared) {
    CHECK(logits.shape().rank() == 2, "hinge loss of " + logits.shape().text());
    const std::int64_t n = logits.shape()[0], c = logits.shape()[1];
    checkLabels(labels, n, c);
    return lossOf("multiHinge", logits, [&](const auto* z, auto* gradient) {
        return kernels::multiHinge(n, c, z, labels.data<std::int32_t>(), margin, squared, gradient);
    });
}

Variable klDivergence(const Variable& logits, const Tensor& target) {
    CHECK(logits.shape().rank() == 2, "divergence of " + logits.shape().text());
    checkNumbers(logits, target);
    return lossOf("klDivergence", logits, [&](const auto* z, auto* gradient) {
        using T = std::remove_pointer_t<decltype(gradient)>;
        return kernels::klDivergence(logits.shape()[0], logits.shape()[1], z, target.data<T>(), gradient);
    });
}

}  // namespace perceptarium::autograd
