// One optimizer step over a flat span of parameters, in one pass. PyTorch's semantics, so that runs can be compared.
// `l2` adds l2 · w to the gradient first (0: none).
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

/// w −= α g
template <class T>
void sgdStep(std::int64_t n, const T* g, T* w, double learningRate, double l2);
/// v = β v + g;  w −= α v. With `dampened` (course §6.2): v = β v + (1 − β) g.
template <class T>
void momentumStep(std::int64_t n, const T* g, T* v, T* w, double learningRate, double beta, bool dampened, double l2);
/// Nesterov: v = β v + g;  w −= α (g + β v)
template <class T>
void nesterovStep(std::int64_t n, const T* g, T* v, T* w, double learningRate, double beta, double l2);
/// s += g²;  w −= α g / (√s + ε)
template <class T>
void adagradStep(std::int64_t n, const T* g, T* s, T* w, double learningRate, double epsilon, double l2);
/// s = β s + (1 − β) g²;  w −= α g / (√s + ε)
template <class T>
void rmspropStep(std::int64_t n, const T* g, T* s, T* w, double learningRate, double beta, double epsilon, double l2);
/// m = β₁ m + (1 − β₁) g;  v = β₂ v + (1 − β₂) g²;  w −= α · m̂ / (√v̂ + ε), m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
/// `step` is t ≥ 1. Kingma and Ba 2015. With `weightDecay` w −= α · weightDecay · w first (AdamW).
template <class T>
void adamStep(std::int64_t n, const T* g, T* m, T* v, T* w, std::int64_t step, double learningRate, double beta1,
              double beta2, double epsilon, double l2, double weightDecay = 0);

}  // namespace perceptarium::kernels
