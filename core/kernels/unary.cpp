#include "kernels/unary.h"

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread: functions such as exp take about a nanosecond.
constexpr Index kWorthAPiece = 16'384;

}  // namespace

template <class T>
void unary(Unary f, Index n, const T* x, T* y) {
    const auto work = inner<T>().unary[static_cast<int>(f)];
    parallelFor(n, kWorthAPiece, [=](Index begin, Index end) { work(end - begin, x + begin, y + begin); });
}
template <class T>
void unaryBackward(Unary f, Index n, const T* x, const T* y, const T* dy, T* dx) {
    const auto work = inner<T>().unaryBackward[static_cast<int>(f)];
    parallelFor(n, kWorthAPiece,
                [=](Index begin, Index end) { work(end - begin, x + begin, y + begin, dy + begin, dx + begin); });
}
template <class T>
void clip(Index n, T low, T high, const T* x, T* y) {
    parallelFor(n, kWorthAPiece,
                [=](Index begin, Index end) { inner<T>().clip(end - begin, low, high, x + begin, y + begin); });
}
template <class T>
void clipBackward(Index n, T low, T high, const T* x, const T* dy, T* dx) {
    parallelFor(n, kWorthAPiece, [=](Index begin, Index end) {
        inner<T>().clipBackward(end - begin, low, high, x + begin, dy + begin, dx + begin);
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                 \
    template void unary<T>(Unary, Index, const T*, T*);                             \
    template void unaryBackward<T>(Unary, Index, const T*, const T*, const T*, T*); \
    template void clip<T>(Index, T, T, const T*, T*);                               \
    template void clipBackward<T>(Index, T, T, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
