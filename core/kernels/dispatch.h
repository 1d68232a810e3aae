// Which instruction set the kernels use: the best that the processor has, chosen once at the start. The environment
// variable PERCEPTARIUM_ISA = baseline | v3 | v4 limits the choice (tests, comparisons).
#pragma once

#include <string_view>
#include <vector>

#include "kernels/isa/inner.h"

namespace perceptarium::kernels {

/// "baseline" (x86-64: SSE2), "v3" (AVX2 and FMA) or "v4" (AVX-512).
std::string_view instructionSet();
/// Those that this build has and this processor can run, the plainest first.
std::vector<std::string_view> instructionSets();

/// The innermost loops for float or double.
template <class T>
const Inner<T>& inner();
template <>
const Inner<float>& inner<float>();
template <>
const Inner<double>& inner<double>();

}  // namespace perceptarium::kernels
