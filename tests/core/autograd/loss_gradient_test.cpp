// Gradient cases of the losses: random shapes, missing labels, weights, smoothing and other settings.
#include <algorithm>

#include "autograd/ops.h"
#include "core/autograd/gradient_cases.h"

namespace perceptarium::autograd {
namespace {

using tests::GradientCase;

Tensor uniform(Shape shape, double low, double high, Random& random) {
    Tensor tensor = Tensor::empty(std::move(shape), DType::F64);
    for (double& value : tensor.values<double>()) value = random.uniform(low, high);
    return tensor;
}

/// In −1 … classes − 1, with one at least that is there.
Tensor labels(std::int64_t n, std::int64_t classes, Random& random) {
    Tensor tensor = Tensor::empty({n}, DType::I32);
    for (auto& label : tensor.values<std::int32_t>())
        label = static_cast<std::int32_t>(random.below(static_cast<std::uint64_t>(classes) + 1)) - 1;
    tensor.data<std::int32_t>()[random.below(static_cast<std::uint64_t>(n))] = 0;
    return tensor;
}

LabelTreatment treatment(std::int64_t classes, Random& random) {
    LabelTreatment treated;
    if (random.below(2) == 1) treated.smoothing = random.uniform(0.05, 0.5);
    if (random.below(2) == 1)
        for (std::int64_t c = 0; c < classes; ++c) treated.weights.push_back(random.uniform(0.1, 3));
    return treated;
}

std::int64_t upTo(std::uint64_t most, Random& random) { return static_cast<std::int64_t>(1 + random.below(most)); }

std::string shapeName(const char* what, std::int64_t n, std::int64_t c) {
    return std::string(what) + " of " + std::to_string(n) + "×" + std::to_string(c);
}

/// Of the numbers a [n, k] against targets of the same shape.
template <class Loss>
GradientCase ofNumbers(const char* name, Random& random, Loss loss) {
    const std::int64_t n = upTo(5, random), k = upTo(4, random);
    const Tensor target = uniform(Shape{n, k}, -2, 2, random);
    return {shapeName(name, n, k), {uniform(Shape{n, k}, -3, 3, random)}, [=](const Variables& in) {
                return loss(in[0], target.cast(in[0].dtype()));
            }};
}

const tests::AddRandomCases added{{
    {"softmaxCrossEntropy",
     [](Random& random) -> GradientCase {
         const std::int64_t n = upTo(6, random), c = upTo(5, random);
         const Tensor y = labels(n, c, random);
         const LabelTreatment treated = treatment(c, random);
         return {shapeName("cross-entropy", n, c), {uniform(Shape{n, c}, -1.5, 1.5, random)}, [=](const Variables& in) {
                     return softmaxCrossEntropy(in[0], y, treated);
                 }};
     }},
    {"sigmoidCrossEntropy",
     [](Random& random) -> GradientCase {
         const std::int64_t n = upTo(6, random);
         const Tensor y = labels(n, 2, random);
         const LabelTreatment treated = treatment(2, random);
         return {shapeName("cross-entropy", n, 1), {uniform(Shape{n, 1}, -1.5, 1.5, random)}, [=](const Variables& in) {
                     return sigmoidCrossEntropy(in[0], y, treated);
                 }};
     }},
    {"meanAbsoluteError", [](Random& random) { return ofNumbers("absolute error", random, meanAbsoluteError); }},
    {"huberLoss",
     [](Random& random) {
         const double delta = random.uniform(0.2, 3);
         return ofNumbers("Huber", random,
                          [delta](const Variable& a, const Tensor& y) { return huberLoss(a, y, delta); });
     }},
    {"binaryHinge",
     [](Random& random) -> GradientCase {
         const std::int64_t n = upTo(6, random);
         const Tensor y = labels(n, 2, random);
         const double margin = random.uniform(0.2, 2);
         const bool squared = random.below(2) == 1;
         return {shapeName("hinge", n, 1), {uniform(Shape{n, 1}, -3, 3, random)}, [=](const Variables& in) {
                     return binaryHinge(in[0], y, margin, squared);
                 }};
     }},
    {"multiHinge",
     [](Random& random) -> GradientCase {
         const std::int64_t n = upTo(6, random), c = 1 + upTo(4, random);
         const Tensor y = labels(n, c, random);
         const double margin = random.uniform(0.2, 2);
         const bool squared = random.below(2) == 1;
         return {shapeName("hinge", n, c), {uniform(Shape{n, c}, -3, 3, random)}, [=](const Variables& in) {
                     return multiHinge(in[0], y, margin, squared);
                 }};
     }},
    {"klDivergence",
     [](Random& random) -> GradientCase {
         const std::int64_t n = upTo(5, random), c = upTo(5, random);
         Tensor target = uniform(Shape{n, c}, 0.05, 1, random);
         for (std::int64_t i = 0; i < n; ++i) {
             double* row = target.data<double>() + i * c;
             double sum = 0;
             for (std::int64_t k = 0; k < c; ++k) sum += row[k];
             // Every third row is no distribution, and counts as missing.
             for (std::int64_t k = 0; k < c; ++k) row[k] /= i % 3 == 2 ? 2 * sum : sum;
         }
         return {shapeName("divergence", n, c), {uniform(Shape{n, c}, -1.5, 1.5, random)}, [=](const Variables& in) {
                     return klDivergence(in[0], target.cast(in[0].dtype()));
                 }};
     }},
}};

}  // namespace
}  // namespace perceptarium::autograd
