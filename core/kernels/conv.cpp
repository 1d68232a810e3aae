#include "kernels/conv.h"

#include <algorithm>

#include "kernels/dispatch.h"
#include "kernels/scratch.h"
#include "kernels/thread_pool.h"

namespace perceptarium::kernels {
namespace {

/// Multiply-adds that make a piece worth handing to another thread (some 20 µs).
constexpr Index kWorthAPiece = 500'000;

Index picturesWorthAPiece(const ConvShape& s) {
    return kWorthAPiece / std::max<Index>(s.ho * s.wo * s.kh * s.kw * s.c * s.f, 1) + 1;
}

/// Rows and columns of the picture with as much border as the windows touch. (What no window reaches is cut off.)
struct Frame {
    Index rows, columns;
    explicit Frame(const ConvShape& s) : rows((s.ho - 1) * s.stride + s.kh), columns((s.wo - 1) * s.stride + s.kw) {}
    bool fits(const ConvShape& s) const { return s.top == 0 && s.left == 0 && rows <= s.h && columns <= s.w; }
};

/// One picture at a time with its border of zeros; the border is written once, the inside for each picture.
template <class T>
class Framed {
public:
    explicit Framed(const ConvShape& s)
        : shape_(s), frame_(s), asItIs_(frame_.fits(s)), numbers_(asItIs_ ? 1 : frame_.rows * frame_.columns * s.c) {
        if (!asItIs_) numbers_.clear();
    }
    const T* show(const T* picture) {
        if (asItIs_) return picture;
        const ConvShape& s = shape_;
        const Index rows = std::min(s.h, frame_.rows - s.top), columns = std::min(s.w, frame_.columns - s.left);
        for (Index row = 0; row < rows && columns > 0; ++row)
            std::copy_n(picture + row * s.w * s.c, columns * s.c,
                        numbers_.data() + ((row + s.top) * frame_.columns + s.left) * s.c);
        return numbers_.data();
    }
    /// Numbers from one row to the next.
    Index rowStride() const { return (asItIs_ ? shape_.w : frame_.columns) * shape_.c; }

private:
    const ConvShape& shape_;
    Frame frame_;
    bool asItIs_;
    Scratch<T> numbers_;
};

}  // namespace

template <class T>
void conv(const ConvShape& s, const T* x, const T* weights, const T* b, T* y) {
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        const auto windowRow = inner<T>().windowRow;
        Framed<T> framed(s);
        const Index rowStride = framed.rowStride();
        for (Index i = begin; i < end; ++i) {
            const T* picture = framed.show(x + i * s.h * s.w * s.c);
            for (Index oy = 0; oy < s.ho; ++oy)
                windowRow({picture + oy * s.stride * rowStride, s.stride * s.c, rowStride, s.kh, s.kw * s.c, weights, b,
                           y + (i * s.ho + oy) * s.wo * s.f, s.wo, s.f, s.f, s.f});
        }
    });
}

template <class T>
void convBackwardWeights(const ConvShape& s, const T* x, const T* dy, T* dw, T* db) {
    // Each piece adds up its pictures by itself; the sums are then added in the order of the pieces.
    const Index size = s.kh * s.kw * s.c * s.f;
    const Pieces pieces = piecesOf(s.n, picturesWorthAPiece(s));
    const Index partSize = (dw ? size : 0) + (db ? s.f : 0) + 16;  // 16: parts do not share cache lines
    Scratch<T> parts(partSize * pieces.count);
    parallelPieces(pieces.count, [&](Index piece) {
        T* const part = parts.data() + piece * partSize;
        const Index begin = pieces.begin(piece), end = pieces.end(piece);
        if (db) inner<T>().columnSums((end - begin) * s.ho * s.wo, s.f, dy + begin * s.ho * s.wo * s.f, part + (dw ? size : 0));
        if (!dw) return;
        Framed<T> framed(s);
        const Index rowStride = framed.rowStride();
        for (Index i = begin; i < end; ++i)
            inner<T>().windowWeights({framed.show(x + i * s.h * s.w * s.c), s.stride * s.c, rowStride,
                                      s.stride * rowStride, s.kh, s.kw * s.c, dy + i * s.ho * s.wo * s.f, s.ho, s.wo,
                                      s.f, part, i != begin});
    });
    for (Index piece = 0; piece < pieces.count; ++piece) {
        const T* part = parts.data() + piece * partSize;
        if (dw && piece == 0) std::copy_n(part, size, dw);
        if (dw && piece > 0) inner<T>().addTo(size, part, dw);
        const T* partOfBias = part + (dw ? size : 0);
        if (db && piece == 0) std::copy_n(partOfBias, s.f, db);
        if (db && piece > 0) inner<T>().addTo(s.f, partOfBias, db);
    }
}

template <class T>
void convBackwardData(const ConvShape& s, const T* weights, const T* dy, T* dx) {
    // What the pixels of an output row give to the taps under them is dy · wᵀ. It is added to a framed gradient whose
    // pixels are padded to whole vectors, so that no two places share a store.
    const Index taps = s.kh * s.kw * s.c, tapsPadded = paddedChannels<T>(taps), padded = paddedChannels<T>(s.c);
    const Frame frame(s);
    Scratch<T> transposed(taps * s.f);
    inner<T>().transpose(taps, s.f, weights, s.f, transposed.data(), taps);
    parallelFor(s.n, picturesWorthAPiece(s), [&](Index begin, Index end) {
        const Inner<T>& in = inner<T>();
        Scratch<T> given(s.wo * tapsPadded), framed(frame.rows * frame.columns * padded);
        const Index rowStride = frame.columns * padded;
        for (Index i = begin; i < end; ++i) {
            framed.clear();
            for (Index oy = 0; oy < s.ho; ++oy) {
                in.windowRow({dy + (i * s.ho + oy) * s.wo * s.f, s.f, 0, 1, s.f, transposed.data(), nullptr,
                              given.data(), s.wo, taps, taps, tapsPadded});
                in.scatterTaps({given.data(), tapsPadded, framed.data() + oy * s.stride * rowStride, rowStride,
                                s.stride, padded, s.kh, s.kw, s.wo, s.c});
            }
            T* picture = dx + i * s.h * s.w * s.c;
            const Index columns = std::clamp<Index>(frame.columns - s.left, 0, s.w);  // that any window touches
            for (Index row = 0; row < s.h; ++row, picture += s.w * s.c) {
                const Index touched = row + s.top < frame.rows ? columns : 0;
                if (touched > 0)
                    in.packRuns(touched, s.c, framed.data() + ((row + s.top) * frame.columns + s.left) * padded, padded,
                                picture);
                std::fill(picture + touched * s.c, picture + s.w * s.c, T(0));
            }
        }
    });
}

#define PERCEPTARIUM_INSTANTIATE(T)                                              \
    template void conv<T>(const ConvShape&, const T*, const T*, const T*, T*);   \
    template void convBackwardData<T>(const ConvShape&, const T*, const T*, T*); \
    template void convBackwardWeights<T>(const ConvShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
