// What a drawing makes of one example before there is a trainer: while it is still being drawn, with the weights that training
// would start from.
#pragma once

#include <map>

#include "base/result.h"
#include "data/prepare.h"
#include "network/infer_shapes.h"
#include "tensor/tensor.h"

namespace perceptarium::study {

/// What one pass of one example through the nodes that are understood takes.
struct DrawingCost {
    double parameters = 0;
    double multiplyAdds = 0;  ///< estimated: every parameter once for each position of its node's output
};
DrawingCost costOf(const network::Inference& inference);

/// Values of every node whose shape is known, without the batch: [H, W, C], [T, D] or [D], also of drawings that are not
/// finished or have several ends. `inference` is of `graph` and these data. Any thread; takes some tenths of a second at
/// most. Error: more than a few million parameters or multiply-adds (the limits are in the message), an example that cannot
/// be read.
Result<std::map<network::NodeId, Tensor>> drawingActivations(const network::Graph& graph, const network::Inference& inference,
                                                             const data::Prepared& data, std::int64_t example,
                                                             std::uint64_t seed);

}  // namespace perceptarium::study
