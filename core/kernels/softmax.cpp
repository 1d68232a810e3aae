#include "kernels/softmax.h"

#include "kernels/dispatch.h"

namespace perceptarium::kernels {

template <class T>
void softmax(std::int64_t n, std::int64_t c, const T* x, T* y) {
    inner<T>().softmaxRows(n, c, x, y);
}

template <class T>
void softmaxBackward(std::int64_t n, std::int64_t c, const T* y, const T* dy, T* dx) {
    inner<T>().softmaxRowsBackward(n, c, y, dy, dx);
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
    template void softmax<T>(std::int64_t, std::int64_t, const T*, T*);                               \
    template void softmaxBackward<T>(std::int64_t, std::int64_t, const T*, const T*, T*);             \
    template T softmaxCrossEntropy<T>(std::int64_t, std::int64_t, const T*, const std::int32_t*, T*); \
    template T sigmoidCrossEntropy<T>(std::int64_t, const T*, const std::int32_t*, T*);               \
    template T meanSquaredError<T>(std::int64_t, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
