// What operations of an input, weights and perhaps a bias share.
#pragma once

#include "autograd/real_kind.h"
#include "autograd/tensor_math.h"

namespace perceptarium::autograd {

/// x and w, and b where there is one.
inline Variables inputsOf(const Variable& x, const Variable& w, const Variable& b) {
    Variables inputs{x, w};
    if (b.defined()) inputs.push_back(b);
    return inputs;
}

/// The way back: ofWeights(dw, db) sets those gradients that are asked for (the other is null), ofData(dx) that of the
/// input if it is asked for; pointers to numbers of the kind of dy.
template <class OfWeights, class OfData>
void goBack(const Variable& x, const Variable& w, const Variable& b, const Tensor& dy, OfWeights ofWeights,
            OfData ofData) {
    withReal(dy.dtype(), [&](auto zero) {
        using T = decltype(zero);
        if (w.requiresGrad() || b.requiresGrad()) {
            Tensor dw = w.requiresGrad() ? like(w.value()) : Tensor();
            Tensor db = b.requiresGrad() ? like(b.value()) : Tensor();
            ofWeights(dw.defined() ? dw.data<T>() : static_cast<T*>(nullptr),
                      db.defined() ? db.data<T>() : static_cast<T*>(nullptr));
            if (dw.defined()) w.addGrad(std::move(dw));
            if (db.defined()) b.addGrad(std::move(db));
        }
        if (x.requiresGrad()) {
            Tensor dx = like(x.value());
            ofData(dx.data<T>());
            x.addGrad(std::move(dx));
        }
    });
}

}  // namespace perceptarium::autograd
