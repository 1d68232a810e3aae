// Normalization: fitted on training examples only, applied to whatever is read (course §5.1).
#include <algorithm>
#include <cmath>

#include "base/random.h"
#include "data/prepare.h"

namespace perceptarium::data {
namespace {

constexpr std::int64_t kStreamedSample = 20000;  ///< examples looked at when each has to be decoded from disk
constexpr std::int64_t kChunk = 256;

/// Running sums an axis entry. Values are counted from the first example's, which keeps the difference of squares exact
/// enough for columns such as years or prices.
struct Sums {
    explicit Sums(std::size_t channels)
        : origin(channels), sum(channels), squares(channels), low(channels), high(channels) {}
    std::vector<double> origin, sum, squares;
    std::vector<float> low, high;
    double count = 0;

    void add(const float* values, std::int64_t rows) {
        const std::size_t channels = sum.size();
        if (count == 0)
            for (std::size_t c = 0; c < channels; ++c) origin[c] = low[c] = high[c] = values[c];
        for (std::int64_t r = 0; r < rows; ++r, values += channels)
            for (std::size_t c = 0; c < channels; ++c) {
                const double v = values[c] - origin[c];
                sum[c] += v;
                squares[c] += v * v;
                low[c] = std::min(low[c], values[c]);
                high[c] = std::max(high[c], values[c]);
            }
        count += static_cast<double>(rows);
    }

    /// One channel of bytes (0…255): sixteen sums side by side, exact because they stay whole numbers below 2^24.
    void addGrey(const float* values, std::int64_t rows) {
        std::int64_t r = 0;
        while (r + 16 <= rows) {
            float s[16] = {}, q[16] = {};
            const std::int64_t end = std::min(rows - rows % 16, r + 16 * 128);
            for (; r + 16 <= end; r += 16)
                for (int k = 0; k < 16; ++k) {
                    s[k] += values[r + k];
                    q[k] += values[r + k] * values[r + k];
                }
            for (int k = 0; k < 16; ++k) {
                sum[0] += static_cast<double>(s[k]);
                squares[0] += static_cast<double>(q[k]);
            }
        }
        for (; r < rows; ++r) {
            sum[0] += values[r];
            squares[0] += static_cast<double>(values[r]) * values[r];
        }
        count += static_cast<double>(rows);
    }
};

Result<Sums> sumUp(const Dataset& dataset, std::vector<std::int64_t> examples, const Progress& progress) {
    const Shape& shape = dataset.info().input.shape;
    const std::int64_t channels = shape.rank() > 0 ? shape[-1] : 1;
    const std::int64_t rows = shape.elements() / channels;
    const bool grey = channels == 1 && dataset.info().form == InputForm::Picture;
    Sums sums(static_cast<std::size_t>(channels));
    Tensor x, y;
    for (std::size_t at = 0; at < examples.size(); at += kChunk) {
        if (progress.cancelled()) return Progress::cancelledError();
        progress.report(static_cast<double>(at) / static_cast<double>(examples.size()), "Fitting the normalization");
        const auto count = std::min<std::size_t>(kChunk, examples.size() - at);
        if (auto read = dataset.read(std::span(examples).subspan(at, count), x, y); !read) return read.error();
        const auto n = static_cast<std::int64_t>(count);
        grey ? sums.addGrey(x.data<float>(), n * rows) : sums.add(x.data<float>(), n * rows);
    }
    return sums;
}

}  // namespace

void Normalization::apply(Tensor& x) const {
    if (identity()) return;
    const std::int64_t channels = shift.elements(), all = x.elements();
    CHECK(channels > 0 && all % channels == 0, "the normalization does not fit the data");
    float* __restrict to = x.data<float>();
    const float* from = shift.data<float>();
    const float* by = scale.data<float>();
    // The per-channel numbers are repeated over a block, so that the inner loop runs over neighbours at a fixed count.
    constexpr std::int64_t kMost = 64, kLanes = 16;
    std::int64_t i = 0;
    if (channels <= kMost && all >= 4 * kLanes * channels) {
        alignas(64) float shifts[kMost * kLanes], scales[kMost * kLanes];
        const std::int64_t block = channels * kLanes;
        for (std::int64_t k = 0; k < block; ++k) {
            shifts[k] = from[k % channels];
            scales[k] = by[k % channels];
        }
        for (; i + block <= all; i += block)
            for (std::int64_t j = 0; j < block; j += kLanes)
                for (int k = 0; k < kLanes; ++k) to[i + j + k] = (to[i + j + k] - shifts[j + k]) * scales[j + k];
    }
    for (; i < all; i += channels)
        for (std::int64_t c = 0; c < channels; ++c) to[i + c] = (to[i + c] - from[c]) * by[c];
}

Result<Normalization> fitNormalization(const Dataset& dataset, const std::vector<std::int64_t>& train,
                                       const std::string& kind, const Progress& progress) {
    const DatasetInfo& info = dataset.info();
    if (kind != "none" && kind != "scale" && kind != "standardize")
        return Error{"there is no such normalization", "normalization", "none, scale or standardize", kind};
    if (kind == "none" || info.form == InputForm::Text || train.empty()) return Normalization{};
    const std::int64_t channels = info.input.shape.rank() > 0 ? info.input.shape[-1] : 1;
    Normalization fitted{Tensor::zeros({channels}), Tensor::full({channels}, 1.0)};
    float* shift = fitted.shift.data<float>();
    float* scale = fitted.scale.data<float>();
    if (kind == "scale" && info.form == InputForm::Picture) {
        fitted.scale.fill(1.0 / 255);
        return fitted;
    }
    std::vector<std::int64_t> examples = train;
    if (dataset.streams() && static_cast<std::int64_t>(examples.size()) > kStreamedSample) {
        Random(dataset.contentHash(), "normalization").shuffle(examples);
        examples.resize(kStreamedSample);
        std::sort(examples.begin(), examples.end());
    }
    auto sums = sumUp(dataset, std::move(examples), progress);
    if (!sums) return sums.error();
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c) {
        if (kind == "scale") {  // rows and points: the training part's range becomes 0 … 1
            const double range = static_cast<double>(sums->high[c]) - static_cast<double>(sums->low[c]);
            shift[c] = sums->low[c];
            scale[c] = range > 0 ? static_cast<float>(1 / range) : 1.0f;
            continue;
        }
        const double offset = sums->sum[c] / sums->count;
        const double variance = std::max(0.0, sums->squares[c] / sums->count - offset * offset);
        const double mean = sums->origin[c] + offset, deviation = std::sqrt(variance);
        shift[c] = static_cast<float>(mean);
        // A column that never changes is only moved to 0: there is nothing to divide by but rounding.
        scale[c] = deviation > 3e-8 * std::max(1e-20, std::abs(mean)) ? static_cast<float>(1 / deviation) : 1.0f;
    }
    return fitted;
}

}  // namespace perceptarium::data
