// What the pooling layers share: their settings, shape rule and export, for sequences and for pictures alike.
#pragma once

#include "layers/layer_spec.h"
#include "layers/windows.h"

namespace perceptarium::layers {

struct Pool {
    std::int64_t size = 2;
    std::int64_t stride = 0;
    std::string padding = "valid";
    std::int64_t pad = 1;
    Window window() const { return {size, stride == 0 ? size : stride, 1, padding, pad}; }
};

enum class Pooling { Maximum, Mean };

/// The declaration without its texts (id, order, title, meaning, formula, help), with samples and bad settings, for
/// windows over `axes` axes: 1 (a sequence [T, D]) or 2 (a picture [H, W, C]).
TypedLayer<Pool> poolLayer(const std::string& title, Pooling kind, int axes);

}  // namespace perceptarium::layers
