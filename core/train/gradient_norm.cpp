#include "train/gradient_norm.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace perceptarium::train {
namespace {

using Four = float __attribute__((vector_size(16)));  // every x86-64 and arm64 has it

float blockSum(const float* values, std::size_t n) {
    Four sums[4] = {};
    std::size_t i = 0;
    for (; i + 16 <= n; i += 16) {
        for (std::size_t k = 0; k < 4; ++k) {
            Four v;
            std::memcpy(&v, values + i + 4 * k, sizeof v);
            sums[k] += v * v;
        }
    }
    const Four all = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    float sum = (all[0] + all[1]) + (all[2] + all[3]);
    for (; i < n; ++i) sum += values[i] * values[i];
    return sum;
}

}  // namespace

double sumOfSquares(std::span<const float> values) {
    constexpr std::size_t block = 4096;
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); i += block)
        sum += static_cast<double>(blockSum(values.data() + i, std::min(block, values.size() - i)));
    if (std::isfinite(sum)) return sum;
    sum = 0;
    for (const float value : values) sum += static_cast<double>(value) * static_cast<double>(value);
    return sum;
}

double gradientNorm(const std::vector<network::Parameter>& parameters) {
    double sum = 0;
    for (const network::Parameter& parameter : parameters) {
        if (!parameter.trains()) continue;
        const Tensor& gradient = parameter.variable.grad();
        if (gradient.defined()) sum += sumOfSquares(gradient.values<float>());
    }
    return std::sqrt(sum);
}

}  // namespace perceptarium::train
