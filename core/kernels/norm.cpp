#include "kernels/norm.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/sum_in_pieces.h"

namespace perceptarium::kernels {
template <class T>
void columnMoments(Index n, Index c, const T* x, T* mean, T* variance) {
    const T share = T(1) / static_cast<T>(n);
    const auto momentsAbout = [&](const T* center, T* out) {
        sumInPieces(n, c, c, out, [&](Index begin, Index end, T* sums) {
            inner<T>().moments(end - begin, c, x + begin * c, center, sums);
        });
        inner<T>().scale(c, share, out, out);
    };
    momentsAbout(nullptr, mean);
    momentsAbout(mean, variance);
}

template <class T>
void normalize(Index n, Index c, const T* x, const T* mean, const T* inverseDeviation, const T* gamma, const T* beta,
               T* y) {
    Scratch<T> factor(c), offset(c);
    for (Index k = 0; k < c; ++k) {
        factor.data()[k] = inverseDeviation[k] * gamma[k];
        offset.data()[k] = beta[k] - mean[k] * factor.data()[k];
    }
    parallelFor(n, rowsWorthAPiece(c), [&](Index begin, Index end) {
        inner<T>().normalize(end - begin, c, x + begin * c, factor.data(), offset.data(), y + begin * c);
    });
}

template <class T>
void normalizeBackwardParameters(Index n, Index c, const T* x, const T* mean, const T* inverseDeviation, const T* dy,
                                 T* dgamma, T* dbeta) {
    Scratch<T> sums(2 * c);
    sumInPieces(n, c, 2 * c, sums.data(), [&](Index begin, Index end, T* out) {
        inner<T>().normalizeSums(end - begin, c, x + begin * c, mean, dy + begin * c, out, out + c);
    });
    for (Index k = 0; k < c; ++k) dgamma[k] = sums.data()[k] * inverseDeviation[k];
    std::copy_n(sums.data() + c, c, dbeta);
}

template <class T>
void normalizeBackwardData(Index n, Index c, const T* x, const T* mean, const T* inverseDeviation, const T* gamma,
                           const T* dgamma, const T* dbeta, const T* dy, T* dx) {
    // The formula, sorted by dy, x and the rest: a·dy + b·x + offset.
    const T share = T(1) / static_cast<T>(n);
    Scratch<T> a(c), b(c), offset(c);
    for (Index k = 0; k < c; ++k) {
        a.data()[k] = gamma[k] * inverseDeviation[k];
        b.data()[k] = -a.data()[k] * share * inverseDeviation[k] * dgamma[k];
        offset.data()[k] = -a.data()[k] * share * dbeta[k] - b.data()[k] * mean[k];
    }
    parallelFor(n, rowsWorthAPiece(c), [&](Index begin, Index end) {
        inner<T>().normalizeBackward(end - begin, c, x + begin * c, dy + begin * c, a.data(), b.data(), offset.data(),
                                     dx + begin * c);
    });
}

template <class T>
void normalizeBackwardFixed(Index n, Index c, const T* inverseDeviation, const T* gamma, const T* dy, T* dx) {
    Scratch<T> factor(c), offset(c);
    offset.clear();
    for (Index k = 0; k < c; ++k) factor.data()[k] = gamma[k] * inverseDeviation[k];
    parallelFor(n, rowsWorthAPiece(c), [&](Index begin, Index end) {
        inner<T>().normalize(end - begin, c, dy + begin * c, factor.data(), offset.data(), dx + begin * c);
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                                  \
    template void columnMoments<T>(Index, Index, const T*, T*, T*);                                                  \
    template void normalize<T>(Index, Index, const T*, const T*, const T*, const T*, const T*, T*);                  \
    template void normalizeBackwardParameters<T>(Index, Index, const T*, const T*, const T*, const T*, T*, T*);      \
    template void normalizeBackwardData<T>(Index, Index, const T*, const T*, const T*, const T*, const T*, const T*, \
                                           const T*, T*);                                                            \
    template void normalizeBackwardFixed<T>(Index, Index, const T*, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
