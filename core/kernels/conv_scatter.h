// Derivative of a convolution by its data for few channels, where vectors of channels would be mostly empty: what a row of
// outputs gives to a row of dx is one long row of numbers for each pixel, all columns' taps beside each other; these are
// then added where they belong, in a row of places that are padded to whole vectors, so that no two of them share a store.
#pragma once

#include "kernels/conv.h"

namespace perceptarium::kernels {

bool scatteringPays(const ConvShape& shape);
/// As convBackwardData() without bias. Requires scatteringPays().
template <class T>
void scatterBack(const ConvShape& shape, Index examplesWorthAPiece, const T* weights, const T* dy, T* dx);

}  // namespace perceptarium::kernels
