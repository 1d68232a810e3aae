// One layer's output for many examples, or the rows of an embedding matrix: points for PCA and t-SNE.
#pragma once

#include "study/asked_probe.h"

namespace perceptarium::study {

struct OutputsQuestion {
    network::NodeId node = network::kNoNode;
    data::Part part = data::Part::Dev;
    std::int64_t limit = 500;  ///< points
    bool words = false;        ///< the rows of this node's embedding matrix instead
    bool operator==(const OutputsQuestion&) const = default;
};

struct Outputs {
    OutputsQuestion asked;
    std::int64_t step = 0;
    std::vector<std::int64_t> ids;  ///< of each row: the example in the data set, or the word
    Tensor rows;                    ///< [N, D] f32; undefined when there are none
    std::string note;               ///< why there are none
};

class OutputsProbe : public AskedProbe<OutputsQuestion, Outputs> {
public:
    /// A map needs a while to settle; chasing every batch would only make it jump.
    std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(1500); }

protected:
    Result<Outputs> see(const train::ProbeContext& context, const OutputsQuestion& question) override;
};

}  // namespace perceptarium::study
