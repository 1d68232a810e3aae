// What each compilation of this folder exports, and nothing else.
#pragma once

#include "kernels/isa/inner.h"

#define PERCEPTARIUM_ENTRY_NAME(isa) perceptarium_kernels_##isa
#define PERCEPTARIUM_ENTRY(isa) PERCEPTARIUM_ENTRY_NAME(isa)

extern "C" {
void perceptarium_kernels_baseline(perceptarium::kernels::Inner<float>*, perceptarium::kernels::Inner<double>*);
void perceptarium_kernels_v3(perceptarium::kernels::Inner<float>*, perceptarium::kernels::Inner<double>*);
void perceptarium_kernels_v4(perceptarium::kernels::Inner<float>*, perceptarium::kernels::Inner<double>*);
}
