#include "kernels/softmax.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {

namespace {

/// Numbers that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 16'384;

/// work(first row, rows, mask of that row or null) in pieces; one row at a time when there are masks.
template <class Work>
void inPieces(Index n, Index c, const RowMask* mask, Work work) {
    parallelFor(n, kWorthAPiece / std::max<Index>(c, 1) + 1, [&](Index begin, Index end) {
        if (!mask) return work(begin, end - begin, static_cast<const std::int32_t*>(nullptr));
        for (Index i = begin; i < end; ++i) work(i, Index{1}, mask->mask + mask->rows.offset(1, i) * c);
    });
}

}  // namespace

template <class T>
void softmax(Index n, Index c, const T* x, T* y, const RowMask* mask) {
    inPieces(n, c, mask, [=](Index i, Index rows, const std::int32_t* counts) {
        inner<T>().softmaxRows(rows, c, x + i * c, counts, y + i * c);
    });
}

template <class T>
void softmaxBackward(Index n, Index c, const T* y, const T* dy, T* dx) {
    inPieces(n, c, nullptr, [=](Index i, Index rows, const std::int32_t*) {
        inner<T>().softmaxRowsBackward(rows, c, y + i * c, dy + i * c, dx + i * c);
    });
}

template <class T>
void logSoftmax(Index n, Index c, const T* x, T* y, const RowMask* mask) {
    inPieces(n, c, mask, [=](Index i, Index rows, const std::int32_t* counts) {
        inner<T>().logSoftmaxRows(rows, c, x + i * c, counts, y + i * c);
    });
}

template <class T>
void logSoftmaxBackward(Index n, Index c, const T* y, const T* dy, T* dx, const RowMask* mask) {
    inPieces(n, c, mask, [=](Index i, Index rows, const std::int32_t* counts) {
        inner<T>().logSoftmaxRowsBackward(rows, c, y + i * c, counts, dy + i * c, dx + i * c);
    });
}

template <class T>
void logSumExp(Index n, Index c, const T* x, T* y) {
    inPieces(n, c, nullptr,
             [=](Index i, Index rows, const std::int32_t*) { inner<T>().logSumExpRows(rows, c, x + i * c, y + i); });
}

template <class T>
T softmaxCrossEntropy(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels, T* gradient) {
    const double sum = inner<T>().softmaxCrossEntropy(n, c, logits, labels, T(1) / static_cast<T>(n), gradient);
    return static_cast<T>(sum / static_cast<double>(n));
}

template <class T>
T sigmoidCrossEntropy(std::int64_t n, const T* logits, const std::int32_t* labels, T* gradient) {
    const double sum = inner<T>().sigmoidCrossEntropy(n, logits, labels, T(1) / static_cast<T>(n), gradient);
    return static_cast<T>(sum / static_cast<double>(n));
}

template <class T>
T meanSquaredError(std::int64_t n, const T* prediction, const T* target, T* gradient) {
    const double sum = inner<T>().squaredError(n, prediction, target, T(2) / static_cast<T>(n), gradient);
    return static_cast<T>(sum / static_cast<double>(n));
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                   \
    template void softmax<T>(Index, Index, const T*, T*, const RowMask*);                             \
    template void logSoftmax<T>(Index, Index, const T*, T*, const RowMask*);                          \
    template void logSoftmaxBackward<T>(Index, Index, const T*, const T*, T*, const RowMask*);        \
    template void logSumExp<T>(Index, Index, const T*, T*);                                           \
    template void softmaxBackward<T>(std::int64_t, std::int64_t, const T*, const T*, T*);             \
    template T softmaxCrossEntropy<T>(std::int64_t, std::int64_t, const T*, const std::int32_t*, T*); \
    template T sigmoidCrossEntropy<T>(std::int64_t, const T*, const std::int32_t*, T*);               \
    template T meanSquaredError<T>(std::int64_t, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
