// What the convolution layers share: their settings, shape rule, weights and export, for sequences and for pictures
// alike.
#pragma once

#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/windows.h"

namespace perceptarium::layers {

struct Convolution : WeightStart, BiasStart {
    std::int64_t filters = 8;
    std::int64_t kernel = 3;
    std::int64_t stride = 1;
    std::string padding = "valid";
    std::int64_t pad = 1;
    bool bias = true;
    std::int64_t dilation = 1;
    std::int64_t groups = 1;
    Window window() const { return {kernel, stride, dilation, padding, pad}; }
};

/// The declaration without its texts (id, order, title, meaning, formula, help), samples and bad settings, for windows
/// over `axes` axes: 1 (a sequence [T, D]) or 2 (a picture [H, W, C]).
TypedLayer<Convolution> convolutionLayer(const std::string& title, int axes);

}  // namespace perceptarium::layers
