// Two numbers to one, row by row, where either side may stand still along the row (NumPy's broadcasting).
#include <cmath>
#include <utility>

#include "kernels/isa/fill.h"
#include "kernels/isa/vectors.h"

namespace perceptarium::kernels {
namespace {

template <Binary f, class T>
PERCEPTARIUM_ALWAYS_INLINE T apply(T a, T b) {
    if constexpr (f == Binary::Add) return a + b;
    if constexpr (f == Binary::Subtract) return a - b;
    if constexpr (f == Binary::Multiply) return a * b;
    if constexpr (f == Binary::Divide) return a / b;
    if constexpr (f == Binary::Power) return std::pow(a, b);
    if constexpr (f == Binary::Minimum) return a < b || a != a ? a : b;
    if constexpr (f == Binary::Maximum) return a > b || a != a ? a : b;
    if constexpr (f == Binary::DivideSlope) return -a / (b * b);
    if constexpr (f == Binary::PowerSlope) return b == 0 ? T(0) : b * std::pow(a, b - 1);
    if constexpr (f == Binary::ExponentSlope) return a == 0 && b >= 0 ? T(0) : std::pow(a, b) * std::log(a);
    if constexpr (f == Binary::LessShare) return a < b ? T(1) : a == b ? T(0.5) : T(0);
    if constexpr (f == Binary::GreaterShare) return a > b ? T(1) : a == b ? T(0.5) : T(0);
    if constexpr (f == Binary::Same) return a == b || (a != a && b != b) ? T(1) : T(0);
}

/// Rows in which a, b move by one (true) or stand still. Nothing overlaps but arrays that are the same.
template <Binary f, bool aMoves, bool bMoves, class T>
void rows(const BinaryRows<T>& job) {
    const T* a = job.a;
    const T* b = job.b;
    T* out = job.out;
    for (Index i = 0; i < job.rows; ++i, a += job.aRow, b += job.bRow, out += job.columns) {
        const T firstA = *a, firstB = *b;
#pragma GCC ivdep
        for (Index j = 0; j < job.columns; ++j) out[j] = apply<f>(aMoves ? a[j] : firstA, bMoves ? b[j] : firstB);
    }
}
template <Binary f, class T>
void binary(const BinaryRows<T>& job) {
    if (job.columns == 0) return;
    if (job.aStep != 0)
        job.bStep != 0 ? rows<f, true, true>(job) : rows<f, true, false>(job);
    else
        job.bStep != 0 ? rows<f, false, true>(job) : rows<f, false, false>(job);
}

template <bool maskMoves, bool aMoves, bool bMoves, class T>
void selectIn(const SelectRows<T>& job) {
    const std::int32_t* mask = job.mask;
    const T* a = job.a;
    const T* b = job.b;
    T* out = job.out;
    for (Index i = 0; i < job.rows; ++i) {
        const T firstA = *a, firstB = *b;
        const std::int32_t firstMask = *mask;
#pragma GCC ivdep
        for (Index j = 0; j < job.columns; ++j) {
            const T onA = aMoves ? a[j] : firstA, onB = bMoves ? b[j] : firstB;
            out[j] = (maskMoves ? mask[j] : firstMask) != 0 ? onA : onB;
        }
        mask += job.maskRow, a += job.aRow, b += job.bRow, out += job.columns;
    }
}
template <class T>
void select(const SelectRows<T>& job) {
    using Work = void (*)(const SelectRows<T>&);
    static constexpr Work works[] = {selectIn<false, false, false, T>, selectIn<false, false, true, T>,
                                     selectIn<false, true, false, T>,  selectIn<false, true, true, T>,
                                     selectIn<true, false, false, T>,  selectIn<true, false, true, T>,
                                     selectIn<true, true, false, T>,   selectIn<true, true, true, T>};
    if (job.columns > 0) works[job.maskStep * 4 + job.aStep * 2 + job.bStep](job);
}

template <class T, int... f>
void fillBinaries(Inner<T>& inner, std::integer_sequence<int, f...>) {
    ((inner.binary[f] = binary<static_cast<Binary>(f), T>), ...);
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillBroadcast(Inner<T>& inner) {
    fillBinaries(inner, std::make_integer_sequence<int, kBinaries>());
    inner.select = select<T>;
}
template void fillBroadcast(Inner<float>&);
template void fillBroadcast(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
