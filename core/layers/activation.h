// What the declarations of activations have in common: numbers of any shape go in, and as many come out.
#pragma once

#include "layers/layer_spec.h"
#include "layers/wording.h"

namespace perceptarium::layers {

/// A shape rule: the shape of the input, which must be numbers. `title` is the layer's, for the message.
inline auto sameShape(const char* title) {
    return [title](const auto&, const TensorTypes& in) -> Result<TensorType> {
        PC_TRY(requireNumbers(title, in[0]));
        return in[0];
    };
}

/// A vector, a picture and a sequence, with these settings.
inline std::vector<Sample> samplesOfEveryKind(const Settings& settings = {}) {
    return {{{vectorOf(4)}, settings}, {{pictureOf(3, 2, 2)}, settings}, {{sequenceOf(3, 2)}, settings}};
}

}  // namespace perceptarium::layers
