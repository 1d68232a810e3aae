// Speed of the convolution kernels in GFLOP for each second of processor time (what others do on the machine matters
// least so), best of some windows, padding counted as if it were computed:
// bench_conv SHAPES.txt [name…] prints one JSON line a shape and pass. THREADS, SECONDS and WINDOWS come from the
// environment.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <sstream>

#include "kernels/conv.h"
#include "kernels/dispatch.h"
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

struct Measured {
    std::string name;
    std::int64_t n = 0, h = 0, c = 0, f = 0, k = 0, stride = 0, pad = 0, groups = 0;
};

void report(const Measured& m, const char* pass, double flops, const std::function<void()>& work) {
    const Rates rates = measure(work, 3, std::max(1, static_cast<int>(2e6 / flops)));
    fmt::print(
        R"({{"shape": "{}", "pass": "{}", "program": "ours", "gflops": {:.2f}, "wall_gflops": {:.2f}, "threads": {}, "isa": "{}"}})"
        "\n",
        m.name, pass, flops * rates.bestOfProcessor * 1e-9, flops * rates.median * 1e-9, kernels::threads(),
        kernels::instructionSet());
    std::fflush(stdout);
}

void run(const Measured& m) {
    const std::int64_t out = (m.h + 2 * m.pad - m.k) / m.stride + 1;
    const kernels::WindowAxis axis{m.h, m.k, m.stride, 1, m.pad, out};
    const kernels::ConvShape s{m.n, m.c, m.f, m.groups, {kernels::WindowAxis{}, axis, axis}};
    Tensor x = waves({m.n, m.h, m.h, m.c}), w = waves({m.k, m.k, m.c / m.groups, m.f}), y = waves({m.n, out, out, m.f});
    const double flops = 2.0 * static_cast<double>(m.n * out * out * m.k * m.k * m.c / m.groups * m.f);
    const float* none = nullptr;
    report(m, "forward", flops, [&] { kernels::conv(s, x.data<float>(), w.data<float>(), none, y.data<float>()); });
    report(m, "data", flops, [&] { kernels::convBackwardData(s, w.data<float>(), y.data<float>(), x.data<float>()); });
    report(m, "weights", flops,
           [&] { kernels::convBackwardWeights<float>(s, x.data<float>(), y.data<float>(), w.data<float>(), nullptr); });
}

}  // namespace
}  // namespace perceptarium::bench

int main(int count, char** words) {
    using namespace perceptarium::bench;
    std::ifstream file(count > 1 ? words[1] : "");
    if (!file) {
        fmt::print(stderr, "usage: bench_conv conv_shapes.txt [name…]\n");
        return 2;
    }
    setenv("SECONDS", "0.05", 0);
    setenv("WINDOWS", "7", 0);
    perceptarium::kernels::setThreads(static_cast<int>(fromEnvironment("THREADS", 1)));
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        Measured m;
        if (line.starts_with('#') ||
            !(fields >> m.name >> m.n >> m.h >> m.c >> m.f >> m.k >> m.stride >> m.pad >> m.groups))
            continue;
        if (count == 2 || std::count(words + 2, words + count, m.name) > 0) run(m);
    }
}
