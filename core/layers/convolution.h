// What the convolution layers share: their settings, shape rule, weights and export, for sequences and for pictures
// alike.
#pragma once

#include "layers/layer_spec.h"
#include "layers/starts.h"
#include "layers/windows.h"

namespace perceptarium::layers {

/// Over a sequence rows are steps, and columns are as rows.
struct Convolution : WeightStart, BiasStart {
    std::int64_t filters = 8;
    Pair kernel{3, 3};
    Pair stride{1, 1};
    std::string padding = "valid";
    Pair pad{1, 1};
    bool bias = true;
    Pair dilation{1, 1};
    std::int64_t groups = 1;
    Windows windows() const { return {kernel, stride, dilation, padding, pad}; }
};

/// The declaration without its texts (id, order, title, meaning, formula, help), samples and bad settings, for windows
/// over `axes` axes: 1 (a sequence [T, D]) or 2 (a picture [H, W, C]).
TypedLayer<Convolution> convolutionLayer(const std::string& title, int axes);

}  // namespace perceptarium::layers
