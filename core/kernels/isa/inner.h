// The innermost loops, one table of them for each instruction set. Everything here runs on one thread; the kernels of
// the folder above cut the work into pieces and call these. Arrays that come from tensors may be read up to 64 bytes
// beyond their end (storage_pool.h), and are where it says "tensor".
#pragma once

#include <cstdint>

#include "kernels/isa/cells.h"
#include "kernels/isa/skip_gram.h"

namespace perceptarium::kernels {

using Index = std::int64_t;

/// Where a tap of a window reads, counted from the pixel's first place, and where its weights begin.
struct WindowTap {
    Index x = 0, w = 0;
};

/// One row of outputs of a convolution, or some rows of a matrix product (kh = 1, run = d, pixelStride = d):
/// y[p][j] = bias[j] + Σ_r Σ_q x[p·pixelStride + r·rowStride + q] · w[(r·run + q)·wStride + j],
/// or with taps x[p·pixelStride + taps[r].x + q] · w[taps[r].w + q·wStride + j].
template <class T>
struct WindowRow {
    const T* x;  ///< tensor
    Index pixelStride, rowStride;
    Index kh, run;  ///< taps: kh rows of `run` consecutive numbers
    const T* w;     ///< tensor [kh, run, f], wStride from one tap to the next
    const T* bias;  ///< tensor [f], or null
    T* y;           ///< tensor [pixels, f], yStride from one pixel to the next; what lies between is spoilt
    Index pixels, f, wStride, yStride;
    const WindowTap* taps = nullptr;  ///< kh of them, or null: regular rows
    Index room = 0;                   ///< numbers of each pixel that may be written, f of them to stay; 0: yStride
};

/// The derivative of the above by w, summed over `rows` rows of outputs:
/// dw[(r·run + q)·f + j] (+)= Σ_o Σ_p x[o·outRowStride + p·pixelStride + r·rowStride + q] · dy[(o·pixels + p)·f + j].
template <class T>
struct WindowWeights {
    const T* x;  ///< tensor
    Index pixelStride, rowStride, outRowStride;
    Index kh, run;
    const T* dy;  ///< tensor
    Index rows, pixels, f;
    T* dw;     ///< tensor
    bool add;  ///< add to what is there, or set
    /// From one pixel, row of outputs, tap to the next in dy, dy, dw; 0: f, pixels·f, f.
    Index dyStride = 0, dyRowStride = 0, dwStride = 0;
};

/// The derivative by the weights of windows that see each channel by itself, tensors: for all taps and channels k < c
/// dw[taps[t].w + k] += Σ_o Σ_p x[o·outRowStride + p·pixelStride + taps[t].x + k] · dy[o·dyRowStride + p·c + k].
template <class T>
struct ChannelWeights {
    const T* x;
    Index pixelStride, outRowStride;
    const WindowTap* taps;
    Index tapCount;
    const T* dy;
    Index dyRowStride;
    Index rows, pixels, c;
    T* dw;
};

/// A row of pooling windows, tensors: pixel p of c channels sees the places x + p·pixelStride + taps[t].x, t <
/// tapCount.
template <class T>
struct PoolRow {
    Index pixels, c, pixelStride;
    const WindowTap* taps;  ///< at least one
    Index tapCount;
    /// Backward sets dx, instead of adding to it: windows lie side by side, so each place is seen once and the next place
    /// of the same row is written later.
    bool once = false;
};

/// to[(p·stride + q)·padded + k] += from[p·fromStride + q·c + k] for all taps q < kw, pixels p and channels k < c;
/// channels c … padded−1 are spoilt. padded = paddedChannels(c).
template <class T>
struct TapScatter {
    const T* from;
    Index fromStride;
    T* to;
    Index stride, padded;
    Index kw, pixels, c;
};
/// Room for c channels in the vectors of any instruction set.
template <class T>
constexpr Index paddedChannels(Index c) {
    constexpr Index few = 16 / sizeof(T), some = 32 / sizeof(T), many = 64 / sizeof(T);
    return c <= few ? few : c <= some ? some : (c + many - 1) / many * many;
}

/// c[i·cStride + j] (+)= Σ_q A[i, q] · B[q, j] on packed operands: A in panels of `panelRows` rows, depth × rows numbers each
/// (the last panel may have fewer rows), B in strips of inner().stripColumns columns, depth × columns numbers each.
template <class T>
struct PackedProduct {
    Index rows, columns, depth, panelRows;
    const T* panels;
    const T* strips;
    T* c;
    Index cStride;
    bool add;       ///< add to what is there, or set
    const T* bias;  ///< [columns], added; or null (where `add` is, it must be)
};

/// Operations on two numbers, and the slopes that their derivatives are written with.
enum class Binary {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Minimum,  ///< NaN when either is NaN
    Maximum,
    DivideSlope,    ///< ∂(a/b)/∂b = −a/b²
    PowerSlope,     ///< ∂aᵇ/∂a = b·aᵇ⁻¹; 0 for b = 0
    ExponentSlope,  ///< ∂aᵇ/∂b = aᵇ·ln a; 0 for a = 0 ≤ b
    LessShare,      ///< 1 where a < b, ½ where equal, else 0
    GreaterShare,
    Same,  ///< 1 where equal (or both NaN), else 0
};
constexpr int kBinaries = 13;
/// out[i·columns + j] = f(a[i·aRow + j·aStep], b[i·bRow + j·bStep]); steps are 0 or 1. out may be a or b when these are
/// walked alike.
template <class T>
struct BinaryRows {
    Index rows, columns;
    const T* a;
    Index aRow, aStep;
    const T* b;
    Index bRow, bStep;
    T* out;
};
/// The same with out = mask ? a : b.
template <class T>
struct SelectRows {
    Index rows, columns;
    const std::int32_t* mask;
    Index maskRow, maskStep;
    const T* a;
    Index aRow, aStep;
    const T* b;
    Index bRow, bStep;
    T* out;
};
enum class Unary { Negate, Exp, Log, Sqrt, Square, Abs, Reciprocal, Sin, Cos };
constexpr int kUnaries = 9;
enum class Reduction { Sum, Maximum, Minimum };
constexpr int kReductions = 3;

/// Rows [·, c] of batch normalization: x · factor + offset (by column) + shortcut (may be null), then ReLU or not.
/// Tensors.
template <class T>
struct NormRows {
    const T *x, *factor, *offset;
    const T* shortcut = nullptr;
    bool relu = false;
    /// The same, beginning `numbers` further.
    NormRows from(Index numbers) const {
        return {x + numbers, factor, offset, shortcut ? shortcut + numbers : nullptr, relu};
    }
};

template <class T>
struct AdamNumbers {
    T rate, keep1, take1, keep2, take2, spread, tiny, decay;
    T shrink;  ///< 1: the weights do not decay by themselves
};

/// Activations of one number, with one number `a` that some of them take.
enum class Activation { Elu, Selu, Gelu, GeluTanh, Silu, Softplus };
inline constexpr int kActivations = 6;

template <class T>
struct Inner {
    void (*windowRow)(const WindowRow<T>&);
    void (*windowWeights)(const WindowWeights<T>&);
    /// out [columns, rows] = inᵀ, in [rows, columns]; strides in numbers.
    void (*transpose)(Index rows, Index columns, const T* in, Index inStride, T* out, Index outStride);
    /// sums[j] = Σ_i x[i·columns + j]. x: tensor
    void (*columnSums)(Index rows, Index columns, const T* x, T* sums);
    /// Every channel by itself: y[p][k] = bias[k] + Σ_t x[p·pixelStride + taps[t].x + k] · w[taps[t].w + k], k < f.
    void (*channelRow)(const WindowRow<T>&);
    void (*channelWeights)(const ChannelWeights<T>&);
    void (*scatterTaps)(const TapScatter<T>&);
    /// to[i·width + k] = from[i·fromStride + k], k = 0 … width−1; reads whole vectors from `from`.
    void (*packRuns)(Index count, Index width, const T* from, Index fromStride, T* to);

    Index panelRows, stripColumns;  ///< of packed products: at most, and exactly
    /// to[q·width + p] = from[q·step + p], q < depth, p < width; reads whole vectors from `from`.
    void (*packSlices)(Index width, Index depth, const T* from, Index step, T* to);
    /// The same for width = stripColumns.
    void (*packStrip)(Index depth, const T* from, Index step, T* to);
    void (*packedProduct)(const PackedProduct<T>&);

    void (*add)(Index n, const T* a, const T* b, T* out);
    void (*subtract)(Index n, const T* a, const T* b, T* out);
    void (*multiply)(Index n, const T* a, const T* b, T* out);
    void (*scale)(Index n, T factor, const T* a, T* out);
    void (*addTo)(Index n, const T* a, T* sum);
    T (*sum)(Index n, const T* a);
    void (*sigmoid)(Index n, const T* x, T* y);
    void (*sigmoidBackward)(Index n, const T* y, const T* dy, T* dx);
    void (*tanh)(Index n, const T* x, T* y);
    void (*tanhBackward)(Index n, const T* y, const T* dy, T* dx);
    void (*relu)(Index n, const T* x, T* y);
    void (*addRelu)(Index n, const T* a, const T* b, T* y);
    void (*reluBackward)(Index n, const T* y, const T* dy, T* dx);
    void (*leakyRelu)(Index n, T slope, const T* x, T* y);
    void (*leakyReluBackward)(Index n, T slope, const T* x, const T* dy, T* dx);
    /// By Activation: y = f(x; a) and dx = dy · f'(x; a).
    void (*activation[kActivations])(Index n, T a, const T* x, T* y);
    void (*activationBackward[kActivations])(Index n, T a, const T* x, const T* dy, T* dx);
    /// A slope for each column where x ≤ 0. sums[k] = Σ_i dy·x over the rows where x ≤ 0. x, dy: tensors
    void (*preluRows)(Index n, Index c, const T* x, const T* slope, T* y);
    void (*preluRowsBackward)(Index n, Index c, const T* x, const T* slope, const T* dy, T* dx);
    void (*preluSums)(Index n, Index c, const T* x, const T* dy, T* sums);

    void (*binary[kBinaries])(const BinaryRows<T>&);
    void (*select)(const SelectRows<T>&);
    void (*unary[kUnaries])(Index n, const T* x, T* y);
    /// dx = dy · f'(x), with y = f(x)
    void (*unaryBackward[kUnaries])(Index n, const T* x, const T* y, const T* dy, T* dx);
    void (*clip)(Index n, T low, T high, const T* x, T* y);
    void (*clipBackward)(Index n, T low, T high, const T* x, const T* dy, T* dx);
    /// out[i] = x[i·n] ∘ … ∘ x[i·n + n − 1]; maximum and minimum need n ≥ 1.
    void (*reduceRows[kReductions])(Index rows, Index n, const T* x, T* out);
    /// out[j] = x[j] ∘ x[step + j] ∘ … over n rows, j < columns. x: tensor
    void (*reduceColumns[kReductions])(Index n, Index columns, Index step, const T* x, T* out);

    /// y[p·c + k] = the maximum of what the pixel sees; NaN counts as the greatest.
    void (*maxPoolRow)(const PoolRow<T>&, const T* x, T* y);
    /// dx += dy at the first place that holds y (or NaN, when y is NaN).
    void (*maxPoolRowBackward)(const PoolRow<T>&, const T* x, const T* y, const T* dy, T* dx);
    /// y[p·c + k] = factor · the sum of what the pixel sees.
    void (*averagePoolRow)(const PoolRow<T>&, T factor, const T* x, T* y);
    /// dx += factor · dy at every place.
    void (*averagePoolRowBackward)(const PoolRow<T>&, T factor, const T* dy, T* dx);

    /// `mask` [c] says which places of the rows count; null: all do. x, y, dy: tensors
    void (*softmaxRows)(Index n, Index c, const T* x, const std::int32_t* mask, T* y);
    void (*softmaxRowsBackward)(Index n, Index c, const T* y, const T* dy, T* dx);
    void (*logSoftmaxRows)(Index n, Index c, const T* x, const std::int32_t* mask, T* y);
    void (*logSoftmaxRowsBackward)(Index n, Index c, const T* y, const std::int32_t* mask, const T* dy, T* dx);
    void (*logSumExpRows)(Index n, Index c, const T* x, T* y);
    /// Sum of the losses; gradient (may be null) scaled by `share`.
    double (*softmaxCrossEntropy)(Index n, Index c, const T* logits, const std::int32_t* labels, T share, T* gradient);
    double (*sigmoidCrossEntropy)(Index n, const T* logits, const std::int32_t* labels, T share, T* gradient);
    double (*squaredError)(Index n, const T* prediction, const T* target, T share, T* gradient);

    void (*moments)(Index n, Index c, const T* x, const T* mean, T* sums);  ///< Σ x (mean null) or Σ (x − mean)²
    void (*normalize)(Index n, Index c, const T* x, const T* factor, const T* offset, T* y);  ///< x·factor + offset
    void (*normalizeSums)(Index n, Index c, const T* x, const T* mean, const T* dy, T* products, T* sums);
    /// dx = a·dy + b·x + offset, by column
    void (*normalizeBackward)(Index n, Index c, const T* x, const T* dy, const T* a, const T* b, const T* offset,
                              T* dx);

    // See batch_norm.h; blocks of rows. normSums adds to products and sums.
    void (*normMoments)(Index n, Index c, const T* x, T* mean, T* squares);
    void (*normForward)(Index n, Index c, const NormRows<T>&, T* y);
    void (*normSums)(Index n, Index c, const NormRows<T>&, const T* mean, const T* y, const T* dy, T* dz, T* products,
                     T* sums);
    void (*normBackward)(Index n, Index c, const NormRows<T>&, const T* dy, const T* a, const T* b, const T* shift,
                         T* dx);

    /// Layer norm of rows; mean and inverse [n] are set by the first. x, dy, gamma: tensors
    void (*layerNormRows)(Index n, Index c, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean,
                          T* inverse);
    void (*layerNormRowsBackward)(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* gamma,
                                  const T* dy, T* dx);
    /// y = (x − center)·factor + offset, by column
    void (*normalizeAbout)(Index n, Index c, const T* x, const T* center, const T* factor, const T* offset, T* y);
    void (*layerNormSums)(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* dy, T* dgamma, T* dbeta);

    void (*sgd)(Index n, const T* g, T* w, T rate, T decay);
    void (*momentum)(Index n, const T* g, T* v, T* w, T rate, T keep, T take, T decay);
    void (*nesterov)(Index n, const T* g, T* v, T* w, T rate, T keep, T decay);
    void (*rmsprop)(Index n, const T* g, T* s, T* w, T rate, T keep, T take, T tiny, T decay);
    void (*adam)(Index n, const T* g, T* m, T* v, T* w, const AdamNumbers<T>& numbers);

    // t-SNE, on a map x, y [n]; with q(i, j) = 1 / (1 + |point i − point j|²) for i ≠ j:
    /// fx, fy [n] = Σⱼ q² · (point i − point j); returns Σᵢⱼ q.
    double (*mapRepulsion)(Index n, const T* x, const T* y, T* fx, T* fy);
    /// fx, fy [n] = Σⱼ affinity · q · (point i − point j) over i's neighbours, which are at first[i] … first[i + 1]
    /// − 1.
    void (*mapAttraction)(Index n, const Index* first, const std::int32_t* neighbour, const T* affinity, const T* x,
                          const T* y, T* fx, T* fy);

    /// By CellKind: what a recurrent cell does between its matrix products.
    void (*cellStep[kCellKinds])(const CellStep<T>&);
    void (*cellStepBack[kCellKinds])(const CellStepBack<T>&);
    void (*skipGram)(const SkipGram<T>&);
};

}  // namespace perceptarium::kernels
