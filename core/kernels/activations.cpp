#include "kernels/activations.h"

#include "kernels/sum_in_pieces.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread: such functions give one or two a nanosecond.
constexpr Index kWorthAPiece = 16'384;

}  // namespace

template <class T>
void activate(Activation activation, Index n, T a, const T* x, T* y) {
    const auto loop = inner<T>().activation[static_cast<int>(activation)];
    parallelFor(n, kWorthAPiece, [=](Index begin, Index end) { loop(end - begin, a, x + begin, y + begin); });
}

template <class T>
void activateBackward(Activation activation, Index n, T a, const T* x, const T* dy, T* dx) {
    const auto loop = inner<T>().activationBackward[static_cast<int>(activation)];
    parallelFor(n, kWorthAPiece,
                [=](Index begin, Index end) { loop(end - begin, a, x + begin, dy + begin, dx + begin); });
}

template <class T>
void prelu(Index n, Index c, const T* x, const T* slope, T* y) {
    parallelFor(n, rowsWorthAPiece(c), [=](Index begin, Index end) {
        inner<T>().preluRows(end - begin, c, x + begin * c, slope, y + begin * c);
    });
}

template <class T>
void preluBackwardData(Index n, Index c, const T* x, const T* slope, const T* dy, T* dx) {
    parallelFor(n, rowsWorthAPiece(c), [=](Index begin, Index end) {
        inner<T>().preluRowsBackward(end - begin, c, x + begin * c, slope, dy + begin * c, dx + begin * c);
    });
}

template <class T>
void preluBackwardSlope(Index n, Index c, const T* x, const T* dy, T* dslope) {
    sumInPieces(n, c, c, dslope, [=](Index begin, Index end, T* sums) {
        inner<T>().preluSums(end - begin, c, x + begin * c, dy + begin * c, sums);
    });
}

template <class T>
void hardmax(Index n, Index c, const T* x, T* y) {
    for (Index i = 0; i < n; ++i, x += c, y += c) {
        Index greatest = 0;
        for (Index k = 1; k < c; ++k)
            if (x[k] > x[greatest]) greatest = k;
        for (Index k = 0; k < c; ++k) y[k] = k == greatest ? T(1) : T(0);
    }
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                     \
    template void activate<T>(Activation, Index, T, const T*, T*);                      \
    template void activateBackward<T>(Activation, Index, T, const T*, const T*, T*);    \
    template void prelu<T>(Index, Index, const T*, const T*, T*);                       \
    template void preluBackwardData<T>(Index, Index, const T*, const T*, const T*, T*); \
    template void preluBackwardSlope<T>(Index, Index, const T*, const T*, T*);          \
    template void hardmax<T>(Index, Index, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
