#include "study/histogram.h"

#include <algorithm>
#include <cmath>

namespace perceptarium::study {
namespace {

/// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 · 10ⁿ at or above.
double roundUp(double value) {
    if (!(value > 0)) return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0})
        if (value <= step * power) return step * power;
    return 10 * power;
}

}  // namespace

Histogram histogramOf(std::span<const float> values, std::size_t bins) {
    Histogram histogram;
    histogram.counts.assign(std::max<std::size_t>(bins, 1), 0);
    double sum = 0, squares = 0;
    for (const float value : values) {
        if (!std::isfinite(value)) {
            ++histogram.notFinite;
            continue;
        }
        const double x = value;
        histogram.minimum = histogram.total ? std::min(histogram.minimum, x) : x;
        histogram.maximum = histogram.total ? std::max(histogram.maximum, x) : x;
        ++histogram.total;
        histogram.zeros += value == 0;
        sum += x;
        squares += x * x;
    }
    if (histogram.total == 0) return histogram;
    const double n = static_cast<double>(histogram.total);
    histogram.mean = sum / n;
    histogram.deviation = std::sqrt(std::max(0.0, squares / n - histogram.mean * histogram.mean));
    histogram.high = roundUp(std::max(std::abs(histogram.minimum), std::abs(histogram.maximum)));
    histogram.low = histogram.minimum < 0 ? -histogram.high : 0;
    const double scale = static_cast<double>(histogram.counts.size()) / (histogram.high - histogram.low);
    for (const float value : values) {
        if (!std::isfinite(value)) continue;
        const auto bin = static_cast<std::int64_t>((static_cast<double>(value) - histogram.low) * scale);
        const auto last = static_cast<std::int64_t>(histogram.counts.size()) - 1;
        ++histogram.counts[static_cast<std::size_t>(std::clamp<std::int64_t>(bin, 0, last))];
    }
    return histogram;
}

}  // namespace perceptarium::study
