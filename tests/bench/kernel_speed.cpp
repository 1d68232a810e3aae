// Speed of matrix products in GFLOP/s on one thread, best of some windows: bench_kernels. Shapes are those of the
// benchmark workloads and of larger networks. (Convolutions: conv_speed.cpp.)
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "kernels/dispatch.h"
#include "kernels/linear.h"
#include "kernels/thread_pool.h"
#include "measure.h"
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

}  // namespace
}  // namespace perceptarium::bench

int main() {
    using namespace perceptarium::bench;
    setenv("SECONDS", "0.03", 0);
    setenv("WINDOWS", "9", 0);
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 1)));
    fmt::print("instruction set {}, {} thread(s)\n", perceptarium::kernels::instructionSet(),
               perceptarium::kernels::threads());
    using Size = std::array<std::int64_t, 3>;
    for (const auto& [n, d, f] : {Size{64, 784, 128}, Size{64, 128, 10}, Size{64, 400, 120}, Size{64, 120, 84},
                                  Size{64, 84, 10}, Size{64, 784, 1}, Size{32, 256, 1024}, Size{4096, 576, 64},
                                  Size{512, 512, 512}, Size{1024, 1024, 1024}, Size{256, 4096, 1000}})
        linearSpeed(n, d, f);
}
