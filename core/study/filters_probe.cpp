#include "study/filters_probe.h"

#include <algorithm>

#include "study/forward.h"

namespace perceptarium::study {
namespace {

constexpr std::int64_t kMostRows = 64, kMostColumns = 256;  // of what is shown as a map
constexpr std::int64_t kMostNumbers = 1 << 15;              // of one layer: a picture of a thousand pixels needs no more

/// The first `channels` and `filters` of [pixels, C, F].
Tensor cut(const Tensor& weights, std::int64_t pixels, std::int64_t ofChannels, std::int64_t ofFilters, std::int64_t channels, std::int64_t filters) {
    Tensor few = Tensor::empty(Shape{pixels, channels, filters});
    const float* from = weights.data<float>();
    float* to = few.data<float>();
    for (std::int64_t pixel = 0; pixel < pixels; ++pixel)
        for (std::int64_t channel = 0; channel < channels; ++channel, to += filters)
            std::copy_n(from + (pixel * ofChannels + channel) * ofFilters, filters, to);
    return few;
}

}  // namespace

LayerFilters firstFilters(const Tensor& weights, const std::optional<Shape>& picture) {
    const Shape& shape = weights.shape();
    if (shape.rank() < 2 || weights.dtype() != DType::F32 || weights.elements() == 0) return {};
    const bool kernels = shape.rank() == 4, ofPicture = shape.rank() == 2 && picture && picture->elements() == shape[0];
    if (!kernels && !ofPicture) {
        const std::int64_t columns = shape[-1], rows = weights.elements() / columns;
        const Tensor few = cut(weights, std::min(rows, kMostRows), 1, columns, 1, std::min(columns, kMostColumns));
        return {few.reshaped(Shape{few.shape()[0], few.shape()[2]}), std::nullopt};
    }
    const std::int64_t height = kernels ? shape[0] : (*picture)[0], width = kernels ? shape[1] : (*picture)[1];
    const std::int64_t ofChannels = kernels ? shape[2] : (*picture)[2], ofFilters = shape[-1];
    const std::int64_t channels = ofChannels == 3 ? 3 : 1;
    const std::int64_t affordable = std::max<std::int64_t>(1, kMostNumbers / (height * width * channels));
    const std::int64_t filters = std::min({ofFilters, kMostFilters, affordable});
    const Tensor few = cut(weights, height * width, ofChannels, ofFilters, channels, filters);
    if (kernels) return {few.reshaped(Shape{height, width, channels, filters}), std::nullopt};
    return {few.reshaped(Shape{height * width * channels, filters}), Shape{height, width, channels}};
}

Result<Filters> FiltersProbe::see(const train::ProbeContext& context, const FiltersQuestion& question) {
    Filters seen;
    const network::Model& model = context.model();
    for (const network::Parameter& parameter : model.parameters()) {
        const bool asked = std::find(question.nodes.begin(), question.nodes.end(), parameter.node) != question.nodes.end();
        if (!asked || parameter.spec.shape.rank() < 2 || seen.layers.contains(parameter.node)) continue;
        LayerFilters filters = firstFilters(parameter.variable.value(), pictureBehind(model, parameter.node));
        if (filters.values.defined()) seen.layers.emplace(parameter.node, std::move(filters));
    }
    return seen;
}

}  // namespace perceptarium::study
