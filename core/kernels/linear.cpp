#include "kernels/linear.h"

#include "kernels/dispatch.h"
#include "kernels/product.h"
#include "kernels/sum_in_pieces.h"

namespace perceptarium::kernels {

template <class T>
void linear(const LinearShape& s, const T* x, const T* w, const T* b, T* y) {
    product<T>({s.n, s.f, s.d, false, false}, x, w, b, y);
}

template <class T>
void linearBackwardData(const LinearShape& s, const T* w, const T* dy, T* dx) {
    product<T>({s.n, s.d, s.f, false, true}, dy, w, nullptr, dx);
}

template <class T>
void linearBackwardWeights(const LinearShape& s, const T* x, const T* dy, T* dw, T* db) {
    if (db)
        sumInPieces(s.n, s.f, s.f, db, [&](Index begin, Index end, T* sums) {
            inner<T>().columnSums(end - begin, s.f, dy + begin * s.f, sums);
        });
    if (dw) product<T>({s.d, s.f, s.n, true, false}, x, dy, nullptr, dw);
}

#define PERCEPTARIUM_INSTANTIATE(T)                                                  \
    template void linear<T>(const LinearShape&, const T*, const T*, const T*, T*);   \
    template void linearBackwardData<T>(const LinearShape&, const T*, const T*, T*); \
    template void linearBackwardWeights<T>(const LinearShape&, const T*, const T*, T*, T*);
PERCEPTARIUM_INSTANTIATE(float)
PERCEPTARIUM_INSTANTIATE(double)

}  // namespace perceptarium::kernels
