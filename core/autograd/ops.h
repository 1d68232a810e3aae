// The differentiable operations. Only these have hand-written derivatives; layers and losses compose them. All of them
// work in f32 (training) and f64 (gradient check) through the same code; shapes are batch-first, pictures channels-last.
// Requirements on shapes are CHECKs: layers have refused impossible shapes before.
#pragma once

#include "autograd/ops_index.h"
#include "autograd/ops_math.h"
#include "autograd/ops_matmul.h"
#include "autograd/ops_reduce.h"
#include "autograd/ops_shape.h"
#include "autograd/ops_softmax.h"
#include "autograd/variable.h"
#include "base/random.h"

namespace perceptarium::autograd {

// --- ops_activation.cpp: elementwise ------------------------------------------------------
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
/// Inverted dropout: zero with probability `rate`, else divided by (1 − rate). 0 ≤ rate < 1.
Variable dropout(const Variable& x, double rate, Random& random);

// --- ops_conv.cpp: sequences [N, T, C], pictures [N, H, W, C], volumes [N, D, H, W, C] -------------------------------
/// How windows of K taps move along one axis of extent E: ⌊(E + before + after − dilation·(K − 1) − 1)/stride⌋ + 1
/// places.
struct ConvAxis {
    std::int64_t stride = 1, dilation = 1;
    std::int64_t before = 0, after = 0;  ///< zeros on either side
};
/// Cross-correlation. w [K, C/groups, F], b [F] or undefined, x [N, T, C] → [N, To, F]. Group g reads the channels
/// g·C/groups … and writes F/groups; groups must divide C and F, groups = C is the depthwise convolution.
/// Goodfellow et al. 2016, ch. 9; course §8.4; dilation: Yu and Koltun 2016.
Variable conv1d(const Variable& x, const Variable& w, const Variable& b, ConvAxis time, std::int64_t groups = 1);
/// w [Kh, Kw, C/groups, F], x [N, H, W, C] → [N, Ho, Wo, F].
Variable conv2d(const Variable& x, const Variable& w, const Variable& b, ConvAxis rows, ConvAxis columns,
                std::int64_t groups = 1);
/// w [Kd, Kh, Kw, C/groups, F], x [N, D, H, W, C] → [N, Do, Ho, Wo, F].
Variable conv3d(const Variable& x, const Variable& w, const Variable& b, ConvAxis depth, ConvAxis rows,
                ConvAxis columns, std::int64_t groups = 1);
/// The map that carries conv2d's gradients back, as a layer of its own: x [N, H, W, C], w [Kh, Kw, F/groups, C], b [F]
/// or undefined → [N, Ho, Wo, F], Ho = (H − 1)·stride + dilation·(Kh − 1) + 1 − before − after ≥ 1. Dumoulin and Visin
/// 2016, ch. 4.
Variable convTranspose2d(const Variable& x, const Variable& w, const Variable& b, ConvAxis rows, ConvAxis columns,
                         std::int64_t groups = 1);
struct Padding2d {
    std::int64_t top = 0, bottom = 0, left = 0, right = 0;
    bool operator==(const Padding2d&) const = default;
};
/// The usual case: one stride for both axes.
inline Variable conv2d(const Variable& x, const Variable& w, const Variable& b, std::int64_t stride,
                       Padding2d padding) {
    return conv2d(x, w, b, ConvAxis{stride, 1, padding.top, padding.bottom},
                  ConvAxis{stride, 1, padding.left, padding.right});
}

// --- ops_pool.cpp: the same kinds of input ---------------------------------------------------------------------------
/// Windows of `size` places along one axis, which move as those of a convolution. Padding never counts: a maximum is
/// taken and a mean divided by what lies inside. Every window must meet the input (CHECK).
struct PoolAxis {
    std::int64_t size = 2, stride = 2, dilation = 1;
    std::int64_t before = 0, after = 0;
};
/// [N, T, C] → [N, To, C] and so on. The gradient of a maximum goes to the first of equal places.
Variable maxPool1d(const Variable& x, PoolAxis time);
Variable maxPool2d(const Variable& x, PoolAxis rows, PoolAxis columns);
Variable maxPool3d(const Variable& x, PoolAxis depth, PoolAxis rows, PoolAxis columns);
Variable averagePool1d(const Variable& x, PoolAxis time);
Variable averagePool2d(const Variable& x, PoolAxis rows, PoolAxis columns);
Variable averagePool3d(const Variable& x, PoolAxis depth, PoolAxis rows, PoolAxis columns);
/// The usual case: size × size windows without padding.
inline Variable maxPool2d(const Variable& x, std::int64_t size, std::int64_t stride) {
    return maxPool2d(x, PoolAxis{size, stride}, PoolAxis{size, stride});
}
inline Variable averagePool2d(const Variable& x, std::int64_t size, std::int64_t stride) {
    return averagePool2d(x, PoolAxis{size, stride}, PoolAxis{size, stride});
}
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
/// relu(batchNorm(x, …) + shortcut) in one operation, which reads and writes memory half as often; shortcut has x's
/// shape, or is undefined.
Variable batchNormRelu(const Variable& x, const Variable& gamma, const Variable& beta, Tensor& runningMean,
                       Tensor& runningVariance, bool training, double momentum, double epsilon,
                       const Variable& shortcut = {});

// --- ops_fused.cpp ----------------------------------------------------------------------------------------------------
/// relu(a + b) in one operation, which reads and writes memory half as often; equal shapes.
Variable addRelu(const Variable& a, const Variable& b);

/// Normalizes over the last axis, each position by itself. gamma, beta [C]. Ba et al. 2016.
Variable layerNorm(const Variable& x, const Variable& gamma, const Variable& beta, double epsilon);
/// x [N, …, C]: each example's groups of C/groups neighbouring channels, over all positions. `groups` divides C (CHECK);
/// gamma, beta [C]. Wu and He 2018.
Variable groupNorm(const Variable& x, std::int64_t groups, const Variable& gamma, const Variable& beta, double epsilon);

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
