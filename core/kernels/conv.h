// Cross-correlation of pictures and its derivatives. Channels last: x [n, h, w, c], weights [kh, kw, c, f], b [f],
// y [n, ho, wo, f]; x counts as zero outside.
#pragma once

#include <cstdint>

namespace perceptarium::kernels {

struct ConvShape {
    std::int64_t n = 0, h = 0, w = 0, c = 0;
    std::int64_t kh = 0, kw = 0, f = 0, stride = 1;
    std::int64_t top = 0, left = 0;  ///< rows and columns of zeros before the picture
    std::int64_t ho = 0, wo = 0;     ///< what lies behind the picture follows from these
};

/// b may be null.
template <class T>
void conv(const ConvShape& shape, const T* x, const T* weights, const T* b, T* y);
template <class T>
void convBackwardData(const ConvShape& shape, const T* weights, const T* dy, T* dx);
/// Either of dw, db may be null.
template <class T>
void convBackwardWeights(const ConvShape& shape, const T* x, const T* dy, T* dw, T* db);

}  // namespace perceptarium::kernels
