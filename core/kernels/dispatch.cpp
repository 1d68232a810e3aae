#include "kernels/dispatch.h"

#include <cstdlib>

#include "kernels/isa/entry.h"

namespace perceptarium::kernels {
namespace {

struct Chosen {
    std::string_view name = "baseline";
    Inner<float> f32{};
    Inner<double> f64{};

    Chosen() {
#if defined(PERCEPTARIUM_KERNELS_X86)
        const char* variable = std::getenv("PERCEPTARIUM_ISA");
        const std::string_view limit = variable ? variable : "v4";
        __builtin_cpu_init();
        if (limit == "v4" && __builtin_cpu_supports("x86-64-v4")) {
            name = "v4";
            perceptarium_kernels_v4(&f32, &f64);
            return;
        }
        if ((limit == "v3" || limit == "v4") && __builtin_cpu_supports("x86-64-v3")) {
            name = "v3";
            perceptarium_kernels_v3(&f32, &f64);
            return;
        }
#endif
        perceptarium_kernels_baseline(&f32, &f64);
    }
};

const Chosen& chosen() {
    static const Chosen once;
    return once;
}

// The hot path must not ask whether the choice was made: these are set when the library is loaded. A static elsewhere
// that computes even earlier finds null and asks.
const Chosen* const atLoad = &chosen();

const Chosen& quickly() { return atLoad ? *atLoad : chosen(); }

}  // namespace

std::string_view instructionSet() { return quickly().name; }

std::vector<std::string_view> instructionSets() {
    std::vector<std::string_view> sets{"baseline"};
#if defined(PERCEPTARIUM_KERNELS_X86)
    if (__builtin_cpu_supports("x86-64-v3")) sets.push_back("v3");
    if (__builtin_cpu_supports("x86-64-v4")) sets.push_back("v4");
#endif
    return sets;
}

template <>
const Inner<float>& inner<float>() {
    return quickly().f32;
}
template <>
const Inner<double>& inner<double>() {
    return quickly().f64;
}

}  // namespace perceptarium::kernels
