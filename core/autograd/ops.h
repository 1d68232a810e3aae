// The differentiable operations. Only these have hand-written derivatives; layers and losses compose them. All of them
// work in f32 (training) and f64 (gradient check) through the same code; shapes are batch-first, pictures channels-last.
// Requirements on shapes are CHECKs: layers have refused impossible shapes before.
#pragma once

#include "autograd/ops_index.h"
#include "autograd/ops_math.h"
#include "autograd/ops_matmul.h"
#include "autograd/ops_reduce.h"
#include "autograd/ops_shape.h"
#include "autograd/variable.h"
#include "base/random.h"

namespace perceptarium::autograd {

// --- ops_activation.cpp: elementwise; softmax over the last axis ------------------------------------------------------
Variable sigmoid(const Variable& x);
Variable tanh(const Variable& x);
Variable relu(const Variable& x);
Variable leakyRelu(const Variable& x, double slope);
/// x [N, …, C], slope [C] or [1] (shared): x > 0 ? x : slope·x, with a learned slope. He et al. 2015.
Variable prelu(const Variable& x, const Variable& slope);
/// x > 0 ? x : α(eˣ − 1). Clevert et al. 2015.
Variable elu(const Variable& x, double alpha);
/// ELU with the two constants that keep mean 0 and variance 1. Klambauer et al. 2017.
Variable selu(const Variable& x);
/// x·Φ(x), exactly (erf) or by the tanh of Hendrycks and Gimpel 2016.
enum class GeluForm { Exact, Tanh };
Variable gelu(const Variable& x, GeluForm form = GeluForm::Exact);
Variable silu(const Variable& x);                   ///< x·σ(x), also called swish
Variable softplus(const Variable& x, double beta);  ///< log(1 + e^(βx))/β, without overflow; β > 0
/// 1 at each row's first maximum, else 0. Its derivative is 0 wherever there is one, so nothing flows back.
Variable hardmax(const Variable& x);
/// Shift-invariant: the row's maximum is subtracted first, so logits of ±1000 are fine.
Variable softmax(const Variable& x);
/// Inverted dropout: zero with probability `rate`, else divided by (1 − rate). 0 ≤ rate < 1.
Variable dropout(const Variable& x, double rate, Random& random);

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
/// A channel with one number has variance 0: it gives beta, passes no gradient to x, and leaves its running variance alone
/// (where PyTorch refuses). An empty batch leaves both running numbers alone.
Variable batchNorm(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                   Tensor& runningVariance, bool training, double momentum, double epsilon);

/// Normalizes over the last axis, each position by itself. gamma, beta [C]. Ba et al. 2016.
Variable layerNorm(const Variable& x, const Variable& gamma, const Variable& beta, double epsilon);
/// x [N, …, C]: each example's groups of C/groups neighbouring channels, over all positions. `groups` divides C (CHECK);
/// gamma, beta [C]. Wu and He 2018.
Variable groupNorm(const Variable& x, std::int64_t groups, const Variable& gamma, const Variable& beta, double epsilon);

// --- ops_loss.cpp: means over the batch, computed on logits so that nothing overflows -------------------------------------
/// logits [N, C], labels [N] i32 → one number: −mean log softmax(logits)[label].
Variable softmaxCrossEntropy(const Variable& logits, const Tensor& labels);
/// logits [N, 1] (or [N]), labels [N] i32 in {0, 1} → one number: mean of max(z,0) − z·y + log(1 + e^−|z|).
Variable sigmoidCrossEntropy(const Variable& logits, const Tensor& labels);
/// prediction [N, K], target [N, K] floating → one number: mean of (a − y)².
Variable meanSquaredError(const Variable& prediction, const Tensor& target);

}  // namespace perceptarium::autograd
