// Losses with everything that a user can ask of them, as plain loops: class weights, label smoothing, missing labels,
// and the losses that are rarer than cross-entropy and squared error (those have kernels of their own in softmax.h).
// All give the mean over what counts; `gradient` is set to its derivative, and may be null. A label of −1 is missing:
// no loss, no gradient. Where nothing counts, the loss and all gradients are 0.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

inline constexpr std::int32_t kMissingLabel = -1;

/// Every example's own loss is −Σₖ qₖ log pₖ with qₖ = wₖ((1 − ε)[k = label] + ε/C); the mean divides by Σ w_label. As
/// PyTorch's CrossEntropyLoss with weight, label_smoothing and ignore_index.
struct LabelTreatment {
    double smoothing = 0;             ///< ε, 0 … below 1
    const double* weights = nullptr;  ///< [c] of the classes, not negative; null: all 1
};

/// logits [n, c], labels [n] in −1 … c−1.
template <class T>
T treatedSoftmaxCrossEntropy(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels,
                             const LabelTreatment& treatment, T* gradient);
/// logits [n] for the second of two classes: the same as above with the logits (0, z).
template <class T>
T treatedSigmoidCrossEntropy(std::int64_t n, const T* logits, const std::int32_t* labels,
                             const LabelTreatment& treatment, T* gradient);

/// mean of |a − y|; the derivative at 0 is 0.
template <class T>
T meanAbsoluteError(std::int64_t n, const T* prediction, const T* target, T* gradient);
/// mean of ½r² where |r| ≤ δ, else δ(|r| − ½δ), r = a − y. Huber 1964.
template <class T>
T huber(std::int64_t n, const T* prediction, const T* target, double delta, T* gradient);

/// logits [n], labels in −1, 0, 1: mean of max(0, margin − tz)ᵖ with t = ±1, p = 2 when squared.
template <class T>
T binaryHinge(std::int64_t n, const T* logits, const std::int32_t* labels, double margin, bool squared, T* gradient);
/// logits [n, c]: mean of (1/c) Σ_{k ≠ label} max(0, margin − z_label + zₖ)ᵖ, as PyTorch's MultiMarginLoss.
template <class T>
T multiHinge(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels, double margin, bool squared,
             T* gradient);

/// target [n, c]: rows that are distributions (none negative, sum 1 within 1e-3). mean of Σₖ yₖ (log yₖ − log
/// softmax(z)ₖ) over these rows; a row that is none counts as missing. Kullback and Leibler 1951.
template <class T>
std::int64_t distributions(std::int64_t n, std::int64_t c, const T* target);  ///< how many rows are one
template <class T>
T klDivergence(std::int64_t n, std::int64_t c, const T* logits, const T* target, T* gradient);

}  // namespace perceptarium::kernels
