#include "kernels/softmax.h"

#include <algorithm>
#include <cmath>

namespace perceptarium::kernels {

template <class T>
void softmax(std::int64_t n, std::int64_t c, const T* x, T* y) {
    for (std::int64_t i = 0; i < n; ++i, x += c, y += c) {
        const T greatest = *std::max_element(x, x + c);
        T total = 0;
        for (std::int64_t k = 0; k < c; ++k) total += y[k] = std::exp(x[k] - greatest);
        for (std::int64_t k = 0; k < c; ++k) y[k] /= total;
    }
}

template <class T>
void softmaxBackward(std::int64_t n, std::int64_t c, const T* y, const T* dy, T* dx) {
    for (std::int64_t i = 0; i < n; ++i, y += c, dy += c, dx += c) {
        T dot = 0;
        for (std::int64_t k = 0; k < c; ++k) dot += dy[k] * y[k];
        for (std::int64_t k = 0; k < c; ++k) dx[k] = y[k] * (dy[k] - dot);
    }
}

template <class T>
T softmaxCrossEntropy(std::int64_t n, std::int64_t c, const T* logits, const std::int32_t* labels, T* gradient) {
    double loss = 0;
    const T share = T(1) / static_cast<T>(n);
    for (std::int64_t i = 0; i < n; ++i) {
        const T* row = logits + i * c;
        const T greatest = *std::max_element(row, row + c);
        T total = 0;
        for (std::int64_t k = 0; k < c; ++k) {
            const T power = std::exp(row[k] - greatest);
            if (gradient) gradient[i * c + k] = power;
            total += power;
        }
        loss += static_cast<double>(std::log(total) - (row[labels[i]] - greatest));
        if (!gradient) continue;
        const T factor = share / total;
        for (std::int64_t k = 0; k < c; ++k) gradient[i * c + k] *= factor;
        gradient[i * c + labels[i]] -= share;
    }
    return static_cast<T>(loss / static_cast<double>(n));
}

template <class T>
T sigmoidCrossEntropy(std::int64_t n, const T* logits, const std::int32_t* labels, T* gradient) {
    double loss = 0;
    const T share = T(1) / static_cast<T>(n);
    for (std::int64_t i = 0; i < n; ++i) {
        const T z = logits[i], y = static_cast<T>(labels[i]);
        const T e = std::exp(-std::abs(z));
        loss += static_cast<double>(std::max(z, T(0)) - z * y + std::log1p(e));
        if (gradient) gradient[i] = ((z >= 0 ? 1 / (1 + e) : e / (1 + e)) - y) * share;
    }
    return static_cast<T>(loss / static_cast<double>(n));
}

template <class T>
T meanSquaredError(std::int64_t n, const T* prediction, const T* target, T* gradient) {
    double loss = 0;
    const T share = T(2) / static_cast<T>(n);
    for (std::int64_t i = 0; i < n; ++i) {
        const T difference = prediction[i] - target[i];
        loss += static_cast<double>(difference) * static_cast<double>(difference);
        if (gradient) gradient[i] = share * difference;
    }
    return static_cast<T>(loss / static_cast<double>(n));
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                          \
    template void softmax<T>(std::int64_t, std::int64_t, const T*, T*);                                      \
    template void softmaxBackward<T>(std::int64_t, std::int64_t, const T*, const T*, T*);                    \
    template T softmaxCrossEntropy<T>(std::int64_t, std::int64_t, const T*, const std::int32_t*, T*);        \
    template T sigmoidCrossEntropy<T>(std::int64_t, const T*, const std::int32_t*, T*);                      \
    template T meanSquaredError<T>(std::int64_t, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
