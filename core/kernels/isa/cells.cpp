// Recurrent cells between their matrix products: all gates of a block of units in one pass.
#include "kernels/isa/cells.h"

#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"

namespace perceptarium::kernels {
namespace {

constexpr int B = static_cast<int>(kUnitBlock);

// Loops over the units of a block are marked ivdep: no place is written by one unit and read by another, but the
// compiler cannot know that, and would not compute all of them at once.

template <class Step>
PERCEPTARIUM_ALWAYS_INLINE bool isSkipped(const Step& s, Index row) {
    return s.live && s.live[row * s.liveStride] == 0;
}

template <class T>
PERCEPTARIUM_ALWAYS_INLINE void clear(T* to) {
    for (int k = 0; k < B; ++k) to[k] = 0;
}

/// A row that takes no step: nothing changes, and its gates (whatever the padding made of them) must not matter later.
template <class T>
PERCEPTARIUM_ALWAYS_INLINE void skip(const CellStep<T>& s, Index row, Index slots) {
    for (Index k = 0; k < slots * B; ++k) s.gates[row * slots * B + k] = 0;
    for (int k = 0; k < B; ++k) s.after[row * s.stride + k] = s.before[row * s.stride + k];
    if (s.cellAfter)
        for (int k = 0; k < B; ++k) s.cellAfter[row * s.stride + k] = s.cellBefore[row * s.stride + k];
}
template <class T>
PERCEPTARIUM_ALWAYS_INLINE void skipBack(const CellStepBack<T>& s, Index row, Index gates) {
    for (Index k = 0; k < gates * B; ++k) s.dProduct[row * gates * B + k] = s.dInput[row * gates * B + k] = 0;
    for (int k = 0; k < B; ++k) s.direct[row * s.stride + k] = s.dState[row * s.stride + k];
}

// --- simple: h = act(x Wx + h Wh + b)
// -----------------------------------------------------------------------------------

template <class T, CellKind kind>
void simpleStep(const CellStep<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skip(s, row, 1);
            continue;
        }
        const T* product = s.product + row * B;
        const T* input = s.gates + row * B;
        T* after = s.after + row * s.stride;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k) {
            const T z = product[k] + input[k];
            after[k] = kind == CellKind::Tanh ? tangent(z) : z <= 0 ? T(0) : z;
        }
    }
}

template <class T, CellKind kind>
void simpleStepBack(const CellStepBack<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skipBack(s, row, 1);
            continue;
        }
        const T* h = s.after + row * s.stride;
        const T* dh = s.dState + row * s.stride;
        T* dz = s.dInput + row * B;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k)
            dz[k] = kind == CellKind::Tanh ? dh[k] * (1 - h[k] * h[k]) : h[k] <= 0 ? T(0) : dh[k];
        if (s.direct) clear(s.direct + row * s.stride);
    }
}

// --- LSTM: c = f c + i g, h = o tanh c
// -----------------------------------------------------------------------------------

template <class T>
void lstmStep(const CellStep<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skip(s, row, 4);
            continue;
        }
        const T* product = s.product + row * 4 * B;
        T* gates = s.gates + row * 4 * B;
        const T* cellBefore = s.cellBefore + row * s.stride;
        T* cellAfter = s.cellAfter + row * s.stride;
        T* after = s.after + row * s.stride;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k) {
            const T i = logistic(product[k] + gates[k]);
            const T f = logistic(product[B + k] + gates[B + k]);
            const T g = tangent(product[2 * B + k] + gates[2 * B + k]);
            const T o = logistic(product[3 * B + k] + gates[3 * B + k]);
            const T c = f * cellBefore[k] + i * g;
            gates[k] = i;
            gates[B + k] = f;
            gates[2 * B + k] = g;
            gates[3 * B + k] = o;
            cellAfter[k] = c;
            after[k] = o * tangent(c);
        }
    }
}

template <class T>
void lstmStepBack(const CellStepBack<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skipBack(s, row, 4);
            continue;
        }
        // dInput may be gates: a unit reads all of its own numbers before it writes them.
        const T* gates = s.gates + row * 4 * B;
        T* dInput = s.dInput + row * 4 * B;
        const T* cellBefore = s.cellBefore + row * s.stride;
        const T* cellAfter = s.cellAfter + row * s.stride;
        const T* dState = s.dState + row * s.stride;
        T* dCell = s.dCell + row * s.stride;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k) {
            const T i = gates[k], f = gates[B + k], g = gates[2 * B + k], o = gates[3 * B + k];
            const T shown = tangent(cellAfter[k]);
            const T dc = dCell[k] + dState[k] * o * (1 - shown * shown);
            dInput[k] = dc * g * (i * (1 - i));
            dInput[B + k] = dc * cellBefore[k] * (f * (1 - f));
            dInput[2 * B + k] = dc * i * (1 - g * g);
            dInput[3 * B + k] = dState[k] * shown * (o * (1 - o));
            dCell[k] = dc * f;
        }
        if (s.direct) clear(s.direct + row * s.stride);
    }
}

// --- GRU: n = tanh(x Wn + b + r q), q = h Wn' + b', h = (1 − z) n + z h
// --------------------------------------------------

template <class T>
void gruStep(const CellStep<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skip(s, row, 4);
            continue;
        }
        const T* product = s.product + row * 3 * B;
        T* gates = s.gates + row * 4 * B;
        const T* bias = s.candidateBias;
        const T* before = s.before + row * s.stride;
        T* after = s.after + row * s.stride;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k) {
            const T q = product[k] + bias[k];
            const T r = logistic(product[B + k] + gates[B + k]);
            const T z = logistic(product[2 * B + k] + gates[2 * B + k]);
            const T n = tangent(gates[3 * B + k] + r * q);
            gates[k] = q;
            gates[B + k] = r;
            gates[2 * B + k] = z;
            gates[3 * B + k] = n;
            after[k] = n + z * (before[k] - n);
        }
    }
}

template <class T>
void gruStepBack(const CellStepBack<T>& s) {
    for (Index row = 0; row < s.rows; ++row) {
        if (isSkipped(s, row)) {
            skipBack(s, row, 3);
            continue;
        }
        const T* gates = s.gates + row * 4 * B;
        const T* before = s.before + row * s.stride;
        const T* dState = s.dState + row * s.stride;
        T* dProduct = s.dProduct + row * 3 * B;
        T* dInput = s.dInput + row * 3 * B;
        T* direct = s.direct + row * s.stride;
#pragma GCC ivdep
        for (int k = 0; k < B; ++k) {
            const T q = gates[k], r = gates[B + k], z = gates[2 * B + k], n = gates[3 * B + k];
            const T dn = dState[k] * (1 - z) * (1 - n * n);
            const T dz = dState[k] * (before[k] - n) * (z * (1 - z));
            const T dr = dn * q * (r * (1 - r));
            dProduct[k] = dn * r;
            dProduct[B + k] = dInput[k] = dr;
            dProduct[2 * B + k] = dInput[B + k] = dz;
            dInput[2 * B + k] = dn;
            direct[k] = dState[k] * z;
        }
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillCells(Inner<T>& inner) {
    const auto put = [&](CellKind kind, void (*step)(const CellStep<T>&), void (*back)(const CellStepBack<T>&)) {
        inner.cellStep[static_cast<int>(kind)] = step;
        inner.cellStepBack[static_cast<int>(kind)] = back;
    };
    put(CellKind::Tanh, simpleStep<T, CellKind::Tanh>, simpleStepBack<T, CellKind::Tanh>);
    put(CellKind::Relu, simpleStep<T, CellKind::Relu>, simpleStepBack<T, CellKind::Relu>);
    put(CellKind::Lstm, lstmStep<T>, lstmStepBack<T>);
    put(CellKind::Gru, gruStep<T>, gruStepBack<T>);
}
template void fillCells(Inner<float>&);
template void fillCells(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
