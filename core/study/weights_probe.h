// The weights of one layer, as they are now: for the view of filters.
#pragma once

#include <optional>

#include "study/asked_probe.h"

namespace perceptarium::study {

struct WeightsQuestion {
    network::NodeId node = network::kNoNode;
    bool operator==(const WeightsQuestion&) const = default;
};

struct Weights {
    struct Part {
        std::string name;  ///< "W", "b"
        Tensor values;
        bool trainable = true;
    };
    WeightsQuestion asked;
    std::int64_t step = 0;
    std::string node, layer;  ///< its name and the layer's id; empty when there is no such node
    std::vector<Part> parts;
    std::optional<Shape> picture;  ///< [H, W, C] that the inputs of a dense layer came from
};

class WeightsProbe : public AskedProbe<WeightsQuestion, Weights> {
protected:
    Result<Weights> see(const train::ProbeContext& context, const WeightsQuestion& question) override;
};

}  // namespace perceptarium::study
