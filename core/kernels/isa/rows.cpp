// Work on the rows and columns of a matrix: the losses, column statistics, transposition.
#include <cmath>

#include "kernels/isa/column_sums.h"
#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

template <class T>
double softmaxCrossEntropy(Index n, Index c, const T* logits, const std::int32_t* labels, T share, T* gradient) {
    double loss = 0;
    for (Index i = 0; i < n; ++i, logits += c) {
        T greatest = logits[0];
        for (Index k = 1; k < c; ++k) greatest = logits[k] > greatest ? logits[k] : greatest;
        T total = 0;
        if (gradient) {
            for (Index k = 0; k < c; ++k) gradient[k] = expOfNegative(logits[k] - greatest);
            for (Index k = 0; k < c; ++k) total += gradient[k];
            const T factor = share / total;
            for (Index k = 0; k < c; ++k) gradient[k] *= factor;
            gradient[labels[i]] -= share;
            gradient += c;
        } else {
            for (Index k = 0; k < c; ++k) total += expOfNegative(logits[k] - greatest);
        }
        loss += static_cast<double>(std::log(total) - (logits[labels[i]] - greatest));
    }
    return loss;
}
template <class T>
double sigmoidCrossEntropy(Index n, const T* logits, const std::int32_t* labels, T share, T* gradient) {
    double loss = 0;
    for (Index i = 0; i < n; ++i) {
        const T z = logits[i], y = static_cast<T>(labels[i]);
        const T e = std::exp(z < 0 ? z : -z);
        loss += static_cast<double>((z < 0 ? T(0) : z) - z * y + std::log1p(e));
        if (gradient) gradient[i] = ((z < 0 ? e / (1 + e) : 1 / (1 + e)) - y) * share;
    }
    return loss;
}
template <class T>
double squaredError(Index n, const T* prediction, const T* target, T share, T* gradient) {
    double loss = 0;
    for (Index i = 0; i < n; ++i) {
        const T difference = prediction[i] - target[i];
        loss += static_cast<double>(difference) * static_cast<double>(difference);
        if (gradient) gradient[i] = share * difference;
    }
    return loss;
}

// --- columns ----------------------------------------------------------------------------------------------------------

template <class T>
void columnSums(Index n, Index c, const T* x, T* sums) {
    constexpr int L = kLanes<T>;
    for (Index column = 0; column < c; column += L)
        sumStrip<T, L>(n, column, c - column, sums, [=](Index i, Index k) { return load<T, L>(x + i * c + k); });
}

template <class T>
void moments(Index n, Index c, const T* x, const T* mean, T* sums) {
    constexpr int L = kLanes<T>;
    if (!mean) return columnSums(n, c, x, sums);
    for (Index column = 0; column < c; column += L) {
        const auto center = load<T, L>(mean + column);
        sumStrip<T, L>(n, column, c - column, sums, [=](Index i, Index k) {
            const auto difference = load<T, L>(x + i * c + k) - center;
            return difference * difference;
        });
    }
}

template <class T>
void normalizeSums(Index n, Index c, const T* x, const T* mean, const T* dy, T* products, T* sums) {
    constexpr int L = kLanes<T>;
    columnSums(n, c, dy, sums);
    for (Index column = 0; column < c; column += L) {
        const auto center = load<T, L>(mean + column);
        sumStrip<T, L>(n, column, c - column, products, [=](Index i, Index k) {
            return load<T, L>(dy + i * c + k) * (load<T, L>(x + i * c + k) - center);
        });
    }
}

template <class T>
void normalize(Index n, Index c, const T* x, const T* factor, const T* offset, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c)
        for (Index k = 0; k < c; ++k) y[k] = x[k] * factor[k] + offset[k];
}
template <class T>
void normalizeBackward(Index n, Index c, const T* x, const T* dy, const T* a, const T* b, const T* offset, T* dx) {
    for (Index i = 0; i < n; ++i, x += c, dy += c, dx += c)
        for (Index k = 0; k < c; ++k) dx[k] = a[k] * dy[k] + (b[k] * x[k] + offset[k]);
}

// --- transposition ------------------------------------------------------------------------------------------------------

/// One step of transposing 4 × 4: interleaves the low or high halves of two vectors.
template <class T>
PERCEPTARIUM_ALWAYS_INLINE void transpose4(const T* in, Index inStride, T* out, Index outStride) {
    using V = Vector<T, 4>;
    const V a = load<T, 4>(in), b = load<T, 4>(in + inStride);
    const V c = load<T, 4>(in + 2 * inStride), d = load<T, 4>(in + 3 * inStride);
    const V ac0 = __builtin_shufflevector(a, c, 0, 4, 1, 5), ac1 = __builtin_shufflevector(a, c, 2, 6, 3, 7);
    const V bd0 = __builtin_shufflevector(b, d, 0, 4, 1, 5), bd1 = __builtin_shufflevector(b, d, 2, 6, 3, 7);
    store<T, 4>(out, __builtin_shufflevector(ac0, bd0, 0, 4, 1, 5));
    store<T, 4>(out + outStride, __builtin_shufflevector(ac0, bd0, 2, 6, 3, 7));
    store<T, 4>(out + 2 * outStride, __builtin_shufflevector(ac1, bd1, 0, 4, 1, 5));
    store<T, 4>(out + 3 * outStride, __builtin_shufflevector(ac1, bd1, 2, 6, 3, 7));
}

template <class T>
void transpose(Index rows, Index columns, const T* in, Index inStride, T* out, Index outStride) {
    // Blocks of 16 × 16 keep both sides within few cache lines at a time.
    constexpr Index block = 16;
    for (Index row0 = 0; row0 < rows; row0 += block)
        for (Index column0 = 0; column0 < columns; column0 += block) {
            const Index rowEnd = row0 + block < rows ? row0 + block : rows;
            const Index columnEnd = column0 + block < columns ? column0 + block : columns;
            Index row = row0;
            if constexpr (sizeof(T) == 4)
                for (; row + 4 <= rowEnd; row += 4) {
                    Index column = column0;
                    for (; column + 4 <= columnEnd; column += 4)
                        transpose4(in + row * inStride + column, inStride, out + column * outStride + row, outStride);
                    for (; column < columnEnd; ++column)
                        for (Index i = row; i < row + 4; ++i) out[column * outStride + i] = in[i * inStride + column];
                }
            for (; row < rowEnd; ++row)
                for (Index column = column0; column < columnEnd; ++column)
                    out[column * outStride + row] = in[row * inStride + column];
        }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillRows(Inner<T>& inner) {
    inner.softmaxCrossEntropy = softmaxCrossEntropy<T>;
    inner.sigmoidCrossEntropy = sigmoidCrossEntropy<T>;
    inner.squaredError = squaredError<T>;
    inner.columnSums = columnSums<T>;
    inner.moments = moments<T>;
    inner.normalizeSums = normalizeSums<T>;
    inner.normalize = normalize<T>;
    inner.normalizeBackward = normalizeBackward<T>;
    inner.transpose = transpose<T>;
}
template void fillRows(Inner<float>&);
template void fillRows(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
