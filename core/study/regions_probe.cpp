#include "study/regions_probe.h"

#include <algorithm>

#include "study/forward.h"

namespace perceptarium::study {

Result<Regions> RegionsProbe::see(const train::ProbeContext& context, const RegionsQuestion& question) {
    Regions regions;
    const TensorType& input = context.model().inputType();
    if (input.dtype != DType::F32 || !(input.shape == Shape{2})) return regions;
    const std::int64_t width = std::clamp<std::int64_t>(question.width, 1, 512);
    const std::int64_t height = std::clamp<std::int64_t>(question.height, 1, 512);
    Tensor answers;
    // A few rows at a time: small enough for the cache.
    const std::int64_t rowsAtOnce = std::max<std::int64_t>(1, 1024 / width);
    for (std::int64_t begin = 0; begin < height; begin += rowsAtOnce) {
        const std::int64_t rows = std::min(rowsAtOnce, height - begin);
        Tensor x = Tensor::empty({rows * width, 2});
        float* at = x.data<float>();
        for (std::int64_t row = begin; row < begin + rows; ++row)
            for (std::int64_t column = 0; column < width; ++column) {
                const auto between = [](double low, double high, std::int64_t i, std::int64_t n) {
                    return static_cast<float>(low +
                                              (high - low) * (static_cast<double>(i) + 0.5) / static_cast<double>(n));
                };
                *at++ = between(question.left, question.right, column, width);
                *at++ = between(question.bottom, question.top, row, height);
            }
        if (!context.data().normalization.identity()) context.data().normalization.apply(x);
        const Tensor some = predict(context, x).cast(DType::F32);
        const std::int64_t k = some.elements() / (rows * width);
        if (!answers.defined()) answers = Tensor::empty({height, width, k});
        std::copy_n(some.data<float>(), some.elements(), answers.data<float>() + begin * width * k);
    }
    regions.answers = std::move(answers);
    return regions;
}

}  // namespace perceptarium::study
