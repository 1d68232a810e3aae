// The one function of this instruction set that the rest of the program can see.
#include "kernels/isa/entry.h"

#include "kernels/isa/fill.h"

namespace perceptarium::kernels {
namespace {

template <class T>
void fillAll(Inner<T>& inner) {
    PERCEPTARIUM_ISA::fillWindow(inner);
    PERCEPTARIUM_ISA::fillBatchNorm(inner);
    PERCEPTARIUM_ISA::fillDepthwise(inner);
    PERCEPTARIUM_ISA::fillElementwise(inner);
    PERCEPTARIUM_ISA::fillProduct(inner);
    PERCEPTARIUM_ISA::fillBroadcast(inner);
    PERCEPTARIUM_ISA::fillUnary(inner);
    PERCEPTARIUM_ISA::fillReduce(inner);
    PERCEPTARIUM_ISA::fillActivations(inner);
    PERCEPTARIUM_ISA::fillLayerNorm(inner);
    PERCEPTARIUM_ISA::fillSoftmax(inner);
    PERCEPTARIUM_ISA::fillRows(inner);
    PERCEPTARIUM_ISA::fillPooling(inner);
    PERCEPTARIUM_ISA::fillMapForces(inner);
    PERCEPTARIUM_ISA::fillCells(inner);
    PERCEPTARIUM_ISA::fillSkipGram(inner);
}

}  // namespace
}  // namespace perceptarium::kernels

void PERCEPTARIUM_ENTRY(PERCEPTARIUM_ISA)(perceptarium::kernels::Inner<float>* f32,
                                          perceptarium::kernels::Inner<double>* f64) {
    perceptarium::kernels::fillAll(*f32);
    perceptarium::kernels::fillAll(*f64);
}
