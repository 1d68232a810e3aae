// The small picture of what a node makes of the example: channels side by side, a sequence as a strip, a vector as bars.
#pragma once

#include <QImage>

#include "tensor/tensor.h"

namespace perceptarium::ui {

/// values [H, W, C], [T, D] or [D]. `isData`: what the network is given: one or three channels are a grey or coloured picture.
/// On a transparent ground, exactly `size` pixels large. Null for an empty size.
QImage nodePicture(const Tensor& values, bool isData, QSize size);

}  // namespace perceptarium::ui
