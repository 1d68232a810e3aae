// What every layer makes of one example: for the view of activation maps.
#pragma once

#include <map>

#include "study/asked_probe.h"

namespace perceptarium::study {

struct ActivationsQuestion {
    std::int64_t example = -1;  ///< of the data set; −1: none
    bool operator==(const ActivationsQuestion&) const = default;
};

struct ExampleActivations {
    ActivationsQuestion asked;
    std::int64_t step = 0;
    std::map<network::NodeId, Tensor> values;  ///< without the batch: [H, W, C], [T, D] or [D]
    std::vector<network::NodeId> order;        ///< as computed
    Tensor target;                             ///< as the data set gives it: [1] i32, or [1, K] f32
    Tensor prediction;                         ///< [classes] probabilities, or [K] numbers; undefined without example
};

class ActivationsProbe : public AskedProbe<ActivationsQuestion, ExampleActivations> {
protected:
    Result<ExampleActivations> see(const train::ProbeContext& context, const ActivationsQuestion& question) override;
};

}  // namespace perceptarium::study
