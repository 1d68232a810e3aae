#include "kernels/layer_norm.h"

#include <cmath>

#include "kernels/sum_in_pieces.h"

namespace perceptarium::kernels {

template <class T>
void layerNorm(Index n, Index c, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean, T* inverse) {
    parallelFor(n, rowsWorthAPiece(c), [=](Index begin, Index end) {
        inner<T>().layerNormRows(end - begin, c, epsilon, x + begin * c, gamma, beta, y + begin * c, mean + begin,
                                 inverse + begin);
    });
}

template <class T>
void layerNormBackwardData(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* gamma, const T* dy,
                           T* dx) {
    parallelFor(n, rowsWorthAPiece(c), [=](Index begin, Index end) {
        inner<T>().layerNormRowsBackward(end - begin, c, x + begin * c, mean + begin, inverse + begin, gamma,
                                         dy + begin * c, dx + begin * c);
    });
}

template <class T>
void layerNormBackwardParameters(Index n, Index c, const T* x, const T* mean, const T* inverse, const T* dy, T* dgamma,
                                 T* dbeta) {
    Scratch<T> sums(2 * c);
    sumInPieces(n, c, 2 * c, sums.data(), [=](Index begin, Index end, T* out) {
        inner<T>().layerNormSums(end - begin, c, x + begin * c, mean + begin, inverse + begin, dy + begin * c, out,
                                 out + c);
    });
    std::copy_n(sums.data(), c, dgamma);
    std::copy_n(sums.data() + c, c, dbeta);
}

// A group is a block of columns of an example's [m, c]: the columns are summed with vectors, then added up by group.

template <class T>
void groupNorm(const GroupNormShape& s, T epsilon, const T* x, const T* gamma, const T* beta, T* y, T* mean,
               T* inverse) {
    const Index size = s.m * s.c, width = s.c / s.groups;
    const T share = T(1) / static_cast<T>(s.m * width);
    const auto meanOf = [=](const T* sums, Index group) {
        T total = 0;
        for (Index k = group * width; k < (group + 1) * width; ++k) total += sums[k];
        return share * total;
    };
    parallelFor(s.n, rowsWorthAPiece(size), [=](Index begin, Index end) {
        Scratch<T> sums(s.c), center(s.c), factor(s.c);
        for (Index i = begin; i < end; ++i) {
            inner<T>().moments(s.m, s.c, x + i * size, nullptr, sums.data());
            for (Index group = 0; group < s.groups; ++group) {
                mean[i * s.groups + group] = meanOf(sums.data(), group);
                std::fill_n(center.data() + group * width, width, mean[i * s.groups + group]);
            }
            inner<T>().moments(s.m, s.c, x + i * size, center.data(), sums.data());
            for (Index group = 0; group < s.groups; ++group) {
                const T scale = 1 / std::sqrt(meanOf(sums.data(), group) + epsilon);
                inverse[i * s.groups + group] = scale;
                for (Index k = group * width; k < (group + 1) * width; ++k) factor.data()[k] = scale * gamma[k];
            }
            inner<T>().normalizeAbout(s.m, s.c, x + i * size, center.data(), factor.data(), beta, y + i * size);
        }
    });
}

template <class T>
void groupNormBackward(const GroupNormShape& s, const T* x, const T* mean, const T* inverse, const T* gamma,
                       const T* dy, T* dx, T* dgamma, T* dbeta) {
    const Index size = s.m * s.c, width = s.c / s.groups;
    const T share = T(1) / static_cast<T>(s.m * width);
    Scratch<T> both(2 * s.c);
    sumInPieces(s.n, size, 2 * s.c, both.data(), [=](Index begin, Index end, T* out) {
        std::fill_n(out, 2 * s.c, T(0));
        Scratch<T> center(s.c), products(s.c), sums(s.c), a(s.c), b(s.c), offset(s.c);
        for (Index i = begin; i < end; ++i) {
            const T* middle = mean + i * s.groups;
            for (Index k = 0; k < s.c; ++k) center.data()[k] = middle[k / width];
            inner<T>().normalizeSums(s.m, s.c, x + i * size, center.data(), dy + i * size, products.data(),
                                     sums.data());
            for (Index group = 0; group < s.groups; ++group) {
                const T scale = inverse[i * s.groups + group];
                T sum = 0, product = 0;
                for (Index k = group * width; k < (group + 1) * width; ++k) {
                    out[k] += scale * products.data()[k];
                    out[s.c + k] += sums.data()[k];
                    sum += gamma[k] * sums.data()[k];
                    product += gamma[k] * products.data()[k];
                }
                // As in layer norm, sorted by dy, x and the rest: a·dy + b·x + offset.
                const T slope = -scale * scale * scale * share * product;
                for (Index k = group * width; k < (group + 1) * width; ++k) {
                    a.data()[k] = scale * gamma[k];
                    b.data()[k] = slope;
                    offset.data()[k] = -scale * share * sum - slope * middle[group];
                }
            }
            if (dx)
                inner<T>().normalizeBackward(s.m, s.c, x + i * size, dy + i * size, a.data(), b.data(), offset.data(),
                                             dx + i * size);
        }
    });
    std::copy_n(both.data(), s.c, dgamma);
    std::copy_n(both.data() + s.c, s.c, dbeta);
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                                 \
    template void layerNorm<T>(Index, Index, T, const T*, const T*, const T*, T*, T*, T*);                          \
    template void layerNormBackwardData<T>(Index, Index, const T*, const T*, const T*, const T*, const T*, T*);     \
    template void layerNormBackwardParameters<T>(Index, Index, const T*, const T*, const T*, const T*, T*, T*);     \
    template void groupNorm<T>(const GroupNormShape&, T, const T*, const T*, const T*, T*, T*, T*);                 \
    template void groupNormBackward<T>(const GroupNormShape&, const T*, const T*, const T*, const T*, const T*, T*, \
                                       T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
