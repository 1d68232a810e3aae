#include "kernels/update.h"

#include <cmath>

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "kernels/tiny_numbers.h"

namespace perceptarium::kernels {
namespace {

/// Parameters that make a piece worth handing to another thread.
constexpr Index kWorthAPiece = 16'384;

/// work(begin, count) for ranges of 0 … n−1; without the pool's bookkeeping when there is one range only.
template <class Work>
void inPieces(Index n, Work work) {
    const FlushTinyNumbers flush;
    if (n < 2 * kWorthAPiece) {
        if (n > 0) work(Index{0}, n);
        return;
    }
    parallelFor(n, kWorthAPiece, [&](Index begin, Index end) { work(begin, end - begin); });
}

}  // namespace

template <class T>
void sgdStep(std::int64_t n, const T* g, T* w, double learningRate, double l2) {
    const T rate = static_cast<T>(learningRate), decay = static_cast<T>(l2);
    inPieces(n, [=](Index i, Index count) { inner<T>().sgd(count, g + i, w + i, rate, decay); });
}

template <class T>
void momentumStep(std::int64_t n, const T* g, T* v, T* w, double learningRate, double beta, bool dampened, double l2) {
    const T rate = static_cast<T>(learningRate), keep = static_cast<T>(beta), decay = static_cast<T>(l2);
    const T take = static_cast<T>(dampened ? 1 - beta : 1);
    inPieces(n, [=](Index i, Index count) { inner<T>().momentum(count, g + i, v + i, w + i, rate, keep, take, decay); });
}

template <class T>
void nesterovStep(std::int64_t n, const T* g, T* v, T* w, double learningRate, double beta, double l2) {
    const T rate = static_cast<T>(learningRate), keep = static_cast<T>(beta), decay = static_cast<T>(l2);
    inPieces(n, [=](Index i, Index count) { inner<T>().nesterov(count, g + i, v + i, w + i, rate, keep, decay); });
}

template <class T>
void adagradStep(std::int64_t n, const T* g, T* s, T* w, double learningRate, double epsilon, double l2) {
    // RMSProp's loop, forgetting nothing.
    const T rate = static_cast<T>(learningRate), tiny = static_cast<T>(epsilon), decay = static_cast<T>(l2);
    inPieces(n, [=](Index i, Index count) {
        inner<T>().rmsprop(count, g + i, s + i, w + i, rate, T(1), T(1), tiny, decay);
    });
}

template <class T>
void rmspropStep(std::int64_t n, const T* g, T* s, T* w, double learningRate, double beta, double epsilon, double l2) {
    const T rate = static_cast<T>(learningRate), keep = static_cast<T>(beta), take = static_cast<T>(1 - beta);
    const T tiny = static_cast<T>(epsilon), decay = static_cast<T>(l2);
    inPieces(n, [=](Index i, Index count) {
        inner<T>().rmsprop(count, g + i, s + i, w + i, rate, keep, take, tiny, decay);
    });
}

template <class T>
void adamStep(std::int64_t n, const T* g, T* m, T* v, T* w, std::int64_t step, double learningRate, double beta1,
              double beta2, double epsilon, double l2, double weightDecay) {
    const double t = static_cast<double>(step);
    const AdamNumbers<T> numbers{
        .rate = static_cast<T>(learningRate / (1 - std::pow(beta1, t))),
        .keep1 = static_cast<T>(beta1),
        .take1 = static_cast<T>(1 - beta1),
        .keep2 = static_cast<T>(beta2),
        .take2 = static_cast<T>(1 - beta2),
        .spread = static_cast<T>(1 / std::sqrt(1 - std::pow(beta2, t))),
        .tiny = static_cast<T>(epsilon),
        .decay = static_cast<T>(l2),
        .shrink = static_cast<T>(1 - learningRate * weightDecay),
    };
    inPieces(n, [=](Index i, Index count) { inner<T>().adam(count, g + i, m + i, v + i, w + i, numbers); });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                                              \
    template void sgdStep<T>(std::int64_t, const T*, T*, double, double);                                        \
    template void momentumStep<T>(std::int64_t, const T*, T*, T*, double, double, bool, double);                 \
    template void nesterovStep<T>(std::int64_t, const T*, T*, T*, double, double, double);                       \
    template void adagradStep<T>(std::int64_t, const T*, T*, T*, double, double, double);                        \
    template void rmspropStep<T>(std::int64_t, const T*, T*, T*, double, double, double, double);                \
    template void adamStep<T>(std::int64_t, const T*, T*, T*, T*, std::int64_t, double, double, double, double,  \
                              double, double);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
