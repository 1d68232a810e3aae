#include "kernels/elementwise.h"

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Numbers that make a piece worth handing to another thread: simple loops move some ten numbers a nanosecond, functions
/// such as tanh one or two.
constexpr Index kSimple = 65'536, kFunction = 16'384;

/// work(begin, count) for ranges of 0 … n−1; without the pool's bookkeeping when there is one range only.
template <class Work>
void inPieces(Index n, Index grain, Work work) {
    if (n < 2 * grain) {
        if (n > 0) work(Index{0}, n);
        return;
    }
    parallelFor(n, grain, [&](Index begin, Index end) { work(begin, end - begin); });
}

}  // namespace

template <class T>
void add(Index n, const T* a, const T* b, T* out) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().add(count, a + i, b + i, out + i); });
}
template <class T>
void subtract(Index n, const T* a, const T* b, T* out) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().subtract(count, a + i, b + i, out + i); });
}
template <class T>
void multiply(Index n, const T* a, const T* b, T* out) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().multiply(count, a + i, b + i, out + i); });
}
template <class T>
void scale(Index n, T factor, const T* a, T* out) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().scale(count, factor, a + i, out + i); });
}
template <class T>
void addTo(Index n, const T* a, T* sum) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().addTo(count, a + i, sum + i); });
}
template <class T>
void addRelu(Index n, const T* a, const T* b, T* y) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().addRelu(count, a + i, b + i, y + i); });
}
template <class T>
T sum(Index n, const T* a) {
    return inner<T>().sum(n, a);
}

template <class T>
void sigmoid(Index n, const T* x, T* y) {
    inPieces(n, kFunction, [=](Index i, Index count) { inner<T>().sigmoid(count, x + i, y + i); });
}
template <class T>
void sigmoidBackward(Index n, const T* y, const T* dy, T* dx) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().sigmoidBackward(count, y + i, dy + i, dx + i); });
}
template <class T>
void tanh(Index n, const T* x, T* y) {
    inPieces(n, kFunction, [=](Index i, Index count) { inner<T>().tanh(count, x + i, y + i); });
}
template <class T>
void tanhBackward(Index n, const T* y, const T* dy, T* dx) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().tanhBackward(count, y + i, dy + i, dx + i); });
}
template <class T>
void relu(Index n, const T* x, T* y) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().relu(count, x + i, y + i); });
}
template <class T>
void reluBackward(Index n, const T* y, const T* dy, T* dx) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().reluBackward(count, y + i, dy + i, dx + i); });
}
template <class T>
void leakyRelu(Index n, T slope, const T* x, T* y) {
    inPieces(n, kSimple, [=](Index i, Index count) { inner<T>().leakyRelu(count, slope, x + i, y + i); });
}
template <class T>
void leakyReluBackward(Index n, T slope, const T* x, const T* dy, T* dx) {
    inPieces(n, kSimple,
             [=](Index i, Index count) { inner<T>().leakyReluBackward(count, slope, x + i, dy + i, dx + i); });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                   \
    template void add<T>(Index, const T*, const T*, T*);              \
    template void subtract<T>(Index, const T*, const T*, T*);         \
    template void multiply<T>(Index, const T*, const T*, T*);         \
    template void scale<T>(Index, T, const T*, T*);                   \
    template void addTo<T>(Index, const T*, T*);                      \
    template void addRelu<T>(Index, const T*, const T*, T*);          \
    template T sum<T>(Index, const T*);                               \
    template void sigmoid<T>(Index, const T*, T*);                    \
    template void sigmoidBackward<T>(Index, const T*, const T*, T*);  \
    template void tanh<T>(Index, const T*, T*);                       \
    template void tanhBackward<T>(Index, const T*, const T*, T*);     \
    template void relu<T>(Index, const T*, T*);                       \
    template void reluBackward<T>(Index, const T*, const T*, T*);     \
    template void leakyRelu<T>(Index, T, const T*, T*);               \
    template void leakyReluBackward<T>(Index, T, const T*, const T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
