#include "kernels/isa/skip_gram.h"

#include <type_traits>

#include "kernels/isa/fill.h"
#include "kernels/isa/functions.h"
#include "kernels/isa/lanes.h"

namespace perceptarium::kernels {
namespace {

/// Vectors of a row that are worked on together, in registers.
constexpr int kMostTogether = kRegisters == 32 ? 8 : 4;

/// dots[k] += u · v_k over NV vectors of the rows.
template <class T, int NV>
void addDots(const T* u, const T* const* rows, int targets, Index from, T* dots) {
    constexpr int L = kLanes<T>;
    Vector<T, L> input[NV];
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) input[v] = load<T, L>(u + from + v * L);
    for (int k = 0; k < targets; ++k) {
        Vector<T, L> sum = input[0] * load<T, L>(rows[k] + from);
#pragma GCC unroll 8
        for (int v = 1; v < NV; ++v) sum += input[v] * load<T, L>(rows[k] + from + v * L);
        dots[k] += total<T, L>(sum);
    }
}

template <class T, int NV>
void learn(T* u, T* const* rows, int targets, Index from, const T* steps) {
    constexpr int L = kLanes<T>;
    Vector<T, L> input[NV], change[NV]{};
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) input[v] = load<T, L>(u + from + v * L);
    for (int k = 0; k < targets; ++k) {
        const Vector<T, L> step = broadcast<T, L>(steps[k]);
#pragma GCC unroll 8
        for (int v = 0; v < NV; ++v) {
            T* place = rows[k] + from + v * L;
            const Vector<T, L> output = load<T, L>(place);
            change[v] += step * output;
            store<T, L>(place, output + step * input[v]);
        }
    }
#pragma GCC unroll 8
    for (int v = 0; v < NV; ++v) store<T, L>(u + from + v * L, input[v] + change[v]);
}

/// work(NV as a type) for the vectors of a row, up to kMostTogether at a time.
template <class T, class Work>
PERCEPTARIUM_ALWAYS_INLINE void overRow(Index stride, Work work) {
    constexpr int L = kLanes<T>;
    Index from = 0;
    for (; stride - from >= kMostTogether * L; from += kMostTogether * L)
        work(std::integral_constant<int, kMostTogether>(), from);
    if (kMostTogether == 8) {
        switch ((stride - from) / L) {
            case 7:
                return work(std::integral_constant<int, 7>(), from);
            case 6:
                return work(std::integral_constant<int, 6>(), from);
            case 5:
                return work(std::integral_constant<int, 5>(), from);
            case 4:
                return work(std::integral_constant<int, 4>(), from);
        }
    }
    switch ((stride - from) / L) {
        case 3:
            return work(std::integral_constant<int, 3>(), from);
        case 2:
            return work(std::integral_constant<int, 2>(), from);
        case 1:
            return work(std::integral_constant<int, 1>(), from);
    }
}

template <class T>
PERCEPTARIUM_ALWAYS_INLINE void expect(const T* row, Index stride) {
    for (Index i = 0; i < stride; i += 64 / static_cast<Index>(sizeof(T))) __builtin_prefetch(row + i, 1);
}

template <class T>
void skipGram(const SkipGram<T>& job) {
    const Index stride = job.stride;
    const int targets = static_cast<int>(job.targetsPerPair);
    for (Index pair = 0; pair < job.pairs; ++pair) {
        const std::int32_t* target = job.targets + pair * targets;
        T* rows[kMostTargets];
        T dots[kMostTargets]{};
        for (int k = 0; k < targets; ++k) rows[k] = job.outputs + target[k] * stride;
        // The tables are larger than any cache that is near: what comes after the next pair is fetched meanwhile.
        if (pair + 2 < job.pairs) {
            expect(job.inputs + job.words[pair + 2] * stride, stride);
            for (int k = 0; k < targets; ++k) expect(job.outputs + target[2 * targets + k] * stride, stride);
        }
        T* u = job.inputs + job.words[pair] * stride;
        overRow<T>(stride, [&](auto vectors, Index from) {
            addDots<T, decltype(vectors)::value>(u, rows, targets, from, dots);
        });
        T steps[kMostTargets]{};
        for (int first = 0; first < targets; first += 8)
            for (int k = first; k < first + 8; ++k) steps[k] = -job.rate * logistic(dots[k]);
        for (int k = 1; k < targets; ++k)
            if (target[k] == target[0]) steps[k] = 0;
        steps[0] += job.rate;
        overRow<T>(stride, [&](auto vectors, Index from) {
            learn<T, decltype(vectors)::value>(u, rows, targets, from, steps);
        });
    }
}

}  // namespace

namespace PERCEPTARIUM_ISA {
template <class T>
void fillSkipGram(Inner<T>& inner) {
    inner.skipGram = skipGram<T>;
}
template void fillSkipGram(Inner<float>&);
template void fillSkipGram(Inner<double>&);
}  // namespace PERCEPTARIUM_ISA
}  // namespace perceptarium::kernels
