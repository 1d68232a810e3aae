// Cross-correlation of sequences, pictures and volumes, and its derivatives. Channels last:
// x [n, depth, rows, columns, c], weights [taps along depth, rows, columns, c/groups, f], b [f], y [n, …, f]; the axes
// that a sequence or a picture lacks have extent 1. x counts as zero outside. Group g of groups reads channels
// g·c/groups … and writes f/groups channels; groups = c = f is the depthwise convolution.
#pragma once

#include "kernels/windows.h"

namespace perceptarium::kernels {

struct ConvShape {
    std::int64_t n = 0, c = 0, f = 0, groups = 1;
    WindowAxes axes;
};

/// b may be null.
template <class T>
void conv(const ConvShape& shape, const T* x, const T* weights, const T* b, T* y);
/// dx [n, …, c] = what `conv` would have given to each input; b [c], if any, is added: that is the transposed
/// convolution.
template <class T>
void convBackwardData(const ConvShape& shape, const T* weights, const T* dy, T* dx, const T* b = nullptr);
/// Either of dw, db may be null.
template <class T>
void convBackwardWeights(const ConvShape& shape, const T* x, const T* dy, T* dw, T* db);

}  // namespace perceptarium::kernels
