// Filters as pictures: how a layer's weights are drawn, in the filters view and on the nodes alike.
#pragma once

#include <optional>

#include "ui/shared/tensor_image.h"

namespace perceptarium::ui {

/// A bank of kernels [H, W, C, F], whatever layer it comes from.
struct FilterBank {
    Tensor values;
    std::int64_t height = 0, width = 0, channels = 0, filters = 0;
    bool fromDense = false;
    Plane plane(std::int64_t filter, std::int64_t channel) const {
        return {values.data<float>() + channel * filters + filter, height, width, width * channels * filters, channels * filters};
    }
    /// Over the channels.
    Extent extentOf(std::int64_t filter) const;
};

/// Weights [K, K, C, F], or those of a dense layer [H·W·C, F] over `picture` [H, W, C]; nullopt: they are no pictures.
std::optional<FilterBank> filterBank(const Tensor& weights, const std::optional<Shape>& picture);

/// One channel of a filter through the map.
QImage filterImage(const FilterBank& bank, std::int64_t filter, std::int64_t channel, const ColourMap& map);
/// Three channels as red, green and blue; grey is 0. Requires three.
QImage filterColours(const FilterBank& bank, std::int64_t filter, float limit);
/// Weights that are no pictures: the last axis across, the others down, at most `rows`.
QImage weightMap(const Tensor& weights, std::int64_t rows, const ColourMap& map);

}  // namespace perceptarium::ui
