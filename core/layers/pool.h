// What the pooling layers share: their settings, shape rule and export, for sequences and for pictures alike.
#pragma once

#include "layers/layer_spec.h"
#include "layers/windows.h"

namespace perceptarium::layers {

/// Over a sequence rows are steps, and columns are as rows.
struct Pool {
    Pair size{2, 2};
    Pair stride{0, 0};
    std::string padding = "valid";
    Pair pad{1, 1};
    /// Stride 0 is the window's own size.
    Windows windows() const {
        const Pair step{stride.rows == 0 ? size.rows : stride.rows, stride.columns == 0 ? size.columns : stride.columns};
        return {size, step, {1, 1}, padding, pad};
    }
};

enum class Pooling { Maximum, Mean };

/// The declaration without its texts (id, order, title, meaning, formula, help), with samples and bad settings, for
/// windows over `axes` axes: 1 (a sequence [T, D]) or 2 (a picture [H, W, C]).
TypedLayer<Pool> poolLayer(const std::string& title, Pooling kind, int axes);

}  // namespace perceptarium::layers
