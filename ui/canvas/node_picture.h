// The small picture of what a node makes of the example: channels side by side, a sequence as a strip, a vector as bars; or of
// the filters that it has.
#pragma once

#include <QImage>

#include "study/filters_probe.h"
#include "tensor/tensor.h"

namespace perceptarium::ui {

/// values [H, W, C], [T, D] or [D]. `isData`: what the network is given: one or three channels are a grey or coloured picture.
/// On a transparent ground, exactly `size` pixels large. Null for an empty size.
QImage nodePicture(const Tensor& values, bool isData, QSize size);
/// A layer's filters side by side, as many as fit; weights that are no pictures as a map. As the filters view draws them, all on
/// one scale. Null for an empty size, or where there are none.
QImage filtersPicture(const study::LayerFilters& filters, QSize size);

}  // namespace perceptarium::ui
