// Remedies: what would make a node acceptable that its own shape rule refused, as plain values that a layer's file may
// declare. network/ carries them out (network/fixes.h), and offers only those that help.
#pragma once

#include <string>
#include <vector>

#include "base/settings.h"
#include "tensor/tensor.h"

namespace perceptarium::layers {

struct Remedy {
    /// A layer to put in, with what is set of it.
    struct Use {
        std::string layer;
        Settings settings = {};
    };
    int port = 0;                  ///< where `before` goes in
    std::vector<Use> before = {};  ///< between what comes in there and this layer, in the order of the flow
    Settings settings = {};        ///< of this layer, to change
    std::string replaceBy = {};    ///< another layer in its place; it gets `settings` and keeps what both layers have
    bool leaveOut = false;         ///< the node goes, and the chain closes
    std::string title = {};        ///< a command without a full stop; empty: said from the rest
};

/// For a merge that refuses branches of different shapes: for each pair of them the layers that bring one to the shape of
/// the other (a 1×1 convolution, with a stride where it must shrink; Flatten or a global mean and a Dense). `lastToo`: the
/// last size must be equal, too. None where no layer can.
std::vector<Remedy> joiningRemedies(const std::vector<TensorType>& in, bool lastToo);

}  // namespace perceptarium::layers
