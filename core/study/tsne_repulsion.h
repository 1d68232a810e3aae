// The hot loop of t-SNE: how every point of the map pushes every other away.
#pragma once

#include <cstdint>

namespace perceptarium::study {

/// With q(i, j) = 1 / (1 + |yᵢ − yⱼ|²) for i ≠ j: sets fx, fy [n] to Σⱼ q² · (yᵢ − yⱼ) and returns Z = Σ q.
double tsneRepulsion(std::int64_t n, const float* x, const float* y, float* fx, float* fy);

}  // namespace perceptarium::study
