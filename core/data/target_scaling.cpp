#include "data/target_scaling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace perceptarium::data {
namespace {

constexpr std::size_t kChunk = 256;

template <class T>
void turnBack(const TargetScaling& scaling, const Tensor& from, Tensor& to) {
    const std::size_t width = scaling.mean.size();
    const auto read = from.values<T>();
    const auto write = to.values<T>();
    for (std::size_t i = 0; i < read.size(); ++i)
        write[i] =
            static_cast<T>(scaling.mean[i % width] + scaling.deviation[i % width] * static_cast<double>(read[i]));
}

bool fits(const TargetScaling& scaling, const Tensor& y) {
    return y.elements() % static_cast<std::int64_t>(scaling.mean.size()) == 0;
}

}  // namespace

void TargetScaling::standardize(Tensor& y) const {
    if (identity()) return;
    CHECK(fits(*this, y), "the scaling does not fit the targets");
    const std::size_t width = mean.size();
    const auto values = y.values<float>();
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((static_cast<double>(values[i]) - mean[i % width]) / deviation[i % width]);
}

Tensor TargetScaling::inOwnUnits(const Tensor& y) const {
    if (identity()) return y;
    CHECK(fits(*this, y), "the scaling does not fit the numbers");
    Tensor own = Tensor::empty(y.shape(), y.dtype());
    if (y.dtype() == DType::F64)
        turnBack<double>(*this, y, own);
    else
        turnBack<float>(*this, y, own);
    return own;
}

std::vector<std::string> TargetScaling::notes(const std::vector<std::string>& names) const {
    std::vector<std::string> notes;
    for (std::size_t k = 0; k < mean.size(); ++k)
        notes.push_back(
            fmt::format("The target {} is standardized for training, and so is the loss: 0 stands for {:.6g} and "
                        "1 more for {:.6g} more; answers and all other metrics are in its own units",
                        names[k], mean[k], deviation[k]));
    return notes;
}

Result<TargetScaling> fitTargetScaling(const Dataset& dataset, const std::vector<std::int64_t>& train,
                                       const Progress& progress) {
    const DatasetInfo& info = dataset.info();
    if (!info.standardizeTargets || info.target != TargetKind::Number || train.empty()) return TargetScaling{};
    const std::size_t width = info.targets.size();
    // Counted from the first example's, which keeps the difference of squares exact enough for years or prices.
    std::vector<double> origin(width), sum(width), squares(width);
    Tensor x, y;
    for (std::size_t at = 0; at < train.size(); at += kChunk) {
        if (progress.cancelled()) return Progress::cancelledError();
        PC_TRY(dataset.read(std::span(train).subspan(at, std::min(kChunk, train.size() - at)), x, y));
        const auto values = y.values<float>();
        if (at == 0) std::copy_n(values.begin(), width, origin.begin());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double off = static_cast<double>(values[i]) - origin[i % width];
            sum[i % width] += off;
            squares[i % width] += off * off;
        }
    }
    TargetScaling scaling;
    const auto count = static_cast<double>(train.size());
    for (std::size_t k = 0; k < width; ++k) {
        const double offset = sum[k] / count, mean = origin[k] + offset;
        const double deviation = std::sqrt(std::max(0.0, squares[k] / count - offset * offset));
        scaling.mean.push_back(mean);
        // There is nothing to divide by but rounding where a number never changes.
        scaling.deviation.push_back(deviation > 3e-8 * std::max(1e-20, std::abs(mean)) ? deviation : 1);
    }
    return scaling;
}

}  // namespace perceptarium::data
