// What the processor can do at most: multiply-adds in registers, nothing read, nothing written.
#pragma once

#include "kernels/dispatch.h"
#include "kernels/thread_pool.h"
#include "measure.h"

namespace perceptarium::bench {

/// Twelve sums side by side hide the latency of each.
template <int Bytes>
__attribute__((always_inline)) inline void multiplyAdds(long rounds) {
    typedef float V __attribute__((vector_size(Bytes)));
    constexpr int count = 12;
    V sums[count]{}, factor{};
    asm volatile("" : "+x"(factor));
    for (long round = 0; round < rounds; ++round) {
#pragma GCC unroll 12
        for (int k = 0; k < count; ++k) sums[k] = sums[k] * factor + factor;
#pragma GCC unroll 12
        for (int k = 0; k < count; ++k) asm volatile("" : "+x"(sums[k]));
    }
}
#if defined(__x86_64__)
__attribute__((target("avx512f"))) inline void multiplyAdds512(long rounds) { multiplyAdds<64>(rounds); }
__attribute__((target("avx2,fma"))) inline void multiplyAdds256(long rounds) { multiplyAdds<32>(rounds); }
#endif

/// GFLOP/s in f32 of the instruction set that the kernels use, on all threads.
inline double peak() {
    constexpr long rounds = 20'000;
    void (*work)(long) = [](long n) { multiplyAdds<16>(n); };
    double lanes = 4;
#if defined(__x86_64__)
    if (kernels::instructionSet() == "v3") work = multiplyAdds256, lanes = 8;
    if (kernels::instructionSet() == "v4") work = multiplyAdds512, lanes = 16;
#endif
    const int pieces = kernels::threads();
    const Rates rates = measure([&] { kernels::parallelPieces(pieces, [&](std::int64_t) { work(rounds); }); }, 3, 1);
    return rates.best * pieces * rounds * 12 * lanes * 2 * 1e-9;
}

}  // namespace perceptarium::bench
