// Vectors of numbers as wide as the instruction set of this compilation, with GCC's vector extension. Everything in this
// folder but the entry has internal linkage: a function that the linker shared between the instruction sets would crash
// on older processors.
#pragma once

#include <cstring>

#include "kernels/isa/inner.h"

#if !defined(PERCEPTARIUM_ISA)
#error "sources in kernels/isa are compiled once for each instruction set, see core/CMakeLists.txt"
#endif
#define PERCEPTARIUM_ALWAYS_INLINE inline __attribute__((always_inline))

namespace perceptarium::kernels {
namespace {

#if defined(__AVX512F__)
constexpr int kVectorBytes = 64, kRegisters = 32;
#elif defined(__AVX__)
constexpr int kVectorBytes = 32, kRegisters = 16;
#else
constexpr int kVectorBytes = 16, kRegisters = 16;
#endif

/// L numbers at any address.
template <class T, int L>
struct VectorOf {
    typedef T Type __attribute__((vector_size(L * sizeof(T)), aligned(sizeof(T)), may_alias));
};
template <class T, int L>
using Vector = typename VectorOf<T, L>::Type;

/// Lanes of the widest vector, and of the narrowest that is worth having.
template <class T>
constexpr int kLanes = kVectorBytes / static_cast<int>(sizeof(T));
template <class T>
constexpr int kFewestLanes = 16 / static_cast<int>(sizeof(T));

template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> load(const T* from) {
    return *reinterpret_cast<const Vector<T, L>*>(from);
}
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE void store(T* to, Vector<T, L> value) {
    *reinterpret_cast<Vector<T, L>*>(to) = value;
}
/// Rows of `count` numbers, from vectors in memory to where they belong. Not inlined: it is rare and would be everywhere.
template <class T, int L>
__attribute__((noinline)) void storeSome(T* to, Index step, const T* vectors, Index rows, Index count) {
    for (Index row = 0; row < rows; ++row)
        for (Index lane = 0; lane < count; ++lane) to[row * step + lane] = vectors[row * L + lane];
}
/// The same number in every lane. (x − 0 folds to a broadcast; x + 0 would not, because of −0.)
template <class T, int L>
PERCEPTARIUM_ALWAYS_INLINE Vector<T, L> broadcast(T value) {
    return value - Vector<T, L>{};
}

}  // namespace
}  // namespace perceptarium::kernels
