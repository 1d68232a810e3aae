// The differentiable operations. Only these have hand-written derivatives; layers and losses compose them. All of them
// work in f32 (training) and f64 (gradient check) through the same code; shapes are batch-first, pictures channels-last.
// Requirements on shapes are CHECKs: layers have refused impossible shapes before.
#pragma once

#include "autograd/variable.h"
#include "base/random.h"

namespace perceptarium::autograd {

// --- ops_math.cpp ---------------------------------------------------------------------------------------------------
Variable add(const Variable& a, const Variable& b);       ///< equal shapes
Variable subtract(const Variable& a, const Variable& b);  ///< equal shapes
Variable multiply(const Variable& a, const Variable& b);  ///< equal shapes, elementwise
Variable scale(const Variable& a, double factor);
Variable sum(const Variable& a);   ///< one number, shape []
Variable mean(const Variable& a);  ///< one number, shape []
/// x [N, D] (leading axes before the last count as N), w [D, F], b [F] or undefined → [N, F]: Y = X W + b.
Variable linear(const Variable& x, const Variable& w, const Variable& b);

// --- ops_activation.cpp: elementwise; softmax over the last axis ------------------------------------------------------
Variable sigmoid(const Variable& x);
Variable tanh(const Variable& x);
Variable relu(const Variable& x);
Variable leakyRelu(const Variable& x, double slope);
/// Shift-invariant: the row's maximum is subtracted first, so logits of ±1000 are fine.
Variable softmax(const Variable& x);
/// Inverted dropout: zero with probability `rate`, else divided by (1 − rate). 0 ≤ rate < 1.
Variable dropout(const Variable& x, double rate, Random& random);

// --- ops_shape.cpp --------------------------------------------------------------------------------------------------
Variable reshape(const Variable& x, Shape shape);  ///< equal element counts
/// Along the last axis (channels, features); all other extents equal.
Variable concatenate(const Variables& parts);
/// ids [N, T] i32, table [V, D] → [N, T, D]. Ids outside 0…V−1 are a CHECK. With `padding` ≥ 0, that id gives zeros and
/// gets no gradient.
Variable embedding(const Tensor& ids, const Variable& table, std::int64_t padding = -1);

// --- ops_conv.cpp: pictures [N, H, W, C] ------------------------------------------------------------------------------
struct Padding2d {
    std::int64_t top = 0, bottom = 0, left = 0, right = 0;
    bool operator==(const Padding2d&) const = default;
};
/// Cross-correlation. x [N, H, W, C], w [Kh, Kw, C, F], b [F] or undefined → [N, Ho, Wo, F],
/// Ho = ⌊(H + top + bottom − Kh)/stride⌋ + 1. Goodfellow et al. 2016, ch. 9; course §8.4.
Variable conv2d(const Variable& x, const Variable& w, const Variable& b, std::int64_t stride, Padding2d padding);
/// Windows of size × size, no padding: Ho = ⌊(H − size)/stride⌋ + 1. Ties go to the first maximum.
Variable maxPool2d(const Variable& x, std::int64_t size, std::int64_t stride);
Variable averagePool2d(const Variable& x, std::int64_t size, std::int64_t stride);
/// [N, …, C] → [N, C]: the mean over everything between batch and last axis (pictures, sequences).
Variable globalAveragePool(const Variable& x);

// --- ops_norm.cpp -----------------------------------------------------------------------------------------------------
/// Normalizes over all axes but the last. gamma, beta [C]. In training, batch mean and biased variance are used and the
/// running ones updated in place: running = (1 − momentum)·running + momentum·batch, with the unbiased variance, as
/// PyTorch does; otherwise the running ones are used. Ioffe and Szegedy 2015; course §6.9.
Variable batchNorm(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                   Tensor& runningVariance, bool training, double momentum, double epsilon);

// --- ops_loss.cpp: means over the batch, computed on logits so that nothing overflows -------------------------------------
// A label of −1 is missing: it gives no loss and no gradient, and the mean is over what is left. Where nothing is left, the
// loss and its gradients are 0. An empty batch counts as nothing, too.
inline constexpr std::int32_t kMissingLabel = -1;
/// ε of label smoothing (Szegedy et al. 2016) and weights by class, none negative; empty: all 1. The mean of cross-entropy
/// divides by the weights of the labels, as PyTorch's does.
struct LabelTreatment {
    double smoothing = 0;
    std::vector<double> weights;
    bool plain() const { return smoothing == 0 && weights.empty(); }
};
/// logits [N, C], labels [N] i32 in −1 … C−1 → one number: −mean log softmax(logits)[label].
Variable softmaxCrossEntropy(const Variable& logits, const Tensor& labels, const LabelTreatment& treatment = {});
/// logits [N, 1] (or [N]), labels [N] i32 in −1, 0, 1 → one number: mean of max(z,0) − z·y + log(1 + e^−|z|).
Variable sigmoidCrossEntropy(const Variable& logits, const Tensor& labels, const LabelTreatment& treatment = {});
/// prediction [N, K], target [N, K] floating → one number: mean of (a − y)².
Variable meanSquaredError(const Variable& prediction, const Tensor& target);
/// The same shapes: mean of |a − y|, whose derivative at 0 is 0.
Variable meanAbsoluteError(const Variable& prediction, const Tensor& target);
/// The same shapes: mean of ½r² where |r| ≤ δ, else δ(|r| − ½δ), r = a − y. Huber 1964.
Variable huberLoss(const Variable& prediction, const Tensor& target, double delta);
/// logits [N, 1] (or [N]), labels [N] i32 in −1, 0, 1: mean of max(0, margin − tz)ᵖ, t = ±1; p = 2 when squared.
Variable binaryHinge(const Variable& logits, const Tensor& labels, double margin, bool squared);
/// logits [N, C], labels [N] i32: mean of (1/C) Σ over the wrong k of max(0, margin − z_label + zₖ)ᵖ.
Variable multiHinge(const Variable& logits, const Tensor& labels, double margin, bool squared);
/// logits [N, C], target [N, C] floating, rows that are distributions: mean of Σₖ yₖ (log yₖ − log softmax(z)ₖ). Rows that
/// are none (a negative number, a sum other than 1) count as missing.
Variable klDivergence(const Variable& logits, const Tensor& target);

}  // namespace perceptarium::autograd
