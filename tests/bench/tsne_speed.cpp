// t-SNE of 2,000 points in 64 dimensions, 1,000 iterations, one thread (workload w8): start to end with its neighbour
// search. ROUNDS (3) from the environment; prints one JSON line with the median and the best.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/random.h"
#include "kernels/dispatch.h"
#include "measure.h"
#include "study/pca.h"
#include "study/tsne.h"

int main() {
    using namespace perceptarium;
    constexpr std::int64_t n = 2000, d = 64, groups = 10;
    Random random(1, "tsne");
    std::vector<double> centres(groups * d);
    for (double& value : centres) value = 3 * random.normal();
    Tensor x = Tensor::empty({n, d});
    for (std::int64_t i = 0; i < n; ++i) {
        const auto group = static_cast<std::int64_t>(random.below(groups));
        for (std::int64_t j = 0; j < d; ++j)
            x.data<float>()[i * d + j] =
                static_cast<float>(centres[static_cast<std::size_t>(group * d + j)] + random.normal());
    }
    std::vector<double> times, divergences;
    for (int round = 0; round < static_cast<int>(bench::fromEnvironment("ROUNDS", 3)); ++round) {
        const double start = bench::seconds();
        study::Tsne tsne(x, {}, study::pca(x, 2).scores);
        tsne.run(1000);
        times.push_back(bench::seconds() - start);
        divergences.push_back(tsne.divergence());
    }
    std::sort(times.begin(), times.end());
    fmt::print(
        R"({{"workload": "w8", "program": "ours", "isa": "{}", "threads": 1, "seconds": {:.3f}, "best_seconds": {:.3f}, "divergence": {:.4f}}})"
        "\n",
        kernels::instructionSet(), times[times.size() / 2], times.front(), divergences.front());
}
