// How numbers are spread: counts in equal bins whose limits are round, so that they seldom move while training goes on.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace perceptarium::study {

struct Histogram {
    double low = 0, high = 1;  ///< limits of the first and last bin
    std::vector<std::int64_t> counts;
    std::int64_t total = 0;  ///< numbers looked at, finite ones
    std::int64_t zeros = 0;  ///< exactly 0
    std::int64_t notFinite = 0;
    double mean = 0, deviation = 0, minimum = 0, maximum = 0;  ///< of the finite ones

    double binWidth() const { return (high - low) / static_cast<double>(counts.empty() ? 1 : counts.size()); }
};

/// Limits: ±m when there are negative numbers, else 0 … m, with m = 1, 1.5, 2, 3, 4, 5, 6 or 8 · 10ⁿ just above the
/// largest magnitude.
Histogram histogramOf(std::span<const float> values, std::size_t bins = 80);

}  // namespace perceptarium::study
