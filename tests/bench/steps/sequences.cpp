#include "steps/sequences.h"

#include <algorithm>

#include "base/random.h"

namespace perceptarium::bench {

Tensor randomIds(std::int64_t rows, std::int64_t columns, std::uint64_t vocabulary, std::uint64_t seed) {
    Tensor ids = Tensor::empty({rows, columns}, DType::I32);
    Random random(seed, "ids");
    for (std::int32_t& id : ids.values<std::int32_t>()) id = static_cast<std::int32_t>(random.below(vocabulary));
    return ids;
}

Tensor columnsOf(const Tensor& ids, std::int64_t first, std::int64_t count) {
    const std::int64_t rows = ids.shape()[0], width = ids.shape()[1];
    Tensor part = Tensor::empty({rows, count}, DType::I32);
    for (std::int64_t row = 0; row < rows; ++row)
        std::copy_n(ids.data<std::int32_t>() + row * width + first, count, part.data<std::int32_t>() + row * count);
    return part;
}

std::size_t addTable(Parameters& parameters, std::int64_t vocabulary, std::int64_t d) {
    parameters.emplace_back(Shape{vocabulary, d}, 1.0, parameters.size() + 1);
    return parameters.size() - 1;
}

autograd::RecurrentWeights addCell(Parameters& parameters, std::int64_t gates, std::int64_t d, std::int64_t h,
                                   bool candidateBias) {
    const auto add = [&](Shape shape) {
        parameters.emplace_back(std::move(shape), static_cast<double>(h), parameters.size() + 1);
        return parameters.back().variable;
    };
    autograd::RecurrentWeights weights{add({d, gates * h}), add({h, gates * h}), add({gates * h}), {}};
    if (candidateBias) weights.candidateBias = add({h});
    return weights;
}

}  // namespace perceptarium::bench
