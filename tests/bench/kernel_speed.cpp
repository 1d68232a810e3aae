// Speed of single kernels on one thread, best of some windows: bench_kernels. Matrix products in GFLOP/s, activations and
// norms in numbers a nanosecond. Shapes are those of the benchmark workloads and of larger networks. (Convolutions:
// conv_speed.cpp.)
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <tuple>

#include "kernels/activations.h"
#include "kernels/dispatch.h"
#include "kernels/elementwise.h"
#include "kernels/layer_norm.h"
#include "kernels/linear.h"
#include "kernels/product.h"
#include "kernels/thread_pool.h"
#include "measure.h"
#include "peak.h"
#include "tensor/tensor.h"

namespace perceptarium::bench {
namespace {

Tensor waves(Shape shape) {
    Tensor tensor = Tensor::empty(std::move(shape));
    for (std::int64_t i = 0; i < tensor.elements(); ++i)
        tensor.data<float>()[i] = static_cast<float>(std::sin(0.37 * static_cast<double>(i)));
    return tensor;
}

template <class Work>
double gigaflops(double flops, Work work) {
    return flops * measure(work, 3, std::max(1, static_cast<int>(2e6 / flops))).best * 1e-9;
}

/// A batch of products with either operand as it is or transposed.
void productSpeed(std::int64_t count, std::int64_t m, std::int64_t n, std::int64_t k) {
    Tensor a = waves({count, m, k}), b = waves({count, k, n}), c = waves({count, m, n});
    const Shape batch{count};
    const kernels::Walk<2> walk(batch, {&batch, &batch});
    fmt::print("{:4} of {:5} x {:5} x {:5}           ", count, m, n, k);
    for (const auto& [name, transposeA, transposeB] :
         {std::tuple("A B", false, false), std::tuple("A Bᵀ", false, true), std::tuple("Aᵀ B", true, false), std::tuple("Aᵀ Bᵀ", true, true)})
        fmt::print("  {} {:6.1f}", name, gigaflops(2.0 * static_cast<double>(count * m * n * k), [&] {
                       kernels::products({m, n, k, transposeA, transposeB}, walk, a.data<float>(), b.data<float>(), c.data<float>());
                   }));
    fmt::print(" GFLOP/s\n");
}

void linearSpeed(std::int64_t n, std::int64_t d, std::int64_t f) {
    Tensor x = waves({n, d}), w = waves({d, f}), b = waves({f}), y = waves({n, f});
    const kernels::LinearShape s{n, d, f};
    const double flops = 2.0 * static_cast<double>(n * d * f);
    const double forward = gigaflops(
        flops, [&] { kernels::linear(s, x.data<float>(), w.data<float>(), b.data<float>(), y.data<float>()); });
    const double data =
        gigaflops(flops, [&] { kernels::linearBackwardData(s, w.data<float>(), y.data<float>(), x.data<float>()); });
    const double weights = gigaflops(flops, [&] {
        kernels::linearBackwardWeights(s, x.data<float>(), y.data<float>(), w.data<float>(), b.data<float>());
    });
    fmt::print("linear {:5} x {:5} x {:5}            forward {:6.1f}  data {:6.1f}  weights {:6.1f} GFLOP/s\n", n, d, f,
               forward, data, weights);
}

/// Forward and backward of something that works on n numbers.
template <class Forward, class Backward>
void numbersSpeed(const char* name, std::int64_t n, Forward forward, Backward backward) {
    const auto speed = [&](auto work) { return static_cast<double>(n) * measure(work, 3, 4).best * 1e-9; };
    fmt::print("{:<22} of {:7} numbers   forward {:6.2f}  backward {:6.2f} numbers/ns\n", name, n, speed(forward), speed(backward));
}

void activationSpeed() {
    constexpr std::int64_t n = 1 << 18;
    Tensor x = waves({n}), dy = waves({n}), y = waves({n});
    for (float& value : x.values<float>()) value *= 4;
    float *const px = x.data<float>(), *const pdy = dy.data<float>(), *const py = y.data<float>();
    using kernels::Activation;
    const std::pair<const char*, Activation> all[] = {{"ELU", Activation::Elu}, {"SELU", Activation::Selu}, {"GELU", Activation::Gelu},
                                                      {"GELU (tanh)", Activation::GeluTanh}, {"SiLU", Activation::Silu}, {"softplus", Activation::Softplus}};
    numbersSpeed("sigmoid", n, [=] { kernels::sigmoid(n, px, py); }, [=] { kernels::sigmoidBackward(n, px, pdy, py); });
    for (const auto& [name, kind] : all)
        numbersSpeed(name, n, [=] { kernels::activate(kind, n, 1.0f, px, py); }, [=] { kernels::activateBackward(kind, n, 1.0f, px, pdy, py); });
}

void normSpeed(std::int64_t rows, std::int64_t c) {
    Tensor x = waves({rows, c}), dy = waves({rows, c}), y = waves({rows, c}), gamma = waves({c}), beta = waves({c}), mean = waves({rows}),
           inverse = waves({rows}), dgamma = waves({c}), dbeta = waves({c});
    numbersSpeed(
        fmt::format("layer norm over {}", c).c_str(), rows * c,
        [&] {
            kernels::layerNorm(rows, c, 1e-5f, x.data<float>(), gamma.data<float>(), beta.data<float>(), y.data<float>(), mean.data<float>(),
                               inverse.data<float>());
        },
        [&] {
            kernels::layerNormBackwardData(rows, c, x.data<float>(), mean.data<float>(), inverse.data<float>(), gamma.data<float>(),
                                           dy.data<float>(), y.data<float>());
            kernels::layerNormBackwardParameters(rows, c, x.data<float>(), mean.data<float>(), inverse.data<float>(), dy.data<float>(),
                                                 dgamma.data<float>(), dbeta.data<float>());
        });
}

}  // namespace
}  // namespace perceptarium::bench

int main() {
    using namespace perceptarium::bench;
    setenv("SECONDS", "0.03", 0);
    setenv("WINDOWS", "9", 0);
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 1)));
    fmt::print("instruction set {}, {} thread(s)\n", perceptarium::kernels::instructionSet(),
               perceptarium::kernels::threads());
    fmt::print("peak {:.1f} GFLOP/s\n", peak());
    using Batch = std::array<std::int64_t, 4>;
    for (const auto& [count, m, n, k] : {Batch{1, 1024, 1024, 1024}, Batch{1, 512, 512, 512}, Batch{1, 256, 256, 256},
                                         Batch{1, 128, 128, 128}, Batch{1, 2048, 2048, 2048}, Batch{64, 64, 64, 32},
                                         Batch{64, 64, 32, 64}, Batch{64, 256, 256, 64}, Batch{256, 10, 8, 8}})
        productSpeed(count, m, n, k);
    fmt::print("peak {:.1f} GFLOP/s\n", peak());
    using Size = std::array<std::int64_t, 3>;
    for (const auto& [n, d, f] : {Size{64, 784, 128}, Size{64, 128, 10}, Size{64, 400, 120}, Size{64, 120, 84},
                                  Size{64, 84, 10}, Size{64, 784, 1}, Size{32, 256, 1024}, Size{4096, 576, 64},
                                  Size{512, 512, 512}, Size{1024, 1024, 1024}, Size{256, 4096, 1000}})
        linearSpeed(n, d, f);
    activationSpeed();
    for (const auto& [rows, c] : {std::pair<std::int64_t, std::int64_t>{4096, 64}, {1024, 256}, {512, 1000}}) normSpeed(rows, c);
}
