#include "study/tsne_repulsion.h"

#if defined(__SSE__)
#include <immintrin.h>
#endif

namespace perceptarium::study {
namespace {

// Four to sixteen pairs at once. The reciprocal is the processor's estimate (12 or 14 bits) with one Newton step.
#if defined(__AVX512F__)
using Vector = __m512;
constexpr std::int64_t kWidth = 16;
inline Vector all(float value) { return _mm512_set1_ps(value); }
inline Vector load(const float* from) { return _mm512_loadu_ps(from); }
inline Vector estimate(Vector d) { return _mm512_rcp14_ps(d); }
#elif defined(__AVX__)
using Vector = __m256;
constexpr std::int64_t kWidth = 8;
inline Vector all(float value) { return _mm256_set1_ps(value); }
inline Vector load(const float* from) { return _mm256_loadu_ps(from); }
inline Vector estimate(Vector d) { return _mm256_rcp_ps(d); }
#elif defined(__SSE__)
using Vector = __m128;
constexpr std::int64_t kWidth = 4;
inline Vector all(float value) { return _mm_set1_ps(value); }
inline Vector load(const float* from) { return _mm_loadu_ps(from); }
inline Vector estimate(Vector d) { return _mm_rcp_ps(d); }
#else
using Vector = float;
constexpr std::int64_t kWidth = 1;
inline Vector all(float value) { return value; }
inline Vector load(const float* from) { return *from; }
inline Vector estimate(Vector d) { return 1 / d; }
#endif

#if defined(__SSE__)
inline float total(Vector v) {
    float sum = 0;
    for (std::int64_t lane = 0; lane < kWidth; ++lane) sum += v[lane];
    return sum;
}
inline void clearLane(Vector& v, std::int64_t lane) { v[lane] = 0; }
#else
inline float total(Vector v) { return v; }
inline void clearLane(Vector& v, std::int64_t) { v = 0; }
#endif

/// What the points j … j + kWidth − 1 do to one point.
struct Push {
    Vector xi, yi, x, y, q;

    void add(const float* xs, const float* ys, std::int64_t j, std::int64_t self = -1) {
        const Vector dx = xi - load(xs + j), dy = yi - load(ys + j);
        const Vector d = all(1) + dx * dx + dy * dy;
        Vector one = estimate(d);
        one = one * (all(2) - d * one);
        if (self >= 0) clearLane(one, self - j);  // its own 1 would drown what far points add
        q += one;
        const Vector push = one * one;
        x += push * dx;
        y += push * dy;
    }
};

}  // namespace

double tsneRepulsion(std::int64_t n, const float* x, const float* y, float* fx, float* fy) {
    const std::int64_t whole = n / kWidth * kWidth;
    double z = 0;
    for (std::int64_t i = 0; i < n; ++i) {
        Push push{all(x[i]), all(y[i]), all(0), all(0), all(0)};
        const std::int64_t own = i < whole ? i / kWidth * kWidth : whole;
        for (std::int64_t j = 0; j < own; j += kWidth) push.add(x, y, j);
        if (own < whole) push.add(x, y, own, i);
        for (std::int64_t j = own + kWidth; j < whole; j += kWidth) push.add(x, y, j);
        float sumX = total(push.x), sumY = total(push.y), sumQ = total(push.q);
        for (std::int64_t j = whole; j < n; ++j) {
            if (j == i) continue;
            const float dx = x[i] - x[j], dy = y[i] - y[j];
            const float q = 1 / (1 + dx * dx + dy * dy);
            sumQ += q;
            sumX += q * q * dx;
            sumY += q * q * dy;
        }
        fx[i] = sumX;
        fy[i] = sumY;
        z += sumQ;
    }
    return z;
}

}  // namespace perceptarium::study
