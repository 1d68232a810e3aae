#include "kernels/elementwise.h"

#include <cmath>

namespace perceptarium::kernels {

template <class T>
void add(std::int64_t n, const T* a, const T* b, T* out) {
    for (std::int64_t i = 0; i < n; ++i) out[i] = a[i] + b[i];
}
template <class T>
void subtract(std::int64_t n, const T* a, const T* b, T* out) {
    for (std::int64_t i = 0; i < n; ++i) out[i] = a[i] - b[i];
}
template <class T>
void multiply(std::int64_t n, const T* a, const T* b, T* out) {
    for (std::int64_t i = 0; i < n; ++i) out[i] = a[i] * b[i];
}
template <class T>
void scale(std::int64_t n, T factor, const T* a, T* out) {
    for (std::int64_t i = 0; i < n; ++i) out[i] = factor * a[i];
}
template <class T>
void addTo(std::int64_t n, const T* a, T* sum) {
    for (std::int64_t i = 0; i < n; ++i) sum[i] += a[i];
}

template <class T>
T sum(std::int64_t n, const T* a) {
    constexpr std::int64_t kBlock = 128;
    if (n <= kBlock) {
        T total = 0;
        for (std::int64_t i = 0; i < n; ++i) total += a[i];
        return total;
    }
    const std::int64_t half = (n / 2 + kBlock - 1) / kBlock * kBlock;
    return sum(half, a) + sum(n - half, a + half);
}

template <class T>
void sigmoid(std::int64_t n, const T* x, T* y) {
    for (std::int64_t i = 0; i < n; ++i) {
        const T e = std::exp(-std::abs(x[i]));  // never overflows
        y[i] = x[i] >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
template <class T>
void sigmoidBackward(std::int64_t n, const T* y, const T* dy, T* dx) {
    for (std::int64_t i = 0; i < n; ++i) dx[i] = dy[i] * y[i] * (1 - y[i]);
}
template <class T>
void tanh(std::int64_t n, const T* x, T* y) {
    for (std::int64_t i = 0; i < n; ++i) y[i] = std::tanh(x[i]);
}
template <class T>
void tanhBackward(std::int64_t n, const T* y, const T* dy, T* dx) {
    for (std::int64_t i = 0; i < n; ++i) dx[i] = dy[i] * (1 - y[i] * y[i]);
}
template <class T>
void relu(std::int64_t n, const T* x, T* y) {
    for (std::int64_t i = 0; i < n; ++i) y[i] = x[i] <= 0 ? T(0) : x[i];
}
template <class T>
void reluBackward(std::int64_t n, const T* y, const T* dy, T* dx) {
    for (std::int64_t i = 0; i < n; ++i) dx[i] = y[i] <= 0 ? T(0) : dy[i];
}
template <class T>
void leakyRelu(std::int64_t n, T slope, const T* x, T* y) {
    for (std::int64_t i = 0; i < n; ++i) y[i] = x[i] > 0 ? x[i] : slope * x[i];
}
template <class T>
void leakyReluBackward(std::int64_t n, T slope, const T* x, const T* dy, T* dx) {
    for (std::int64_t i = 0; i < n; ++i) dx[i] = x[i] > 0 ? dy[i] : slope * dy[i];
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                   \
    template void add<T>(std::int64_t, const T*, const T*, T*);                       \
    template void subtract<T>(std::int64_t, const T*, const T*, T*);                  \
    template void multiply<T>(std::int64_t, const T*, const T*, T*);                  \
    template void scale<T>(std::int64_t, T, const T*, T*);                            \
    template void addTo<T>(std::int64_t, const T*, T*);                               \
    template T sum<T>(std::int64_t, const T*);                                        \
    template void sigmoid<T>(std::int64_t, const T*, T*);                             \
    template void sigmoidBackward<T>(std::int64_t, const T*, const T*, T*);           \
    template void tanh<T>(std::int64_t, const T*, T*);                                \
    template void tanhBackward<T>(std::int64_t, const T*, const T*, T*);              \
    template void relu<T>(std::int64_t, const T*, T*);                                \
    template void reluBackward<T>(std::int64_t, const T*, const T*, T*);              \
    template void leakyRelu<T>(std::int64_t, T, const T*, T*);                        \
    template void leakyReluBackward<T>(std::int64_t, T, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
