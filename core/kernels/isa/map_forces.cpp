// The two forces of t-SNE on a map of points (van der Maaten and Hinton 2008, eq. 5): all pairs push, neighbours pull.
#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

#if defined(__SSE2__)
#include <immintrin.h>  // masked forms where the plain ones make GCC 12 warn of its own undefined vectors
#endif

namespace perceptarium::kernels {
namespace {

/// 1/d to about 22 bits: the processor's estimate and one Newton step, where there is one; it is several times quicker
/// than dividing.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> reciprocal(Vector<T, L> d) {
    if constexpr (sizeof(T) == 4) {
#if defined(__AVX512F__)
        const Vector<T, L> estimate = (Vector<T, L>)_mm512_maskz_rcp14_ps(0xffff, (__m512)d);
        return estimate * (T(2) - d * estimate);
#elif defined(__AVX__)
        const Vector<T, L> estimate = (Vector<T, L>)_mm256_rcp_ps((__m256)d);
        return estimate * (T(2) - d * estimate);
#elif defined(__SSE2__)
        const Vector<T, L> estimate = (Vector<T, L>)_mm_rcp_ps((__m128)d);
        return estimate * (T(2) - d * estimate);
#endif
    }
    return T(1) / d;
}

template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE T total(Vector<T, L> v) {
    T sum = 0;
    for (int lane = 0; lane < L; ++lane) sum += v[lane];
    return sum;
}

/// What L points from j on do to one point.
template <class T, int L>
struct Push {
    Vector<T, L> xi, yi, x{}, y{}, q{};

    PERCEPTARIUM_ALWAYS_INLINE void add(const T* xs, const T* ys, Index j, Index self = -1) {
        const Vector<T, L> dx = xi - load<T, L>(xs + j), dy = yi - load<T, L>(ys + j);
        Vector<T, L> near = reciprocal<T, L>(T(1) + dx * dx + dy * dy);
        if (self >= 0) near[self - j] = 0;  // its own 1 would drown what far points add
        q += near;
        const Vector<T, L> push = near * near;
        x += push * dx;
        y += push * dy;
    }
};

template <class T>
double mapRepulsion(Index n, const T* x, const T* y, T* fx, T* fy) {
    constexpr int L = kLanes<T>;
    const Index whole = n / L * L;
    double z = 0;
    for (Index i = 0; i < n; ++i) {
        Push<T, L> push{broadcast<T, L>(x[i]), broadcast<T, L>(y[i])};
        const Index own = i < whole ? i / L * L : whole;
        for (Index j = 0; j < own; j += L) push.add(x, y, j);
        if (own < whole) push.add(x, y, own, i);
        for (Index j = own + L; j < whole; j += L) push.add(x, y, j);
        T sumX = total<T, L>(push.x), sumY = total<T, L>(push.y), sumQ = total<T, L>(push.q);
        for (Index j = whole; j < n; ++j) {
            if (j == i) continue;
            const T dx = x[i] - x[j], dy = y[i] - y[j], near = 1 / (1 + dx * dx + dy * dy);
            sumQ += near;
            sumX += near * near * dx;
            sumY += near * near * dy;
        }
        fx[i] = sumX;
        fy[i] = sumY;
        z += static_cast<double>(sumQ);
    }
    return z;
}

/// L numbers from the places that `index` names.
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> gather(const T* from, const std::int32_t* index) {
    if constexpr (sizeof(T) == 4) {
#if defined(__AVX512F__)
        return (Vector<T, L>)_mm512_mask_i32gather_ps(_mm512_setzero_ps(), 0xffff, _mm512_loadu_si512(index), from, 4);
#elif defined(__AVX2__)
        return (Vector<T, L>)_mm256_i32gather_ps(reinterpret_cast<const float*>(from),
                                                 _mm256_loadu_si256(reinterpret_cast<const __m256i*>(index)), 4);
#endif
    }
    Vector<T, L> values{};
    for (int lane = 0; lane < L; ++lane) values[lane] = from[index[lane]];
    return values;
}

template <class T>
void mapAttraction(Index n, const Index* first, const std::int32_t* neighbour, const T* affinity, const T* x,
                   const T* y, T* fx, T* fy) {
    constexpr int L = kLanes<T>;
    for (Index i = 0; i < n; ++i) {
        Vector<T, L> sumX{}, sumY{};
        const Vector<T, L> xi = broadcast<T, L>(x[i]), yi = broadcast<T, L>(y[i]);
        Index at = first[i];
        for (; at + L <= first[i + 1]; at += L) {
            const Vector<T, L> dx = xi - gather<T, L>(x, neighbour + at), dy = yi - gather<T, L>(y, neighbour + at);
            const Vector<T, L> pull = load<T, L>(affinity + at) * reciprocal<T, L>(T(1) + dx * dx + dy * dy);
            sumX += pull * dx;
            sumY += pull * dy;
        }
        T restX = total<T, L>(sumX), restY = total<T, L>(sumY);
        for (; at < first[i + 1]; ++at) {
            const T dx = x[i] - x[neighbour[at]], dy = y[i] - y[neighbour[at]];
            const T pull = affinity[at] / (1 + dx * dx + dy * dy);
            restX += pull * dx;
            restY += pull * dy;
        }
        fx[i] = restX;
        fy[i] = restY;
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillMapForces(Inner<T>& inner) {
    inner.mapRepulsion = mapRepulsion<T>;
    inner.mapAttraction = mapAttraction<T>;
}
template void fillMapForces(Inner<float>&);
template void fillMapForces(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
