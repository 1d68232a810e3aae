// Loops over numbers, simple enough for the compiler to turn into vectors; optimizer steps are among them.
#include <cmath>

#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

template <class T>
void add(Index n, const T* a, const T* b, T* out) {
    for (Index i = 0; i < n; ++i) out[i] = a[i] + b[i];
}
template <class T>
void subtract(Index n, const T* a, const T* b, T* out) {
    for (Index i = 0; i < n; ++i) out[i] = a[i] - b[i];
}
template <class T>
void multiply(Index n, const T* a, const T* b, T* out) {
    for (Index i = 0; i < n; ++i) out[i] = a[i] * b[i];
}
template <class T>
void scale(Index n, T factor, const T* a, T* out) {
    for (Index i = 0; i < n; ++i) out[i] = factor * a[i];
}
template <class T>
void addTo(Index n, const T* a, T* sum) {
    for (Index i = 0; i < n; ++i) sum[i] += a[i];
}

/// Lanes are added up side by side in blocks, and the blocks pairwise.
template <class T>
T sum(Index n, const T* a) {
    constexpr int L = kLanes<T>;
    constexpr Index block = 32 * L;
    if (n > block) {
        const Index half = (n / 2 + block - 1) / block * block;
        return sum(half, a) + sum(n - half, a + half);
    }
    Vector<T, L> lanes{};
    Index i = 0;
    for (; i + L <= n; i += L) lanes += load<T, L>(a + i);
    T total = 0;
    for (int lane = 0; lane < L; ++lane) total += lanes[lane];
    for (; i < n; ++i) total += a[i];
    return total;
}

template <class T>
void sigmoid(Index n, const T* x, T* y) {
    for (Index i = 0; i < n; ++i) y[i] = logistic(x[i]);
}
template <class T>
void sigmoidBackward(Index n, const T* y, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i) dx[i] = dy[i] * y[i] * (1 - y[i]);
}
template <class T>
void tanh(Index n, const T* x, T* y) {
    for (Index i = 0; i < n; ++i) y[i] = tangent(x[i]);
}
template <class T>
void tanhBackward(Index n, const T* y, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i) dx[i] = dy[i] * (1 - y[i] * y[i]);
}
template <class T>
void relu(Index n, const T* x, T* y) {
    for (Index i = 0; i < n; ++i) y[i] = x[i] <= 0 ? T(0) : x[i];
}
template <class T>
void reluBackward(Index n, const T* y, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i) dx[i] = y[i] <= 0 ? T(0) : dy[i];
}
template <class T>
void addRelu(Index n, const T* a, const T* b, T* y) {
    for (Index i = 0; i < n; ++i) {
        const T value = a[i] + b[i];
        y[i] = value <= 0 ? T(0) : value;
    }
}
template <class T>
void leakyRelu(Index n, T slope, const T* x, T* y) {
    for (Index i = 0; i < n; ++i) y[i] = x[i] > 0 ? x[i] : slope * x[i];
}
template <class T>
void leakyReluBackward(Index n, T slope, const T* x, const T* dy, T* dx) {
    for (Index i = 0; i < n; ++i) dx[i] = x[i] > 0 ? dy[i] : slope * dy[i];
}

template <class T>
void sgd(Index n, const T* g, T* w, T rate, T decay) {
    for (Index i = 0; i < n; ++i) w[i] -= rate * (g[i] + decay * w[i]);
}
template <class T>
void momentum(Index n, const T* g, T* v, T* w, T rate, T keep, T take, T decay) {
    for (Index i = 0; i < n; ++i) {
        const T average = keep * v[i] + take * (g[i] + decay * w[i]);
        v[i] = average;
        w[i] -= rate * average;
    }
}
template <class T>
void nesterov(Index n, const T* g, T* v, T* w, T rate, T keep, T decay) {
    for (Index i = 0; i < n; ++i) {
        const T gradient = g[i] + decay * w[i];
        const T speed = keep * v[i] + gradient;
        v[i] = speed;
        w[i] -= rate * (gradient + keep * speed);
    }
}
template <class T>
void rmsprop(Index n, const T* g, T* s, T* w, T rate, T keep, T take, T tiny, T decay) {
    for (Index i = 0; i < n; ++i) {
        const T gradient = g[i] + decay * w[i];
        const T average = keep * s[i] + take * (gradient * gradient);
        s[i] = average;
        w[i] -= rate * gradient / (std::sqrt(average) + tiny);
    }
}
template <class T>
void adam(Index n, const T* g, T* m, T* v, T* w, const AdamNumbers<T>& numbers) {
    const AdamNumbers<T> k = numbers;
    for (Index i = 0; i < n; ++i) {
        const T gradient = g[i] + k.decay * w[i];
        const T first = k.keep1 * m[i] + k.take1 * gradient;
        const T second = k.keep2 * v[i] + k.take2 * (gradient * gradient);
        m[i] = first;
        v[i] = second;
        w[i] = k.shrink * w[i] - k.rate * first / (std::sqrt(second) * k.spread + k.tiny);
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillElementwise(Inner<T>& inner) {
    inner.add = add<T>;
    inner.subtract = subtract<T>;
    inner.multiply = multiply<T>;
    inner.scale = scale<T>;
    inner.addTo = addTo<T>;
    inner.addRelu = addRelu<T>;
    inner.sum = sum<T>;
    inner.sigmoid = sigmoid<T>;
    inner.sigmoidBackward = sigmoidBackward<T>;
    inner.tanh = tanh<T>;
    inner.tanhBackward = tanhBackward<T>;
    inner.relu = relu<T>;
    inner.reluBackward = reluBackward<T>;
    inner.leakyRelu = leakyRelu<T>;
    inner.leakyReluBackward = leakyReluBackward<T>;
    inner.sgd = sgd<T>;
    inner.momentum = momentum<T>;
    inner.nesterov = nesterov<T>;
    inner.rmsprop = rmsprop<T>;
    inner.adam = adam<T>;
}
template void fillElementwise(Inner<float>&);
template void fillElementwise(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
