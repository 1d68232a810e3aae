// Each source of this folder fills its part of the table of this instruction set.
#pragma once

#include "kernels/isa/inner.h"

namespace perceptarium::kernels::PERCEPTARIUM_ISA {

template <class T>
void fillWindow(Inner<T>& inner);
template <class T>
void fillBatchNorm(Inner<T>& inner);
template <class T>
void fillDepthwise(Inner<T>& inner);
template <class T>
void fillElementwise(Inner<T>& inner);
template <class T>
void fillProduct(Inner<T>& inner);
template <class T>
void fillBroadcast(Inner<T>& inner);
template <class T>
void fillUnary(Inner<T>& inner);
template <class T>
void fillReduce(Inner<T>& inner);
template <class T>
void fillActivations(Inner<T>& inner);
template <class T>
void fillLayerNorm(Inner<T>& inner);
template <class T>
void fillSoftmax(Inner<T>& inner);
template <class T>
void fillRows(Inner<T>& inner);
template <class T>
void fillPooling(Inner<T>& inner);
template <class T>
void fillMapForces(Inner<T>& inner);
template <class T>
void fillCells(Inner<T>& inner);
template <class T>
void fillSkipGram(Inner<T>& inner);

}  // namespace perceptarium::kernels::PERCEPTARIUM_ISA
