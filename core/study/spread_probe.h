// How one layer's weights, gradients and activations are spread: for the view of histograms.
#pragma once

#include "study/asked_probe.h"
#include "study/histogram.h"

namespace perceptarium::study {

struct SpreadQuestion {
    network::NodeId node = network::kNoNode;
    std::int64_t examples = 32;  ///< of the dev part (train when there is none), for the activations
    bool operator==(const SpreadQuestion&) const = default;
};

struct Spread {
    struct Part {
        std::string name;  ///< "W"
        Histogram values;
        Histogram gradients;  ///< of the last batch; empty counts before the first
    };
    SpreadQuestion asked;
    std::int64_t step = 0;
    std::vector<Part> parts;  ///< the trainable parameters
    Histogram activations;    ///< empty counts when there is no such node
};

class SpreadProbe : public AskedProbe<SpreadQuestion, Spread> {
public:
    std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(200); }

protected:
    Result<Spread> see(const train::ProbeContext& context, const SpreadQuestion& question) override;
};

}  // namespace perceptarium::study
