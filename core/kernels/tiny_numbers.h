// Numbers below 1e-38 (f32) count as zero while one of these lives. Moments of an optimizer decay into that range, where
// each operation costs a hundred times as much, and where no network needs them.
#pragma once

#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace perceptarium::kernels {

/// Sets the calling thread's mode and puts it back. Costs next to nothing when the mode is set already.
class FlushTinyNumbers {
public:
#if defined(__SSE2__)
    FlushTinyNumbers() : before_(_mm_getcsr()) {
        if ((before_ & kFlush) != kFlush) _mm_setcsr(before_ | kFlush);
    }
    ~FlushTinyNumbers() {
        if ((before_ & kFlush) != kFlush) _mm_setcsr(before_);
    }
    FlushTinyNumbers(const FlushTinyNumbers&) = delete;
    FlushTinyNumbers& operator=(const FlushTinyNumbers&) = delete;

private:
    static constexpr unsigned kFlush = 0x8040;  // results and inputs
    unsigned before_;
#else
    FlushTinyNumbers() {}
    ~FlushTinyNumbers() {}
#endif
};

}  // namespace perceptarium::kernels
